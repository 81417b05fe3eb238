"""The cells of a file as they can be found again with a few lines of code."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError, fromstring

import pyarrow as pa
import pyarrow.parquet as pq

from sdash.bench.stof_bestanden import BLAD, EPOCH

CODES: Final = {"agb_code": 8, "bsn": 9, "categorie": 2, "eenheid": 2, "verwijzer": 2}
"""The codes of so many digits, of which a spreadsheet loses the first zero."""


class Vreemd(Exception):
    """The file is written in another way than is looked at here."""


def written(inhoud: bytes, columns: Sequence[str]) -> list[dict[str, str]] | None:
    """The lines with something in them; None when the first line is no plain header."""
    try:
        header, *lines = [[cell.strip() for cell in row] for row in _rows(inhoud)] or [[]]
    except Vreemd:
        return None
    if not {*header} <= {*columns} or len({*header}) < len(header) or len(header) < 2:  # noqa: PLR2004
        return None
    return [dict(zip(header, line, strict=False)) for line in lines if any(line)]


def with_zero(name: str, cell: str) -> str:
    """A cell as it may have been meant: a spreadsheet loses the first zero of a code."""
    return f"0{cell}" if cell.isdigit() and len(cell) == CODES.get(name, 0) - 1 else cell


def _rows(inhoud: bytes) -> Iterator[list[str]]:
    if inhoud.startswith(b"PK"):
        return _of_workbook(inhoud)
    if inhoud.startswith(b"PAR1"):
        return _of_parquet(inhoud)
    try:
        text = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = inhoud.decode("cp1252", "replace")
    return csv.reader(io.StringIO(text, newline=""), delimiter=";")


def _of_parquet(inhoud: bytes) -> Iterator[list[str]]:
    try:
        table = pq.read_table(pa.BufferReader(inhoud))
    except (pa.ArrowException, OSError, ValueError):
        raise Vreemd from None
    yield table.column_names
    for row in zip(*(column.to_pylist() for column in table.columns), strict=True):
        yield [_shown(value) for value in row]


def _of_workbook(inhoud: bytes) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as package:
            sheet = fromstring(package.read(BLAD))  # noqa: S314  (the reader refused document types)
        for row in sheet.iter(_same(sheet, "row")):
            yield [_shown(value) for value in _cells(row.findall(_same(sheet, "c")))]
    except (zipfile.BadZipFile, ParseError, LookupError, ValueError, OverflowError):
        raise Vreemd from None


def _cells(cells: Iterable[Element]) -> Iterator[Any]:
    for cell in cells:
        style, kind = cell.get("s", "0"), cell.get("t", "n")
        value = cell.findtext(_same(cell, "v"))
        if {*cell.keys()} - {"s", "t"} or style not in {"0", "1"} or kind not in {"n", "inlineStr"}:
            raise Vreemd
        if kind == "inlineStr":
            yield "".join(text.text or "" for text in cell.iter(_same(cell, "t")))
        elif not value:
            yield None
        elif style == "1":
            seconds = round(float(value) * 86_400)
            yield datetime.combine(EPOCH, datetime.min.time()) + timedelta(seconds=seconds)
        else:
            yield Decimal(format(float(value), ".15g"))


def _same(element: Element, name: str) -> str:
    """A name in the namespace of another element."""
    return f"{element.tag.rpartition('}')[0]}}}{name}"


def _shown(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, datetime):
        is_day = value.time() == datetime.min.time()
        return value.date().isoformat() if is_day else value.isoformat()
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
