"""The file of a warehouse, opened: who is inside, and what happens when it fails."""

import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final, Self
from weakref import WeakSet

import duckdb

from sdash.settings import Settings
from sdash.warehouse import archive, engine, ledger, recovery, register, replay
from sdash.warehouse.archive import NotReadable
from sdash.warehouse.engine import log_of
from sdash.warehouse.errors import WarehouseDamaged, WarehouseUnavailable
from sdash.warehouse.gate import Gate
from sdash.warehouse.marts import MARTS
from sdash.warehouse.moments import Moments
from sdash.warehouse.schema import create_tables
from sdash.warehouse.seal import Seal, seal

log = logging.getLogger(__name__)

LOG_BYTES: Final = 16 << 20
LOG_SHARE: Final = 8
"""The log is written back when it is larger than this part of the file, which is then sealed."""


class Opened:
    """An open warehouse file: many read, one writes, and when it fails it is opened again."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._path = settings.data / engine.FILE
        self._archief = settings.data / archive.FOLDER
        self._writing = threading.RLock()
        self._gate = Gate()
        self._busy: WeakSet[duckdb.DuckDBPyConnection] = WeakSet()
        self._is_broken = False
        self._moments = Moments(self.cursor, self._transaction, self._writing)
        self._open()

    @classmethod
    def open(cls, settings: Settings) -> Self:
        """Open or make the warehouse in the data folder, after it was compared with the archive.

        Raises WarehouseNewer for a file of a newer DuckDB, WarehouseDamaged when neither the file
        nor the archive has what was recorded, and duckdb.IOException when another has it.
        """
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        return cls(settings)

    @property
    def version(self) -> int:
        """Grows with every delivery that was recorded."""
        return self._version

    @property
    def mended(self) -> str | None:
        """When the file or the archive was mended last, and how; None when that never was."""
        return recovery.mended(self._settings.data)

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor of one's own for one or a few queries; names need no schema.

        Raises WarehouseUnavailable when the file fails; the next one finds it opened again.
        """
        if self._is_broken:
            self._reopen()
        with self._gate.inside():
            cursor = self._connection.cursor()
            self._busy.add(cursor)
            try:
                cursor.execute(engine.SEARCH_PATH)
                yield cursor
            except duckdb.Error as error:
                if not engine.is_broken(error):
                    raise
                self._is_broken = True
                raise WarehouseUnavailable(type(error).__name__) from error
            finally:
                cursor.close()

    @contextmanager
    def _transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        try:
            with self.cursor() as cursor:
                cursor.execute("BEGIN")
                try:
                    yield cursor
                    cursor.execute("COMMIT")
                except BaseException:
                    with suppress(duckdb.Error):
                        cursor.execute("ROLLBACK")
                    raise
        except duckdb.Error as error:
            if not engine.is_of_the_machine(error):
                raise
            raise WarehouseUnavailable(type(error).__name__) from error

    def _open(self) -> None:
        found = recovery.prepare(self._settings)
        engine.forget_spilled(self._path)
        self._connection = engine.connect(self._path)
        self._file = os.open(self._path, os.O_RDONLY)
        try:
            is_outdated = create_tables(self._connection, MARTS, self._settings)
            self._files = [*found.whole]
            self._version = ledger.last(self._connection)
            later = [one for one in self._files if one.van > self._version]
            replay.catch_up(self._connection, self._archief, later)
            self._version = ledger.last(self._connection)
            if is_outdated:
                log.info("De tabellen zijn van een andere versie van sdash: opnieuw afgeleid.")
                replay.derive(self._connection, self._version)
            self._newest = ledger.newest_live(self._connection)
            self._vanaf = ledger.kept_from(self._connection)
            self._moments.opened(self._connection)
            if later or is_outdated or Seal.of(self._path) is None:
                self._settle()
        except BaseException:
            self._shut()
            raise

    def _shut(self) -> None:
        """Close the file as it is; doing so twice is harmless."""
        with suppress(duckdb.Error):
            self._connection.close()
        with suppress(OSError):
            os.close(self._file)
        self._file = -1

    def _reopen(self) -> None:
        with self._writing:
            if not self._is_broken:
                return
            with self._gate.alone(self._interrupt):
                self._shut()
                try:
                    self._open()
                except (duckdb.Error, OSError, NotReadable, WarehouseDamaged) as error:
                    raise WarehouseUnavailable(type(error).__name__) from error
                self._is_broken = False
            log.warning("Het gegevensbestand is opnieuw geopend en met het archief vergeleken.")

    def _interrupt(self) -> None:
        for cursor in [*self._busy]:
            with suppress(duckdb.Error):
                cursor.interrupt()

    def _write_back(self) -> None:
        """Write the log back once it is large; what was recorded is durable without that too."""
        try:
            if log_of(self._path).stat().st_size > max(
                LOG_BYTES, os.fstat(self._file).st_size // LOG_SHARE
            ):
                self._settle()
        except duckdb.TransactionException:
            return  # a moment is being built; the next delivery tries again
        except (duckdb.Error, OSError):
            self._is_broken = True
            log.warning("Het gegevensbestand is even niet bij te werken; het archief heeft alles.")

    def _settle(self) -> None:
        """Write the log back, and seal the file if all of it is in there."""
        with self._connection.cursor() as cursor:
            cursor.execute("CHECKPOINT")
            last = ledger.last(cursor)
        rest = log_of(self._path)
        if not (rest.exists() and rest.stat().st_size):
            seal(self._path, self._file, last, register.chain(self._files))
