"""The side of the gemeente: toewijzingen, and the 301 that tells an aanbieder of them."""

from datetime import date, time, timedelta
from itertools import count
from random import Random
from typing import Final

from sdash.domain import REDEN_NOOIT_BESTAAN, Wet
from sdash.simulate.berichten import bericht_301
from sdash.simulate.catalogus import Product
from sdash.simulate.kalender import laatste_dag, maand_van, plus_maanden
from sdash.simulate.post import Post
from sdash.simulate.zorg import Toewijzing, Traject

VERLENGING: Final = "04"
VERKORTING: Final = "05"
EINDE_DOOR_GEMEENTE: Final = ("02", "07", "14")
EERSTE_NUMMER: Final = 168_100
EURO: Final = 100
JAAR: Final = 12
ZELFDE_OMVANG: Final = 0.75
ZONDER_CODE: Final = 0.03
"""The part of the toewijzingen with a budget instead of omvang."""
HOOGSTE_BUDGET: Final = 99_999_999


class Toewijzen:
    """Keeps the toewijzingen per client and aanbieder: a 301 repeats those that are current."""

    def __init__(self, rng: Random, post: Post) -> None:
        self._rng = rng
        self._post = post
        self._nummers = count(EERSTE_NUMMER)
        self._dossiers: dict[tuple[Wet, int, str], list[Toewijzing]] = {}

    def nieuw(self, traject: Traject, dag: date, ingang: date, eind: date | None) -> Toewijzing:
        """A toewijzing that is decided on a day; it counts once a 301 carries it."""
        product = traject.product
        toewijzing = Toewijzing(
            nummer=next(self._nummers),
            product=product,
            datum=dag,
            tijd=time(self._rng.randint(8, 16), self._rng.randint(0, 59)),
            ingang=ingang,
            eind=eind,
            volume=self._rng.randint(*product.volume),
        )
        if product.eenmalig:
            toewijzing.budget = toewijzing.volume * EURO
        elif self._rng.random() < ZONDER_CODE:
            toewijzing.vorm = self._rng.choice(("aspecifiek", "aspecifiek", "generiek"))
            toewijzing.budget = self._jaarbudget(product, toewijzing.volume)
        traject.toewijzingen.append(toewijzing)
        return toewijzing

    @staticmethod
    def _jaarbudget(product: Product, volume: int) -> int:
        keer = {"1": 365, "2": 52, "4": JAAR, "6": 1}[product.frequentie]
        return min(HOOGSTE_BUDGET, keer * volume * product.tarief)

    def stuur(self, traject: Traject, dag: date, *gewijzigd: Toewijzing) -> None:
        """A 301 with what changed, and with all that is current for this client there."""
        wet, persoon, aanbieder = traject.product.wet, traject.persoon, traject.aanbieder
        dossier = self._dossiers.setdefault((wet, persoon.nummer, aanbieder.agb), [])
        dossier += [toewijzing for toewijzing in gewijzigd if toewijzing not in dossier]
        dossier[:] = [t for t in dossier if t in gewijzigd or t.is_actueel(dag)]
        kop = self._post.kop(wet, "301", self._post.gemeente, aanbieder.agb, dag)
        self._post.stuur(kop, bericht_301(kop, persoon, dossier))

    def _wijzig(self, toewijzing: Toewijzing, dag: date, eind: date, reden: str) -> None:
        """A newer version, with another last day."""
        toewijzing.datum = dag
        toewijzing.eind = eind
        toewijzing.reden = reden

    def vervang(self, traject: Traject, dag: date) -> None:
        """Say that a toewijzing never existed, and give the right one."""
        fout = traject.toewijzingen.pop()
        eind = fout.eind
        self._wijzig(fout, dag, fout.ingang, REDEN_NOOIT_BESTAAN)
        goed = self.nieuw(traject, dag, fout.ingang, eind)
        goed.referentie = fout.referentie
        self.stuur(traject, dag, fout, goed)

    def verleng(self, traject: Traject, dag: date) -> None:
        """Go on after the last day, mostly with the same omvang."""
        oud = traject.toewijzingen[-1]
        einde = oud.eind or dag
        maanden = traject.product.looptijd or JAAR
        if self._rng.random() < ZELFDE_OMVANG:
            eind = laatste_dag(plus_maanden(maand_van(einde), maanden))
            self._wijzig(oud, dag, eind, VERLENGING)
            self.stuur(traject, dag, oud)
            return
        ingang = min(einde + timedelta(days=1), plus_maanden(maand_van(dag), 1))
        eind = laatste_dag(plus_maanden(maand_van(ingang), maanden))
        self._wijzig(oud, dag, ingang - timedelta(days=1), VERKORTING)
        self.stuur(traject, dag, oud, self.nieuw(traject, dag, ingang, eind))

    def beeindig(self, traject: Traject, dag: date) -> None:
        """End care by a 301: for products without start and stop messages."""
        toewijzing = traject.toewijzingen[-1]
        eind = max(traject.einde, toewijzing.ingang)
        self._wijzig(toewijzing, dag, eind, self._rng.choice(EINDE_DOOR_GEMEENTE))
        self.stuur(traject, dag, toewijzing)
