"""What was recorded as gone goes: out of the archive first, and by a rebuild out of the ledger.

The delivery that says what goes comes first, so that all of this can be done again after a crash.
Of what goes only its number and its moments stay, so that no number is missing. A person stays
with the first delivery that still knows him; such a file is written before the one that he leaves.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from sdash.contracts.verwijdering import VERWIJDERD, Verwijdering
from sdash.warehouse import archive
from sdash.warehouse.archive import Archived
from sdash.warehouse.extract import Extract
from sdash.warehouse.tables import LEVERING, Tables

_KEPT: Final = ("levering_nr", "ontvangen_op", "ingelezen_op", "wijze")
_EMPTY: Final = {
    **dict.fromkeys(LEVERING.names),
    **dict.fromkeys(("gelezen", "geaccepteerd", "afgekeurd"), 0),
    "bestand": VERWIJDERD,
    "soort": VERWIJDERD,
    "sha256": "",
}
BUSY: Final = "verwijderen.bezig"
"""Stands in the data folder until no file, also none that was set aside, holds what went."""
GONE: Final = f"SELECT levering FROM ledger.{Verwijdering.tabel}"  # noqa: S608  (names of ours)


def begin(data: Path) -> None:
    """Remember that what went may still be in some file, also after a crash."""
    (data / BUSY).touch(mode=0o600)
    archive.sync_folder(data)


def is_begun(data: Path) -> bool:
    """Whether it was begun, here or before a crash, and not ended."""
    return (data / BUSY).exists()


def end(data: Path) -> None:
    """Nothing of what went is left."""
    (data / BUSY).unlink()


def waiting(cursor: duckdb.DuckDBPyConnection) -> set[int]:
    """The deliveries that were recorded as gone and are still there."""
    found = cursor.execute(
        f"SELECT levering_nr FROM ledger.levering "  # noqa: S608  (names of ours)
        f"WHERE soort IS DISTINCT FROM $1 AND levering_nr IN ({GONE})",
        [VERWIJDERD],
    ).fetchall()
    return {int(nummer) for (nummer,) in found}


def concerned(cursor: duckdb.DuckDBPyConnection, files: Sequence[Archived]) -> list[Archived]:
    """The files of the archive that change, the last one first."""
    going = waiting(cursor)
    touched = going | Extract(cursor, GONE).first_of(going)
    return [
        one for one in reversed(files) if any(one.van <= nummer <= one.tot for nummer in touched)
    ]


def rewrite(cursor: duckdb.DuckDBPyConnection, folder: Path, files: list[Archived]) -> None:
    """Write files of the archive anew without what is gone; all of it was found whole before."""
    kept = Extract(cursor, GONE)
    gone = {int(nummer) for (nummer,) in cursor.execute(GONE).fetchall()}
    [(last,)] = cursor.execute("SELECT max(levering_nr) FROM ledger.verwijdering").fetchall()
    for one in files:
        tables = _without(archive.read(folder, one.naam), gone)
        persons = kept.persons(one.van, one.tot)
        tables = {**tables, "persoon": persons} if len(persons) else tables
        if archive.write(folder, tables, int(last)).naam != one.naam:
            archive.take_back(folder, one)


def _emptied(row: dict[str, Any], gone: set[int]) -> dict[str, Any]:
    if row["levering_nr"] not in gone:
        return row
    return {**_EMPTY, **{name: row[name] for name in _KEPT}}


def _without(tables: Tables, gone: set[int]) -> Tables:
    """The tables without records of what is gone, and without persons."""
    found = {
        "levering": pa.Table.from_pylist(
            [_emptied(row, gone) for row in tables["levering"].to_pylist()], LEVERING
        )
    }
    for tabel, table in tables.items():
        if tabel not in {"levering", "persoon"}:
            stays = pc.invert(pc.is_in(table["levering_nr"], pa.array(gone, pa.int32())))
            found[tabel] = table.filter(stays)
    return found
