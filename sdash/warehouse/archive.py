"""The archive: every transaction as one immutable Parquet file, enough to make the ledger again.

The largest table is the file's body. The few rows of the others are in its metadata as JSON, with
control totals of all of them; a hash of that JSON makes damage to it known as well.
"""

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, Self

import pyarrow as pa
import pyarrow.parquet as pq

from sdash.warehouse.errors import WarehouseNewer
from sdash.warehouse.tables import TABLES, Tables, between
from sdash.warehouse.totals import hash_of, totals

FOLDER: Final = "archief"
FORM: Final = 2
"""Form 1 had no control totals, and no transactions of which nothing was accepted."""
METADATA: Final = b"sdash"
HASH: Final = b"sdash.sha256"
UNFINISHED: Final = ".deel"
_NAME: Final = re.compile(r"([0-9]{4}/)?([0-9]{9,})-([0-9]{9,})(-[0-9]{9,})?\.parquet")
_FROM_TEXT: Final[dict[pa.DataType, Callable[[str], object]]] = {
    pa.date32(): date.fromisoformat,
    pa.time64("us"): time.fromisoformat,
    pa.timestamp("us"): datetime.fromisoformat,
    pa.decimal128(18, 4): Decimal,
}
"""What JSON has no type for stands there as text."""


class NotReadable(Exception):
    """An archive file is damaged, or of form 1."""

    def __init__(self, naam: str) -> None:
        super().__init__(naam)
        self.naam = naam


@dataclass(frozen=True)
class Archived:
    """One file of the archive: what it is called there, what it looks like, what it holds."""

    naam: str
    bytes: int
    mtime_ns: int
    hash: str

    @property
    def van(self) -> int:
        """Its first delivery."""
        return numbers(self.naam)[0]

    @property
    def tot(self) -> int:
        """Its last delivery."""
        return numbers(self.naam)[1]

    @classmethod
    def of(cls, folder: Path, naam: str, hash_: str) -> Self:
        """A file as it stands there now."""
        found = (folder / naam).stat()
        return cls(naam, found.st_size, found.st_mtime_ns, hash_)


def numbers(naam: str) -> tuple[int, int]:
    """The first and last delivery that a name tells; (0, 0) for the name of something else."""
    found = _NAME.fullmatch(naam)
    return (int(found[2]), int(found[3])) if found else (0, 0)


def order(naam: str) -> tuple[int, int, int]:
    """The order of files; of one that was written anew without what is gone the newest is first."""
    found = _NAME.fullmatch(naam)
    return *numbers(naam), int(found[4] or 0) if found else 0


def write(folder: Path, tables: Tables, opgeruimd: int = 0) -> Archived:
    """Write the deliveries of a transaction as one file, durable before this returns.

    Without what a later delivery let go it is another file, by the number of that delivery.
    """
    van, tot = between(tables)
    year = folder / f"{tables['levering']['ingelezen_op'][0].as_py():%Y}"
    year.mkdir(mode=0o700, parents=True, exist_ok=True)
    again = f"-{opgeruimd:09d}" if opgeruimd else ""
    target = year / f"{van:09d}-{tot:09d}{again}.parquet"
    temporary = target.with_suffix(UNFINISHED)
    said = totals(tables)
    body = max(said, key=lambda tabel: said[tabel][0])
    metadata = _metadata(tables, body, said)
    with temporary.open("wb") as file:
        pq.write_table(tables[body].replace_schema_metadata(metadata), file, compression="zstd")
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(target)
    sync_folder(year)
    return Archived.of(folder, target.relative_to(folder).as_posix(), hash_of(said))


def take_back(folder: Path, archived: Archived) -> None:
    """Remove the file of a transaction that did not commit."""
    path = folder / archived.naam
    path.unlink()
    sync_folder(path.parent)


def read(folder: Path, naam: str) -> Tables:
    """The tables of a file, just as they were written.

    Raises NotReadable when they are not, and WarehouseNewer for a form that is not known here.
    """
    tables, _ = _verified(folder, naam)
    return {tabel: _of_now(tabel, table) for tabel, table in tables.items()}


def examine(folder: Path, naam: str) -> Archived:
    """What a file is, when it can be read; raises what `read` raises."""
    _, found = _verified(folder, naam)
    return Archived.of(folder, naam, hash_of(found))


def _verified(folder: Path, naam: str) -> tuple[Tables, dict[str, tuple[int, str]]]:
    """The tables with their control totals, which are those that the file says."""
    try:
        with pq.ParquetFile(folder / naam) as file:
            body = file.read(use_threads=False)
    except (OSError, pa.ArrowException, ValueError) as error:
        raise NotReadable(naam) from error
    said = _said(naam, body.schema.metadata or {}, body.column_names)
    try:
        tables = {tabel: _table(tabel, columns) for tabel, columns in said["tabellen"].items()}
        tables[said["body"]] = body.replace_schema_metadata(None)
        found = totals(tables)
        told = {tabel: (count, hash_) for tabel, (count, hash_) in said["totalen"].items()}
        is_whole = found == told and between(tables) == numbers(naam)
    except (KeyError, TypeError, ValueError, ArithmeticError, pa.ArrowException) as error:
        raise NotReadable(naam) from error
    if not is_whole:
        raise NotReadable(naam)
    return tables, found


def names(folder: Path) -> Iterator[str]:
    """What the files are called, those of a transaction that never ended not counted."""
    for year in sorted(folder.glob("*/")):
        with os.scandir(year) as found:
            for entry in found:
                naam = f"{year.name}/{entry.name}"
                if _NAME.fullmatch(naam):
                    yield naam
                elif entry.name.endswith(UNFINISHED):
                    Path(entry.path).unlink()


def sha256(text: bytes) -> bytes:
    """The hash of what a file says beside its body."""
    return hashlib.sha256(text).hexdigest().encode()


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    if os.name == "nt":
        return  # a folder can't be opened there, and a rename is durable by itself
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _metadata(tables: Tables, body: str, said: dict[str, tuple[int, str]]) -> dict[bytes, bytes]:
    text = json.dumps(
        {
            "vorm": FORM,
            "body": body,
            "kolommen": tables[body].column_names,
            "totalen": said,
            "tabellen": {tabel: tables[tabel].to_pydict() for tabel in said if tabel != body},
        },
        default=str,
        separators=(",", ":"),
    ).encode()
    return {METADATA: text, HASH: sha256(text)}


def _said(naam: str, metadata: dict[bytes, bytes], columns: list[str]) -> dict[str, Any]:
    """What a file says beside its body, which has these columns."""
    text = metadata.get(METADATA, b"")
    if sha256(text) != metadata.get(HASH):
        raise NotReadable(naam)
    said: dict[str, Any] = json.loads(text)
    if columns != said["kolommen"]:
        raise NotReadable(naam)
    has = {said["body"]: columns, **said["tabellen"]}
    known = all(tabel in TABLES and {*has[tabel]} <= {*TABLES[tabel].names} for tabel in has)
    if said["vorm"] > FORM or not known:
        raise WarehouseNewer(
            f"archief/{naam} is gemaakt met een nieuwere sdash, en deze kan het niet lezen. "
            "Gebruik de sdash waarmee het gemaakt is; er is niets veranderd."
        )
    return said


def _table(tabel: str, columns: dict[str, list[Any]]) -> pa.Table:
    """A table out of JSON."""
    arrays = {}
    for name, values in columns.items():
        kind = TABLES[tabel].field(name).type
        if of_text := _FROM_TEXT.get(kind):
            values = [None if value is None else of_text(value) for value in values]  # noqa: PLW2901
        arrays[name] = pa.array(values, kind)
    return pa.table(arrays)


def _of_now(tabel: str, table: pa.Table) -> pa.Table:
    """With the columns of today: one that came later has no values."""
    return pa.Table.from_arrays(
        [
            table[field.name]
            if field.name in table.column_names
            else pa.nulls(len(table), field.type)
            for field in TABLES[tabel]
        ],
        schema=TABLES[tabel],
    )
