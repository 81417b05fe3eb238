"""Writing to the ledger: deliveries get numbers, persons get numbers, records get both."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import duckdb
import pyarrow as pa

from sdash.clock import as_stored
from sdash.contracts.berichten import CONTRACTS
from sdash.ingest import Reading
from sdash.ingest.reading import SCHEMA
from sdash.warehouse.receipt import Receipt, Uitkomst
from sdash.warehouse.schema import PERSON, SLEUTELS


@dataclass(frozen=True)
class Levering:
    """One delivery on its way into the ledger."""

    nummer: int
    reading: Reading
    receipt: Receipt
    uitkomst: Uitkomst
    ingelezen_op: datetime

    @property
    def counts(self) -> bool:
        """Whether records of it were accepted."""
        return self.uitkomst.geaccepteerd > 0

    def row(self) -> tuple[object, ...]:
        """Its row in ledger.levering."""
        reading, uitkomst = self.reading, self.uitkomst
        return (
            self.nummer,
            uitkomst.bestand,
            uitkomst.soort,
            reading.wet,
            reading.aanbieder,
            reading.identificatie,
            reading.dagtekening,
            reading.sha256,
            as_stored(self.receipt.ontvangen_op),
            as_stored(self.ingelezen_op),
            str(self.receipt.wijze),
            uitkomst.gelezen,
            uitkomst.geaccepteerd,
            uitkomst.afgekeurd,
        )


def records_of(leveringen: Sequence[Levering]) -> dict[str, pa.Table]:
    """The accepted records of deliveries by ledger table, each with its delivery number."""
    parts: dict[str, list[pa.Table]] = {}
    for levering in leveringen:
        if levering.counts:
            for tabel, records in levering.reading.tables.items():
                numbers = pa.repeat(pa.scalar(levering.nummer, pa.int32()), len(records))
                parts.setdefault(tabel, []).append(records.add_column(0, "levering_nr", numbers))
    return {tabel: pa.concat_tables(tables) for tabel, tables in parts.items()}


def seen(cursor: duckdb.DuckDBPyConnection, hashes: Sequence[str]) -> set[str]:
    """Which of these files were delivered before, and count."""
    cursor.register("bestand", pa.table({"sha256": pa.array(hashes, pa.string())}))
    found = cursor.execute(
        """
        SELECT l.sha256 FROM ledger.levering AS l
        SEMI JOIN bestand AS b ON l.sha256 = b.sha256
        ANTI JOIN ledger.intrekking AS i ON l.levering_nr = i.levering
        WHERE l.geaccepteerd > 0
        """
    )
    return {str(sha256) for (sha256,) in found.fetchall()}


def write(
    cursor: duckdb.DuckDBPyConnection, leveringen: Sequence[Levering], records: dict[str, pa.Table]
) -> None:
    """Append deliveries, their rejections and their records."""
    cursor.register("nieuwe_levering", _levering_table(cursor, leveringen))
    cursor.execute("INSERT INTO ledger.levering SELECT * FROM nieuwe_levering")
    rejections = [
        (levering.nummer, reden.plaats, reden.code, reden.reden)
        for levering in leveringen
        for reden in levering.uitkomst.redenen
    ]
    if rejections:
        columns = [pa.array(values) for values in zip(*rejections, strict=True)]
        names = ["levering_nr", "plaats", "code", "reden"]
        cursor.register("nieuwe_afkeuring", pa.Table.from_arrays(columns, names=names))
        cursor.execute("INSERT INTO ledger.afkeuring SELECT * FROM nieuwe_afkeuring")
    _number_persons(cursor, records)
    for tabel, table in records.items():
        _append(cursor, tabel, table)


def _levering_table(cursor: duckdb.DuckDBPyConnection, leveringen: Sequence[Levering]) -> pa.Table:
    empty = cursor.sql("SELECT * FROM ledger.levering LIMIT 0").to_arrow_table().schema
    columns = zip(*(levering.row() for levering in leveringen), strict=True)
    arrays = [pa.array(values, kind.type) for values, kind in zip(columns, empty, strict=True)]
    return pa.Table.from_arrays(arrays, names=empty.names)


def _number_persons(cursor: duckdb.DuckDBPyConnection, records: dict[str, pa.Table]) -> None:
    pseudonyms = [table[PERSON] for table in records.values() if PERSON in table.column_names]
    if not pseudonyms:
        return
    chunks = [chunk for column in pseudonyms for chunk in column.chunks]
    cursor.register("gezien", pa.table({"pseudoniem": pa.chunked_array(chunks, pa.string())}))
    cursor.execute(
        """
        INSERT INTO ledger.persoon
        SELECT
            (SELECT coalesce(max(client_id), 0) FROM ledger.persoon)
                + row_number() OVER (ORDER BY nieuw.pseudoniem),
            nieuw.pseudoniem
        FROM (
            SELECT DISTINCT g.pseudoniem
            FROM gezien AS g
            LEFT JOIN ledger.persoon AS p ON g.pseudoniem = p.pseudoniem
            WHERE g.pseudoniem IS NOT NULL AND p.pseudoniem IS NULL
        ) AS nieuw
        """
    )


def _append(cursor: duckdb.DuckDBPyConnection, tabel: str, records: pa.Table) -> None:
    cursor.register("nieuw", records)
    names = ["levering_nr", *SCHEMA[CONTRACTS[tabel]].names]
    kept = ["p.client_id" if name == PERSON else f'n."{name}"' for name in names]
    columns = ", ".join([*kept, *SLEUTELS.get(tabel, {}).values()])
    source = "nieuw AS n"
    if PERSON in names:
        source += " LEFT JOIN ledger.persoon AS p ON n.client = p.pseudoniem"
    cursor.execute(f"INSERT INTO ledger.{tabel} SELECT {columns} FROM {source}")  # noqa: S608
