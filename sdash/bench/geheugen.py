"""Whether a server that runs for weeks keeps its size: the same pages, over and over."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import linear_regression
from typing import Final

from sdash.bench.keuze import Keuze
from sdash.bench.meting import Meting
from sdash.bench.proef import PAGINAS, Proef, draaiend
from sdash.bench.sessie import Sessie

VRAAG: Final = (
    "Blijft de server even groot als dezelfde bladzijden tienduizend keer gevraagd worden?"
)
GROWTH: Final = 1.0
"""MB for every thousand times that still counts as flat: an allocator is never quite still."""


@dataclass(frozen=True)
class Omvang:
    """How many screens ask, how often all together before it counts and then, and between looks."""

    schermen: int
    warm: int
    keer: int
    kijk: int


HEEL: Final = Omvang(schermen=10, warm=1_500, keer=10_000, kijk=250)
KORT: Final = Omvang(schermen=5, warm=10, keer=40, kijk=10)


@dataclass(frozen=True)
class Stand:
    """What the server holds after so many times."""

    keer: int
    mb: float
    draden: int


def meet(keuze: Keuze) -> list[Meting]:
    """The growth once the server is warm, as a line through what was seen."""
    omvang = KORT if keuze.kort else HEEL
    with draaiend(keuze) as proef:
        standen = asyncio.run(_meet(proef, omvang))
    slope = linear_regression([s.keer for s in standen], [s.mb for s in standen]).slope
    third = standen[len(standen) * 2 // 3 :]
    return [
        Meting("geheugen na het opwarmen", standen[0].mb, "MB"),
        Meting(f"geheugen na {omvang.keer} keer", standen[-1].mb, "MB"),
        Meting("groei per duizend keer", slope * 1000, "MB", GROWTH),
        Meting("groei in het laatste derde deel", third[-1].mb - third[0].mb, "MB"),
        Meting("draden", max(stand.draden for stand in standen), ""),
    ]


async def _meet(proef: Proef, omvang: Omvang) -> list[Stand]:
    async with AsyncExitStack() as stack:
        schermen = [
            await stack.enter_async_context(Sessie(proef.url, pagina, tikt=False))
            for pagina in islice(cycle(PAGINAS), omvang.schermen)
        ]
        await _vraag(schermen, omvang.warm)
        standen = [Stand(0, proef.geheugen(), proef.draden())]
        for keer in range(omvang.kijk, omvang.keer + 1, omvang.kijk):
            await _vraag(schermen, omvang.kijk)
            standen.append(Stand(keer, proef.geheugen(), proef.draden()))
    return standen


async def _vraag(schermen: list[Sessie], keer: int) -> None:
    """All of them ask at the same time, until it was asked so often."""
    for _ in range(keer // len(schermen)):
        await asyncio.gather(*(scherm.opnieuw() for scherm in schermen))
