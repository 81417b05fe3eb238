"""The rules of a 317, a 319 and a return message, record by record."""

import pytest

from sdash.contracts.base import Contract
from sdash.contracts.retour import Retour
from sdash.contracts.toewijzing import AangevraagdProduct
from sdash.contracts.wijziging import VerzochtProduct, VerzoekAntwoord
from tests.contracts.records import Values, reasons

NEW = {"wens": "nieuw", "ToewijzingNummer": None, "Categorie": "45", "Code": "45A04"}
STAYS = {
    "wens": "ongewijzigd",
    **dict.fromkeys(("GewensteIngangsdatum", "Einddatum", "Budget")),
    **dict.fromkeys(("Volume", "Eenheid", "Frequentie")),
}
NO_WOONPLAATS = {"RedenAfwijzingVerzoek": "3", "Gemeente": None}
OMVANG = ("0001", "De omvang is niet volledig")
REDEN = ("0001", "Een reden van afwijzing hoort bij een afwijzing, en alleen daar")
WOONPLAATS = ("0001", "Woonplaatsbeginsel en de gemeente daarvan horen bij elkaar")


@pytest.mark.parametrize(
    ("contract", "changed"),
    [
        pytest.param(VerzochtProduct, STAYS, id="a product that stays"),
        pytest.param(VerzochtProduct, NEW, id="a new product"),
        pytest.param(VerzochtProduct, NEW | {"Categorie": None, "Code": None}, id="generiek"),
        pytest.param(VerzochtProduct, {"Einddatum": None}, id="an open end"),
        pytest.param(
            VerzochtProduct,
            NEW | {"wet": "wmo", "Categorie": "02", "Code": "02A04"},
            id="a new product of the Wmo",
        ),
        pytest.param(VerzoekAntwoord, NO_WOONPLAATS, id="a rejection"),
        pytest.param(
            VerzoekAntwoord,
            NO_WOONPLAATS | {"VerzoekAntwoord": "2", "RedenAfwijzingVerzoek": None},
            id="in onderzoek",
        ),
        pytest.param(
            VerzoekAntwoord,
            {"wet": "wmo", "Gemeente": None},
            id="woonplaatsbeginsel in the Wmo, which has no place for the gemeente",
        ),
        pytest.param(Retour, {"codes": "0200", "wijst_af": False}, id="nothing to say"),
        pytest.param(
            Retour,
            {"niveau": "bericht", "client": None, "ToewijzingNummer": None, "Begindatum": None},
            id="a message as a whole",
        ),
    ],
)
def test_a_good_record_is_accepted(contract: type[Contract], changed: Values) -> None:
    assert reasons(contract, changed) == []


@pytest.mark.parametrize(
    ("contract", "changed", "reason"),
    [
        pytest.param(
            VerzochtProduct,
            {"ToewijzingNummer": None},
            ("0001", "ToewijzingNummer ontbreekt"),
            id="changes nothing that is known",
        ),
        pytest.param(
            VerzochtProduct,
            {"GewensteIngangsdatum": None},
            ("0001", "GewensteIngangsdatum ontbreekt"),
            id="changes at no day",
        ),
        pytest.param(
            VerzochtProduct,
            {"Categorie": "45"},
            ("0001", "Categorie hoort hier niet"),
            id="changes the product",
        ),
        pytest.param(
            VerzochtProduct,
            STAYS | {"Budget": "1"},
            ("0001", "Budget hoort hier niet"),
            id="stays with another budget",
        ),
        pytest.param(
            VerzochtProduct,
            NEW | {"ToewijzingNummer": "12"},
            ("0001", "ToewijzingNummer hoort hier niet"),
            id="new with a number",
        ),
        pytest.param(
            VerzochtProduct,
            NEW | {"Categorie": "02"},
            ("S329", "De productcategorie staat niet op de codelijst van deze wet"),
            id="new of the other wet",
        ),
        pytest.param(
            VerzochtProduct,
            {"Einddatum": "2026-02-28"},
            ("0001", "De einddatum ligt voor de begindatum"),
            id="ends before it begins",
        ),
        pytest.param(VerzochtProduct, {"Eenheid": None}, OMVANG, id="a part of an omvang"),
        pytest.param(AangevraagdProduct, {"Eenheid": None}, OMVANG, id="the same in a 315"),
        pytest.param(
            VerzochtProduct,
            {"RedenVerzoek": "3"},
            ("0001", "RedenVerzoek is geen bekende code"),
            id="reden verzoek 3",
        ),
        pytest.param(
            VerzochtProduct,
            {"ReferentieAanbieder": None},
            ("0001", "ReferentieAanbieder ontbreekt"),
            id="no reference",
        ),
        pytest.param(
            VerzoekAntwoord,
            NO_WOONPLAATS | {"RedenAfwijzingVerzoek": None},
            REDEN,
            id="a rejection without a reason",
        ),
        pytest.param(
            VerzoekAntwoord,
            NO_WOONPLAATS | {"VerzoekAntwoord": "2"},
            REDEN,
            id="a reason without a rejection",
        ),
        pytest.param(VerzoekAntwoord, {"Gemeente": None}, WOONPLAATS, id="whose gemeente?"),
        pytest.param(
            VerzoekAntwoord, {"RedenAfwijzingVerzoek": "5"}, WOONPLAATS, id="why that gemeente?"
        ),
        pytest.param(
            VerzoekAntwoord,
            {"wet": "wmo"},
            ("0001", "Gemeente hoort hier niet"),
            id="a gemeente in the Wmo",
        ),
        pytest.param(
            VerzoekAntwoord,
            {"VerzoekAntwoord": "3"},
            ("0001", "VerzoekAntwoord is geen bekende code"),
            id="answer 3",
        ),
        pytest.param(
            VerzoekAntwoord,
            {"RedenAfwijzingVerzoek": "10"},
            ("0001", "RedenAfwijzingVerzoek is geen bekende code"),
            id="reden 10",
        ),
        pytest.param(
            Retour, {"codes": "9074, 9019"}, ("0001", "codes heeft niet de goede vorm"), id="codes"
        ),
        pytest.param(
            Retour,
            {"Begindatum": "5-1-2026"},
            ("0001", "Begindatum is geen datum"),
            id="a Dutch date",
        ),
    ],
)
def test_a_bad_record_is_refused_with_its_reason(
    contract: type[Contract], changed: Values, reason: tuple[str, str]
) -> None:
    assert reasons(contract, changed) == [reason]
