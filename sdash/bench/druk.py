"""Many screens at once, over the real protocol: how long each of them waits for its page."""

import asyncio
import itertools
import random
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Final

from sdash.bench.keuze import Keuze
from sdash.bench.meting import Meting, mediaan, p95
from sdash.bench.proef import PAGINAS, Proef, declaraties, draaiend, regels
from sdash.bench.sessie import Sessie
from sdash.simulate import Bericht

VRAAG: Final = (
    "Krijgen honderd schermen die elk om de tien seconden opnieuw vragen hun bladzijde meteen, "
    "ook terwijl er berichten binnenkomen?"
)
AT_ONCE: Final = 8
"""So many screens are opened at the same time."""
PER_SECOND: Final = 1_000


@dataclass(frozen=True)
class Omvang:
    """How large a run is: screens, and seconds of thinking and of measuring."""

    weinig: int
    veel: int
    meeste: int
    denken: float
    duur: float


HEEL: Final = Omvang(weinig=50, veel=100, meeste=300, denken=10.0, duur=60.0)
KORT: Final = Omvang(weinig=2, veel=4, meeste=6, denken=0.5, duur=1.5)


@dataclass(frozen=True)
class Uitslag:
    """What a stretch of time gave: the seconds that each waited, and what the server did."""

    wachten: list[float]
    kern: float
    fouten: int
    tikken: int
    regels: int = 0


class Zaal:
    """Open screens, of which more can be added."""

    def __init__(self, proef: Proef, stack: AsyncExitStack) -> None:
        self._proef = proef
        self._stack = stack
        self._schermen: list[Sessie] = []
        self._kans = random.Random(1)  # noqa: S311  (when someone clicks)

    async def vul(self, aantal: int) -> None:
        """Open screens until there are so many, spread over the pages."""
        pages = itertools.cycle(PAGINAS)
        new = [Sessie(self._proef.url, next(pages)) for _ in range(aantal - len(self._schermen))]
        for some in _parts(new, AT_ONCE):
            await asyncio.gather(*(self._open(scherm) for scherm in some))

    async def _open(self, scherm: Sessie) -> None:
        await self._stack.enter_async_context(scherm)
        await scherm.opnieuw()
        self._schermen.append(scherm)

    async def kijk(self, duur: float, denken: float, berichten: Sequence[Bericht] = ()) -> Uitslag:
        """Let all of them look for a while, and ask again after thinking; 0 is never."""
        einde = time.perf_counter() + duur
        before = [(scherm.fouten, scherm.tikken) for scherm in self._schermen]
        begin, cpu = time.perf_counter(), self._proef.cpu()
        async with asyncio.TaskGroup() as group:
            lezers = [group.create_task(self._lees(s, einde, denken)) for s in self._schermen]
            voer = group.create_task(self._voer(berichten, einde))
        passed, used = time.perf_counter() - begin, self._proef.cpu() - cpu
        return Uitslag(
            wachten=[seconds for lezer in lezers for seconds in lezer.result()],
            kern=used / passed,
            fouten=sum(s.fouten - f for s, (f, _) in zip(self._schermen, before, strict=True)),
            tikken=sum(s.tikken - t for s, (_, t) in zip(self._schermen, before, strict=True)),
            regels=round(voer.result() / passed),
        )

    async def _lees(self, scherm: Sessie, einde: float, denken: float) -> list[float]:
        waited: list[float] = []
        pause = self._kans.uniform(0, denken)
        while (now := time.perf_counter()) + pause < einde and denken:
            await asyncio.sleep(pause)
            waited.append(await scherm.opnieuw())
            pause = denken * self._kans.uniform(0.5, 1.5)
        await asyncio.sleep(max(einde - now, 0))
        return waited

    async def _voer(self, berichten: Sequence[Bericht], einde: float) -> int:
        """Let messages come in at a steady pace; how many lines that were."""
        begin, sent = time.perf_counter(), 0
        for bericht in berichten:
            await asyncio.sleep(max(begin + sent / PER_SECOND - time.perf_counter(), 0))
            if time.perf_counter() > einde:
                break
            self._proef.stuur(bericht)
            sent += regels(bericht)
        return sent


@asynccontextmanager
async def zaal(proef: Proef) -> AsyncIterator[Zaal]:
    """Screens that are closed at the end."""
    async with AsyncExitStack() as stack:
        yield Zaal(proef, stack)


def meet(keuze: Keuze) -> list[Meting]:
    """First few screens, then more, with and without messages."""
    omvang = KORT if keuze.kort else HEEL
    with draaiend(keuze) as proef:
        return asyncio.run(_meet(proef, omvang, declaraties(keuze, 40)))


async def _meet(proef: Proef, omvang: Omvang, berichten: Sequence[Bericht]) -> list[Meting]:
    async with zaal(proef) as schermen:
        await schermen.vul(omvang.weinig)
        warm = await schermen.kijk(omvang.duur / 2, omvang.denken)
        memory = proef.geheugen()
        await schermen.vul(omvang.veel)
        await schermen.kijk(omvang.duur / 3, 0)  # the first ones learn that there are more
        idle = await schermen.kijk(omvang.duur / 2, 0)
        quiet = await schermen.kijk(omvang.duur, omvang.denken)
        busy = await schermen.kijk(omvang.duur, omvang.denken, berichten)
        behind = proef.stand("in_inbox")
        await schermen.vul(omvang.meeste)
        await schermen.kijk(omvang.duur / 3, 0)
        full = await schermen.kijk(omvang.duur, omvang.denken)
    fouten = sum(uitslag.fouten for uitslag in (warm, idle, quiet, busy, full))
    return [
        Meting(f"geheugen met {omvang.weinig} schermen", memory, "MB", 600),
        Meting(f"tikken van {omvang.veel} stille schermen", idle.kern * 100, "% van een kern", 10),
        *_of(f"{omvang.veel} schermen", quiet, 100),
        *_of(f"{omvang.veel} schermen terwijl er berichten komen", busy, 300),
        Meting("regels die intussen binnenkwamen", busy.regels, "per seconde"),
        Meting("bestanden die daarna nog wachtten", behind, ""),
        *_of(f"{omvang.meeste} schermen", full, 500),
        Meting("fouten", fouten, "", 0),
    ]


def _of(wie: str, uitslag: Uitslag, doel: float) -> list[Meting]:
    return [
        Meting(f"{wie}, mediaan", mediaan(uitslag.wachten) * 1000, "ms"),
        Meting(f"{wie}, 95e percentiel", p95(uitslag.wachten) * 1000, "ms", doel),
        Meting(f"{wie}, processor van de server", uitslag.kern * 100, "% van een kern"),
    ]


def _parts(schermen: Sequence[Sessie], size: int) -> list[Sequence[Sessie]]:
    return [schermen[start : start + size] for start in range(0, len(schermen), size)]
