"""Around eighteen, asked of histories of chance and of plain Python, which must say the same."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdash.privacy import Policy, protect
from sdash.queries import achttien
from tests.queries.marts import Mart, connect, emptied

VAN, TOT = date(2025, 1, 1), date(2025, 12, 1)
OPEN = date(9999, 12, 31)
CARE = [("jw", "45"), ("jw", "44"), ("wmo", "02"), ("wmo", "15")]
SOME = settings(max_examples=max(1, settings().max_examples // 2))
INTERNAL = Policy("internal", 5)

days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
months = st.builds(date, st.integers(2024, 2027), st.integers(1, 12), st.just(1))
births = st.tuples(st.sampled_from([2006, 2007, 2007, 2007, None]), st.integers(1, 12))


class Zorg(NamedTuple):
    """A stretch of care: from when until when."""

    client: int
    soort: tuple[str, str]
    van: date
    tot: date


class Uitkering(NamedTuple):
    """An uitkering with the only month of which it was delivered."""

    client: int
    begin: date
    eind: date | None
    maand: date


class Verhaal(NamedTuple):
    """When people were born, what they had, and until when that is known."""

    births: list[tuple[int | None, int]]
    zorg: list[Zorg]
    uitkeringen: list[Uitkering]
    peildatum: date


@st.composite
def verhalen(draw: st.DrawFn) -> Verhaal:
    """Some people of whom most turn 18 in 2025, and most have youth care before it."""
    born = draw(st.lists(births, min_size=1, max_size=8))
    clients = st.integers(0, len(born) - 1)
    early = [Zorg(nr, CARE[0], date(2023, 1, 1), draw(days)) for nr in range(len(born))]
    ends = st.one_of(st.just(OPEN), days)
    more = st.builds(Zorg, clients, st.sampled_from(CARE), days, ends)
    uitkering = st.builds(Uitkering, clients, days, st.one_of(st.none(), days), months)
    return Verhaal(
        born,
        early + [one for one in draw(st.lists(more, max_size=10)) if one.van <= one.tot],
        draw(st.lists(uitkering, max_size=5, unique_by=lambda one: (one.client, one.begin))),
        draw(days),
    )


def filled(mart: Mart, verhaal: Verhaal) -> None:
    mart.add("levering", [{"levering_nr": 1}])
    names = ("geboortejaar", "geboortemaand")
    born = [dict(zip(names, one, strict=True)) for one in verhaal.births]
    mart.add("client", [{"client_id": nr, **one} for nr, one in enumerate(born)])
    stretches = [
        {"client_id": z.client, "wet": z.soort[0], "categorie": z.soort[1], "van": z.van}
        | {"tot": z.tot, "toewijzing_nummer": nr}
        for nr, z in enumerate(verhaal.zorg)
    ]
    mart.add("inzet", stretches)
    mart.add(
        "uitkering_regel",
        [
            {"client_id": u.client, "regeling": "Pw", "begin": u.begin, "eind": u.eind}
            | {"maand": u.maand}
            for u in verhaal.uitkeringen
        ],
    )


def asked(mart: Mart, verhaal: Verhaal) -> list[dict[str, Any]]:
    return mart.records(achttien.stromen, {"van": VAN, "tot": TOT, "peildatum": verhaal.peildatum})


def later(day: date, count: int) -> date:
    """The first day of so many months later."""
    months = day.year * 12 + day.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def has(verhaal: Verhaal, client: int, day: date) -> str:
    """What a person has on a day, said without SQL."""
    if day > verhaal.peildatum:
        return "later"
    own = {z.soort for z in verhaal.zorg if z.client == client and z.van <= day <= z.tot}
    if ("wmo", "15") in own:
        return "beschermd wonen"
    for wet, word in (("jw", "jeugdhulp"), ("wmo", "wmo")):
        if any(soort[0] == wet for soort in own):
            return word
    newest = max((u.maand for u in verhaal.uitkeringen), default=None)
    for u in verhaal.uitkeringen:
        last = u.eind or (OPEN if u.maand == newest else later(u.maand, 1) - timedelta(days=1))
        if u.client == client and u.begin <= day <= last:
            return "participatiewet"
    return "geen hulp"


def courses(verhaal: Verhaal) -> list[list[str]]:
    """What everyone who is followed has at each age."""
    found = []
    for client, (year, month) in enumerate(verhaal.births):
        if year is None or not VAN <= date(year + 18, month, 1) <= TOT:
            continue
        days = [later(date(year + 18, month, 1), 1 + 6 * step) for step in range(-1, 4)]
        first = days[0]
        if first <= verhaal.peildatum and any(
            z.client == client and z.soort[0] == "jw" and z.van <= first <= z.tot
            for z in verhaal.zorg
        ):
            found.append([has(verhaal, client, day) for day in days])
    return found


@pytest.fixture(scope="module")
def tables() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect() as connection:
        yield connection


@SOME
@given(verhalen())
def test_it_says_what_plain_python_says(
    tables: duckdb.DuckDBPyConnection, verhaal: Verhaal
) -> None:
    with emptied(tables) as mart:
        filled(mart, verhaal)
        rows = asked(mart, verhaal)

    expected: Counter[tuple[float, str | None, str]] = Counter()
    for course in courses(verhaal):
        for step, now in enumerate(course):
            expected[17.5 + step / 2, None, now] += 1
            if step:
                expected[17.5 + step / 2, course[step - 1], now] += 1
    assert {(r["leeftijd"], r["van"], r["naar"]): r["clienten"] for r in rows} == {**expected}


@SOME
@given(verhalen())
def test_everyone_is_at_each_age_once_and_goes_where_he_came(
    tables: duckdb.DuckDBPyConnection, verhaal: Verhaal
) -> None:
    with emptied(tables) as mart:
        filled(mart, verhaal)
        rows = asked(mart, verhaal)

    whole, came, went = Counter[float](), Counter[tuple[float, str]](), Counter[tuple[float, str]]()
    for row in rows:
        age, counted = row["leeftijd"], row["clienten"]
        if row["van"] is None:
            whole[age] += counted
        else:
            came[age, row["naar"]] += counted
            went[age - 0.5, row["van"]] += counted
    everyone = len(courses(verhaal))
    assert {*whole.values()} <= {everyone}
    for row in rows:
        node = row["leeftijd"], row["naar"]
        if row["van"] is None:
            assert came[node] == (row["clienten"] if node[0] > 17.5 else 0)
            assert went[node] == (row["clienten"] if node[0] < 19.5 else 0)


flows = st.dictionaries(
    st.tuples(*[st.sampled_from(["jeugdhulp", "wmo", "geen hulp"])] * 5), st.integers(1, 30)
)


@given(flows)
def test_no_sum_of_shown_counts_leaves_a_few_people(paths: dict[tuple[str, ...], int]) -> None:
    """What stands at an age, what went in and what went out are one number, and all make one."""
    counted: Counter[tuple[float, str | None, str]] = Counter()
    for path, count in paths.items():
        for step, now in enumerate(path):
            counted[17.5 + step / 2, None, now] += count
            if step:
                counted[17.5 + step / 2, path[step - 1], now] += count
    rows = [_record(*key, count) for key, count in counted.items()]

    seen = protect(achttien.stromen.header, rows, INTERNAL).records

    lines: dict[tuple[object, ...], list[bool]] = {}
    for before, after in zip(rows, seen, strict=True):
        assert after["clienten"] is None or after["clienten"] >= INTERNAL.threshold
        for line in ("vertrek", "aankomst", "geheel"):
            if before[line] is not None:
                lines.setdefault((line, before[line]), []).append(after["clienten"] is None)
    assert [line for line, hidden in lines.items() if len(hidden) > 1 == sum(hidden)] == []


def _record(age: float, van: str | None, naar: str, count: int) -> dict[str, Any]:
    before = f"{age} {naar}" if van is None else f"{age - 0.5} {van}"
    return {
        "leeftijd": age,
        "van": van,
        "naar": naar,
        "clienten": count,
        "vertrek": before,
        "aankomst": f"{age} {naar}",
        "geheel": age if van is None else None,
    }
