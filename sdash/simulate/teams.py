"""How many people the teams are, and what they do in each casus.

All of it is invented; what the teams do follows from the casussen of the same arguments.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from io import StringIO
from random import Random
from typing import Final

from sdash.simulate.casussen import TAKEN, casussen
from sdash.simulate.kalender import laatste_dag, maand_van, plus_maanden
from sdash.simulate.plaats import Plaats, plaats

Rij = tuple[object, ...]
Stap = tuple[str, date, date | None]

DAGEN: Final = {
    "signalering": 9,
    "activering": 20,
    "vraagverheldering": 27,
    "kortdurende ondersteuning": 120,
    "indicering": 38,
    "regievoering": 300,
}
"""How long a taak lasts, about."""
OVERGESLAGEN: Final = 0.25
"""How often a taak is passed over."""
FOUTEN: Final = 400
"""Of so many casussen one has taken that overlap, and one a hole between them."""
PER_TAAK: Final = {
    "vraagverheldering": 0.2,
    "kortdurende ondersteuning": 0.3,
    "indicering": 0.15,
    "regievoering": 0.25,
}
"""What part of the fte does what; the rest is for the other taken."""


def teams(
    seed: int, clients: int, months: int, tot: date, waar: Plaats | None = None
) -> dict[str, bytes]:
    """The files by name, the same for the same arguments."""
    waar = waar or plaats()
    rng = Random(f"{seed}/casustaken")
    bestand = StringIO(casussen(seed, clients, months, tot, waar).decode())
    werk = csv.DictReader(bestand, delimiter=";")
    return {
        "casustaken.csv": _csv(
            ("casusnummer", "taak", "van", "tot"),
            (
                (casus["casusnummer"], taak, van, eind or "")
                for casus in werk
                for taak, van, eind in _stappen(rng, casus, laatste_dag(maand_van(tot)))
            ),
        ),
        "formatie.csv": _csv(
            ("team", "maand", "fte", "taak"),
            _formatie(
                Random(f"{seed}/formatie"),
                waar.fte,
                plus_maanden(maand_van(tot), 1 - months),
                months,
            ),
        ),
    }


def _csv(kop: Sequence[str], rijen: Iterable[Rij]) -> bytes:
    uit = StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
    schrijver.writerow(kop)
    schrijver.writerows(rijen)
    return uit.getvalue().encode()


def _stappen(rng: Random, casus: dict[str, str], peildag: date) -> Iterator[Stap]:
    """The taken up to the one where the casus is, or was when it closed; a few do not fit."""
    begin = date.fromisoformat(casus["begindatum"])
    dicht = date.fromisoformat(casus["einddatum"]) if casus["einddatum"] else None
    taken = [*TAKEN]
    eerder = taken[: taken.index(casus["taak"])]
    lengtes = [
        (taak, 1 + round(rng.expovariate(1 / DAGEN[taak])))
        for taak in eerder
        if rng.random() > OVERGESLAGEN
    ]
    samen, ruimte = sum(dagen for _, dagen in lengtes), ((dicht or peildag) - begin).days * 3 // 4
    fout, laatste = rng.randrange(FOUTEN), dicht or peildag
    van = begin
    for taak, dagen in lengtes:
        if van > laatste:
            return
        eind = van + timedelta(days=max(1, dagen * ruimte // max(samen, ruimte, 1)) - 1)
        yield taak, van, min(eind + timedelta(days=5 * (fout == 0)), laatste)
        van = eind + timedelta(days=1 + 7 * (fout == 1))
    if van <= laatste:
        yield casus["taak"], van, dicht


def _formatie(
    rng: Random, teams: Mapping[str, tuple[float, float]], start: date, months: int
) -> Iterator[Rij]:
    for team, (fte, per_maand) in teams.items():
        for nr in range(months):
            maand = f"{plus_maanden(start, nr):%Y-%m}"
            bezet = fte + per_maand * nr + rng.choice((-0.3, 0.0, 0.0, 0.3))
            yield team, maand, f"{bezet:.1f}", ""
            for taak, deel in PER_TAAK.items():
                yield team, maand, f"{bezet * deel:.1f}", taak
