"""An XLSX file as the standard says it, read without the library that wrote it."""

import io
import re
import zipfile
from typing import NamedTuple
from xml.etree import ElementTree as ET

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Cell(NamedTuple):
    """One cell: its type, its value as it is written, and the code of its format."""

    kind: str
    value: str
    form: str


def sheets(content: bytes) -> dict[str, list[dict[str, Cell]]]:
    """By the name of a sheet its rows, with the cells by the letters of their column."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    strings = [_text(item) for item in _all(parts.get("xl/sharedStrings.xml"), "si")]
    forms = _forms(parts["xl/styles.xml"])
    named = [sheet.attrib["name"] for sheet in _all(parts["xl/workbook.xml"], "sheet")]
    return {
        name: [
            {_letters(cell): _cell(cell, strings, forms) for cell in row.iter(f"{MAIN}c")}
            for row in _all(parts[f"xl/worksheets/sheet{nr}.xml"], "row")
        ]
        for nr, name in enumerate(named, start=1)
    }


def elements(content: bytes) -> set[str]:
    """The names of all elements in all sheets."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheets = [name for name in book.namelist() if "/worksheets/sheet" in name]
        trees = [ET.fromstring(book.read(name)) for name in sheets]  # noqa: S314 (ours)
    return {node.tag.removeprefix(MAIN) for tree in trees for node in tree.iter()}


def _cell(cell: ET.Element, strings: list[str], forms: list[str]) -> Cell:
    kind, value = cell.attrib.get("t", "n"), cell.findtext(f"{MAIN}v") or ""
    form = forms[int(cell.attrib.get("s", 0))]
    return Cell(kind, strings[int(value)] if kind == "s" else value, form)


def _forms(styles: bytes) -> list[str]:
    own = {form.attrib["numFmtId"]: form.attrib["formatCode"] for form in _all(styles, "numFmt")}
    tree = ET.fromstring(styles)  # noqa: S314  (ours)
    used = tree.find(f"{MAIN}cellXfs")
    assert used is not None
    return [own.get(form.attrib["numFmtId"], form.attrib["numFmtId"]) for form in used]


def _all(part: bytes | None, name: str) -> list[ET.Element]:
    return [*ET.fromstring(part).iter(MAIN + name)] if part else []  # noqa: S314  (ours)


def _text(item: ET.Element) -> str:
    written = "".join(part.text or "" for part in item.iter(f"{MAIN}t"))
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), written)


def _letters(cell: ET.Element) -> str:
    return "".join(sign for sign in cell.attrib["r"] if sign.isalpha())
