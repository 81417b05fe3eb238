import pytest

from sdash.contracts.base import Contract
from sdash.contracts.declaratie import Antwoord, Declaratie, Prestatie
from sdash.contracts.toewijzing import (
    AangevraagdProduct,
    StartProduct,
    StopProduct,
    ToegewezenProduct,
)
from tests.contracts.records import Values, reasons

CATEGORIE = ("S329", "De productcategorie staat niet op de codelijst van deze wet")
PERIODE = ("0001", "De einddatum ligt voor de begindatum")
MAAND = ("9319", "De productperiode ligt niet in één kalendermaand")
BEDRAG = ("9346", "Het bedrag is niet gelijk aan volume maal tarief")
OMVANG = ("0001", "De omvang is niet volledig")
REDEN = ("0001", "De reden van beëindiging staat niet op de lijst van deze wet")
LAST_OF_MAY = {"Begindatum": "2026-05-31", "Einddatum": "2026-05-31"}
OF_WMO = {"wet": "wmo", "Categorie": "02", "Code": "02A04"}


@pytest.mark.parametrize(
    ("contract", "changed"),
    [
        pytest.param(ToegewezenProduct, {"Code": None}, id="aspecifiek: no code"),
        pytest.param(
            ToegewezenProduct,
            {"Categorie": None, "Code": None, "Volume": None, "Eenheid": None, "Frequentie": None},
            id="generiek: no product and no omvang",
        ),
        pytest.param(ToegewezenProduct, {"Einddatum": None}, id="an open end"),
        pytest.param(ToegewezenProduct, {"Einddatum": "2026-01-01"}, id="one day"),
        pytest.param(ToegewezenProduct, {"RedenWijziging": "13"}, id="one that never existed"),
        pytest.param(ToegewezenProduct, {"ToewijzingNummer": "0"}, id="toewijzing zero"),
        pytest.param(ToegewezenProduct, OF_WMO, id="the same of the Wmo"),
        pytest.param(StartProduct, {"ToewijzingNummer": None}, id="a start without toewijzing"),
        pytest.param(StartProduct, {"StatusAanlevering": "3"}, id="the removal of a start"),
        pytest.param(StopProduct, {"RedenBeeindiging": "20"}, id="an interruption"),
        pytest.param(
            StopProduct,
            {"StatusAanlevering": "3", "Einddatum": "2025-12-31"},
            id="the removal of a stop that ends before it begins",
        ),
        pytest.param(StopProduct, OF_WMO | {"RedenBeeindiging": "19"}, id="the Wmo's own reden"),
        pytest.param(StopProduct, OF_WMO, id="31 is a reden of both wetten"),
        pytest.param(Prestatie, {"ProductTarief": None, "Bedrag": "1"}, id="no tariff: any amount"),
        pytest.param(Prestatie, {"Eenheid": "83", "Bedrag": "7"}, id="unit euro: any amount"),
        pytest.param(Prestatie, {"GeleverdVolume": "0", "Bedrag": "0"}, id="nothing delivered"),
        pytest.param(Prestatie, LAST_OF_MAY, id="the last day of a month"),
        pytest.param(Prestatie, {"DebetCredit": "C"}, id="a credit"),
        pytest.param(Declaratie, {"DebetCredit": "C"}, id="a declaratie that gives money back"),
        pytest.param(Antwoord, {"codes": ""}, id="a level without codes"),
        pytest.param(Antwoord, {"niveau": "client", "referentienummer": None}, id="a client level"),
    ],
)
def test_a_good_record_is_accepted(contract: type[Contract], changed: Values) -> None:
    assert reasons(contract, changed) == []


@pytest.mark.parametrize(
    ("contract", "changed", "reason"),
    [
        pytest.param(ToegewezenProduct, {"Categorie": "02"}, CATEGORIE, id="categorie of the Wmo"),
        pytest.param(ToegewezenProduct, {"Einddatum": "2025-12-31"}, PERIODE, id="ends too soon"),
        pytest.param(ToegewezenProduct, {"Volume": None}, OMVANG, id="omvang without volume"),
        pytest.param(ToegewezenProduct, {"Eenheid": None}, OMVANG, id="omvang without eenheid"),
        pytest.param(ToegewezenProduct, {"Frequentie": None}, OMVANG, id="without frequentie"),
        pytest.param(
            ToegewezenProduct,
            {"ToewijzingNummer": None},
            ("0001", "ToewijzingNummer ontbreekt"),
            id="no number",
        ),
        pytest.param(
            ToegewezenProduct,
            {"ToewijzingNummer": "1234567890"},
            ("0001", "ToewijzingNummer is te groot"),
            id="number of ten digits",
        ),
        pytest.param(
            ToegewezenProduct,
            {"ToewijzingNummer": "-1"},
            ("0001", "ToewijzingNummer is geen geheel getal"),
            id="negative number",
        ),
        pytest.param(
            ToegewezenProduct,
            {"ToewijzingNummer": "٣"},
            ("0001", "ToewijzingNummer is geen geheel getal"),
            id="digits of another script",
        ),
        pytest.param(
            ToegewezenProduct,
            {"Volume": "4,5"},
            ("0001", "Volume is geen geheel getal"),
            id="a volume with a fraction",
        ),
        pytest.param(
            ToegewezenProduct,
            {"Toewijzingsdatum": "01-12-2025"},
            ("0001", "Toewijzingsdatum is geen datum"),
            id="a Dutch date in a message",
        ),
        pytest.param(
            ToegewezenProduct,
            {"Toewijzingsdatum": "2025-02-30"},
            ("0001", "Toewijzingsdatum is geen datum"),
            id="a day that is not there",
        ),
        pytest.param(
            ToegewezenProduct,
            {"Toewijzingsdatum": "2025-W01-1"},
            ("0001", "Toewijzingsdatum is geen datum"),
            id="a day of a week",
        ),
        pytest.param(
            ToegewezenProduct,
            {"Toewijzingstijd": "25:00:00"},
            ("0001", "Toewijzingstijd is geen tijd"),
            id="an hour that is not there",
        ),
        pytest.param(
            ToegewezenProduct,
            {"Toewijzingstijd": "10:00"},
            ("0001", "Toewijzingstijd is geen tijd"),
            id="no seconds",
        ),
        pytest.param(
            ToegewezenProduct,
            {"RedenWijziging": "15"},
            ("0001", "RedenWijziging is geen bekende code"),
            id="reden 15",
        ),
        pytest.param(
            ToegewezenProduct,
            {"Eenheid": "02"},
            ("0001", "Eenheid is geen bekende code"),
            id="eenheid 02",
        ),
        pytest.param(
            ToegewezenProduct,
            {"Frequentie": "3"},
            ("0001", "Frequentie is geen bekende code"),
            id="frequentie 3",
        ),
        pytest.param(
            ToegewezenProduct,
            {"Categorie": "4"},
            ("0001", "Categorie heeft niet de goede vorm"),
            id="categorie of one digit",
        ),
        pytest.param(
            ToegewezenProduct,
            {"Code": "45A041"},
            ("0001", "Code is te lang"),
            id="code of six characters",
        ),
        pytest.param(
            ToegewezenProduct,
            {"ReferentieAanbieder": " "},
            ("0001", "ReferentieAanbieder heeft niet de goede vorm"),
            id="blank reference",
        ),
        pytest.param(
            ToegewezenProduct,
            {"Element Kleur": "rood"},
            ("0001", "Element Kleur hoort hier niet"),
            id="unknown element",
        ),
        pytest.param(StartProduct, {"Categorie": "02"}, CATEGORIE, id="start: Wmo categorie"),
        pytest.param(
            StartProduct,
            {"StatusAanlevering": "2"},
            ("0001", "StatusAanlevering is geen bekende code"),
            id="start: status 2",
        ),
        pytest.param(
            StopProduct,
            {"StatusAanlevering": "9"},
            ("0001", "StatusAanlevering is geen bekende code"),
            id="stop: status 9",
        ),
        pytest.param(StopProduct, {"Categorie": "02"}, CATEGORIE, id="stop: Wmo categorie"),
        pytest.param(StopProduct, {"RedenBeeindiging": "19"}, REDEN, id="stop: reden of the Wmo"),
        pytest.param(
            StopProduct,
            OF_WMO | {"RedenBeeindiging": "32"},
            REDEN,
            id="stop: reden of the Jeugdwet",
        ),
        pytest.param(StopProduct, {"Einddatum": "2026-01-04"}, PERIODE, id="stop: before start"),
        pytest.param(AangevraagdProduct, {"Categorie": "02"}, CATEGORIE, id="request: Wmo"),
        pytest.param(
            AangevraagdProduct, {"ToewijzingEinddatum": "2025-12-31"}, PERIODE, id="request: ends"
        ),
        pytest.param(
            AangevraagdProduct,
            {"Type": "07"},
            ("0001", "Type is geen bekende code"),
            id="request: verwijzer 07",
        ),
        pytest.param(Prestatie, {"Bedrag": "50001"}, BEDRAG, id="line: a cent too much"),
        pytest.param(Prestatie, {"Einddatum": "2026-02-01"}, MAAND, id="line: two months"),
        pytest.param(Prestatie, {"Einddatum": "2027-01-31"}, MAAND, id="line: a year later"),
        pytest.param(Prestatie, {"Einddatum": "2025-12-31"}, PERIODE, id="line: ends too soon"),
        pytest.param(Prestatie, {"ProductCategorie": "99"}, CATEGORIE, id="line: categorie 99"),
        pytest.param(
            Prestatie,
            {"ReferentieNummer": "x" * 21},
            ("0001", "ReferentieNummer is te lang"),
            id="line: reference too long",
        ),
        pytest.param(
            Prestatie,
            {"DebetCredit": "d"},
            ("0001", "DebetCredit is geen bekende code"),
            id="line: small d",
        ),
        pytest.param(
            Prestatie, {"Bedrag": None}, ("0001", "Bedrag ontbreekt"), id="line: no amount"
        ),
        pytest.param(
            Declaratie,
            {"DeclaratieNummer": "D 1"},
            ("0001", "DeclaratieNummer heeft niet de goede vorm"),
            id="head: number with a space",
        ),
        pytest.param(
            Declaratie,
            {"TotaalBedrag": "1000000000000"},
            ("0001", "TotaalBedrag is geen geheel getal"),
            id="head: total of thirteen digits",
        ),
        pytest.param(
            Antwoord,
            {"referentienummer": None},
            ("0001", "ReferentieNummer ontbreekt"),
            id="answer: no reference",
        ),
        pytest.param(
            Antwoord,
            {"codes": "8021;9338"},
            ("0001", "codes heeft niet de goede vorm"),
            id="answer: codes",
        ),
    ],
)
def test_a_bad_record_is_refused_with_its_reason(
    contract: type[Contract], changed: Values, reason: tuple[str, str]
) -> None:
    assert reasons(contract, changed) == [reason]


def test_every_fault_of_a_record_is_named_at_once() -> None:
    faults = {"Volume": "veel", "Frequentie": "3", "Toewijzingsdatum": "gisteren"}

    said = reasons(ToegewezenProduct, faults)

    assert said == [
        ("0001", "Toewijzingsdatum is geen datum"),
        ("0001", "Volume is geen geheel getal"),
        ("0001", "Frequentie is geen bekende code"),
    ]
