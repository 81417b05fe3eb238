"""The live path over the real protocol, as screens that hear only a part of it."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from sdash.bench import Keuze, Maat, sessie
from sdash.bench.proef import PAGINAS, Proef, declaraties, draaiend
from sdash.bench.sessie import Ontvangen, Sessie
from sdash.simulate import Bericht
from sdash.ui.push import AT_ONCE

pytestmark = pytest.mark.slow

PATIENCE = 30.0
FIRST_PAGE = 120_000
UNCHANGED = 30_000
A_TICK = 700
ADDRESSES = ("", "presenteer=1")


@pytest.fixture(scope="module")
def keuze(tmp_path_factory: pytest.TempPathFactory, kept: Path) -> Keuze:
    return Keuze(Maat.DORP, tmp_path_factory.mktemp("sessie"), kort=True, bewaar=kept)


@pytest.fixture(scope="module")
def proef(keuze: Keuze) -> Iterator[Proef]:
    with draaiend(keuze) as proef:
        yield proef


@pytest.fixture(scope="module")
def berichten(keuze: Keuze) -> Iterator[Bericht]:
    """Messages that were not sent yet."""
    return iter(declaraties(keuze))


class Doof(Sessie):
    """A screen whose own ticks never come: it hears only that it is woken."""

    def _repeat(self, fragment: str, interval: float) -> None:
        super()._repeat(fragment, interval if interval <= AT_ONCE else PATIENCE)


class Slaper(Sessie):
    """A screen that does not hear that it is woken, as one in a hidden tab."""

    def _repeat(self, fragment: str, interval: float) -> None:
        if interval > AT_ONCE:
            super()._repeat(fragment, interval)


class Haast(Sessie):
    """A screen that ticks all the time, so that ticks come at every moment of a run."""

    def _repeat(self, fragment: str, interval: float) -> None:
        super()._repeat(fragment, min(interval, 0.05))


class Eigen(Sessie):
    """A screen that leaves out how Streamlit opens each run, which names all pages."""

    def _hear(self, content: bytes) -> None:
        super()._hear(content)
        if ForwardMsg.FromString(content).WhichOneof("type") == "new_session":
            self.ontvangen.tekens -= len(content)


def run(proof: Callable[[], Awaitable[None]]) -> None:
    async def within() -> None:
        async with asyncio.timeout(2 * PATIENCE):
            await proof()

    asyncio.run(within())


async def redrawn(scherm: Sessie, before: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while scherm.keren <= before:  # noqa: ASYNC110  (the screen has no event to wait for)
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("kind", [Doof, Slaper])
@pytest.mark.parametrize("adres", ADDRESSES)
def test_a_message_reaches_a_screen_that_is_woken_and_one_that_only_ticks(
    proef: Proef, berichten: Iterator[Bericht], kind: type[Sessie], adres: str
) -> None:
    async def proof() -> None:
        async with kind(proef.url, "uitgaven", adres) as scherm:
            await scherm.opnieuw()
            await asyncio.sleep(1)
            before = scherm.keren

            proef.stuur(next(berichten))

            await redrawn(scherm, before)
            assert scherm.fouten == 0

    run(proof)


def test_a_screen_that_was_woken_goes_back_to_its_own_time(
    proef: Proef, berichten: Iterator[Bericht]
) -> None:
    async def proof() -> None:
        async with Sessie(proef.url, "uitgaven") as scherm:
            await scherm.opnieuw()
            before = scherm.keren
            proef.stuur(next(berichten))
            await redrawn(scherm, before)
            await asyncio.sleep(1)
            before = scherm.tikken

            await asyncio.sleep(3)

            assert 0 < scherm.tikken - before < 10

    run(proof)


@pytest.mark.parametrize("pagina", PAGINAS)
def test_a_page_is_small_and_smaller_when_little_changed(proef: Proef, pagina: str) -> None:
    async def proof() -> None:
        async with Sessie(proef.url, pagina, tikt=False) as scherm:
            await scherm.opnieuw()
            first = scherm.gelezen()
            await scherm.opnieuw()
            again = scherm.gelezen()

            assert first.tekens < FIRST_PAGE
            assert again.tekens < UNCHANGED
            assert again.soorten["ref_hash"] >= 1

    run(proof)


def test_what_a_message_does_not_change_goes_over_the_line_by_its_name(
    proef: Proef, berichten: Iterator[Bericht]
) -> None:
    """A declaration changes no chart of Wijkprofiel."""

    async def proof() -> None:
        async with Sessie(proef.url, "wijkprofiel", tikt=False) as scherm:
            await scherm.opnieuw()
            await scherm.opnieuw()
            kept = scherm.gelezen().soorten["ref_hash"]
            await asyncio.to_thread(proef.neem_op, next(berichten))
            await scherm.opnieuw()
            after = scherm.gelezen()

            assert after.soorten["ref_hash"] == kept > 0
            assert after.tekens < UNCHANGED

    run(proof)


async def three_seconds(scherm: Sessie) -> tuple[int, Ontvangen]:
    """How often a screen asked, and what came."""
    before = scherm.tikken
    scherm.gelezen()
    await asyncio.sleep(3)
    return scherm.tikken - before, scherm.gelezen()


def test_a_tick_that_finds_nothing_brings_next_to_nothing(proef: Proef) -> None:
    async def proof() -> None:
        async with Eigen(proef.url, "uitgaven") as scherm:
            await scherm.opnieuw()
            await asyncio.sleep(1.5)
            ticks, came = await three_seconds(scherm)
            if came.tekens >= A_TICK * ticks:  # a forecast that was ready drew the page once more
                ticks, came = await three_seconds(scherm)

            assert ticks > 0
            assert came.tekens / ticks < A_TICK
            assert came.soorten["delta"] / ticks <= 3.5

    run(proof)


def test_a_tick_never_cuts_off_the_end_of_a_page(
    proef: Proef, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessie, "PATIENCE", PATIENCE / 3)

    async def watch() -> None:
        async with Haast(proef.url, "gegevens") as scherm:
            for _ in range(6):
                await scherm.opnieuw()
                await asyncio.sleep(0.1)

    async def proof() -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(6):
                group.create_task(watch())

    run(proof)
