"""What a client is given: a traject at one aanbieder, and the toewijzingen that carry it."""

from dataclasses import dataclass, field
from datetime import date, time

from sdash.domain import REDEN_NOOIT_BESTAAN
from sdash.simulate.catalogus import Aanbieder, Product
from sdash.simulate.personen import Persoon


@dataclass(slots=True)
class Toewijzing:
    """A toewijzing in its newest version."""

    nummer: int
    product: Product
    datum: date
    tijd: time
    ingang: date
    eind: date | None
    volume: int
    referentie: str | None = None
    reden: str | None = None
    vorm: str = "specifiek"
    """specifiek (code and omvang), aspecifiek (category and budget) or generiek (budget only)."""
    budget: int | None = None

    def is_actueel(self, dag: date) -> bool:
        return self.reden != REDEN_NOOIT_BESTAAN and (self.eind is None or self.eind >= dag)


@dataclass(slots=True)
class Traject:
    """The care of one product that an aanbieder gives a client, from begin up to and with einde."""

    persoon: Persoon
    product: Product
    aanbieder: Aanbieder
    begin: date
    einde: date
    pauze: tuple[date, date] | None = None
    """The last day before an interruption, and the first day after it."""
    toewijzingen: list[Toewijzing] = field(default_factory=list)

    def dagen(self, van: date, tot: date) -> int:
        """The days with care between two days, both included."""
        delen = [(self.begin, self.einde)]
        if self.pauze:
            delen = [(self.begin, self.pauze[0]), (self.pauze[1], self.einde)]
        return sum(max(0, (min(tot, b) - max(van, a)).days + 1) for a, b in delen)

    def loopt_tot(self, einde: date) -> None:
        """Let care last longer than was planned."""
        self.einde = einde
        tot = self.persoon.zorg_tot
        tot[self.product.wet] = max(einde, tot[self.product.wet])
