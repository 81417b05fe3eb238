"""Random histories of a very small municipality that step into every trap of the messages.

Few persons, aanbieders, numbers and days, so that messages meet: the same toewijzing in several
versions and messages, a stop and its removal, a credit, a line twice, two answers to one 323.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from tests.oracle.begroting import HEADER
from tests.oracle.messages import (
    Antwoord,
    AntwoordClient,
    AntwoordPrestatie,
    Client,
    Declaratie,
    DeclaratieAntwoord,
    Kop,
    Prestatie,
    Start,
    Stop,
    Toewijzing,
    Verzoek,
    antwoordbericht,
    declaratiebericht,
    startbericht,
    stopbericht,
    toewijzingsbericht,
    verzoekbericht,
)
from tests.oracle.values import AANBIEDER, GEMEENTE, TEST_BSNS

JAREN = (2025, 2026)
_BEGINS = tuple(map(date.fromisoformat, ("2025-12-01", "2026-01-01", "2026-01-10", "2026-01-11")))
_EINDES = tuple(map(date.fromisoformat, ("2025-12-31", "2026-01-09", "2026-01-10", "2026-01-20")))
PEILDATA = (*_BEGINS, *_EINDES, date(2025, 11, 30), date(2026, 1, 12), date(2026, 3, 1))
_SENT = tuple(map(date.fromisoformat, ("2026-01-05", "2026-01-06", "2026-01-07")))
_NUMBERS = ("9", "10", "100", "99", "a1", "A1", "B", "é1", "z", "099", "2", "11", "b2", "C")
_PRODUCTS = {
    "jw": (("45", "45A04"), ("45", "45A05"), ("45", None), ("46", "46A01")),
    "wmo": (("02", "02A04"), ("02", "02A05"), ("02", None), ("08", "08A01")),
}
_REDENEN = {"jw": ("31", "38", "20"), "wmo": ("19", "31", "20")}
_VERSIE_REDENEN = (*[None] * 9, "04", "13")


@dataclass(frozen=True)
class Bestand:
    """A message file; a failing example shows what it says instead of its XML."""

    naam: str
    zegt: tuple[object, ...]
    inhoud: bytes = field(repr=False)


@dataclass(frozen=True)
class History:
    """Message files in the order of delivery, and perhaps a begroting."""

    files: tuple[Bestand, ...]
    begroting: str | None


def _seldom(usual: Sequence[str], odd: Sequence[str]) -> st.SearchStrategy[str]:
    """Mostly one of the usual values, now and then an odd one."""
    return st.sampled_from([*usual] * (15 // len(usual)) + [*odd])


_BSNS = st.sampled_from([*[TEST_BSNS[0]] * 12, TEST_BSNS[1], TEST_BSNS[1], "999900007"])


def _koppen(wet: str) -> st.SearchStrategy[Kop]:
    """Headers that are not yet numbered, mostly of one wet and aanbieder."""
    return st.builds(
        Kop,
        identificatie=st.just(""),
        dagtekening=st.sampled_from(_SENT),
        wet=_seldom([wet], ["jw", "wmo"]),
        aanbieder=_seldom([AANBIEDER], ["42420002"]),
        gemeente=_seldom([GEMEENTE], ["0106"]),
    )


@st.composite
def _toewijzing(draw: st.DrawFn, wet: str) -> Toewijzing:
    categorie, code = draw(st.sampled_from([*_PRODUCTS[wet] * 4, (None, None), ("99", None)]))
    ingang = draw(st.sampled_from(_BEGINS))
    eind = draw(st.sampled_from([None, None, *(day for day in _EINDES if day >= ingang)]))
    return Toewijzing(
        nummer=draw(st.sampled_from([1, 1, 1, 1, 2, 3])),
        ingangsdatum=ingang,
        einddatum=eind,
        categorie=categorie,
        code=code,
        toewijzingsdatum=draw(st.sampled_from(_SENT[:2])),
        toewijzingstijd=draw(st.sampled_from(["10:00:00", "10:00:00", "09:59:59", "10:00:00.5"])),
        reden_wijziging=draw(st.sampled_from(_VERSIE_REDENEN)),
    )


@st.composite
def _care(draw: st.DrawFn, wet: str) -> Start:
    categorie, code = draw(st.sampled_from([*_PRODUCTS[wet] * 2, (None, None), ("99", None)]))
    return Start(
        begindatum=draw(st.sampled_from(_BEGINS)),
        toewijzing=draw(st.sampled_from([1, 1, 1, 1, 2, None, None])),
        categorie=categorie,
        code=code,
        status=draw(_seldom(["1", "1", "3"], ["2", "9"])),
    )


@st.composite
def _stop(draw: st.DrawFn, wet: str) -> Stop:
    care = draw(_care(wet))
    return Stop(
        begindatum=care.begindatum,
        einddatum=draw(st.sampled_from([day for day in _EINDES if day >= care.begindatum])),
        toewijzing=care.toewijzing,
        reden=draw(_seldom(_REDENEN[wet], ["23", "33"])),
        categorie=care.categorie,
        code=care.code,
        status=care.status,
    )


@st.composite
def _verzoek(draw: st.DrawFn, wet: str) -> Verzoek:
    categorie, code = draw(st.sampled_from(_PRODUCTS[wet]))
    return Verzoek("V1", draw(st.sampled_from(_BEGINS)), categorie=categorie, code=code)


@st.composite
def _prestatie(draw: st.DrawFn, wet: str) -> Prestatie:
    categorie, code = draw(st.sampled_from(_PRODUCTS[wet][:2]))
    begin = draw(st.sampled_from(_BEGINS))
    line = Prestatie(
        referentie=draw(st.sampled_from(["R1", "R2", "R3", "R4", "R5", "r1"])),
        begin=begin,
        toewijzing=draw(st.sampled_from([1, 2, 999])),
        categorie=draw(_seldom([categorie], ["99"])),
        code=code or "",
        volume=draw(st.integers(0, 3)),
        eenheid=draw(_seldom(["04"], ["83", "82", "05"])),
        tarief=draw(st.sampled_from([100, 333, 1001, None])),
        debet_credit=draw(_seldom(["D", "D", "C"], ["X"])),
        vorige_referentie=draw(st.sampled_from([None, "R1"])),
    )
    eind = draw(st.sampled_from([begin, *[line.laatste_dag] * 9, date(2026, 2, 1)]))
    more = draw(st.sampled_from([*[0] * 12, 1]))
    return replace(line, eind=eind, bedrag=line.centen + more)


@st.composite
def _declaratie(draw: st.DrawFn, wet: str) -> tuple[Kop, Declaratie]:
    kop = draw(_koppen(wet))
    lines = st.lists(_prestatie(kop.wet), min_size=1, max_size=3)
    clients = draw(st.lists(st.tuples(_BSNS, lines), min_size=1, max_size=2))
    number = draw(st.sampled_from(["D1", "D2", "D3", "D4"]))
    return kop, Declaratie(number, date(2026, 1, 1), date(2026, 1, 31), clients)


def _codes(*usual: str) -> st.SearchStrategy[list[str]]:
    """Codes of one level: mostly those that reject nothing."""
    code = _seldom(usual, ["9338", "0001"])
    return st.lists(code, min_size=1, max_size=2, unique=True)


@st.composite
def _inhoud(draw: st.DrawFn, declaratie: Declaratie) -> DeclaratieAntwoord:
    clients = []
    for bsn, lines in declaratie.clienten:
        rejected = draw(st.lists(st.sampled_from(lines), max_size=2))
        if rejected:
            of_lines = [
                AntwoordPrestatie(line, draw(_codes("9338", "8021", "0200"))) for line in rejected
            ]
            clients.append(AntwoordClient(bsn, of_lines, draw(_codes("0200"))))
    nummer = draw(_seldom([declaratie.nummer], ["D1", "D9"]))
    return DeclaratieAntwoord(nummer, clients, draw(_codes("0200", "0233")))


@st.composite
def _antwoord(draw: st.DrawFn, declared: Sequence[tuple[Kop, Declaratie]]) -> tuple[Kop, Antwoord]:
    about, declaratie = draw(st.sampled_from(declared))
    kop = replace(
        draw(_koppen(about.wet)),
        aanbieder=draw(_seldom([about.aanbieder], ["42420002"])),
    )
    same_wet = kop.wet == about.wet
    inhoud = draw(st.none() | _inhoud(declaratie)) if same_wet else None
    answered = draw(_seldom([about.identificatie], ["9"]))
    codes = draw(_codes("0200") if inhoud else _codes("8001", "0200", "0001"))
    return kop, Antwoord(answered, about.dagtekening, codes, inhoud)


_WRITERS: Sequence[tuple[Any, Any]] = [
    *[(_toewijzing, toewijzingsbericht)] * 5,
    *[(_care, startbericht)] * 4,
    *[(_stop, stopbericht)] * 4,
    (_verzoek, verzoekbericht),
]
_Said = tuple[tuple[object, ...], bytes]
"""What a message says, and its XML."""


@st.composite
def _about_client(draw: st.DrawFn, kop: Kop) -> _Said:
    """A 301, 305, 307 or 315."""
    client = Client(draw(_BSNS))
    one, write = draw(st.sampled_from(_WRITERS))
    said = draw(st.lists(one(kop.wet), min_size=1, max_size=3))
    return (kop, client, said), write(kop, client, said)


@st.composite
def begrotingen(draw: st.DrawFn) -> str:
    """A begroting file of a few rows, each key once."""
    taakvelden = st.sampled_from(["6.1", "6.22", "6.23", "6.752", "6.821", "6.711", "6.60", "6.3"])
    stands = st.sampled_from(["primitief", "gewijzigd"])
    keys = st.lists(st.tuples(st.sampled_from(JAREN), taakvelden, stands), unique=True, min_size=1)
    rows = [
        f"{jaar};{taakveld};Omschrijving;{draw(st.integers(0, 10**6))}.25;0;{stand};"
        f"{jaar - 1 if stand == 'primitief' else jaar}-06-01;nee\n"
        for jaar, taakveld, stand in draw(keys)
    ]
    return HEADER + "".join(rows)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Messages in any order, numbered uniquely by their sender, some of them delivered twice."""
    numbers = iter(draw(st.permutations(_NUMBERS)))

    def numbered(kop: Kop) -> Kop:
        return replace(kop, identificatie=next(numbers))

    wet = draw(st.sampled_from(["jw", "wmo"]))
    money, care = draw(st.sampled_from([(3, 2), (0, 10)]))
    claims = draw(st.lists(_declaratie(wet), max_size=money))
    declared = [(numbered(kop), one) for kop, one in claims]
    drawn = draw(st.lists(_antwoord(declared), max_size=3)) if declared else []
    answers = [(numbered(kop), one) for kop, one in drawn]
    koppen = draw(st.lists(_koppen(wet), max_size=care))
    said: list[_Said] = [
        *(((kop, one), declaratiebericht(kop, one)) for kop, one in declared),
        *(((kop, one), antwoordbericht(kop, one)) for kop, one in answers),
        *(draw(_about_client(numbered(kop))) for kop in koppen),
    ]
    again = draw(st.lists(st.sampled_from(said), max_size=2)) if said else []
    delivered = draw(st.permutations([*said, *again]))
    files = tuple(Bestand(f"{nr:02}.xml", *one) for nr, one in enumerate(delivered))
    return History(files, draw(st.none() | begrotingen()))
