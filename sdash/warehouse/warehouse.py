"""One DuckDB file, one writer, any number of readers."""

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

import duckdb

from sdash.clock import now
from sdash.contracts.intrekking import Intrekking
from sdash.ingest import Reading
from sdash.settings import Settings
from sdash.warehouse import archive, intrekken, ledger
from sdash.warehouse.ledger import Levering
from sdash.warehouse.marts import MARTS, Marts
from sdash.warehouse.moments import Moments
from sdash.warehouse.receipt import HistoryRefused, Receipt, Uitkomst, Wijze
from sdash.warehouse.schema import create_tables

log = logging.getLogger(__name__)

FILE: Final = "sdash.duckdb"
_SEARCH_PATH: Final = "SET search_path = 'mart,ledger'"
_LOCKED_DOWN: Final = (
    "SET memory_limit = '4GB'",
    "SET threads = 1",
    "SET GLOBAL dynamic_or_filter_threshold = 500",
    "SET GLOBAL disabled_compression_methods = 'rle'",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET allow_community_extensions = false",
    "SET allow_persistent_secrets = false",
    "SET python_enable_replacements = false",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)
_EVER: Final = datetime(1900, 1, 1, tzinfo=UTC)
_NEWER: Final = "newer version of DuckDB"
_OF_THE_MACHINE: Final = (
    duckdb.FatalException,
    duckdb.IOException,
    duckdb.OutOfMemoryException,
    duckdb.TransactionException,
)


class WarehouseUnavailable(OSError):
    """Disk or memory fails the warehouse: no delivery is to blame, and it may come again."""


class WarehouseNewer(Exception):
    """The file was made with a newer DuckDB than this one, which can't read it."""


class Warehouse:
    """The ledger and its marts: one thread records at a time, every reader has its own cursor."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, archief: Path) -> None:
        self._connection = connection
        self._archief = archief
        self._writing = threading.Lock()
        found = connection.execute("SELECT coalesce(max(levering_nr), 0) FROM ledger.levering")
        self._version = int((found.fetchone() or (0,))[0])
        self._moments = Moments(self.cursor, self._transaction, self._writing)

    @classmethod
    def open(cls, settings: Settings) -> Self:
        """Open or make the warehouse in the data folder.

        Raises WarehouseNewer for a file of a newer DuckDB; duckdb.IOException when another has it.
        """
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = _connect(settings.data / FILE)
        temporary = str(settings.data / "tmp").replace("'", "''")
        connection.execute(f"SET temp_directory = '{temporary}'")
        for statement in _LOCKED_DOWN:
            connection.execute(statement)
        is_outdated = create_tables(connection, MARTS, settings)
        warehouse = cls(connection, settings.data / "archief")
        if is_outdated:
            log.info("De tabellen zijn van een andere versie van sdash en worden opnieuw afgeleid.")
            warehouse.rebuild()
        return warehouse

    @property
    def version(self) -> int:
        """Grows with every delivery that was recorded."""
        return self._version

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor of one's own for one or a few queries; names need no schema."""
        cursor = self._connection.cursor()
        try:
            cursor.execute(_SEARCH_PATH)
            yield cursor
        finally:
            cursor.close()

    @property
    def changes(self) -> int:
        """Grows when a past moment that was asked for may have become another one."""
        return self._moments.changes

    @contextmanager
    def at(
        self, moment: datetime | None, eerder: datetime | None = None
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor on what was known at a moment, or on what is known now.

        With an earlier moment beside it, `eerder` has the lines as they stood then.
        """
        with ExitStack() as stack:
            cursor = stack.enter_context(self.cursor())
            if eerder:
                schema = stack.enter_context(self._moments.held(cursor, eerder))
                cursor.execute(f"CREATE TEMP VIEW eerder AS FROM {schema}.regel")
            if moment:
                schema = stack.enter_context(self._moments.held(cursor, moment))
                cursor.execute(f"SET search_path = '{schema}'")
            yield cursor

    def find(self, asked: str) -> intrekken.Gevonden:
        """The delivery that can be retracted under this number, sha256 or file name.

        Raises RetractionRefused.
        """
        with self.cursor() as cursor:
            return intrekken.find(cursor, asked)

    def record(self, readings: Sequence[Reading], receipts: Sequence[Receipt]) -> list[Uitkomst]:
        """Record deliveries in one transaction, archived before it commits; all of them or none.

        Raises HistoryRefused when a backfill changes what past moments answer without saying so.
        """
        with self._writing:
            leveringen = self._number(readings, receipts)
            records = ledger.records_of(leveringen)
            if not leveringen:
                return []
            van, tot = leveringen[0].nummer, leveringen[-1].nummer
            first = min(receipt.ontvangen_op for receipt in receipts)
            with self._transaction() as cursor:
                ledger.write(cursor, leveringen, records)
                self._moments.forget(cursor, first)
                if Intrekking.tabel in records:
                    intrekken.take_out(cursor)
                    Marts(cursor).rebuild(tot)
                else:
                    Marts(cursor).refresh(records, van, tot)
                archive.write(self._archief, leveringen, records)
            self._version = tot
            self._moments.forgotten(first)
            return [levering.uitkomst for levering in leveringen]

    def rebuild(self) -> None:
        """Derive all marts again from the ledger."""
        with self._writing, self._transaction() as cursor:
            self._moments.forget(cursor, _EVER)
            Marts(cursor).rebuild(self._version)
        self._moments.forgotten(_EVER)

    def close(self) -> None:
        """Close the file; readers that are still busy fail."""
        with self._writing, suppress(duckdb.Error):
            self._connection.close()

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
        except _OF_THE_MACHINE as error:
            raise WarehouseUnavailable(type(error).__name__) from error

    def _number(self, readings: Sequence[Reading], receipts: Sequence[Receipt]) -> list[Levering]:
        self._check_history(receipts)
        with self.cursor() as cursor:
            seen = ledger.seen(cursor, [reading.sha256 for reading in readings])
        leveringen: list[Levering] = []
        for reading, receipt in zip(readings, receipts, strict=True):
            is_new = reading.sha256 not in seen
            uitkomst = Uitkomst.of(reading) if is_new else Uitkomst.double(reading)
            if uitkomst.geaccepteerd:
                seen.add(reading.sha256)
            nummer = self._version + len(leveringen) + 1
            leveringen.append(Levering(nummer, reading, receipt, uitkomst, now()))
        return leveringen

    def _check_history(self, receipts: Sequence[Receipt]) -> None:
        backfill = [
            receipt.ontvangen_op
            for receipt in receipts
            if receipt.wijze is not Wijze.LIVE and not receipt.historie
        ]
        if not backfill:
            return
        with self.cursor() as cursor:
            found = cursor.execute(
                "SELECT max(ontvangen_op) FROM levering WHERE wijze = 'live' AND geaccepteerd > 0"
            ).fetchone()
        newest = found[0] if found else None
        if newest is not None and min(backfill).astimezone(UTC).replace(tzinfo=None) < newest:
            raise HistoryRefused(
                "Deze levering is ouder dan de nieuwste gewone levering en verandert wat eerdere "
                "momenten antwoorden. Voeg --historie toe als dat de bedoeling is."
            )


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(path)
    except duckdb.IOException as error:
        if _NEWER in str(error):
            raise WarehouseNewer(
                f"{path} is gemaakt met een nieuwere DuckDB dan de {duckdb.__version__} van deze "
                "sdash, die het niet kan lezen. Gebruik de sdash waarmee het gemaakt is; er is "
                "niets veranderd."
            ) from None
        raise
