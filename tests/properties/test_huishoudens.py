"""What households of chance have together: the same as plain Python says, and never too much."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdash.domain import Rol
from sdash.privacy import policy_for, protect
from sdash.queries import huishoudens
from tests.queries.marts import SETTINGS, Mart, connect, emptied

DAY = date(2026, 6, 30)
OPEN = date(9999, 12, 31)
EVERY = {"peildatum": DAY}
HALF = date(2026, 1, 1)


class Stuk(NamedTuple):
    """Something that one person has from one day to another."""

    wie: int
    wet: str
    soort: str
    aanbieder: str | None
    van: date
    tot: date


class Thuis(NamedTuple):
    """Where one person lives from one day to another."""

    wie: int
    waar: int
    van: date
    tot: date


@st.composite
def period(draw: st.DrawFn) -> tuple[date, date]:
    van = DAY + timedelta(days=draw(st.integers(-400, 20)))
    length = draw(st.one_of(st.none(), st.integers(0, 400)))
    return van, OPEN if length is None else van + timedelta(days=length)


@st.composite
def care(draw: st.DrawFn) -> Stuk:
    wet, soort = draw(st.sampled_from([("jw", "45"), ("jw", "43"), ("wmo", "01"), ("wmo", "45")]))
    aanbieder = draw(st.sampled_from(["42420001", "42420002", "42420003"]))
    return Stuk(draw(st.integers(0, 9)), wet, soort, aanbieder, *draw(period()))


@st.composite
def homes(draw: st.DrawFn) -> list[Thuis]:
    rows = draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4), period()), max_size=15))
    unique = {(wie, van): Thuis(wie, waar, van, tot) for wie, waar, (van, tot) in rows}
    return [*unique.values()]


months = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from(["Pw", "LKS"]), st.integers(1, 6)),
    unique=True,
    max_size=8,
)


@pytest.fixture(scope="module")
def tables() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect() as connection:
        yield connection


def filled(
    mart: Mart, zorg: list[Stuk], thuis: list[Thuis], paid: list[tuple[int, str, int]]
) -> None:
    mart.add("levering", [{"levering_nr": 1}])
    mart.add(
        "inzet",
        [
            {"toewijzing_nummer": nr, "client_id": one.wie, "wet": one.wet}
            | {"categorie": one.soort, "aanbieder": one.aanbieder, "van": one.van, "tot": one.tot}
            for nr, one in enumerate(zorg)
        ],
    )
    mart.add(
        "huishouden_regel",
        [
            {"client_id": one.wie, "huishouden": f"h{one.waar}", "plaats": nr}
            | {"van": one.van, "tot": None if one.tot == OPEN else one.tot}
            for nr, one in enumerate(thuis)
        ],
    )
    mart.add(
        "uitkering_regel",
        [
            {"client_id": who, "regeling": regeling, "begin": date(2026, 1, 1), "eind": None}
            | {"maand": date(2026, month, 1), "plaats": nr}
            for nr, (who, regeling, month) in enumerate(paid)
        ],
    )
    for naam in ("huishouden", "regeling"):
        mart.make(naam)


def had(
    zorg: list[Stuk], paid: list[tuple[int, str, int]], van: date, tot: date
) -> set[tuple[int, str, str, str | None]]:
    """Who had what in a period, by reading every row."""
    found = {
        (one.wie, one.wet, one.soort, one.aanbieder)
        for one in zorg
        if one.van <= tot and one.tot >= van
    }
    newest = max((month for _, _, month in paid), default=0)
    until: dict[tuple[int, str], int] = {}
    for who, regeling, month in paid:
        until[who, regeling] = max(month, until.get((who, regeling), 0))
    return found | {
        (who, "pw", regeling, None)
        for (who, regeling), month in until.items()
        if month == newest or month >= van.month
    }


def living(thuis: list[Thuis]) -> dict[int, int]:
    """Where everyone lives on the day: of more places where he came last."""
    found: dict[int, Thuis] = {}
    for one in thuis:
        if one.van <= DAY <= one.tot and (one.wie not in found or one.van > found[one.wie].van):
            found[one.wie] = one
    return {wie: one.waar for wie, one in found.items()}


@given(st.lists(care(), max_size=20), homes(), months)
def test_households_are_counted_as_plain_python_counts_them(
    tables: duckdb.DuckDBPyConnection,
    zorg: list[Stuk],
    thuis: list[Thuis],
    paid: list[tuple[int, str, int]],
) -> None:
    with emptied(tables) as mart:
        filled(mart, zorg, thuis, paid)
        [kern] = mart.records(huishoudens.kern, {**EVERY})
        wetten = mart.records(huishoudens.wetten, {**EVERY})
        aanbieders = mart.records(huishoudens.aanbieders, {**EVERY})
        stapeling = mart.records(huishoudens.stapeling, {"van": HALF, "tot": DAY})

    now, where = had(zorg, paid, DAY, DAY), living(thuis)
    people = {wie for wie, *_ in now}
    of: dict[int, set[tuple[int, str, str, str | None]]] = defaultdict(set)
    for one in now:
        if one[0] in where:
            of[where[one[0]]].add(one)
    combined = Counter(" + ".join(sorted({wet for _, wet, *_ in own})) for own in of.values())
    assert {row["combinatie"]: row["huishoudens"] for row in wetten} == combined
    assert kern["mensen"] == len(people)
    assert kern["zonder"] == len(people - where.keys())
    assert kern["geteld"] == sum(row["mensen"] for row in wetten)
    assert kern["huishoudens"] == len(of)
    assert kern["meer_wetten"] == sum(n for name, n in combined.items() if "+" in name)
    at_home = Counter(
        min(len(agb), 4) for own in of.values() if (agb := {row[3] for row in own if row[3]})
    )
    assert {row["aantal"]: row["huishoudens"] for row in aanbieders} == at_home

    kinds: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for wie, wet, soort, _ in had(zorg, paid, HALF, DAY):
        if wie in where:
            kinds[where[wie]].add((wet, soort))
    known = not paid or min(month for *_, month in paid) == 1
    expected = (
        [(len(kinds), sum(len(own) > 1 for own in kinds.values()))] if kinds and known else []
    )
    assert [(row["huishoudens"], row["gestapeld"]) for row in stapeling] == expected
    for row in stapeling:
        assert row["enkel"] + row["gestapeld"] == row["huishoudens"]


gevallen = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(["geld", "wonen", "gezin", "justitie"]), period()),
    max_size=20,
    unique_by=lambda one: (one[0], one[1], one[2][0]),
)


@given(gevallen)
def test_problems_are_counted_as_plain_python_counts_them(
    tables: duckdb.DuckDBPyConnection, gevallen: list[tuple[int, str, tuple[date, date]]]
) -> None:
    with emptied(tables) as mart:
        mart.add("levering", [{"levering_nr": 1}])
        mart.add(
            "leefgebied_regel",
            [
                {"huishouden": f"h{who}" if who % 2 else None, "plaats": nr}
                | {"casusnummer": None if who % 2 else f"c{who}", "leefgebied": gebied}
                | {"van": van, "tot": None if tot == OPEN else tot}
                for nr, (who, gebied, (van, tot)) in enumerate(gevallen)
            ],
        )
        combined = mart.records(huishoudens.leefgebieden, {**EVERY})
        counted = mart.records(huishoudens.problemen, {**EVERY})

    of: dict[int, set[str]] = defaultdict(set)
    for who, gebied, (van, tot) in gevallen:
        if van <= DAY <= tot:
            of[who].add(gebied)
    assert {row["combinatie"]: row["huishoudens"] for row in combined} == Counter(
        " + ".join(sorted(own)) for own in of.values()
    )
    assert {row["aantal"]: row["huishoudens"] for row in counted} == Counter(
        min(len(own), 4) for own in of.values()
    )
    assert all(row["samen"] == len(of) for row in [*combined, *counted])


counts = st.lists(st.integers(1, 40), min_size=1, max_size=12)


@given(counts, st.sampled_from([Rol.BESTUURDER, Rol.PRESENTATOR]))
def test_all_that_the_gate_hides_together_is_never_a_small_number(
    counts: list[int], rol: Rol
) -> None:
    query = huishoudens.leefgebieden
    whole = sum(counts)
    records: list[dict[str, Any]] = [
        {"combinatie": str(nr), "huishoudens": count, "samen": whole, "aandeel": count / whole}
        for nr, count in enumerate(counts)
    ]
    policy = policy_for(rol, SETTINGS, query.name, query.header)

    shown = protect(query.header, records, policy).records

    hidden = [count for count, row in zip(counts, shown, strict=True) if row["huishoudens"] is None]
    assert not hidden or sum(hidden) >= policy.threshold or len(hidden) == len(counts)
