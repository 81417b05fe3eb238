"""How many people the teams are, what they do in each casus, and another way to divide the wijken.

All of it is invented; what the teams do follows from the casussen of the same arguments.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from io import StringIO
from random import Random
from typing import Final

from sdash.simulate.casussen import TAKEN, casussen
from sdash.simulate.kalender import laatste_dag, maand_van, plus_maanden
from sdash.simulate.personen import VOORBEELD

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
FTE: Final = {
    "Team Borger": (15.0, 0.0),
    "Team De Monden": (13.5, -0.11),
    "Team Nieuw-Buinen": (10.0, 0.04),
    "Team Odoorn": (11.5, 0.0),
}
"""Of each team in the first month, and how many come a month."""
PER_TAAK: Final = {
    "vraagverheldering": 0.2,
    "kortdurende ondersteuning": 0.3,
    "indicering": 0.15,
    "regievoering": 0.25,
}
"""What part of the fte does what; the rest is for the other taken."""
JEUGDTEAMS: Final = {
    "Team Borger": "Jeugdteam West (fictief)",
    "Team De Monden": "Jeugdteam Oost (fictief)",
    "Team Nieuw-Buinen": "Jeugdteam Oost (fictief)",
    "Team Odoorn": "Jeugdteam West (fictief)",
}
ANDERS: Final = {"WK168185": "Jeugdteam Oost (fictief)", "WK168180": "Jeugdteam West (fictief)"}
"""Wijken of which the jeugdteam is another one than that of their neighbours."""


def teams(seed: int, clients: int, months: int, tot: date) -> dict[str, bytes]:
    """The files by name, the same for the same arguments."""
    rng = Random(f"{seed}/casustaken")
    werk = csv.DictReader(StringIO(casussen(seed, clients, months, tot).decode()), delimiter=";")
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
            _formatie(Random(f"{seed}/formatie"), plus_maanden(maand_van(tot), 1 - months), months),
        ),
        "wijkteams.csv": _csv(("wijk_code", "team_soort", "team", "van", "tot"), _wijkteams()),
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


def _formatie(rng: Random, start: date, months: int) -> Iterator[Rij]:
    for team, (fte, per_maand) in FTE.items():
        for nr in range(months):
            maand = f"{plus_maanden(start, nr):%Y-%m}"
            bezet = fte + per_maand * nr + rng.choice((-0.3, 0.0, 0.0, 0.3))
            yield team, maand, f"{bezet:.1f}", ""
            for taak, deel in PER_TAAK.items():
                yield team, maand, f"{bezet * deel:.1f}", taak


def _wijkteams() -> Iterator[Rij]:
    """The sociale teams of today as wijkteams, beside jeugdteams that divide the wijken anew."""
    with (VOORBEELD / "teams.csv").open(encoding="utf-8", newline="") as bestand:
        nu = [rij for rij in csv.DictReader(bestand, delimiter=";") if not rij["tot"]]
    for rij in nu:
        wijk, team = rij["wijk_code"], rij["team"]
        jeugdteam = ANDERS.get(wijk, JEUGDTEAMS[team])
        yield wijk, "wijkteam", f"Wijkteam {team.removeprefix('Team ')} (fictief)", rij["van"], ""
        yield wijk, "jeugdteam", jeugdteam, rij["van"], ""
