"""The same with SQLite: the database that every Python already has."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet as pq

from sdash.bench.regels import COLUMNS, GROUPS, Antwoord, answer

ROWS_AT_ONCE: Final = 100_000
_SUMS: Final = """
    count(DISTINCT client_id), sum(bedrag), sum(bedrag * (status = 'toegekend')),
    sum(bedrag * (status = 'in_behandeling'))
"""


def load(source: Path, target: Path) -> None:
    """Put all lines into a table, with an index on the month."""
    marks = ", ".join("?" * len(COLUMNS))
    with closing(sqlite3.connect(target)) as database, database:
        database.execute(f"CREATE TABLE regel ({', '.join(COLUMNS)})")
        database.executemany(f"INSERT INTO regel VALUES ({marks})", _rows(source))  # noqa: S608
        database.execute("CREATE INDEX op_maand ON regel (maand)")


def add_up(path: Path, jaar: int) -> Antwoord:
    """What the page shows of a year."""
    with closing(sqlite3.connect(path)) as database:
        return answer({name: _grouped(database, keys, jaar) for name, keys in GROUPS.items()})


def _grouped(
    database: sqlite3.Connection, keys: tuple[str, ...], jaar: int
) -> list[tuple[Any, ...]]:
    named = "".join(f"{key}, " for key in keys)
    groups = f"GROUP BY {', '.join(keys)}" if keys else ""
    return database.execute(
        f"SELECT {named}{_SUMS} FROM regel WHERE maand BETWEEN ? AND ? {groups}",  # noqa: S608
        (f"{jaar}-01-01", f"{jaar}-12-31"),
    ).fetchall()


def _rows(source: Path) -> Iterator[tuple[Any, ...]]:
    for batch in pq.ParquetFile(source).iter_batches(ROWS_AT_ONCE, columns=[*COLUMNS]):
        months, *others = (column.to_pylist() for column in batch.columns)
        yield from zip((f"{month:%Y-%m-%d}" for month in months), *others, strict=True)
