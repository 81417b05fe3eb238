"""The open files of the sociale teams, as one CSV file."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO
from random import Random
from typing import Final

from sdash.simulate.catalogus import CLIENTEN
from sdash.simulate.kalender import laatste_dag, maand_van, plus_maanden
from sdash.simulate.plaats import Plaats, plaats

KOLOMMEN: Final = (
    "casusnummer", "team", "wijk_code", "begindatum", "einddatum", "eerder_bekend", "taak",
)  # fmt: skip
ACTIEF: Final = 1000 / sum(CLIENTEN.values())
"""Running casussen at the end for each client with care."""
DUUR: Final = 15
"""Months that a casus is open, on average."""
MAAND: Final = 30.44
GROEI: Final = 0.02
"""How many more casussen run after a year."""
BEKEND: Final = 0.43
TAKEN: Final = {
    "signalering": 6,
    "activering": 12,
    "vraagverheldering": 18,
    "kortdurende ondersteuning": 30,
    "indicering": 12,
    "regievoering": 22,
}
SEIZOEN: Final = (1.2, 1.1, 1.1, 1.0, 0.95, 0.95, 0.75, 0.7, 1.1, 1.15, 1.1, 0.9)


def _duur(rng: Random) -> timedelta:
    return timedelta(days=round(rng.expovariate(1 / (DUUR * MAAND))) + 5)


def _perioden(
    rng: Random, voorraad: float, start: date, months: int
) -> Iterator[tuple[date, date]]:
    """First and last day: of what is open on the first day, then of every month."""
    for _ in range(round(voorraad / (1 + GROEI) ** (months / 12))):
        yield start - min(_duur(rng), timedelta(days=1500)), start + _duur(rng)
    for nr in range(months):
        maand = plus_maanden(start, nr)
        nieuw = voorraad / DUUR * SEIZOEN[maand.month - 1] / (1 + GROEI) ** ((months - nr) / 12)
        for _ in range(int(nieuw + rng.random())):
            begin = maand + timedelta(days=rng.randint(0, 27))
            yield begin, begin + _duur(rng)


def casussen(seed: int, clients: int, months: int, tot: date, waar: Plaats | None = None) -> bytes:
    """The file as it stands on the last day of the month of tot."""
    rng = Random(f"{seed}/casussen")
    start = plus_maanden(maand_van(tot), 1 - months)
    peildag = laatste_dag(maand_van(tot))
    gebied = (waar or plaats()).werkgebied(peildag)
    uit = StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
    schrijver.writerow(KOLOMMEN)
    perioden = sorted(_perioden(rng, clients * ACTIEF, start, months))
    for nr, (begin, einde) in enumerate(perioden, 1):
        team, wijk = rng.choice(gebied)
        bekend = "ja" if rng.random() < BEKEND else "nee"
        taak = rng.choices(list(TAKEN), list(TAKEN.values()))[0]
        dicht = f"{einde}" if einde <= peildag else ""
        schrijver.writerow((f"FICTIEF-{nr:05d}", team, wijk, begin, dicht, bekend, taak))
    return uit.getvalue().encode()
