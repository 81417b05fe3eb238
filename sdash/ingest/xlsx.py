"""XLSX: its sheets as tables of cells, read with the same bounded stream as messages."""

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Final

from lxml import etree

from sdash.ingest.cellen import Cel, Rij, Tabel
from sdash.ingest.elements import drop, root_tag, stream
from sdash.ingest.reading import Unreadable

MAGIC: Final = b"PK\x03\x04"
MAX_ENTRIES: Final = 1000
MAX_INFLATED: Final = 100 * 1024 * 1024
MAX_COLUMNS: Final = 16_384
PACKED: Final = "Dit is een ingepakt bestand; lever het uitgepakt aan."
_DAMAGED: Final = "Dit Excel-bestand is beschadigd."
_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_FAULTS: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(LookupError, ValueError, RuntimeError, NotImplementedError, OverflowError),
)
_DATE_FORMATS: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NO_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_PLACE = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")


class _Package:
    """The parts of one file, of which no more is inflated than is allowed."""

    def __init__(self, data: bytes) -> None:
        if _WORKBOOK.encode() not in data:
            raise Unreadable(PACKED)
        self._zip = zipfile.ZipFile(BytesIO(data))
        entries = self._zip.infolist()
        if _WORKBOOK not in self._zip.NameToInfo:
            raise Unreadable(PACKED)
        if len(entries) > MAX_ENTRIES or sum(it.file_size for it in entries) > MAX_INFLATED:
            raise Unreadable("Dit Excel-bestand is uitgepakt te groot (meer dan 100 MB).")
        if any(
            it.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for it in entries
        ):
            raise Unreadable(_DAMAGED)

    def part(self, name: str) -> bytes:
        """One part; its size is that of its entry, which is what was added up, or it is damaged."""
        size = self._zip.getinfo(name).file_size
        with self._zip.open(name) as entry:
            content = entry.read(size + 1)
        try:
            root_tag(content)  # refuses a document type
        except Unreadable:
            raise Unreadable(_DAMAGED) from None
        return content

    def elements(self, name: str, *tags: str) -> Iterator[etree._Element]:
        """The elements of a part with these names, in whatever namespace."""
        try:
            for element in stream(self.part(name), [f"{{*}}{tag}" for tag in tags]):
                yield element
                drop(element)
        except Unreadable:
            raise Unreadable(_DAMAGED) from None


@dataclass(frozen=True)
class _Book:
    """What the cells of all sheets refer to."""

    strings: list[str]
    is_date: list[bool]
    epoch: datetime

    def value(self, cel: etree._Element) -> Cel:
        """What a cell holds; of a formula the outcome that was stored with it."""
        kind = cel.get("t", "n")
        if kind == "inlineStr":
            return _text(cel)
        text = cel.findtext("{*}v", "")
        if not text and kind != "str" and cel.find("{*}f") is not None:
            raise Unreadable(
                "In dit Excel-bestand staat een formule zonder uitkomst. Open het in Excel, "
                "bewaar het, en lever het opnieuw aan."
            )
        if kind == "s":
            return self.strings[_index(text)]
        if kind == "b":
            return text == "1"
        if kind == "n":
            return self._number(text, _index(cel.get("s", "0"))) if text else None
        return text

    def _number(self, text: str, style: int) -> Cel:
        number = float(text)
        if self.is_date[style : style + 1] == [True]:
            try:
                return self.epoch + timedelta(seconds=round(number * 86_400))
            except OverflowError:
                return "####"  # as a spreadsheet shows it
        return Decimal(format(number, ".15g"))


def xlsx_tables(data: bytes) -> Iterator[Tabel]:
    """Every sheet as a table, hidden ones too; Unreadable for what is damaged or too large."""
    with _faults():
        package = _Package(data)
        targets = _targets(package)
        book = _book(package, targets)
        sheets = [
            next((str(value) for name, value in sheet.items() if str(name).endswith("}id")), "")
            for sheet in package.elements(_WORKBOOK, "sheet")
        ]
        parts = [targets[sheet][1] for sheet in sheets if targets[sheet][0] == "worksheet"]
    for part in parts:
        yield Tabel(_rows(package, part, book), mag_korter=True)


@contextmanager
def _faults() -> Iterator[None]:
    """Turns all that a damaged file makes go wrong into one sentence."""
    try:
        yield
    except _FAULTS:
        raise Unreadable(_DAMAGED) from None


def _targets(package: _Package) -> dict[str, tuple[str, str]]:
    """The parts of the workbook by their id: what kind each is, and its name."""
    return {
        relation.get("Id", ""): (
            relation.get("Type", "").rpartition("/")[2],
            _name(relation.get("Target", "")),
        )
        for relation in package.elements(_RELATIONS, "Relationship")
    }


def _name(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _book(package: _Package, targets: dict[str, tuple[str, str]]) -> _Book:
    by_kind = dict(targets.values())
    strings: list[str] = []
    if "sharedStrings" in by_kind:
        strings = [_text(text) for text in package.elements(by_kind["sharedStrings"], "si")]
    is_date = _date_styles(package, by_kind["styles"]) if "styles" in by_kind else []
    is_1904 = any(
        it.get("date1904") in {"1", "true"} for it in package.elements(_WORKBOOK, "workbookPr")
    )
    return _Book(strings, is_date, datetime(1904, 1, 1) if is_1904 else datetime(1899, 12, 30))  # noqa: DTZ001  (a day)


def _index(text: str) -> int:
    number = int(text)
    if number < 0:
        raise IndexError  # which Python would count from the end
    return number


def _text(element: etree._Element) -> str:
    """The text of a string in all its runs, without how it is pronounced."""
    texts = element.iterfind(".//{*}t")
    return "".join(
        text.text or ""
        for text in texts
        if (parent := text.getparent()) is None or not str(parent.tag).endswith("}rPh")
    )


def _date_styles(package: _Package, name: str) -> list[bool]:
    formats: dict[str, bool] = {}
    styles: list[bool] = []
    for element in package.elements(name, "numFmt", "cellXfs"):
        if str(element.tag).endswith("}numFmt"):
            plain = _NO_FORMAT.sub("", element.get("formatCode", "")).partition(";")[0].lower()
            formats[element.get("numFmtId", "")] = bool(set(plain) & set("dmyhs"))
        else:
            used = [style.get("numFmtId", "0") for style in element.iterfind("{*}xf")]
            styles = [formats.get(one, int(one) in _DATE_FORMATS) for one in used]
    return styles


def _rows(package: _Package, name: str, book: _Book) -> Iterator[Rij]:
    line = 0
    with _faults():
        for row in package.elements(name, "row"):
            if not str(getattr(row.getparent(), "tag", "")).endswith("}sheetData"):
                raise Unreadable(_DAMAGED)  # a row in a row: what is around it is lost
            line = int(row.get("r", line + 1))
            yield line, _cells(row, book.value)


def _cells(row: etree._Element, value: Callable[[etree._Element], Cel]) -> list[Cel]:
    cells: list[Cel] = []
    for cel in row.iterfind("{*}c"):
        if place := cel.get("r"):
            column = _column(place)
            if not len(cells) <= column < MAX_COLUMNS:
                raise Unreadable(_DAMAGED)
            cells += [None] * (column - len(cells))
        cells.append(value(cel))
    return cells


def _column(place: str) -> int:
    found = _PLACE.fullmatch(place)
    if found is None:
        raise Unreadable(_DAMAGED)
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
