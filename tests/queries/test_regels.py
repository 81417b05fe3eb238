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


LINE = {"wet": "jw", "aanbieder": "42420001", "referentienummer": "A1"}


@pytest.fixture
def zorg(lines: Mart) -> Mart:
    """The toewijzing of the lines, asked for under a reference, and one of another product."""
    lines.fill(
        "toewijzing_versie",
        """
        levering_nr | plaats | toewijzing_nummer | referentie | categorie | productcode
        1           | 1      | 1                 | V1         | 45        | 45A03
        """,
    )
    lines.fill(
        "toewijzing",
        """
        toewijzing_nummer | categorie | productcode | ingangsdatum | einddatum
        1                 | 45        | 45A03       | 2026-01-01   | 2026-12-31
        2                 | 43        | 43A01       | 2026-01-01   | 2026-12-31
        """,
    )
    return lines


def told(mart: Mart) -> list[object]:
    return [said for (said,) in mart.ask(regels.berichten, "omschrijving", **LINE)]


@pytest.mark.parametrize("kind", ["start", "stop"])
@pytest.mark.parametrize(
    ("changed", "belongs"),
    [
        ({}, True),
        ({"productcode": None}, True),
        ({"toewijzing_nummer": 1, "productcode": None, "client_id": 1}, True),
        ({"toewijzing_nummer": 2}, False),
        ({"categorie": "43", "productcode": None}, False),
        ({"productcode": "45A04"}, False),
        ({"begindatum": "2025-12-31"}, False),
        ({"begindatum": "2027-01-01"}, False),
        ({"client_id": 2}, False),
        ({"aanbieder": "42420002"}, False),
        ({"wet": "wmo"}, False),
    ],
)
def test_a_start_or_stop_without_a_number_belongs_to_the_toewijzing_of_its_product(
    kind: str, changed: dict[str, object], *, belongs: bool, zorg: Mart
) -> None:
    usual = {"toewijzing_nummer": None, "begindatum": "2026-02-01", "status": "1"}
    zorg.add(kind, [{**usual, "levering_nr": 2, "plaats": 9, **changed}])

    assert told(zorg) == (["toewijzing", kind] if belongs else ["toewijzing"])


def test_a_start_that_can_be_of_two_toewijzingen_is_of_none(zorg: Mart) -> None:
    zorg.fill(
        "toewijzing",
        """
        toewijzing_nummer | categorie | productcode | ingangsdatum | einddatum
        3                 | 45        | 45A03       | 2026-01-01   | -
        """,
    )
    zorg.add("start", [{"toewijzing_nummer": None, "begindatum": "2026-02-01", "status": "1"}])

    assert told(zorg) == ["toewijzing"]


def test_a_start_that_was_taken_back_is_told_twice(zorg: Mart) -> None:
    usual = {"toewijzing_nummer": None, "begindatum": "2026-02-01"}
    zorg.add("start", [{**usual, "levering_nr": 1, "plaats": 2, "status": "1"}])
    zorg.add("start", [{**usual, "levering_nr": 2, "plaats": 3, "status": "3"}])

    assert told(zorg) == ["toewijzing", "start", "start verwijderd"]


def test_a_verzoek_is_told_with_its_answer_when_the_toewijzing_names_it(zorg: Mart) -> None:
    for referentie in ("V1", "V2"):
        asked = {"referentie": referentie, "levering_nr": 1, "volume": 7, "einddatum": None}
        zorg.add("verzoek", [{**asked, "plaats": 3}])
        zorg.add("verzoek_antwoord", [{"referentie": referentie, "antwoord": "2", "plaats": 4}])
        zorg.add("verzoek", [{**asked, "plaats": 5, "client_id": 2}])

    assert zorg.ask(regels.berichten, "omschrijving van tot volume plaats", **LINE) == [
        ("toewijzing", "2026-01-01", "9999-12-31", 1, 1),
        ("verzoek om toewijzing", "2026-01-01", None, 7, 3),
        ("verzoek in onderzoek", None, None, None, 4),
    ]


@pytest.mark.parametrize(
    ("changed", "belongs"),
    [
        ({"toewijzing_nummer": 1, "wens": "te wijzigen", "referentie": "V9"}, True),
        ({"toewijzing_nummer": 1, "wens": "ongewijzigd", "referentie": "V9"}, True),
        ({"toewijzing_nummer": 2, "wens": "te wijzigen", "referentie": "V1"}, False),
        ({"wens": "nieuw", "referentie": "V1"}, True),
        ({"wens": "nieuw", "referentie": "V1", "categorie": "43"}, False),
        ({"wens": "nieuw", "referentie": "V9"}, False),
    ],
)
def test_of_a_verzoek_om_wijziging_only_what_is_about_this_care_is_told(
    changed: dict[str, object], *, belongs: bool, zorg: Mart
) -> None:
    zorg.add("wijziging", [{"toewijzing_nummer": None, "plaats": 2, **changed}])

    said = f"verzoek om wijziging: {changed['wens']}"
    assert told(zorg) == (["toewijzing", said] if belongs else ["toewijzing"])


@pytest.mark.parametrize("status", ["toegekend", "in_behandeling", "afgewezen"])
def test_a_credit_says_whether_it_was_granted(status: str, lines: Mart) -> None:
    lines.fill(
        "regel",
        f"""
        referentienummer | maand      | begin      | bedrag | status   | levering_nr | plaats
        C1               | 2026-01-01 | 2026-01-01 | -500   | {status} | 2           | 9
        """,
    )
    lines.add(
        "prestatie",
        [
            {"referentienummer": "A1", "levering_nr": 2, "plaats": 7, "debet_credit": "D"},
            {
                "referentienummer": "C1",
                "levering_nr": 2,
                "plaats": 9,
                "debet_credit": "C",
                "vorig_referentienummer": "A1",
            },
        ],
    )
    of_debet = lines.ask(regels.historie, "omschrijving referentienummer reden", **LINE)
    of_credit = lines.ask(
        regels.historie, "omschrijving referentienummer reden", **{**LINE, "referentienummer": "C1"}
    )

    assert ("credit", "C1", status) in of_debet
    assert ("debet", "A1", "toegekend") in of_credit
