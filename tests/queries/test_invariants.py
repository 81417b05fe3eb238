"""What holds for every municipality: parts add up, and months follow on each other."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdash.queries import caseload, uitgaven
from sdash.sql import Query, Record
from tests.queries.marts import Mart, emptied

WIJKEN = ("WK168100", "WK168101", "onbekend")
PRODUCTEN = (("jw", "45", "6.75"), ("jw", "36", "onbekend"), ("wmo", "01", "6.711"))
AANBIEDERS = ("42420001", "42420002")
DIVISIONS: list[tuple[Query[Any, Any], Record]] = [
    (uitgaven.per_maand, {}),
    (uitgaven.verloop, {}),
    (uitgaven.per_taakveld, {}),
    (uitgaven.per_product, {}),
    (uitgaven.per_aanbieder, {}),
    (uitgaven.per_wijk, {}),
    (uitgaven.regels, {"aantal": 1_000}),
]
FILTERS = {
    "wet": ("jw", "wmo"),
    "domein": ("6.75", "6.711", "onbekend"),
    "product": ("jw-45", "jw-36", "wmo-01"),
    "aanbieder": AANBIEDERS,
    "wijk": WIJKEN,
    "team": ("Noord", "Zuid", "Nergens"),
}
YEAR = {"van": "2026-01-01", "tot": "2026-12-31"}
LAST_DAY = "2026-12-31"

clients = st.integers(1, 5)
homes = st.lists(st.sampled_from(WIJKEN), min_size=5, max_size=5)
line = st.tuples(
    clients,
    st.sampled_from(PRODUCTEN),
    st.sampled_from(AANBIEDERS),
    st.integers(1, 12),
    st.integers(-10_000, 10_000),
)
# Days without care of more than thirty, then days with care: as many stretches as one has had.
stretch = st.tuples(st.integers(31, 400), st.integers(1, 400))
lives = st.lists(st.lists(stretch, max_size=4), min_size=5, max_size=5)

generated = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])


def settle(mart: Mart, wijken: list[str]) -> None:
    """Everyone lives somewhere, and every known wijk has a team."""
    people = enumerate(wijken, start=1)
    mart.insert("client", [{"client_id": nr, "wijk_code": wijk} for nr, wijk in people])
    mart.fill("team", "team | wijk_code\nNoord | WK168100\nZuid | WK168101\nNergens | onbekend")


def spend(mart: Mart, lines: list[Any]) -> None:
    """Lines and what they add up to, as the warehouse would have them."""
    told = [
        {
            "client_id": client,
            "wet": wet,
            "categorie": categorie,
            "taakveld": taakveld,
            "aanbieder": aanbieder,
            "maand": f"2026-{month:02}-01",
            "bedrag": cents,
            "referentienummer": str(number),
        }
        for number, (client, (wet, categorie, taakveld), aanbieder, month, cents) in enumerate(
            lines
        )
    ]
    mart.fill("levering", "levering_nr\n1")
    mart.add("regel", told)


def care(mart: Mart, lives: list[list[tuple[int, int]]]) -> None:
    """The stretches of care of each person, none of which touches another."""
    periods = [
        {"client_id": client, "volgnr": number, "van": van, "tot": tot}
        for client, stretches in enumerate(lives, start=1)
        for number, (van, tot) in enumerate(_dated(stretches), start=1)
    ]
    mart.add("zorgperiode", [{**period, "wet": "totaal"} for period in periods])
    mart.add("inzet", [_active(period) for period in periods])


def _dated(stretches: list[tuple[int, int]]) -> Iterator[tuple[date, date]]:
    day = date(2024, 12, 1)
    for without, long in stretches:
        van = day + timedelta(days=without)
        day = van + timedelta(days=long)
        yield van, day - timedelta(days=1)


def _active(period: Record) -> Record:
    shared = {name: period[name] for name in ("client_id", "van", "tot")}
    return {**shared, "toewijzing_nummer": period["client_id"]}


def euros(mart: Mart, query: Query[Any, Any], chosen: Record) -> Decimal:
    """All euros of an answer."""
    records = mart.records(query, {"jaar": 2026, **chosen})
    amount = "bedrag" if query is uitgaven.regels else "ingediend"
    return sum((record[amount] or Decimal(0) for record in records), Decimal(0))


@pytest.mark.parametrize(("query", "chosen"), DIVISIONS, ids=lambda of: getattr(of, "name", ""))
@generated
@given(lines=st.lists(line, max_size=10), wijken=homes)
def test_every_division_of_the_money_adds_up_to_the_total(
    query: Query[Any, Any],
    chosen: Record,
    database: duckdb.DuckDBPyConnection,
    lines: list[Any],
    wijken: list[str],
) -> None:
    with emptied(database) as mart:
        settle(mart, wijken)
        spend(mart, lines)

        assert euros(mart, query, chosen) == euros(mart, uitgaven.totaal, {})


@pytest.mark.parametrize("part", [*FILTERS])
@generated
@given(lines=st.lists(line, max_size=10), wijken=homes)
def test_the_answers_to_all_choices_of_a_filter_add_up_to_that_of_none(
    part: str, database: duckdb.DuckDBPyConnection, lines: list[Any], wijken: list[str]
) -> None:
    with emptied(database) as mart:
        settle(mart, wijken)
        spend(mart, lines)
        chosen = [euros(mart, uitgaven.kern, {part: choice}) for choice in FILTERS[part]]

        assert sum(chosen, Decimal(0)) == euros(mart, uitgaven.kern, {})


@generated
@given(lines=st.lists(line, max_size=10), wijken=homes)
def test_people_are_counted_and_never_added(
    database: duckdb.DuckDBPyConnection, lines: list[Any], wijken: list[str]
) -> None:
    with emptied(database) as mart:
        settle(mart, wijken)
        spend(mart, lines)
        (kern,) = mart.rows(uitgaven.kern, jaar=2026)

        assert kern.clienten == len({client for client, *_ in lines})


@generated
@given(lives=lives, wijken=homes)
def test_months_follow_on_each_other(
    database: duckdb.DuckDBPyConnection, lives: list[Any], wijken: list[str]
) -> None:
    with emptied(database) as mart:
        settle(mart, wijken)
        care(mart, lives)
        months = mart.records(caseload.verloop, YEAR)

    ends = [month["begin"] + month["instroom"] - month["uitstroom"] for month in months]
    assert [month["eind"] for month in months] == ends
    assert [month["begin"] for month in months[1:]] == ends[:-1]
    assert all(month["instroom"] == month["nieuw"] + month["herinstroom"] for month in months)


@generated
@given(lives=lives, wijken=homes)
def test_the_last_month_ends_with_those_who_have_care_that_day(
    database: duckdb.DuckDBPyConnection, lives: list[Any], wijken: list[str]
) -> None:
    with emptied(database) as mart:
        settle(mart, wijken)
        care(mart, lives)
        months = mart.records(caseload.verloop, YEAR)
        (kern,) = mart.rows(caseload.kern, peildatum=LAST_DAY)
        *_, totaal = mart.rows(caseload.stand, peildatum=LAST_DAY)

    assert months[-1]["eind"] == kern.clienten == totaal.clienten
    assert sum(month["nieuw"] for month in months) == kern.nieuw


@generated
@given(lives=lives, wijken=homes)
def test_everybody_lives_in_one_wijk(
    database: duckdb.DuckDBPyConnection, lives: list[Any], wijken: list[str]
) -> None:
    with emptied(database) as mart:
        settle(mart, wijken)
        care(mart, lives)
        (kern,) = mart.rows(caseload.kern, peildatum=LAST_DAY)
        per_wijk = mart.rows(caseload.per_wijk, peildatum=LAST_DAY)

    assert sum(row.clienten or 0 for row in per_wijk) == kern.clienten


@generated
@given(lives=lives, wijken=homes)
def test_the_flow_of_all_wijken_is_the_flow_of_the_gemeente(
    database: duckdb.DuckDBPyConnection, lives: list[Any], wijken: list[str]
) -> None:
    with emptied(database) as mart:
        settle(mart, wijken)
        care(mart, lives)
        parts = [mart.records(caseload.verloop, {**YEAR, "wijk": wijk}) for wijk in WIJKEN]
        whole = mart.records(caseload.verloop, YEAR)

    added = [sum(month["uitstroom"] for month in months) for months in zip(*parts, strict=True)]
    assert added == [month["uitstroom"] for month in whole]
