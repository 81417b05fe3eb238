"""One screen as the server sees it: the browser's side of Streamlit's websocket, without a browser.

It answers as the browser does: it keeps large messages and names them when it asks again, it keeps
the time for the fragments that repeat themselves (unless it is told not to), and it asks for a page
by its address.
"""

import asyncio
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final, Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin, Subprotocol

from sdash.service.control import CommandFailed

PATIENCE: Final = 60.0
LARGEST: Final = 1 << 26
KEPT_RUNS: Final = 2
"""How many runs of the page a browser keeps a message that no run mentions."""


@dataclass
class Ontvangen:
    """What came over the line since it was last looked at."""

    berichten: int = 0
    tekens: int = 0
    soorten: Counter[str] = field(default_factory=Counter)


class Sessie:
    """A connected screen; `async with` opens and closes it."""

    def __init__(self, url: str, pagina: str = "", adres: str = "", *, tikt: bool = True) -> None:
        self._url = url
        self._pagina = pagina
        self._adres = adres
        self._tikt = tikt
        self._hash = ""
        self._kept: dict[str, int] = {}
        self._runs = 0
        self._timers: dict[str, tuple[float, asyncio.Task[None]]] = {}
        self._started = False
        self._finished = asyncio.Event()
        self.ontvangen = Ontvangen()
        self.tikken = 0
        self.keren = 0
        """How often the whole page was drawn, asked for or not."""
        self.fouten = 0

    async def __aenter__(self) -> Self:
        """Connect, as the page's own script would."""
        host = urlsplit(self._url).netloc
        self._line: ClientConnection = await connect(
            f"ws://{host}/_stcore/stream",
            origin=Origin(f"http://{host}"),
            subprotocols=[Subprotocol("streamlit")],
            max_size=LARGEST,
            compression=None,
            ping_interval=None,
        )
        self._listening = asyncio.create_task(self._listen())
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop the timers and hang up."""
        self._stop_timers()
        self._listening.cancel()
        with suppress(asyncio.CancelledError, ConnectionClosed):
            await self._listening
        await self._line.close()

    async def opnieuw(self) -> float:
        """Ask for the whole page; the seconds until all of it is here."""
        self._started = False
        self._finished.clear()
        start = time.perf_counter()
        await self._ask()
        finished = asyncio.create_task(self._finished.wait())
        await asyncio.wait(
            {finished, self._listening}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED
        )
        if not finished.done():
            finished.cancel()
            raise CommandFailed(self._why())
        return time.perf_counter() - start

    async def naar(self, pagina: str) -> float:
        """Walk to another page of the same session."""
        self._stop_timers()
        self._pagina, self._hash = pagina, ""
        return await self.opnieuw()

    def gelezen(self) -> Ontvangen:
        """What came since the last look."""
        seen, self.ontvangen = self.ontvangen, Ontvangen()
        return seen

    def _why(self) -> str:
        """Why a page did not come."""
        if not self._listening.done():
            return f"Een bladzijde kwam niet binnen {PATIENCE:.0f} seconden."
        error = None if self._listening.cancelled() else self._listening.exception()
        return f"De verbinding met de server viel weg: {error or 'zonder reden'}."

    async def _ask(self, fragment: str = "") -> None:
        message = BackMsg()
        state = message.rerun_script
        state.query_string = self._adres
        state.page_script_hash = self._hash
        state.page_name = "" if self._hash else self._pagina
        state.fragment_id = fragment
        state.is_auto_rerun = bool(fragment)
        state.cached_message_hashes.extend(self._kept)
        state.context_info.timezone = "Europe/Amsterdam"
        state.context_info.locale = "nl-NL"
        state.context_info.url = f"{self._url}/{self._pagina}"
        state.context_info.color_scheme = "light"
        await self._line.send(message.SerializeToString())

    async def _listen(self) -> None:
        async for content in self._line:
            if isinstance(content, bytes):
                self._hear(content)

    def _hear(self, content: bytes) -> None:
        message = ForwardMsg.FromString(content)
        kind = message.WhichOneof("type") or ""
        self.ontvangen.berichten += 1
        self.ontvangen.tekens += len(content)
        self.ontvangen.soorten[kind] += 1
        match kind:
            case "new_session":
                self._started |= not message.metadata.run.fragment_ids
            case "navigation":
                self._hash = message.navigation.page_script_hash
            case "auto_rerun" if self._tikt:
                self._repeat(message.auto_rerun.fragment_id, message.auto_rerun.interval)
            case "script_finished":
                self._end(message.script_finished)
            case "page_info_changed":
                self._adres = message.page_info_changed.query_string
            case "ref_hash":
                self._keep(message.ref_hash)
            case "delta":
                self._look(message)

    def _look(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        is_error = element.WhichOneof("type") == "exception"
        self.fouten += is_error or (element.HasField("alert") and element.alert.format == 1)
        if message.metadata.cacheable:
            self._keep(message.hash)

    def _keep(self, name: str) -> None:
        self._kept[name] = self._runs

    def _end(self, status: int) -> None:
        if status == ForwardMsg.FINISHED_SUCCESSFULLY and self._started:
            self.keren += 1
            self._runs += 1
            self._kept = {
                name: run for name, run in self._kept.items() if self._runs - run <= KEPT_RUNS
            }
            self._finished.set()
        self.fouten += status == ForwardMsg.FINISHED_WITH_COMPILE_ERROR

    def _repeat(self, fragment: str, interval: float) -> None:
        """Ask for a fragment every so often, until another interval is told."""
        known = self._timers.get(fragment)
        if known and known[0] == interval:
            return
        if known:
            known[1].cancel()
        self._timers[fragment] = (interval, asyncio.create_task(self._tick(fragment, interval)))

    async def _tick(self, fragment: str, interval: float) -> None:
        with suppress(ConnectionClosed):
            while True:
                await asyncio.sleep(interval)
                self.tikken += 1
                await self._ask(fragment)

    def _stop_timers(self) -> None:
        for _, timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
