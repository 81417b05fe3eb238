"""Making everything again: all marts from the ledger, the file from the archive, a past moment."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC
from typing import Final

from sdash.bench.gemeente import gemeente
from sdash.bench.keuze import Keuze, Maat
from sdash.bench.meting import WAND, Meting, duur, mediaan
from sdash.bench.piek import MB, peak_of
from sdash.warehouse import Warehouse, WarehouseUnavailable
from sdash.warehouse.engine import FILE

VRAAG: Final = (
    "Hoe lang duurt het om alle tabellen opnieuw af te leiden uit wat ontvangen is, en hoe groot "
    "is het pakhuis? Hoe lang om het uit het archief opnieuw te maken (`sdash rebuild`)? En hoe "
    "lang duurt de stand per een eerder moment?"
)
MILLION: Final = 1_000_000
LINES_OF_A_VILLAGE: Final = 310_000
"""The village of the benchmark has a few thousand more than what is promised for."""
SECONDS_OF_A_VILLAGE: Final = 3.0
CITY: Final = 2_000_000
SECONDS_OF_A_CITY: Final = 60.0
TIMES: Final = 3
LARGE: Final = (Maat.METROPOOL, Maat.PROVINCIE)
TOO_LITTLE: Final = "het pakhuis kwam geheugen tekort binnen de grens die het zichzelf stelt"


def meet(keuze: Keuze) -> list[Meting]:
    """A large municipality is rebuilt once: that takes minutes, and varies little."""
    settings = gemeente(keuze)
    seconds: list[float] = []
    with closing(Warehouse.open(settings)) as warehouse:
        lines = _lines(warehouse)

        def rebuild() -> None:
            begin = WAND()
            warehouse.rebuild()
            seconds.append(WAND() - begin)

        try:
            peak = max(peak_of(rebuild) for _ in range(1 if keuze.maat in LARGE else TIMES))
        except WarehouseUnavailable:
            return [_succeeded(done=False)]
    size = (settings.data / FILE).stat().st_size
    with closing(Warehouse.open(settings)) as warehouse:
        moments = [*_moments(warehouse, lines)]
        renewed = duur(warehouse.renew)
    target = max(lines / CITY, 1) * SECONDS_OF_A_CITY
    return [
        _succeeded(done=True),
        *_figures(lines, mediaan(seconds), peak, size),
        Meting("gegevensbestand opnieuw gemaakt uit het archief", renewed, "s", target),
        *moments,
    ]


def _figures(lines: int, seconds: float, peak: float, size: int) -> Iterator[Meting]:
    yield Meting("declaratieregels", lines, "")
    yield Meting("alles opnieuw afleiden, mediaan", seconds, "s")
    yield Meting("alles opnieuw afleiden, per miljoen regels", seconds / lines * MILLION, "s")
    yield Meting("geheugen bij het afleiden, piek", peak, "MB")
    yield Meting("pakhuis op schijf", size / MB, "MB")
    yield Meting("pakhuis op schijf, per regel", size / lines, "bytes")


def _moments(warehouse: Warehouse, lines: int) -> Iterator[Meting]:
    """The moment of the newest delivery, which knows all lines."""
    with warehouse.cursor() as cursor:
        [(newest,)] = cursor.execute("SELECT max(ontvangen_op) FROM levering").fetchall()
    moment = newest.replace(tzinfo=UTC)

    def ask() -> None:
        with warehouse.at(moment):
            pass

    seconds = duur(ask)
    target = SECONDS_OF_A_VILLAGE if lines <= LINES_OF_A_VILLAGE else None
    yield Meting("stand per een eerder moment, eerste keer", seconds, "s", target)
    yield Meting("stand per een eerder moment, daarna", duur(ask) * 1000, "ms")


def _succeeded(*, done: bool) -> Meting:
    uitleg = "" if done else TOO_LITTLE
    return Meting("gelukt (1 is ja)", int(done), "", 1, hoogstens=False, uitleg=uitleg)


def _lines(warehouse: Warehouse) -> int:
    with warehouse.cursor() as cursor:
        [(count,)] = cursor.execute("SELECT count(*) FROM regel").fetchall()
    return int(count)
