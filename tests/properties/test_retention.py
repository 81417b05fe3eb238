"""What goes after `bewaarjaren` changes no figure of a time that is kept, at no moment of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
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
from sdash.warehouse.bewaren import first_moment
from tests.oracle.strategies import histories
from tests.properties.test_past_moments import TEXT, counts
from tests.warehouse.boek import Boek, boek_in_a_folder

pytestmark = pytest.mark.slow

SOME = settings(max_examples=max(4, settings().max_examples // 5))
DAYS = 4
OLD = 2
"""So many days of receipt lie before the limit."""
LIMITS = (date(2026, 1, 1), date(2027, 1, 11))
"""The first cuts through the lines, the second a year after the care."""
PERIODE = {
    LIMITS[0]: ((date(2026, 1, 1), date(2026, 3, 1)), (date(2026, 1, 12), date(2027, 1, 1))),
    LIMITS[1]: ((date(2027, 1, 11), date(2027, 1, 11)), (date(2027, 2, 1), date(2027, 4, 2))),
}
DAGEN = ("2025-12-31", "2026-01-09", "2026-01-10", "2026-01-11", "2027-01-12", "")
SUBJECTS = ("uitgaven/", "caseload/", "regenboog/", "wijkprofiel/", "participatie/")
LOOKS_BACK = {"ingediend_vorig_jaar", "begroot", "begroot_fictief", "volledig"}
"""Beside the year: what other years had, and the wetten that ever had lines."""


@dataclass(frozen=True)
class Stap:
    """A file that is delivered, or the number of a delivery that is retracted, on some day."""

    dag: int
    what: bytes | int

    def receipt(self, grens: date) -> Receipt:
        moment = first_moment(grens) + timedelta(days=self.dag - OLD, hours=1)
        return Receipt(ontvangen_op=moment, wijze=Wijze.DATUM, historie=True)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Files of which a later one may replace rows."""
    kinds = ["casussen", "casustaken", "formatie", "teams", "aanbieders", "uitkeringen"]
    match draw(st.sampled_from(kinds)):
        case "casussen":
            head = "casusnummer;team;wijk_code;begindatum;einddatum;eerder_bekend;taak"
            line = "{};Oost;WK168100;2025-12-30;{};nee;"
        case "casustaken":
            head, line = "casusnummer;taak;van;tot", "{};activering;2025-12-30;{}"
        case "formatie":
            head, line = "team;maand;fte;taak", "Oost;2025-1{0};{0};"
        case "uitkeringen":
            jaar = draw(st.sampled_from([2025, 2026, 2027]))
            head = "bsn;regeling;begin;eind;maand;bedrag"
            line = f"999900006;Pw;2025-0{{0}}-01;{{1}};{jaar}-0{{0}};100"
        case "teams":
            head, line = "team;wijk_code;van;tot", "Team {};WK168100;2025-12-30;{}"
        case _:
            head, line = "agb_code;naam", "4242000{};Zorg {}"
    rows = draw(
        st.lists(
            st.tuples(st.integers(1, 3), st.sampled_from(DAGEN)),
            unique_by=lambda row: row[0],
            min_size=1,
        )
    )
    return "\n".join([head, *(line.format(*row) for row in rows), ""]).encode()


@st.composite
def steps(draw: st.DrawFn) -> list[Stap]:
    """Deliveries before and after the limit in any order, and retractions of some."""
    history = draw(histories())
    more = draw(st.lists(files(), max_size=4))
    begroting = [history.begroting.encode()] if history.begroting else []
    todo: list[Stap] = []
    for inhoud in [*begroting, *more, *(file.inhoud for file in history.files)]:
        dag = draw(st.integers(0, DAYS))
        todo.append(Stap(dag, inhoud))
        if draw(st.integers(0, 3)) == 0:
            todo.append(Stap(draw(st.integers(dag, DAYS)), len(todo)))
    return todo


def deliver(boek: Boek, todo: Sequence[Stap], grens: date) -> None:
    numbers: dict[int, int] = {}
    for number, step in enumerate(todo, 1):
        if isinstance(step.what, int):
            if not counts(boek, numbers[step.what]):
                numbers[number] = 0
                continue
            reading = intrekking(numbers[step.what], "uit de lucht gegrepen")
        else:
            reading = boek.reading(step.what)
        boek.record([reading], step.receipt(grens))
        numbers[number] = boek.warehouse.version


def answers(boek: Boek, grens: date, per: datetime | None) -> dict[str, Any]:
    """What every query says of the time since a day."""
    asking = Answers(boek.warehouse, boek.settings)
    found = {}
    for van, tot in PERIODE[grens]:
        for name, query in registry.items():
            if not name.startswith(SUBJECTS):
                continue
            days = {"peildatum": tot, "van": van, "tot": tot}
            values = {"jaar": tot.year, "aantal": 50, "genoeg": 1, **days}
            wanted = {key: {**values, **TEXT}.get(key) for key in query.params.model_fields}
            params = query.params.model_validate({key: v for key, v in wanted.items() if v})
            if name in {"uitgaven/jaren", "participatie/bekend"}:
                continue
            rows = [
                row.model_dump(exclude=LOOKS_BACK)
                for row in asking.rows(query, params, Rol.CONTROLLER, per).rows
            ]
            if name == "regenboog/jaren":  # it tells five years, of which some are before
                rows = [row for row in rows if row["jaar"] >= van.year]
            found[f"{name} {params}"] = rows
    return found


@pytest.fixture(scope="module")
def boek() -> Iterator[Boek]:
    with boek_in_a_folder() as boek:
        yield boek


@SOME
@given(todo=steps(), grens=st.sampled_from(LIMITS), dag=st.integers(0, DAYS - OLD))
def test_all_that_is_said_of_a_kept_time_stays_the_same(
    boek: Boek, todo: list[Stap], grens: date, dag: int
) -> None:
    boek.empty()
    deliver(boek, todo, grens)
    moments = [None, first_moment(grens) + timedelta(days=dag)]
    before = [answers(boek, grens, per) for per in moments]

    boek.warehouse.retain(grens, Receipt(ontvangen_op=Stap(DAYS, b"").receipt(grens).ontvangen_op))

    assert [answers(boek, grens, per) for per in moments] == before
