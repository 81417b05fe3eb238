"""The archive: accepted deliveries as immutable Parquet, enough to make the ledger again."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from sdash.warehouse.ledger import Levering

METADATA: Final = b"sdash"


def write(folder: Path, leveringen: Sequence[Levering], records: dict[str, pa.Table]) -> None:
    """Write one file for deliveries that share a transaction, durable before this returns.

    The largest table is the file's body; what the deliveries say of themselves, and the few rows of
    smaller tables, are in its metadata as JSON.
    """
    if not any(levering.counts for levering in leveringen):
        return
    first, last = leveringen[0], leveringen[-1]
    year = folder / f"{first.ingelezen_op:%Y}"
    year.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = year / f"{first.nummer:09d}-{last.nummer:09d}.parquet"
    temporary = target.with_suffix(".deel")
    body = max(records, key=lambda tabel: len(records[tabel]))
    said = {
        "body": body,
        "leveringen": [levering.row() for levering in leveringen],
        "afkeuringen": [
            (levering.nummer, reden.plaats, reden.code, reden.reden)
            for levering in leveringen
            for reden in levering.uitkomst.redenen
        ],
        "tabellen": {tabel: table.to_pylist() for tabel, table in records.items() if tabel != body},
    }
    metadata = {METADATA: json.dumps(said, default=str, separators=(",", ":")).encode()}
    with temporary.open("wb") as file:
        pq.write_table(records[body].replace_schema_metadata(metadata), file, compression="zstd")
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(target)
    _sync_folder(year)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # a folder can't be opened there, and a rename is durable by itself
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
