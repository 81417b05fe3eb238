"""Past moments: what was known then, as the same marts in a schema of their own.

A schema has the tables of the ledger as views on the deliveries that were received by then, the
marts derived from these, and all else that queries name; a query runs on it unchanged. The table
`mart.moment` says which schemas are true: a delivery that changes the past takes its moments out
of it in the same transaction, and what is not in it goes when nobody reads it any more.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import datetime
from itertools import count
from typing import Final

import duckdb

from sdash.clock import as_stored
from sdash.warehouse.moment import fill, fingerprint

MOST: Final = 4
"""How many moments are kept: each is about as large as the marts of now."""

EVER: Final = datetime(1900, 1, 1)  # noqa: DTZ001  (as stored)
_TRUE: Final = "SELECT naam FROM mart.moment"
_SCHEMAS: Final = """
    SELECT schema_name FROM duckdb_schemas()
    WHERE database_name = current_database() AND starts_with(schema_name, 'moment_')
"""

Cursors = Callable[[], AbstractContextManager[duckdb.DuckDBPyConnection]]


class Moments:
    """The past moments of one warehouse, built when they are asked for."""

    def __init__(
        self, cursor: Cursors, transaction: Cursors, writing: AbstractContextManager[bool]
    ) -> None:
        self._cursor = cursor
        self._transaction = transaction
        self._writing = writing
        self._building = threading.Lock()
        self._leasing = threading.Lock()
        self._leases: Counter[str] = Counter()
        self._used: dict[str, int] = {}
        self._turns = count(1)
        self._latest: datetime | None = None
        self._changes = 0
        self._last_name = 0

    def opened(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Whenever the file is opened, by who has it alone: what is not true any more goes."""
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM mart.moment WHERE vingerafdruk <> $1", [fingerprint()])
            true = _names(cursor, _TRUE)
            for naam in set(schemas := _names(cursor, _SCHEMAS)) - set(true):
                cursor.execute(f"DROP SCHEMA {naam} CASCADE")
        self._last_name = max(self._last_name, *map(_number, schemas), 0)
        self._leases.clear()
        self._used.clear()
        self._changes += 1

    @property
    def changes(self) -> int:
        """Grows when a moment that was asked for may have become another one."""
        return self._changes

    @contextmanager
    def held(self, moment: datetime) -> Iterator[str]:
        """The schema of a moment, for as long as this lasts; the first who asks builds it.

        Who asks has no cursor yet: the file may be opened again while a moment is built.
        """
        stored = as_stored(moment)
        self._latest = max(self._latest or stored, stored)
        naam = self._lease(stored)
        if naam is None:
            with self._building:
                while (naam := self._lease(stored)) is None:
                    self._build(stored)
        try:
            yield naam
        finally:
            self._give_back(naam)

    def forgotten(self, since: datetime) -> None:
        """After that transaction, so that what was kept of such a moment is asked again."""
        if self._latest is not None and as_stored(since) <= self._latest:
            self._changes += 1
            self._sweep()

    def _lease(self, moment: datetime) -> str | None:
        query = "SELECT naam FROM mart.moment WHERE moment = $1"
        with self._leasing, self._cursor() as cursor:
            found = cursor.execute(query, [moment]).fetchall()
            if not found:
                return None
            naam = str(found[0][0])
            self._leases[naam] += 1
            self._used[naam] = next(self._turns)
            return naam

    def _give_back(self, naam: str) -> None:
        with self._leasing:
            self._leases[naam] = max(self._leases[naam] - 1, 0)

    def _build(self, moment: datetime) -> None:
        """Build beside the ingest; if that changed the moment meanwhile, once more without it."""
        with ExitStack() as kept:
            naam, known = self._filled(moment, kept)
            with self._writing:
                if self._has_changed(moment, known):
                    naam, known = self._filled(moment, kept)
                self._register(naam, moment)
        self._sweep()

    def _filled(self, moment: datetime, kept: ExitStack) -> tuple[str, int]:
        """A new schema, which nobody drops before it can be true."""
        self._last_name += 1
        naam = f"moment_{self._last_name}"
        with self._leasing:
            self._leases[naam] += 1
        kept.callback(self._give_back, naam)
        with self._transaction() as cursor:
            return naam, fill(cursor, naam, moment)

    def _has_changed(self, moment: datetime, known: int) -> bool:
        query = "SELECT 1 FROM levering WHERE levering_nr > $1 AND ontvangen_op <= $2 LIMIT 1"
        with self._cursor() as cursor:
            return bool(cursor.execute(query, [known, moment]).fetchall())

    def _register(self, naam: str, moment: datetime) -> None:
        """A moment is true from here on; those that were used longest ago make room for it."""
        with self._transaction() as cursor:
            kept = _names(cursor, _TRUE)
            kept.sort(key=lambda other: (self._leases[other] > 0, self._used.get(other, 0)))
            for other in kept[: max(len(kept) + 1 - MOST, 0)]:
                cursor.execute("DELETE FROM mart.moment WHERE naam = $1", [other])
            row = [naam, moment, fingerprint()]
            cursor.execute("INSERT INTO mart.moment VALUES ($1, $2, $3)", row)

    def _sweep(self) -> None:
        """Drop the schemas that are not true, as far as nobody reads them."""
        with self._leasing:
            with self._cursor() as cursor:
                true, schemas = _names(cursor, _TRUE), _names(cursor, _SCHEMAS)
            for naam in schemas:
                if naam not in true and not self._leases[naam]:
                    with self._transaction() as cursor:
                        cursor.execute(f"DROP SCHEMA {naam} CASCADE")
                    self._leases.pop(naam, None)
                    self._used.pop(naam, None)


def forget(cursor: duckdb.DuckDBPyConnection, since: datetime) -> None:
    """Within the transaction of a delivery: no moment from its receipt on is true."""
    cursor.execute("DELETE FROM mart.moment WHERE moment >= $1", [since])


def _names(cursor: duckdb.DuckDBPyConnection, query: str) -> list[str]:
    return [str(naam) for (naam,) in cursor.execute(query).fetchall()]


def _number(naam: str) -> int:
    return int(naam.removeprefix("moment_"))
