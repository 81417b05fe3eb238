"""One good record of every contract, in the source's own names, and what is said of a bad one."""

from collections.abc import Mapping

from pydantic import ValidationError

from sdash.contracts.base import Contract, explain
from sdash.contracts.bestanden import (
    Aanbieder,
    Begroting,
    Casus,
    Kaartpunt,
    Kerncijfer,
    Postcode,
    Team,
)
from sdash.contracts.declaratie import Antwoord, Declaratie, Prestatie
from sdash.contracts.intrekking import Intrekking
from sdash.contracts.persoon import ClientVersie
from sdash.contracts.retour import Retour
from sdash.contracts.toewijzing import (
    AangevraagdProduct,
    StartProduct,
    StopProduct,
    ToegewezenProduct,
)
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
    Intrekking: {"levering": 12, "reden": "dubbel geleverd"},
}


def reasons(contract: type[Contract], changed: Values) -> list[tuple[str, str]]:
    """What is said of a good record with some values changed; a value of None is left out."""
    values = {**GOOD[contract], **changed}
    try:
        contract.model_validate({name: it for name, it in values.items() if it is not None})
    except ValidationError as error:
        return list(explain(error))
    return []
