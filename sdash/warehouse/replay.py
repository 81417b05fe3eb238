"""The ledger and its marts made again from the archive."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import duckdb

from sdash.contracts.intrekking import Intrekking
from sdash.settings import Settings
from sdash.warehouse import archive, engine, intrekken, ledger, moments
from sdash.warehouse.archive import Archived
from sdash.warehouse.marts import MARTS, Marts
from sdash.warehouse.schema import create_indexes, create_tables
from sdash.warehouse.tables import Tables, between, joined

ROWS_AT_ONCE: Final = 500_000


def build(path: Path, settings: Settings, folder: Path, files: Sequence[Archived]) -> None:
    """Make a whole warehouse at a place where there is none; it is at rest when this returns.

    Indexes come after the rows, at once for all of them.
    """
    for left_behind in (path, engine.log_of(path)):
        left_behind.unlink(missing_ok=True)
    connection = engine.connect(path)
    try:
        create_tables(connection, MARTS, settings, indexed=False)
        for tables in _batches(folder, files):
            ledger.append(connection, tables)
        intrekken.take_out(connection)
        create_indexes(connection, MARTS)
        Marts(connection).rebuild(files[-1].tot if files else 0)
        connection.execute("CHECKPOINT")
    finally:
        connection.close()


def enter(cursor: duckdb.DuckDBPyConnection, tables: Tables) -> None:
    """Bring one or more transactions, new or from the archive, into the ledger and all figures."""
    van, tot = between(tables)
    ledger.append(cursor, tables)
    moments.forget(cursor, min(tables["levering"]["ontvangen_op"].to_pylist()))
    if Intrekking.tabel in tables:
        intrekken.take_out(cursor)
        Marts(cursor).rebuild(tot)
    else:
        Marts(cursor).refresh(tables, van, tot)


def catch_up(
    connection: duckdb.DuckDBPyConnection, folder: Path, files: Iterable[Archived]
) -> None:
    """Record what the archive has and the ledger has not, some of it at a time."""
    for tables in _batches(folder, files):
        with connection.cursor() as cursor:
            cursor.execute(engine.SEARCH_PATH)
            cursor.execute("BEGIN")
            enter(cursor, tables)
            cursor.execute("COMMIT")


def derive(connection: duckdb.DuckDBPyConnection, tot: int) -> None:
    """Derive all marts again from the ledger, up to a delivery."""
    with connection.cursor() as cursor:
        cursor.execute(engine.SEARCH_PATH)
        cursor.execute("BEGIN")
        moments.forget(cursor, moments.EVER)
        Marts(cursor).rebuild(tot)
        cursor.execute("COMMIT")


def _batches(folder: Path, files: Iterable[Archived]) -> Iterator[Tables]:
    some: list[Tables] = []
    rows = 0
    for one in files:
        tables = archive.read(folder, one.naam)
        some.append(tables)
        rows += sum(map(len, tables.values()))
        if rows >= ROWS_AT_ONCE:
            yield joined(some)
            some, rows = [], 0
    if some:
        yield joined(some)
