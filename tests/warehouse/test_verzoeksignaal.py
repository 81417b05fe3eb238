"""What is suspicious of verzoeken and their answers is counted, in whatever order they came."""

from dataclasses import replace
from datetime import date

import pytest

from sdash.queries import gegevens
from sdash.sql import Params
from tests.oracle.messages import (
    TEST_BSNS,
    Client,
    Gewenst,
    Kop,
    Start,
    Stop,
    Toewijzing,
    Verzoek,
    VerzoekAntwoord,
    Wijziging,
    startbericht,
    stopbericht,
    toewijzingsbericht,
    verzoekantwoordbericht,
    verzoekbericht,
    wijzigingsbericht,
)
from tests.oracle.retouren import retourbericht
from tests.warehouse.boek import Boek

CLIENT, OTHER = Client(TEST_BSNS[0]), Client(TEST_BSNS[1])
JAN, MAR, APR, JUL = date(2026, 1, 1), date(2026, 3, 1), date(2026, 4, 1), date(2026, 7, 1)
DEC_END = date(2026, 12, 31)
GIVEN = Toewijzing(1, JAN, DEC_END, toewijzingsdatum=JAN)
CHANGE = Gewenst(APR, 1)
ASKED = Verzoek("V1", APR, categorie="46", code="46A01")
WISH = Wijziging("W1", te_wijzigen=[CHANGE])


def given(*toewijzingen: Toewijzing, nummer: str = "T1") -> bytes:
    return toewijzingsbericht(Kop(nummer, JAN), CLIENT, toewijzingen)


def asked(
    *verzoeken: Verzoek, nummer: str = "V1", dag: date = MAR, client: Client = CLIENT
) -> bytes:
    return verzoekbericht(Kop(nummer, dag), client, verzoeken)


def wished(
    wijziging: Wijziging = WISH, nummer: str = "W1", dag: date = MAR, client: Client = CLIENT
) -> bytes:
    return wijzigingsbericht(Kop(nummer, dag), client, wijziging)


def answered(referentie: str, antwoord: str = "1", nummer: str = "A1", dag: date = MAR) -> bytes:
    said = VerzoekAntwoord(referentie, antwoord, "3" if antwoord == "1" else None)
    return verzoekantwoordbericht(Kop(nummer, dag), said)


def budget(bericht: bytes, name: str) -> bytes:
    """The message with a budget for its volume."""
    head, _, rest = bericht.partition(f"<{name}:Omvang>".encode())
    _, _, tail = rest.partition(f"</{name}:Omvang>".encode())
    return (
        head + f"<{name}:Budget>{100 if name == 'jw301' else 200}</{name}:Budget>".encode() + tail
    )


LATER = replace(GIVEN, toewijzingsdatum=APR, einddatum=JUL)
TWO = (GIVEN, replace(GIVEN, nummer=2, categorie="46", code="46A01"))
TOLD: dict[str, tuple[list[bytes], list[tuple[str, str, int]]]] = {
    "nothing": ([given(GIVEN), asked(ASKED), wished(), answered("W1", dag=APR)], []),
    "9347: another verzoek has the reference": (
        [given(GIVEN), asked(ASKED), asked(replace(ASKED, code="46A02"), nummer="V2")],
        [("verzoek", "9347", 2)],
    ),
    "9347: twice in one message": ([asked(ASKED, ASKED)], [("verzoek", "9347", 2)]),
    "9347: not when the first one was refused": (
        [
            asked(ASKED),
            retourbericht(asked(ASKED), "R", MAR, {"Header": ["0001"]}),
            asked(ASKED, nummer="V2"),
        ],
        [],
    ),
    "9349: not all that ran": ([given(*TWO), wished()], [("verzoek", "9349", 1)]),
    "9349: all that ran": (
        [given(*TWO), wished(replace(WISH, ongewijzigd=[2]))],
        [],
    ),
    "9349: not what was over": (
        [given(GIVEN, replace(TWO[1], einddatum=date(2026, 2, 1))), wished()],
        [],
    ),
    "9349: not what was given later": (
        [given(GIVEN), given(replace(TWO[1], toewijzingsdatum=APR), nummer="T2"), wished()],
        [],
    ),
    "9350: what stays does not run": (
        [given(GIVEN), wished(replace(WISH, ongewijzigd=[9]))],
        [("verzoek", "9350", 1)],
    ),
    "9351: what has to change does not run": (
        [given(replace(GIVEN, reden_wijziging="13")), wished()],
        [("verzoek", "9351", 1)],
    ),
    "9351: it ran when it was asked": ([given(GIVEN), wished(), given(LATER, nummer="T2")], []),
    "9357: from before the toewijzing": (
        [given(replace(GIVEN, ingangsdatum=JUL)), wished()],
        [("verzoek", "9357", 1)],
    ),
    "9361: the same product in the same period": (
        [given(GIVEN), asked(replace(ASKED, categorie="45", code="45A04"))],
        [("verzoek", "9361", 1)],
    ),
    "9361: after its last day": (
        [given(replace(GIVEN, einddatum=MAR)), asked(replace(ASKED, categorie="45", code="45A04"))],
        [],
    ),
    "9361: the same verzoek changes it": (
        [given(GIVEN), wished(replace(WISH, nieuw=[Gewenst(APR, None, "45", "45A04")]))],
        [],
    ),
    "9373: another budget from another day": (
        [budget(given(GIVEN), "jw301"), budget(wished(), "jw317")],
        [("verzoek", "9373", 1)],
    ),
    "9373: another budget from the same day": (
        [
            budget(given(GIVEN), "jw301"),
            budget(wished(replace(WISH, te_wijzigen=[Gewenst(JAN, 1)])), "jw317"),
        ],
        [],
    ),
    "9375: a volume without a product": (
        [given(replace(GIVEN, categorie=None, code=None)), wished()],
        [("verzoek", "9375", 1)],
    ),
    "9355: an answer to nothing": ([answered("V9")], [("antwoord", "9355", 1)]),
    "9359: an answer after a toewijzing": (
        [asked(ASKED), given(replace(GIVEN, referentie="V1")), answered("V1")],
        [("antwoord", "9359", 1)],
    ),
    "9360: in onderzoek once more": (
        [asked(ASKED), answered("V1", "2"), answered("V1", "2", "A2")],
        [("antwoord", "9360", 1)],
    ),
    "9360: turned down after onderzoek": (
        [asked(ASKED), answered("V1", "2"), answered("V1", "1", "A2")],
        [],
    ),
    "9365: turned down twice": (
        [asked(ASKED), answered("V1"), answered("V1", nummer="A2", dag=APR)],
        [("antwoord", "9365", 1)],
    ),
    "9374: another verzoek is open": (
        [given(GIVEN), wished(), wished(replace(WISH, referentie="W2"), "W2", APR)],
        [("verzoek", "9374", 1)],
    ),
    "9374: it was turned down": (
        [
            given(GIVEN),
            wished(),
            answered("W1"),
            wished(replace(WISH, referentie="W2"), "W2", APR),
        ],
        [],
    ),
    "9374: of someone else": (
        [
            given(GIVEN),
            wished(),
            wished(replace(WISH, referentie="W2"), "W2", APR, client=OTHER),
        ],
        [("verzoek", "9351", 1)],
    ),
    "9379: a toewijzing for what nobody asked": (
        [given(replace(GIVEN, referentie="V9"))],
        [("toewijzing", "9379", 1)],
    ),
}


def told(boek: Boek) -> list[tuple[str, str, int | None]]:
    with boek.warehouse.cursor() as cursor:
        rows = gegevens.signalen.rows(cursor, Params())
    return [(row.soort, row.code, row.aantal) for row in rows]


@pytest.mark.parametrize("name", TOLD)
def test_what_is_suspicious_of_a_verzoek_is_told_in_any_order(name: str, boek: Boek) -> None:
    files, expected = TOLD[name]

    for file in reversed(files):
        boek.deliver(file)

    assert told(boek) == expected


def test_the_removal_of_a_start_that_has_a_stop_is_told(boek: Boek) -> None:
    start, stop = Start(JAN, 1), Stop(JAN, MAR, 1)
    messages = (
        startbericht(Kop("S1", JAN), CLIENT, [start]),
        stopbericht(Kop("E1", MAR), CLIENT, [stop]),
        startbericht(Kop("S2", APR), CLIENT, [replace(start, status="3")]),
    )
    boek.deliver(given(GIVEN))

    for file in reversed(messages):
        boek.deliver(file)

    assert told(boek) == [("start", "9071", 1), ("stop", "9069", 1)]
