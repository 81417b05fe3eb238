"""How care goes on once it is assigned: start, interruption, extension and end."""

from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Final

from sdash.domain import REDEN_TIJDELIJK, Wet
from sdash.simulate.kalender import plus_werkdagen, werkdag
from sdash.simulate.melden import Melden
from sdash.simulate.post import Post
from sdash.simulate.toewijzen import Toewijzen
from sdash.simulate.trajecten import Trajecten
from sdash.simulate.zorg import Traject

REDENEN: Final = {
    Wet.JW: (("31", "34", "32", "33", "35", "38", "39", "37"), (56, 12, 9, 5, 5, 6, 4, 3)),
    Wet.WMO: (("19", "02", "31", "21", "23", "22", "39", "38"), (34, 22, 8, 10, 8, 4, 9, 5)),
}
VERGISSING: Final = 0.012
"""The part of the toewijzingen that is removed again and replaced."""
START_GEMELD: Final = 0.7
ONDERBROKEN: Final = 0.03
STIL_EINDE: Final = 0.4
"""The part of the trajecten that ends with the toewijzing, without a message."""
VERHUISD: Final = 0.05
RECENT: Final = timedelta(days=40)
KORT: Final = timedelta(days=100)
PAUZE: Final = timedelta(days=150)
"""How long care must go on to be interrupted at all."""


class Verloop:
    """Plans the next message of each traject, one after another."""

    def __init__(self, rng: Random, post: Post, trajecten: Trajecten) -> None:
        self._rng = rng
        self._post = post
        self._bevolking = trajecten.bevolking
        self.toewijzen = Toewijzen(rng, post)
        self._melden = Melden(rng, post)

    def _kans(self, deel: float) -> bool:
        return self._rng.random() < deel

    def _binnenkort(self, dag: date, hoogstens: int = 5) -> date:
        return plus_werkdagen(dag, self._rng.randint(1, hoogstens))

    # ---- begin

    def bevestig(self, trajecten: list[Traject], dag: date) -> None:
        """Tell an aanbieder of the care of a client that runs already."""
        self.toewijzen.stuur(trajecten[0], dag, *(t.toewijzingen[-1] for t in trajecten))
        for traject in trajecten:
            if dag - traject.begin < RECENT:
                self._plan_start(traject, dag)
            self._plan_pauze(traject, dag)
            self._plan_vervolg(traject, dag)

    def wijs_toe(self, traject: Traject, dag: date) -> None:
        """Tell of a decision; a few are mistakes that come to light before care begins."""
        self.toewijzen.stuur(traject, dag, traject.toewijzingen[-1])
        ontdekt = self._binnenkort(dag, 8)
        if self._kans(VERGISSING) and ontdekt < traject.begin:
            self._post.plan(ontdekt, partial(self._vervang, traject))
        else:
            self._begin(traject, dag)

    def _vervang(self, traject: Traject, dag: date) -> None:
        self.toewijzen.vervang(traject, dag)
        self._begin(traject, dag)

    def _begin(self, traject: Traject, dag: date) -> None:
        self._plan_start(traject, dag)
        self._plan_pauze(traject, dag)
        self._plan_vervolg(traject, dag)

    def _plan_start(self, traject: Traject, dag: date) -> None:
        if traject.product.regie and self._kans(START_GEMELD):
            gemeld = self._binnenkort(max(dag, traject.begin))
            begin = max(traject.begin, traject.toewijzingen[-1].ingang)
            self._post.plan(gemeld, partial(self._start, traject, begin))

    def _plan_pauze(self, traject: Traject, dag: date) -> None:
        """An interruption, announced by a stop and ended by another start."""
        vanaf = max(dag, traject.begin)
        if not traject.product.regie or traject.einde - vanaf < PAUZE:
            return
        if self._kans(ONDERBROKEN):
            laatste = vanaf + timedelta(days=self._rng.randint(30, 80))
            weer = laatste + timedelta(days=self._rng.randint(14, 60))
            traject.pauze = laatste, weer
            self._post.plan(self._binnenkort(laatste), partial(self._onderbreek, traject, laatste))
            self._post.plan(self._binnenkort(weer), partial(self._start, traject, weer))

    # ---- what the gemeente changes

    def _plan_vervolg(self, traject: Traject, dag: date) -> None:
        """The end, or the extension before it."""
        eind = traject.toewijzingen[-1].eind
        if eind and traject.einde > eind:
            vooraf = eind - timedelta(days=self._rng.randint(18, 35))
            self._post.plan(
                max(werkdag(vooraf), self._binnenkort(dag, 1)), partial(self._verleng, traject)
            )
        elif not traject.product.regie:
            if eind is None:
                bericht = max(werkdag(traject.einde), self._binnenkort(dag, 1))
                self._post.plan(bericht, partial(self.toewijzen.beeindig, traject))
        elif eind and eind - traject.einde < KORT and self._kans(STIL_EINDE):
            traject.loopt_tot(eind)
        else:
            self._post.plan(self._binnenkort(traject.einde, 6), partial(self._stop, traject))

    def _verleng(self, traject: Traject, dag: date) -> None:
        if self._kans(VERHUISD):
            traject.persoon.postcode = self._bevolking.postcode()
        self.toewijzen.verleng(traject, dag)
        self._plan_vervolg(traject, dag)

    # ---- what the aanbieder reports

    def _start(self, traject: Traject, begin: date, dag: date) -> None:
        self._melden.start(traject, begin, dag)

    def _onderbreek(self, traject: Traject, laatste: date, dag: date) -> None:
        self._melden.stop(traject, laatste, REDEN_TIJDELIJK, dag)

    def _stop(self, traject: Traject, dag: date) -> None:
        soorten, gewichten = REDENEN[traject.product.wet]
        reden = self._rng.choices(soorten, gewichten)[0]
        self._melden.stop(traject, traject.einde, reden, dag)
