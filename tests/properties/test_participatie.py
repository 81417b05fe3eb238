"""Who has bijstand, month by month and in every cut, equals what plain Python counts day by day."""

import calendar
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdash.queries import participatie
from sdash.warehouse.marts import Marts
from tests.queries.marts import Mart, connect, emptied

START = date(2025, 6, 1)
A_DAY = timedelta(days=1)
MONTHS = [date(2025 + (5 + nr) // 12, (5 + nr) % 12 + 1, 1) for nr in range(14)]
PERIOD: dict[str, Any] = {"van": date(2025, 9, 1), "tot": date(2026, 5, 31)}
BIJSTAND = ("Pw", "IOAW", "Bbz")
TREDEN = ("1", "2", None)
FLOWS = "begin instroom erbij uitstroom weg eind"


@dataclass(frozen=True)
class Regel:
    """One row of a file: a month of one uitkering."""

    client_id: int
    regeling: str
    begin: date
    eind: date | None
    maand: date
    trede: str | None
    reden_uitstroom: str | None


def last_day(month: date) -> date:
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


@st.composite
def uitkeringen(draw: st.DrawFn) -> list[Regel]:
    """Rows of a few people, of which months are missing, and ends that come late or never."""
    rows: dict[tuple[int, str, date, date], Regel] = {}
    for _ in range(draw(st.integers(1, 6))):
        client, regeling = draw(st.integers(1, 3)), draw(st.sampled_from([*BIJSTAND, "LKS"]))
        begin = START + timedelta(days=draw(st.integers(0, 300)))
        lasts = draw(st.one_of(st.none(), st.integers(0, 150)))
        eind = None if lasts is None else begin + timedelta(days=lasts)
        told = [m for m in MONTHS if begin.replace(day=1) <= m <= (eind or date.max)]
        for maand in draw(st.lists(st.sampled_from(told), min_size=1, unique=True)):
            known = eind if draw(st.booleans()) else None
            more = draw(st.sampled_from(TREDEN)), draw(st.sampled_from(["7", None]))
            rows[client, regeling, begin, maand] = Regel(
                client, regeling, begin, known, maand, *more
            )
    return [*rows.values()]


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect() as connection:
        yield connection


def fill(mart: Mart, rows: list[Regel]) -> None:
    mart.add("levering", [{"soort": "uitkeringen"}])
    told = [{**vars(row), "plaats": str(nr)} for nr, row in enumerate(rows)]
    mart.add("uitkering_regel", told)
    Marts(mart._connection)._derive("bijstand")


def days_of(rows: list[Regel]) -> dict[int, list[date]]:
    """The days on which each person has bijstand, with the gaps of at most thirty days."""
    newest, until = max(row.maand for row in rows), last_day(MONTHS[-1])
    months: dict[tuple[int, str, date], list[Regel]] = defaultdict(list)
    for row in rows:
        if row.regeling in BIJSTAND:
            months[row.client_id, row.regeling, row.begin].append(row)
    found: dict[int, set[date]] = defaultdict(set)
    for (client, _, begin), of in months.items():
        last = max(of, key=lambda row: row.maand)
        goes_on = until if last.maand == newest else max(last_day(last.maand), begin)
        eind = last.eind or goes_on
        found[client] |= {begin + nr * A_DAY for nr in range((min(eind, until) - begin).days + 1)}
    return {client: [*bridged(sorted(days))] for client, days in found.items()}


def bridged(days: list[date]) -> Iterator[date]:
    for day, following in zip(days, [*days[1:], None], strict=True):
        gap = 0 if following is None else (following - day).days - 1
        yield from (day + nr * A_DAY for nr in range((gap if gap <= 30 else 0) + 1))


@given(uitkeringen())
def test_the_months_are_those_of_an_independent_count_by_day(
    database: duckdb.DuckDBPyConnection, rows: list[Regel]
) -> None:
    with emptied(database) as mart:
        fill(mart, rows)
        found = mart.rows(participatie.per_maand, **PERIOD)

    days = {client: {*of} for client, of in days_of(rows).items()}
    low, high = min(row.maand for row in rows), max(row.maand for row in rows)
    asked = [m for m in MONTHS if PERIOD["van"] <= m <= PERIOD["tot"] and low <= m <= high]
    assert [row.maand for row in found] == asked
    for row in found:
        inside = [row.maand + nr * A_DAY for nr in range(last_day(row.maand).day)]
        assert row.begin == sum(row.maand - A_DAY in of for of in days.values())
        assert row.eind == sum(inside[-1] in of for of in days.values())
        came = [day in of and day - A_DAY not in of for of in days.values() for day in inside]
        left = [day not in of and day - A_DAY in of for of in days.values() for day in inside]
        assert (row.instroom, row.uitstroom) == (sum(came), sum(left))
        assert (row.erbij, row.weg) == (0, 0)


@given(uitkeringen())
def test_begin_and_what_came_less_what_left_is_eind_in_every_cut(
    database: duckdb.DuckDBPyConnection, rows: list[Regel]
) -> None:
    cuts: list[dict[str, str]] = [{}, *({"regeling": one} for one in BIJSTAND)]
    cuts += [{"trede": "1"}, {"trede": "2"}, {"trede": "1", "regeling": "Pw"}]
    with emptied(database) as mart:
        fill(mart, rows)
        months = [mart.ask(participatie.per_maand, FLOWS, **PERIOD, **cut) for cut in cuts]
        leden = [
            mart.ask(participatie.per_lid, f"lid {FLOWS}", **PERIOD, verdeling=verdeling)
            for verdeling in ("regeling", "trede", "leefvorm")
        ]

    for of in months:
        for begin, instroom, erbij, uitstroom, weg, eind in of:
            assert begin + instroom + erbij - uitstroom - weg == eind  # type: ignore[operator]
        assert [row[-1] for row in of[:-1]] == [row[0] for row in of[1:]]
    for per_lid in leden:
        for _, begin, instroom, erbij, uitstroom, weg, eind in per_lid:
            assert begin + instroom + erbij - uitstroom - weg == eind  # type: ignore[operator]
    per_regeling = {row[0]: row[-1] for row in leden[0]}
    for cut, of in zip(cuts, months, strict=True):
        if of and cut.keys() == {"regeling"}:
            assert of[-1][-1] == per_regeling.get(cut["regeling"], 0)
        elif of and not cut:
            assert (of[0][0], of[-1][-1]) == (
                (leden[0][0][1], leden[0][0][-1]) if leden[0] else (0, 0)
            )


@given(uitkeringen())
def test_who_left_is_counted_once_beside_the_reasons(
    database: duckdb.DuckDBPyConnection, rows: list[Regel]
) -> None:
    with emptied(database) as mart:
        fill(mart, rows)
        found = mart.rows(participatie.redenen, **PERIOD)

    low = max(PERIOD["van"], min(row.maand for row in rows))
    high = min(PERIOD["tot"], last_day(max(row.maand for row in rows)))
    for richting, step in (("instroom", -A_DAY), ("uitstroom", A_DAY)):
        gone = set()
        for client, of in days_of(rows).items():
            edges = {day for day in of if day + step not in of and day < last_day(MONTHS[-1])}
            moments = {day if step < timedelta() else day + A_DAY for day in edges}
            gone |= {client for moment in moments if low <= moment <= high}
        told = [row for row in found if row.richting == richting]
        assert {row.samen for row in told} == ({len(gone)} if gone else set())
        assert sum(row.clienten or 0 for row in told) >= len(gone)
