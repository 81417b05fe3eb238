"""The page Uitgaven beside a database server: by hand, since it has to be installed for it."""

from contextlib import closing
from functools import partial
from typing import Final

from sdash.bench import naast_postgres, regels
from sdash.bench.gemeente import gemeente
from sdash.bench.keuze import Keuze
from sdash.bench.meting import Meting, herhaal, mediaan
from sdash.bench.naast import TIMES, TIMES_OTHERS, WARM, check_same, compared
from sdash.warehouse import Warehouse

VRAAG: Final = (
    "Hoeveel sneller zijn de vragen van de pagina Uitgaven dan dezelfde vragen aan PostgreSQL, op "
    "dezelfde regels en met dezelfde uitkomsten?"
)
POSTGRES: Final = "PostgreSQL met een index op de maand"


def meet(keuze: Keuze) -> list[Meting]:
    """Ours, and the same questions to a server that has all lines."""
    settings = gemeente(keuze)
    with closing(Warehouse.open(settings)) as warehouse:
        jaar = max(regels.years(warehouse))
        lines = keuze.werkmap / "regels.parquet"
        count = regels.write_lines(warehouse, lines)
        ours = partial(regels.ours, warehouse, jaar)
        expected = ours()
        own = herhaal(ours, WARM, TIMES)
    with naast_postgres.server(keuze.werkmap, lines) as add_up:
        check_same(POSTGRES, add_up(jaar), expected)
        theirs = herhaal(partial(add_up, jaar), 1, TIMES_OTHERS)
    return [
        Meting("declaratieregels", count, ""),
        Meting(f"sdash, {len(expected)} vragen, mediaan", 1000 * mediaan(own), "ms"),
        *compared(POSTGRES, theirs, own),
    ]
