"""Control totals: how many rows each table has, and one hash of all that stands in them."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from sdash.warehouse.tables import Tables

Totals = Mapping[str, tuple[int, str]]
"""By table: its rows, and a hash of them in their order."""

_AS_NUMBER: Final = {
    pa.date32(): pa.int32(),
    pa.time64("us"): pa.int64(),
    pa.timestamp("us"): pa.int64(),
}


def totals(tables: Tables) -> dict[str, tuple[int, str]]:
    """The control totals of tables; an empty table counts as absent."""
    return {
        tabel: (len(tables[tabel]), _hash(tables[tabel]))
        for tabel in sorted(tables)
        if len(tables[tabel])
    }


def hash_of(said: Totals) -> str:
    """One hash for all of them."""
    text = json.dumps({tabel: [*said[tabel]] for tabel in sorted(said)}, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _hash(table: pa.Table) -> str:
    """The same for equal rows, however they lie in memory.

    A column without any value counts as absent, so that one that comes later changes no old hash.
    """
    found = hashlib.sha256()
    for name in sorted(table.column_names):
        column = table[name]
        if column.null_count < len(column):
            found.update(f"{name} {column.type} ".encode())
            for part in _bytes(column.combine_chunks()):
                found.update(part)
    return found.hexdigest()


def _bytes(column: Any) -> Iterator[Any]:  # noqa: ANN401  (pyarrow publishes no types)
    """Which values are missing, and the values, with nothing of what lies beside them."""
    yield _fixed(pc.is_null(column).cast(pa.uint8()))
    if column.type == pa.string():
        text = pc.fill_null(column, "") if column.null_count else column
        lengths = pc.binary_length(text)
        yield _fixed(lengths)
        offsets = pa.Array.from_buffers(
            pa.int32(), len(text) + 1, [None, text.buffers()[1]], offset=text.offset
        )
        begin, end = offsets[0].as_py(), offsets[-1].as_py()
        if end > begin:
            yield text.buffers()[2].slice(begin, end - begin)
        return
    if column.type == pa.bool_():
        column = column.cast(pa.uint8())
    column = column.view(_AS_NUMBER.get(column.type, column.type))
    nothing = Decimal(0) if pa.types.is_decimal(column.type) else 0
    yield _fixed(pc.fill_null(column, pa.scalar(nothing, column.type)))


def _fixed(column: Any) -> Any:  # noqa: ANN401  (the same)
    width = column.type.bit_width // 8
    return column.buffers()[1].slice(column.offset * width, len(column) * width)
