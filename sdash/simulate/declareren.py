"""The money: what each aanbieder declares of a month, and what the gemeente answers."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from random import Random
from typing import Final, NamedTuple

from sdash.domain import Wet
from sdash.simulate.catalogus import AANBIEDERS, Aanbieder
from sdash.simulate.fouten import merk
from sdash.simulate.kalender import plus_maanden, plus_werkdagen, werkdag
from sdash.simulate.post import Post
from sdash.simulate.prestaties import bedrag_van, regels_van
from sdash.simulate.regels import (
    BEOORDEELD,
    PER_CLIENT,
    TOEGEKEND,
    Declaratie,
    Regel,
    bericht_323,
    bericht_325,
)  # fmt: skip
from sdash.simulate.trajecten import Trajecten
from sdash.simulate.xml import Kop

OVERGESLAGEN: Final = 0.012
"""The part of the declaraties that comes a month later as a whole."""
GEWEIGERD: Final = 0.004
"""The part of the declaraties that is refused as a whole, and comes again."""
PERIODE_ONJUIST: Final = "8214"
CLIENT_AFGEWEZEN: Final = 0.01
"""The part of the declaraties in which one client is rejected as a whole."""
GECORRIGEERD: Final = 0.008
OPNIEUW: Final = 0.8
"""The part of the rejected lines that comes again, put right."""
MET_ANTWOORD: Final = 0.4
MEESTE_CLIENTEN: Final = 20_000
WEINIG_CLIENTEN: Final = 12
GESPREID: Final = timedelta(days=21)
"""Over how many days the parts of a declaratie are sent."""
NOG_OPEN: Final = -3
"""How many months back lines can still be asked of a traject."""


class Afzender(NamedTuple):
    """Who declares: an aanbieder within a wet has its own numbers."""

    aanbieder: Aanbieder
    wet: Wet


class Declareren:
    """Declares month after month, with what came too late and what had to be put right."""

    def __init__(
        self, rng: Random, post: Post, trajecten: Trajecten, *, errors: bool, klein_vanaf: date
    ) -> None:
        self._rng = rng
        self._post = post
        self._trajecten = trajecten
        self._errors = errors
        self._klein_vanaf = klein_vanaf
        self._wacht: dict[Afzender, list[tuple[date, Regel]]] = defaultdict(list)
        self._regelnummers: Counter[Afzender] = Counter()
        self._declaratienummers: Counter[Afzender] = Counter()

    def begin(self, start: date) -> None:
        self._post.plan(plus_maanden(start, 1), self._maand)

    def _kans(self, deel: float) -> bool:
        return self._rng.random() < deel

    def _maand(self, dag: date) -> None:
        """Plan the declaraties of the month that has just ended."""
        maand = plus_maanden(dag, -1)
        for aanbieder in AANBIEDERS:
            for wet in aanbieder.wetten():
                dagen = aanbieder.dag + self._rng.randint(0, 2)
                if self._kans(OVERGESLAGEN):
                    dagen += 30
                doe = partial(self._declareer, Afzender(aanbieder, wet), maand)
                self._post.plan(werkdag(dag + timedelta(days=dagen)), doe)
        self._post.plan(plus_maanden(dag, 1), self._maand)

    # ---- what is declared

    def _declareer(self, afzender: Afzender, maand: date, dag: date) -> None:
        regels = [*self._op_tijd(afzender, maand), *self._alsnog(afzender, maand)]
        regels.sort(key=lambda r: (r.bsn, r.begin, r.toewijzing, not r.credit, r.volume))
        delen = self._delen(regels, maand)
        for nr, deel in enumerate(delen):
            later = werkdag(dag + GESPREID * nr / len(delen))
            self._post.plan(later, partial(self._verzend, afzender, maand, deel))

    def _op_tijd(self, afzender: Afzender, maand: date) -> Iterator[Regel]:
        """The lines of the month itself; some are put aside for a later one."""
        sleutel = afzender.aanbieder.agb, afzender.wet
        grens = plus_maanden(maand, NOG_OPEN)
        lopend = [t for t in self._trajecten.van[sleutel] if t.einde >= grens]
        self._trajecten.van[sleutel] = lopend
        for traject in lopend:
            for regel in regels_van(self._rng, traject, maand):
                if self._kans(afzender.aanbieder.te_laat):
                    later = self._rng.choices((1, 2, 3, 4), (55, 25, 12, 8))[0]
                    self._wacht[afzender].append((plus_maanden(maand, later), regel))
                else:
                    yield regel

    def _alsnog(self, afzender: Afzender, maand: date) -> list[Regel]:
        wacht = self._wacht[afzender]
        self._wacht[afzender] = [paar for paar in wacht if paar[0] > maand]
        return [regel for wanneer, regel in wacht if wanneer <= maand]

    def _delen(self, regels: list[Regel], maand: date) -> list[list[Regel]]:
        """One declaratie, or several when there are many clients."""
        klein = maand >= self._klein_vanaf
        hoogstens = WEINIG_CLIENTEN if klein else MEESTE_CLIENTEN
        per_client = [list(groep) for _, groep in groupby(regels, key=lambda r: r.bsn)]
        return [
            [regel for groep in per_client[eerste : eerste + hoogstens] for regel in groep]
            for eerste in range(0, len(per_client), hoogstens)
        ]

    def _verzend(self, afzender: Afzender, maand: date, goed: list[Regel], dag: date) -> None:
        verstuurd = self._nummer(afzender, maand, self._merk(goed))
        self._declaratienummers[afzender] += 1
        volgnr = self._declaratienummers[afzender]
        declaratie = Declaratie(
            f"{afzender.wet[0].upper()}{maand:%y%m}{volgnr:04d}", maand, tuple(verstuurd)
        )
        agb = afzender.aanbieder.agb
        kop = self._post.kop(afzender.wet, "323", agb, self._post.gemeente, dag)
        self._post.stuur(kop, bericht_323(kop, declaratie))
        antwoord = plus_werkdagen(dag, self._rng.randint(2, 10))
        if self._kans(GEWEIGERD):
            self._post.plan(antwoord, partial(self._antwoord, kop, declaratie, PERIODE_ONJUIST))
            opnieuw = partial(self._verzend, afzender, maand, goed)
            self._post.plan(plus_werkdagen(antwoord, self._rng.randint(2, 6)), opnieuw)
            return
        self._herstel(afzender, maand, list(zip(goed, verstuurd, strict=True)))
        afgewezen = any(regel.afwijzing for regel in verstuurd)
        code = BEOORDEELD if afgewezen else TOEGEKEND
        self._post.plan(antwoord, partial(self._antwoord, kop, declaratie, code))

    def _nummer(self, afzender: Afzender, maand: date, regels: list[Regel]) -> list[Regel]:
        eerste = self._regelnummers[afzender] + 1
        self._regelnummers[afzender] += len(regels)
        return [
            replace(regel, nummer=f"{maand:%y%m}{volgnr:07d}")
            for volgnr, regel in enumerate(regels, eerste)
        ]

    # ---- what goes wrong, and is put right

    def _merk(self, goed: list[Regel]) -> list[Regel]:
        regels = [merk(self._rng, regel, goed, errors=self._errors) for regel in goed]
        if self._kans(CLIENT_AFGEWEZEN):
            bsn = self._rng.choice(goed).bsn
            if not any(regel.credit for regel in goed if regel.bsn == bsn):
                regels = [
                    replace(heel, afwijzing=PER_CLIENT) if heel.bsn == bsn else regel
                    for heel, regel in zip(goed, regels, strict=True)
                ]
        return regels

    def _herstel(self, afzender: Afzender, maand: date, regels: list[tuple[Regel, Regel]]) -> None:
        """What later months bring: rejected lines again, and credits with a new debit."""
        wacht = self._wacht[afzender]
        for goed, verstuurd in regels:
            if verstuurd.credit:
                continue
            later = plus_maanden(maand, self._rng.randint(1, 3))
            if verstuurd.afwijzing:
                if self._kans(OPNIEUW):
                    wacht.append((later, goed))
            elif self._kans(GECORRIGEERD):
                wacht += [(later, verstuurd.terug()), (later, self._anders(goed))]

    def _anders(self, regel: Regel) -> Regel:
        volume = max(1, round(regel.volume * self._rng.uniform(0.6, 0.95)))
        return replace(regel, volume=volume, bedrag=bedrag_van(volume, regel.tarief))

    # ---- what the gemeente answers

    def _antwoord(self, kop_323: Kop, declaratie: Declaratie, code: str, dag: date) -> None:
        """Everything granted, everything refused, or the lines that were rejected."""
        kop = self._post.kop(kop_323.wet, "325", self._post.gemeente, kop_323.afzender, dag)
        uitgebreid = code == BEOORDEELD or (code == TOEGEKEND and self._kans(MET_ANTWOORD))
        self._post.stuur(kop, bericht_325(kop, kop_323, declaratie, code, met_antwoord=uitgebreid))
