"""The page Uitgaven beside a database server and other dashboards: by hand, with what they need."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from sdash.bench import naast_postgres, naast_superset, regels
from sdash.bench.gemeente import gemeente
from sdash.bench.keuze import Keuze
from sdash.bench.meting import Meting, duur, herhaal, mediaan
from sdash.bench.naast import TIMES, TIMES_OTHERS, WARM, check_same, compared
from sdash.bench.naast_dash import Bedragen, Bord, Keus, bedragen, dashboard, expected
from sdash.bench.naast_scripts import DASH, VIZRO
from sdash.bench.proef import cpu_of, draaiend
from sdash.bench.sessie import Sessie
from sdash.domain import Wet
from sdash.service.control import CommandFailed, CommandRefused
from sdash.warehouse import Warehouse

VRAAG: Final = (
    "Hoeveel sneller zijn de vragen van de pagina Uitgaven dan dezelfde vragen aan PostgreSQL, en "
    "hoeveel minder kost de pagina de server dan een met Dash, Vizro of Superset, op "
    "dezelfde regels en met dezelfde uitkomsten?"
)
POSTGRES: Final = "PostgreSQL met een index op de maand"
DASHBOARDS: Final = {"Dash": DASH, "Vizro": VIZRO}
"""What is written as a script; Superset is set up instead."""
TIMES_ASKED: Final = 20
TIMES_SHORT: Final = 4

Verwacht = dict[Keus, Bedragen]
Read = Callable[[bytes], Bedragen]
"""What the charts in an answer show."""


def meet(keuze: Keuze) -> list[Meting]:
    """Ours, and the same questions to others that have all lines."""
    lines = keuze.werkmap / "regels.parquet"
    with closing(Warehouse.open(gemeente(keuze))) as warehouse:
        jaar = max(regels.years(warehouse))
        count = regels.write_lines(warehouse, lines)
        ours = partial(regels.ours, warehouse, jaar)
        answers = ours()
        own = herhaal(ours, WARM, TIMES)
        verwacht = choices(warehouse)

    def postgres() -> Iterator[Meting]:
        with naast_postgres.server(keuze.werkmap, lines) as add_up:
            check_same(POSTGRES, add_up(jaar), answers)
            yield from compared(POSTGRES, herhaal(partial(add_up, jaar), 1, TIMES_OTHERS), own)

    return [
        Meting("declaratieregels", count, ""),
        Meting(f"sdash, {len(answers)} vragen, mediaan", 1000 * mediaan(own), "ms"),
        *or_why_not(POSTGRES, postgres),
        *_dashboards(keuze, lines, verwacht),
    ]


def or_why_not(naam: str, measured: Callable[[], Iterator[Meting]]) -> list[Meting]:
    """The figures of another tool, or why there are none."""
    try:
        return [*measured()]
    except CommandRefused as reason:
        return [Meting(f"{naam}, metingen", 0, "", uitleg=str(reason))]


def choices(warehouse: Warehouse) -> Verwacht:
    """Each year with all wetten and with each of them that has lines, and what we answer to it."""
    found: Verwacht = {}
    for jaar in regels.years(warehouse):
        of_all = expected(regels.ours(warehouse, jaar))
        wetten = sorted({wet for _, wet in of_all["maand"]})
        found[Keus(jaar, tuple(map(str, Wet)))] = of_all
        for wet in wetten:
            found[Keus(jaar, (wet,), wet)] = expected(regels.ours(warehouse, jaar, wet))
    return found


def _dashboards(keuze: Keuze, lines: Path, verwacht: Verwacht) -> Iterator[Meting]:
    """What a choice costs the server of each, beside our own page opened at that choice."""
    keer = TIMES_SHORT if keuze.kort else TIMES_ASKED
    asked = [*islice(cycle(verwacht), keer)]
    waited, cpu = asyncio.run(_our_page(keuze, asked))
    yield from _costs("sdash, pagina met een andere keuze", waited, cpu)

    def figures(naam: str, opened: AbstractContextManager[Bord], read: Read) -> Iterator[Meting]:
        waited, theirs = _asked(naam, opened, read, verwacht, asked)
        yield from _costs(f"{naam}, een andere keuze", waited, theirs)
        yield Meting(f"{naam}, keer zoveel CPU-tijd als sdash", theirs / cpu, "keer")

    folder = keuze.werkmap
    for naam, script in DASHBOARDS.items():
        opened = dashboard(naam, script, folder, lines)
        yield from or_why_not(naam, partial(figures, naam, opened, bedragen))
    opened = naast_superset.superset(folder, lines)
    read = naast_superset.bedragen
    yield from or_why_not(naast_superset.NAAM, partial(figures, naast_superset.NAAM, opened, read))


def _costs(naam: str, waited: list[float], cpu: float) -> Iterator[Meting]:
    yield Meting(f"{naam}, mediaan", 1000 * mediaan(waited), "ms")
    yield Meting(f"{naam}, server", 1000 * cpu, "CPU-ms")


def _asked(
    naam: str,
    opened: AbstractContextManager[Bord],
    read: Read,
    verwacht: Verwacht,
    asked: list[Keus],
) -> tuple[list[float], float]:
    """What each choice takes, and the processor time for one; all answers are ours, to the cent."""
    with opened as bord:
        for keus, ours in verwacht.items():
            if read(bord.vraag(keus)) != ours:
                raise CommandFailed(f"{naam}: de uitkomsten zijn niet gelijk aan die van sdash.")
        before = cpu_of(bord.pid)
        waited = [duur(partial(bord.vraag, keus)) for keus in asked]
        return waited, (cpu_of(bord.pid) - before) / len(asked)


async def _our_page(keuze: Keuze, asked: list[Keus]) -> tuple[list[float], float]:
    """The same of our page; it is opened anew for each choice, which takes more than a click."""
    with draaiend(keuze) as proef:
        await _opened(proef.url, asked[0])
        before = proef.cpu()
        waited = [await _opened(proef.url, keus) for keus in asked]
        return waited, (proef.cpu() - before) / len(asked)


async def _opened(url: str, keus: Keus) -> float:
    adres = f"jaar={keus.jaar}" + (f"&wet={keus.wet}" if keus.wet else "")
    async with Sessie(url, "uitgaven", adres, tikt=False) as scherm:
        took = await scherm.opnieuw()
    if scherm.fouten:
        raise CommandFailed("De pagina van sdash gaf een fout; zo is er niets te vergelijken.")
    return took
