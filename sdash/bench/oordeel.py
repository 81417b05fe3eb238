"""An opinion on what was read, apart from the reader: the rules once more, in plain Python.

It uses another XML parser, no contract, and none of the reader's code. It looks at what was
accepted: what should not have been, and what says something else than the message or file.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from typing import Any, Final
from xml.etree.ElementTree import Element

from sdash.bench import oordeel_bestand as bestand
from sdash.bench import oordeel_retour as retour
from sdash.bench.ontleed import Ontleed, codes
from sdash.bench.regelboek import BERICHTEN, CODES, NIET_BEWAARD, SAMEN, Fout, Veld, dag, elfproef
from sdash.bench.regelboek_verzoek import SAMEN_VERZOEKEN, VERZOEKEN, WENSEN
from sdash.ingest import Reading

VAN_GEMEENTE: Final = frozenset({"301", "302", "319", "320", "325"})
REGELS: Final = {**BERICHTEN, **VERZOEKEN}
SAMENHANG: Final = {**SAMEN, **SAMEN_VERZOEKEN}
DECLARATIE: Final = "DeclaratieNummer"
LONGEST_REASON: Final = 300
EXTRA: Final = frozenset({"client_versie", "declaratie_kop"})
"""Tables that are kept beside the records that are counted."""


def bezwaar(inhoud: bytes, reading: Reading, gemeente: str) -> str | None:
    """What is wrong with a reading of this content; None when nothing is."""
    try:
        _check_counts(reading)
        if reading.soort and reading.wet:
            _check_message(Ontleed.of(inhoud), reading, gemeente)
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


def _check_message(bericht: Ontleed, reading: Reading, gemeente: str) -> None:
    """Every accepted record is one that stands in the message, and keeps its rules."""
    if reading.soort != bericht.soort.upper():
        raise Fout("een ander soort bericht")
    _check_header(bericht, reading, gemeente)
    if bericht.nummer in retour.RETOUREN:
        retour.check(bericht, reading)
        return
    tables = {name: table for name, table in reading.tables.items() if name not in EXTRA}
    rows: list[dict[str, Any]] = [row for table in tables.values() for row in table.to_pylist()]
    if bericht.nummer == "325":
        _check_answer(bericht, reading, rows)
    else:
        _check_records(bericht, reading, rows)


def _check_header(bericht: Ontleed, reading: Reading, gemeente: str) -> None:
    one, root = bericht.one, bericht.root
    ours, other = "Header/Ontvanger", "Header/Afzender"
    if bericht.nummer in VAN_GEMEENTE:
        ours, other = other, ours
    said = (
        one(root, "Header/BerichtCode"),
        one(root, "Header/BerichtVersie"),
        one(root, "Header/BerichtSubversie"),
        one(root, other),
        one(root, "Header/BerichtIdentificatie/b:Identificatie"),
        dag(one(root, "Header/BerichtIdentificatie/b:Dagtekening")),
    )
    code = CODES[bericht.soort]
    if said != (code, "3", "2", reading.aanbieder, reading.identificatie, reading.dagtekening):
        raise Fout("de header zegt iets anders")
    if reading.geaccepteerd and one(root, ours) != gemeente:
        raise Fout("geaccepteerd voor een andere gemeente")


def _check_records(bericht: Ontleed, reading: Reading, rows: list[dict[str, Any]]) -> None:
    _, tabel, velden = REGELS[bericht.nummer]
    records = _records(bericht)
    if reading.gelezen != len(records) or (rows and tabel not in reading.tables):
        raise Fout("een ander aantal records")
    if len({row["plaats"] for row in rows}) != len(rows):
        raise Fout("een record is twee keer genomen")
    persons: dict[str, str] = {}
    clients = bericht.below("Client")
    for row in rows:
        record, extra = records[row["plaats"] - 1]
        bsn = _bsn(bericht, clients.get(record)) if "client" in row else ""
        if "client" in row and persons.setdefault(bsn, row["client"]) != row["client"]:
            raise Fout("een ander pseudoniem voor hetzelfde Bsn")
        if any(row[name] != value for name, value in extra.items()):
            raise Fout("het verzoek zegt iets anders")
        _check_row(bericht, row, record, velden, bsn)
    if len({*persons.values()}) != len(persons):
        raise Fout("een pseudoniem van twee mensen")
    if bericht.nummer == "323":
        _check_declaratie(bericht, {row["declaratienummer"] for row in rows})


def _check_declaratie(bericht: Ontleed, taken: set[str]) -> None:
    nummers = [(one.text or "").strip() for one in bericht.root.iter(bericht.tag(DECLARATIE))]
    if taken and [*taken] != nummers[:1]:  # others are in records
        raise Fout("een ander declaratienummer")


def _records(bericht: Ontleed) -> Sequence[tuple[Element, Mapping[str, str]]]:
    """The records in their order, each with what holds for it by where it stands."""
    tag = bericht.tag(REGELS[bericht.nummer][0])
    ended = [one for one in bericht.ended if one.tag == tag]
    if bericht.nummer != "317":
        return [(one, {}) for one in ended]
    return [
        (one, {"wens": wens, "reden_verzoek": _only(bericht, verzoek, "RedenVerzoek")})
        for verzoek in ended
        for wens, names in WENSEN.items()
        for one in verzoek.findall(bericht.path(names))
    ]


def _only(bericht: Ontleed, element: Element, name: str) -> str:
    """The text that stands there once; nothing, which no record may say, when it does not."""
    found = element.findall(bericht.tag(name))
    return (found[0].text or "").strip() if len(found) == 1 else ""


def _bsn(bericht: Ontleed, client: Element | None) -> str:
    if client is None:
        raise Fout("een record zonder client")
    bsn = bericht.one(client, "Bsn")
    if not elfproef(bsn):
        raise Fout("een Bsn dat niet klopt")
    return bsn


def _check_row(
    bericht: Ontleed,
    row: Mapping[str, Any],
    record: Element,
    velden: Mapping[str, Veld],
    bsn: str,
) -> None:
    said = dict(_leaves(bericht, record, velden))
    for column, (name, rule, required) in velden.items():
        if name not in said:
            if required or row[column] is not None:
                raise Fout(f"{name} ontbreekt")
            continue
        if bsn and bsn in said[name]:  # what stands for it is the reader's own secret
            said[name] = "" if bsn in str(row[column]) else str(row[column])
        if _plain(rule(said[name], bericht.soort[:-3])) != _plain(row[column]):
            raise Fout(f"{name} zegt iets anders")
    for together in SAMENHANG[bericht.nummer]:
        together(row)


def _leaves(
    bericht: Ontleed, record: Element, velden: Mapping[str, Veld]
) -> Iterator[tuple[str, str]]:
    names = {bericht.tag(name): name for name, _, _ in velden.values()}
    dropped = {bericht.tag(name) for name in NIET_BEWAARD}
    names[bericht.tag("ReferentieAanbieder")] = "ReferentieAanbieder"
    seen: set[str] = set()
    for leaf in record.iter():
        if leaf.tag in dropped or (len(leaf) and leaf.tag not in names):
            continue
        if leaf.tag not in names or leaf.tag in seen or len(leaf):
            raise Fout("een element dat hier niet hoort of twee keer staat")
        seen.add(leaf.tag)
        yield names[leaf.tag], (leaf.text or "").strip()


def _check_answer(bericht: Ontleed, reading: Reading, rows: list[dict[str, Any]]) -> None:
    records = [one for one in bericht.ended if one.tag == bericht.tag("Prestatie")]
    if reading.gelezen != len(records) + 1:
        raise Fout("een ander aantal records")
    if rows and sum(row["niveau"] == "bericht" for row in rows) != 1:
        raise Fout("niet één antwoord")
    number = bericht.path("ProductReferentie/b:ReferentieNummer")
    said = [(record.findtext(number, "").strip(), codes(bericht, record)) for record in records]
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
