"""Toewijzingen, starts and stops as they count: table in, table out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.oracle.messages import (
    TEST_BSNS,
    Client,
    Kop,
    Start,
    Stop,
    Toewijzing,
    Verzoek,
    startbericht,
    stopbericht,
    toewijzingsbericht,
    verzoekbericht,
)
from tests.oracle.retouren import retourbericht
from tests.warehouse.boek import Boek, Rows

CLIENT = Client(TEST_BSNS[0])
JAN, MARCH_END, DEC_END = date(2026, 1, 1), date(2026, 3, 31), date(2026, 12, 31)
MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
GIVEN = Toewijzing(1, JAN, DEC_END, toewijzingsdatum=JAN)
START, STOP = Start(JAN, 1), Stop(JAN, MARCH_END, 1)


def given(
    *toewijzingen: Toewijzing, nummer: str = "T1", dag: date = JAN, client: Client = CLIENT
) -> bytes:
    return toewijzingsbericht(Kop(nummer, dag), client, toewijzingen)


def started(start: Start, nummer: str = "S1", dag: date = JAN) -> bytes:
    return startbericht(Kop(nummer, dag), CLIENT, [start])


def stopped(stop: Stop, nummer: str = "E1", dag: date = JAN) -> bytes:
    return stopbericht(Kop(nummer, dag), CLIENT, [stop])


def removed(what: Start | Stop, nummer: str = "X1", dag: date = date(2026, 1, 2)) -> bytes:
    """The removal of a start or stop, a day later."""
    gone = replace(what, status="3")
    return started(gone, nummer, dag) if isinstance(gone, Start) else stopped(gone, nummer, dag)


def at_once(boek: Boek, files: Sequence[bytes | str]) -> None:
    """Deliver files as one batch."""
    boek.deliver(*files)


def backward(boek: Boek, files: Sequence[bytes | str]) -> None:
    """Deliver files one by one, the last first."""
    for file in reversed(files):
        boek.deliver(file)


Deliver = Callable[[Boek, Sequence[bytes | str]], None]


def inzet(boek: Boek) -> Rows:
    return boek.ask("SELECT van, tot FROM inzet ORDER BY ALL")


NEWER = replace(GIVEN, einddatum=JUNE, toewijzingsdatum=date(2026, 1, 9))


@pytest.mark.parametrize(
    ("files", "einddatum"),
    [
        pytest.param([given(GIVEN), given(NEWER, nummer="T2")], JUNE, id="the newest came last"),
        pytest.param([given(NEWER, nummer="T2"), given(GIVEN)], JUNE, id="the newest came first"),
        pytest.param([given(GIVEN, NEWER)], JUNE, id="in one message"),
        pytest.param(
            [given(replace(GIVEN, toewijzingstijd="10:00:01")), given(NEWER, GIVEN, nummer="T2")],
            JUNE,
            id="an older one repeated",
        ),
        pytest.param(
            [
                given(replace(NEWER, toewijzingsdatum=JAN, toewijzingstijd="10:00:01")),
                given(GIVEN, nummer="T2", dag=JUNE),
            ],
            JUNE,
            id="a second later on the same day",
        ),
        pytest.param(
            [given(GIVEN, nummer="T9"), given(replace(NEWER, toewijzingsdatum=JAN), nummer="T10")],
            JUNE,
            id="equal moments: the message with the higher number",
        ),
    ],
)
def test_a_toewijzing_is_as_its_newest_version_says(
    files: Sequence[bytes], einddatum: date, boek: Boek
) -> None:
    for file in files:
        boek.deliver(file)

    assert boek.ask("SELECT toewijzing_nummer, einddatum FROM toewijzing") == [
        (1, einddatum.isoformat())
    ]


def test_a_repeated_toewijzing_is_never_counted_twice(boek: Boek) -> None:
    boek.deliver(given(GIVEN), given(GIVEN, nummer="T2"))
    boek.deliver(given(GIVEN, nummer="T3"))

    assert inzet(boek) == [("2026-01-01", "2026-12-31")]


def test_the_same_number_of_the_other_wet_is_another_toewijzing(boek: Boek) -> None:
    of_wmo = replace(GIVEN, categorie="02", code="02A04")

    boek.deliver(given(GIVEN), toewijzingsbericht(Kop("1", JAN, wet="wmo"), CLIENT, [of_wmo]))

    assert boek.ask("SELECT wet, categorie FROM toewijzing ORDER BY ALL") == [
        ("jw", "45"),
        ("wmo", "02"),
    ]


def test_a_verwijzer_comes_from_the_315_with_the_same_reference(boek: Boek) -> None:
    asked = Verzoek("Referentie 1", JAN, verwijzer="02")
    boek.deliver(given(replace(GIVEN, referentie="Referentie 1"), Toewijzing(2, JAN)))

    before = boek.ask("SELECT verwijzer FROM toewijzing ORDER BY toewijzing_nummer")
    boek.deliver(verzoekbericht(Kop("V1", JAN), CLIENT, [asked]))

    assert before == [("onbekend",), ("onbekend",)]
    assert boek.ask("SELECT verwijzer FROM toewijzing ORDER BY toewijzing_nummer") == [
        ("02",),
        ("onbekend",),
    ]


@pytest.mark.parametrize(
    ("files", "days"),
    [
        pytest.param([given(GIVEN)], [(JAN, DEC_END)], id="no start needed"),
        pytest.param([given(replace(GIVEN, einddatum=None))], [(JAN, date.max)], id="an open end"),
        pytest.param(
            [given(GIVEN), given(replace(NEWER, reden_wijziging="13"), nummer="T2")],
            [],
            id="one that never existed",
        ),
        pytest.param([given(GIVEN), stopped(STOP)], [(JAN, MARCH_END)], id="a stop"),
        pytest.param([stopped(STOP)], [], id="a stop without a toewijzing"),
        pytest.param(
            [given(GIVEN), stopped(replace(STOP, reden="20"))], [(JAN, DEC_END)], id="reden 20"
        ),
        pytest.param(
            [given(GIVEN), stopped(STOP), removed(STOP)], [(JAN, DEC_END)], id="a removed stop"
        ),
        pytest.param(
            [given(GIVEN), stopped(STOP), removed(STOP), stopped(STOP, "E2", date(2026, 1, 3))],
            [(JAN, MARCH_END)],
            id="a stop that came back",
        ),
        pytest.param(
            [given(GIVEN), stopped(STOP), started(Start(MAY, 1))],
            [(JAN, MARCH_END), (MAY, DEC_END)],
            id="a later start reopens",
        ),
        pytest.param(
            [
                given(GIVEN),
                stopped(STOP),
                started(Start(MAY, 1)),
                stopped(Stop(MAY, JUNE, 1), "E2"),
            ],
            [(JAN, MARCH_END), (MAY, JUNE)],
            id="and stops again",
        ),
        pytest.param(
            [given(GIVEN), stopped(STOP), started(Start(MAY, 1)), removed(Start(MAY, 1))],
            [(JAN, MARCH_END)],
            id="a removed start reopens nothing",
        ),
        pytest.param(
            [given(GIVEN), stopped(STOP), started(Start(date(2027, 1, 1), 1))],
            [(JAN, MARCH_END)],
            id="a start after the toewijzing reopens nothing",
        ),
        pytest.param(
            [given(GIVEN), stopped(Stop(date(2025, 11, 1), date(2025, 12, 31), 1))],
            [],
            id="a stop before the toewijzing began",
        ),
        pytest.param(
            [
                given(GIVEN),
                stopped(Stop(date(2025, 11, 1), date(2025, 12, 31), 1)),
                started(Start(MAY, 1)),
            ],
            [(MAY, DEC_END)],
            id="a stop before it began, and a later start",
        ),
        pytest.param(
            [given(GIVEN), stopped(replace(STOP, einddatum=date(2027, 1, 31)))],
            [(JAN, DEC_END)],
            id="a stop after its end",
        ),
        pytest.param(
            [given(GIVEN), stopped(replace(STOP, toewijzing=None))],
            [(JAN, MARCH_END)],
            id="a stop that is linked by product and day",
        ),
        pytest.param(
            [given(GIVEN, replace(GIVEN, nummer=2)), stopped(replace(STOP, toewijzing=None))],
            [(JAN, DEC_END), (JAN, DEC_END)],
            id="a stop that may belong to two",
        ),
        pytest.param(
            [given(GIVEN), stopped(replace(STOP, toewijzing=None, code="45A05"))],
            [(JAN, DEC_END)],
            id="a stop of another product",
        ),
    ],
)
def test_a_toewijzing_is_active_on_these_days_also_when_all_came_backward(
    files: Sequence[bytes], days: Sequence[tuple[date, date]], boek: Boek
) -> None:
    backward(boek, files)

    assert inzet(boek) == [(van.isoformat(), tot.isoformat()) for van, tot in days]


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        pytest.param(30, [(1, "2026-01-01", "2026-06-30")], id="30 days: one period"),
        pytest.param(
            31,
            [(1, "2026-01-01", "2026-03-31"), (2, "2026-05-02", "2026-06-30")],
            id="31 days: a return",
        ),
    ],
)
@pytest.mark.parametrize("deliver", [at_once, backward])
def test_a_gap_of_thirty_days_is_bridged_and_one_more_is_not(
    gap: int, expected: Rows, deliver: Deliver, boek: Boek
) -> None:
    begin = MARCH_END + timedelta(days=gap + 1)
    both = [
        given(replace(GIVEN, einddatum=MARCH_END)),
        given(Toewijzing(2, begin, date(2026, 6, 30)), nummer="T2"),
    ]

    deliver(boek, both)

    periods = "SELECT volgnr, van, tot FROM zorgperiode WHERE wet = '{}' ORDER BY ALL"
    assert boek.ask(periods.format("jw")) == expected
    assert boek.ask(periods.format("totaal")) == expected
    assert boek.ask("SELECT volgnr, van, tot FROM zorgtraject ORDER BY ALL") == expected


@pytest.mark.parametrize("deliver", [at_once, backward])
def test_care_of_an_aanbieder_began_with_its_first_start(deliver: Deliver, boek: Boek) -> None:
    next_day = MARCH_END + timedelta(days=1)
    deliver(
        boek,
        [
            given(replace(GIVEN, einddatum=MARCH_END)),
            given(Toewijzing(2, next_day, JUNE), nummer="T2"),
            started(Start(date(2026, 1, 5), 1)),
            started(Start(next_day, 2), nummer="S2"),
        ],
    )

    assert boek.ask("SELECT van, tot, begonnen FROM zorgtraject") == [
        ("2026-01-01", "2026-06-01", "2026-01-05")
    ]


def test_care_of_two_wetten_is_one_period_in_total(boek: Boek) -> None:
    of_wmo = Toewijzing(1, date(2026, 4, 15), JUNE, categorie="02", code="02A04")

    boek.deliver(
        given(replace(GIVEN, einddatum=MARCH_END)),
        toewijzingsbericht(Kop("1", JAN, wet="wmo"), CLIENT, [of_wmo]),
    )

    assert boek.ask("SELECT wet, volgnr, van, tot FROM zorgperiode ORDER BY ALL") == [
        ("jw", 1, "2026-01-01", "2026-03-31"),
        ("totaal", 1, "2026-01-01", "2026-06-01"),
        ("wmo", 1, "2026-04-15", "2026-06-01"),
    ]


def test_a_period_inside_another_does_not_end_it(boek: Boek) -> None:
    inside = Toewijzing(2, date(2026, 2, 1), date(2026, 2, 2))
    late = Toewijzing(3, date(2026, 12, 1), date(2027, 1, 31))

    boek.deliver(given(GIVEN, inside, late))

    assert boek.ask("SELECT volgnr, van, tot FROM zorgperiode WHERE wet = 'jw'") == [
        (1, "2026-01-01", "2027-01-31")
    ]


POSTCODES = "postcode;wijk_code\n9531 AA;WK168101\n9531;WK168102\n"


@pytest.mark.parametrize(
    ("postcode", "wijk"),
    [
        pytest.param("9531AA", "WK168101", id="the whole postcode"),
        pytest.param("9531BB", "WK168102", id="else its four digits"),
        pytest.param("9999AA", "onbekend", id="else unknown"),
        pytest.param(None, "onbekend", id="no address"),
    ],
)
@pytest.mark.parametrize("deliver", [at_once, backward])
def test_a_person_lives_in_the_wijk_of_the_postcode(
    postcode: str | None, wijk: str, deliver: Deliver, boek: Boek
) -> None:
    lives: list[bytes | str] = [given(GIVEN, client=replace(CLIENT, postcode=postcode))]

    deliver(boek, [POSTCODES, *lives])

    assert boek.ask("SELECT wijk_code, geboortejaar, geboortemaand FROM client") == [
        (wijk, 2012, 5)
    ]


@pytest.mark.parametrize("deliver", [at_once, backward])
def test_a_person_lives_where_the_newest_301_says(deliver: Deliver, boek: Boek) -> None:
    moved = replace(CLIENT, postcode="9531BB")
    both = [given(GIVEN), given(GIVEN, nummer="T2", dag=JUNE, client=moved)]

    boek.deliver(POSTCODES)
    deliver(boek, both)

    assert boek.ask("SELECT wijk_code FROM client") == [("WK168102",)]


def refused(
    answered: bytes, level: str = "Product", code: str = "9019", nummer: str = "W1"
) -> bytes:
    """The return message to one of these messages, with a code at one level."""
    return retourbericht(answered, nummer, date(2026, 4, 9), {level: [code]})


ENDED = stopped(STOP)
UNTIL_MARCH, ALL_YEAR = [("2026-01-01", "2026-03-31")], [("2026-01-01", "2026-12-31")]


@pytest.mark.parametrize("deliver", [at_once, backward])
@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param(refused(ENDED), ALL_YEAR, id="the stop"),
        pytest.param(refused(ENDED, "Client"), ALL_YEAR, id="the client"),
        pytest.param(refused(ENDED, "Header", "0001"), ALL_YEAR, id="the message"),
        pytest.param(refused(ENDED, code="0200"), UNTIL_MARCH, id="nothing"),
        pytest.param(refused(stopped(STOP, "E2")), UNTIL_MARCH, id="a stop of another message"),
        pytest.param(
            refused(stopped(replace(STOP, einddatum=MAY))), UNTIL_MARCH, id="another stop"
        ),
        pytest.param(refused(started(START, "E1")), UNTIL_MARCH, id="a start of the same number"),
        pytest.param(
            refused(given(GIVEN)), UNTIL_MARCH, id="the toewijzing, which stands by itself"
        ),
    ],
)
def test_a_stop_that_its_receiver_refused_ends_nothing(
    deliver: Deliver, answer: bytes, expected: Rows, boek: Boek
) -> None:
    deliver(boek, [given(GIVEN), started(START), ENDED, answer])

    assert inzet(boek) == expected


def test_a_refused_stop_that_is_sent_again_ends_care(boek: Boek) -> None:
    boek.deliver(given(GIVEN), ENDED, refused(ENDED))

    boek.deliver(stopped(STOP, "E2", date(2026, 4, 10)))

    assert inzet(boek) == UNTIL_MARCH


def test_a_refused_removal_removes_nothing(boek: Boek) -> None:
    gone = removed(STOP)

    boek.deliver(given(GIVEN), ENDED, gone)
    before = inzet(boek)
    boek.deliver(refused(gone))

    assert (before, inzet(boek)) == (ALL_YEAR, UNTIL_MARCH)


def test_a_refused_start_does_not_reopen_care(boek: Boek) -> None:
    again = started(Start(MAY, 1), "S2", MAY)

    boek.deliver(given(GIVEN), started(START), ENDED, again)
    before = inzet(boek)
    boek.deliver(refused(again))

    assert len(before) == 2
    assert inzet(boek) == UNTIL_MARCH
