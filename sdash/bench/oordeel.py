"""An opinion on what was read, apart from the reader: the rules once more, in plain Python.

It uses another XML parser, no contract, and none of the reader's code. It looks at what was
accepted: what should not have been, and what says something else than the message or file.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError, fromstring

from sdash.bench import oordeel_bestand as bestand
from sdash.bench.regelboek import BERICHTEN, CODES, NIET_BEWAARD, SAMEN, Fout, Veld, dag, elfproef
from sdash.ingest import Reading

_ROOT: Final = re.compile(
    r"\{(http://www\.istandaarden\.nl/i(jw|wmo)/3_2)/((?:jw|wmo)([0-9]{3}))/schema\}Bericht"
)
DECLARATIE: Final = "DeclaratieNummer"
LONGEST_REASON: Final = 300
EXTRA: Final = frozenset({"client_versie", "declaratie_kop"})
"""Tables that are kept beside the records that are counted."""


def bezwaar(inhoud: bytes, reading: Reading, gemeente: str) -> str | None:
    """What is wrong with a reading of this content; None when nothing is."""
    try:
        _check_counts(reading)
        if reading.soort and reading.wet:
            _Bericht.of(inhoud, gemeente).check(reading)
        elif reading.soort:
            bestand.check(inhoud, reading)
    except Fout as fout:
        return str(fout)
    return None


TELT: Final = {
    "antwoord": {"bericht", "prestatie"},
    "retour": {"bericht", "product", "antwoord"},
}
"""The levels of an answer that are records of their own."""


def wie_telt(reading: Reading) -> int:
    """How many rows the tables of the counted records have."""
    for tabel, counted in TELT.items():
        if tabel in reading.tables:
            niveaus: list[str] = reading.tables[tabel]["niveau"].to_pylist()
            return sum(niveau in counted for niveau in niveaus)
    return sum(len(table) for name, table in reading.tables.items() if name not in EXTRA)


def _check_counts(reading: Reading) -> None:
    for reden in reading.redenen:
        if not 0 < len(reden.reden) <= LONGEST_REASON or not reden.reden.isprintable():
            raise Fout("een reden is leeg, te lang of niet te tonen")
    if reading.soort is None:
        if reading.gelezen or reading.tables or len(reading.redenen) != 1:
            raise Fout("onleesbaar, en toch is er iets van genomen")
        return
    places = {reden.plaats.partition(",")[0] for reden in reading.redenen}  # a cell or a record
    if not reading.gelezen or reading.afgekeurd != len(places):
        raise Fout("niet elk afgekeurd record heeft een reden")
    if wie_telt(reading) != reading.geaccepteerd:
        raise Fout("gelezen is niet geaccepteerd en afgekeurd samen")


@dataclass(frozen=True)
class _Bericht:
    """A message as this parser sees it; `records` are in the order of their end tags."""

    root: Element
    ended: list[Element]
    basis: str
    soort: str
    nummer: str
    gemeente: str

    @classmethod
    def of(cls, inhoud: bytes, gemeente: str) -> "_Bericht":
        root = _parsed(inhoud)
        found = _ROOT.fullmatch(root.tag)
        if found is None:
            raise Fout("geen bericht van deze release")
        return cls(root, _by_their_ends(root), found[1], found[3], found[4], gemeente)

    def tag(self, name: str) -> str:
        schema = "basisschema" if name.startswith("b:") else self.soort
        return f"{{{self.basis}/{schema}/schema}}{name.removeprefix('b:')}"

    def one(self, element: Element, path: str) -> str:
        """The text at a path of which each step is there exactly once."""
        for name in path.split("/"):
            found = element.findall(self.tag(name))
            if len(found) != 1:
                raise Fout(f"{name} staat er niet of vaker")
            element = found[0]
        return (element.text or "").strip()

    def check(self, reading: Reading) -> None:
        """Every accepted record is one that stands in the message, and keeps its rules."""
        if reading.soort != self.soort.upper():
            raise Fout("een ander soort bericht")
        if self.nummer in BERICHTEN:
            self._check_header(reading)
            self._check_records(reading)

    def _check_header(self, reading: Reading) -> None:
        ours, other = "Header/Ontvanger", "Header/Afzender"
        if self.nummer in {"301", "325"}:
            ours, other = other, ours
        message = "Header/BerichtIdentificatie"
        said = (
            self.one(self.root, "Header/BerichtCode"),
            self.one(self.root, "Header/BerichtVersie"),
            self.one(self.root, "Header/BerichtSubversie"),
            self.one(self.root, other),
            self.one(self.root, f"{message}/b:Identificatie"),
            dag(self.one(self.root, f"{message}/b:Dagtekening")),
        )
        code = CODES[self.soort]
        if said != (code, "3", "2", reading.aanbieder, reading.identificatie, reading.dagtekening):
            raise Fout("de header zegt iets anders")
        if reading.geaccepteerd and self.one(self.root, ours) != self.gemeente:
            raise Fout("geaccepteerd voor een andere gemeente")

    def _check_records(self, reading: Reading) -> None:
        element, tabel, velden = BERICHTEN[self.nummer]
        records = [one for one in self.ended if one.tag == self.tag(element)]
        if reading.gelezen != len(records) + (self.nummer == "325"):
            raise Fout("een ander aantal records")
        clients = {
            record: client
            for client in self.root.iter(self.tag("Client"))
            for record in client.iter(self.tag(element))
        }
        table = reading.tables.get(tabel)
        rows: list[dict[str, Any]] = [] if table is None else table.to_pylist()
        if self.nummer == "325":
            self._check_answer(rows, records)
            return
        self._check_rows(rows, records, clients, velden)
        if self.nummer == "323" and rows:
            nummers = [(one.text or "").strip() for one in self.root.iter(self.tag(DECLARATIE))]
            if [*{row["declaratienummer"] for row in rows}] != nummers[:1]:  # others are in records
                raise Fout("een ander declaratienummer")

    def _check_rows(
        self,
        rows: list[dict[str, Any]],
        records: list[Element],
        clients: Mapping[Element, Element],
        velden: Mapping[str, Veld],
    ) -> None:
        persons: dict[str, str] = {}
        for row in rows:
            record = records[row["plaats"] - 1]
            bsn = self._bsn(clients.get(record))
            if persons.setdefault(bsn, row["client"]) != row["client"]:
                raise Fout("een ander pseudoniem voor hetzelfde Bsn")
            self._check_row(row, record, velden, bsn)
        if len({*persons.values()}) != len(persons):
            raise Fout("een pseudoniem van twee mensen")
        if len({row["plaats"] for row in rows}) != len(rows):
            raise Fout("een record is twee keer genomen")

    def _bsn(self, client: Element | None) -> str:
        if client is None:
            raise Fout("een record zonder client")
        bsn = self.one(client, "Bsn")
        if not elfproef(bsn):
            raise Fout("een Bsn dat niet klopt")
        return bsn

    def _check_row(
        self, row: Mapping[str, Any], record: Element, velden: Mapping[str, Veld], bsn: str
    ) -> None:
        said = dict(self._leaves(record, velden))
        for column, (name, rule, required) in velden.items():
            if name not in said:
                if required or row[column] is not None:
                    raise Fout(f"{name} ontbreekt")
                continue
            if bsn in said[name]:  # what stands for it is the reader's own secret
                said[name] = "" if bsn in str(row[column]) else str(row[column])
            if _plain(rule(said[name], self.soort[:-3])) != _plain(row[column]):
                raise Fout(f"{name} zegt iets anders")
        for together in SAMEN[self.nummer]:
            together(row)

    def _leaves(self, record: Element, velden: Mapping[str, Veld]) -> Iterator[tuple[str, str]]:
        names = {self.tag(name): name for name, _, _ in velden.values()}
        dropped = {self.tag(name) for name in NIET_BEWAARD}
        names[self.tag("ReferentieAanbieder")] = "ReferentieAanbieder"
        seen: set[str] = set()
        for leaf in record.iter():
            if leaf.tag in dropped or (len(leaf) and leaf.tag not in names):
                continue
            if leaf.tag not in names or leaf.tag in seen or len(leaf):
                raise Fout("een element dat hier niet hoort of twee keer staat")
            seen.add(leaf.tag)
            yield names[leaf.tag], (leaf.text or "").strip()

    def _check_answer(self, rows: list[dict[str, Any]], records: list[Element]) -> None:
        if rows and sum(row["niveau"] == "bericht" for row in rows) != 1:
            raise Fout("niet één antwoord")
        number = "/".join(map(self.tag, ("ProductReferentie", "b:ReferentieNummer")))
        code = "/".join(map(self.tag, ("RetourCodes", "RetourCode")))
        said = [
            (
                record.findtext(number, "").strip(),
                " ".join((one.text or "").strip() for one in record.findall(code)),
            )
            for record in records
        ]
        secret = [codes for number, codes in said if re.search("[0-9]{9}", number)]
        for row in rows:
            if row["niveau"] != "prestatie":
                continue
            if (row["referentienummer"], row["codes"]) in said:
                said.remove((row["referentienummer"], row["codes"]))
            elif row["codes"] in secret:  # of a number with a BSN in it
                secret.remove(row["codes"])
            else:
                raise Fout("een antwoord dat er niet staat")


def _plain(value: Any) -> object:  # noqa: ANN401  (any value of a table)
    return value if isinstance(value, int | date | time | None) else str(value)


def _parsed(inhoud: bytes) -> Element:
    try:
        return fromstring(inhoud)  # noqa: S314  (the reader refused what has a document type)
    except (ParseError, ValueError, LookupError) as error:
        raise Fout(f"geen XML volgens een andere lezer: {error}") from None


def _by_their_ends(root: Element) -> list[Element]:
    """All elements in the order of their end tags."""
    found, waiting = [], [root]
    while waiting:
        found.append(waiting.pop())
        waiting.extend(found[-1])
    return found[::-1]
