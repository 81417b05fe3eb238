"""The regenboog: arcs as wide as their people on the left and their money on the right."""

from decimal import Decimal
from typing import Any

import pytest

from sdash import format as fmt
from sdash.figures import regenboog, style
from sdash.figures.style import LIGHT, Figure
from sdash.queries.regenboog import Laag


def laag(
    naam: str, clienten: int | None, bedrag: int | None, bron: str | None = "berichten"
) -> Laag:
    money = None if bedrag is None else Decimal(bedrag)
    return Laag(volgnr=1, naam=naam, clienten=clienten, bedrag=money, bron=bron)


LAGEN = [
    laag("Eigen kracht", None, None, bron=None),
    laag("Maatwerk", 900, 1_000_000),
    laag("Gedwongen", 100, 3_000_000),
]


def arcs(figure: Figure) -> list[dict[str, Any]]:
    return [*figure["data"]]


def foot(arc: dict[str, Any], side: int) -> float:
    """The width of an arc where it stands on the ground, left (-1) or right (1)."""
    ground = [x for x, y in zip(arc["x"], arc["y"], strict=True) if abs(y) < 1e-9 and x * side > 0]
    return float(max(ground) - min(ground))


def test_the_left_foot_is_as_wide_as_the_people() -> None:
    _, maatwerk, gedwongen = arcs(regenboog.lagen(LAGEN, LIGHT))

    assert foot(maatwerk, -1) / foot(gedwongen, -1) == pytest.approx(9)


def test_the_right_foot_is_as_wide_as_the_money() -> None:
    _, maatwerk, gedwongen = arcs(regenboog.lagen(LAGEN, LIGHT))

    assert foot(gedwongen, 1) / foot(maatwerk, 1) == pytest.approx(3)


def test_the_layers_lie_against_each_other_from_the_outside_in() -> None:
    outer, middle, inner = arcs(regenboog.lagen(LAGEN, LIGHT))

    assert max(outer["x"]) == pytest.approx(1)
    assert max(middle["x"]) == pytest.approx(max(outer["x"]) - foot(outer, 1))
    assert max(inner["x"]) == pytest.approx(max(middle["x"]) - foot(middle, 1))


def test_a_layer_of_which_no_source_tells_is_pale_and_says_so() -> None:
    figure = regenboog.lagen(LAGEN, LIGHT)

    assert arcs(figure)[0]["fillcolor"] == style.faded(style.REGENBOOG[0], 0.3)
    assert arcs(figure)[0]["text"] == "Eigen kracht: geen bron"


def test_every_layer_has_its_own_colour_and_its_name_below() -> None:
    figure = regenboog.lagen(LAGEN, LIGHT)

    assert [arc["fillcolor"] for arc in arcs(figure)[1:]] == [*style.REGENBOOG[1:3]]
    names = [part["text"] for part in figure["layout"]["annotations"]]
    assert names[1].replace(fmt.NBSP, " ") == "<b>Maatwerk</b> 900 mensen · € 1,0 mln"


def test_a_layer_with_only_money_is_thin_on_the_side_of_the_people() -> None:
    rows = [laag("Algemeen", None, 500), laag("Maatwerk", 900, 500)]

    algemeen, maatwerk = arcs(regenboog.lagen(rows, LIGHT))

    assert foot(algemeen, -1) < foot(maatwerk, -1) / 5
    assert foot(algemeen, 1) == pytest.approx(foot(maatwerk, 1))


def test_a_hidden_layer_says_that_it_is_hidden() -> None:
    (arc,) = arcs(regenboog.lagen([laag("Gedwongen", None, None)], LIGHT))

    assert arc["text"].endswith(fmt.HIDDEN)
