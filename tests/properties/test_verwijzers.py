"""Who sends people to care, of chance: the same as plain Python says, and as scipy says."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from statistics import mean
from typing import NamedTuple

import duckdb
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from sdash.prognose.student import quantile
from sdash.queries import verwijzers
from tests.queries.marts import Mart, connect, emptied

MONTHS = 30
CODES = ["01", "02", "06", "onbekend"]
EVERY = {"van": date(2025, 1, 1), "tot": date(2025, 12, 31)}

days = st.dates(date(2024, 11, 1), date(2026, 2, 28))
sent = st.lists(st.tuples(st.integers(0, 6), st.sampled_from(CODES), days), max_size=25)


class Praktijk(NamedTuple):
    """The month in which its POH began, if it got one, and its referrals month by month."""

    begin: int | None
    verwezen: list[int]


counts = st.lists(st.integers(0, 9), min_size=MONTHS, max_size=MONTHS)
praktijken = st.tuples(
    st.lists(st.builds(Praktijk, st.integers(0, MONTHS - 1), counts), min_size=1, max_size=4),
    st.lists(st.builds(Praktijk, st.none(), counts), min_size=1, max_size=4),
)


@pytest.fixture(scope="module")
def tables() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect() as connection:
        yield connection


def month(nr: int) -> date:
    return date(2024 + nr // 12, nr % 12 + 1, 1)


@given(sent)
def test_people_are_counted_as_plain_python_counts_them(
    tables: duckdb.DuckDBPyConnection, sent: list[tuple[int, str, date]]
) -> None:
    with emptied(tables) as mart:
        rows = [
            {"toewijzing_nummer": nr, "client_id": who, "verwijzer": code, "ingangsdatum": day}
            for nr, (who, code, day) in enumerate(sent)
        ]
        mart.add("toewijzing", rows)
        found = mart.records(verwijzers.per_kwartaal, {**EVERY})

    by: dict[tuple[date, str], set[int]] = defaultdict(set)
    everyone: dict[date, set[int]] = defaultdict(set)
    for who, code, day in sent:
        if EVERY["van"] <= day <= EVERY["tot"]:
            quarter = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
            by[quarter, code].add(who)
            everyone[quarter].add(who)
    assert {(row["kwartaal"], row["verwijzer"]): row["clienten"] for row in found} == {
        key: len(people) for key, people in by.items()
    }
    for row in found:
        assert row["samen"] == len(everyone[row["kwartaal"]])
        assert row["aandeel"] == row["clienten"] / row["samen"]


def changes(praktijken: tuple[list[Praktijk], list[Praktijk]]) -> tuple[list[float], list[float]]:
    """How each practice changed: those with a POH, and the others in the same months."""
    met, zonder = praktijken
    starts = [one for one in met if one.begin is not None and 12 <= one.begin <= MONTHS - 3]

    def change(own: Praktijk, begin: int) -> float:
        after = own.verwezen[begin : begin + 12]
        return mean(after) - mean(own.verwezen[begin - 12 : begin])

    first = [change(one, one.begin or 0) for one in starts]
    others = [mean(change(one, start.begin or 0) for start in starts) for one in zonder if starts]
    return first, others


def filled(mart: Mart, praktijken: tuple[list[Praktijk], list[Praktijk]]) -> None:
    mart.add("levering", [{"levering_nr": 1}])
    known = [
        {"praktijk": f"P{nr}", "maand": month(at), "verwijzer": "02", "aantal": count}
        | {"poh": one.begin is not None, "plaats": nr * MONTHS + at}
        | {"poh_van": None if one.begin is None else month(one.begin)}
        for nr, one in enumerate([*praktijken[0], *praktijken[1]])
        for at, count in enumerate(one.verwezen)
    ]
    mart.add("verwijzing_regel", known)


@given(praktijken)
def test_the_difference_is_that_of_plain_python_and_its_interval_that_of_scipy(
    tables: duckdb.DuckDBPyConnection, praktijken: tuple[list[Praktijk], list[Praktijk]]
) -> None:
    with emptied(tables) as mart:
        filled(mart, praktijken)
        [row] = mart.records(verwijzers.poh, {})

    first, others = changes(praktijken)
    assert (row["praktijken"], row["praktijken"] + row["anders"]) == (
        len(first),
        len(praktijken[0]),
    )
    assume(first)
    assert row["verschil"] == pytest.approx(mean(first) - mean(others), abs=1e-9)
    assume(len(first) > 1 < len(others) and len({*first}) > 1 < len({*others}))
    low, high = stats.ttest_ind(first, others, equal_var=False).confidence_interval(0.95)
    space = quantile(0.975, row["vrijheid"]) * row["fout"]
    assert row["verschil"] - space == pytest.approx(low, abs=1e-9, rel=1e-9)
    assert row["verschil"] + space == pytest.approx(high, abs=1e-9, rel=1e-9)


@given(praktijken)
def test_the_points_around_a_poh_make_the_year_before_it(
    tables: duckdb.DuckDBPyConnection, praktijken: tuple[list[Praktijk], list[Praktijk]]
) -> None:
    with emptied(tables) as mart:
        filled(mart, praktijken)
        [row] = mart.records(verwijzers.poh, {})
        points = mart.records(verwijzers.rond_poh, {})

    before = [point for point in points if point["sinds"] < 0]
    assert len(before) == (4 if row["praktijken"] else 0)
    for own, whole in (("met", "met_voor"), ("zonder", "zonder_voor")):
        if before:
            assert mean(point[own] for point in before) == pytest.approx(row[whole], abs=1e-9)


@given(st.floats(0.51, 0.9995), st.floats(1, 1e4))
def test_the_quantile_is_that_of_scipy(kans: float, vrijheid: float) -> None:
    assert quantile(kans, vrijheid) == pytest.approx(
        stats.t.ppf(kans, vrijheid), rel=1e-9, abs=1e-9
    )
