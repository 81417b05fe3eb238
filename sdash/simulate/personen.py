"""Fictitious persons: test BSNs, names that say so, and addresses by postcode."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain
from random import Random
from typing import Final

from sdash.domain import Wet
from sdash.simulate.plaats import Plaats

LETTERS: Final = "ABCDEFGHIJKLMNOPRSTVWZ"
GEEN_RESTCIJFER: Final = 10
MEERDERJARIG: Final = timedelta(days=6575)
GEHEIM: Final = 0.004
"""The part of the persons whose address is kept from the aanbieder."""


@dataclass(slots=True)
class Persoon:
    """A person as the messages show one."""

    nummer: int
    bsn: str
    geboren: date
    geslacht: str
    voorletters: str
    postcode: str | None
    huisnummer: int
    zorg_tot: dict[Wet, date] = field(default_factory=dict)
    """The last day of the care that is known so far, by wet."""

    @property
    def achternaam(self) -> str:
        return f"Fictief-{self.nummer:04d}"

    def heeft_zorg(self, wet: Wet, dag: date) -> bool:
        return self.zorg_tot.get(wet, date.min) >= dag


def bsns() -> Iterator[str]:
    """Every BSN of the test range that passes the eleven-test, 9999xxxxx first."""
    for kop in chain(range(99_990_000, 100_000_000), range(99_000_000, 99_990_000)):
        som = sum((9 - plaats) * int(cijfer) for plaats, cijfer in enumerate(str(kop)))
        if som % 11 != GEEN_RESTCIJFER:
            yield f"{kop}{som % 11}"


def lees_postcodes(plaats: Plaats) -> list[str]:
    """The six-sign postcodes, those of the wijken with more care a quarter more often."""
    rijen = plaats.postcodes()
    gewoon = [code for code, _ in rijen for _ in range(4)]
    return gewoon + [code for code, wijk in rijen if wijk in plaats.meer_zorg]


class Bevolking:
    """The persons that exist so far, and the source of new ones."""

    def __init__(self, rng: Random, plaats: Plaats) -> None:
        self._rng = rng
        self._bsns = bsns()
        self._postcodes = lees_postcodes(plaats)
        self._aantal = 0
        self.bekend: dict[Wet, list[Persoon]] = {Wet.JW: [], Wet.WMO: []}

    def nieuw(self, wet: Wet, leeftijd: tuple[int, int], dag: date) -> Persoon:
        rng = self._rng
        self._aantal += 1
        jongst, oudst = leeftijd[0], leeftijd[1] + 1
        jaren = rng.triangular(jongst, oudst, jongst + 0.75 * (oudst - jongst))
        persoon = Persoon(
            nummer=self._aantal,
            bsn=next(self._bsns),
            geboren=dag - timedelta(days=round(jaren * 365.25)),
            geslacht=rng.choices("120", (49, 50, 1))[0],
            voorletters="".join(rng.choices(LETTERS, k=rng.randint(1, 3))),
            postcode=self.postcode(),
            huisnummer=rng.randint(1, 180),
        )
        self.bekend[wet].append(persoon)
        return persoon

    def postcode(self) -> str | None:
        return None if self._rng.random() < GEHEIM else self._rng.choice(self._postcodes)

    def iemand(self, wet: Wet, dag: date, *, in_zorg: bool) -> Persoon | None:
        """A known person who has care on the day, or who had it; None if none turns up soon."""
        for _ in range(12):
            if not self.bekend[wet]:
                return None
            persoon = self._rng.choice(self.bekend[wet])
            if persoon.heeft_zorg(wet, dag) is in_zorg:
                return persoon
        return None

    def uit_de_jeugd(self, dag: date) -> Persoon | None:
        """Someone known from youth care who has come of age, if one turns up soon."""
        for _ in range(40):
            if not self.bekend[Wet.JW]:
                return None
            persoon = self._rng.choice(self.bekend[Wet.JW])
            volwassen = persoon.geboren + MEERDERJARIG <= dag
            if volwassen and not persoon.heeft_zorg(Wet.WMO, dag):
                self.bekend[Wet.WMO].append(persoon)
                return persoon
        return None
