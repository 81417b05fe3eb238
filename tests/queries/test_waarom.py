"""Why care cost more or less: parts that add up to the cent, as plain fractions say them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdash.queries import waarom
from sdash.sql import Record
from tests.queries.marts import Mart, emptied

THEN, NOW = date(2025, 1, 1), date(2026, 1, 1)
BOTH = {"van": NOW, "tot": date(2026, 3, 1), "toen_van": THEN, "toen_tot": date(2025, 3, 1)}
DOOR = ("clienten", "intensiteit", "prijs", "mix", "nieuw", "vervallen", "rest")
PARTS = [f"door_{name}" for name in DOOR]
generated = settings(
    max_examples=max(4, settings().max_examples // 5),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)

PRODUCTS = (
    ("jw", "45", "45A04", "04"),
    ("jw", "45", "45A05", "04"),
    ("jw", "45", "45A05", "01"),
    ("jw", "43", "43A12", "14"),
    ("wmo", "13", "13A01", "83"),
    ("wmo", "01", "01A04", "04"),
)
line = st.builds(
    lambda client, product, jaar, month, volume, bedrag, status: {
        "client_id": client,
        **dict(zip(("wet", "categorie", "productcode", "eenheid"), product, strict=True)),
        "maand": date(jaar, month, 1),
        "volume": volume,
        "bedrag": bedrag,
        "status": status,
    },
    st.integers(1, 6),
    st.sampled_from(PRODUCTS),
    st.sampled_from([2025, 2026]),
    st.integers(1, 4),
    st.integers(1, 500),
    st.integers(-20_000, 100_000).filter(bool),
    st.sampled_from(["toegekend", "in_behandeling", "afgewezen"]),
)
lines = st.lists(line, min_size=1, max_size=25)


def spend(mart: Mart, drawn: Sequence[Record]) -> None:
    """Lines with a number of their own."""
    mart.add("regel", [{**one, "referentienummer": f"R{nr}"} for nr, one in enumerate(drawn)])


def causes(mart: Mart, **chosen: object) -> dict[tuple[str, str], Record]:
    """The unprotected answer by wet and categorie."""
    params = waarom.Vergelijking.model_validate({**BOTH, **chosen}).model_dump()
    records = mart.records(waarom.oorzaken, params)
    return {(record["wet"], record["categorie"]): record for record in records}


def flows(mart: Mart, **chosen: object) -> dict[tuple[str, str], Record]:
    params = waarom.Vergelijking.model_validate({**BOTH, **chosen}).model_dump()
    records = mart.records(waarom.stromen, params)
    return {(record["wet"], record["stroom"]): record for record in records}


# ----------------------------------------------------------------- the independent calculation


def oracle(drawn: Iterable[Record]) -> dict[tuple[str, str], tuple[Fraction, ...]]:
    """The seven parts in exact cents, by wet and categorie, of the first three months."""
    kept = [one for one in drawn if one["maand"].month <= 3]
    people: dict[tuple[Any, ...], set[int]] = defaultdict(set)
    cells: dict[tuple[str, ...], list[Fraction]] = defaultdict(lambda: [Fraction(0)] * 4)
    for one in kept:
        place = int(one["maand"].year == 2026)
        key = tuple(str(one[name]) for name in ("wet", "categorie", "productcode", "eenheid"))
        sign = -1 if one["bedrag"] < 0 else 1
        cells[key][place] += sign * one["volume"]
        cells[key][2 + place] += one["bedrag"]
        people[one["wet"], place].add(one["client_id"])
        people[key, place].add(one["client_id"])
    parts: dict[tuple[str, str], tuple[Fraction, ...]] = {}
    for cell, (q0, q1, e0, e1) in cells.items():
        wet, categorie, _, eenheid = cell
        n = [Fraction(len(people[cell, place])) for place in (0, 1)]
        every = [Fraction(len(people[wet, place])) for place in (0, 1)]
        found = _parts(eenheid, n, every, (q0, q1), (e0, e1))
        before = parts.get((wet, categorie), (Fraction(0),) * 7)
        parts[wet, categorie] = tuple(a + b for a, b in zip(before, found, strict=True))
    return parts


def _parts(
    eenheid: str,
    n: Sequence[Fraction],
    every: Sequence[Fraction],
    q: Sequence[Fraction],
    e: Sequence[Fraction],
) -> tuple[Fraction, ...]:
    """Every order in which persons, units and price can change, each as likely as another."""
    rest = e[1] - e[0]
    if not n[0]:
        return (*[Fraction(0)] * 4, rest, Fraction(0), Fraction(0))
    if not n[1]:
        return (*[Fraction(0)] * 5, rest, Fraction(0))
    if eenheid == "83" or min(q) <= 0:
        return (*[Fraction(0)] * 6, rest)
    factors = [(n[0], n[1]), (q[0] / n[0], q[1] / n[1]), (e[0] / q[0], e[1] / q[1])]
    changed = [Fraction(0)] * 3
    orders = [(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)]
    for order in orders:
        at = [0, 0, 0]
        for factor in order:
            before = _product(factors, at)
            at[factor] = 1
            changed[factor] += (_product(factors, at) - before) / len(orders)
    shares = [n[place] / every[place] for place in (0, 1)]
    worth = changed[0] / (n[1] - n[0]) if n[1] != n[0] else _worth(factors)
    by_people = (every[1] - every[0]) * sum(shares) / 2 * worth
    by_shift = (shares[1] - shares[0]) * sum(every) / 2 * worth
    nothing = (Fraction(0),) * 3
    return (by_people, changed[1], changed[2], by_shift, *nothing)


def _product(factors: Sequence[tuple[Fraction, Fraction]], at: Sequence[int]) -> Fraction:
    result = Fraction(1)
    for factor, place in zip(factors, at, strict=True):
        result *= factor[place]
    return result


def _worth(factors: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    _, (u0, u1), (p0, p1) = factors
    return (2 * u0 * p0 + 2 * u1 * p1 + u0 * p1 + u1 * p0) / 6


# ------------------------------------------------------------------------------------ properties


@generated
@given(drawn=lines)
def test_every_cut_adds_up_to_the_cent(
    database: duckdb.DuckDBPyConnection, drawn: list[Record]
) -> None:
    with emptied(database) as mart:
        spend(mart, drawn)
        found = causes(mart)

    for record in found.values():
        assert record["verschil"] == record["bedrag"] - record["bedrag_toen"]
        assert sum(record[part] for part in PARTS) == record["verschil"]
        four = ("door_mix", "door_nieuw", "door_vervallen", "door_rest")
        assert sum(record[part] for part in four) == record["door_anders"]
    for column in (*PARTS, "verschil", "bedrag", "bedrag_toen"):
        for wet in ("jw", "wmo"):
            below = [r[column] for (w, c), r in found.items() if w == wet and c != "totaal"]
            whole = found.get((wet, "totaal"), {}).get(column, 0)
            assert sum(below) == whole
        wetten = [r[column] for (w, c), r in found.items() if w != "totaal" and c == "totaal"]
        assert sum(wetten) == found.get(("totaal", "totaal"), {}).get(column, 0)


@generated
@given(drawn=lines)
def test_the_parts_are_those_of_the_independent_calculation(
    database: duckdb.DuckDBPyConnection, drawn: list[Record]
) -> None:
    with emptied(database) as mart:
        spend(mart, drawn)
        found = causes(mart)

    expected = oracle(drawn)
    assert {key for key in found if key[1] != "totaal"} == expected.keys()
    for key, parts in expected.items():
        products = len({one["productcode"] + one["eenheid"] for one in drawn})
        for name, part in zip(PARTS, parts, strict=True):
            cents = Fraction(found[key][name]) * 100
            assert abs(cents - part) < products + Fraction(1, 1000), (key, name)


@generated
@given(drawn=lines, data=st.data())
def test_the_order_of_lines_changes_nothing(
    database: duckdb.DuckDBPyConnection, drawn: list[Record], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(drawn))
    with emptied(database) as mart:
        spend(mart, drawn)
        found = (causes(mart), flows(mart))
    with emptied(database) as mart:
        spend(mart, shuffled)
        again = (causes(mart), flows(mart))

    assert again == found


@generated
@given(drawn=lines)
def test_who_came_left_stayed_or_moved_adds_up_to_the_cent(
    database: duckdb.DuckDBPyConnection, drawn: list[Record]
) -> None:
    with emptied(database) as mart:
        spend(mart, drawn)
        found, whole = flows(mart), causes(mart)

    expected: dict[tuple[str, str], int] = defaultdict(int)
    kept = [one for one in drawn if one["maand"].month <= 3]
    for one in kept:
        same = [other for other in kept if _same(one, other, "wet", "client_id")]
        years = {other["maand"].year for other in same}
        of_product = {o["maand"].year for o in same if o["categorie"] == one["categorie"]}
        if len(years) == 1:
            stroom = "instroom" if years == {2026} else "uitstroom"
        else:
            stroom = "gebleven" if len(of_product) == 2 else "doorstroom"
        sign = 1 if one["maand"].year == 2026 else -1
        expected[one["wet"], stroom] += sign * one["bedrag"]
        expected[one["wet"], "totaal"] += sign * one["bedrag"]
    told = {key: record["verschil"] * 100 for key, record in found.items() if key[0] != "totaal"}
    assert told == expected
    for wet in {one["wet"] for one in kept}:
        assert found[wet, "totaal"]["verschil"] == whole[wet, "totaal"]["verschil"]
        assert found[wet, "totaal"]["clienten"] == whole[wet, "totaal"]["clienten"]


def _same(one: Record, other: Record, *names: str) -> bool:
    return all(one[name] == other[name] for name in names)


# --------------------------------------------------------------------------------------- meaning

HOURS = """
    client_id | maand      | categorie | productcode | eenheid | volume | bedrag
"""


def hours(mart: Mart, *drawn: str) -> Record:
    """The cause of all that is drawn."""
    rows = "\n".join(f"{row} | R{nr}" for nr, row in enumerate(drawn))
    mart.fill("regel", f"{HOURS.strip()} | referentienummer\n{rows}")
    return causes(mart)["totaal", "totaal"]


def parts_of(record: Record) -> dict[str, float]:
    """The parts that are not nothing, in euros."""
    return {name: float(record[f"door_{name}"]) for name in DOOR if record[f"door_{name}"]}


def test_more_people_at_the_same_hours_and_price_are_more_people(mart: Mart) -> None:
    record = hours(
        mart,
        "1 | 2025-01-01 | 45 | 45A04 | 04 | 10 | 100000",
        "1 | 2026-01-01 | 45 | 45A04 | 04 | 10 | 100000",
        "2 | 2026-01-01 | 45 | 45A04 | 04 | 10 | 100000",
    )

    assert parts_of(record) == {"clienten": 1000.0}
    assert (record["groei_intensiteit"], record["groei_prijs"], record["eenheid"]) == (0, 0, "04")


def test_more_hours_for_the_same_people_are_intensity(mart: Mart) -> None:
    record = hours(
        mart,
        "1 | 2025-01-01 | 45 | 45A04 | 04 | 10 | 100000",
        "1 | 2026-01-01 | 45 | 45A04 | 04 | 11 | 110000",
    )

    assert parts_of(record) == {"intensiteit": 100.0}
    assert record["groei_intensiteit"] == pytest.approx(0.1)


def test_a_higher_tariff_is_price(mart: Mart) -> None:
    record = hours(
        mart,
        "1 | 2025-01-01 | 45 | 45A04 | 04 | 10 | 100000",
        "1 | 2026-01-01 | 45 | 45A04 | 04 | 10 | 103100",
    )

    assert parts_of(record) == {"prijs": 31.0}
    assert record["groei_prijs"] == pytest.approx(0.031)


def test_a_shift_to_a_dearer_product_is_mix(mart: Mart) -> None:
    record = hours(
        mart,
        "1 | 2025-01-01 | 45 | 45A04 | 04 | 10 | 100000",
        "2 | 2025-01-01 | 45 | 45A04 | 04 | 10 | 100000",
        "3 | 2025-01-01 | 43 | 43A12 | 14 | 10 | 500000",
        "1 | 2026-01-01 | 45 | 45A04 | 04 | 10 | 100000",
        "2 | 2026-01-01 | 43 | 43A12 | 14 | 10 | 500000",
        "3 | 2026-01-01 | 43 | 43A12 | 14 | 10 | 500000",
    )

    assert parts_of(record) == {"mix": 4000.0}
    assert record["eenheid"] is None


def test_products_that_came_or_went_and_euros_stand_apart(mart: Mart) -> None:
    record = hours(
        mart,
        "1 | 2025-01-01 | 45 | 45A04 | 04 | 10  | 100000",
        "1 | 2026-01-01 | 43 | 43A12 | 14 | 10  | 700000",
        "1 | 2025-01-01 | 46 | 46A01 | 83 | 1   | 20000",
        "1 | 2026-01-01 | 46 | 46A01 | 83 | 1   | 50000",
    )

    assert parts_of(record) == {"nieuw": 7000.0, "vervallen": -1000.0, "rest": 300.0}


def test_minutes_are_never_added_to_hours(mart: Mart) -> None:
    record = hours(
        mart,
        "1 | 2025-01-01 | 45 | 45A04 | 04 | 10  | 100000",
        "1 | 2026-01-01 | 45 | 45A04 | 01 | 600 | 100000",
    )

    assert parts_of(record) == {"nieuw": 1000.0, "vervallen": -1000.0}


def test_a_credit_takes_its_units_back(mart: Mart) -> None:
    record = hours(
        mart,
        "1 | 2025-01-01 | 45 | 45A04 | 04 | 10 | 100000",
        "1 | 2026-01-01 | 45 | 45A04 | 04 | 10 | 100000",
        "1 | 2026-01-01 | 45 | 45A04 | 04 | 10 | -100000",
        "1 | 2026-01-01 | 45 | 45A04 | 04 | 5  | 50000",
    )

    assert parts_of(record) == {"intensiteit": -500.0}


def test_only_what_was_granted_counts_when_that_is_asked(mart: Mart) -> None:
    mart.fill(
        "regel",
        """
        maand      | volume | bedrag | status         | referentienummer
        2025-01-01 | 10     | 1000   | toegekend      | R1
        2026-01-01 | 10     | 1000   | toegekend      | R2
        2026-01-01 | 10     | 1000   | in_behandeling | R3
        """,
    )

    assert causes(mart)["totaal", "totaal"]["verschil"] == 10
    assert causes(mart, toegekend=True)["totaal", "totaal"]["verschil"] == 0


def test_few_people_with_a_new_product_are_told_apart(mart: Mart) -> None:
    usual = "01-01 | 45 | 45A04 | 04 | 10 | 100000"
    many = [f"{nr} | {jaar}-{usual}" for nr in range(9) for jaar in (2025, 2026)]
    record = hours(mart, *many, "1 | 2026-01-01 | 45 | 45Z99 | 04 | 10 | 990000")

    assert (record["clienten_geld"], record["clienten_los"]) == (9, 1)
