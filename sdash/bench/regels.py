"""The declaration lines of a municipality as a file that any tool can read, and what to answer."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from sdash.queries import uitgaven
from sdash.sql import Params, Query
from sdash.warehouse import Warehouse

GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "kern": (),
    "verloop": ("maand", "wet"),
    "per_taakveld": ("wet", "taakveld"),
    "per_product": ("wet", "categorie"),
    "per_aanbieder": ("aanbieder",),
    "per_wijk": ("wijk_code",),
}
"""What the page Uitgaven adds up, by its query: of the lines of one year, for each of these."""
SUMS: Final = ("clienten", "ingediend", "toegekend", "in_behandeling")
COLUMNS: Final = (
    *("maand", "wet", "taakveld", "categorie", "aanbieder", "wijk_code"),
    *("client_id", "bedrag", "status"),
)

Antwoord = dict[str, set[tuple[Any, ...]]]
"""By query: for each group its key, its people, and its sums in eurocents; maand as text."""

_LINES: Final = """
    SELECT
        g.maand::TIMESTAMP AS maand, g.wet::VARCHAR AS wet, g.taakveld::VARCHAR AS taakveld,
        g.categorie::VARCHAR AS categorie, g.aanbieder::VARCHAR AS aanbieder,
        coalesce(c.wijk_code::VARCHAR, 'onbekend') AS wijk_code,
        g.client_id::INTEGER AS client_id, g.bedrag::BIGINT AS bedrag, g.status::VARCHAR AS status
    FROM regel AS g
    LEFT JOIN client AS c ON g.client_id = c.client_id
    WHERE year(g.maand) = $jaar
"""
_SCAN: Final = """
    SELECT
        count(*), sum(bedrag), max(client_id), max(maand), max(wet), max(taakveld), max(categorie),
        max(aanbieder), max(status)
    FROM regel
"""


def years(warehouse: Warehouse) -> list[int]:
    """The calendar years that have lines."""
    with warehouse.cursor() as cursor:
        return [row.jaar for row in uitgaven.jaren.rows(cursor, Params())]


def write_lines(warehouse: Warehouse, path: Path) -> int:
    """Write all lines as Parquet, a year at a time; how many there are."""
    count = 0
    with pq.ParquetWriter(path, next(_by_year(warehouse)).schema) as writer:
        for lines in _by_year(warehouse):
            writer.write_table(lines)
            count += len(lines)
    return count


def _by_year(warehouse: Warehouse) -> Iterator[pa.Table]:
    for jaar in years(warehouse):
        with warehouse.cursor() as cursor:
            yield cursor.sql(_LINES, params={"jaar": jaar}).to_arrow_table().combine_chunks()


def ours(warehouse: Warehouse, jaar: int, wet: str | None = None) -> Antwoord:
    """What the queries of the page answer, of one wet when it is given."""
    asked: dict[str, Query[Any, Any]] = {name: getattr(uitgaven, name) for name in GROUPS}
    found: Antwoord = {}
    for name, query in asked.items():
        params = query.params.model_validate({"jaar": jaar, "wet": wet})
        with warehouse.cursor() as cursor:
            records = query.records(cursor, params)
        sums = [column for column in SUMS if column in records[0]]
        found[name] = {
            (*(str(record[key]) for key in GROUPS[name]), *(_whole(record[key]) for key in sums))
            for record in records
            if record["ingediend"] is not None
        }
    return found


def scan(warehouse: Warehouse) -> None:
    """Read the needed columns of every line and do no more with them: faster can't be."""
    with warehouse.cursor() as cursor:
        cursor.execute(_SCAN).fetchall()


def answer(rows: dict[str, list[tuple[Any, ...]]]) -> Antwoord:
    """What another tool made of it; each row its key and then the four sums."""
    return {
        name: {
            (*map(_text, row[: len(keys)]), *map(int, row[len(keys) :][: _sums_of(name)]))
            for row in rows[name]
        }
        for name, keys in GROUPS.items()
    }


def _sums_of(name: str) -> int:
    """Of a taakveld the page shows the people and the first of the sums."""
    return 2 if name == "per_taakveld" else len(SUMS)


def _text(value: object) -> str:
    """A month is a day in one tool and a moment in another."""
    return str(value)[:10] if hasattr(value, "year") else str(value)


def _whole(value: Decimal | int) -> int:
    return value if isinstance(value, int) else int(value * 100)
