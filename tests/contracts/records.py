"""One good record of every contract, in the source's own names, and what is said of a bad one."""

from collections.abc import Mapping

from pydantic import ValidationError

from sdash.contracts.base import Contract, explain
from sdash.contracts.declaratie import Antwoord, Declaratie, Prestatie
from sdash.contracts.gebied import Kaartpunt, Kerncijfer, Postcode
from sdash.contracts.geld import Begroting, EigenBijdrage, Reserve, Subsidie, TaakgerichteKosten
from sdash.contracts.inkoop import Aanbieder, Inkoopcontract, Tarief
from sdash.contracts.intrekking import Intrekking
from sdash.contracts.inwoner import Huishouden, Pgb, Traject, Uitkering
from sdash.contracts.iv3 import Gemeentefonds, Gemeentekenmerk, Iv3, Iv3Totaal
from sdash.contracts.persoon import ClientVersie
from sdash.contracts.retour import Retour
from sdash.contracts.signalen import Medicatie, Verwijzing, Vroegsignaal
from sdash.contracts.teams import Casus, Formatie, Team, Wijkteam
from sdash.contracts.toewijzing import (
    AangevraagdProduct,
    StartProduct,
    StopProduct,
    ToegewezenProduct,
)
from sdash.contracts.verwijdering import Verwijdering
from sdash.contracts.wijziging import VerzochtProduct, VerzoekAntwoord

Values = Mapping[str, object]

_BERICHT = {"wet": "jw", "aanbieder": "42420001"}
_PERSOON = {**_BERICHT, "client": "pseudoniem"}
_PRODUCT = {"Categorie": "45", "Code": "45A04"}
_OMVANG = {"Volume": "4", "Eenheid": "04", "Frequentie": "2"}

GOOD: Mapping[type[Contract], Values] = {
    ToegewezenProduct: {
        **_PERSOON,
        **_PRODUCT,
        **_OMVANG,
        "ToewijzingNummer": "12",
        "ReferentieAanbieder": "onze referentie",
        "Toewijzingsdatum": "2025-12-01",
        "Toewijzingstijd": "10:00:00",
        "Ingangsdatum": "2026-01-01",
        "Einddatum": "2026-12-31",
        "RedenWijziging": "04",
        "Budget": "100000",
    },
    StartProduct: {
        **_PERSOON,
        **_PRODUCT,
        "ToewijzingNummer": "12",
        "ToewijzingIngangsdatum": "2026-01-01",
        "Begindatum": "2026-01-05",
        "StatusAanlevering": "1",
    },
    StopProduct: {
        **_PERSOON,
        **_PRODUCT,
        "ToewijzingNummer": "12",
        "ToewijzingIngangsdatum": "2026-01-01",
        "Begindatum": "2026-01-05",
        "Einddatum": "2026-03-31",
        "RedenBeeindiging": "31",
        "StatusAanlevering": "1",
    },
    AangevraagdProduct: {
        **_PERSOON,
        **_PRODUCT,
        **_OMVANG,
        "ReferentieAanbieder": "onze referentie",
        "ToewijzingIngangsdatum": "2026-01-01",
        "ToewijzingEinddatum": "2026-12-31",
        "Type": "02",
    },
    VerzochtProduct: {
        **_PERSOON,
        **_OMVANG,
        "ReferentieAanbieder": "onze referentie",
        "RedenVerzoek": "1",
        "wens": "te wijzigen",
        "ToewijzingNummer": "12",
        "GewensteIngangsdatum": "2026-03-01",
        "Einddatum": "2026-12-31",
        "Budget": "100000",
    },
    VerzoekAntwoord: {
        **_BERICHT,
        "ReferentieAanbieder": "onze referentie",
        "VerzoekAntwoord": "1",
        "RedenAfwijzingVerzoek": "8",
        "Gemeente": "0106",
    },
    ClientVersie: {
        "client": "pseudoniem",
        "geboortejaar": 2012,
        "geboortemaand": 5,
        "postcode": "pseudoniem",
        "postcodegebied": "pseudoniem",
    },
    Declaratie: {
        **_BERICHT,
        "DeclaratieNummer": "D1",
        "Begindatum": "2026-01-01",
        "Einddatum": "2026-01-31",
        "DeclaratieDagtekening": "2026-02-05",
        "TotaalBedrag": "50000",
        "DebetCredit": "D",
    },
    Prestatie: {
        **_PERSOON,
        "declaratienummer": "D1",
        "ReferentieNummer": "R1",
        "VorigReferentieNummer": "R0",
        "ToewijzingNummer": "12",
        "ProductCategorie": "45",
        "ProductCode": "45A04",
        "Begindatum": "2026-01-01",
        "Einddatum": "2026-01-31",
        "GeleverdVolume": "10",
        "Eenheid": "04",
        "ProductTarief": "5000",
        "Bedrag": "50000",
        "DebetCredit": "D",
    },
    Antwoord: {
        **_BERICHT,
        "niveau": "prestatie",
        "declaratienummer": "D1",
        "declaratie_identificatie": "1",
        "declaratie_dagtekening": "2026-02-05",
        "client": "pseudoniem",
        "referentienummer": "R1",
        "codes": "8021 9338",
        "wijst_af": True,
    },
    Retour: {
        **_PERSOON,
        **_PRODUCT,
        "bericht": "306",
        "niveau": "product",
        "identificatie": "1",
        "dagtekening": "2026-02-05",
        "ToewijzingNummer": "12",
        "ReferentieAanbieder": "onze referentie",
        "Begindatum": "2026-01-05",
        "Einddatum": "2026-03-31",
        "StatusAanlevering": "1",
        "codes": "9019 9074",
        "wijst_af": True,
    },
    Begroting: {
        "jaar": "2026",
        "taakveld": "6.711",
        "omschrijving": "Huishoudelijke hulp",
        "lasten": "1.234.567,89",
        "baten": "0",
        "stand": "primitief",
        "vastgesteld_op": "2025-11-06",
        "fictief": "nee",
    },
    Aanbieder: {"agb_code": "42420001", "naam": "Voorbeeldzorg"},
    Team: {"team": "Noord", "wijk_code": "WK168100", "van": "2025-01-01", "tot": ""},
    Casus: {
        "casusnummer": "2026-1",
        "team": "Noord",
        "wijk_code": "WK168100",
        "begindatum": "1-2-2026",
        "einddatum": "2026-03-31",
        "eerder_bekend": "ja",
        "taak": "",
    },
    Postcode: {"postcode": "9531 AA", "wijk_code": "WK168100"},
    Kerncijfer: {
        "jaar": "2024",
        "regio_code": "GM1681",
        "regio_naam": "Borger-Odoorn",
        "regio_soort": "gemeente",
        "indicator": "Inwoners",
        "waarde": "25.600,5",
        "eenheid": "aantal",
        "bron": "CBS",
    },
    Kaartpunt: {"regio_code": "WK168100", "volgnr": "1", "x": "1.5", "y": "-2,5"},
    Verwijdering: {"levering": 12, "grens": "2019-01-01"},
    Intrekking: {"levering": 12, "reden": "dubbel geleverd"},
    Inkoopcontract: {
        "agb_code": "42420001",
        "wet": "jw",
        "contractnummer": "JW-2026/17",
        "van": "2026-01-01",
        "tot": "",
        "plafond": "1.250.000,00",
        "niveau": "regionaal",
        "jaar": "2026",
        "categorie": "45",
        "productcode": "45A04",
    },
    Tarief: {
        "agb_code": "",
        "wet": "wmo",
        "productcode": "02A04",
        "eenheid": "04",
        "tarief": "78,35",
        "van": "1-1-2026",
        "tot": "31-12-2026",
    },
    Formatie: {"team": "Noord", "maand": "2026-10", "fte": "6,75", "taak": "regievoering"},
    Wijkteam: {
        "wijk_code": "WK168100",
        "team_soort": "jeugdteam",
        "team": "Jeugdteam Noord",
        "van": "2026-01-01",
        "tot": "",
    },
    Uitkering: {
        "bsn": "999900006",
        "regeling": "IOAW",
        "begin": "2024-03-01",
        "eind": "",
        "maand": "2026-10",
        "bedrag": "1.405,10",
        "reden_instroom": "11",
        "reden_uitstroom": "",
        "leefvorm": "alleenstaande ouder",
        "leeftijdsklasse": "27 tot 45",
        "wijk_code": "WK168100",
        "trede": "3",
    },
    Traject: {
        "bsn": "999900006",
        "traject": "scholing",
        "begin": "2026-02-01",
        "eind": "2026-06-30",
        "resultaat": "deels werk",
        "trede": "4",
    },
    Pgb: {
        "bsn": "999900006",
        "wet": "wmo",
        "maand": "2026-10",
        "budget": "900",
        "besteed": "812,50",
    },
    TaakgerichteKosten: {
        "agb_code": "42420001",
        "wet": "jw",
        "taakveld": "6.752",
        "maand": "2026-10",
        "bedrag": "104166,67",
    },
    Subsidie: {
        "subsidienummer": "S-2026-003",
        "jaar": "2026",
        "ontvanger": "Stichting Voorbeeld (fictief)",
        "taakveld": "6.1",
        "verleend": "25000",
        "vastgesteld": "",
    },
    EigenBijdrage: {
        "maand": "2026-10",
        "taakveld": "6.711",
        "inner": "CAK",
        "bedrag": "21.000,00",
    },
    Reserve: {
        "reserve": "Reserve sociaal domein",
        "jaar": "2026",
        "stand": "1500000",
        "storting": "0",
        "onttrekking": "250000",
    },
    Verwijzing: {
        "praktijk": "01012345",
        "maand": "2026-10",
        "verwijzer": "02",
        "aantal": "14",
        "poh": "ja",
        "poh_van": "2026-01-01",
        "poh_tot": "",
    },
    Medicatie: {
        "jaar": "2025",
        "groep": "ADHD-medicatie 4 tot 18 jaar",
        "regio_code": "GM1681",
        "per_duizend": "41,5",
        "teller": "166",
        "noemer": "4000",
    },
    Vroegsignaal: {
        "maand": "2026-10",
        "wijk_code": "WK168100",
        "signaal": "energie",
        "aantal": "12",
        "opgevolgd": "9",
    },
    Huishouden: {
        "bsn": "999900006",
        "huishouden": "H-0012",
        "van": "2026-01-01",
        "tot": "",
    },
    Iv3: {
        "jaar": "2025",
        "stand": "begroting",
        "plaatsing": "2",
        "gemeenten": "Assen",
        "taakveld": "6.22 Toegang en eerstelijnsvoorz. Jeugd",
        "lasten": "1240.0",
        "baten": "0.0",
        "l1_1_salarissen_en_sociale_lasten": "",
        "provincie": "Drenthe",
        "gemeentegrootte": "50000tot100000inwoners",
        "stedelijkheid": "Sterkstedelijk",
        "inwonertal": "70395",
        "centrumfunctie": "Sterk",
        "sociale_structuur": "Matig",
    },
    Iv3Totaal: {
        "jaar": "2025",
        "stand": "begroting",
        "gemeente": "GM0106",
        "jeugd_maatwerk": "29000",
        "jeugd_gedwongen": "4500",
        "wmo": "25300",
        "opvang": "41200",
        "participatie": "76500",
        "samenkracht": "12000",
        "toegang": "16500",
        "beleid": "8100",
    },
    Gemeentefonds: {
        "circulaire_jaar": "S2024_2025",
        "gemeenten": "Assen",
        "sociale_basisvoorzieningen": "20700123.09420412",
        "participatie": "20280000",
        "individuele_voorzieningen_wmo": "23980000",
        "individuele_voorzieningen_jeugd": "36360000",
        "bestuur_en_ondersteuning": "24516570.8",
        "orde_en_veiligheid": "",
        "onderwijs": "",
        "sport_cultuur_en_recreatie": "",
        "infrastructuur_ruimte_en_milieu": "",
        "overig": "0",
        "overige_eigen_middelen": "-11607324.7",
        "onroerendezaakbelasting": "",
        "totaal": "",
    },
    Gemeentekenmerk: {
        "jaar": "2025",
        "gemeente": "Assen",
        "provincie": "Drenthe",
        "inwoners": "70395",
        "jongeren": "18958",
        "gemeentegrootte": "50.000 tot 100.000 inwoners",
        "stedelijkheid": "sterk stedelijk",
        "sociale_structuur": "matig",
        "centrumfunctie": "sterk",
        "centrumgemeente": "ja",
        "bron": "Bron: CBS",
    },
}


def reasons(contract: type[Contract], changed: Values) -> list[tuple[str, str]]:
    """What is said of a good record with some values changed; a value of None is left out."""
    values = {**GOOD[contract], **changed}
    try:
        contract.model_validate({name: it for name, it in values.items() if it is not None})
    except ValidationError as error:
        return list(explain(error))
    return []
