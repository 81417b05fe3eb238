from datetime import date
from decimal import Decimal

import pytest

from sdash.contracts.base import Contract
from sdash.contracts.gebied import Kaartpunt, Kerncijfer, Postcode
from sdash.contracts.geld import Begroting
from sdash.contracts.inkoop import Aanbieder
from sdash.contracts.teams import Casus, Team
from tests.contracts.records import GOOD, Values, reasons


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        pytest.param("1234.56", "1234.56", id="a point before the cents"),
        pytest.param("1234,56", "1234.56", id="a comma before the cents"),
        pytest.param("1.234,56", "1234.56", id="Dutch thousands"),
        pytest.param("1.234.567", "1234567", id="Dutch millions"),
        pytest.param("-1.234.567,5", "-1234567.5", id="negative"),
        pytest.param("1.23", "1.23", id="a point alone is a point"),
        pytest.param("0", "0", id="nothing"),
    ],
)
def test_an_amount_is_read_as_it_was_meant(written: str, amount: str) -> None:
    record = Begroting.model_validate({**GOOD[Begroting], "lasten": written})

    assert record.lasten == Decimal(amount)


@pytest.mark.parametrize("written", ["2026-02-01", "1-2-2026", "01-02-2026"])
def test_a_date_is_read_in_both_notations(written: str) -> None:
    record = Casus.model_validate({**GOOD[Casus], "begindatum": written})

    assert record.begindatum == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("contract", "changed"),
    [
        pytest.param(Begroting, {"taakveld": "6.71a"}, id="taakveld of an older generation"),
        pytest.param(Begroting, {"stand": "rekening"}, id="the accounts"),
        pytest.param(Begroting, {"fictief": "JA"}, id="a shouted yes"),
        pytest.param(Team, {"tot": "2025-01-01"}, id="a team of one day"),
        pytest.param(Casus, {"einddatum": ""}, id="an open casus"),
        pytest.param(Casus, {"taak": "regievoering"}, id="a casus with its taak"),
        pytest.param(Postcode, {"postcode": "9531"}, id="four digits"),
        pytest.param(Postcode, {"postcode": "9531aa"}, id="small letters"),
        pytest.param(Kerncijfer, {"waarde": ""}, id="a figure that was not published"),
        pytest.param(Kerncijfer, {"regio_code": "NL01", "regio_soort": "land"}, id="the country"),
    ],
)
def test_a_good_line_is_accepted(contract: type[Contract], changed: Values) -> None:
    assert reasons(contract, changed) == []


@pytest.mark.parametrize(
    ("contract", "changed", "reason"),
    [
        pytest.param(Begroting, {"jaar": "26"}, "jaar is te klein", id="year of two digits"),
        pytest.param(Begroting, {"jaar": "20260"}, "jaar is te groot", id="year of five digits"),
        pytest.param(
            Begroting, {"taakveld": "6"}, "taakveld heeft niet de goede vorm", id="no taakveld"
        ),
        pytest.param(
            Begroting, {"lasten": "veel"}, "lasten is geen bedrag of getal", id="no amount"
        ),
        pytest.param(
            Begroting, {"lasten": "NaN"}, "lasten is geen bedrag of getal", id="not a number"
        ),
        pytest.param(
            Begroting, {"lasten": "1e999"}, "lasten is te groot", id="a number without end"
        ),
        pytest.param(
            Begroting, {"lasten": "1,234"}, "lasten heeft te veel decimalen", id="part of a cent"
        ),
        pytest.param(
            Begroting, {"stand": "concept"}, "stand is geen bekende code", id="a draft budget"
        ),
        pytest.param(Begroting, {"omschrijving": " "}, "omschrijving is leeg", id="no name"),
        pytest.param(
            Begroting, {"fictief": "0"}, "fictief is geen ja of nee", id="zero is no answer"
        ),
        pytest.param(
            Begroting,
            {"vastgesteld_op": "31-11-2025"},
            "vastgesteld_op is geen datum",
            id="a day that is not there",
        ),
        pytest.param(
            Aanbieder, {"agb_code": "4242001"}, "agb_code heeft niet de goede vorm", id="agb short"
        ),
        pytest.param(Aanbieder, {"naam": "x" * 201}, "naam is te lang", id="a name too long"),
        pytest.param(
            Team, {"tot": "2024-12-31"}, "De einddatum ligt voor de begindatum", id="team backward"
        ),
        pytest.param(
            Team, {"wijk_code": "WK16810"}, "wijk_code heeft niet de goede vorm", id="wijk short"
        ),
        pytest.param(
            Casus,
            {"einddatum": "2026-01-31"},
            "De einddatum ligt voor de begindatum",
            id="casus backward",
        ),
        pytest.param(Casus, {"taak": "overleg"}, "taak is geen bekende code", id="unknown taak"),
        pytest.param(
            Casus,
            {"eerder_bekend": ""},
            "eerder_bekend is geen ja of nee",
            id="no answer",
        ),
        pytest.param(
            Postcode, {"postcode": "0531 AA"}, "postcode heeft niet de goede vorm", id="zero first"
        ),
        pytest.param(
            Kerncijfer,
            {"regio_code": "BU16810001"},
            "regio_code heeft niet de goede vorm",
            id="a buurt",
        ),
        pytest.param(
            Kerncijfer, {"regio_soort": "buurt"}, "regio_soort is geen bekende code", id="buurt"
        ),
        pytest.param(Kaartpunt, {"x": ""}, "x is geen bedrag of getal", id="a point without x"),
        pytest.param(
            Kaartpunt, {"y": "0.12345"}, "y heeft te veel decimalen", id="finer than is kept"
        ),
        pytest.param(
            Kerncijfer, {"waarde": "1e15"}, "waarde is te groot", id="larger than is kept"
        ),
        pytest.param(Kaartpunt, {"kleur": "rood"}, "kleur hoort hier niet", id="a column more"),
    ],
)
def test_a_bad_line_is_refused_with_its_reason(
    contract: type[Contract], changed: Values, reason: str
) -> None:
    assert reasons(contract, changed) == [("0001", reason)]
