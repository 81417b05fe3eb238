"""How care ended and what followed: over lives of chance the same as plain Python."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdash.queries import resultaten
from tests.properties.levens import dag
from tests.queries.marts import Mart, connect, emptied

pytestmark = pytest.mark.slow

PLAN = {("jw", "31"), ("wmo", "19")}
EARLY = {*(("jw", code) for code in ("32", "33", "34", "35"))} | {
    *(("wmo", code) for code in ("21", "22", "23"))
}
LAST = 800
LAYER = {"45": 4, "43": 5, "01": 4}
PRODUCTS = (("jw", "45"), ("jw", "43"), ("wmo", "01"), ("jw", "99"))
"""The last one has no layer."""
FOR_EVER = date(9999, 12, 31)


@dataclass(frozen=True)
class Inzet:
    """A toewijzing, in days since the begin: when it began, its starts again, and its stops."""

    client: int
    product: tuple[str, str]
    aanbieder: str
    ingang: int
    starts: tuple[int, ...]
    stops: tuple[tuple[int, str], ...]

    def end(self, today: int) -> tuple[int, str] | None:
        """The day and reason of the stop that ended it, as far as is known on a day."""
        stops = [(day, reden) for day, reden in self.stops if day <= today and reden != "20"]
        if not stops:
            return None
        day = max(day for day, _ in stops)
        reden = [reden for at, reden in stops if at == day][-1]
        is_again = any(day < start <= today for start in self.starts)
        return None if is_again else (day, reden)

    def days(self) -> set[int]:
        """The days of its care: a stop ends it, and a start begins it again."""
        found: set[int] = set()
        for begin in (self.ingang, *self.starts):
            ends = [day for day, reden in self.stops if reden != "20" and day >= begin]
            found |= {*range(begin, min([*ends, 2 * LAST]) + 1)}
        return found


AFTER = (1, 30, 31, 32, 33, 100, 181, 182, 183, 184, 185, 300)
"""Days after an end: around thirty days, and around six months."""
REASONS = ["31"] * 12 + ["19", "32", "23", "20", "36", "02"]


@st.composite
def chains(draw: st.DrawFn, client: int) -> list[Inzet]:
    """The care of a person: each begins some days after the one before, and some begin twice."""
    found, day = [], 0
    for _ in range(draw(st.integers(1, 3))):
        last = day + draw(st.sampled_from([20, 60, 90]))
        for _ in range(draw(st.sampled_from([1, 1, 2]))):
            product = draw(st.sampled_from(PRODUCTS))
            starts = draw(st.sampled_from([(), (), (), (), (last,), (last + 10,)]))
            stops = ((last, draw(st.sampled_from(REASONS))),)
            aanbieder = draw(st.sampled_from("AB"))
            found.append(Inzet(client, product, aanbieder, day, starts, stops))
        day = last + draw(st.sampled_from(AFTER))
    return found


todays = st.just(LAST) | st.integers(200, LAST)
histories = st.builds(lambda one, two: (*one, *two), chains(0), chains(1))
History = tuple[Inzet, ...]


def fill(mart: Mart, history: History) -> None:
    """Put it in the marts, with the care of any kind day by day."""
    mart._connection.execute("UPDATE product SET laag = 5 WHERE wet = 'jw' AND categorie = '43'")
    for nr, it in enumerate(history):
        of = {"wet": it.product[0], "aanbieder": it.aanbieder, "client_id": it.client}
        care = {**of, "toewijzing_nummer": nr}
        row = {**care, "categorie": it.product[1], "ingangsdatum": dag(it.ingang)}
        mart.add("toewijzing", [{**row, "einddatum": None}])
        for begin in it.starts:
            told = {"soort": "start", "begindatum": dag(begin), "einddatum": None}
            mart.add("melding", [{**care, **told, "reden_beeindiging": None}])
        for place, (day, reden) in enumerate(it.stops):
            told = {"soort": "stop", "einddatum": dag(day), "reden_beeindiging": reden}
            mart.add("melding", [{**care, **told, "begindatum": dag(0), "plaats": place}])
    for client in {it.client for it in history}:
        for nr, (van, tot) in enumerate(periods(history, client), 1):
            row = {"wet": "totaal", "client_id": client, "volgnr": nr, "van": van, "tot": tot}
            mart.add("zorgperiode", [row])


def periods(history: History, client: int) -> Iterator[tuple[date, date]]:
    """The stretches of care of any kind, with the short gaps bridged."""
    days = sorted(set().union(*(it.days() for it in history if it.client == client)))
    first = days[0]
    for day, next_ in zip(days, [*days[1:], 10 * LAST], strict=True):
        if next_ - day > 31:
            yield dag(first), FOR_EVER if day >= 2 * LAST else dag(day)
            first = next_


def asked(history: History, today: int, groep: str) -> Iterator[tuple[str, Inzet, int, str]]:
    """What ended, with the group to which it belongs, the day and the reason."""
    for it in history:
        if found := it.end(today):
            key = {"product": "-".join(it.product), "aanbieder": it.aanbieder}.get(groep, "totaal")
            yield key, it, *found


def within(day: date, later: date, months: int) -> bool:
    return later <= _months(day, months)


def _months(day: date, months: int) -> date:
    """The same day so many months later, or the last one of that month."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    first_after = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (first_after - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    """One database for all lives."""
    with connect() as connection:
        yield connection


Counts = dict[str, tuple[int, ...]]


def outcomes(history: History, today: int, groep: str) -> Counts:
    """Of each group: persons, toewijzingen, volgens plan, early, provisional."""
    found: dict[str, list[tuple[int, bool, bool, bool]]] = {}
    for key, it, day, reden in asked(history, today, groep):
        of = (it.product[0], reden)
        row = (it.client, of in PLAN, of in EARLY, today - day < 30)
        found.setdefault(key, []).append(row)
    return {
        key: (
            len({row[0] for row in rows}),
            len(rows),
            *(sum(r[n] for r in rows) for n in (1, 2, 3)),
        )
        for key, rows in found.items()
    }


def stayed(history: History, today: int, groep: str) -> Counts:
    """Of each group: who left and was followed six months, who of them came back; the same of a
    year.
    """
    died = {it.client for it in history if any(reden == "02" for _, reden in it.stops)}
    followed: dict[str, dict[int, list[tuple[bool, bool, bool]]]] = {}
    for key, it, nr, _ in asked(history, today, groep):
        day, until = dag(nr), dag(today)
        if it.client in died or _months(day, 6) > until:
            continue
        after = [
            (van, tot) for van, tot in periods(history, it.client) if tot > day and van <= until
        ]
        begin = min((van for van, _ in after), default=None)
        if begin is not None and (begin - day).days <= 31:
            continue
        is_year = _months(day, 12) <= until
        back = [begin is not None and within(day, begin, months) for months in (6, 12)]
        row = (back[0], is_year, is_year and back[1])
        followed.setdefault(key, {}).setdefault(it.client, []).append(row)
    return {
        key: (
            len(people),
            sum(any(row[0] for row in rows) for rows in people.values()),
            sum(any(row[1] for row in rows) for rows in people.values()),
            sum(any(row[2] for row in rows) for rows in people.values()),
        )
        for key, people in followed.items()
    }


def next_ones(history: History, today: int) -> Counts:
    """Of each aanbieder: who was followed, has a new one, could get lighter care, and did."""
    died = {it.client for it in history if any(reden == "02" for _, reden in it.stops)}
    found: dict[str, dict[int, list[tuple[bool, bool | None]]]] = {}
    for key, it, nr, _ in asked(history, today, "aanbieder"):
        if it.client in died or _months(dag(nr), 6) > dag(today):
            continue
        later = [one for one in history if one.client == it.client and today >= one.ingang > nr]
        first = min((one.ingang for one in later), default=None)
        is_new = first is not None and within(dag(nr), dag(first), 6)
        lighter = None
        mine = LAYER.get(it.product[1])
        new = [LAYER.get(one.product[1]) for one in later if one.ingang == first]
        if is_new and mine == 5 and None not in new:
            lighter = all(layer is not None and layer < mine for layer in new)
        found.setdefault(key, {}).setdefault(it.client, []).append((is_new, lighter))
    told: Counts = {}
    for key, people in found.items():
        verdicts = [[light for _, light in rows if light is not None] for rows in people.values()]
        told[key] = (
            len(people),
            sum(any(new for new, _ in rows) for rows in people.values()),
            sum(bool(seen) for seen in verdicts),
            sum(bool(seen) and all(seen) for seen in verdicts),
        )
    return told


def answer(mart: Mart, query: Any, columns: str, today: int, **more: object) -> Counts:  # noqa: ANN401
    key = "aanbieder" if query is resultaten.vervolg else "groep"
    params = {"van": dag(-1000), "peildatum": dag(today), "aantal": 99, **more}
    return {str(row[0]): row[1:] for row in mart.ask(query, f"{key} {columns}", **params)}  # type: ignore[misc]


@settings(max_examples=3 * settings().max_examples)
@given(history=histories, today=todays)
def test_results_are_those_of_plain_python(
    database: duckdb.DuckDBPyConnection, history: History, today: int
) -> None:
    with emptied(database) as mart:
        fill(mart, history)
        for groep in ("product", "aanbieder", "totaal"):
            ended = "clienten toewijzingen volgens_plan voortijdig voorlopig"
            found = answer(mart, resultaten.afloop, ended, today, indeling=groep)
            assert found == outcomes(history, today, groep)
            left = "zes terug_zes twaalf terug_twaalf"
            assert answer(mart, resultaten.terug, left, today, indeling=groep) == stayed(
                history, today, groep
            )
        new = "clienten opnieuw vervolgd lichter"
        assert answer(mart, resultaten.vervolg, new, today) == next_ones(history, today)
