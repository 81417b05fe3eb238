"""Random toewijzingen of every omvang, changed and withdrawn, with lines, answers and stops."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from random import Random

from hypothesis import strategies as st

from tests.oracle.messages import (
    TEST_BSNS,
    Antwoord,
    AntwoordClient,
    AntwoordPrestatie,
    Client,
    Declaratie,
    DeclaratieAntwoord,
    Kop,
    Omvang,
    Prestatie,
    Start,
    Stop,
    Toewijzing,
    antwoordbericht,
    declaratiebericht,
    startbericht,
    stopbericht,
    toewijzingsbericht,
)
from tests.oracle.verplicht import Tarief

_EURO = "83"
_CODES = {
    "jw": (("45", "45A04"), ("44", "44A04"), ("47", "47A01")),
    "wmo": (("02", "02A04"), ("01", "01A01"), ("16", "16A01")),
}
_EENHEDEN = ("01", "04", "14", "16", "82", "84", _EURO)
_AANBIEDERS = ("42420001", "42420001", "42420002")
_REDEN = {"jw": "31", "wmo": "19"}
_DAG = date(2026, 4, 1)
_INGANG = st.dates(date(2024, 10, 1), date(2026, 11, 30))
_PRICED_FROM = tuple(
    map(date.fromisoformat, ("2000-01-01", "2000-01-01", "2025-06-15", "2026-03-01"))
)
_PRICED_TO = (None, None, date(2026, 2, 10), date(2030, 12, 31))


@dataclass(frozen=True)
class Beloften:
    """Toewijzingen, rows of two price files of which the second comes later, and a random order."""

    leven: Sequence["_Leven"]
    prijzen: Sequence[Sequence[Tarief]]
    kans: Random

    @property
    def berichten(self) -> Sequence[bytes]:
        """The message files that say it, in that order."""
        numbers = count(1)
        said = [message for one in self.leven for message in _messages(one, numbers)]
        return self.kans.sample(said, len(said))


@dataclass(frozen=True)
class _Leven:
    """One toewijzing from its first version on."""

    wet: str
    aanbieder: str
    client: Client
    versies: Sequence[Toewijzing]
    declaraties: Sequence[Sequence[Prestatie]]
    afgewezen: Sequence[frozenset[str] | None]
    """Of each declaratie the lines that a 325 rejects; None: no answer."""
    gemeld: Sequence[Start | Stop]


@st.composite
def beloften(draw: st.DrawFn) -> Beloften:
    """A few toewijzingen with all that is said of them."""
    leven = [draw(_leven(nummer)) for nummer in range(1, draw(st.integers(2, 7)) + 1)]
    return Beloften(leven, draw(_tarieven(leven)), draw(st.randoms(use_true_random=False)))


@st.composite
def _leven(draw: st.DrawFn, nummer: int) -> _Leven:
    wet = draw(st.sampled_from(["jw", "wmo"]))
    first = draw(_toewijzing(wet, nummer))
    declared = draw(_declaraties(wet, first))
    return _Leven(
        wet,
        draw(st.sampled_from(_AANBIEDERS)),
        Client(TEST_BSNS[nummer % 3]),
        [first, *draw(_changes(first))],
        declared,
        [draw(st.none() | _some_of(lines)) for lines in declared],
        draw(_meldingen(wet, first)),
    )


@st.composite
def _toewijzing(draw: st.DrawFn, wet: str, nummer: int) -> Toewijzing:
    codes = _CODES[wet]
    categorie, code = draw(st.sampled_from([*codes, (codes[0][0], None), (None, None)]))
    ingang = draw(_INGANG)
    omvang = draw(st.sampled_from([True, True, True, False]))
    return Toewijzing(
        nummer=nummer,
        ingangsdatum=ingang,
        einddatum=draw(_after(ingang)),
        categorie=categorie,
        code=code,
        toewijzingsdatum=date(2025, 11, 1),
        omvang=draw(_omvangen) if omvang else None,
        budget=None if omvang else draw(st.sampled_from([None, 900, 50_000])),
    )


_omvangen = st.builds(
    Omvang,
    st.sampled_from([1, 3, 40, 20_000]),
    st.sampled_from(_EENHEDEN),
    st.sampled_from("12466"),
)


def _after(day: date) -> st.SearchStrategy[date | None]:
    return st.none() | st.integers(0, 500).map(lambda days: day + timedelta(days=days))


@st.composite
def _changes(draw: st.DrawFn, first: Toewijzing) -> list[Toewijzing]:
    """Newer versions: an end that moved, another volume, or that it never existed."""
    changed = []
    for tijd in ("11:00:00", "12:00:00")[: draw(st.sampled_from([0, 0, 1, 2]))]:
        later = replace(first, toewijzingstijd=tijd, reden_wijziging="04")
        match draw(st.sampled_from(["eind", "omvang", "weg"])):
            case "eind":
                later = replace(later, einddatum=draw(_after(first.ingangsdatum)))
            case "omvang" if first.omvang:
                later = replace(later, omvang=replace(first.omvang, volume=7))
            case "weg":
                gone = first.ingangsdatum
                later = replace(later, einddatum=gone, reden_wijziging="13")
        changed.append(later)
    return changed


@st.composite
def _declaraties(draw: st.DrawFn, wet: str, of: Toewijzing) -> list[list[Prestatie]]:
    """Lines of some months, of which the second declaratie may credit and declare one again."""
    months = draw(st.lists(st.integers(0, 14), unique=True, max_size=5))
    numbers = (f"R{of.nummer}{nr}" for nr in count(1))
    first = [draw(_prestatie(wet, of, nr, next(numbers))) for nr in months]
    second: list[Prestatie] = []
    for line in first:
        if draw(st.sampled_from([False, False, True])):
            credit = replace(line, referentie=next(numbers), vorige_referentie=line.referentie)
            second.append(replace(credit, debet_credit="C"))
            if draw(st.booleans()):
                second.append(draw(_prestatie(wet, of, months[0], next(numbers))))
    return [lines for lines in (first, second) if lines]


@st.composite
def _prestatie(draw: st.DrawFn, wet: str, of: Toewijzing, month: int, referentie: str) -> Prestatie:
    months = of.ingangsdatum.year * 12 + of.ingangsdatum.month - 1 + month
    own = of.omvang.eenheid if of.omvang else "04"
    eenheid = draw(st.sampled_from([own, own, own, "82"]))
    return Prestatie(
        referentie,
        date(months // 12, months % 12 + 1, 1),
        toewijzing=of.nummer,
        categorie=of.categorie or _CODES[wet][0][0],
        code=of.code or _CODES[wet][0][1],
        volume=draw(st.integers(0, 30)),
        eenheid=eenheid,
        tarief=None if eenheid == _EURO else draw(st.sampled_from([100, 333, 1001])),
    )


def _some_of(lines: Sequence[Prestatie]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from([line.referentie for line in lines]), max_size=1)


@st.composite
def _meldingen(draw: st.DrawFn, wet: str, of: Toewijzing) -> list[Start | Stop]:
    """Mostly nothing; or a stop, that may be for a while, and perhaps a start after it."""
    if draw(st.sampled_from([True, True, False])):
        return []
    begin, product = of.ingangsdatum, (of.categorie, of.code)
    end = begin + timedelta(days=draw(st.integers(0, 400)))
    reden = draw(st.sampled_from([_REDEN[wet], _REDEN[wet], "20"]))
    stop = Stop(begin, end, of.nummer, reden, *product)
    again = Start(end + timedelta(days=draw(st.integers(1, 60))), of.nummer, *product)
    return [stop, again] if draw(st.booleans()) else [stop]


@st.composite
def _tarieven(draw: st.DrawFn, leven: Sequence[_Leven]) -> list[list[Tarief]]:
    """Prices of what was assigned, of an aanbieder or of all; each file has a key once."""
    codes = {(one.wet, v.code, v.omvang.eenheid) for one in leven for v in one.versies if v.omvang}
    known = sorted((wet, code, eenheid) for wet, code, eenheid in codes if code)
    if not known:
        return []
    keys = st.tuples(
        st.sampled_from(known[:2]),
        st.sampled_from([None, _AANBIEDERS[0]]),
        st.sampled_from(_PRICED_FROM),
    )
    return [
        [
            Tarief(
                wet,
                whose,
                code,
                eenheid,
                van,
                draw(st.sampled_from([1, 333, 5001])),
                draw(st.sampled_from([tot for tot in _PRICED_TO if not tot or tot >= van])),
            )
            for (wet, code, eenheid), whose, van in draw(
                st.lists(keys, unique=True, min_size=1, max_size=4)
            )
        ]
        for _ in range(2)
    ]


def _messages(one: _Leven, numbers: Iterator[int]) -> Iterator[bytes]:
    def kop() -> Kop:
        return Kop(f"{next(numbers)}", _DAG, wet=one.wet, aanbieder=one.aanbieder)

    for versie in one.versies:
        yield toewijzingsbericht(kop(), one.client, [versie])
    for melding in one.gemeld:
        if isinstance(melding, Stop):
            yield stopbericht(kop(), one.client, [melding])
        else:
            yield startbericht(kop(), one.client, [melding])
    for nr, (lines, rejected) in enumerate(zip(one.declaraties, one.afgewezen, strict=True), 1):
        sent, number = kop(), f"D{one.versies[0].nummer}{nr}"
        yield declaratiebericht(sent, Declaratie(number, _DAG, _DAG, [(one.client.bsn, lines)]))
        if rejected is not None:
            named = [AntwoordPrestatie(it, ["9338"]) for it in lines if it.referentie in rejected]
            clients = [AntwoordClient(one.client.bsn, named)] if named else []
            answer = DeclaratieAntwoord(number, clients)
            yield antwoordbericht(kop(), Antwoord(sent.identificatie, _DAG, inhoud=answer))
