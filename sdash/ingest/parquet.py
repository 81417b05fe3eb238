"""Parquet: one flat table, bounded by what its footer says before anything of it is read."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from sdash.ingest.cellen import Cel, Rij, Tabel, number_of
from sdash.ingest.reading import Unreadable

MAGIC: Final = b"PAR1"
MAX_CELLS: Final = 50_000_000
MAX_COLUMNS: Final = 1000
MAX_INFLATED: Final = 1024**3
MAX_FOOTER: Final = 16 * 1024 * 1024
ROWS_AT_ONCE: Final = 4096
_DAMAGED: Final = "Dit Parquet-bestand is beschadigd."
_FAULTS: Final = (pa.ArrowException, OSError, ValueError, OverflowError)


def parquet_table(data: bytes) -> Tabel:
    """The table of a Parquet file, its header as row 0; Unreadable when too large or nested."""
    try:
        file = pq.ParquetFile(
            pa.BufferReader(data),
            thrift_string_size_limit=MAX_FOOTER,
            thrift_container_size_limit=MAX_FOOTER,
        )
        footer = file.metadata
        inflated = sum(
            footer.row_group(part).total_byte_size for part in range(footer.num_row_groups)
        )
        columns = file.schema_arrow
    except _FAULTS:
        raise Unreadable(_DAMAGED) from None
    if (
        len(columns) > MAX_COLUMNS
        or footer.num_rows * len(columns) > MAX_CELLS
        or inflated > MAX_INFLATED
    ):
        raise Unreadable("Dit Parquet-bestand is te groot om te lezen.")
    if any(pa.types.is_nested(column.type) for column in columns):
        raise Unreadable("Dit Parquet-bestand heeft kolommen met lijsten of groepen erin.")
    return Tabel(_rows(file, columns.names))


def _rows(file: pq.ParquetFile, names: list[str]) -> Iterator[Rij]:
    yield 0, names
    line = 0
    try:
        for batch in file.iter_batches(batch_size=ROWS_AT_ONCE):
            for cells in zip(*map(_cells, batch.columns), strict=True):
                line += 1
                yield line, cells
    except _FAULTS:
        raise Unreadable(_DAMAGED) from None


def _cells(column: pa.Array) -> list[Cel]:
    kind = column.type
    if pa.types.is_dictionary(kind):
        return _cells(column.dictionary_decode())
    if pa.types.is_timestamp(kind):
        column = column.cast(pa.timestamp("us"), safe=False)
    return [_cell(value) for value in column.to_pylist()]


def _cell(value: object) -> Cel:
    if value is None or isinstance(value, str | bool | date | Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        return number_of(value)
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
