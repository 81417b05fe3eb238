"""What is suspicious of a start, stop, toewijzing or message is counted, and changes nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sdash.queries import gegevens
from sdash.sql import Params
from tests.oracle.messages import (
    TEST_BSNS,
    Client,
    Kop,
    Start,
    Stop,
    Toewijzing,
    startbericht,
    stopbericht,
    toewijzingsbericht,
)
from tests.oracle.retouren import retourbericht
from tests.warehouse.boek import Boek, Rows

CLIENT, OTHER = Client(TEST_BSNS[0]), Client(TEST_BSNS[1])
JAN, MAY, DEC_END = date(2026, 1, 1), date(2026, 5, 1), date(2026, 12, 31)
FRIDAY = date(2026, 3, 27)
GIVEN = Toewijzing(1, JAN, DEC_END, toewijzingsdatum=JAN)
START, STOP = Start(JAN, 1), Stop(JAN, FRIDAY, 1)
PAUSE = replace(STOP, reden="20")


def given(*toewijzingen: Toewijzing, client: Client = CLIENT, nummer: str = "T1") -> bytes:
    return toewijzingsbericht(Kop(nummer, JAN), client, toewijzingen)


def started(start: Start = START, nummer: str = "S1", dag: date = JAN) -> bytes:
    return startbericht(Kop(nummer, dag), CLIENT, [start])


def stopped(stop: Stop = STOP, nummer: str = "E1", dag: date = FRIDAY) -> bytes:
    return stopbericht(Kop(nummer, dag), CLIENT, [stop])


def signals(boek: Boek) -> Rows:
    return boek.ask("SELECT soort, code FROM signaal ORDER BY ALL")


TOLD: dict[str, tuple[Sequence[bytes], Rows]] = {
    "nothing": ([given(GIVEN), started(), stopped()], []),
    "9019: a start of no toewijzing": ([started()], [("start", "9019")]),
    "9019: a start of a toewijzing of someone else": (
        [given(GIVEN, client=OTHER), started()],
        [("start", "9019")],
    ),
    "9063: the removal of what never came": (
        [given(GIVEN), started(replace(START, status="3"))],
        [("start", "9063")],
    ),
    "9063: not of what came": (
        [given(GIVEN), started(), started(replace(START, status="3"), "S2")],
        [],
    ),
    "9063: removed twice": (
        [
            given(GIVEN),
            started(),
            started(replace(START, status="3"), "S2"),
            started(replace(START, status="3"), "S3"),
        ],
        [("start", "9063")],
    ),
    "9069: a stop of what never started": ([given(GIVEN), stopped()], [("stop", "9069")]),
    "9074: the same start twice": (
        [given(GIVEN), started(), started(nummer="S2")],
        [("start", "9074")],
    ),
    "9074: not after it was removed": (
        [given(GIVEN), started(), started(replace(START, status="3"), "S2"), started(nummer="S3")],
        [],
    ),
    "9074: not after it was refused": (
        [
            given(GIVEN),
            started(),
            retourbericht(started(), "R", JAN, {"Product": ["9019"]}),
            started(nummer="S2"),
        ],
        [],
    ),
    "9326: a second start while the first runs": (
        [given(GIVEN), started(), started(Start(MAY, 1), "S2", MAY)],
        [("start", "9326")],
    ),
    "9326: not after a stop": (
        [given(GIVEN), started(), stopped(), started(Start(MAY, 1), "S2", MAY)],
        [],
    ),
    "9413: interrupted twice": (
        [
            given(GIVEN),
            started(),
            stopped(PAUSE),
            stopped(replace(PAUSE, einddatum=date(2026, 3, 26)), "E2"),
        ],
        [("stop", "9413"), ("stop", "9413")],
    ),
    "9414: ended before it was interrupted": (
        [
            given(GIVEN),
            started(),
            stopped(PAUSE),
            stopped(replace(STOP, einddatum=date(2026, 3, 26)), "E2"),
        ],
        [("stop", "9414")],
    ),
    "9414: not when it ended after that": (
        [
            given(GIVEN),
            started(),
            stopped(PAUSE),
            stopped(replace(STOP, einddatum=date(2026, 3, 28)), "E2"),
        ],
        [],
    ),
    "9415: ended twice": (
        [given(GIVEN), started(), stopped(), stopped(replace(STOP, einddatum=MAY), "E2", MAY)],
        [("stop", "9415"), ("stop", "9415")],
    ),
    "9332: the number of someone else": (
        [given(GIVEN), given(GIVEN, client=OTHER, nummer="T2")],
        [("toewijzing", "9332"), ("toewijzing", "9332")],
    ),
    "overlap: the same product again before the first has ended": (
        [given(GIVEN, replace(GIVEN, nummer=2, ingangsdatum=DEC_END))],
        [("toewijzing", "overlap")],
    ),
    "overlap: not from the day after it": (
        [given(replace(GIVEN, einddatum=FRIDAY), replace(GIVEN, nummer=2, ingangsdatum=MAY))],
        [],
    ),
    "overlap: not of another product": (
        [given(GIVEN, replace(GIVEN, nummer=2, categorie="54", code="54001"))],
        [],
    ),
    "overlap: not with what never existed": (
        [given(replace(GIVEN, reden_wijziging="13"), replace(GIVEN, nummer=2))],
        [],
    ),
    "overlap: not once the first was shortened": (
        [
            given(GIVEN, replace(GIVEN, nummer=2, ingangsdatum=MAY)),
            given(replace(GIVEN, einddatum=FRIDAY, toewijzingsdatum=FRIDAY), nummer="T2"),
        ],
        [],
    ),
    "9332: not when it is repeated": ([given(GIVEN), given(GIVEN, nummer="T2")], []),
    "vroeg: a start of tomorrow": (
        [given(GIVEN), started(Start(date(2026, 1, 2), 1))],
        [("start", "vroeg")],
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_suspicious_is_told_in_any_order_and_after_a_rebuild(name: str, boek: Boek) -> None:
    files, expected = TOLD[name]

    for file in reversed(files):
        boek.deliver(file)
    found = signals(boek)
    boek.warehouse.rebuild()

    assert found == expected
    assert signals(boek) == expected


def test_a_suspicion_goes_when_what_was_missing_comes(boek: Boek) -> None:
    boek.deliver(started())
    before = signals(boek)

    boek.deliver(given(GIVEN))

    assert (before, signals(boek)) == ([("start", "9019")], [])


def test_a_suspicion_of_another_number_stays_when_a_person_is_judged_again(boek: Boek) -> None:
    boek.deliver(given(GIVEN), given(GIVEN, client=OTHER, nummer="T2"))

    boek.deliver(given(replace(GIVEN, nummer=2), nummer="T3"))

    assert signals(boek) == [("toewijzing", "9332")] * 2


def told(boek: Boek) -> list[tuple[object, ...]]:
    with boek.warehouse.cursor() as cursor:
        rows = gegevens.signalen.rows(cursor, Params())
    return [(row.soort, row.code, row.wet, row.aantal) for row in rows]


def test_messages_of_the_future_and_with_a_number_of_before_are_counted_and_accepted(
    boek: Boek,
) -> None:
    received = datetime(2026, 1, 1, 23, 30, tzinfo=UTC)  # which is 2 January here
    files = [
        given(GIVEN),
        given(replace(GIVEN, nummer=2, categorie="54", code="54001")),
        started(nummer="S1", dag=date(2026, 1, 2)),
        started(Start(JAN, 2), nummer="S2", dag=date(2026, 1, 3)),
    ]

    uitkomsten = boek.deliver(*files, op=received)

    assert [one.afgekeurd for one in uitkomsten] == [0] * 4
    assert told(boek) == [("bericht", "8848", "jw", 1), ("bericht", "9056", "jw", 2)]


def test_a_message_that_came_again_after_its_retraction_is_no_repeat(boek: Boek) -> None:
    boek.deliver(given(GIVEN))
    boek.retract(1)
    before = told(boek)

    boek.deliver(given(GIVEN))

    assert (before, told(boek)) == ([], [])
