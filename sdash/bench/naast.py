"""The page Uitgaven as others would make it, on the same lines and with the same answers."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from sdash.bench import naast_sqlite, regels
from sdash.bench.gemeente import gemeente
from sdash.bench.keuze import Keuze
from sdash.bench.meting import Meting, herhaal, mediaan, p95
from sdash.bench.piek import peak_of
from sdash.bench.regels import Antwoord
from sdash.service.control import CommandFailed, CommandRefused
from sdash.warehouse import Warehouse

VRAAG: Final = (
    "Hoeveel sneller zijn de vragen van de pagina Uitgaven dan dezelfde sommen met pandas, Polars "
    "en SQLite, op dezelfde regels en met dezelfde uitkomsten?"
)
WARM, TIMES = 2, 15
TIMES_OTHERS: Final = 5
TIMES_LESS: Final = 20
NEEDED: Final = ("pandas", "polars")

Way = Callable[[], Antwoord]


def meet(keuze: Keuze) -> list[Meting]:
    """Ours first, then each other way, each with its answers beside ours."""
    check_installed()
    settings = gemeente(keuze)
    with closing(Warehouse.open(settings)) as warehouse:
        return [*_beside(keuze, warehouse)]


def check_installed() -> None:
    """Raise CommandRefused when a tool to compare with is not there."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        needed = " en ".join(missing)
        raise CommandRefused(f"Hiervoor is {needed} nodig: installeer de groep `bench`.")


def _beside(keuze: Keuze, warehouse: Warehouse) -> Iterator[Meting]:
    jaar = max(regels.years(warehouse))
    lines = keuze.werkmap / "regels.parquet"
    count = regels.write_lines(warehouse, lines)
    ours = partial(regels.ours, warehouse, jaar)
    expected = ours()
    own = herhaal(ours, WARM, TIMES)
    yield Meting("declaratieregels", count, "")
    yield Meting(f"sdash, {len(expected)} vragen, mediaan", 1000 * mediaan(own), "ms")
    yield Meting(f"sdash, {len(expected)} vragen, 95e percentiel", 1000 * p95(own), "ms")
    scan = herhaal(partial(regels.scan, warehouse), WARM, TIMES)
    yield from compared("alleen de kolommen van alle regels lezen, DuckDB", scan, own)
    for naam, target, way in _ways(keuze.werkmap, lines, jaar):
        check_same(naam, way(), expected)
        memory = peak_of(way)
        yield from compared(naam, herhaal(way, 0, TIMES_OTHERS), own, target)
        yield Meting(f"{naam}, geheugen van het hele proces, piek", memory, "MB")


def check_same(naam: str, found: Antwoord, expected: Antwoord) -> None:
    """Raise CommandFailed when another way does not give the same, to the cent."""
    if found != expected:
        raise CommandFailed(f"{naam}: de uitkomsten zijn niet gelijk aan die van sdash.")


def compared(
    naam: str, theirs: Sequence[float], own: Sequence[float], target: float | None = None
) -> Iterator[Meting]:
    """What another way takes, and how many times as long that is."""
    yield Meting(f"{naam}, mediaan", 1000 * mediaan(theirs), "ms")
    times = mediaan(theirs) / mediaan(own)
    yield Meting(f"{naam}, keer zo lang als sdash", times, "keer", target, hoogstens=False)


def _ways(folder: Path, lines: Path, jaar: int) -> Iterator[tuple[str, float | None, Way]]:
    """Each way by its name; what it needs is made before, and freed after it."""
    plain = import_module("sdash.bench.naast_pandas")
    yield (
        "pandas, pagina die de regels leest",
        TIMES_LESS,
        lambda: plain.add_up(plain.read(lines), jaar),
    )
    kept = plain.read(lines)
    yield "pandas, regels al in het geheugen", None, partial(plain.add_up, kept, jaar)
    del kept
    polars = import_module("sdash.bench.naast_polars")
    yield "Polars op het Parquet-bestand", None, partial(polars.add_up, lines, jaar)
    database = folder / "regels.sqlite"
    naast_sqlite.load(lines, database)
    yield "SQLite met een index op de maand", None, partial(naast_sqlite.add_up, database, jaar)
