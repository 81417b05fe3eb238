"""Bijstand, loonkostensubsidie and trajecten of the sample municipality: all of it invented.

The number of people follows the published budget of 2025 for inkomensregelingen (6.3).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from sdash.simulate.kalender import plus_maanden

Rij = tuple[object, ...]
KOP: Final = (
    *("bsn", "regeling", "begin", "eind", "maand", "bedrag", "reden_instroom", "reden_uitstroom"),
    *("leefvorm", "leeftijdsklasse", "wijk_code", "trede"),
)
KOP_TRAJECTEN: Final = (
    *("bsn", "traject", "begin", "eind", "resultaat", "trede_begin", "trede", "sector"),
    "loonkostensubsidie",
)
BEGIN: Final = date(2024, 1, 1)
TOT: Final = date(2026, 10, 31)
PERSONEN: Final = 702
"""So many came into bijstand or had it already (about four hundred at a time), or have LKS."""
AL_LANG: Final = 0.62
"""The part of them that had bijstand before the first month."""
MET_BIJSTAND: Final = 640 / PERSONEN
MET_TRAJECT: Final = 330 / PERSONEN
GEMIDDELD: Final = 1_000
"""Days that new bijstand lasts, on average; a third of it ends within the first months."""
KORT: Final = 150

REGELINGEN: Final = {"Pw": 90, "IOAW": 5, "IOAZ": 1, "Bbz": 4}
BEDRAG: Final = {"Pw": 1_390, "IOAW": 1_510, "IOAZ": 1_480, "Bbz": 1_150, "LKS": 720}
LEEFVORMEN: Final = {"alleenstaande": 66, "alleenstaande ouder": 17, "gehuwden": 17}
KLASSEN: Final = {"tot 27": 12, "27 tot 45": 38, "45 tot AOW": 50}
TREDEN: Final = {"1": 14, "2": 27, "3": 26, "4": 18, "5": 9, "6": 6}
ERIN: Final = {"01": 28, "02": 24, "03": 16, "04": 14, "05": 10, "": 8}
ERUIT: Final = {"11": 37, "12": 13, "13": 11, "14": 10, "15": 14, "16": 8, "": 7}
MET_SUBSIDIE: Final = 0.2
"""The part of jobcoaching for which loonkostensubsidie stands with the traject."""
TREDE_ANDERS: Final = 0.02
"""How often in a month somebody comes to another trede."""
TRAJECTEN: Final = {
    "werkervaring": 24,
    "scholing": 20,
    "jobcoaching": 19,
    "sociale activering": 22,
    "proefplaatsing": 8,
    "schuldhulp": 7,
}
RESULTATEN: Final = {"werk": 22, "deels werk": 13, "opleiding": 9, "afgerond": 33, "gestopt": 20}
SECTOREN: Final = {"zorg": 24, "groen": 19, "techniek": 17, "horeca": 15, "logistiek": 25}
NAAR_WERK: Final = frozenset({"werkervaring", "jobcoaching", "proefplaatsing"})
"""The trajecten that lead to a sector."""


@dataclass(frozen=True)
class Periode:
    """Bijstand of one person, and how it is known."""

    bsn: str
    begin: date
    eind: date | None
    vast: Rij
    """Reden of instroom and uitstroom, leefvorm, leeftijdsklasse and wijk."""
    regeling: str
    trede: int


def uitkeringen(rng: Random, personen: Sequence[str], wijken: Sequence[str]) -> Iterator[Rij]:
    """Each month of who had bijstand or loonkostensubsidie since January 2024.

    A wijk is as likely as it is often among the wijken.
    """
    for nr, bsn in enumerate(personen):
        if nr < len(personen) * MET_BIJSTAND:
            yield from _maanden(rng, _periode(rng, bsn, rng.choice(wijken)))
            continue
        begin = plus_maanden(date(2021, 1, 1), rng.randrange(68))
        eind = plus_maanden(begin, rng.randrange(6, 60)) - timedelta(days=1)
        vast = ("", "", "", _keuze(rng, KLASSEN), rng.choice(wijken))
        yield from _maanden(rng, Periode(bsn, begin, _bekend(eind), vast, "LKS", 5))


def trajecten(rng: Random, personen: Sequence[str]) -> Iterator[Rij]:
    """One way to work or taking part each, of some of the same people."""
    bijstand = personen[: round(len(personen) * MET_BIJSTAND)]
    for bsn in rng.sample(bijstand, round(len(personen) * MET_TRAJECT)):
        soort = _keuze(rng, TRAJECTEN)
        begin = date(2023, 9, 1) + timedelta(days=rng.randrange(1_140))
        eind = _bekend(begin + timedelta(days=rng.randrange(45, 420)))
        vanaf = int(_keuze(rng, TREDEN))
        hoe = _keuze(rng, RESULTATEN) if eind else ""
        stap = rng.choice((1, 1, 2)) if "werk" in hoe else rng.choice((-1, 0, 0, 0, 0, 1))
        tot = min(max(vanaf + stap, 1), 6) if eind else ""
        sector = _keuze(rng, SECTOREN) if soort in NAAR_WERK else ""
        has_lks = soort == "jobcoaching" and rng.random() < MET_SUBSIDIE
        lks = rng.randrange(400, 900) if has_lks else ""
        yield bsn, soort, begin, eind or "", hoe, vanaf, tot, sector, lks


def _periode(rng: Random, bsn: str, wijk: str) -> Periode:
    """Who had bijstand already had it for years, and leaves seldom."""
    if rng.random() < AL_LANG:
        begin = BEGIN - timedelta(days=round(rng.expovariate(1 / 2_200)))
        eind = BEGIN + timedelta(days=round(rng.expovariate(1 / 3_200)))
    else:
        begin = BEGIN + timedelta(days=rng.randrange((TOT - BEGIN).days))
        gemiddeld = KORT if rng.random() < 1 / 3 else GEMIDDELD
        eind = begin + timedelta(days=20 + round(rng.expovariate(1 / gemiddeld)))
    until = _bekend(eind)
    erin, eruit = _keuze(rng, ERIN), _keuze(rng, ERUIT) if until else ""
    vast = (erin, eruit, _keuze(rng, LEEFVORMEN), _keuze(rng, KLASSEN), wijk)
    return Periode(bsn, begin, until, vast, _keuze(rng, REGELINGEN), int(_keuze(rng, TREDEN)))


def _maanden(rng: Random, wie: Periode) -> Iterator[Rij]:
    """A reason to leave and an end are known from the month on in which one leaves."""
    maand, trede = max(wie.begin.replace(day=1), BEGIN), wie.trede
    bedrag = BEDRAG[wie.regeling] * rng.uniform(0.72, 1.2)
    laatste = min(wie.eind or TOT, TOT)
    while maand <= laatste:
        volgende = plus_maanden(maand, 1)
        weg = wie.eind is not None and wie.eind < volgende
        if rng.random() < TREDE_ANDERS:
            trede = min(max(trede + rng.choice((1, 1, -1)), 1), 6)
        erin, eruit, *rest = wie.vast
        yield (
            *(wie.bsn, wie.regeling, wie.begin, wie.eind if weg else "", f"{maand:%Y-%m}"),
            *(f"{bedrag:.2f}", erin, eruit if weg else "", *rest, trede),
        )
        maand = volgende


def _bekend(dag: date) -> date | None:
    return dag if dag <= TOT else None


def _keuze(rng: Random, gewichten: dict[str, int]) -> str:
    return rng.choices(list(gewichten), list(gewichten.values()))[0]
