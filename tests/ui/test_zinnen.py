"""Sentences and headline numbers: never a number alone, never a number that hides something."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from sdash import format as fmt
from sdash.domain import Wet
from sdash.queries import caseload, overzicht, uitgaven, wijkprofiel
from sdash.queries.regenboog import Laag
from sdash.ui import zinnen
from sdash.ui.zinnen import TE_WEINIG, Kop

NOW = datetime(2026, 11, 22, 13, 3, 22, tzinfo=UTC)
OCTOBER = date(2026, 10, 1)


def money(**other: object) -> uitgaven.Kern:
    values: dict[str, object] = {
        "clienten": 500,
        "ingediend": Decimal(12_345_678),
        "toegekend": Decimal(12_000_000),
        "in_behandeling": Decimal(300_000),
        "begroot": Decimal(15_800_000),
        "begroot_fictief": False,
        "laatste_maand": OCTOBER,
        "ingediend_tot": Decimal(12_000_000),
        "ingediend_vorig_jaar": Decimal(11_500_000),
    }
    return uitgaven.Kern.model_validate({**values, **other})


def people(**other: object) -> caseload.Kern:
    values: dict[str, object] = {
        "clienten": 1700,
        "toewijzingen": 2400,
        "instroom": 520,
        "nieuw": 450,
        "herinstroom": 76,
        "uitstroom": 530,
        "casussen": 1014,
        "casussen_instroom": 767,
        "casussen_bekend": 316,
    }
    return caseload.Kern.model_validate({**values, **other})


def stock(month: date, eind: int | None) -> caseload.Verloop:
    return caseload.Verloop(
        maand=month, begin=0, instroom=0, nieuw=0, herinstroom=0, uitstroom=0, eind=eind
    )


def plain(words: str) -> str:
    return words.replace(fmt.NBSP, " ")


def told(kop: Kop) -> tuple[str, str, str]:
    return plain(kop.waarde), plain(kop.verandering), plain(kop.basis)


def test_the_course_of_the_year_is_one_sentence() -> None:
    assert plain(zinnen.koers(money(), 2026)) == (
        "In 2026 is tot nu toe € 12,3 mln ingediend, 78 % van de begroting; "
        "tot en met oktober is 83 % van het jaar voorbij."
    )


def test_a_made_up_budget_is_called_that() -> None:
    assert "van de fictieve begroting" in zinnen.koers(money(begroot_fictief=True), 2026)


def test_a_selection_without_a_budget_says_so() -> None:
    assert "hoort geen begroting" in zinnen.koers(money(begroot=None), 2026)


def test_a_year_that_is_hidden_or_empty_has_no_number() -> None:
    hidden = money(ingediend=None, ingediend_tot=None)

    assert zinnen.koers(hidden, 2026) == "Over 2026 is er niets dat getoond kan worden."


def test_money_is_compared_over_the_months_that_are_reached() -> None:
    kop = zinnen.geld(money())

    assert told(kop) == ("€ 12,3 mln", "+4,3 %", "t.o.v. t/m okt 2025")
    assert kop.pijl == "up"


def test_a_first_year_has_nothing_to_compare_with() -> None:
    assert zinnen.geld(money(ingediend_vorig_jaar=None)).basis == "geen cijfers van een jaar eerder"


@pytest.mark.parametrize("tell", [zinnen.geld, zinnen.toegekend, zinnen.in_behandeling])
def test_hidden_money_is_told_as_hidden(tell: Callable[[uitgaven.Kern], Kop]) -> None:
    assert tell(money(ingediend=None, toegekend=None, in_behandeling=None)) == TE_WEINIG


def test_what_is_granted_is_a_part_of_what_was_billed() -> None:
    assert told(zinnen.toegekend(money())) == ("€ 12,0 mln", "97 %", "van wat is ingediend")


def test_the_budget_tells_how_much_of_it_is_used() -> None:
    assert told(zinnen.begroting(money())) == ("€ 15,8 mln", "78 % ingediend", "van het hele jaar")
    assert zinnen.begroting(money(begroot=None)).basis == "bij deze keuze hoort geen begroting"


def test_declaraties_tell_up_to_which_month_they_are_complete() -> None:
    rows = [
        uitgaven.Volledigheid(
            maand=date(2026, month, 1), wet=Wet.JW, toewijzingen=10, gedeclareerd=9, aandeel=share
        )
        for month, share in ((1, 0.99), (2, 0.97), (3, 0.6), (4, 0.99))
    ]

    assert zinnen.bron(rows).endswith("volledig t/m februari")
    assert zinnen.bron(rows[2:]).endswith("nog geen maand volledig")


def test_people_are_compared_with_the_same_month_a_year_before() -> None:
    rows = [stock(date(2025, 11, 1), 1690), stock(date(2026, 11, 1), 1700)]

    assert told(zinnen.clienten(people(), rows)) == ("1.700", "+10", "t.o.v. eind nov 2025")


def test_people_without_an_earlier_number_say_so() -> None:
    kop = zinnen.clienten(people(), [stock(date(2026, 11, 1), 1700)])

    assert told(kop) == ("1.700", "", "geen cijfer van een jaar eerder")


def test_the_inflow_tells_who_came_back() -> None:
    assert told(zinnen.instroom(people())) == ("520", "76 kwamen terug", "in twaalf maanden")
    assert zinnen.instroom(people(herinstroom=None)).verandering == ""
    assert zinnen.instroom(people(instroom=None)) == TE_WEINIG


def test_the_outflow_has_its_period() -> None:
    assert told(zinnen.uitstroom(people())) == ("530", "", "in twaalf maanden")


def test_the_share_that_was_known_has_its_year_of_comparison() -> None:
    assert told(zinnen.casussen(people())) == (
        "1.014",
        "41 % al bekend",
        "bij instroom; 40 % in 2018",
    )
    assert zinnen.casussen(people(casussen_bekend=None)).basis == "bij de sociale teams"


def test_people_in_a_sentence() -> None:
    assert zinnen.mensen(people()) == (
        "1.700 mensen krijgen ondersteuning; "
        "in twaalf maanden kwamen er 520 bij en gingen er 530 weg."
    )
    assert zinnen.mensen(people(instroom=None)) == "1.700 mensen krijgen ondersteuning."


def test_the_regenboog_in_a_sentence() -> None:
    innermost = Laag(
        volgnr=7, naam="Gedwongen", clienten=280, bedrag=Decimal(3_200_000), bron="berichten"
    )

    assert plain(zinnen.regenboog([innermost])) == "Gedwongen: 280 mensen, € 3,2 mln."
    assert "Van eigen kracht" in zinnen.regenboog([innermost.model_copy(update={"clienten": None})])


def test_a_wijk_in_a_sentence() -> None:
    row = wijkprofiel.Profiel(
        indicator="Koopwoningen",
        eenheid="%",
        jaar=2024,
        bron="Bron: CBS",
        waarde=66,
        gemeente=74,
        nederland=57,
    )

    assert plain(zinnen.wijk([row], "Borger", "Koopwoningen")) == (
        "Koopwoningen: Borger 66 %, de gemeente 74 %."
    )
    assert "geen cijfer gepubliceerd" in zinnen.wijk([], "Borger", "Koopwoningen")


def test_the_wijk_with_the_highest_use_is_named() -> None:
    rows = [
        wijkprofiel.Gebruik(
            wijk_code=naam, naam=naam, wet="totaal", clienten=9, inwoners=100, aandeel=share
        )
        for naam, share in (("Borger", 0.05), ("Valthe", 0.09), ("Zandberg", None))
    ]

    assert told(zinnen.wijken(rows)) == ("9,0 %", "Valthe", "het hoogst van alle wijken")
    assert zinnen.wijken(rows[2:]) == TE_WEINIG


def test_the_stream_tells_a_kind_and_a_moment_and_no_more() -> None:
    row = overzicht.Stroom(
        ontvangen_op=NOW,
        soort="JW301",
        wet=Wet.JW,
        geaccepteerd=1,
        afgekeurd=0,
        bestand="2026-11-22_JW301_99000101.xml",
    )
    refused = row.model_copy(update={"soort": None, "afgekeurd": 2})

    assert zinnen.stroom([row, refused], NOW) == [
        "14:03:22 toewijzingen Jeugd",
        "14:03:22 een bestand dat niet te lezen was, 2 afgekeurd",
    ]
