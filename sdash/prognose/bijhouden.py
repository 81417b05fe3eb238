"""Keeps the forecast up to date beside the server: never in the way of a page, and never idle long.

One thread works out one beeld at a time: that of now whenever something was read, and those of past
moments that a page asked for. A page takes what there is, with how far the next one is. After that
of now it rests thirty times as long as it took, so that a stream of messages costs little.

What is said is said at the end of a month. Of a month that still runs the messages of its last days
are to come, and how much that is differs from day to day: no earlier month-end tells it.
"""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import ClassVar, Final

from sdash.answers import Answers
from sdash.clock import AMSTERDAM, now
from sdash.prognose import lezen
from sdash.prognose.beeld import Beeld, verder
from sdash.prognose.stof import nummer

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


@dataclass(frozen=True)
class Toestand:
    """What there is of one moment, and how it is coming along."""

    beeld: Beeld | None = None
    versie: tuple[int, int] | None = None
    """Of the warehouse when this was made, and the last month that was over; None before that."""
    gedaan: int = 0
    van: int = 0
    """How many month-ends are being worked out; 0 when none are."""
    mislukt: float | None = None
    """When it went wrong, on the clock of the process; None when it did not."""
    nummer: int = 0
    """Another one whenever a page has something else to show."""

    @property
    def bezig(self) -> bool:
        """Whether a newer beeld is being made."""
        return self.van > 0


class Bijhouder:
    """The forecast of one warehouse, for all pages of its server."""

    def __init__(self, answers: Answers, clock: Callable[[], float] = time.monotonic) -> None:
        self._answers = answers
        self._clock = clock
        self._lock = threading.Lock()
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

    def werk_bij(self) -> bool:
        """Make what is out of date, the present first; whether there was anything to do."""
        with self._lock:
            known = [*self._known.items()]
        for per, toestand in known:
            versie = self._version(per)
            if toestand.versie == versie or not self._may(per, toestand):
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
        def stap(gedaan: int, van: int) -> None:
            if self._stop.is_set():
                raise Gestopt
            self._set(per, gedaan=gedaan, van=van)

        stof = lezen.lees(self._answers, per)
        eerder = toestand.beeld or self._known[None].beeld
        beeld = verder(stof, eerder, stap, versie[1]) if stof else None
        self._set(per, beeld=beeld, versie=versie, gedaan=0, van=0, mislukt=None, anders=True)

    def _set(self, per: datetime | None, *, anders: bool = False, **parts: object) -> None:
        with self._lock:
            if (known := self._known.get(per)) is not None:
                nummer = known.nummer + anders
                self._known[per] = replace(known, nummer=nummer, **parts)  # type: ignore[arg-type]

    def _version(self, per: datetime | None) -> tuple[int, int]:
        known = self._answers.version if per is None else self._answers.changes
        return known, _last_month(per or now())

    def _may(self, per: datetime | None, toestand: Toestand) -> bool:
        """Whether it is time again, after a rest or after a failure."""
        moment = self._clock()
        if toestand.mislukt is not None and moment - toestand.mislukt < AGAIN:
            return False
        return per is not None or moment >= self._rest_until

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
