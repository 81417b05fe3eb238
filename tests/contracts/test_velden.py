"""The contracts of files together: each is known by its columns, and nothing is read two ways."""

from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdash.contracts.base import Contract, field_names
from sdash.contracts.bestanden import BESTANDEN, contract_of, required
from sdash.contracts.ervaring import Clientervaring
from sdash.contracts.geld import TaakgerichteKosten
from sdash.contracts.inkoop import Inkoopcontract, Tarief
from sdash.contracts.inwoner import Huishouden, Pgb, Traject, Uitkering
from sdash.contracts.notatie import TwoReadings, iso_day, iso_month, number, rewritten_number
from sdash.contracts.signalen import Medicatie, Verwijzing, Vroegsignaal
from sdash.contracts.teams import Formatie
from sdash.contracts.velden import Pseudoniem, Verwacht, kolomnaam, literals, mark
from sdash.contracts.wachten import Wachttijd, WmoMelding
from tests.contracts.records import GOOD, Values, reasons

every_file = pytest.mark.parametrize("contract", BESTANDEN, ids=lambda it: it.soort)


@every_file
def test_a_file_is_known_by_all_its_columns_and_by_those_it_needs(contract: type[Contract]) -> None:
    assert contract_of({*field_names(contract)}) is contract
    assert contract_of(required(contract)) is contract


def test_no_header_fits_two_contracts() -> None:
    both = [
        (one.soort, other.soort)
        for one, other in combinations(BESTANDEN, 2)
        if required(one) | required(other) <= field_names(one).keys() & field_names(other).keys()
    ]

    assert both == []


@every_file
def test_a_key_names_fields(contract: type[Contract]) -> None:
    assert contract.sleutel
    assert {*contract.sleutel} <= contract.model_fields.keys()


@every_file
def test_every_column_says_what_belongs_in_it(contract: type[Contract]) -> None:
    silent = [
        name
        for name, info in contract.model_fields.items()
        if not info.description or not (mark(info, Verwacht) or literals(info.annotation))
    ]

    assert silent == []


@every_file
def test_every_name_of_a_column_is_already_plain(contract: type[Contract]) -> None:
    assert [name for name in field_names(contract) if kolomnaam(name) != name] == []


def test_people_and_what_is_theirs_are_kept_as_pseudonyms_only() -> None:
    marked = {
        (contract.soort, name, found.soort)
        for contract in BESTANDEN
        for name, info in contract.model_fields.items()
        if (found := mark(info, Pseudoniem))
    }

    assert marked == {
        ("casussen", "casusnummer", "casus"),
        ("casustaken", "casusnummer", "casus"),
        ("postcodes", "postcode", "postcode"),
        ("uitkeringen", "client", "person"),
        ("trajecten", "client", "person"),
        ("pgb", "client", "person"),
        ("huishoudens", "client", "person"),
        ("wachttijden", "client", "person"),
        ("meldingen", "client", "person"),
        ("huishoudens", "huishouden", "huishouden"),
        ("leefgebieden", "huishouden", "huishouden"),
        ("leefgebieden", "casusnummer", "casus"),
        ("plannen", "huishouden", "huishouden"),
        ("betalingen", "boekstuk", "nummer"),
        ("betalingen", "declaratienummer", "nummer"),
        ("contracten", "contractnummer", "nummer"),
        ("subsidies", "subsidienummer", "nummer"),
        ("verwijzingen", "praktijk", "nummer"),
    }


@pytest.mark.parametrize(
    ("contract", "changed"),
    [
        pytest.param(Inkoopcontract, {"plafond": ""}, id="no plafond"),
        pytest.param(
            Inkoopcontract,
            {"jaar": None, "categorie": None, "productcode": None},
            id="a plafond of the whole contract, each year",
        ),
        pytest.param(Inkoopcontract, {"wet": "pw", "categorie": ""}, id="a contract of the Pw"),
        pytest.param(Tarief, {"agb_code": "42420001"}, id="a tarief of one aanbieder"),
        pytest.param(Formatie, {"taak": None}, id="formatie without taak"),
        pytest.param(Uitkering, {"trede": "", "leefvorm": "", "wijk_code": ""}, id="not known"),
        pytest.param(Traject, {"eind": "", "resultaat": ""}, id="a traject that goes on"),
        pytest.param(TaakgerichteKosten, {"bedrag": "-100"}, id="money that came back"),
        pytest.param(Verwijzing, {"poh": "nee", "poh_van": "", "poh_tot": ""}, id="no POH"),
        pytest.param(Medicatie, {"teller": "", "noemer": ""}, id="per thousand alone"),
        pytest.param(Medicatie, {"per_duizend": None}, id="two numbers alone"),
        pytest.param(Clientervaring, {"positief": "", "kwartaal": ""}, id="a mark alone"),
        pytest.param(Clientervaring, {"score": "", "agb_code": ""}, id="no mark"),
    ],
)
def test_a_good_line_is_accepted(contract: type[Contract], changed: Values) -> None:
    assert reasons(contract, changed) == []


@pytest.mark.parametrize(
    ("contract", "changed", "reason"),
    [
        pytest.param(Inkoopcontract, {"niveau": "provincie"}, "niveau is geen", id="niveau"),
        pytest.param(
            Inkoopcontract, {"categorie": "99"}, "De productcategorie", id="categorie of nobody"
        ),
        pytest.param(
            Inkoopcontract, {"tot": "2025-12-31"}, "De einddatum ligt", id="contract backward"
        ),
        pytest.param(Inkoopcontract, {"contractnummer": "van Jan"}, "contract", id="a free text"),
        pytest.param(Tarief, {"tarief": "78,355"}, "tarief heeft te veel", id="part of a cent"),
        pytest.param(Tarief, {"tarief": "-1"}, "tarief is te klein", id="a negative price"),
        pytest.param(Tarief, {"eenheid": "05"}, "eenheid is geen", id="unit of nobody"),
        pytest.param(Tarief, {"tot": "2025-01-01"}, "De einddatum ligt", id="tarief backward"),
        pytest.param(Formatie, {"fte": "1001"}, "fte is te groot", id="more fte than people"),
        pytest.param(Uitkering, {"bsn": "999900007"}, "bsn doorstaat", id="elfproef"),
        pytest.param(Uitkering, {"bsn": "99990000"}, "bsn heeft niet", id="eight digits"),
        pytest.param(Uitkering, {"eind": "2024-02-01"}, "De einddatum", id="uitkering backward"),
        pytest.param(Uitkering, {"reden_instroom": "verhuisd"}, "reden_instroom", id="free text"),
        pytest.param(Traject, {"eind": "2026-01-31"}, "De einddatum ligt", id="traject backward"),
        pytest.param(Pgb, {"wet": "pw"}, "wet is geen bekende code", id="pgb of the Pw"),
        pytest.param(Pgb, {"maand": "2026-13"}, "maand is geen datum", id="month thirteen"),
        pytest.param(Wachttijd, {"intake": "2026-03-01"}, "De dag bij intake", id="seen too early"),
        pytest.param(
            WmoMelding, {"besluit": "2026-03-31"}, "De dag bij besluit", id="decided too early"
        ),
        pytest.param(Huishouden, {"tot": "2025-12-31"}, "De einddatum", id="household backward"),
        pytest.param(Verwijzing, {"praktijk": "Praktijk Jansen"}, "praktijk", id="a name"),
        pytest.param(Verwijzing, {"poh_tot": "2025-12-31"}, "De einddatum", id="POH backward"),
        pytest.param(
            Clientervaring, {"positief": "", "score": ""}, "Er staat niet hoeveel", id="no answer"
        ),
        pytest.param(Clientervaring, {"positief": "41"}, "Er waren meer positief", id="and more"),
        pytest.param(Clientervaring, {"kwartaal": "5"}, "kwartaal is te groot", id="quarter five"),
        pytest.param(Clientervaring, {"score": "10,5"}, "score is te groot", id="mark eleven"),
        pytest.param(Medicatie, {"noemer": ""}, "Van teller en noemer", id="a teller alone"),
        pytest.param(Medicatie, {"teller": "4001"}, "De teller is groter", id="more than all"),
        pytest.param(
            Medicatie,
            {"teller": "", "noemer": "", "per_duizend": ""},
            "Er is geen aantal",
            id="nothing",
        ),
        pytest.param(Vroegsignaal, {"opgevolgd": "13"}, "Er zijn meer signalen", id="too many"),
    ],
)
def test_a_bad_line_is_refused(contract: type[Contract], changed: Values, reason: str) -> None:
    [(code, said)] = reasons(contract, changed)

    assert len(code) == 4
    assert said.startswith(reason)


_AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


def in_english(amount: Decimal) -> str:
    return f"{amount:,.2f}"


def in_dutch(amount: Decimal) -> str:
    return in_english(amount).translate({ord(","): ".", ord("."): ","})


@given(_AMOUNTS)
def test_an_amount_is_the_same_in_dutch_and_in_english(amount: Decimal) -> None:
    assert number(in_english(amount)) == number(in_dutch(amount)) == number(str(amount)) == amount
    assert number(f"€ {in_dutch(amount)}") == amount


@given(_AMOUNTS, st.sampled_from([",", "."]))
def test_a_decimal_sign_that_is_known_is_the_only_one(amount: Decimal, sign: str) -> None:
    own, other = (in_dutch, in_english) if sign == "," else (in_english, in_dutch)

    assert number(rewritten_number(own(amount), sign)) == amount
    assert number(rewritten_number(other(amount), sign)) is None


def test_a_thousand_is_a_thousand_once_the_decimal_sign_is_known() -> None:
    assert number("1.234") == Decimal("1.234")
    assert number(rewritten_number("1.234", ",")) == 1234


@pytest.mark.parametrize("text", ["", "-", "1_000", "٣", "1,2,3", "1.2.3", "een", "NaN", "inf"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert number(text) is None


_DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))
_WAYS = ["{0:%Y-%m-%d}", "{0:%d-%m-%Y}", "{0.day}-{0.month}-{0.year}", "{0:%d.%m.%Y}"]
_WAYS += ["{0:%Y%m%d}", "{0:%Y/%m/%d}", "{0:%Y-%m-%d} 00:00:00", "{0:%Y-%m-%dT00:00:00}"]
_WAYS += ["{0.day} {0:%B} {0.year}", "{0.day}-{0:%b}-{0.year}", "{0.day} {0:%b}. {0.year}"]


@given(_DAYS, st.sampled_from(_WAYS))
def test_a_day_is_the_same_however_it_is_written(day: date, way: str) -> None:
    assert iso_day(way.format(day)) == day.isoformat()


@given(_DAYS)
def test_a_day_with_slashes_is_read_only_when_it_has_one_reading(day: date) -> None:
    for text in (f"{day:%d/%m/%Y}", f"{day:%m/%d/%Y}"):
        try:
            read = iso_day(text)
        except TwoReadings:
            assert day.day <= 12
            assert day.day != day.month
        else:
            assert read == day.isoformat()


@given(_DAYS)
def test_a_month_is_any_day_of_it(day: date) -> None:
    first = day.replace(day=1).isoformat()

    written = [f"{day:%Y-%m}", f"{day:%m-%Y}", f"{day.month}-{day.year}", f"{day:%b %Y}"]
    assert {iso_month(text) for text in [*written, day.isoformat(), f"{day:%d-%m-%Y}"]} == {first}


@pytest.mark.parametrize("text", ["2026-10-01 10:30", "46000", "1-1-26", "2026", "morgen", ""])
def test_what_is_no_day_stays_as_it_is(text: str) -> None:
    assert iso_day(text) == text


@pytest.mark.parametrize(
    "text", ["2026-02-31", "183101", "11090101", "2026-W01-1", "vandaag", "31-2-2026"]
)
def test_what_is_no_month_stays_as_it_is(text: str) -> None:
    assert iso_month(text) == text


def test_every_file_has_a_good_line_to_start_from() -> None:
    assert {*BESTANDEN} <= GOOD.keys()
