"""Who came and who left, of lives of chance: in every cut what plain Python counts day by day."""

from collections.abc import Iterator

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdash.queries import stroom
from tests.properties.levens import CUTS, ORDER, Leven, dag, filters, levens, near
from tests.queries.marts import Mart, connect, emptied

pytestmark = pytest.mark.slow

periods = st.tuples(near(range(60, 301, 30)), st.sampled_from([0, 29, 58, 60, 89]))
FLOW = ("begin", *ORDER, "eind")


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    """One database for all lives."""
    with connect() as connection:
        yield connection


def of_members(
    mart: Mart, period: tuple[int, int], snede: str, chosen: dict[str, str]
) -> dict[str, tuple[int, ...]]:
    """What the query says of each member of whom something can be said."""
    van, tot = period
    params = {"van": dag(van), "tot": dag(tot), "vandaag": dag(tot), "snede": snede or None}
    rows = mart.rows(stroom.per_lid, **params, **chosen)
    told = {row.lid: tuple(getattr(row, name) or 0 for name in FLOW) for row in rows}
    return {lid: flow for lid, flow in told.items() if lid == "totaal" or any(flow)}


def is_balanced(flow: tuple[int, ...]) -> bool:
    """Begin + in - uit = eind."""
    begin, nieuw, terug, erbij, uit, weg, eind = flow
    return begin + nieuw + terug + erbij - uit - weg == eind


@given(levens, st.lists(periods, min_size=3, max_size=3), filters())
def test_every_member_of_every_cut_is_what_plain_python_counts(
    database: duckdb.DuckDBPyConnection,
    leven: Leven,
    asked: list[tuple[int, int]],
    chosen: dict[str, str],
) -> None:
    with emptied(database) as mart:
        leven.fill(mart)
        for van, duur in asked:
            for snede in ("", *CUTS):
                found = of_members(mart, (van, van + duur), snede, chosen)

                assert found == leven.expected(van, van + duur, snede, chosen)
                assert [lid for lid, flow in found.items() if not is_balanced(flow)] == []
                if not chosen:
                    assert found["totaal"][3] == found["totaal"][5] == 0


@given(levens, periods, filters())
def test_months_are_balanced_follow_on_each_other_and_add_up_to_the_whole(
    database: duckdb.DuckDBPyConnection,
    leven: Leven,
    period: tuple[int, int],
    chosen: dict[str, str],
) -> None:
    van, tot = period[0], sum(period)
    params = {"van": dag(van), "tot": dag(tot), "vandaag": dag(tot)}
    with emptied(database) as mart:
        leven.fill(mart)
        months = [
            tuple(getattr(row, name) or 0 for name in FLOW)
            for row in mart.rows(stroom.per_maand, **params, **chosen)
        ]
        whole = of_members(mart, (van, tot), "", chosen)["totaal"]

    assert all(map(is_balanced, months))
    assert [month[-1] for month in months[:-1]] == [month[0] for month in months[1:]]
    assert (months[0][0], months[-1][-1]) == (whole[0], whole[-1])
    assert [*map(sum, zip(*(month[1:-1] for month in months), strict=True))] == [*whole[1:-1]]


@given(levens, periods)
def test_who_came_back_is_what_plain_python_counts(
    database: duckdb.DuckDBPyConnection, leven: Leven, period: tuple[int, int]
) -> None:
    van, tot = period[0], sum(period)
    params = {"van": dag(van), "tot": dag(tot)}
    with emptied(database) as mart:
        leven.fill(mart)
        returned = mart.rows(stroom.terugkeer, **params)
        shares = mart.rows(stroom.terug, **params)
        (again,) = mart.rows(stroom.herhaald, **params)

    assert {row.product: counts(row) for row in returned} == leven.returns(van, tot)
    assert [(row.nieuw, row.herinstroom) for row in shares] == [
        leven.known(row.maand, tot) for row in shares
    ]
    assert (again.instroom, again.herhaald) == leven.again(van, tot)


def counts(row: stroom.Terugkeer) -> tuple[int | None, ...]:
    """What a row counts, all of it last."""
    return (row.tot_drie, row.tot_zes, row.tot_twaalf, row.tot_twee, row.later, row.terug)
