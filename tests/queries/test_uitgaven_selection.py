"""Every part of a selection on the money restricts every query that takes it."""

from decimal import Decimal
from typing import Any

import pytest

from sdash.queries import regels, uitgaven
from sdash.sql import Query, Record
from tests.queries.marts import Mart

SELECTING = [
    uitgaven.verloop,
    uitgaven.kern,
    uitgaven.per_taakveld,
    uitgaven.per_product,
    uitgaven.per_aanbieder,
    uitgaven.per_wijk,
    uitgaven.regels,
    regels.lijst,
    regels.som,
]
CHOSEN = {
    "wet": "jw",
    "domein": "6.75",
    "product": "jw-45",
    "aanbieder": "42420001",
    "wijk": "WK168100",
    "team": "Noord",
}
# The line of the second person differs in one thing from that of the first.
OTHERWISE: list[tuple[str, Record]] = [
    ("wet", {"wet": "wmo"}),
    ("domein", {"taakveld": "6.76"}),
    ("product", {"wet": "wmo"}),
    ("product", {"categorie": "46"}),
    ("aanbieder", {"aanbieder": "42420002"}),
    ("wijk", {"client_id": 2}),
    ("wijk", {"client_id": 3}),
    ("team", {"client_id": 2}),
    ("team", {"client_id": 3}),
    ("team", {"client_id": 4}),
    ("team", {"maand": "2026-03-01"}),
    ("team", {"maand": "2026-11-01"}),
]
OTHER_YEARS = ["2025-12-01", "2027-01-01"]

every_query = pytest.mark.parametrize("query", SELECTING, ids=lambda query: query.name)


@pytest.fixture
def lines(mart: Mart) -> Mart:
    """Where people live and who helps them: 1 in the wijk of Noord, 3 nowhere, 4 with Zuid."""
    mart.fill("levering", "levering_nr\n1")
    mart.fill(
        "client",
        """
        client_id | wijk_code
        1         | WK168100
        2         | WK168199
        4         | WK168104
        """,
    )
    mart.fill(
        "team",
        """
        team  | wijk_code | van        | tot
        Noord | WK168100  | 2026-04-01 | 2026-10-31
        Zuid  | WK168104  | 2020-01-01 | 9999-12-31
        """,
    )
    add(mart, "R1", 100, {"maand": "2026-06-01"})
    return mart


def add(mart: Mart, reference: str, cents: int, different: Record) -> None:
    """One line of a person in an ordinary month, but for what is different."""
    line: Record = {
        "maand": "2026-06-01",
        "wet": "jw",
        "taakveld": "6.75",
        "categorie": "45",
        "aanbieder": "42420001",
        "client_id": 1,
        **different,
    }
    told = {
        "levering_nr": 1,
        "plaats": 1,
        "declaratienummer": "D1",
        "referentienummer": reference,
        "toewijzing_nummer": 1,
        "productcode": "45A03",
        "begin": line["maand"],
        "eind": line["maand"],
        "volume": 1,
        "eenheid": "01",
        "bedrag": cents,
        "status": "toegekend",
        "vlaggen": [],
    }
    mart.insert("regel", [{**line, **told}])


def spent(mart: Mart, query: Query[Any, Any], chosen: Record) -> Decimal:
    """All euros of an answer."""
    wanted = {"aantal": 10, "vanaf": 0, "jaar": 2026, **chosen}
    known = {name: wanted[name] for name in query.params.model_fields if name in wanted}
    amount = "bedrag" if "bedrag" in query.row.model_fields else "ingediend"
    amounts = [Decimal(record[amount] or 0) for record in mart.records(query, known)]
    return sum(amounts, Decimal(0))


@every_query
@pytest.mark.parametrize(("part", "different"), OTHERWISE)
def test_a_part_of_the_selection_leaves_out_what_is_otherwise(
    query: Query[Any, Any], part: str, different: Record, lines: Mart
) -> None:
    add(lines, "R2", 900, different)

    assert spent(lines, query, {part: CHOSEN[part]}) == 1
    assert spent(lines, query, {}) == 10


@every_query
@pytest.mark.parametrize("maand", OTHER_YEARS)
def test_another_year_does_not_count(query: Query[Any, Any], maand: str, lines: Mart) -> None:
    add(lines, "R2", 900, {"maand": maand})

    assert spent(lines, query, {}) == 1


@every_query
@pytest.mark.parametrize("maand", ["2026-01-01", "2026-12-01"])
def test_the_first_and_last_month_count(query: Query[Any, Any], maand: str, lines: Mart) -> None:
    add(lines, "R2", 900, {"maand": maand})

    assert spent(lines, query, {}) == 10


@every_query
@pytest.mark.parametrize("maand", ["2026-04-01", "2026-10-01"])
def test_a_wijk_belongs_to_its_team_on_the_first_day_of_the_month(
    query: Query[Any, Any], maand: str, lines: Mart
) -> None:
    add(lines, "R2", 900, {"maand": maand})

    assert spent(lines, query, {"team": "Noord"}) == 10


@every_query
def test_a_wijk_of_two_teams_is_not_counted_twice(query: Query[Any, Any], lines: Mart) -> None:
    lines.fill("team", "team | wijk_code\nZuid | WK168100\nNoord | WK168100")

    assert spent(lines, query, {}) == 1
    assert spent(lines, query, {"team": "Noord"}) == 1
    assert spent(lines, query, {"team": "Zuid"}) == 1


@every_query
def test_someone_without_a_known_address_lives_in_wijk_onbekend(
    query: Query[Any, Any], lines: Mart
) -> None:
    lines.fill("client", "client_id | wijk_code\n5 | onbekend")
    add(lines, "R2", 900, {"client_id": 3})
    add(lines, "R3", 800, {"client_id": 5})

    assert spent(lines, query, {"wijk": "onbekend"}) == 17
