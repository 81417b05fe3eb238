"""Deriving all marts again from the ledger, and how large a warehouse is."""

from collections.abc import Iterator
from contextlib import closing
from typing import Final

from sdash.bench.gemeente import gemeente
from sdash.bench.keuze import Keuze, Maat
from sdash.bench.meting import WAND, Meting, mediaan
from sdash.bench.piek import MB, peak_of
from sdash.warehouse import Warehouse, WarehouseUnavailable
from sdash.warehouse.engine import FILE

VRAAG: Final = (
    "Hoe lang duurt het om alle tabellen opnieuw af te leiden uit wat ontvangen is, en hoe groot "
    "is het pakhuis?"
)
MILLION: Final = 1_000_000
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
    return [_succeeded(done=True), *_figures(lines, mediaan(seconds), peak, size)]


def _figures(lines: int, seconds: float, peak: float, size: int) -> Iterator[Meting]:
    yield Meting("declaratieregels", lines, "")
    yield Meting("alles opnieuw afleiden, mediaan", seconds, "s")
    yield Meting("alles opnieuw afleiden, per miljoen regels", seconds / lines * MILLION, "s")
    yield Meting("geheugen bij het afleiden, piek", peak, "MB")
    yield Meting("pakhuis op schijf", size / MB, "MB")
    yield Meting("pakhuis op schijf, per regel", size / lines, "bytes")


def _succeeded(*, done: bool) -> Meting:
    uitleg = "" if done else TOO_LITTLE
    return Meting("gelukt (1 is ja)", int(done), "", 1, hoogstens=False, uitleg=uitleg)


def _lines(warehouse: Warehouse) -> int:
    with warehouse.cursor() as cursor:
        (count,) = cursor.execute("SELECT count(*) FROM regel").fetchone() or (0,)
    return int(count)
