"""Who lives together in the sample municipality, what is the matter there, and who has a plan.

All of it is invented: people of the messages and with an uitkering were put together by chance. As
in a real file some are missing, and some stand in two households at once.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from io import StringIO
from itertools import islice
from random import Random
from typing import Final

from sdash.simulate.personen import bsns
from sdash.simulate.plaats import Plaats, plaats

BEGIN: Final = date(2023, 1, 1)
TOT: Final = date(2026, 10, 31)
IN_ZORG: Final = 2_920
"""So many BSNs are those of persons of the messages."""
UITKERING: Final = (6_034, 6_740)
"""Between these are those of persons with an uitkering."""
GROOTTE: Final = {1: 55, 2: 25, 3: 12, 4: 8}
"""How many of a household are known here, and how often."""
ONBEKEND: Final = 60
DUBBEL: Final = 9
VERHUISD: Final = 70
MET_PROBLEEM: Final = 430
ZONDER_HUISHOUDEN: Final = 50
MET_PLAN: Final = 760
GEBIEDEN: Final = {
    ("geld",): 12,
    ("geld", "wonen"): 10,
    ("geld", "werk en opleiding"): 10,
    ("gezin", "psychische gezondheid"): 11,
    ("gezin",): 9,
    ("psychische gezondheid",): 8,
    ("geld", "gezin", "psychische gezondheid"): 8,
    ("geld", "werk en opleiding", "wonen"): 6,
    ("dagelijks leven", "lichamelijke gezondheid"): 9,
    ("lichamelijke gezondheid",): 6,
    ("dagelijks leven", "lichamelijke gezondheid", "sociaal netwerk"): 5,
    ("geld", "gezin", "psychische gezondheid", "wonen"): 4,
    ("geld", "justitie", "verslaving", "wonen"): 1,
    ("geld", "gezin", "verslaving"): 1,
}
REGISSEURS: Final = {
    "sociaal team": 44, "aanbieder": 14, "jeugdteam": 10, "werk en inkomen": 9,
    "gecertificeerde instelling": 6, "schuldhulp": 5, "": 12,
}  # fmt: skip
Rij = tuple[object, ...]


def huishoudens(seed: int, waar: Plaats | None = None) -> dict[str, bytes]:
    """The files by name, the same for the same arguments."""
    rng = Random(f"{seed}/huishoudens")
    schaal = (waar or plaats()).schaal
    in_zorg, vanaf, tot = (round(nr * schaal) for nr in (IN_ZORG, *UITKERING))
    alle = [*islice(bsns(), tot)]
    personen = [*alle[:in_zorg], *alle[vanaf:]]
    rng.shuffle(personen)
    samen = [*_samen(rng, personen[ONBEKEND:])]
    namen = [f"FICTIEF-H{nr:04d}" for nr in range(1, len(samen) + 1)]
    met_meer = [naam for naam, leden in zip(namen, samen, strict=True) if len(leden) > 1]
    return {
        "huishoudens.csv": _csv(
            ("bsn", "huishouden", "van", "tot"), _leden(rng, [*zip(namen, samen, strict=True)])
        ),
        "leefgebieden.csv": _csv(
            ("huishouden", "casusnummer", "leefgebied", "van", "tot"),
            _gebieden(rng, rng.sample(namen, round(MET_PROBLEEM * schaal))),
        ),
        "plannen.csv": _csv(
            ("huishouden", "plan_van", "regisseur", "tot"),
            _plannen(rng, rng.sample(met_meer, round(MET_PLAN * schaal))),
        ),
    }


def _csv(kop: Sequence[str], rijen: Iterable[Rij]) -> bytes:
    uit = StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
    schrijver.writerow(kop)
    schrijver.writerows(rijen)
    return uit.getvalue().encode()


def _een_van(rng: Random, hoe_vaak: dict[str, int]) -> str:
    return rng.choices([*hoe_vaak], [*hoe_vaak.values()])[0]


def _samen(rng: Random, personen: Sequence[str]) -> Iterator[list[str]]:
    rest = iter(personen)
    while leden := [*islice(rest, rng.choices([*GROOTTE], [*GROOTTE.values()])[0])]:
        yield leden


def _dag(rng: Random, vanaf: date = BEGIN) -> date:
    return vanaf + timedelta(days=rng.randint(0, (TOT - vanaf).days))


def _leden(rng: Random, samen: Sequence[tuple[str, list[str]]]) -> Iterator[Rij]:
    """Each member since the begin; some moved to another household, some stand in two at once."""
    anders = rng.sample(range(len(samen)), VERHUISD + DUBBEL)
    dubbel = anders[:DUBBEL]
    for nr, (naam, leden) in enumerate(samen):
        for nummer, bsn in enumerate(leden):
            if nummer or nr not in anders:
                yield bsn, naam, BEGIN, ""
                continue
            dag = _dag(rng, BEGIN + timedelta(days=1))
            yield bsn, naam, BEGIN, "" if nr in dubbel else dag - timedelta(days=1)
            yield bsn, rng.choice(samen)[0], dag, ""


def _gebieden(rng: Random, namen: Sequence[str]) -> Iterator[Rij]:
    gevallen = [(naam, "") for naam in namen]
    gevallen += [("", f"FICTIEF-{nr:05d}") for nr in range(1, ZONDER_HUISHOUDEN + 1)]
    for geval in gevallen:
        van = _dag(rng)
        tot = _dag(rng, van) if rng.random() < 0.25 else ""  # noqa: PLR2004  (a quarter is over)
        for gebied in rng.choices([*GEBIEDEN], [*GEBIEDEN.values()])[0]:
            yield *geval, gebied, van, tot


def _plannen(rng: Random, namen: Sequence[str]) -> Iterator[Rij]:
    for naam in namen:
        for _ in range(rng.choices((1, 2), (85, 15))[0]):
            yield naam, _dag(rng), _een_van(rng, REGISSEURS), ""
