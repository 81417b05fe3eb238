"""Reads a message file and says which of its records stand at the door, from that file alone."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time
from hashlib import sha256
from xml.etree.ElementTree import fromstring

from tests.oracle.records import Bericht, Bron, Melding, Record, Regel, Uitspraak, Versie, Weigering
from tests.oracle.tree import Refused, Tree
from tests.oracle.values import FROM_GEMEENTE, passes_eleven_test

_ROOT = re.compile(
    r"\{(http://www\.istandaarden\.nl/i(jw|wmo)/3_2)/(?:jw|wmo)(\d{3})/schema\}Bericht"
)
_CATEGORIEEN = {
    "jw": {str(n) for n in range(31, 56)} - {"39"},
    "wmo": {f"{n:02}" for n in range(1, 19)},
}
_REDENEN = {
    "jw": {"02", "20", *(str(n) for n in range(31, 40))},
    "wmo": {"02", "19", "20", "21", "22", "23", "31", "36", "37", "38", "39"},
}
_EENHEDEN = {"01", "04", "14", "16", "82", "83", "84"}
_EURO = "83"


def read_message(content: bytes, gemeente: str) -> Bericht:
    """Counts every record of the file, and keeps those that pass."""
    element = fromstring(content)  # noqa: S314 the tests wrote it themselves
    root = _ROOT.fullmatch(element.tag)
    if root is None:
        raise ValueError(element.tag)
    base, wet, soort = root.groups()
    tree = Tree(element, base, f"{wet}{soort}")
    parties = [tree.text("Header/Afzender"), tree.text("Header/Ontvanger")]
    ours, aanbieder = parties if soort in FROM_GEMEENTE else parties[::-1]
    message = "Header/BerichtIdentificatie"
    identified = (tree.day(f"{message}/b:Dagtekening"), tree.text(f"{message}/b:Identificatie"))
    bron = Bron(wet, aanbieder, *identified, sha256(content).hexdigest())
    bericht = Bericht(f"{wet}{soort}".upper())
    for plaats, (client, record) in enumerate(_records(tree, soort)):
        bericht.gelezen += 1
        try:
            found = _READ[soort](bron, plaats, tree, client, record)
        except Refused:
            continue
        if ours == gemeente:
            bericht.records.append(found)
    return bericht


def _records(tree: Tree, soort: str) -> Iterator[tuple[Tree, Tree]]:
    """Each record with the client that it stands under; an answer itself stands under itself."""
    if soort == "325" or soort in _RETOUR:
        yield tree, tree
    clients, records = _PATHS[soort]
    for client in tree.all(clients):
        for record in client.all(records):
            yield client, record


_NO_REJECTION = {"8001", "0200", "0233"}
_RETOUR = {"302": "301", "306": "305", "308": "307", "316": "315"}
_PATHS = {
    "301": ("Client", "ToegewezenProducten/ToegewezenProduct"),
    "305": ("Client", "StartProducten/StartProduct"),
    "307": ("Client", "StopProducten/StopProduct"),
    "315": ("Client", "AangevraagdeProducten/AangevraagdProduct"),
    "323": ("Declaratie/Clienten/Client", "Prestaties/Prestatie"),
    "325": ("DeclaratieAntwoord/Clienten/Client", "Prestaties/Prestatie"),
}
_PATHS |= {retour: _PATHS[soort] for retour, soort in _RETOUR.items()}


def _bsn(client: Tree) -> str:
    bsn = client.text("Bsn")
    if not passes_eleven_test(bsn):
        raise Refused("Bsn")
    return bsn


def _product(record: Tree, wet: str) -> tuple[str | None, str | None]:
    categorie = record.optional("Product/b:Categorie")
    if categorie is not None and categorie not in _CATEGORIEEN[wet]:
        raise Refused("Categorie")
    return categorie, record.optional("Product/b:Code")


def _nummer(record: Tree) -> int | None:
    absent = record.optional("ToewijzingNummer") is None
    return None if absent else record.number("ToewijzingNummer", 999_999_999)


def _versie(bron: Bron, plaats: int, _: Tree, client: Tree, record: Tree) -> Record:
    eind = record.optional("Einddatum")
    tijd = time.fromisoformat(record.text("Toewijzingstijd"))
    return Versie(
        bron,
        plaats,
        record.number("ToewijzingNummer", 999_999_999),
        _bsn(client),
        _product(record, bron.wet),
        (record.day("Toewijzingsdatum"), tijd),
        record.day("Ingangsdatum"),
        date.fromisoformat(eind) if eind else None,
        record.optional("RedenWijziging"),
        _omvang(record),
        int(budget) if (budget := record.optional("Budget")) else None,
    )


def _omvang(record: Tree) -> tuple[int, str, str] | None:
    if record.optional("Omvang/b:Volume") is None:
        return None
    volume, eenheid, frequentie = (
        record.text(f"Omvang/b:{part}") for part in ("Volume", "Eenheid", "Frequentie")
    )
    return int(volume), eenheid, frequentie


def _melding(bron: Bron, plaats: int, _: Tree, client: Tree, record: Tree) -> Record:
    stop = record.optional("Einddatum") is not None
    return Melding(
        bron,
        plaats,
        _nummer(record),
        _bsn(client),
        _product(record, bron.wet),
        record.day("Begindatum"),
        record.one_of("StatusAanlevering", {"1", "3"}),
        record.day("Einddatum") if stop else None,
        record.one_of("RedenBeeindiging", _REDENEN[bron.wet]) if stop else None,
    )


def _verzoek(bron: Bron, _plaats: int, _: Tree, client: Tree, record: Tree) -> Record:
    _bsn(client)
    _product(record, bron.wet)
    record.one_of("Verwijzer/b:Type", {"01", "02", "03", "04", "05", "06", "08"})
    return None


def _regel(bron: Bron, plaats: int, tree: Tree, client: Tree, record: Tree) -> Record:
    record.one_of("ProductCategorie", _CATEGORIEEN[bron.wet])
    begin, eind = (record.day(f"ProductPeriode/b:{end}datum") for end in ("Begin", "Eind"))
    last = begin.replace(day=monthrange(begin.year, begin.month)[1])
    if not begin <= eind <= last:
        raise Refused("ProductPeriode")
    sign = record.one_of("IngediendBedrag/b:DebetCredit", {"C", "D"})
    bedrag = _bedrag(record)
    return Regel(
        bron,
        plaats,
        tree.text("Declaratie/DeclaratieNummer"),
        record.text("ProductReferentie/b:ReferentieNummer"),
        _bsn(client),
        begin,
        -bedrag if sign == "C" else bedrag,
        record.optional("ProductReferentie/b:VorigReferentieNummer") if sign == "C" else None,
        int(record.text("ToewijzingNummer")),
        record.number("GeleverdVolume"),
        record.text("Eenheid"),
        (record.text("ProductCategorie"), record.text("ProductCode")),
    )


def _bedrag(record: Tree) -> int:
    """The amount, which is volume x tarief, unless there is no tarief or the volume is euros."""
    bedrag, volume = record.number("IngediendBedrag/b:Bedrag"), record.number("GeleverdVolume")
    priced = record.optional("ProductTarief") is not None
    if record.one_of("Eenheid", _EENHEDEN) == _EURO or not priced:
        return bedrag
    if bedrag != volume * record.number("ProductTarief"):
        raise Refused("Bedrag")
    return bedrag


def _antwoord(bron: Bron, _plaats: int, tree: Tree, client: Tree, _record: Tree) -> Record:
    if client is not tree:
        _bsn(client)
        return None
    van_client, van_regel = _details(tree)
    nobodies = [
        one
        for one in tree.all("DeclaratieAntwoord/Clienten/Client")
        if not passes_eleven_test(one.text("Bsn"))
    ]
    nobodys = [line for one in nobodies for line in one.all("Prestaties/Prestatie")]
    answered = "Header/DeclaratieIdentificatie"
    return Uitspraak(
        bron,
        (tree.text(f"{answered}/b:Identificatie"), tree.day(f"{answered}/b:Dagtekening")),
        tree.optional("DeclaratieAntwoord/DeclaratieNummer"),
        tree.codes("Header/RetourCodes") | tree.codes("DeclaratieAntwoord/RetourCodes"),
        van_client,
        van_regel,
        frozenset(_referentie(line) for line in nobodys if line.codes() - _NO_REJECTION),
        any(one.codes() - _NO_REJECTION for one in nobodies),
    )


def _referentie(line: Tree) -> str:
    return line.text("ProductReferentie/b:ReferentieNummer")


def _details(tree: Tree) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The codes of each client and of each line; without those whose BSN fails."""
    van_client: dict[str, set[str]] = {}
    van_regel: dict[str, set[str]] = {}
    for client in tree.all("DeclaratieAntwoord/Clienten/Client"):
        if passes_eleven_test(client.text("Bsn")):
            van_client.setdefault(client.text("Bsn"), set()).update(client.codes())
            for line in client.all("Prestaties/Prestatie"):
                van_regel.setdefault(_referentie(line), set()).update(line.codes())
    return van_client, van_regel


def _weigering(bron: Bron, _plaats: int, tree: Tree, client: Tree, _record: Tree) -> Record:
    if client is not tree:
        _bsn(client)
        return None
    clienten: set[str] = set()
    meldingen: set[tuple[object, ...]] = set()
    for one in tree.all("Client"):
        bsn = one.text("Bsn")
        if not passes_eleven_test(bsn):
            continue
        if one.codes() - _NO_REJECTION:
            clienten.add(bsn)
        for product in (*one.all(_PATHS["305"][1]), *one.all(_PATHS["307"][1])):
            if product.codes() - _NO_REJECTION:
                meldingen.add((bsn, *_key(product)))
    over = (tree.text("Header/IdentificatieRetour"), tree.day("Header/DagtekeningRetour"))
    geheel = bool(tree.codes("Header/RetourCodes") - _NO_REJECTION)
    is_of_stop = tree.text("Header/BerichtCode") in {"441", "421"}
    return Weigering(bron, over, is_of_stop, geheel, frozenset(clienten), frozenset(meldingen))


def _key(product: Tree) -> tuple[object, ...]:
    eind = product.optional("Einddatum")
    return (
        _nummer(product),
        product.optional("Product/b:Categorie"),
        product.optional("Product/b:Code"),
        product.day("Begindatum"),
        date.fromisoformat(eind) if eind else None,
        product.text("StatusAanlevering"),
    )


def _zegt_niets(_bron: Bron, _plaats: int, tree: Tree, client: Tree, _record: Tree) -> Record:
    if client is not tree:
        _bsn(client)
    return None


_READ = {
    "301": _versie,
    "302": _zegt_niets,
    "305": _melding,
    "306": _weigering,
    "307": _melding,
    "308": _weigering,
    "315": _verzoek,
    "316": _zegt_niets,
    "323": _regel,
    "325": _antwoord,
}
