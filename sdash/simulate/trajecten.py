"""Every traject that was ever started, with the persons who have them."""

from collections import defaultdict
from datetime import date, timedelta
from random import Random
from typing import Final

from sdash.domain import Wet
from sdash.simulate.catalogus import LEVERT, Product
from sdash.simulate.personen import Bevolking, Persoon
from sdash.simulate.plaats import Plaats
from sdash.simulate.zorg import Traject

MAAND: Final = 30.44
NIEUW: Final = {Wet.JW: 0.52, Wet.WMO: 0.43}
"""The part of the requests that comes from someone without earlier care."""
TERUG: Final = {Wet.JW: 0.10, Wet.WMO: 0.06}
"""The part that comes from someone who had care before; the others have care already."""
VAN_JEUGD: Final = 0.25
"""The part of the requests for Wmo-begeleiding that comes from youth care."""
BEGELEIDING: Final = "02"


class Trajecten:
    """Chooses who gets what from whom, and for how long."""

    def __init__(self, rng: Random, plaats: Plaats) -> None:
        self._rng = rng
        self.bevolking = Bevolking(rng, plaats)
        self.van: dict[tuple[str, Wet], list[Traject]] = defaultdict(list)
        """The trajecten of an aanbieder within a wet."""

    def start(self, persoon: Persoon, product: Product, begin: date, einde: date) -> Traject:
        aanbieder = self._rng.choice(LEVERT[product.code])
        traject = Traject(persoon, product, aanbieder, begin, einde)
        self.van[aanbieder.agb, product.wet].append(traject)
        persoon.zorg_tot[product.wet] = max(einde, persoon.zorg_tot.get(product.wet, date.min))
        return traject

    def duur(self, product: Product) -> timedelta:
        if product.eenmalig or product.duur == 1:
            return timedelta(days=self._rng.randint(14, 30 * product.duur))
        maanden = 1 + self._rng.expovariate(1 / (product.duur - 1))
        return timedelta(days=round(maanden * MAAND))

    def kies(self, product: Product, dag: date) -> Persoon:
        """Who asks for a product: mostly someone new, sometimes someone with care now or before."""
        bevolking, wet = self.bevolking, product.wet
        lot = self._rng.random()
        gevonden = None
        if product.categorie == BEGELEIDING and lot < VAN_JEUGD:
            gevonden = bevolking.uit_de_jeugd(dag)
        elif lot > NIEUW[wet]:
            gevonden = bevolking.iemand(wet, dag, in_zorg=lot > NIEUW[wet] + TERUG[wet])
        return gevonden or bevolking.nieuw(wet, product.leeftijd, dag)
