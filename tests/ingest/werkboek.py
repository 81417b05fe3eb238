"""Workbooks for tests, part by part, so that each part can be what a hostile one would be."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DATE_STYLE, OWN_DATE_STYLE, EURO_STYLE = 1, 2, 3
EPOCH = date(1899, 12, 30)

Waarde = str | int | float | date | None
"""A value for a cell; a text that starts with `<c` is the cell itself."""


def cel(value: Waarde, place: str = "") -> str:
    """One cell: texts inline, days as Excel keeps them."""
    at = f' r="{place}"' if place else ""
    if isinstance(value, str) and value.startswith("<c"):
        return value
    if isinstance(value, str):
        return f'<c{at} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    if isinstance(value, date):
        return f'<c{at} s="{DATE_STYLE}"><v>{(value - EPOCH).days}</v></c>'
    return f"<c{at}/>" if value is None else f"<c{at}><v>{value}</v></c>"


def rij(values: Sequence[Waarde], number: int = 0) -> str:
    """One row; with a number it says where it and its cells stand."""
    at = f' r="{number}"' if number else ""
    places = [f"{chr(ord('A') + nr)}{number}" if number else "" for nr in range(len(values))]
    return f"<row{at}>{''.join(map(cel, values, places))}</row>"


def blad(rijen: Sequence[Sequence[Waarde]], namespace: str = MAIN, first: int = 0) -> str:
    """A sheet; with `first` its rows are numbered from there."""
    rows = [rij(row, first + nr if first else 0) for nr, row in enumerate(rijen)]
    return f'<worksheet xmlns="{namespace}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def delen(
    *bladen: str, strings: Sequence[str] = (), properties: str = "", namespace: str = MAIN
) -> dict[str, str]:
    """The parts of a workbook by their names; `strings` are `<si>` elements."""
    numbers = range(1, len(bladen) + 1)
    sheets = "".join(f'<sheet name="Blad{nr}" sheetId="{nr}" r:id="rId{nr}"/>' for nr in numbers)
    kinds = [(f"worksheets/sheet{nr}.xml", "worksheet") for nr in numbers]
    kinds += [("styles.xml", "styles"), ("sharedStrings.xml", "sharedStrings")]
    relations = "".join(
        f'<Relationship Id="rId{nr}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for nr, (target, kind) in enumerate(kinds, start=1)
    )
    return {
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{_OFFICE}">{properties}'
        f"<sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}'
        "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{namespace}"><numFmts>'
        '<numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy;@"/>'
        '<numFmt numFmtId="165" formatCode="[Red]&quot;dag &quot;#,##0.00"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>'
        "</cellXfs></styleSheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{namespace}">{"".join(strings)}</sst>',
        **{f"xl/worksheets/sheet{nr}.xml": blad for nr, blad in zip(numbers, bladen, strict=True)},
    }


def ingepakt(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as one file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part if isinstance(part, bytes) else _HEAD + part)
    return packed.getvalue()


def werkboek(*rijen: Sequence[Waarde]) -> bytes:
    """A workbook of one sheet with these rows."""
    return ingepakt(delen(blad(rijen, first=1)))
