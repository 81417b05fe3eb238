"""A figure that leaves its page carries its own words, and leaves the page's figure as it was."""

from copy import deepcopy

import pytest

from sdash.figures import style
from sdash.figures.prent import WIDTH, prent
from sdash.figures.style import LIGHT, Figure

LONG = "Ingediend per wet, opgeteld, tegen een begroting die gelijk over het jaar verdeeld is " * 3


def drawing() -> Figure:
    return style.figure(
        [{"type": "bar", "x": ["a"], "y": [1]}], LIGHT, 300, annotations=[{"text": "label"}]
    )


def words(figure: Figure) -> list[str]:
    return [word["text"] for word in figure["layout"]["annotations"]]


def test_title_and_source_are_added_to_the_words_of_the_figure() -> None:
    assert words(prent(drawing(), LIGHT, "Titel", "Bron: x")) == ["label", "Titel", "Bron: x"]


def test_the_figure_of_the_page_is_left_as_it_was() -> None:
    before = drawing()
    kept = deepcopy(before)

    prent(before, LIGHT, "Titel", "Bron")

    assert before == kept


@pytest.mark.parametrize("place", [0, 1])
def test_long_words_are_told_in_lines_for_which_there_is_room(place: int) -> None:
    texts = ["kort", "kort"]
    short = prent(drawing(), LIGHT, *texts)
    texts[place] = LONG
    long = prent(drawing(), LIGHT, *texts)

    lines = words(long)[1 + place].split("<br>")
    assert len(lines) > 1
    assert " ".join(lines) == LONG.strip()
    assert max(map(len, lines)) * LIGHT.text / 2 < WIDTH
    assert long["layout"]["height"] > short["layout"]["height"]


def test_a_name_from_data_is_no_markup() -> None:
    assert words(prent(drawing(), LIGHT, "<b>x</b>", "y"))[1] == "&lt;b&gt;x&lt;/b&gt;"
