"""Rows as a table for people, as CSV or as JSON."""

import csv
import io
import json
import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sdash.meenemen.blad import harmless
from sdash.service.render import HIDDEN_COLUMNS

Line = Mapping[str, Any]

HIDDEN: Final = "verborgen"
NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def say(text: str) -> None:
    """One line for who reads along, beside the output itself."""
    sys.stderr.write(f"{text}\n")


def write_json(rows: Sequence[Line]) -> None:
    """One JSON array."""
    sys.stdout.write(json.dumps(rows, ensure_ascii=False) + "\n")


def write_csv(rows: Sequence[Line], columns: Sequence[str]) -> None:
    """A header and the rows, separated by commas; missing is empty."""
    text = io.StringIO()
    lines = csv.writer(text)
    lines.writerow(columns)
    lines.writerows([_csv_cell(cell) for cell in _cells(row, columns)] for row in rows)
    sys.stdout.write(text.getvalue())


def write_table(rows: Sequence[Line], columns: Sequence[str]) -> None:
    """Columns as wide as their widest cell; numbers to the right, missing as a dash."""
    lines = [[str("-" if cell is None else cell) for cell in _cells(row, columns)] for row in rows]
    widths = [max(map(len, column)) for column in zip(columns, *lines, strict=True)]
    right = [any(isinstance(row.get(name), int | float) for row in rows) for name in columns]
    for line in [[*columns], ["-" * width for width in widths], *lines]:
        cells = [
            cell.rjust(width) if is_number else cell.ljust(width)
            for cell, width, is_number in zip(line, widths, right, strict=True)
        ]
        sys.stdout.write("  ".join(cells).rstrip() + "\n")


def _cells(row: Line, columns: Sequence[str]) -> list[object]:
    hidden = row.get(HIDDEN_COLUMNS, ())
    return [HIDDEN if name in hidden else row.get(name) for name in columns]


def _csv_cell(cell: object) -> object:
    """A text that a spreadsheet would run as a formula gets a quote in front; a number does not."""
    return harmless(cell) if isinstance(cell, str) and not NUMBER.fullmatch(cell) else cell
