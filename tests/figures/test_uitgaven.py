"""The money: what is added up, what is hatched, and what each line is called."""

from decimal import Decimal
from typing import Any

import pytest

from sdash import format as fmt
from sdash.domain import Wet
from sdash.figures import uitgaven as figures
from sdash.figures.style import DARK, LIGHT, Figure, Look
from sdash.queries import uitgaven
from tests.figures.conftest import MONTHS, kern, verloop
from tests.figures.reading import traces, words

Rows = list[uitgaven.Verloop]
Shares = list[uitgaven.Volledigheid]
NAMES = [fmt.month(month) for month in MONTHS]


def named(figure: Figure, name: str) -> dict[str, Any]:
    (trace,) = [trace for trace in traces(figure) if trace.get("name") == name]
    return trace


def test_the_course_adds_up_month_by_month_and_wet_on_wet(both: Rows, volledigheid: Shares) -> None:
    figure = figures.koers(both, [kern()], volledigheid, [], LIGHT)

    assert named(figure, "Jeugd")["y"] == [100, 300, 600]
    assert named(figure, "Wmo")["y"] == [150, 450, 900]
    assert named(figure, "Wmo")["customdata"] == [50, 150, 300]
    assert named(figure, "Jeugd")["x"] == NAMES


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_a_wet_has_its_own_colour(both: Rows, volledigheid: Shares, look: Look) -> None:
    figure = figures.koers(both, [kern()], volledigheid, [], look)

    assert named(figure, "Jeugd")["line"]["color"] == look.wet[Wet.JW]
    assert named(figure, "Wmo")["line"]["color"] == look.wet[Wet.WMO]


def test_the_budget_is_a_thin_line_over_the_whole_year(both: Rows, volledigheid: Shares) -> None:
    budget = named(
        figures.koers(both, [kern(begroot=2400)], volledigheid, [], LIGHT),
        "Begroting, gelijk verdeeld",
    )

    assert (budget["y"][0], budget["y"][-1], len(budget["y"])) == (200, 2400, 12)
    assert budget["line"] == {"color": LIGHT.ink, "width": 1.25}


def test_a_selection_without_a_budget_has_no_line(both: Rows, volledigheid: Shares) -> None:
    figure = figures.koers(both, [kern(begroot=None)], volledigheid, [], LIGHT)

    assert "begroting" not in words(figure)


def test_a_made_up_budget_says_so_at_the_line(both: Rows, volledigheid: Shares) -> None:
    figure = figures.koers(both, [kern(fictief=True)], volledigheid, [], LIGHT)

    assert "fictief begroot" in words(figure)


def test_the_months_that_still_come_in_are_hatched(both: Rows, volledigheid: Shares) -> None:
    figure = figures.koers(both, [kern()], volledigheid, [], LIGHT)

    (hatched,) = [trace for trace in traces(figure) if "fillpattern" in trace]
    assert hatched["x"] == [NAMES[1], NAMES[2], NAMES[2], NAMES[1]]


def test_a_month_that_is_not_reached_is_not_drawn(both: Rows, volledigheid: Shares) -> None:
    figure = figures.koers(both, [kern(tot=MONTHS[1])], volledigheid, [], LIGHT)

    assert named(figure, "Jeugd")["x"] == NAMES[:2]


def test_the_course_stops_at_the_first_hidden_month(volledigheid: Shares) -> None:
    rows = [*verloop(Wet.JW, [100, None, 300]), *verloop(Wet.WMO, [50, 60, 70])]

    figure = figures.koers(rows, [kern()], volledigheid, [], LIGHT)

    assert named(figure, "Wmo")["y"] == [150]


def test_a_bar_is_one_month_of_one_wet(both: Rows, volledigheid: Shares) -> None:
    figure = figures.per_maand(both, volledigheid, LIGHT)

    assert named(figure, "Jeugd")["y"][:4] == [100, 200, 300, None]
    assert named(figure, "Jeugd")["marker"]["pattern"]["shape"][:4] == ["", "", "/", ""]


def test_the_names_of_the_wetten_stand_beside_all_bars(volledigheid: Shares) -> None:
    just_begun = verloop(Wet.JW, [100, 200, 30])

    (label,) = figures.per_maand(just_begun, volledigheid, LIGHT)["layout"]["annotations"]

    assert label["x"] == NAMES[2]
    assert label["y"] == 100


def test_a_hidden_month_is_marked_and_says_why(volledigheid: Shares) -> None:
    figure = figures.per_maand(verloop(Wet.JW, [100, None, 300]), volledigheid, LIGHT)

    (cross,) = [trace for trace in traces(figure) if trace["type"] == "scatter"]
    assert cross["x"] == [NAMES[1]]
    assert cross["hovertext"] == [fmt.HIDDEN]


def test_a_taakveld_has_its_budget_as_a_mark() -> None:
    row = uitgaven.PerTaakveld(
        wet=Wet.WMO,
        taakveld="6.711",
        naam="Huishoudelijke hulp",
        clienten=40,
        ingediend=Decimal(800),
        begroot=Decimal(1000),
    )

    bars, marks = traces(figures.per_taakveld([row], LIGHT))

    assert (bars["x"], marks["x"]) == ([800], [1000])
    assert bars["marker"]["color"] == [LIGHT.wet[Wet.WMO]]


def product(naam: str, bedrag: int | None) -> uitgaven.PerProduct:
    return uitgaven.PerProduct(
        wet=Wet.JW,
        categorie="45",
        naam=naam,
        clienten=None if bedrag is None else 20,
        ingediend=None if bedrag is None else Decimal(bedrag),
        toegekend=None,
        in_behandeling=None,
    )


def test_the_dearest_comes_first_and_the_hidden_says_that_it_is() -> None:
    rows = [product("klein", 10), product("verborgen", None), product("groot", 90)]

    figure = figures.per_product(rows, LIGHT)

    (bars,) = traces(figure)
    assert bars["x"] == [90, 10, None]
    assert fmt.HIDDEN in words(figure)


def test_no_more_bars_than_fit_on_a_screen() -> None:
    (bars,) = traces(figures.per_product([product(str(nr), nr) for nr in range(40)], LIGHT))

    assert len(bars["x"]) == 12


def test_a_name_with_a_link_in_it_stays_a_name() -> None:
    figure = figures.per_product([product("<a href='//elders'>", 10)], LIGHT)

    assert "<a" not in words(figure)


def test_drawing_leaves_the_rows_as_they_were(both: Rows, volledigheid: Shares) -> None:
    before = [row.model_copy(deep=True) for row in both]

    figures.koers(both, [kern()], volledigheid, [], LIGHT)

    assert both == before


def test_the_same_rows_give_the_same_figure(both: Rows, volledigheid: Shares) -> None:
    drawn = [figures.koers(both, [kern()], volledigheid, [], LIGHT) for _ in range(2)]

    assert drawn[0] == drawn[1]


def test_a_list_that_is_cut_says_how_many_more_there_are() -> None:
    cut, whole = (
        words(figures.per_product([product(str(nr), nr) for nr in range(count)], LIGHT))
        for count in (40, 12)
    )

    assert "en nog 28 in de tabel" in cut
    assert "in de tabel" not in whole
