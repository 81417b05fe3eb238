"""Files: from CSV to the records of the contract that its header announces."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from sdash.contracts.base import TECHNISCH, Contract
from sdash.contracts.bestanden import BESTANDEN
from sdash.ingest.messages import Oogst
from sdash.ingest.pseudonym import Pseudonymiser
from sdash.ingest.reading import Reden, Unreadable

HEADER_LINE: Final = 1


def read_file(data: bytes, oogst: Oogst, pseudonymiser: Pseudonymiser) -> type[Contract]:
    """Read a CSV file into `oogst` and say which contract it follows.

    Columns are separated by a semicolon or a comma; text is UTF-8, with or without a byte order
    mark, or Windows-1252. Raises Unreadable when the header fits no contract.
    """
    rows = _rows(_decode(data))
    header = [name.strip() for name in next(rows, (0, []))[1]]
    contract = _contract_of(header)
    for line, cells in rows:
        if any(cell.strip() for cell in cells):
            _read_row(contract, header, line, cells, oogst, pseudonymiser)
    if not oogst.gelezen:
        raise Unreadable("Het bestand heeft een kop, maar geen regels.")
    return contract


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise Unreadable("Het bestand is geen tekst in UTF-8 of Windows-1252.") from None


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") >= first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error:
        message = f"Regel {reader.line_num} van het bestand is geen CSV."
        raise Unreadable(message) from None


def _contract_of(header: list[str]) -> type[Contract]:
    found = set(header)
    if len(found) != len(header):
        raise Unreadable("In de kop van het bestand staat een kolom twee keer.")
    nearest = max(BESTANDEN, key=lambda contract: len(found & set(contract.model_fields)))
    wanted = set(nearest.model_fields)
    if not len(found & wanted) * 2 > len(wanted):
        raise Unreadable("Dit is geen bestand dat sdash kent.")
    if missing := sorted(wanted - found):
        message = f"Dit lijkt een bestand {nearest.soort}, maar er ontbreekt: {', '.join(missing)}."
        raise Unreadable(message)
    if found - wanted:
        message = f"Dit lijkt een bestand {nearest.soort}, maar er staan kolommen te veel in."
        raise Unreadable(message)
    return nearest


def _read_row(
    contract: type[Contract],
    header: list[str],
    line: int,
    cells: list[str],
    oogst: Oogst,
    pseudonymiser: Pseudonymiser,
) -> None:
    if len(cells) != len(header):
        why = "De regel heeft een ander aantal cellen dan de kop"
        _refuse(oogst, line, (TECHNISCH, why))
        return
    values = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
    before = len(oogst.redenen)
    if oogst.add(contract, values):
        place, record = oogst.records[contract].pop()
        oogst.records[contract].append((place, _without_identifiers(record, pseudonymiser)))
    for at, reden in enumerate(oogst.redenen[before:], start=before):
        oogst.redenen[at] = Reden(plaats=f"regel {line}", code=reden.code, reden=reden.reden)


def _refuse(oogst: Oogst, line: int, why: tuple[str, str]) -> None:
    oogst.gelezen += 1
    oogst.afgekeurd += 1
    oogst.redenen.append(Reden(plaats=f"regel {line}", code=why[0], reden=why[1]))


def _without_identifiers(record: Contract, pseudonymiser: Pseudonymiser) -> Contract:
    """A casus number or postcode becomes its pseudonym; everything else stays as it is."""
    if record.soort == "casussen":
        casus = pseudonymiser.casus(getattr(record, "casusnummer"))
        return record.model_copy(update={"casusnummer": casus})
    if record.soort == "postcodes":
        postcode = pseudonymiser.postcode(getattr(record, "postcode"))
        return record.model_copy(update={"postcode": postcode})
    return record
