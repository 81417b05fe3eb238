"""A sheet as CSV as a Dutch spreadsheet opens it: UTF-8 with a mark, semicolons, decimal commas."""

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from sdash.meenemen.blad import Blad, Cel, harmless, local

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def write(blad: Blad) -> bytes:
    """The header and all rows; what nobody knows is empty."""
    text = io.StringIO()
    lines = csv.writer(text, delimiter=";", lineterminator="\r\n")
    lines.writerow([harmless(kolom.label) for kolom in blad.kolommen])
    lines.writerows(_line(row) for row in blad.rijen)
    return (MARK + text.getvalue()).encode("utf-8")


def _line(row: Iterable[Cel]) -> list[str]:
    return [written(cell) for cell in row]


def written(cell: Cel) -> str:
    """One cell: `1234,50`, `2026-10-01`, `2026-10-01 14:03:22`, or a text that runs nothing."""
    match cell:
        case None:
            return ""
        case str():
            return harmless(cell)
        case Decimal():
            return f"{cell:f}".replace(".", ",")
        case datetime():
            return f"{local(cell):%Y-%m-%d %H:%M:%S}"
        case date():
            return cell.isoformat()
        case _:
            return str(cell).replace(".", ",")
