"""Who refers, as huisartsenpraktijken and a publisher of medicine tell it; all of it is invented.

Half of the practices got a POH in 2025 and send fewer since; the others go on as they were.
"""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Final

from sdash.simulate.kalender import plus_maanden

Rij = tuple[object, ...]

PRAKTIJKEN: Final = (
    ("praktijk-1", 3.4, date(2025, 3, 1)),
    ("praktijk-2", 2.8, None),
    ("praktijk-3", 3.1, date(2025, 6, 1)),
    ("praktijk-4", 2.4, None),
    ("praktijk-5", 2.9, date(2025, 3, 1)),
    ("praktijk-6", 3.2, None),
    ("praktijk-7", 2.6, date(2025, 10, 1)),
    ("praktijk-8", 2.2, None),
)
"""Number, referrals a month, and the first day of the POH."""
MET_POH: Final = 0.6
"""What is left of the referrals after it."""
JEUGDARTS: Final = 0.3
MEDICATIE: Final = {"ADHD-medicatie 4 tot 18 jaar": (44.0, 41.0)}
"""A thousand young people: in the gemeente, and in the country."""
JAREN: Final = (2019, 2020, 2021, 2022, 2023, 2024)
PER_JAAR: Final = (-1.6, 0.4)
"""By how much they change a year, in the gemeente and in the country."""


def verwijzingen(rng: Random, begin: date, maanden: int, schaal: float = 1.0) -> Iterator[Rij]:
    """Each practice and month, of huisartsen and of a jeugdarts who works with some of them."""
    for nr, (praktijk, per_maand, poh_van) in enumerate(PRAKTIJKEN):
        for maand in (plus_maanden(begin, stap) for stap in range(maanden)):
            heeft = poh_van is not None and maand >= poh_van
            verwacht = per_maand * schaal * (MET_POH if heeft else 1.0)
            poh = ("ja" if heeft else "nee", poh_van or "", "")
            yield praktijk, f"{maand:%Y-%m}", "02", _aantal(rng, verwacht), *poh
            if nr % 4 == 0:
                yield praktijk, f"{maand:%Y-%m}", "03", _aantal(rng, JEUGDARTS * schaal), *poh


def medicatie(rng: Random, gemeente: str) -> Iterator[Rij]:
    """Each year of the gemeente and of the country."""
    regios = (f"GM{gemeente}", "NL01")
    for groep, per_duizend in MEDICATIE.items():
        for regio, per_jaar, eerste in zip(regios, PER_JAAR, per_duizend, strict=True):
            for nr, jaar in enumerate(JAREN):
                yield jaar, groep, regio, f"{eerste + per_jaar * nr + rng.uniform(-0.6, 0.6):.1f}"


def _aantal(rng: Random, verwacht: float) -> int:
    """How often something of chance happens in a month that happens so often on average."""
    aantal, tijd = 0, rng.expovariate(verwacht)
    while tijd < 1:
        aantal, tijd = aantal + 1, tijd + rng.expovariate(verwacht)
    return aantal
