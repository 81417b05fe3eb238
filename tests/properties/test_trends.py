"""What stands out, of chance: as scipy says to 1e-9, and seldom where nothing changes."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from sdash.queries import trends
from sdash.trends import KANS
from tests.queries.marts import Mart, connect, emptied

MONTHS = 24
SPAN = {"van": date(2025, 1, 1), "tot": date(2026, 12, 31)}
THREE = float(stats.norm.sf(3))
TWO = float(stats.norm.sf(2))
ONE = float(stats.norm.sf(1))

counts = st.lists(st.integers(0, 9) | st.integers(0, 60), min_size=MONTHS, max_size=MONTHS)
parts = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=MONTHS, max_size=MONTHS
)


@pytest.fixture(scope="module")
def tables() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect() as connection:
        yield connection


def month(nr: int) -> date:
    return date(2025 + nr // 12, nr % 12 + 1, 1)


def points(tables: duckdb.DuckDBPyConnection, mart: Mart, reeks: str) -> dict[date, Any]:
    mart.derive()
    found = tables.execute(
        "SELECT maand, laag, hoog, onder, boven FROM trendpunt($van, $tot, $reeks)",
        {**SPAN, "reeks": reeks},
    ).fetchall()
    return {row[0]: row[1:] for row in found}


def coming(mart: Mart, by_wijk: dict[str, list[int]]) -> None:
    """People who come into care in a wijk, so many each month."""
    mart.add("levering", [{"wet": "jw", "dagtekening": date(2024, 12, 1)}])
    begun = [
        (wijk, month(nr) + timedelta(days=who % 28))
        for wijk, known in by_wijk.items()
        for nr, count in enumerate(known)
        for who in range(count)
    ]
    care = [{"client_id": nr, "van": day} for nr, (_, day) in enumerate(begun)]
    mart.add("inzet", [{**row, "toewijzing_nummer": row["client_id"]} for row in care])
    mart.add("zorgperiode", [{**row, "wet": "totaal"} for row in care])
    mart.add("client", [{"client_id": nr, "wijk_code": wijk} for nr, (wijk, _) in enumerate(begun)])


@settings(max_examples=25)
@given(counts)
def test_the_chances_and_the_band_of_a_count_are_those_of_scipy(
    tables: duckdb.DuckDBPyConnection, counts: list[int]
) -> None:
    with emptied(tables) as mart:
        coming(mart, {"WK1": counts})
        found = points(tables, mart, "instroom/totaal/totaal")

    assert len(found) == (MONTHS - 11 if sum(counts) else 0)
    for nr in range(11, MONTHS) if sum(counts) else []:
        law = stats.binom(sum(counts[: nr + 1]), 1 / (nr + 1))
        laag, hoog, onder, boven = found[month(nr)]
        assert laag == pytest.approx(law.cdf(counts[nr]), abs=1e-9, rel=1e-9)
        assert hoog == pytest.approx(law.sf(counts[nr] - 1), abs=1e-9)
        assert onder == law.ppf(THREE)
        assert boven == law.isf(THREE)


@settings(max_examples=25)
@given(parts)
def test_the_chances_and_the_band_of_a_part_are_those_of_scipy(
    tables: duckdb.DuckDBPyConnection, parts: list[tuple[int, int]]
) -> None:
    with emptied(tables) as mart:
        mart.add("levering", [{"wet": "jw", "dagtekening": date(2024, 12, 1)}])
        stops = [
            (month(nr), reden)
            for nr, (did, other) in enumerate(parts)
            for reden in ["31"] * did + ["34"] * other
        ]
        told = [
            {"client_id": nr, "plaats": nr, "einddatum": day, "reden_beeindiging": reden}
            for nr, (day, reden) in enumerate(stops)
        ]
        mart.add("melding", [{**row, "soort": "stop", "wet": "jw"} for row in told])
        found = points(tables, mart, "plan/totaal/totaal")

    known = [(nr, did, did + other) for nr, (did, other) in enumerate(parts) if did + other]
    assert len(found) == max(0, len(known) - 11)
    for place in range(11, len(known)):
        nr, did, whole = known[place]
        every = sum(of for _, _, of in known[: place + 1])
        law = stats.hypergeom(every, sum(one for _, one, _ in known[: place + 1]), whole)
        laag, hoog, onder, boven = found[month(nr)]
        assert laag == pytest.approx(law.cdf(did), abs=1e-9, rel=1e-9)
        assert hoog == pytest.approx(law.sf(did - 1), abs=1e-9)
        assert onder == law.ppf(THREE)
        assert boven == law.isf(THREE)


def broken(counts: list[int]) -> list[int | None]:
    """The first rule that each month from the twelfth on breaks, of all four, in plain Python."""
    far: list[dict[int, int]] = []
    for nr in range(11, len(counts)):
        law = stats.binom(sum(counts[: nr + 1]), 1 / (nr + 1))
        chance = {1: law.sf(counts[nr] - 1), -1: law.cdf(counts[nr])}
        zones = (0.5, ONE, TWO, THREE)
        far.append({side: sum(one <= zone for zone in zones) for side, one in chance.items()})
    found: list[int | None] = []
    for place in range(len(far)):
        rules = [
            rule
            for side in (1, -1)
            for rule, (ver, times, of) in {
                1: (4, 1, 1),
                2: (3, 2, 3),
                3: (2, 4, 5),
                4: (1, 8, 8),
            }.items()
            if far[place][side] >= ver
            and sum(one[side] >= ver for one in far[max(0, place - of + 1) : place + 1]) >= times
        ]
        found.append(min(rules, default=None))
    return found


@settings(max_examples=25)
@given(
    st.lists(st.integers(0, 8), min_size=14, max_size=14),
    st.lists(st.integers(2, 14), min_size=10, max_size=10),
)
def test_the_rules_are_those_of_plain_python(
    tables: duckdb.DuckDBPyConnection, before: list[int], after: list[int]
) -> None:
    with emptied(tables) as mart:
        mart.insert("trendregel", [{"regel": regel, "kans": 0.1} for regel in (2, 3)])
        coming(mart, {"WK1": before + after})
        rows = mart.records(trends.reeks, {**SPAN, "reeks": "instroom/totaal/totaal"})

    assert [row["regel"] for row in rows] == broken(before + after)


@pytest.mark.parametrize("usual", [0.3, 1.0, 4.0])
def test_a_village_in_which_nothing_changes_is_no_news(usual: float) -> None:
    chance, asked, false = Random(1), 0, dict.fromkeys(KANS, 0)
    for _ in range(150):
        counts = [poisson(chance, usual) for _ in range(MONTHS)]
        found = broken(counts)
        asked += len(found)
        for rule in false:
            false[rule] += found.count(rule)

    for rule, kans in KANS.items():
        assert false[rule] <= kans * asked + 3 * (kans * asked) ** 0.5


def poisson(chance: Random, mean: float) -> int:
    """How many come in a month in which so many come on average."""
    count, waited = 0, chance.expovariate(mean)
    while waited < 1:
        count, waited = count + 1, waited + chance.expovariate(mean)
    return count
