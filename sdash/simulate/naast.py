"""What comes beside the messages of the sample municipality: files without a declaratie, invented.

All of it is fictitious but the size, which follows the published budget of 2025 (Iv3).
2024 is booked on the taakvelden of then.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO
from itertools import islice
from random import Random
from typing import Final

from sdash.simulate import participatie
from sdash.simulate.ervaring import clientervaring
from sdash.simulate.kalender import plus_maanden
from sdash.simulate.personen import bsns
from sdash.simulate.plaats import VOORBEELD, Plaats, plaats
from sdash.simulate.verwijzen import medicatie, verwijzingen

BEGIN: Final = date(2024, 1, 1)
MAANDEN: Final = 34
"""Up to and with October 2026, as the messages."""
PRIJSJAAR: Final = 2025
EERDER_TAAKVELD: Final = {"6.22": "6.2", "6.23": "6.2", "6.711": "6.71a", "6.821": "6.82a"}
"""What a taakveld was called before PRIJSJAAR."""
MET_PGB: Final = 34
EERDER: Final = 6000
"""So many BSNs are those of persons with care."""
NA_JEUGDHULP: Final = {
    323: date(2025, 4, 1),
    207: date(2025, 9, 1),
    190: date(2025, 12, 1),
    244: date(2026, 1, 1),
    313: date(2026, 4, 1),
    137: date(2026, 6, 1),
    148: date(2026, 7, 1),
    393: date(2026, 7, 1),
    280: date(2026, 9, 1),
}
"""Persons of the messages (seed 1, 1610 clients, 34 months) who turned 18 and whose youth care
ended, with the first day of their uitkering.
"""
GROEI: Final = 1.03
"""What costs rise in a year."""
Rij = tuple[object, ...]

_TAAKGERICHT: Final = (
    ("99000104", "jw", "6.22", 9_800),
    ("99000102", "jw", "6.23", 46_500),
    ("99000206", "wmo", "6.23", 61_200),
    ("99000112", "jw", "6.821", 8_400),
)
"""Aanbieder, wet, taakveld, and euro a month in PRIJSJAAR."""
_SUBSIDIES: Final = (
    ("Dorpshuizen samen (fictief)", "6.1", 212_000),
    ("Welzijn Hunzedal (fictief)", "6.1", 684_000),
    ("Mantelzorg Steunpunt Voorbeeld (fictief)", "6.1", 143_500),
    ("Vrijwilligers in Beweging (fictief)", "6.1", 96_000),
    ("Jongerenwerk De Haven (fictief)", "6.1", 318_000),
    ("Cliëntondersteuning Naast U (fictief)", "6.23", 128_000),
    ("Sociale teams Op Papier (fictief)", "6.23", 3_480_000),
    ("Werkbedrijf De Brug (fictief)", "6.4", 5_310_000),
    ("Leerwerkplaats Veenland (fictief)", "6.5", 865_000),
)
_RESERVE: Final = (
    (2023, 2_150_000, 0, 350_000),
    (2024, 1_900_000, 150_000, 400_000),
    (2025, 1_340_000, 0, 560_000),
)
"""Year, stand, storting and onttrekking; each follows from the year before."""


def naast(seed: int, waar: Plaats | None = None) -> dict[str, bytes]:
    """The files by name, the same for the same arguments."""
    waar = waar or plaats()
    schaal = waar.schaal
    eerder, pgb, uitkering = (round(n * schaal) for n in (EERDER, MET_PGB, participatie.PERSONEN))
    personen = [*islice(bsns(), eerder, eerder + pgb + uitkering)]
    met_pgb, met_uitkering = personen[:pgb], personen[pgb:]
    return {
        "taakgericht.csv": _csv(
            ("agb_code", "wet", "taakveld", "maand", "bedrag"),
            _taakgericht(Random(f"{seed}/tg"), schaal),
        ),
        "subsidies.csv": _csv(
            ("subsidienummer", "jaar", "ontvanger", "taakveld", "verleend", "vastgesteld"),
            _subsidies(Random(f"{seed}/subsidies"), schaal),
        ),
        "eigen_bijdragen.csv": _csv(
            ("maand", "taakveld", "inner", "bedrag"), _bijdragen(Random(f"{seed}/eb"), schaal)
        ),
        "reserves.csv": _csv(
            ("reserve", "jaar", "stand", "storting", "onttrekking"), _reserves(schaal)
        ),
        "pgb.csv": _csv(
            ("bsn", "wet", "maand", "budget", "besteed"), _pgb(Random(f"{seed}/pgb"), met_pgb)
        ),
        "verwijzingen.csv": _csv(
            ("praktijk", "maand", "verwijzer", "aantal", "poh", "poh_van", "poh_tot"),
            verwijzingen(Random(f"{seed}/verwijzingen"), BEGIN, MAANDEN, schaal),
        ),
        "medicatie.csv": _csv(
            ("jaar", "groep", "regio_code", "per_duizend"),
            medicatie(Random(f"{seed}/medicatie"), waar.code),
        ),
        "clientervaring.csv": _csv(
            ("jaar", "wet", "agb_code", "vraag", "aantal", "positief", "score"),
            clientervaring(Random(f"{seed}/ervaring"), schaal),
        ),
        **_participatiewet(seed, waar, met_uitkering),
    }


def _participatiewet(seed: int, waar: Plaats, bsn: Sequence[str]) -> dict[str, bytes]:
    """With who turned 18 in the messages of the first municipality, and of no other."""
    jong = _na_jeugdhulp(Random(f"{seed}/jong")) if waar.code == VOORBEELD else ()
    wijken = [wijk for _, wijk in waar.postcodes()]
    rijen = participatie.uitkeringen(Random(f"{seed}/uitkeringen"), bsn, wijken)
    naar_werk = participatie.trajecten(Random(f"{seed}/trajecten"), bsn)
    return {
        "uitkeringen.csv": _csv(participatie.KOP, [*rijen, *jong]),
        "trajecten.csv": _csv(participatie.KOP_TRAJECTEN, naar_werk),
    }


def _csv(kop: Sequence[str], rijen: Iterable[Rij]) -> bytes:
    uit = StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
    schrijver.writerow(kop)
    schrijver.writerows(rijen)
    return uit.getvalue().encode()


def _maanden() -> Iterator[tuple[date, float]]:
    """Each month, and how much dearer it is than PRIJSJAAR."""
    for nr in range(MAANDEN):
        maand = plus_maanden(BEGIN, nr)
        yield maand, GROEI ** (maand.year - PRIJSJAAR)


def _toen(taakveld: str, jaar: int) -> str:
    return EERDER_TAAKVELD.get(taakveld, taakveld) if jaar < PRIJSJAAR else taakveld


def _euro(bedrag: float) -> str:
    return f"{bedrag:.2f}"


def _taakgericht(rng: Random, schaal: float) -> Iterator[Rij]:
    for aanbieder, wet, taakveld, bedrag in _TAAKGERICHT:
        for maand, duurder in _maanden():
            kost = bedrag * schaal * duurder * rng.uniform(0.99, 1.01)
            yield aanbieder, wet, _toen(taakveld, maand.year), f"{maand:%Y-%m}", _euro(kost)


def _subsidies(rng: Random, schaal: float) -> Iterator[Rij]:
    """Of the last year it is not known yet what was spent."""
    laatste = plus_maanden(BEGIN, MAANDEN - 1).year
    for nr, (ontvanger, taakveld, bedrag) in enumerate(_SUBSIDIES, start=1):
        for jaar in range(BEGIN.year, laatste + 1):
            verleend = round(bedrag * schaal * GROEI ** (jaar - PRIJSJAAR), -2)
            besteed = _euro(verleend * rng.uniform(0.96, 1.0)) if jaar < laatste else ""
            veld = _toen(taakveld, jaar)
            yield f"S-{jaar}-{nr:02d}", jaar, ontvanger, veld, _euro(verleend), besteed


def _bijdragen(rng: Random, schaal: float) -> Iterator[Rij]:
    for maand, duurder in _maanden():
        bedrag = 8_300 * schaal * duurder * rng.uniform(0.97, 1.03)
        yield f"{maand:%Y-%m}", _toen("6.711", maand.year), "CAK", _euro(bedrag)


def _reserves(schaal: float) -> Iterator[Rij]:
    for jaar, *bedragen in _RESERVE:
        ronde = (10_000 * round(bedrag * schaal / 10_000) for bedrag in bedragen)
        yield "Reserve sociaal domein (fictief)", jaar, *ronde


def _pgb(rng: Random, bsn: Sequence[str]) -> Iterator[Rij]:
    """Half of them youth; a budget is seldom spent as a whole."""
    for nr, persoon in enumerate(bsn):
        budget = rng.uniform(700, 2000)
        for maand, duurder in _maanden():
            maandbudget = budget * duurder
            besteed = maandbudget * rng.uniform(0.75, 1.0)
            wet = "wmo" if nr % 2 else "jw"
            yield persoon, wet, f"{maand:%Y-%m}", _euro(maandbudget), _euro(besteed)


def _na_jeugdhulp(rng: Random) -> Iterator[Rij]:
    """Who turned 18 gets the low norm, and goes on getting it."""
    personen = [*islice(bsns(), max(NA_JEUGDHULP) + 1)]
    for nummer, begin in NA_JEUGDHULP.items():
        for maand, _ in _maanden():
            if maand >= begin:
                bedrag = _euro(330 * rng.uniform(0.9, 1.1))
                what = (personen[nummer], "Pw", begin, "", f"{maand:%Y-%m}", bedrag)
                yield (*what, "05", "", "alleenstaande", "tot 27", "", 4)
