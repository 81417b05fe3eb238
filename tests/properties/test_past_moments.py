"""A past moment is what a warehouse would answer that only received the deliveries up to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sdash.queries  # noqa: F401  (fills the registry)
from sdash.answers import Answers
from sdash.domain import Rol
from sdash.ingest.intrekking import intrekking
from sdash.sql import registry
from sdash.warehouse import Receipt, Wijze
from tests.oracle.strategies import histories
from tests.warehouse.boek import Boek, boek_in_a_folder

pytestmark = pytest.mark.slow

SOME = settings(max_examples=max(1, settings().max_examples // 5))
FIRST = datetime(2026, 10, 1, 12, tzinfo=UTC)
DAYS = 4
TEXT = {"indicator": "Inwoners", "wijk": "onbekend"}
ASKED = [
    (name, {"jaar": jaar, "aantal": 50, "peildatum": day, "van": date(2025, 1, 1), "tot": day})
    for name in sorted(registry)
    for jaar, day in ((2025, date(2025, 12, 31)), (2026, date(2026, 1, 12)))
]


@dataclass(frozen=True)
class Stap:
    """A file that is delivered, or the number of a delivery that is retracted, on some day."""

    dag: int
    what: bytes | int

    @property
    def receipt(self) -> Receipt:
        moment = FIRST + timedelta(days=self.dag)
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
        wanted = {key: {**values, **TEXT}.get(key) for key in query.params.model_fields}
        params = query.params.model_validate({key: v for key, v in wanted.items() if v})
        rows = asking.rows(query, params, Rol.CONTROLLER, per).rows
        hide = {"bestand", "nummer"}
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

    asked = answers(whole, FIRST + timedelta(days=until))

    assert asked == answers(fresh, None)
