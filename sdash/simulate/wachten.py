"""Who waits in the sample municipality, as its own files tell it: all of it invented.

Three months of what is still open at the end: who was not seen, not started or not decided yet has
no date in the file, which says what was known on the last day of October 2026.
"""

import csv
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from io import StringIO
from itertools import islice
from random import Random
from typing import Final

from sdash.simulate.personen import bsns
from sdash.simulate.plaats import Plaats, plaats

BEGIN: Final = date(2025, 1, 1)
TOT: Final = date(2026, 10, 31)
DAGEN: Final = (TOT - BEGIN).days
AANMELDINGEN: Final = 420
MELDINGEN: Final = 1_150
IN_ZORG: Final = 1_600
"""So many BSNs are those of persons of the messages; the others ask without getting care.

These numbers are those of the first municipality.
"""
VERDER: Final = 8_000
AANBIEDERS: Final = (
    ("99000105", "54", 30), ("99000107", "54", 44), ("99000102", "45", 17), ("99000104", "45", 21),
)  # fmt: skip
"""Aanbieder, categorie, and days until an intake in the middle."""
UITKOMSTEN: Final = {
    "maatwerk": 58, "algemene voorziening": 17, "eigen kracht": 11, "ingetrokken": 8,
    "doorverwezen": 6,
}  # fmt: skip


def wachten(seed: int, waar: Plaats | None = None) -> dict[str, bytes]:
    """The files by name, the same for the same arguments."""
    waar = waar or plaats()
    aangemeld, gemeld = round(AANMELDINGEN * waar.schaal), round(MELDINGEN * waar.schaal)
    bekend = [*islice(bsns(), round(IN_ZORG * waar.schaal))]
    verder = round(VERDER * waar.schaal)
    anderen = [*islice(bsns(), verder, verder + gemeld)]
    return {
        "wachttijden.csv": _csv(
            ("bsn", "aanbieder", "wet", "categorie", "aanmelding", "intake", "start"),
            _wachttijden(Random(f"{seed}/wachttijden"), bekend, aangemeld),
        ),
        "meldingen.csv": _csv(
            ("bsn", "melding", "onderzoek_afgerond", "besluit", "uitkomst", "team"),
            _meldingen(Random(f"{seed}/meldingen"), bekend, anderen, [*waar.fte]),
        ),
    }


def _csv(kop: Sequence[str], rijen: Iterator[tuple[object, ...]]) -> bytes:
    uit = StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
    schrijver.writerow(kop)
    schrijver.writerows(rijen)
    return uit.getvalue().encode()


def _na(rng: Random, dag: date, midden: float) -> date:
    """A later day; half of them come within so many days, a few much later."""
    return dag + timedelta(days=round(midden * rng.lognormvariate(0, 0.6)))


def _bekend(dag: date | None) -> object:
    return "" if dag is None or dag > TOT else dag


def _dagen(rng: Random, aantal: int) -> list[date]:
    return sorted(BEGIN + timedelta(days=rng.randint(0, DAGEN)) for _ in range(aantal))


def _wachttijden(rng: Random, bsn: Sequence[str], aantal: int) -> Iterator[tuple[object, ...]]:
    personen = rng.sample(bsn, aantal)
    for persoon, aanmelding in zip(personen, _dagen(rng, aantal), strict=True):
        aanbieder, categorie, midden = rng.choice(AANBIEDERS)
        intake = _na(rng, aanmelding, midden)
        start = _na(rng, intake, midden * 1.2)
        yield persoon, aanbieder, "jw", categorie, aanmelding, _bekend(intake), _bekend(start)


def _meldingen(
    rng: Random, bekend: Sequence[str], anderen: Sequence[str], teams: Sequence[str]
) -> Iterator[tuple[object, ...]]:
    met_zorg, zonder_zorg = iter(rng.sample(bekend, len(anderen))), iter(anderen)
    for melding in _dagen(rng, len(anderen)):
        uitkomst = rng.choices(list(UITKOMSTEN), list(UITKOMSTEN.values()))[0]
        heeft_besluit = uitkomst == "maatwerk"
        persoon = next(met_zorg if heeft_besluit else zonder_zorg)
        onderzocht = _na(rng, melding, 33 if heeft_besluit else 24)
        besluit = _na(rng, onderzocht, 9) if heeft_besluit else None
        is_klaar = (besluit or onderzocht) <= TOT
        yield (
            persoon, melding, _bekend(onderzocht), _bekend(besluit), uitkomst if is_klaar else "",
            rng.choice(teams),
        )  # fmt: skip
