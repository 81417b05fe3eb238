"""The regenboog: arcs as wide as their people on the left and their money on the right."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from math import hypot
from typing import Any

import pytest

from sdash import format as fmt
from sdash.domain import Wet
from sdash.figures import regenboog, style
from sdash.figures.style import LIGHT, Figure
from sdash.queries.regenboog import Laag, LaagJaar, Product


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


VOLGORDE = [row.model_copy(update={"volgnr": nr}) for nr, row in enumerate(LAGEN, start=1)]


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


def test_every_layer_can_be_clicked_along_its_arc() -> None:
    figure = regenboog.beide(VOLGORDE, LIGHT)

    codes, clicks = figure["layout"]["meta"]["codes"], figure["data"][-1]
    assert len(codes) == len(clicks["x"])
    assert {*codes} == {"1", "2", "3"}
    for code, x, y in zip(codes, clicks["x"], clicks["y"], strict=True):
        arc = figure["data"][int(code) - 1]
        radius = hypot(x, y)
        reach = [hypot(*point) for point in zip(arc["x"], arc["y"], strict=True)]
        assert min(reach) <= radius <= max(reach)


def test_beside_a_chosen_layer_the_others_fade() -> None:
    outer, chosen, inner, _ = regenboog.mensen(VOLGORDE, LIGHT, "2")["data"]

    assert "opacity" not in chosen
    assert outer["opacity"] == inner["opacity"] < 1


@pytest.mark.parametrize(("draw", "wide"), [(regenboog.mensen, 9), (regenboog.geld, 1 / 3)])
def test_both_feet_are_as_wide_as_what_was_chosen(draw: Callable[..., Figure], wide: float) -> None:
    _, maatwerk, gedwongen, _ = draw(VOLGORDE, LIGHT)["data"]

    assert foot(maatwerk, -1) / foot(gedwongen, -1) == pytest.approx(wide)
    assert foot(maatwerk, 1) / foot(gedwongen, 1) == pytest.approx(wide)


JAREN = [
    LaagJaar(
        jaar=jaar,
        dag=date(jaar, 12, 31),
        volgnr=volgnr,
        naam=naam,
        clienten=clienten,
        clienten_totaal=100,
        deel_clienten=None if clienten is None else clienten / 100,
        bedrag=Decimal(clienten or 0),
        deel_bedrag=(clienten or 0) / 100,
        volledig=jaar < 2026,
    )
    for jaar, *parts in [(2025, None, 60, 40), (2026, None, 70, 30)]
    for volgnr, naam, clienten in zip(
        (1, 2, 3), ("Netwerk", "Maatwerk", "Zwaar"), parts, strict=True
    )
]


def test_a_year_is_a_column_of_all_its_people_with_the_innermost_layer_below() -> None:
    zwaar, maatwerk = regenboog.jaren_mensen(JAREN, LIGHT)["data"]

    assert (zwaar["name"], zwaar["y"]) == ("Zwaar", [40, 30])
    assert (maatwerk["name"], maatwerk["y"]) == ("Maatwerk", [60, 70])
    assert maatwerk["marker"]["color"] == style.REGENBOOG[1]
    assert zwaar["marker"]["color"] == style.REGENBOOG[2]


def test_money_of_a_year_that_goes_on_is_not_drawn() -> None:
    for bar in regenboog.jaren_geld(JAREN, LIGHT)["data"]:
        assert bar["x"] == ["2025"]


def test_a_hidden_part_of_a_year_is_told_as_hidden() -> None:
    hidden = [
        row.model_copy(update={"clienten": None, "deel_clienten": None})
        if (row.jaar, row.volgnr) == (2025, 3)
        else row
        for row in JAREN
    ]

    zwaar, _ = regenboog.jaren_mensen(hidden, LIGHT)["data"]

    assert zwaar["y"] == [None, 30]
    assert fmt.HIDDEN in zwaar["hovertext"][0]


def product(wet: Wet, naam: str, clienten: int, bedrag: int) -> Product:
    return Product(
        volgnr=2, wet=wet, categorie="45", naam=naam, clienten=clienten, bedrag=Decimal(bedrag)
    )


def test_products_stand_in_the_colour_of_their_wet_the_largest_first() -> None:
    rows = [
        Product(
            volgnr=2, wet=Wet.JW, categorie="45", naam="Klein", clienten=9, bedrag=Decimal(900)
        ),
        Product(
            volgnr=2, wet=Wet.WMO, categorie="01", naam="Groot", clienten=20, bedrag=Decimal(1)
        ),
    ]

    people, money = (
        draw(rows, LIGHT)["data"][0]
        for draw in (regenboog.producten_mensen, regenboog.producten_geld)
    )

    assert people["customdata"] == ["Groot", "Klein"]
    assert money["customdata"] == ["Klein", "Groot"]
    assert people["marker"]["color"] == [LIGHT.of("wmo"), LIGHT.of("jw")]
