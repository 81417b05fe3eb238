"""A past moment is what a warehouse would answer that only received the deliveries up to it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sdash.queries  # noqa: F401  (fills the registry)
from sdash.answers import Answers
from sdash.clock import AMSTERDAM
from sdash.domain import Rol
from sdash.ingest.intrekking import intrekking
from sdash.queries import gegevens, waarom
from sdash.sql import registry
from sdash.warehouse import Receipt, Wijze
from tests.oracle.oracle import Oracle
from tests.oracle.strategies import histories
from tests.queries.generated import GEZEGD
from tests.warehouse.boek import Boek, boek_in_a_folder

pytestmark = pytest.mark.slow

SOME = settings(max_examples=max(4, settings().max_examples // 5))
FIRST = datetime(2026, 1, 30, 12, tzinfo=UTC)
"""January ends in the middle of the days."""
DAYS = 4
BEFORE = {"toen_van": date(2024, 1, 1), "toen_tot": date(2025, 12, 1), "aantal": 50}
TEXT = {"indicator": "Inwoners", "wijk": "onbekend"}
Key = tuple[str, str, str]
Verschil = dict[tuple[date, str, str], tuple[int, int]]
LINE = {"wet": "jw", "aanbieder": "42420001", "referentienummer": "R1"}
BESIDE = {"gemeente": "GM1681", "stand": "begroting", "onderdeel": "jeugd", "gezegd": GEZEGD}
KIND = {"soort": "zorg", "indeling": "product", "vandaag": date(2026, 1, 12), "genoeg": 1}
TREND = {"wat": "instroom", "reeks": "instroom/totaal/totaal"}
MORE = {**LINE, **BESIDE, **KIND, **TREND, "plafond": "jw/42420001/C1//", "vanaf": 0}
"""What is told to a query that does not go without it."""


ASKED = [
    (name, {**BEFORE, "jaar": jaar, "peildatum": day, "van": date(2025, 1, 1), "tot": day})
    for jaar, day in ((2025, date(2025, 12, 31)), (2026, date(2026, 1, 12)))
    for name in sorted(registry)
    if day.year == FIRST.year or name.startswith("uitgaven/")
]


def _moment(dag: int) -> datetime:
    return FIRST + timedelta(days=dag)


@dataclass(frozen=True)
class Stap:
    """A file that is delivered, or the number of a delivery that is retracted, on some day."""

    dag: int
    what: bytes | int

    @property
    def receipt(self) -> Receipt:
        moment = _moment(self.dag)
        return Receipt(ontvangen_op=moment, wijze=Wijze.DATUM, historie=True)


@st.composite
def steps(draw: st.DrawFn) -> list[Stap]:
    """Deliveries in any order of receipt, and retractions of some; what is about a file that came
    before is received no earlier than that was, since a repeat makes nothing known.
    """
    history = draw(histories())
    begroting = [history.begroting.encode()] if history.begroting else []
    todo: list[Stap] = []
    since: dict[bytes, int] = {}
    for inhoud in [*begroting, *(file.inhoud for file in history.files)]:
        dag = draw(st.integers(since.get(inhoud, 0), DAYS))
        since[inhoud] = dag
        todo.append(Stap(dag, inhoud))
        if draw(st.integers(0, 3)) == 0:
            later = draw(st.integers(dag, DAYS))
            since[inhoud] = later
            todo.append(Stap(later, len(todo)))
    return todo


def deliver(boek: Boek, steps: Sequence[Stap], until: int) -> None:
    """Only what was received until a day; a retraction is about a delivery by its own number."""
    numbers: dict[int, int] = {}
    for number, step in enumerate(steps, 1):
        if step.dag > until:
            continue
        if isinstance(step.what, int):
            if not counts(boek, numbers[step.what]):
                numbers[number] = 0
                continue
            reading = intrekking(numbers[step.what], "uit de lucht gegrepen")
        else:
            reading = boek.reading(step.what)
        boek.record([reading], step.receipt)
        numbers[number] = boek.warehouse.version


def counts(boek: Boek, number: int) -> bool:
    accepted = f"SELECT geaccepteerd > 0 FROM levering WHERE levering_nr = {number}"  # noqa: S608
    return boek.ask(accepted) == [(True,)]


def answers(boek: Boek, per: datetime | None) -> dict[str, Any]:
    """What every query answers, without the numbers and names that its own warehouse gave."""
    asking = Answers(boek.warehouse, boek.settings)
    found = {}
    for name, values in ASKED:
        query = registry[name]
        fields = query.params.model_fields
        more = {key: MORE[key] for key in MORE if key in fields and fields[key].is_required()}
        known = {key: value for key, value in {**values, **TEXT}.items() if key in fields}
        params = query.params.model_validate({**more, **known})
        rows = asking.rows(query, params, Rol.CONTROLLER, per).rows
        hide = {"bestand", "nummer", "levering_nr"}
        found[f"{name} {params}"] = [row.model_dump(exclude=hide) for row in rows]
    return found


@pytest.fixture(scope="module")
def both() -> Iterator[tuple[Boek, Boek]]:
    """A warehouse that received everything, and one that did not."""
    with boek_in_a_folder() as whole, boek_in_a_folder() as fresh:
        yield whole, fresh


@SOME
@given(todo=steps(), until=st.integers(0, DAYS))
def test_a_moment_answers_as_a_warehouse_that_knew_no_more(
    both: tuple[Boek, Boek], todo: list[Stap], until: int
) -> None:
    whole, fresh = both
    for boek in both:
        boek.empty()
    deliver(whole, todo, DAYS)
    deliver(fresh, todo, until)

    asked = answers(whole, _moment(until))

    assert asked == answers(fresh, None)


Regel = tuple[date, int, str, Key | None]
"""The month of a line, its cents, its status, and the line that it takes back."""


def standing(todo: Sequence[Stap], until: int) -> dict[Key, Regel]:
    """The lines as they stood on a day, in plain Python."""
    files: dict[int, bytes] = {}
    for number, step in enumerate(todo, 1):
        if step.dag > until:
            continue
        if isinstance(step.what, int):
            files.pop(step.what, None)
        elif step.what not in files.values():
            files[number] = step.what
    oracle = Oracle()
    for number, inhoud in files.items():
        if inhoud.startswith(b"<"):
            oracle.read(f"{number}", inhoud)
    lines: dict[Key, Regel] = {}
    for regel, status in oracle.regels():
        sides = regel.bron.wet, regel.bron.aanbieder
        back = (*sides, regel.verrekent) if regel.verrekent else None
        line = regel.begin.replace(day=1), regel.saldo, status, back
        lines[*sides, regel.referentie] = line
    return lines


def changes(then: dict[Key, Regel], now: dict[Key, Regel], van: datetime) -> Verschil:
    """What changed for which reason, in cents: ingediend and toegekend."""
    sums: Verschil = {}

    def add(line: Regel, key: Key, soort: str, sign: int) -> None:
        maand, saldo, status, _ = line
        before = sums.get((maand, key[0], soort), (0, 0))
        granted = saldo if status == "toegekend" else 0
        sums[maand, key[0], soort] = before[0] + sign * saldo, before[1] + sign * granted

    for key in then.keys() | now.keys():
        if key in then:
            add(then[key], key, "gecorrigeerd", -1)
            if key in now:
                add(now[key], key, "gecorrigeerd", 1)
        else:
            maand, _, _, back = now[key]
            last = maand.replace(day=28) + timedelta(days=4)
            is_over = van.astimezone(AMSTERDAM).date() >= last.replace(day=1)
            add(now[key], key, "gecorrigeerd" if back in then else _late(is_over=is_over), 1)
    return {what: amounts for what, amounts in sums.items() if any(amounts)}


def _late(*, is_over: bool) -> str:
    return "laat" if is_over else "nieuw"


@SOME
@given(todo=steps(), days=st.tuples(st.integers(0, DAYS), st.integers(0, DAYS)))
def test_new_late_and_corrected_lines_are_the_difference_to_the_cent(
    both: tuple[Boek, Boek], todo: list[Stap], days: tuple[int, int]
) -> None:
    whole, _ = both
    whole.empty()
    deliver(whole, todo, DAYS)
    van, tot = sorted(days)
    params = gegevens.Tussen(van=_moment(van), tot=_moment(tot))

    rows = Answers(whole.warehouse, whole.settings).rows(gegevens.verschil, params, Rol.CONTROLLER)

    asked = {
        (row.maand, str(row.wet), row.soort): (_cents(row.ingediend), _cents(row.toegekend))
        for row in rows.rows
    }
    asked = {what: amounts for what, amounts in asked.items() if any(amounts)}
    then, now = standing(todo, van), standing(todo, tot)
    assert asked == changes(then, now, _moment(van))
    assert _by_wet(whole, van, tot) == _summed(asked)
    for part in (0, 1):
        whole_difference = _total(now, part) - _total(then, part)
        assert sum(amounts[part] for amounts in asked.values()) == whole_difference


def _by_wet(boek: Boek, van: int, tot: int) -> dict[tuple[str, str], int]:
    """What Waarom says of the same two moments, by wet and reason."""
    params = waarom.Tussen(van=_moment(van), tot=_moment(tot))
    rows = Answers(boek.warehouse, boek.settings).rows(waarom.tussen, params, Rol.CONTROLLER).rows
    return {(row.wet, row.soort): cents for row in rows if (cents := _cents(row.ingediend))}


def _summed(asked: Mapping[tuple[date, str, str], tuple[int, int]]) -> dict[tuple[str, str], int]:
    sums: Counter[tuple[str, str]] = Counter()
    for (_, wet, soort), (cents, _) in asked.items():
        for key in product((wet, "totaal"), (soort, "totaal")):
            sums[key] += cents
    return {key: cents for key, cents in sums.items() if cents}


def _cents(bedrag: Decimal | None) -> int:
    return int((bedrag or 0) * 100)


def _total(lines: dict[Key, Regel], part: int) -> int:
    return sum(saldo for _, saldo, status, _ in lines.values() if not part or status == "toegekend")
