"""Files: from CSV, XLSX or Parquet to the records of the contract that their header announces."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice
from typing import Final

from pydantic import ValidationError

from sdash.contracts.base import TECHNISCH, Contract, field_names
from sdash.contracts.huishoudens import OP_GRONDSLAG
from sdash.contracts.velden import Cijfers, Pseudoniem, literals, mark
from sdash.format import number as written
from sdash.ingest import parquet, xlsx
from sdash.ingest.bestandsnaam import from_name
from sdash.ingest.cellen import Cel, Rij, Tabel, is_empty, text_of
from sdash.ingest.csvbestand import csv_tables
from sdash.ingest.indeling import Indeling, explain_none, find
from sdash.ingest.koppeling import Koppeling, koppelingen
from sdash.ingest.lines import check_lines
from sdash.ingest.oogst import Oogst
from sdash.ingest.pseudonym import Pseudonymiser
from sdash.ingest.reading import Reden, Unreadable
from sdash.ingest.uitleg import explain_line
from sdash.ingest.voorstel import SAMPLE, propose
from sdash.settings import Settings

LINES_AT_ONCE: Final = 50_000
MAX_REASONS: Final = 20_000
MAX_SILENT: Final = 1_000_000
"""A file with more wrong lines than this is no table, and may not keep the reader busy."""

_PSEUDONYM: Final[Mapping[str, Callable[[Pseudonymiser, str], str | None]]] = {
    "person": Pseudonymiser.person,
    "casus": Pseudonymiser.casus,
    "postcode": Pseudonymiser.postcode,
    "huishouden": Pseudonymiser.huishouden,
    "nummer": Pseudonymiser.eigen_nummer,
}


def read_file(
    data: bytes, oogst: Oogst, pseudonymiser: Pseudonymiser, settings: Settings, bestand: str = ""
) -> type[Contract]:
    """Read a file of this name into `oogst` and say which contract it follows.

    The header stands among the first rows, in our names or in those of a koppeling in the data
    folder. Raises Unreadable when it fits no contract, when the file is damaged or too large, and
    for households when nobody recorded on what ground they may be linked.
    """
    found = _recognised(data, settings)
    if found.indeling.contract in OP_GRONDSLAG and not settings.grondslag_huishoudens:
        raise Unreadable(
            "Dit is een bestand met huishoudens. sdash leest die pas als in instellingen.toml bij "
            "grondslag_huishoudens staat op welke grond dat mag, zoals de DPIA met haar datum."
        )
    vast = from_name(found.indeling, bestand)
    words = settings.leefgebieden
    lezer = _RegelLezer(found.indeling, oogst, pseudonymiser, vast, words)
    for line, cellen in found.rijen:
        if not is_empty(cellen):
            lezer.read(line, cellen, may_be_short=found.mag_korter)
    lezer.finish()
    if not oogst.gelezen:
        raise Unreadable("Het bestand heeft een kop, maar geen regels.")
    return found.indeling.contract


@dataclass(frozen=True)
class _Gevonden:
    """A table whose header was found, and its rows below that."""

    indeling: Indeling
    rijen: Iterator[Rij]
    mag_korter: bool


def _recognised(data: bytes, settings: Settings) -> _Gevonden:
    own = list(koppelingen(settings.data))
    usable = [one for one in own if isinstance(one, Koppeling)]
    found: list[_Gevonden] = []
    heads: list[list[Rij]] = []
    fault: Unreadable | None = None
    for tabel in _tables(data):
        head, broken = _head(tabel)
        kop = find(head, usable)
        if kop is None:
            heads.append(head)
            fault = fault or broken
            continue
        if broken:
            raise broken
        rijen = chain(head[kop.rij + 1 :], tabel.rijen)
        found.append(_Gevonden(kop.indeling, rijen, tabel.mag_korter))
        if not tabel.mag_korter:  # not a sheet of many, but the file as one delimiter divides it
            break
    if len(found) > 1:
        raise Unreadable(
            "In dit bestand hebben twee of meer bladen een kop die sdash kent (ook verborgen "
            "bladen tellen mee). Zet elk blad in een eigen bestand."
        )
    if not found:
        raise _unknown(heads, fault, [str(one) for one in own if one not in usable])
    return found[0]


def _tables(data: bytes) -> Iterator[Tabel]:
    if data.startswith(xlsx.MAGIC):
        yield from xlsx.xlsx_tables(data)
    elif data.startswith(parquet.MAGIC):
        yield parquet.parquet_table(data)
    else:
        check_lines(data)
        yield from csv_tables(data)


def _head(tabel: Tabel) -> tuple[list[Rij], Unreadable | None]:
    """The first rows, and what is wrong with the one after them when that can't be read."""
    rows: list[Rij] = []
    try:
        rows.extend(islice(tabel.rijen, SAMPLE))
    except Unreadable as fault:
        return rows, fault
    return rows, None


def _unknown(heads: list[list[Rij]], fault: Unreadable | None, wrong: list[str]) -> Unreadable:
    """Why no table was recognised, and the koppeling that might help."""
    filled = [head for head in heads if head]
    if fault and not filled:
        return fault
    widest = max(filled, key=lambda head: max(len(cellen) for _, cellen in head), default=[])
    voorstel = propose(widest)
    hint = ["Met sdash check krijgt u een voorstel voor een koppeling."] if voorstel else []
    return Unreadable(" ".join([explain_none(widest), *hint, *wrong]), voorstel)


@dataclass
class _RegelLezer:
    """Reads the lines of one table into an Oogst."""

    indeling: Indeling
    oogst: Oogst
    pseudonymiser: Pseudonymiser
    vast: Mapping[str, str]
    leefgebieden: Sequence[str]
    silent: int = field(default=0, init=False)

    def read(self, line: int, cellen: Sequence[Cel], *, may_be_short: bool) -> None:
        """Accept a line, with pseudonyms for what identifies, or keep why not."""
        width = len(self.indeling.kolommen)
        short = len(cellen) < width and not may_be_short
        if short or not is_empty(cellen[width:]):
            self._refuse(
                line, [(None, TECHNISCH, "De regel heeft een ander aantal cellen dan de kop")]
            )
            return
        values = self._values(cellen)
        contract = self.indeling.contract
        try:
            record = contract.__pydantic_validator__.validate_python(
                values, context=self.leefgebieden
            )
        except ValidationError as error:
            self._refuse(line, list(explain_line(contract, error, self._texts(cellen))))
        else:
            self.oogst.accept(self._without_identifiers(record))
            if self.oogst.geaccepteerd % LINES_AT_ONCE == 0:
                self.oogst.pack()

    def finish(self) -> None:
        """Say how many lines were rejected after the reasons became too many."""
        if self.silent:
            said = f"Er zijn nog {written(self.silent)} regels afgekeurd"
            self.oogst.redenen.append(Reden(plaats="bestand", code=TECHNISCH, reden=said))

    def _refuse(self, line: int, why: list[tuple[str | None, str, str]]) -> None:
        self.oogst.gelezen += 1
        self.oogst.afgekeurd += 1
        if len(self.oogst.redenen) >= MAX_REASONS:
            self.silent += 1
            if self.silent > MAX_SILENT:
                raise Unreadable(
                    "Er is zo veel mis met dit bestand dat het als geheel is afgekeurd."
                )
            return
        for name, code, reden in why:
            place = self.indeling.place(line, name) if name else f"regel {line}"
            self.oogst.redenen.append(Reden(plaats=place, code=code, reden=reden))

    def _values(self, cellen: Sequence[Cel]) -> dict[str, str]:
        koppeling = self.indeling.koppeling
        values = dict(self.vast)
        for name, cel in zip(self.indeling.kolommen, cellen, strict=False):
            if name is not None:
                text = text_of(cel, self._digits.get(name, 0))
                if koppeling and isinstance(cel, str):
                    text = koppeling.reads(name, text)
                if folded := self._words.get(name):
                    text = folded.get(text.casefold(), text)
                values[name] = text
        for name in self.indeling.kolommen[len(cellen) :]:
            if name is not None:
                values[name] = ""
        return values

    def _texts(self, cellen: Sequence[Cel]) -> dict[str, str]:
        """The cells as they stand in the file, by our names."""
        pairs = zip(self.indeling.kolommen, cellen, strict=False)
        return {name: text_of(cel) for name, cel in pairs if name is not None}

    def _without_identifiers(self, record: Contract) -> Contract:
        kept = {
            own: make(self.pseudonymiser, record.__dict__[own])
            for own, make in self._identifiers.items()
            if record.__dict__[own] is not None
        }
        return record.model_copy(update=kept) if kept else record

    @cached_property
    def _digits(self) -> dict[str, int]:
        """The columns with codes of so many digits."""
        fields = self.indeling.contract.model_fields
        found = {
            name: mark(fields[own], Cijfers)
            for name, own in field_names(self.indeling.contract).items()
        }
        return {name: code.aantal for name, code in found.items() if code}

    @cached_property
    def _words(self) -> dict[str, dict[str, str]]:
        """The columns with fixed words, which may be written with or without capitals."""
        fields = self.indeling.contract.model_fields
        return {
            name: {word.casefold(): word for word in literals(fields[own].annotation)}
            for name, own in field_names(self.indeling.contract).items()
        }

    @cached_property
    def _identifiers(self) -> dict[str, Callable[[Pseudonymiser, str], str | None]]:
        """Our fields of which only a pseudonym is kept, and how it is made."""
        marks = {
            own: mark(info, Pseudoniem) for own, info in self.indeling.contract.model_fields.items()
        }
        return {own: _PSEUDONYM[found.soort] for own, found in marks.items() if found}
