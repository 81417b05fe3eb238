"""The answer to a query as a workbook, with what it is on a sheet of its own."""

import argparse
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from sdash import format as fmt
from sdash import measures
from sdash.cli.output import Line
from sdash.clock import now
from sdash.meenemen import toelichting, werkboek
from sdash.meenemen.blad import Blad, Cel, Kolom
from sdash.service.render import HIDDEN_COLUMNS
from sdash.sql import Field, Header

TYPES: Final[dict[str, Callable[[Any], Cel]]] = {
    "DATE": date.fromisoformat,
    "TIMESTAMP": lambda text: datetime.fromisoformat(text).astimezone(UTC),
    "BOOLEAN": lambda claim: "ja" if claim else "nee",
}
BARE: Final = frozenset({"jaar", "nummer", "volgnr"})


def write(path: Path, header: Header, rows: Sequence[Line], chosen: argparse.Namespace) -> None:
    """The rows with the names of their columns, and below what they answer and for whom."""
    kolommen = tuple(
        Kolom(column.name, "kaal" if column.name in BARE else "gewoon") for column in header.columns
    )
    cells = [[_cell(row, column) for column in header.columns] for row in rows]
    params = ", ".join(f"{name}={value}" for name, value in chosen.parameters)
    hidden = [frozenset(row.get(HIDDEN_COLUMNS, ())) for row in rows]
    feiten = [
        ("Vraag", chosen.name),
        ("Wat één rij is", header.sentence),
        ("Parameters", params),
        ("Rol", chosen.role),
        ("Stand", chosen.as_of or fmt.moment(now())),
        ("Verborgen", toelichting.verborgen(hidden)),
    ]
    known = (measures.find(chosen.name, column.name) for column in header.columns)
    told = toelichting.blad(feiten, filter(None, known))
    path.write_bytes(werkboek.write([Blad(_title(chosen.name), kolommen, cells), told], "sdash"))


def _title(name: str) -> str:
    return name.partition("/")[2].replace("_", " ").capitalize()


def _cell(row: Line, column: Field) -> Cel:
    value = row.get(column.name)
    if column.name in row.get(HIDDEN_COLUMNS, ()):
        return fmt.HIDDEN
    if value is None:
        return None
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if column.type.startswith("DECIMAL"):
        return Decimal(value)
    known = TYPES.get(column.type)
    return known(value) if known else value
