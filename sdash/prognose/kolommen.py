"""Columns of an answer as arrays of numbers."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Getallen = NDArray[np.float64]
Nummers = NDArray[np.int64]
Waarden = NDArray[np.bool_]

NOOIT: Final = 1_000_000
"""A month number after all others."""
OPEN: Final = date(2999, 12, 31).toordinal()
"""A day after all others."""
_MAANDEN_VOOR_1970: Final = 1970 * 12
_DAGEN_VOOR_1970: Final = date(1970, 1, 1).toordinal()
_CENT: Final = 100


class Zorg(NamedTuple):
    """What a row of either query is of."""

    wet: str
    categorie: str | None
    productcode: str | None
    aanbieder: str


def zorg_van(*tables: pa.Table) -> tuple[list[Zorg], list[Nummers]]:
    """Which zorg there is in these tables, and for each of them which its rows are of."""
    rows = pa.concat_tables([table.select(Zorg._fields) for table in tables]).combine_chunks()
    place = soorten(*(rows[name] for name in Zorg._fields))
    _, first, number = np.unique(place, return_index=True, return_inverse=True)
    found = [Zorg(**row) for row in rows.take(first).to_pylist()]
    ends = np.cumsum([table.num_rows for table in tables])[:-1]
    return found, [part.astype(np.int64) for part in np.split(number, ends)]


def soorten(*columns: Any) -> Nummers:  # noqa: ANN401  (pyarrow publishes no types)
    """A number for each row, equal where all columns are."""
    place = np.zeros(len(columns[0]), np.int64)
    for column in columns:
        known = column.combine_chunks().dictionary_encode(null_encoding="encode")
        place = place * max(len(known.dictionary), 1) + np.asarray(known.indices, np.int64)
    return place


def maanden(column: Any) -> Nummers:  # noqa: ANN401
    """The numbers of the months of days (`stof.nummer`), NOOIT where there is none."""
    days = np.asarray(column.cast(pa.int32()).fill_null(0)).astype("datetime64[D]")
    numbers = days.astype("datetime64[M]").astype(np.int64) + _MAANDEN_VOOR_1970
    return np.where(is_er(column), numbers, NOOIT)


def dagen(column: Any) -> Nummers:  # noqa: ANN401
    """Days as ordinals, OPEN where there is none."""
    numbers = np.asarray(column.cast(pa.int32()).fill_null(0), np.int64) + _DAGEN_VOOR_1970
    return np.where(is_er(column), numbers, OPEN)


def euro(column: Any) -> Getallen:  # noqa: ANN401
    """Amounts with two decimals as the nearest floats."""
    amounts: Getallen = np.rint(np.asarray(column.cast(pa.float64())) * _CENT) / _CENT
    return amounts


def getallen(column: Any) -> Getallen:  # noqa: ANN401
    """Numbers, 0 where there is none."""
    return np.asarray(column.cast(pa.float64()).fill_null(0.0), np.float64)


def is_er(column: Any) -> Waarden:  # noqa: ANN401
    """Which rows have a value."""
    return np.asarray(pc.is_valid(column), np.bool_)


def is_een(column: Any, value: str) -> Waarden:  # noqa: ANN401
    """Which rows have this value."""
    return np.asarray(pc.equal(column, value).fill_null(False), np.bool_)  # noqa: FBT003


def opgeteld(gewicht: Getallen, plek: Sequence[Nummers], vorm: tuple[int, ...]) -> Getallen:
    """The weights added up by place."""
    flat = np.ravel_multi_index(tuple(plek), vorm)
    return np.bincount(flat, gewicht, int(np.prod(vorm))).reshape(vorm).astype(np.float64)
