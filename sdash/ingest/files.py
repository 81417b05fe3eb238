"""Files: from CSV to the records of the contract that its header announces."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from sdash.contracts.base import TECHNISCH, Contract, explain
from sdash.contracts.bestanden import BESTANDEN, Casus, Postcode
from sdash.ingest.oogst import Oogst
from sdash.ingest.pseudonym import Pseudonymiser
from sdash.ingest.reading import Unreadable


def read_file(data: bytes, oogst: Oogst, pseudonymiser: Pseudonymiser) -> type[Contract]:
    """Read a CSV file into `oogst` and say which contract it follows.

    Columns are separated by a semicolon or a comma; text is UTF-8, with or without a byte order
    mark, or Windows-1252. Raises Unreadable when the header fits no contract.
    """
    rows = _rows(_decode(data))
    header = [name.strip() for name in next(rows, (0, []))[1]]
    contract = _contract_of(header)
    lezer = _RegelLezer(contract, header, oogst, pseudonymiser)
    for line, cells in rows:
        if any(cell.strip() for cell in cells):
            lezer.read(line, cells)
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


@dataclass(frozen=True)
class _RegelLezer:
    """Reads the lines of one file into an Oogst."""

    contract: type[Contract]
    header: list[str]
    oogst: Oogst
    pseudonymiser: Pseudonymiser

    def read(self, line: int, cells: list[str]) -> None:
        """Accept a line, with pseudonyms for what identifies, or keep why not."""
        if len(cells) != len(self.header):
            why = "De regel heeft een ander aantal cellen dan de kop"
            self.oogst.gelezen += 1
            self.oogst.refuse_at(f"regel {line}", [(TECHNISCH, why)])
            return
        values = {name: cell.strip() for name, cell in zip(self.header, cells, strict=True)}
        try:
            record = self.contract.model_validate(values)
        except ValidationError as error:
            self.oogst.gelezen += 1
            self.oogst.refuse_at(f"regel {line}", list(explain(error)))
        else:
            self.oogst.accept(_without_identifiers(record, self.pseudonymiser))


def _without_identifiers(record: Contract, pseudonymiser: Pseudonymiser) -> Contract:
    """A casus number or postcode becomes its pseudonym; everything else stays as it is."""
    if isinstance(record, Casus):
        casus = pseudonymiser.casus(record.casusnummer)
        return record.model_copy(update={"casusnummer": casus})
    if isinstance(record, Postcode):
        postcode = pseudonymiser.postcode(record.postcode)
        return record.model_copy(update={"postcode": postcode})
    return record
