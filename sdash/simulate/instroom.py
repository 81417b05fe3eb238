"""Who has care on the first day, and who asks for it after that."""

from collections import defaultdict
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Final

from sdash.domain import Wet
from sdash.simulate.berichten import bericht_315
from sdash.simulate.catalogus import CLIENTEN, INSTROOM, PRODUCTEN, Product
from sdash.simulate.kalender import plus_maanden, plus_werkdagen, werkdag
from sdash.simulate.personen import Persoon
from sdash.simulate.post import Post
from sdash.simulate.trajecten import MAAND, Trajecten
from sdash.simulate.verloop import Verloop
from sdash.simulate.zorg import Toewijzing, Traject

GROEI: Final = 0.03
"""How much more care is asked for after a year."""
VERWIJZERS: Final = {
    Wet.JW: (("01", "02", "03", "04", "05", "06"), (42, 33, 8, 9, 6, 2)),
    Wet.WMO: (("01", "02", "06"), (70, 20, 10)),
}
DWANG: Final = ("47", "48")
VERWIJZERS_DWANG: Final = (("04", "08"), (75, 25))
MET_VERZOEK: Final = {Wet.JW: 0.42, Wet.WMO: 0.04}
LANGST_GELEDEN: Final = timedelta(days=5 * 365)


class Instroom:
    """Starts trajecten; how they go on is the work of Verloop."""

    def __init__(self, rng: Random, post: Post, trajecten: Trajecten, verloop: Verloop) -> None:
        self._rng = rng
        self._post = post
        self._trajecten = trajecten
        self._verloop = verloop
        self._schaal = 1.0
        self._start = date.min

    def begin(self, start: date, schaal: float) -> None:
        """Plan everything: what runs on the first day, and the requests of every month."""
        self._start, self._schaal = start, schaal
        for wet, clienten in CLIENTEN.items():
            self._voorraad(wet, self._aantal(clienten))
        self._post.plan(start, self._maand)

    def _aantal(self, gemiddeld: float) -> int:
        """A whole number that is right on average."""
        return int(gemiddeld * self._schaal + self._rng.random())

    def _voorraad(self, wet: Wet, clienten: int) -> None:
        """As many different clients as asked, and the other trajecten divided among them."""
        producten = [
            product
            for product in PRODUCTEN
            if product.wet is wet
            for _ in range(self._aantal(product.voorraad))
        ]
        self._rng.shuffle(producten)
        bevolking = self._trajecten.bevolking
        bij: dict[tuple[int, str], list[Traject]] = defaultdict(list)
        for nr, product in enumerate(producten):
            if nr < max(1, clienten):
                persoon = bevolking.nieuw(wet, product.leeftijd, self._start)
            else:
                persoon = self._rng.choice(bevolking.bekend[wet])
            traject = self._lopend(persoon, product)
            bij[persoon.nummer, traject.aanbieder.agb].append(traject)
        for trajecten in bij.values():
            dag = plus_werkdagen(self._start, self._rng.randint(0, 6))
            self._post.plan(dag, partial(self._verloop.bevestig, trajecten))

    def _lopend(self, persoon: Persoon, product: Product) -> Traject:
        """Care that began before the first day."""
        begin = self._start - min(self._trajecten.duur(product), LANGST_GELEDEN)
        einde = self._start + self._trajecten.duur(product)
        traject = self._trajecten.start(persoon, product, begin, einde)
        eind = None
        if product.looptijd:
            dagen = self._rng.randint(20, round(product.looptijd * MAAND))
            eind = self._start + timedelta(days=dagen)
        besluit = begin - timedelta(days=self._rng.randint(3, 20))
        self._verloop.toewijzen.nieuw(traject, besluit, begin, eind)
        return traject

    def _maand(self, maand: date) -> None:
        """Plan who asks for care in a month, and the month after it."""
        groei = 1 + GROEI * (maand - self._start).days / 365
        for product in PRODUCTEN:
            seizoen = INSTROOM[maand.month - 1] if product.wet is Wet.JW else 1.0
            for _ in range(self._aantal(product.voorraad / product.duur * seizoen * groei)):
                dag = werkdag(maand + timedelta(days=self._rng.randint(0, 27)))
                self._post.plan(dag, partial(self._meld, product))
        self._post.plan(plus_maanden(maand, 1), self._maand)

    def _meld(self, product: Product, dag: date) -> None:
        """Someone asks for care; for a part of them it is an aanbieder who asks."""
        rng = self._rng
        begin = dag + timedelta(days=rng.randint(7, 35))
        einde = begin + self._trajecten.duur(product)
        traject = self._trajecten.start(self._trajecten.kies(product, dag), product, begin, einde)
        besluit = plus_werkdagen(dag, rng.randint(1, 4))
        ingang = max(besluit, begin - timedelta(days=rng.choice((0, 0, 0, 7))))
        eind = None
        if product.looptijd:
            eind = ingang + timedelta(days=round(product.looptijd * MAAND) - 1)
        toewijzing = self._verloop.toewijzen.nieuw(traject, besluit, ingang, eind)
        if rng.random() < MET_VERZOEK[product.wet]:
            self._verzoek(traject, toewijzing, dag)
        self._post.plan(besluit, partial(self._verloop.wijs_toe, traject))

    def _verzoek(self, traject: Traject, toewijzing: Toewijzing, dag: date) -> None:
        product = traject.product
        dwang = product.wet is Wet.JW and product.categorie in DWANG
        soorten, gewichten = VERWIJZERS_DWANG if dwang else VERWIJZERS[product.wet]
        verwijzer = self._rng.choices(soorten, gewichten)[0]
        toewijzing.referentie = f"VOT-{toewijzing.nummer}"
        kop = self._post.kop(product.wet, "315", traject.aanbieder.agb, self._post.gemeente, dag)
        self._post.stuur(kop, bericht_315(kop, traject.persoon, toewijzing, verwijzer))
