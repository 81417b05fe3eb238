"""An opinion on a return message (302, 306, 308, 316, 318, 320), apart from the reader."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final
from xml.etree.ElementTree import Element

from sdash.bench.ontleed import Ontleed, codes
from sdash.bench.regelboek import (
    NUMMER,
    Fout,
    Regel,
    dag,
    een_van,
    elfproef,
    tekst,
)
from sdash.ingest import Reading

RETOUREN: Final = frozenset({"302", "306", "308", "316", "318", "320"})
GETELD: Final = {
    "Antwoord": "antwoord",
    **{
        f"{soort}Product": "product"
        for soort in ("Toegewezen", "Start", "Stop", "Ongewijzigd", "TeWijzigen", "Nieuw")
    },
    "AangevraagdProduct": "product",
}
"""The elements that are a record of their own, each with its level."""
NIET_GETELD: Final = ("Client", "Relatie", "Contact", "Verzoek", "Woonplaatsbeginsel")
GEEN_AFWIJZING: Final = {"8001", "0200", "0233"}
SLEUTEL: Final[Mapping[str, tuple[str, Regel]]] = {
    "toewijzing_nummer": ("ToewijzingNummer", NUMMER),
    "categorie": ("Product/b:Categorie", tekst(2)),
    "productcode": ("Product/b:Code", tekst(5)),
    "begindatum": ("Begindatum", dag),
    "einddatum": ("Einddatum", dag),
    "status": ("StatusAanlevering", een_van("1", "2", "3", "9")),
}


def check(bericht: Ontleed, reading: Reading) -> None:
    """Raise Fout when a level says something else than was kept of it, or a rejection is lost."""
    rows: list[dict[str, Any]] = [
        row for table in reading.tables.values() for row in table.to_pylist()
    ]
    records = [one for one in bericht.ended if _name(bericht, one) in GETELD]
    if reading.gelezen != len(records) + 1:
        raise Fout("een ander aantal records")
    if rows:
        _check_head(bericht, rows)
    _check_records(bericht, rows, records)
    _check_others(bericht, rows, whole=reading.afgekeurd == 0)


def _check_head(bericht: Ontleed, rows: Sequence[Mapping[str, Any]]) -> None:
    asked = (
        bericht.one(bericht.root, "Header/IdentificatieRetour"),
        dag(bericht.one(bericht.root, "Header/DagtekeningRetour")),
    )
    header = bericht.root.find(bericht.tag("Header"))
    said = "" if header is None else codes(bericht, header)
    if [row["codes"] for row in rows if row["niveau"] == "bericht"] != [said]:
        raise Fout("een ander antwoord op het bericht")
    for row in rows:
        if (row["identificatie"], row["dagtekening"]) != asked:
            raise Fout("een retour op een ander bericht")
        if row["wijst_af"] != any(code not in GEEN_AFWIJZING for code in row["codes"].split()):
            raise Fout("een afwijzing die er geen is, of andersom")


def _check_records(
    bericht: Ontleed, rows: Sequence[Mapping[str, Any]], records: Sequence[Element]
) -> None:
    counted = [row for row in rows if row["niveau"] in {"product", "antwoord"}]
    if len({row["plaats"] for row in counted}) != len(counted):
        raise Fout("een record is twee keer genomen")
    persons: dict[str, str] = {}
    clients = bericht.below("Client")
    for row in counted:
        record = records[row["plaats"] - 2]
        if row["niveau"] != GETELD[_name(bericht, record)] or row["codes"] != codes(
            bericht, record
        ):
            raise Fout("een record met andere retourcodes")
        _check_key(bericht, row, record)
        bsn = _bsn(bericht, clients.get(record))
        if persons.setdefault(bsn, row["client"]) != row["client"]:
            raise Fout("een ander pseudoniem voor hetzelfde Bsn")
    if len({*persons.values()}) != len(persons):
        raise Fout("een pseudoniem van twee mensen")


def _bsn(bericht: Ontleed, client: Element | None) -> str:
    """The person of a record; nobody in a 320."""
    if client is None:
        if bericht.nummer == "320":
            return ""
        raise Fout("een record zonder client")
    bsn = bericht.one(client, "Bsn")
    if not elfproef(bsn):
        raise Fout("een Bsn dat niet klopt")
    return bsn


def _check_key(bericht: Ontleed, row: Mapping[str, Any], record: Element) -> None:
    for column, (names, rule) in SLEUTEL.items():
        said = record.findall(bericht.path(names))
        if len(said) > 1:
            raise Fout(f"{names} staat er twee keer")
        value = rule((said[0].text or "").strip(), bericht.soort[:-3]) if said else None
        if (None if value is None else str(value)) != (
            None if row[column] is None else str(row[column])
        ):
            raise Fout(f"{names} zegt iets anders")


def _check_others(bericht: Ontleed, rows: Sequence[Mapping[str, Any]], *, whole: bool) -> None:
    said = Counter(
        (name.lower(), code)
        for name in NIET_GETELD
        for one in bericht.root.iter(bericht.tag(name))
        if (code := codes(bericht, one))
    )
    kept = Counter(
        (row["niveau"], row["codes"])
        for row in rows
        if row["niveau"] not in {"bericht", "product", "antwoord"}
    )
    if kept - said:
        raise Fout("retourcodes die er niet staan")
    if whole and said - kept:
        raise Fout("retourcodes die verloren gingen")


def _name(bericht: Ontleed, element: Element) -> str:
    return element.tag.removeprefix(bericht.tag(""))
