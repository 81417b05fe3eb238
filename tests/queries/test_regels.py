"""The lines of a selection: which, in what order, and to what they add up."""

from datetime import date
from decimal import Decimal

import pytest

from sdash.queries import regels, uitgaven
from tests.queries.marts import Mart

THIS = {"jaar": 2026}


@pytest.fixture
def lines(mart: Mart) -> Mart:
    """Four lines of two months, and two deliveries."""
    mart.fill(
        "levering",
        """
        levering_nr | soort | bestand | ontvangen_op        | identificatie | dagtekening
        1           | JW323 | een.xml | 2026-02-10 12:00:00 | B1            | 2026-02-10
        2           | JW323 | twee.xml| 2026-03-10 12:00:00 | B2            | 2026-03-10
        """,
    )
    mart.fill(
        "regel",
        """
        referentienummer | maand      | begin      | bedrag | status         | levering_nr | plaats
        A1               | 2026-01-01 | 2026-01-01 | 500    | toegekend      | 2           | 7
        A2               | 2026-02-01 | 2026-02-01 | 300    | afgewezen      | 1           | 1
        A3               | 2026-02-01 | 2026-02-01 | -900   | in_behandeling | 1           | 2
        B3               | 2026-03-01 | 2026-03-01 | 100    | toegekend      | 2           | 8
        """,
    )
    return mart


def listed(mart: Mart, **chosen: object) -> list[str]:
    asked = {**THIS, "aantal": 10, "vanaf": 0, **chosen}
    return [str(number) for (number,) in mart.ask(regels.lijst, "referentienummer", **asked)]


@pytest.mark.parametrize(
    ("volgorde", "order"),
    [
        (None, ["B3", "A2", "A3", "A1"]),
        ("maand", ["B3", "A2", "A3", "A1"]),
        ("bedrag", ["A3", "A1", "A2", "B3"]),
        ("ontvangen", ["B3", "A1", "A2", "A3"]),
    ],
)
def test_lines_stand_in_the_order_that_was_asked(
    volgorde: str | None, order: list[str], lines: Mart
) -> None:
    assert listed(lines, volgorde=volgorde) == order


def test_every_line_is_on_one_page(lines: Mart) -> None:
    pages = [listed(lines, vanaf=first, aantal=3) for first in (0, 3, 6)]

    assert pages == [["B3", "A2", "A3"], ["A1"], []]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"maand": date(2026, 2, 1)}, ["A2", "A3"]),
        ({"status": "toegekend"}, ["B3", "A1"]),
        ({"zoek": "a"}, ["A2", "A3", "A1"]),
        ({"zoek": "d1"}, ["B3", "A2", "A3", "A1"]),
        ({"zoek": "%"}, []),
        ({"maand": date(2025, 2, 1)}, []),
    ],
)
def test_lines_are_found_by_month_status_and_part_of_a_number(
    chosen: dict[str, object], found: list[str], lines: Mart
) -> None:
    assert listed(lines, **chosen) == found
    (row,) = lines.rows(regels.som, **THIS, **chosen)
    assert row.regels == len(found)


@pytest.mark.parametrize("maand", [None, date(2026, 2, 1)])
@pytest.mark.parametrize("status", [None, "toegekend", "in_behandeling", "afgewezen"])
def test_lines_add_up_to_the_amount_on_uitgaven(
    maand: date | None, status: str | None, gemeente: Mart
) -> None:
    (som,) = gemeente.rows(regels.som, **THIS, maand=maand, status=status)
    every = gemeente.rows(regels.lijst, **THIS, maand=maand, status=status, aantal=9999, vanaf=0)

    assert som.regels == len(every) > 0
    assert som.bedrag == som.ingediend == sum(line.bedrag for line in every)


def test_the_sum_is_the_figure_of_the_tile(gemeente: Mart) -> None:
    (som,) = gemeente.rows(regels.som, **THIS)
    (kern,) = gemeente.rows(uitgaven.kern, **THIS)

    assert som.ingediend == kern.ingediend


def test_a_search_has_no_amount_on_uitgaven(lines: Mart) -> None:
    (som,) = lines.rows(regels.som, **THIS, zoek="A1")

    assert (som.bedrag, som.ingediend) == (Decimal(5), None)


def test_a_line_says_the_place_where_it_stands(lines: Mart) -> None:
    line = {"wet": "jw", "aanbieder": "42420001", "referentienummer": "A1"}

    found = lines.ask(regels.regel, "bestand plaats nummer bedrag", **line)

    assert found == [("twee.xml", 7, "B2", 5.0)]
