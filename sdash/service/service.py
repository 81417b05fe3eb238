"""One opened data folder: its warehouse, its reader and its answers, for all who ask at once."""

import contextlib
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from sdash import __version__
from sdash.answers import Answers
from sdash.clock import now
from sdash.contracts.base import explain
from sdash.domain import Rol
from sdash.ingest import Reader, Reading, ReadingStopped
from sdash.ingest.intrekking import intrekking
from sdash.privacy import NotAllowed
from sdash.service import health, notities, render, retention, vraag
from sdash.service.ahead import one_ahead
from sdash.service.backup import Laatste
from sdash.service.control import CommandFailed, CommandRefused, Progress
from sdash.service.folder import WHY_NOT, DataFolder, FolderLock
from sdash.service.health import Toestand, Werking
from sdash.service.metrics import Duur
from sdash.service.receipt import Ontvangst, past_moment
from sdash.service.selection import select
from sdash.service.turn import Turn
from sdash.settings import Settings
from sdash.warehouse import (
    HistoryRefused,
    NotKept,
    Receipt,
    RetractionRefused,
    Uitkomst,
    Warehouse,
    WarehouseDamaged,
    WarehouseNewer,
)

Line = dict[str, Any]

GROUP: Final = 500
"""How many files of a long ingest share a transaction."""
SECONDS_TO_FINISH: Final = 5.0
"""What is still being read so long after the stop was asked is left for the next start."""
HALF_RESTORED: Final = (
    "Het terugzetten van een back-up is hier afgebroken. Doe het opnieuw met `sdash restore`."
)
STOPS: Final = "De server stopt; wat nog niet gelezen was, is niet gelezen."
SMALL_GROUP: Final = 100
"""How many beside a server: a live message waits for one group, and may not wait a second."""


class Service:
    """Owns a data folder until it is closed; raises FolderBusy when another process does."""

    def __init__(self, settings: Settings) -> None:
        self.folder = _created(settings.data)
        with contextlib.ExitStack() as opened:
            opened.callback(FolderLock(self.folder.lock).release)
            if self.folder.is_half_restored():
                raise CommandRefused(HALF_RESTORED)
            self._warehouse = _warehouse(settings)
            opened.callback(self._warehouse.close)
            self._reader = opened.enter_context(Reader(settings))
            self._opened = opened.pop_all()
        self._settings = settings
        self.answers = Answers(self._warehouse, settings)
        self.lezen, self.vastleggen = Duur(), Duur()
        self.leest_inbox: Callable[[], bool] = lambda: True
        self._is_closed = False
        self._patience = threading.Timer(SECONDS_TO_FINISH, self._reader.abandon)
        self._reading = Turn()
        self._writing = Turn()

    def hurry(self) -> None:
        """Break off in a few seconds what is being read; what is being written is finished."""
        self._patience.daemon = True
        self._patience.start()

    def close(self) -> None:
        """Finish what is being read and written, close all of it, and let the next process in."""
        with self._reading, self._writing:
            self._patience.cancel()
            self._is_closed = True
            self._opened.close()

    def start_reading(self) -> None:
        """Have the reading process ready before the first message comes."""
        with self._reading:
            self._reader.start()

    def take(self, paths: Sequence[Path]) -> list[Uitkomst]:
        """Read and record files that arrive now, in one transaction."""
        return self._record(self._read(paths), Ontvangst())

    def ingest(
        self,
        paths: Sequence[Path],
        ontvangst: Ontvangst,
        progress: Progress,
        group: int = GROUP,
    ) -> list[Line]:
        """Read and record files and folders in order, without touching them."""
        files = [found.path for found in select(paths)]
        parts = (files[start : start + group] for start in range(0, len(files), group))
        outcomes: list[Uitkomst] = []
        try:
            for readings in one_ahead(partial(self._read, part) for part in parts):
                outcomes += self._record(readings, ontvangst)
                progress(len(outcomes), len(files))
        except ReadingStopped:
            raise CommandFailed(STOPS) from None
        return [outcome.model_dump(mode="json") for outcome in outcomes]

    def query(
        self, name: str, parameters: Mapping[str, str], rol: Rol, as_of: str | None = None
    ) -> list[Line]:
        """The rows of a query as a role sees them, as of now or of a past day or moment.

        What is asked wrongly says what can be asked.
        """
        query, params = vraag.understood(name, parameters)
        try:
            per = past_moment(as_of) if as_of else None
            answer = self.answers.rows(query, params, rol, per)
        except (NotAllowed, NotKept) as error:
            raise CommandRefused(str(error)) from None
        return render.rows(zip(answer.rows, answer.hidden, strict=True))

    def toestand(self) -> Toestand:
        """How it is doing now; a reading process that died meanwhile is replaced first."""
        if not self._reader.is_able():
            with contextlib.suppress(OSError):
                self.start_reading()
        werking = Werking(self.leest_inbox(), self._reader.is_able())
        return health.look(self.folder, self.answers, werking, now())

    def retract(self, asked: str, reden: str) -> list[Line]:
        """Take one delivery out of all figures, and say which it was."""
        with self._writing:
            self._check_open()
            try:
                found = self._warehouse.find(asked)
                reading = intrekking(found.nummer, reden)
            except RetractionRefused as error:
                raise CommandRefused(str(error)) from None
            except ValidationError as error:
                raise CommandRefused(f"De {', '.join(why for _, why in explain(error))}.") from None
            receipt = self._warehouse.in_order(Receipt(ontvangen_op=now()))
            self._warehouse.record([reading], [receipt])
        return [
            {
                "levering": found.nummer,
                "bestand": found.bestand,
                "soort": found.soort,
                "ingetrokken": found.geaccepteerd,
            }
        ]

    def note(self, rol: Rol, said: Mapping[str, str | None]) -> list[Line]:
        """Keep what somebody says of a signal."""
        with self._writing:
            self._check_open()
            return [notities.note(self._warehouse, rol, said)]

    def status(self) -> list[Line]:
        """What is in, what waits and how it is doing: one row."""
        toestand = self.toestand()
        bronnen = toestand.bronnen
        return [
            {
                "gegevensmap": str(self.folder.root),
                "gemeente": self._settings.gemeente,
                "leveringen": sum(bron.leveringen for bron in bronnen),
                "gelezen": sum(bron.gelezen for bron in bronnen),
                "geaccepteerd": sum(bron.geaccepteerd for bron in bronnen),
                "afgekeurd": sum(bron.afgekeurd for bron in bronnen),
                "laatst_ontvangen": render.plain(toestand.laatste),
                "laatst_hersteld": self._warehouse.mended,
                **self.folder.waiting(),
                "gezond": toestand.goed,
                **{controle.naam: controle.uitleg for controle in toestand.controles},
                "laatste_backup": render.plain(Laatste.read(self.folder)),
                "schijf_vrij_mb": toestand.vrij // health.MB,
                "sdash": __version__,
                "duckdb": version("duckdb"),
            }
        ]

    def archive(self) -> list[str]:
        """The files of the archive at a moment at which nothing is being recorded."""
        with self._writing:
            return self.folder.archived()

    def retain(self) -> None:
        """Let go what is older than `bewaarjaren`, unless this is closed."""
        with self._writing:
            if not self._is_closed:
                retention.let_go(self._warehouse, self._settings)

    def rebuild(self) -> list[Line]:
        """Make the whole warehouse again from the archive, without what is kept long enough."""
        self.retain()
        with self._writing:
            self._check_open()
            try:
                self._warehouse.renew()
            except WarehouseDamaged as error:
                raise CommandRefused(str(error)) from None
        return [{"leveringen": self._warehouse.version}]

    def _read(self, paths: Sequence[Path]) -> list[Reading]:
        with self._reading:
            self._check_open()
            with self.lezen.of(len(paths)):
                return [*self._reader.read_all(paths)]

    def _record(self, readings: Iterable[Reading], ontvangst: Ontvangst) -> list[Uitkomst]:
        received = [ontvangst.of(reading) for reading in readings]
        with self._writing, self.vastleggen.of(len(received)):
            self._check_open()
            receipts = [self._warehouse.in_order(receipt) for _, receipt in received]
            try:
                return self._warehouse.record([reading for reading, _ in received], receipts)
            except HistoryRefused as error:
                raise CommandRefused(str(error)) from None

    def _check_open(self) -> None:
        if self._is_closed:
            raise CommandFailed(STOPS)


def _created(root: Path) -> DataFolder:
    try:
        return DataFolder(root).create()
    except OSError as error:
        why = WHY_NOT.get(error.errno or 0, "de schijf of het netwerk weigert het")
        raise CommandRefused(f"sdash kan niet schrijven in de gegevensmap {root}: {why}.") from None


def _warehouse(settings: Settings) -> Warehouse:
    try:
        return Warehouse.open(settings)
    except (WarehouseDamaged, WarehouseNewer) as error:
        raise CommandRefused(str(error)) from None
