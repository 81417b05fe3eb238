"""The side of the aanbieder: start and stop messages, and the corrections of their dates."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Final

from sdash.domain import STATUS_EERSTE, STATUS_VERWIJDEREN
from sdash.simulate.berichten import Regie, bericht_305, bericht_307
from sdash.simulate.kalender import plus_werkdagen
from sdash.simulate.post import Post
from sdash.simulate.xml import Kop
from sdash.simulate.zorg import Traject

FOUTE_DATUM: Final = 0.025
"""The part of the messages whose date is put right later."""
ZONDER_NUMMER: Final = 0.04

Opmaak = Callable[[Kop, list[Regie]], bytes]


class Melden:
    """Sends a 305 or 307 at once, and its correction some days later."""

    def __init__(self, rng: Random, post: Post) -> None:
        self._rng = rng
        self._post = post

    def start(self, traject: Traject, begin: date, dag: date) -> None:
        goed = self._regie(traject, begin)
        later = begin + timedelta(days=self._rng.randint(2, 9))
        self._meld("305", bericht_305, [goed, replace(goed, begin=later)], traject, dag)

    def stop(self, traject: Traject, eind: date, reden: str, dag: date) -> None:
        pauze = traject.pauze
        hervat = pauze[1] if pauze and eind > pauze[0] else traject.begin
        begin = max(hervat, traject.toewijzingen[-1].ingang)
        goed = replace(self._regie(traject, begin), eind=eind, reden=reden)
        eerder = max(begin, eind - timedelta(days=self._rng.randint(2, 9)))
        self._meld("307", bericht_307, [goed, replace(goed, eind=eerder)], traject, dag)

    def _regie(self, traject: Traject, begin: date) -> Regie:
        return Regie(
            persoon=traject.persoon,
            toewijzing=traject.toewijzingen[-1],
            status=STATUS_EERSTE,
            begin=begin,
            met_nummer=self._rng.random() > ZONDER_NUMMER,
        )

    def _meld(
        self, soort: str, opmaak: Opmaak, goed_en_fout: list[Regie], traject: Traject, dag: date
    ) -> None:
        """What is right, or first what is wrong and later its removal beside what is right."""
        goed, fout = goed_en_fout
        stuur = partial(self._stuur, soort, opmaak, traject)
        if self._rng.random() > FOUTE_DATUM:
            stuur([goed], dag)
            return
        stuur([fout], dag)
        later = plus_werkdagen(dag, self._rng.randint(4, 15))
        self._post.plan(later, partial(stuur, [replace(fout, status=STATUS_VERWIJDEREN), goed]))

    def _stuur(
        self, soort: str, opmaak: Opmaak, traject: Traject, regie: list[Regie], dag: date
    ) -> None:
        post, van = self._post, traject.aanbieder.agb
        kop = post.kop(traject.product.wet, soort, van, post.gemeente, dag)
        self._post.stuur(kop, opmaak(kop, regie))
