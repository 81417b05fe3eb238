"""The living part of the server: the opened data folder, its inbox and its socket."""

import contextlib
import gc
import logging
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from sdash import __version__, answers, logs
from sdash.clock import now
from sdash.ingest.koppeling import faults
from sdash.prognose import bijhouden
from sdash.service import metrics, render, retention
from sdash.service.commands import handler
from sdash.service.control import ControlServer
from sdash.service.folder import DataFolder, FolderBusy
from sdash.service.health import MB
from sdash.service.inbox import Inbox
from sdash.service.service import Service
from sdash.settings import Settings

SECONDS_BETWEEN_COLLECTIONS: Final = 60.0
SECONDS_BETWEEN_SWEEPS: Final = 3600.0
SECONDS_A_DAY: Final = 86400.0
SECONDS_BETWEEN_TRIES: Final = 0.1
TRIES: Final = 300
OK: Final = 200
UNAVAILABLE: Final = 503

log = logging.getLogger(__name__)
Beside = Callable[[], contextlib.AbstractAsyncContextManager[None]]
"""What runs beside the service on the server's own event loop."""


class Server:
    """What `app.py` gives to Streamlit: a lifespan, and routes that say how it is doing."""

    def __init__(
        self, beside: Beside = contextlib.nullcontext, screens: Callable[[], int] = int
    ) -> None:
        self._beside = beside
        self._screens = screens
        self._started = now()
        self._service: Service | None = None
        self.routes = [
            Route("/healthz", self._healthz, methods=["GET"]),
            Route("/metrics", self._metrics, methods=["GET"]),
        ]

    @contextlib.asynccontextmanager
    async def lifespan(self, _app: object) -> AsyncIterator[dict[str, Any]]:
        """Open the data folder for as long as the server runs."""
        with running(Settings.load()) as self._service:
            async with self._beside():
                yield {}
        self._service = None

    # Not async: what asks the warehouse runs in a thread, so that no screen waits for it.
    def _healthz(self, _request: Request) -> Response:
        if self._service is None:
            return JSONResponse({"status": "gesloten"}, UNAVAILABLE)
        toestand = self._service.toestand()
        said = {
            "status": "ok" if toestand.goed else "storing",
            "versie": __version__,
            "laatste_levering": render.plain(toestand.laatste),
            "schijf_vrij_mb": toestand.vrij // MB,
            "controles": {
                controle.naam: {"goed": controle.goed, "uitleg": controle.uitleg}
                for controle in toestand.controles
            },
        }
        return JSONResponse(said, OK if toestand.goed else UNAVAILABLE)

    def _metrics(self, _request: Request) -> Response:
        if self._service is None:
            return PlainTextResponse("", UNAVAILABLE)
        meters = [*metrics.of_server(self._service, self._started, self._screens())]
        return PlainTextResponse(metrics.text(meters), media_type=metrics.CONTENT_TYPE)


@contextlib.contextmanager
def running(settings: Settings) -> Iterator[Service]:
    """An opened data folder that reads its inbox, answers its socket and serves the pages."""
    with contextlib.ExitStack() as stack:
        stack.callback(logs.start(DataFolder(settings.data).create().logs))
        service = stack.enter_context(contextlib.closing(_open(settings)))
        service.start_reading()
        # Streamlit's own collection after every run is turned off.
        stack.callback(_repeat("sdash-opruimen", SECONDS_BETWEEN_COLLECTIONS, gc.collect))
        keep = partial(retention.sweep, service.folder, settings)
        stack.callback(_repeat("sdash-bewaren", SECONDS_BETWEEN_SWEEPS, keep, at_once=True))
        stack.callback(_repeat("sdash-verwijderen", SECONDS_A_DAY, service.retain, at_once=True))
        inbox = Inbox(service.folder, service.take, settings.refusal_days)
        stack.callback(inbox.close)
        service.leest_inbox = inbox.is_well
        stack.callback(ControlServer(service.folder.socket, handler(service)).close)
        answers.use(service.answers)
        stack.callback(answers.use, None)
        stack.enter_context(bijhouden.keeping(service.answers))
        stack.callback(service.hurry)
        for fault in faults(settings.data):
            log.warning("%s", fault)
        log.info("De server is begonnen.")
        yield service
        log.info("De server stopt.")


def _open(settings: Settings) -> Service:
    """Open the folder; a command that is busy in it may finish first."""
    pause = threading.Event()
    for _ in range(TRIES):
        try:
            return Service(settings)
        except FolderBusy:
            pause.wait(SECONDS_BETWEEN_TRIES)
        except Exception:
            log.exception("De server kan niet beginnen.")
            raise
    raise FolderBusy("Een ander heeft deze gegevensmap open.")


def _repeat(
    name: str, seconds: float, work: Callable[[], object], *, at_once: bool = False
) -> Callable[[], None]:
    """Do something in the background every so often; gives back what stops it.

    What fails is tried again at the next turn.
    """
    stop = threading.Event()

    def once() -> None:
        try:
            work()
        except Exception:
            log.exception("Werk op de achtergrond is mislukt, en wordt later weer geprobeerd.")

    def repeat() -> None:
        if at_once:
            once()
        while not stop.wait(seconds):
            once()

    threading.Thread(target=repeat, name=name, daemon=True).start()
    return stop.set
