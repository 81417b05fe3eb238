"""Bars under their own words: on the narrowest screen no two words lie on each other."""

from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdash.figures import _bars, _waterval
from sdash.figures._bars import LETTERS, Bar
from sdash.figures._waterval import Trede
from sdash.figures.style import DARK, LIGHT, Figure, Look
from tests.figures.reading import words

LONG = "Hulp bij het huishouden voor wie dat zelf niet meer kan of durft te doen"
text = st.text("abcde ", min_size=1, max_size=70).map(str.strip).filter(bool)
bar = st.builds(
    Bar,
    text,
    st.one_of(st.none(), st.floats(0, 1e6)),
    st.text("1234", min_size=1, max_size=30),
    st.just(LIGHT.neutral),
    st.none(),
    st.just(""),
    st.one_of(st.just(""), text),
)


def written(figure: Figure) -> list[tuple[float, str, str]]:
    """The height of each word, on which side of it the word stands, and the word."""
    (trace,) = (trace for trace in figure["data"] if trace.get("mode") == "text")
    return [*zip(trace["y"], trace["textposition"], trace["text"], strict=True)]


def pixels(figure: Figure, units: float) -> float:
    low, high = figure["layout"]["yaxis"]["range"]
    return units * float(figure["layout"]["height"] - 8) / float(low - high)


@given(st.lists(bar, min_size=1, max_size=14))
def test_words_on_one_line_fit_beside_each_other(bars: list[Bar]) -> None:
    figure = _bars.listed(bars, LIGHT, eenheid="euro")

    lines = defaultdict(list)
    for y, side, word in written(figure):
        lines[round(y, 6), side.split()[0]].append(word)
    for said in lines.values():
        assert len(said) <= 2
        if len(said) == 2:
            assert len("  ".join(said)) <= LETTERS[False]


@given(st.lists(bar, min_size=1, max_size=14))
def test_every_line_has_room_of_its_own_within_the_chart(bars: list[Bar]) -> None:
    figure = _bars.listed(bars, LIGHT, eenheid="euro")

    low, high = figure["layout"]["yaxis"]["range"]
    tops = []
    for y, side, _ in written(figure):
        at, up = pixels(figure, y - high), {"top": 17.0, "middle": 8.5, "bottom": 0.0}
        tops.append(at - up[side.split()[0]])
        assert 0 <= tops[-1] <= pixels(figure, low - high) - 17
    lines = sorted({round(top, 3) for top in tops})
    assert all(above + 16 <= below for above, below in pairwise(lines))


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_a_name_that_fits_nowhere_is_cut_and_stands_whole_under_the_pointer(look: Look) -> None:
    figure = _bars.listed([Bar(LONG, 1, "€ 1", look.neutral)], look, eenheid="euro")

    assert LONG not in words(figure)
    assert "Hulp bij het huishouden" in words(figure)
    assert figure["data"][0]["hovertext"] == [f"{LONG}: € 1"]


def test_only_the_row_of_a_long_name_is_higher() -> None:
    short = Bar("Borger", 1, "€ 1", LIGHT.neutral)
    long = Bar(LONG, 1, "€ 1", LIGHT.neutral)

    figure = _bars.listed([short, short, long, short], LIGHT, eenheid="euro")

    first, second, third = (b - a for a, b in pairwise(figure["data"][0]["y"]))
    assert first == pytest.approx(third) == pytest.approx(_bars.HIGH[False])
    assert second > first + LIGHT.text


def test_the_steps_of_a_difference_keep_to_the_same() -> None:
    figure = _waterval.waterval([Trede(LONG, 5.0), Trede("Samen", 5.0, geheel=True)], LIGHT, zin="")

    first, amount, *_ = written(figure)
    assert first[0] < amount[0]
    assert len(first[2]) <= LETTERS[False]
