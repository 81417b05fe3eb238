"""Keeps the forecast up to date beside the server: never in the way of a page, and never idle long.

One thread works out one beeld at a time, with the plafonds beside it: that of now whenever what it
is made of changed, and those of past moments that a page asked for. A page takes what there is,
with how far the next one is. After that of now it rests thirty times as long as it took, so that a
past that is still being read costs little.

What is said is said at the end of a month. Of a month that still runs the messages of its last days
are to come, and how much that is differs from day to day: no earlier month-end tells it.
"""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import ClassVar, Final

from sdash.answers import Answers
from sdash.clock import AMSTERDAM, now
from sdash.prognose import lezen
from sdash.prognose.afloop import JAAR
from sdash.prognose.beeld import verder
from sdash.prognose.plafond import Uitputting, per_code
from sdash.prognose.stand import Stap
from sdash.prognose.stof import eerste_dag, nummer
from sdash.prognose.toestand import Grond, Toestand

MOST: Final = 4
"""So many past moments are kept."""
REST: Final = 30.0
"""How many times as long as it worked it rests."""
LOOK: Final = 1.0
"""Seconds between two looks at whether there is something new."""
AGAIN: Final = 60.0
"""Seconds after which what failed is tried again."""
PATIENCE: Final = 10.0
"""Seconds that a stop waits for what is being read."""

log = logging.getLogger(__name__)


class Gestopt(Exception):
    """The server stops, and with it what was being worked out."""


class Bijhouder:
    """The forecast of one warehouse, for all pages of its server."""

    def __init__(self, answers: Answers, clock: Callable[[], float] = time.monotonic) -> None:
        self._answers = answers
        self._clock = clock
        self._lock = threading.Lock()
        self._jaren: set[int] = set()
        self._known: OrderedDict[datetime | None, Toestand] = OrderedDict({None: Toestand()})
        self._rest_until = 0.0
        self._stop, self._wake = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="sdash-prognose", daemon=True)

    def start(self) -> None:
        """Begin to keep it up to date."""
        self._thread.start()

    def stop(self) -> None:
        """Break off what is being worked out, and wait until it has."""
        self._stop.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(PATIENCE)

    def toestand(self, per: datetime | None = None) -> Toestand:
        """What there is of now or of a past moment; one that nobody asked before is made next."""
        with self._lock:
            found = self._known.get(per)
            if found is None:
                found = self._known[per] = Toestand()
                self._wake.set()
                while len(self._known) > MOST + 1:
                    del self._known[next(key for key in self._known if key is not None)]
            return found

    def plafonds(self, jaar: int, per: datetime | None = None) -> Mapping[str, Uitputting]:
        """What is expected of the plafonds of a year; of a year that is new they are made next."""
        toestand = self.toestand(per)
        if jaar not in self._jaren:
            self._jaren = self._jaren | {jaar}
            self._wake.set()
        return toestand.plafonds.get(jaar, {})

    def werk_bij(self) -> bool:
        """Make what is out of date, the present first; whether there was anything to do."""
        with self._lock:
            known = [*self._known.items()]
        for per, toestand in known:
            versie = self._version(per)
            is_asked = bool(self._jaren - toestand.plafonds.keys())
            is_new = toestand.versie != versie and self._has_rested(per)
            if not (is_asked or is_new) or self._failed_just_now(toestand):
                continue
            begun = self._clock()
            try:
                self._make(per, toestand, versie)
            except Gestopt:
                raise
            except Exception:
                log.exception("De prognose kan niet worden bijgewerkt.")
                self._set(per, mislukt=self._clock(), gedaan=0, van=0, anders=True)
            if per is None:
                self._rest_until = self._clock() + max(LOOK, (self._clock() - begun) * REST)
            return True
        return False

    def _make(self, per: datetime | None, toestand: Toestand, versie: tuple[int, int]) -> None:
        maand = versie[1]
        jaren = sorted(self._jaren | {maand // JAAR})
        grond = Grond(
            maand,
            self._answers.vanaf,
            lezen.bekend(self._answers, eerste_dag(maand + 1), per),
            {jaar: lezen.bereiken(self._answers, jaar, per) for jaar in jaren},
        )
        if grond == toestand.grond:
            self._set(per, versie=versie, mislukt=None)
            return

        def stap(gedaan: int, van: int) -> None:
            if self._stop.is_set():
                raise Gestopt
            self._set(per, gedaan=gedaan, van=van)

        gelezen = lezen.lees(self._answers, per)
        stof = gelezen.stof()
        eerder = toestand.beeld or self._known[None].beeld
        beeld = verder(stof, eerder, stap, maand) if stof else None
        self._set(per, beeld=beeld, anders=True)
        plafonds = {jaar: self._plafonds(gelezen, toestand, grond, jaar, stap) for jaar in jaren}
        made = {"plafonds": plafonds, "grond": grond, "versie": versie}
        self._set(per, **made, gedaan=0, van=0, mislukt=None, anders=True)

    @staticmethod
    def _plafonds(
        gelezen: lezen.Gelezen, toestand: Toestand, grond: Grond, jaar: int, stap: Stap
    ) -> Mapping[str, Uitputting]:
        """Those of one year; when only another year was asked, they are kept."""
        was = toestand.grond
        if was and was[:3] == grond[:3] and was.bereiken.get(jaar) == grond.bereiken[jaar]:
            return toestand.plafonds[jaar]
        return per_code(gelezen, grond.bereiken[jaar], grond.maand, stap)

    def _set(self, per: datetime | None, *, anders: bool = False, **parts: object) -> None:
        with self._lock:
            if (known := self._known.get(per)) is not None:
                nummer = known.nummer + anders
                self._known[per] = replace(known, nummer=nummer, **parts)  # type: ignore[arg-type]

    def _version(self, per: datetime | None) -> tuple[int, int]:
        known = self._answers.version if per is None else self._answers.changes
        return known, _last_month(per or now())

    def _has_rested(self, per: datetime | None) -> bool:
        return per is not None or self._clock() >= self._rest_until

    def _failed_just_now(self, toestand: Toestand) -> bool:
        return toestand.mislukt is not None and self._clock() - toestand.mislukt < AGAIN

    def _run(self) -> None:
        while not self._stop.is_set():
            self._wake.clear()
            try:
                worked = self.werk_bij()
            except Gestopt:
                return
            if not worked:
                self._wake.wait(LOOK)


def _last_month(moment: datetime) -> int:
    """The number of the last month that is over; the last second of a month ends it."""
    return nummer((moment + timedelta(seconds=1)).astimezone(AMSTERDAM).date()) - 1


class _Running:
    """What the pages of this process ask; they are scripts, so that nobody can hand it to them."""

    bijhouder: ClassVar[Bijhouder | None] = None


def use(bijhouder: Bijhouder | None) -> None:
    """Let the pages of this process ask this one, or none when the server stops."""
    _Running.bijhouder = bijhouder


@contextmanager
def keeping(answers: Answers) -> Iterator[None]:
    """Keep the forecast of these answers for the pages, for as long as this lasts."""
    bijhouder = Bijhouder(answers)
    use(bijhouder)
    bijhouder.start()
    try:
        yield
    finally:
        use(None)
        bijhouder.stop()


def toestand(per: datetime | None = None) -> Toestand:
    """What there is to show; nothing when none is kept in this process."""
    return _Running.bijhouder.toestand(per) if _Running.bijhouder else Toestand()


def plafonds(jaar: int, per: datetime | None = None) -> Mapping[str, Uitputting]:
    """What is expected of the plafonds of a year; nothing when none is kept in this process."""
    return _Running.bijhouder.plafonds(jaar, per) if _Running.bijhouder else {}
