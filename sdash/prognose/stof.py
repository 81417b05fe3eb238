"""What the forecast is made of: the rows of both queries as small arrays, by month number."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from sdash.domain import ONBEKEND, taakveld_rules
from sdash.queries.prognose import Driehoek, Toewijzing

Getallen = NDArray[np.float64]
Nummers = NDArray[np.int64]
NOOIT: Final = 1_000_000
"""A month number after all others."""
OPEN: Final = date(2999, 12, 31).toordinal()
CENT: Final = 100
BUDGET: Final = -1
ZONDER_PRIJS: Final = -2
"""Where the price of a toewijzing stands: 1 for a budget, nowhere when it was never declared."""
DAGEN: Final = 365
PER_DAG: Final = {"1": 1.0, "2": 1 / 7}
PER_MAAND: Final = "4"


def nummer(dag: date) -> int:
    """The number of the month of a day."""
    return dag.year * 12 + dag.month - 1


def eerste_dag(maand: int) -> date:
    """The first day of a month by its number."""
    return date(maand // 12, maand % 12 + 1, 1)


class Post(NamedTuple):
    """A row of the budget: a wet, and a taakveld as the rules of now book it, also older years."""

    wet: str
    taakveld: str


VELDEN: Final = {
    (str(wet), categorie, code): veld for wet, categorie, code, veld in taakveld_rules()
}


Veld = Callable[[Driehoek | Toewijzing], str]
"""What a row counts for, within its wet: a post."""


def taakveld_van(row: Driehoek | Toewijzing) -> str:
    """The taakveld that a row is booked on."""
    wet, soort = str(row.wet), row.categorie or ""
    return VELDEN.get((wet, soort, row.productcode)) or VELDEN.get((wet, soort, None), ONBEKEND)


def groep_van(row: Driehoek | Toewijzing, veld: Veld) -> tuple[str, str, str | None, str]:
    """Of what the verzilveringsgraad is known: post, product and aanbieder within a wet."""
    return str(row.wet), veld(row), row.categorie, row.aanbieder


class Sleutels:
    """Numbers for keys, in the order in which they first come."""

    def __init__(self) -> None:
        self._nummers: dict[tuple[str | None, ...], int] = {}

    def __call__(self, *key: str | None) -> int:
        return self._nummers.setdefault(key, len(self._nummers))

    def __len__(self) -> int:
        return len(self._nummers)

    @property
    def keys(self) -> list[tuple[str | None, ...]]:
        return [*self._nummers]


@dataclass(frozen=True)
class Stof:
    """Arrays [group, month of delivery, month of receipt] in euro, and a column a toewijzing field.

    Months count from `begin`; what was received earlier stands at 0. A group is a taakveld, product
    (categorie) and aanbieder; each belongs to a post and to a soort (wet and categorie).
    """

    begin: int
    posten: tuple[Post, ...]
    post_van: Nummers
    soort_van: Nummers
    toegekend: Getallen
    staand: Getallen
    """ingediend less afgewezen."""
    prijs: tuple[Getallen, Getallen]
    """Euro and volume of all lines, by productcode and aanbieder."""
    groep: Nummers
    artikel: Nummers
    """Where the price of a toewijzing stands; BUDGET or ZONDER_PRIJS for one without."""
    van: Nummers
    tot: Nummers
    """The first and last day, as ordinals."""
    gestopt: Nummers
    gestopt_bekend: Nummers
    per_dag: Getallen
    """Volume a day, or a month where per_maand is true; euro for a budget."""
    per_maand: NDArray[np.bool_]
    bekend: Nummers
    bekend_tot: Nummers
    """At the end of which months this is the newest version; from and up to, without the latter."""
    eerst: Nummers
    """The month in which the first version came."""

    @property
    def maanden(self) -> int:
        """How many months there are, from the first to the last of which anything is known."""
        return int(self.staand.shape[1])

    @classmethod
    def of(
        cls,
        driehoek: Sequence[Driehoek],
        toewijzingen: Sequence[Toewijzing],
        veld: Veld = taakveld_van,
    ) -> Self | None:
        """Put the rows in arrays, by taakveld or another veld; None when there is no line."""
        if not driehoek:
            return None
        begin = min(nummer(row.maand) for row in driehoek)
        lang = max(nummer(row.ontvangen) for row in driehoek) - begin + 1
        groepen, soorten, artikelen = Sleutels(), Sleutels(), Sleutels()
        for row in driehoek:
            groepen(*groep_van(row, veld))
            artikelen(str(row.wet), row.productcode, row.aanbieder)
        for toewijzing in toewijzingen:
            groepen(*groep_van(toewijzing, veld))
        toegekend, staand = np.zeros((2, len(groepen), max(lang, 1), max(lang, 1)))
        prijs = np.zeros((2, len(artikelen), max(lang, 1), max(lang, 1)))
        for row in driehoek:
            plek = nummer(row.maand) - begin, max(nummer(row.ontvangen) - begin, 0)
            groep = groepen(*groep_van(row, veld))
            artikel = artikelen(str(row.wet), row.productcode, row.aanbieder)
            toegekend[groep, *plek] += float(row.toegekend)
            staand[groep, *plek] += float(row.ingediend - row.afgewezen)
            prijs[:, artikel, *plek] += float(row.ingediend), row.volume
        van_groep = [Post(str(wet), str(post)) for wet, post, _, _ in groepen.keys]
        posten = sorted({*van_groep})
        soort_van = [soorten(wet, soort) for wet, _, soort, _ in groepen.keys]
        return cls(
            begin=begin,
            posten=tuple(posten),
            post_van=np.array([posten.index(post) for post in van_groep]),
            soort_van=np.array(soort_van),
            toegekend=toegekend,
            staand=staand,
            prijs=(prijs[0], prijs[1]),
            **_columns(toewijzingen, veld, groepen, artikelen, begin),
        )


def _columns(
    rows: Sequence[Toewijzing], veld: Veld, groepen: Sleutels, artikelen: Sleutels, begin: int
) -> dict[str, NDArray[Any]]:
    eerst: dict[tuple[str, int], int] = {}
    for row in rows:
        key = str(row.wet), row.toewijzing_nummer
        eerst[key] = min(eerst.get(key, NOOIT), nummer(row.ontvangen))
    standing = [row for row in rows if not row.verwijderd]
    declared = len(artikelen)
    numbers: dict[str, Iterable[int]] = {
        "groep": (groepen(*groep_van(row, veld)) for row in standing),
        "artikel": (_artikel(row, artikelen, declared) for row in standing),
        "van": (row.ingangsdatum.toordinal() for row in standing),
        "tot": (row.einddatum.toordinal() if row.einddatum else OPEN for row in standing),
        "gestopt": (row.gestopt.toordinal() if row.gestopt else OPEN for row in standing),
        "gestopt_bekend": (_month(row.gestopt_bekend, begin) for row in standing),
        "bekend": (_month(row.ontvangen, begin) for row in standing),
        "bekend_tot": (_month(row.tot, begin) for row in standing),
        "eerst": (eerst[str(row.wet), row.toewijzing_nummer] - begin for row in standing),
    }
    monthly = (row.volume is not None and row.frequentie == PER_MAAND for row in standing)
    return {
        **{name: np.fromiter(values, np.int64) for name, values in numbers.items()},
        "per_dag": np.fromiter((_rate(row) for row in standing), np.float64),
        "per_maand": np.fromiter(monthly, np.bool_),
    }


def _month(dag: date | None, begin: int) -> int:
    return NOOIT if dag is None else nummer(dag) - begin


def _artikel(row: Toewijzing, artikelen: Sleutels, declared: int) -> int:
    if row.volume is None:
        return BUDGET
    found = artikelen(str(row.wet), row.productcode, row.aanbieder)
    return found if found < declared else ZONDER_PRIJS


def _rate(row: Toewijzing) -> float:
    """What may be delivered in a day (in a month, for a frequentie per month)."""
    dagen = DAGEN
    if row.einddatum:
        dagen = max((row.einddatum - row.ingangsdatum).days + 1, 1)
    if row.volume is None:
        return (row.budget or 0) / CENT / dagen
    if row.frequentie == PER_MAAND:
        return float(row.volume)
    return row.volume * PER_DAG.get(row.frequentie or "", 1 / dagen)
