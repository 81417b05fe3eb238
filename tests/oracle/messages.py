"""Writes iJw and iWmo messages, release 3.2, as XML: one function for each kind of message.

client = Client(TEST_BSNS[0])
kop = Kop("1", date(2026, 1, 5), wet="wmo")
startbericht(kop, client, [Start(date(2026, 1, 1), toewijzing=7)])
"""

from collections.abc import Sequence

from tests.oracle.elements import (
    Node,
    document,
    identification,
    iso,
    known,
    optional,
    period,
    retourcodes,
    total,
)
from tests.oracle.values import (
    AANBIEDER,
    BERICHTCODES,
    FROM_GEMEENTE,
    GEMEENTE,
    TEST_BSNS,
    Antwoord,
    AntwoordClient,
    AntwoordPrestatie,
    Client,
    Declaratie,
    DeclaratieAntwoord,
    Gewenst,
    Kop,
    Omvang,
    Prestatie,
    Start,
    Stop,
    Toewijzing,
    Verzoek,
    VerzoekAntwoord,
    Wijziging,
)

__all__ = [
    "AANBIEDER",
    "GEMEENTE",
    "TEST_BSNS",
    "Antwoord",
    "AntwoordClient",
    "AntwoordPrestatie",
    "Client",
    "Declaratie",
    "DeclaratieAntwoord",
    "Gewenst",
    "Kop",
    "Omvang",
    "Prestatie",
    "Start",
    "Stop",
    "Toewijzing",
    "Verzoek",
    "VerzoekAntwoord",
    "Wijziging",
    "antwoordbericht",
    "declaratiebericht",
    "startbericht",
    "stopbericht",
    "toewijzingsbericht",
    "verzoekantwoordbericht",
    "verzoekbericht",
    "wijzigingsbericht",
]

_XSD: Sequence[Node] = (("b:BasisschemaXsdVersie", "1.0.0"), ("b:BerichtXsdVersie", "1.0.0"))


def toewijzingsbericht(kop: Kop, client: Client, toewijzingen: Sequence[Toewijzing]) -> bytes:
    """A 301: all current toewijzingen of the client at the aanbieder, and the changed ones."""
    parts: Sequence[Node] = [
        *_person(client, ("b:NaamGebruik", "1")),
        ("Contactgegevens", [("Contact", [("Soort", "01"), *_address(client)])]),
        ("ToegewezenProducten", [_toewijzing(one) for one in toewijzingen]),
    ]
    return _message(kop, "301", [("Client", parts)])


def startbericht(kop: Kop, client: Client, starts: Sequence[Start]) -> bytes:
    """A 305."""
    products: Node = ("StartProducten", [_start(one) for one in starts])
    return _message(kop, "305", [("Client", [*_person(client), products])])


def stopbericht(kop: Kop, client: Client, stops: Sequence[Stop]) -> bytes:
    """A 307."""
    products: Node = ("StopProducten", [_stop(one) for one in stops])
    return _message(kop, "307", [("Client", [*_person(client), products])])


def verzoekbericht(kop: Kop, client: Client, verzoeken: Sequence[Verzoek]) -> bytes:
    """A 315."""
    products: Node = ("AangevraagdeProducten", [_verzoek(one) for one in verzoeken])
    return _message(kop, "315", [("Client", [*_person(client), products])])


def wijzigingsbericht(kop: Kop, client: Client, wijziging: Wijziging) -> bytes:
    """A 317, which names the person by BSN only."""
    stays: Sequence[Node] = [
        ("OngewijzigdProduct", [*known(("ToewijzingNummer", nummer))])
        for nummer in wijziging.ongewijzigd
    ]
    verzoek: Sequence[Node] = [
        ("ReferentieAanbieder", wijziging.referentie),
        ("RedenVerzoek", wijziging.reden),
        *optional("OngewijzigdeProducten", stays),
        *optional(
            "TeWijzigenProducten",
            [("TeWijzigenProduct", _gewenst(one)) for one in wijziging.te_wijzigen],
        ),
        *optional("NieuweProducten", [("NieuwProduct", _gewenst(one)) for one in wijziging.nieuw]),
    ]
    return _message(kop, "317", [("Client", [("Bsn", client.bsn), ("Verzoek", verzoek)])])


def verzoekantwoordbericht(kop: Kop, antwoord: VerzoekAntwoord) -> bytes:
    """A 319, which names no person at all."""
    parts: Sequence[Node] = [
        ("ReferentieAanbieder", antwoord.referentie),
        ("VerzoekAntwoord", antwoord.antwoord),
        *known(("RedenAfwijzingVerzoek", antwoord.reden)),
        *optional("Woonplaatsbeginsel", [*known(("Gemeente", antwoord.gemeente))]),
    ]
    return _message(kop, "319", [("Antwoord", parts)])


def declaratiebericht(kop: Kop, declaratie: Declaratie) -> bytes:
    """A 323; its total is the sum of its lines."""
    lines = [line for _, of_client in declaratie.clienten for line in of_client]
    clients: Sequence[Node] = [
        (
            "Client",
            [("Bsn", bsn), ("Prestaties", [("Prestatie", _prestatie(p)) for p in of_client])],
        )
        for bsn, of_client in declaratie.clienten
    ]
    body: Sequence[Node] = [
        ("DeclaratieNummer", declaratie.nummer),
        period("DeclaratiePeriode", declaratie.begin, declaratie.eind),
        ("DeclaratieDagtekening", iso(kop.dagtekening)),
        total("TotaalIngediendBedrag", sum(line.saldo for line in lines)),
        ("Clienten", clients),
    ]
    return _message(kop, "323", [("Declaratie", body)])


def antwoordbericht(kop: Kop, antwoord: Antwoord) -> bytes:
    """A 325, with or without a DeclaratieAntwoord."""
    answered = (antwoord.declaratie_identificatie, antwoord.declaratie_dagtekening)
    extra: Sequence[Node] = [
        identification("DeclaratieIdentificatie", *answered),
        ("XsdVersieDeclaratie", _XSD),
        retourcodes(antwoord.codes),
    ]
    body = [] if antwoord.inhoud is None else [_antwoord(antwoord.inhoud)]
    return _message(kop, "325", body, extra)


def _message(kop: Kop, soort: str, body: Sequence[Node], extra: Sequence[Node] = ()) -> bytes:
    parties = (kop.gemeente, kop.aanbieder)
    afzender, ontvanger = parties if soort in FROM_GEMEENTE else parties[::-1]
    header: Sequence[Node] = [
        ("BerichtCode", BERICHTCODES[kop.wet, soort]),
        ("BerichtVersie", "3"),
        ("BerichtSubversie", "2"),
        ("Afzender", afzender),
        ("Ontvanger", ontvanger),
        identification("BerichtIdentificatie", kop.identificatie, kop.dagtekening),
        ("XsdVersie", _XSD),
        *extra,
    ]
    return document(kop.wet, soort, [("Header", header), *body])


def _person(client: Client, *usage: Node) -> Sequence[Node]:
    return [
        ("Bsn", client.bsn),
        ("Geboortedatum", [("b:Datum", iso(client.geboortedatum))]),
        ("Geslacht", client.geslacht),
        ("Naam", [("b:Geslachtsnaam", [("b:Achternaam", client.achternaam)]), *usage]),
    ]


def _address(client: Client) -> Sequence[Node]:
    if client.postcode is None:
        return []
    huis: Node = ("b:Huis", [("b:Huisnummer", "1")])
    street: Node = ("b:Straatnaam", "Verzonnenstraat")
    town: Node = ("b:Plaatsnaam", "Voorbeelddorp")
    return [("Adres", [huis, ("b:Postcode", client.postcode), street, town])]


def _product(categorie: str | None, code: str | None) -> Sequence[Node]:
    return optional("Product", [*known(("b:Categorie", categorie), ("b:Code", code))])


def _omvang(omvang: Omvang | None) -> Sequence[Node]:
    if omvang is None:
        return []
    parts = known(
        ("b:Volume", omvang.volume),
        ("b:Eenheid", omvang.eenheid),
        ("b:Frequentie", omvang.frequentie),
    )
    return [("Omvang", [*parts])]


def _toewijzing(one: Toewijzing) -> Node:
    parts: Sequence[Node] = [
        *known(("ToewijzingNummer", one.nummer), ("ReferentieAanbieder", one.referentie)),
        *_product(one.categorie, one.code),
        ("Toewijzingsdatum", iso(one.toewijzingsdatum)),
        ("Toewijzingstijd", one.toewijzingstijd),
        ("Ingangsdatum", iso(one.ingangsdatum)),
        *known(("Einddatum", one.einddatum)),
        *known(("RedenWijziging", one.reden_wijziging)),
        *_omvang(one.omvang),
        *known(("Budget", one.budget)),
    ]
    return ("ToegewezenProduct", parts)


def _care(one: Start | Stop) -> Sequence[Node]:
    return [
        *known(("ToewijzingNummer", one.toewijzing)),
        *_product(one.categorie, one.code),
        *known(("ToewijzingIngangsdatum", one.toewijzing_ingangsdatum)),
        ("Begindatum", iso(one.begindatum)),
    ]


def _start(one: Start) -> Node:
    return ("StartProduct", [*_care(one), ("StatusAanlevering", one.status)])


def _stop(one: Stop) -> Node:
    ended: Sequence[Node] = [("RedenBeeindiging", one.reden), ("Einddatum", iso(one.einddatum))]
    return ("StopProduct", [*_care(one), *ended, ("StatusAanlevering", one.status)])


def _verzoek(one: Verzoek) -> Node:
    parts: Sequence[Node] = [
        ("ReferentieAanbieder", one.referentie),
        *_product(one.categorie, one.code),
        ("ToewijzingIngangsdatum", iso(one.ingangsdatum)),
        *known(("ToewijzingEinddatum", one.einddatum)),
        *_omvang(one.omvang),
        ("Verwijzer", [("b:Type", one.verwijzer)]),
    ]
    return ("AangevraagdProduct", parts)


def _gewenst(one: Gewenst) -> Sequence[Node]:
    return [
        *known(("ToewijzingNummer", one.toewijzing)),
        *_product(one.categorie, one.code),
        ("GewensteIngangsdatum", iso(one.ingangsdatum)),
        *known(("Einddatum", one.einddatum)),
        *_omvang(one.omvang),
    ]


def _prestatie(one: Prestatie) -> Sequence[Node]:
    numbers = known(
        ("b:ReferentieNummer", one.referentie),
        ("b:VorigReferentieNummer", one.vorige_referentie),
    )
    return [
        ("ProductReferentie", [*numbers]),
        *known(("ToewijzingNummer", one.toewijzing), ("ProductCategorie", one.categorie)),
        ("ProductCode", one.code),
        period("ProductPeriode", one.begin, one.laatste_dag),
        *known(("GeleverdVolume", one.volume), ("Eenheid", one.eenheid)),
        *known(("ProductTarief", one.tarief)),
        (
            "IngediendBedrag",
            [*known(("b:Bedrag", one.centen), ("b:DebetCredit", one.debet_credit))],
        ),
    ]


def _antwoord_prestatie(one: AntwoordPrestatie) -> Node:
    return ("Prestatie", [*_prestatie(one.prestatie), retourcodes(one.codes)])


def _antwoord_client(one: AntwoordClient) -> Node:
    lines = [_antwoord_prestatie(line) for line in one.prestaties]
    return ("Client", [("Bsn", one.bsn), ("Prestaties", lines), retourcodes(one.codes)])


def _antwoord(inhoud: DeclaratieAntwoord) -> Node:
    parts: Sequence[Node] = [
        ("DeclaratieNummer", inhoud.nummer),
        total("TotaalIngediendBedrag", inhoud.ingediend),
        total("TotaalToegekendBedrag", inhoud.toegekend),
        *optional("Clienten", [_antwoord_client(one) for one in inhoud.clienten]),
        retourcodes(inhoud.codes),
    ]
    return ("DeclaratieAntwoord", parts)
