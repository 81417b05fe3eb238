"""An opinion on what was read from a file, apart from the reader."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from sdash.bench.oordeel_iv3 import BETEKENIS, BRONNAAM
from sdash.bench.oordeel_tabel import with_zero, written
from sdash.bench.regelboek import CATEGORIEEN, Fout, elfproef
from sdash.bench.regelboek_bestand import (
    DUIZEND,
    EMPTY,
    GEEN_MINTEKEN,
    NODIG,
    PSEUDONIEM,
    VORM,
    WOORDEN,
)
from sdash.ingest import Reading

NEDERLANDS: Final = re.compile(r"(\d\d?)([-.])(\d\d?)\2(\d{4})", re.ASCII)
JAAR_VOORAAN: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)", re.ASCII)
JAAR_MAAND: Final = re.compile(r"(\d{4})-?(\d\d)", re.ASCII)
MAAND_JAAR: Final = re.compile(r"(\d\d?)-(\d{4})", re.ASCII)
MIDDERNACHT: Final = re.compile(r"[T ]00?:00(:00(\.0+)?)?$", re.ASCII)
ISO: Final = re.compile(r"(\d{4})([-/.])(\d\d?)\2(\d\d?)", re.ASCII)
ENGELS: Final = re.compile(r"-?\d{1,3}(,\d{3})+\.\d+|-?\d{1,3}(,\d{3}){2,}", re.ASCII)
DUIZENDEN: Final = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+),\d+|-?\d{1,3}(\.\d{3}){2,}", re.ASCII)
LONGEST: Final = 200
PERIODEN: Final = (
    *(("begindatum", "einddatum"), ("van", "tot"), ("begin", "eind"), ("poh_van", "poh_tot")),
    ("plan_van", "tot"),
    *(("aanmelding", "intake"), ("aanmelding", "start"), ("intake", "start")),
    *(("melding", "onderzoek_afgerond"), ("melding", "besluit")),
    *(("onderzoek_afgerond", "besluit"),),
)
NUMMERS: Final = {"contractnummer", "subsidienummer", "praktijk"}
"""Numbers of an administration, that are kept unless a BSN can be read in them."""


def check(inhoud: bytes, reading: Reading) -> None:
    """Raise Fout when an accepted row breaks a rule, or stands nowhere in the file.

    A file that is written in another way than the sample's own, of which the lines are not to be
    found again with a few lines of code, is judged by its rules only.
    """
    forms = VORM.get(reading.soort or "")
    (table,) = reading.tables.values() if reading.tables else (None,)
    if forms is None:
        raise Fout("een soort bestand dat niet na te kijken is")
    if table is None:
        return
    own = {"client": "bsn", **BRONNAAM.get(reading.soort or "", {})}
    lines = written(inhoud, [own.get(name, name) for name in table.column_names])
    persons: dict[str, str] = {}
    for row in table.to_pylist():
        _check_rules(row, forms, NODIG.get(reading.soort or "", frozenset()))
        if lines is not None:
            said = lines[row["plaats"] - 1] if row["plaats"] <= len(lines) else {}
            _check_same(
                row, {name: said[of] for name in row if (of := own.get(name, name)) in said}
            )
            if "client" in row:
                _check_person(row["client"], with_zero("bsn", said.get("bsn", "")), persons)
    if len({*persons.values()}) != len(persons):
        raise Fout("een pseudoniem van twee mensen")


def _check_person(pseudoniem: str, bsn: str, persons: dict[str, str]) -> None:
    if not elfproef(bsn):
        raise Fout("een Bsn dat niet klopt")
    if bsn in pseudoniem or persons.setdefault(bsn, pseudoniem) != pseudoniem:
        raise Fout("een ander pseudoniem voor hetzelfde Bsn")


def _check_rules(row: Mapping[str, Any], forms: Mapping[str, str], nodig: frozenset[str]) -> None:
    for name, value in row.items():
        if value is None:
            if name in nodig or name not in EMPTY:
                raise Fout(f"{name} ontbreekt")
            continue
        if not re.fullmatch(forms.get(name, ".*"), str(value), re.ASCII | re.DOTALL):
            raise Fout(f"{name} heeft niet de goede vorm")
        _check_value(name, value)
    for first, last in PERIODEN:
        begin, eind = row.get(first), row.get(last)
        if begin and eind and eind < begin:
            raise Fout("eind voor begin")
    _check_together(row)


def _check_value(name: str, value: object) -> None:
    if isinstance(value, str) and not (0 < len(value) <= LONGEST and _is_text(value)):
        raise Fout(f"{name} is leeg, te lang of geen tekst")
    if isinstance(value, int | Decimal):
        if name in GEEN_MINTEKEN and value < 0:
            raise Fout(f"{name} is negatief")
        if name in DUIZEND and value > 1000:  # noqa: PLR2004  (what its name says)
            raise Fout(f"{name} is te groot")


def _check_together(row: Mapping[str, Any]) -> None:
    if "opgevolgd" in row and row["opgevolgd"] > row["aantal"]:
        raise Fout("meer opgevolgd dan er waren")
    if "leefgebied" in row and (row["huishouden"] is None) == (row["casusnummer"] is None):
        raise Fout("een probleem van niemand, of van twee")
    if "positief" in row:
        _check_answers(row)
    if "teller" in row:
        teller, noemer = row["teller"], row["noemer"]
        if (teller is None) != (noemer is None) or (teller or 0) > (noemer or 0):
            raise Fout("een teller die niet bij de noemer past")
        if teller is None and row["per_duizend"] is None:
            raise Fout("geen aantal")
    known = CATEGORIEEN.get(row.get("wet", ""))
    if row.get("categorie") and known and row["categorie"] not in known:
        raise Fout("een categorie van een andere wet")


def _check_answers(row: Mapping[str, Any]) -> None:
    if row["positief"] is None and row["score"] is None:
        raise Fout("geen antwoord")
    if (row["positief"] or 0) > row["aantal"]:
        raise Fout("meer positief dan er antwoord gaven")


def _is_text(value: str) -> bool:
    return all(char >= " " or char in "\t\n\r" for char in value) and "\x7f" not in value


def _may_name(text: str) -> bool:
    """Whether a BSN can be read in a number, for which a pseudonym has to stand then."""
    runs = re.findall(r"[0-9]+", re.sub(r"(?<=[0-9])[ .](?=[0-9])", "", text))
    return any(elfproef(run[at : at + 9]) for run in runs for at in range(len(run) - 8))


def _check_same(row: Mapping[str, Any], said: Mapping[str, str]) -> None:
    for name, value in row.items():
        if name in PSEUDONIEM | {"plaats"}:
            continue
        text = said.get(name, "")
        if name in BETEKENIS and BETEKENIS[name](text, value):
            continue
        if name in WOORDEN and text.casefold() == str(value).casefold():
            continue
        if with_zero(name, text) == value or (name in NUMMERS and _may_name(text)):
            continue
        if (name not in said and value is not None) or _read(name, text, value) != value:
            raise Fout(f"{name} zegt iets anders dan in het bestand")


def _read(name: str, text: str, value: object) -> object:
    if name != "maand":
        return _value(text, value)
    if found := JAAR_MAAND.fullmatch(text):
        return date(int(found[1]), int(found[2]), 1)
    if found := MAAND_JAAR.fullmatch(text):
        return date(int(found[2]), int(found[1]), 1)
    day = _value(text, value)
    return day.replace(day=1) if isinstance(day, date) else None


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
        day, month, year = found[1], found[3], found[4]
    elif found := JAAR_VOORAAN.fullmatch(text):
        year, month, day = found[1], found[2], found[3]
    elif found := ISO.fullmatch(text):
        year, month, day = found[1], found[3], found[4]
    else:
        return None
    return date(int(year), int(month), int(day))


def _amount(text: str) -> Decimal | None:
    plain = text.replace(".", "").replace(",", ".") if DUIZENDEN.fullmatch(text) else text
    plain = plain.replace(",", "") if ENGELS.fullmatch(plain) else plain
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None
