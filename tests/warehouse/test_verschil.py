"""What changed between two moments: new, late and corrected lines add up to the difference."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from sdash.answers import Answers
from sdash.clock import end_of
from sdash.domain import Rol, Wet
from sdash.queries import gegevens
from tests.oracle.messages import Antwoord, Kop, antwoordbericht
from tests.warehouse.boek import Boek
from tests.warehouse.test_regel import LINE, declared

JAN, FEB = date(2026, 1, 1), date(2026, 2, 1)
FIRST = datetime(2026, 2, 10, 12, tzinfo=UTC)
LATER = FIRST + timedelta(days=30)
Sums = Mapping[tuple[date, str], tuple[Decimal, Decimal]]


def changes(
    boek: Boek, van: datetime = FIRST, tot: datetime | None = None
) -> dict[tuple[str, date], tuple[int, int]]:
    asking = Answers(boek.warehouse, boek.settings)
    params = gegevens.Tussen(van=van, tot=tot)
    rows = asking.rows(gegevens.verschil, params, Rol.CONTROLLER).rows
    return {
        (row.soort, row.maand): (int((row.ingediend or 0) * 100), int((row.toegekend or 0) * 100))
        for row in rows
    }


def test_what_was_not_over_is_new_and_what_was_over_is_late(nieuw: Boek) -> None:
    nieuw.deliver(declared(LINE), op=FIRST)
    late, new = (
        replace(LINE, referentie=name, begin=day) for name, day in (("R2", JAN), ("R3", FEB))
    )

    nieuw.deliver(declared(late, nummer="D2"), declared(new, nummer="D3"), op=LATER)

    assert changes(nieuw) == {
        ("laat", JAN): (LINE.centen, 0),
        ("nieuw", FEB): (LINE.centen, 0),
    }


@pytest.mark.parametrize(
    ("day", "soort"), [(date(2026, 1, 30), "nieuw"), (date(2026, 1, 31), "laat")]
)
def test_a_month_is_over_at_midnight_in_the_netherlands(nieuw: Boek, day: date, soort: str) -> None:
    midnight = end_of(day) + timedelta(microseconds=1)
    nieuw.deliver(declared(LINE), op=LATER)

    assert [*changes(nieuw, midnight)] == [(soort, JAN)]
    assert [*changes(nieuw, end_of(day))] == [("nieuw", JAN)]


def test_a_credit_of_a_known_line_corrects_it(nieuw: Boek) -> None:
    nieuw.deliver(declared(LINE), op=FIRST)
    credit = replace(LINE, referentie="R2", debet_credit="C", vorige_referentie="R1")

    nieuw.deliver(declared(credit, nummer="D2"), op=LATER)

    assert changes(nieuw) == {("gecorrigeerd", JAN): (-LINE.centen, 0)}


def test_a_credit_of_a_line_that_was_not_known_is_late_with_it(nieuw: Boek) -> None:
    nieuw.deliver(declared(replace(LINE, referentie="R0"), nummer="D0"), op=FIRST)
    credit = replace(LINE, referentie="R2", debet_credit="C", vorige_referentie="R1")

    nieuw.deliver(declared(LINE), declared(credit, nummer="D2"), op=LATER)

    assert changes(nieuw) == {("laat", JAN): (0, 0)}


def test_an_answer_corrects_what_was_known(nieuw: Boek) -> None:
    nieuw.deliver(declared(LINE), op=FIRST)
    [(identificatie, dag)] = nieuw.ask("SELECT identificatie, dagtekening FROM levering")
    answer = Antwoord(identificatie, date.fromisoformat(dag), ["8001"])

    nieuw.deliver(antwoordbericht(Kop("99", date(2026, 3, 1)), answer), op=LATER)

    assert changes(nieuw) == {("gecorrigeerd", JAN): (0, LINE.centen)}


def test_a_retraction_corrects_what_was_known(nieuw: Boek) -> None:
    nieuw.deliver(declared(LINE), op=FIRST)
    nieuw.retract(1, LATER)

    assert changes(nieuw) == {("gecorrigeerd", JAN): (-LINE.centen, 0)}
    assert changes(nieuw, FIRST, LATER - timedelta(days=1)) == {}


def test_the_second_moment_may_be_past_too(nieuw: Boek) -> None:
    nieuw.deliver(declared(LINE), op=FIRST)
    nieuw.deliver(declared(replace(LINE, referentie="R2"), nummer="D2"), op=LATER)

    assert changes(nieuw, FIRST, LATER - timedelta(days=1)) == {}
    assert changes(nieuw, FIRST - timedelta(days=1), FIRST) == {("laat", JAN): (LINE.centen, 0)}
    assert changes(nieuw, LATER, FIRST) == {}


def test_few_people_are_hidden_in_each_reason_apart(nieuw: Boek) -> None:
    nieuw.deliver(declared(LINE), op=LATER)
    asking = Answers(nieuw.warehouse, nieuw.settings)

    [row] = asking.rows(gegevens.verschil, gegevens.Tussen(van=FIRST), Rol.BESTUURDER).rows

    assert (row.soort, row.wet, row.ingediend) == ("laat", Wet.JW, None)
