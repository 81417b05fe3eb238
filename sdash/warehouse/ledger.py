"""Writing to the ledger: deliveries get numbers, persons get numbers, records get both."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

import duckdb
import pyarrow as pa

from sdash.clock import as_stored, now
from sdash.ingest import Reading
from sdash.warehouse.receipt import HistoryRefused, Receipt, Uitkomst, Wijze
from sdash.warehouse.schema import PERSON, SLEUTELS
from sdash.warehouse.tables import AFKEURING, LEVERING, NUMMER, PERSOON, TABLES, Tables

BEFORE_ALL: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Levering:
    """One delivery on its way into the ledger."""

    nummer: int
    reading: Reading
    receipt: Receipt
    uitkomst: Uitkomst
    ingelezen_op: datetime

    @property
    def live_moment(self) -> datetime:
        """When it was received, if that was live; else a moment before all others."""
        return self.receipt.ontvangen_op if self.receipt.wijze is Wijze.LIVE else BEFORE_ALL

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


def tables_of(leveringen: Sequence[Levering]) -> Tables:
    """Deliveries, what they rejected, and their accepted records, as the ledger keeps them."""
    rows = zip(*(levering.row() for levering in leveringen), strict=True)
    rejections = [
        (levering.nummer, reden.plaats, reden.code, reden.reden)
        for levering in leveringen
        for reden in levering.uitkomst.redenen
    ]
    tables = {"levering": _table(LEVERING, rows)}
    if rejections:
        tables["afkeuring"] = _table(AFKEURING, zip(*rejections, strict=True))
    return tables | _records_of(leveringen)


def _table(schema: pa.Schema, columns: Iterable[Sequence[object]]) -> pa.Table:
    arrays = [pa.array(values, kind.type) for values, kind in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _records_of(leveringen: Sequence[Levering]) -> Tables:
    parts: dict[str, list[pa.Table]] = {}
    for levering in leveringen:
        if levering.counts:
            for tabel, records in levering.reading.tables.items():
                numbers = pa.repeat(pa.scalar(levering.nummer, pa.int32()), len(records))
                parts.setdefault(tabel, []).append(records.add_column(0, NUMMER, numbers))
    return {tabel: pa.concat_tables(tables) for tabel, tables in parts.items()}


def last(cursor: duckdb.DuckDBPyConnection) -> int:
    """The number of the last delivery.

    All rows are fetched: half an answer keeps a transaction open, in which no log is written back.
    """
    found = cursor.execute("SELECT coalesce(max(levering_nr), 0) FROM ledger.levering").fetchall()
    return int(found[0][0])


def newest_live(cursor: duckdb.DuckDBPyConnection) -> datetime:
    """When the last live delivery was received."""
    [(newest,)] = cursor.execute(
        "SELECT max(ontvangen_op) FROM ledger.levering WHERE wijze = 'live'"
    ).fetchall()
    return newest.replace(tzinfo=UTC) if newest else BEFORE_ALL


def kept_from(cursor: duckdb.DuckDBPyConnection) -> date | None:
    """The first day that is kept whole, or None when nothing went yet."""
    [(grens,)] = cursor.execute("SELECT max(grens) FROM ledger.verwijdering").fetchall()
    return grens if grens is None else date.fromisoformat(f"{grens}")


def check_history(cursor: duckdb.DuckDBPyConnection, receipts: Sequence[Receipt]) -> None:
    """Raise HistoryRefused for a backfill that changes the past without saying so."""
    backfill = [
        receipt.ontvangen_op
        for receipt in receipts
        if receipt.wijze is not Wijze.LIVE and not receipt.historie
    ]
    if not backfill:
        return
    [(newest,)] = cursor.execute(
        "SELECT max(ontvangen_op) FROM ledger.levering WHERE wijze = 'live' AND geaccepteerd > 0"
    ).fetchall()
    if newest is not None and as_stored(min(backfill)) < newest:
        raise HistoryRefused(
            "Deze levering is ouder dan de nieuwste gewone levering en verandert wat eerdere "
            "momenten antwoorden. Voeg --historie toe als dat de bedoeling is."
        )


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


def numbered(
    cursor: duckdb.DuckDBPyConnection,
    last_number: int,
    readings: Sequence[Reading],
    receipts: Sequence[Receipt],
) -> list[Levering]:
    """What comes after a delivery, with what counts of it; an exact repeat does not.

    Raises HistoryRefused when a backfill changes what past moments answer without saying so.
    """
    check_history(cursor, receipts)
    known = seen(cursor, [reading.sha256 for reading in readings])
    leveringen: list[Levering] = []
    for reading, receipt in zip(readings, receipts, strict=True):
        is_new = reading.sha256 not in known
        uitkomst = Uitkomst.of(reading) if is_new else Uitkomst.double(reading)
        if uitkomst.geaccepteerd:
            known.add(reading.sha256)
        nummer = last_number + len(leveringen) + 1
        leveringen.append(Levering(nummer, reading, receipt, uitkomst, now()))
    return leveringen


def with_new_persons(cursor: duckdb.DuckDBPyConnection, tables: Tables) -> Tables:
    """The tables of a transaction, with a number for every person that the ledger has not yet."""
    seen_now = [
        table.select(["levering_nr", PERSON])
        for table in tables.values()
        if PERSON in table.column_names
    ]
    if not seen_now:
        return tables
    cursor.register("gezien", pa.concat_tables(seen_now))
    persons = cursor.sql(
        """
        SELECT
            nieuw.levering_nr,
            (
                (SELECT coalesce(max(client_id), 0) FROM ledger.persoon)
                + row_number() OVER (ORDER BY nieuw.pseudoniem)
            )::INTEGER AS client_id,
            nieuw.pseudoniem
        FROM (
            SELECT g.client AS pseudoniem, min(g.levering_nr)::INTEGER AS levering_nr
            FROM gezien AS g
            LEFT JOIN ledger.persoon AS p ON g.client = p.pseudoniem
            WHERE g.client IS NOT NULL AND p.pseudoniem IS NULL
            GROUP BY g.client
        ) AS nieuw
        ORDER BY nieuw.levering_nr, client_id
        """
    ).to_arrow_table()
    return {**tables, "persoon": persons.cast(PERSOON)} if len(persons) else tables


def append(cursor: duckdb.DuckDBPyConnection, tables: Tables) -> None:
    """Append what one or more transactions brought, in order of number.

    This is where a delivery enters the ledger, whether it is new or comes from the archive: what a
    delivery does to earlier ones is done here too.
    """
    for tabel in TABLES:
        if tabel in tables:
            _append(cursor, tabel, tables[tabel])


def _append(cursor: duckdb.DuckDBPyConnection, tabel: str, rows: pa.Table) -> None:
    """In the order in which they are: a join would lose it."""
    order = pa.array(range(len(rows)), pa.int32())
    cursor.register("nieuw", rows.append_column("volgorde", order))
    names = [name for name in TABLES[tabel].names if (tabel, name) != ("persoon", "levering_nr")]
    kept = ["p.client_id" if name == PERSON else f'n."{name}"' for name in names]
    numbers = [f"{number} AS {name}" for name, number in SLEUTELS.get(tabel, {}).items()]
    columns = ", ".join([*kept, *numbers])
    source = "nieuw AS n"
    if PERSON in names:
        source += " LEFT JOIN ledger.persoon AS p ON n.client = p.pseudoniem ORDER BY n.volgorde"
    if tabel == "persoon":  # twice in an archive of which only a part was written anew
        source += (
            " ANTI JOIN ledger.persoon AS p ON n.pseudoniem = p.pseudoniem "
            "QUALIFY row_number() OVER (PARTITION BY n.pseudoniem ORDER BY n.volgorde) = 1"
        )
    cursor.execute(f"INSERT INTO ledger.{tabel} BY NAME SELECT {columns} FROM {source}")  # noqa: S608
    cursor.unregister("nieuw")
