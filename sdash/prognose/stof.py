"""What the forecast is made of: the rows of both queries as small arrays, by month number."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple, Self

import numpy as np
import pyarrow as pa

from sdash.domain import ONBEKEND, taakveld_rules
from sdash.prognose import kolommen
from sdash.prognose.kolommen import Getallen, Nummers, Waarden, Zorg
from sdash.prognose.versies import versies

CENT: Final = 100
ZONDER_PRIJS: Final = -2
"""Where the price of a toewijzing stands that was never declared."""


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


Veld = Callable[[Zorg], str]
"""What care counts for, within its wet: a post."""


def taakveld_van(zorg: Zorg) -> str:
    """The taakveld that care is booked on."""
    wet, soort = zorg.wet, zorg.categorie or ""
    return VELDEN.get((wet, soort, zorg.productcode)) or VELDEN.get((wet, soort, None), ONBEKEND)


def groep_van(zorg: Zorg, veld: Veld) -> tuple[str, str, str | None, str]:
    """Of what the verzilveringsgraad is known: post, product and aanbieder within a wet."""
    return zorg.wet, veld(zorg), zorg.categorie, zorg.aanbieder


def artikel_van(zorg: Zorg) -> tuple[str, str | None, str]:
    """What has a price."""
    return zorg.wet, zorg.productcode, zorg.aanbieder


class Sleutels:
    """Numbers for keys, in the order in which they first come."""

    def __init__(self) -> None:
        self._nummers: dict[tuple[str | None, ...], int] = {}

    def __call__(self, *key: str | None) -> int:
        return self._nummers.setdefault(key, len(self._nummers))

    def __len__(self) -> int:
        return len(self._nummers)

    def __contains__(self, key: object) -> bool:
        return key in self._nummers

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
    """Where the price of a toewijzing stands; BUDGET for one with a budget, or ZONDER_PRIJS."""
    van: Nummers
    tot: Nummers
    """The first and last day, as ordinals."""
    gestopt: Nummers
    gestopt_bekend: Nummers
    per_dag: Getallen
    """Volume a day, or a month where per_maand is true; euro for a budget."""
    per_maand: Waarden
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
        cls, driehoek: pa.Table, toewijzingen: pa.Table, veld: Veld = taakveld_van
    ) -> Self | None:
        """Put both answers in arrays, by taakveld or another veld; None when there is no line."""
        if not driehoek.num_rows:
            return None
        zorg, (van_regel, van_toewijzing) = kolommen.zorg_van(driehoek, toewijzingen)
        groepen, soorten, artikelen = Sleutels(), Sleutels(), Sleutels()
        groep = np.array([groepen(*groep_van(one, veld)) for one in zorg])
        for one in np.unique(van_regel):
            artikelen(*artikel_van(zorg[one]))
        artikel = np.array([_artikel(one, artikelen) for one in zorg])
        van_groep = [Post(str(wet), str(post)) for wet, post, _, _ in groepen.keys]
        posten = sorted({*van_groep})
        begin = int(kolommen.maanden(driehoek["maand"]).min())
        lines = _Regels.of(driehoek, begin)
        groepvorm, artikelvorm = (len(groepen), *lines.vorm), (len(artikelen), *lines.vorm)
        toegekend, staand = (
            lines.opgeteld(gewicht, groep[van_regel], groepvorm)
            for gewicht in (lines.toegekend, lines.staand)
        )
        prijs, volume = (
            lines.opgeteld(gewicht, artikel[van_regel], artikelvorm)
            for gewicht in (lines.ingediend, lines.volume)
        )
        return cls(
            begin=begin,
            posten=tuple(posten),
            post_van=np.array([posten.index(post) for post in van_groep]),
            soort_van=np.array([soorten(wet, soort) for wet, _, soort, _ in groepen.keys]),
            toegekend=toegekend,
            staand=staand,
            prijs=(prijs, volume),
            **versies(toewijzingen, groep[van_toewijzing], artikel[van_toewijzing], begin),
        )


def _artikel(zorg: Zorg, artikelen: Sleutels) -> int:
    key = artikel_van(zorg)
    return artikelen(*key) if key in artikelen else ZONDER_PRIJS


@dataclass(frozen=True)
class _Regels:
    """The columns of the first answer, with their place among the months."""

    maand: Nummers
    ontvangen: Nummers
    ingediend: Getallen
    toegekend: Getallen
    staand: Getallen
    volume: Getallen

    @classmethod
    def of(cls, rows: pa.Table, begin: int) -> Self:
        ingediend = kolommen.euro(rows["ingediend"])
        return cls(
            maand=kolommen.maanden(rows["maand"]) - begin,
            ontvangen=np.maximum(kolommen.maanden(rows["ontvangen"]) - begin, 0),
            ingediend=ingediend,
            toegekend=kolommen.euro(rows["toegekend"]),
            staand=ingediend - kolommen.euro(rows["afgewezen"]),
            volume=kolommen.getallen(rows["volume"]),
        )

    @property
    def vorm(self) -> tuple[int, int]:
        lang = int(max(self.ontvangen.max(), self.maand.max())) + 1
        return lang, lang

    def opgeteld(self, gewicht: Getallen, rij: Nummers, vorm: tuple[int, ...]) -> Getallen:
        return kolommen.opgeteld(gewicht, (rij, self.maand, self.ontvangen), vorm)
