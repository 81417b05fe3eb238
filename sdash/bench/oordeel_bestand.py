"""An opinion on what was read from a CSV file, apart from the reader."""

import csv
import io
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from sdash.bench.regelboek import Fout
from sdash.ingest import Reading

NEDERLANDS: Final = re.compile(r"(\d\d?)([-.])(\d\d?)\2(\d{4})", re.ASCII)
JAAR_VOORAAN: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)", re.ASCII)
MIDDERNACHT: Final = re.compile(r"[T ]00?:00(:00(\.0+)?)?$", re.ASCII)
ISO: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
ENGELS: Final = re.compile(r"-?\d{1,3}(,\d{3})+\.\d+|-?\d{1,3}(,\d{3}){2,}", re.ASCII)
DUIZENDEN: Final = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+),\d+|-?\d{1,3}(\.\d{3}){2,}", re.ASCII)
REGIO: Final = r"NL\d\d|GM\d{4}|WK\d{6}"
LONGEST: Final = 200
VORM: Final[Mapping[str, Mapping[str, str]]] = {
    "aanbieders": {"agb_code": r"\d{8}"},
    "begroting": {
        "jaar": r"20\d\d|2100",
        "taakveld": r"\d\.\d{1,3}[a-d]?",
        "stand": "primitief|gewijzigd|rekening",
        "fictief": "True|False",
    },
    "casussen": {"wijk_code": r"WK\d{6}", "eerder_bekend": "True|False"},
    "kaart": {"regio_code": REGIO},
    "kerncijfers": {
        "jaar": r"20\d\d|2100",
        "regio_code": REGIO,
        "regio_soort": "land|gemeente|wijk",
    },
    "postcodes": {"wijk_code": r"WK\d{6}"},
    "teams": {"wijk_code": r"WK\d{6}"},
}
"""The columns that have a form of their own; every other text is 1 to 200 characters."""
PSEUDONIEM: Final = frozenset({"casusnummer", "postcode"})
WOORDEN: Final = frozenset({"regio_soort", "stand", "taak"})
"""Words of a list, which a file may write with capitals."""
EMPTY: Final = frozenset({"einddatum", "taak", "tot", "waarde"})


def check(inhoud: bytes, reading: Reading) -> None:
    """Raise Fout when an accepted row breaks a rule, or stands nowhere in the file.

    A file that is written in another way than the sample's own, of which the lines are not to be
    found again with a few lines of code, is judged by its rules only.
    """
    forms = VORM.get(reading.soort or "")
    (table,) = reading.tables.values() if reading.tables else (None,)
    if forms is None or table is None:
        return
    written = _written(inhoud, [name for name in table.column_names if name != "plaats"])
    for row in table.to_pylist():
        _check_rules(row, forms)
        if written is not None:
            said = written[row["plaats"] - 1] if row["plaats"] <= len(written) else {}
            _check_same(row, said)


def _check_rules(row: Mapping[str, Any], forms: Mapping[str, str]) -> None:
    for name, value in row.items():
        if value is None and name not in EMPTY:
            raise Fout(f"{name} ontbreekt")
        if name in forms and not re.fullmatch(forms[name], str(value), re.ASCII):
            raise Fout(f"{name} heeft niet de goede vorm")
        if isinstance(value, str) and not (0 < len(value) <= LONGEST and _is_text(value)):
            raise Fout(f"{name} is leeg, te lang of geen tekst")
    begin, eind = row.get("begindatum", row.get("van")), row.get("einddatum", row.get("tot"))
    if begin and eind and eind < begin:
        raise Fout("eind voor begin")


def _is_text(value: str) -> bool:
    return all(char >= " " or char in "\t\n\r" for char in value) and "\x7f" not in value


def _written(inhoud: bytes, columns: list[str]) -> list[dict[str, str]] | None:
    """The lines with something in them; None when the first line is no plain header."""
    try:
        text = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = inhoud.decode("cp1252", "replace")
    lines = [*csv.reader(io.StringIO(text, newline=""), delimiter=";")]
    header = [name.strip() for name in lines[0]] if lines else []
    if sorted(header) != sorted(columns):
        return None
    return [
        dict(zip(header, (cell.strip() for cell in line), strict=False))
        for line in lines[1:]
        if any(cell.strip() for cell in line)
    ]


def _check_same(row: Mapping[str, Any], said: Mapping[str, str]) -> None:
    for name, value in row.items():
        if name in PSEUDONIEM | {"plaats"}:
            continue
        text = said.get(name, "")
        if name in WOORDEN and text.casefold() == str(value):
            continue
        if name not in said or _value(text, value) != value:
            raise Fout(f"{name} zegt iets anders dan in het bestand")


def _value(text: str, like: object) -> object:
    """What a text stands for, given what kind of value was made of it."""
    match like:
        case bool():
            return {"ja": True, "j": True, "nee": False, "n": False}.get(text.lower())
        case int():
            return int(text) if text.isascii() and text.isdigit() else None
        case date():
            return _day(MIDDERNACHT.sub("", text))
        case Decimal():
            return _amount(text)
        case None:
            return text or None
    return text


def _day(text: str) -> date | None:
    if found := NEDERLANDS.fullmatch(text):
        text = f"{found[4]}-{found[3]:0>2}-{found[1]:0>2}"
    elif found := JAAR_VOORAAN.fullmatch(text):
        text = "-".join(found.groups())
    return date.fromisoformat(text) if ISO.fullmatch(text) else None


def _amount(text: str) -> Decimal | None:
    plain = text.replace(".", "").replace(",", ".") if DUIZENDEN.fullmatch(text) else text
    plain = plain.replace(",", "") if ENGELS.fullmatch(plain) else plain
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None
