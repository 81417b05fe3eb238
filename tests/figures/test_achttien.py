"""Around eighteen: places as high as their people, and flows that fit on both sides."""

from typing import Any

import pytest

from sdash.figures import achttien, style
from sdash.figures.alt import alt
from sdash.figures.style import LIGHT, Figure, is_blank
from sdash.queries.achttien import Stroom


def rij(leeftijd: float, van: str | None, naar: str, clienten: int | None) -> Stroom:
    return Stroom(leeftijd=leeftijd, van=van, naar=naar, clienten=clienten)


STROMEN = [
    rij(17.5, None, "jeugdhulp", 40),
    rij(18, None, "jeugdhulp", 30),
    rij(18, None, "geen hulp", 10),
    rij(18, "jeugdhulp", "jeugdhulp", 30),
    rij(18, "jeugdhulp", "geen hulp", 10),
]
VERBORGEN = [
    rij(17.5, None, "jeugdhulp", 40),
    rij(18, None, "jeugdhulp", 28),
    rij(18, None, "wmo", None),
    rij(18, None, "geen hulp", None),
    rij(18, "jeugdhulp", "jeugdhulp", 28),
    rij(18, "jeugdhulp", "wmo", None),
    rij(18, "jeugdhulp", "geen hulp", None),
]


def drawn(figure: Figure, words: str) -> dict[str, Any]:
    (found,) = [trace for trace in figure["data"] if trace["text"] == words]
    return found


def high(trace: dict[str, Any], x: float) -> float:
    """How high an area is at a place."""
    heights = [y for at, y in zip(trace["x"], trace["y"], strict=True) if at == pytest.approx(x)]
    return float(max(heights) - min(heights))


def test_a_place_is_as_high_as_its_people_are_many() -> None:
    figure = achttien.stromen(STROMEN, LIGHT)

    assert high(drawn(figure, "17½ jaar: jeugdhulp 40"), 17.5 - achttien.HALF) == 40
    assert high(drawn(figure, "18 jaar: geen hulp 10"), 18 - achttien.HALF) == 10


def test_a_flow_is_as_thick_where_it_leaves_as_where_it_comes() -> None:
    flow = drawn(
        achttien.stromen(STROMEN, LIGHT), "Jeugdhulp op 17½ jaar, geen hulp op 18 jaar: 10"
    )

    assert high(flow, 17.5 + achttien.HALF) == pytest.approx(10)
    assert high(flow, 18 - achttien.HALF) == pytest.approx(10)


def test_flows_leave_a_place_below_each_other() -> None:
    figure = achttien.stromen(STROMEN, LIGHT)
    stays = drawn(figure, "Jeugdhulp op 17½ jaar, jeugdhulp op 18 jaar: 30")
    stops = drawn(figure, "Jeugdhulp op 17½ jaar, geen hulp op 18 jaar: 10")

    assert stays["y"][0] == 0
    assert stops["y"][0] == pytest.approx(-30)


def test_what_is_hidden_of_an_age_stands_there_as_one_part_without_flows() -> None:
    figure = achttien.stromen(VERBORGEN, LIGHT)

    rest = drawn(figure, "18 jaar: niet apart te tonen 12")
    assert high(rest, 18 - achttien.HALF) == 12
    assert [t["text"] for t in figure["data"] if str(t["text"]).startswith("Jeugdhulp op")] == [
        "Jeugdhulp op 17½ jaar, jeugdhulp op 18 jaar: 28"
    ]


def test_rounded_flows_never_stick_out_of_their_place() -> None:
    rounded = [row.model_copy(update={"clienten": 45}) for row in STROMEN[:1]] + [
        rij(18, None, "jeugdhulp", 30),
        rij(18, None, "geen hulp", 15),
        rij(18, "jeugdhulp", "jeugdhulp", 35),
        rij(18, "jeugdhulp", "geen hulp", 15),
    ]

    flow = drawn(
        achttien.stromen(rounded, LIGHT), "Jeugdhulp op 17½ jaar, jeugdhulp op 18 jaar: 35"
    )

    assert high(flow, 18 - achttien.HALF) == pytest.approx(30)
    assert high(flow, 17.5 + achttien.HALF) == pytest.approx(35 * 45 / 50)


def test_nothing_that_may_be_shown_is_no_drawing() -> None:
    hidden = [row.model_copy(update={"clienten": None}) for row in STROMEN]

    assert is_blank(achttien.stromen(hidden, LIGHT))


def test_every_age_is_told_in_words() -> None:
    said = alt(achttien.stromen(STROMEN, LIGHT))

    assert "17½ jaar: jeugdhulp 40." in said
    assert "18 jaar: jeugdhulp 30, geen hulp 10." in said


def test_a_law_keeps_its_colour_and_the_regenboog_its_own() -> None:
    figure = achttien.stromen(STROMEN, LIGHT)

    assert drawn(figure, "18 jaar: jeugdhulp 30")["fillcolor"] == LIGHT.of("jw")
    used = str(figure["data"])
    assert [colour for colour in style.REGENBOOG if colour in used] == []
