"""Sheets as XLSX: numbers as numbers, days as days, and every text as text.

The codes of formats are those of the file, in which a comma groups and a point divides: a Dutch
spreadsheet shows them as `1.234,50`.
"""

import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

import xlsxwriter

from sdash.meenemen.blad import Blad, Cel, Kolom, local

MOST_ROWS: Final = 1_048_575
"""Rows that a sheet can hold below its header."""
LONGEST: Final = 32_767
"""Characters that a cell can hold."""
WIDEST: Final = 60
NAME: Final = 31
REFUSED: Final = "[]:*?/\\'"
SAMPLE: Final = 200

EURO: Final = '"€" #,##0.00;"€" -#,##0.00'
FORMATS: Final[dict[str, dict[str, object]]] = {
    "kop": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"},
    "tekst": {"quote_prefix": True, "valign": "top"},
    "lang": {"quote_prefix": True, "valign": "top", "text_wrap": True},
    "geld": {"num_format": EURO},
    "aantal": {"num_format": "#,##0"},
    "getal": {"num_format": "#,##0.0##"},
    "kaal": {"num_format": "0"},
    "aandeel": {"num_format": "0.0%"},
    "dag": {"num_format": "d mmm yyyy"},
    "maand": {"num_format": "mmm yyyy"},
    "moment": {"num_format": "d mmm yyyy hh:mm"},
}
NOTHING_BY_ITSELF: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "d mmm yyyy",
}


def write(bladen: Sequence[Blad], maker: str) -> bytes:
    """A workbook with these sheets in this order; no cell of it is a formula or a link."""
    inside = io.BytesIO()
    with xlsxwriter.Workbook(inside, NOTHING_BY_ITSELF) as book:
        book.set_properties({"author": maker, "title": bladen[0].naam})
        formats = {name: book.add_format(facts) for name, facts in FORMATS.items()}
        for name, blad in zip(_names(bladen), bladen, strict=True):
            _sheet(book.add_worksheet(name), blad, formats)
    return inside.getvalue()


def _sheet(sheet: Any, blad: Blad, formats: dict[str, Any]) -> None:  # noqa: ANN401  (no types)
    for at, kolom in enumerate(blad.kolommen):
        sheet.write_string(0, at, kolom.label[:LONGEST], formats["kop"])
        sheet.set_column(at, at, _width(blad, at))
    for line, row in enumerate(blad.rijen, start=1):
        for at, (cell, kolom) in enumerate(zip(row, blad.kolommen, strict=True)):
            _write(sheet, (line, at), cell, kolom, formats)
    sheet.freeze_panes(1, 0)
    if blad.rijen:
        sheet.autofilter(0, 0, len(blad.rijen), len(blad.kolommen) - 1)


def _write(
    sheet: Any,  # noqa: ANN401  (no types)
    place: tuple[int, int],
    cell: Cel,
    kolom: Kolom,
    formats: dict[str, Any],
) -> None:
    match cell:
        case None:
            return
        case str():
            long = "lang" if len(cell) > WIDEST else "tekst"
            sheet.write_string(*place, cell[:LONGEST], formats[long])
        case datetime():
            sheet.write_datetime(*place, local(cell), formats["moment"])
        case date():
            form = "maand" if kolom.vorm == "maand" else "dag"
            sheet.write_datetime(*place, cell, formats[form])
        case _:
            sheet.write_number(*place, float(cell), formats[_number(cell, kolom)])


def _number(value: float | Decimal, kolom: Kolom) -> str:
    if kolom.vorm in {"kaal", "aandeel"}:
        return kolom.vorm
    if isinstance(value, Decimal):
        return "geld"
    return "aantal" if isinstance(value, int) else "getal"


def _width(blad: Blad, at: int) -> int:
    """Wide enough for the first rows: all of them would cost as much as writing them."""
    cells = (str(row[at] or "") for row in blad.rijen[:SAMPLE])
    longest = max([len(blad.kolommen[at].label), *map(len, cells)])
    return min(max(longest + 3, 12), WIDEST)


def _names(bladen: Sequence[Blad]) -> list[str]:
    """Names that a workbook takes: short, all different, without signs that it does not show."""
    names: list[str] = []
    for blad in bladen:
        plain = "".join(sign for sign in blad.naam if sign.isprintable() and sign not in REFUSED)
        taken = {name.lower() for name in names} | {"", "history"}
        short = plain[:NAME]
        names.append(f"{plain[: NAME - 4]} ({len(names) + 1})" if short.lower() in taken else short)
    return names
