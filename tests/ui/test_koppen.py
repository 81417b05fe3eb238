"""Headline numbers: never a number alone, never a number that hides something."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from sdash.queries import gegevens, uitgaven, wijkprofiel
from sdash.ui import koppen
from sdash.ui.koppen import TE_WEINIG, Kop
from tests.ui.rows import money, people, plain, stock


def told(kop: Kop) -> tuple[str, str, str]:
    return plain(kop.waarde), plain(kop.verandering), plain(kop.basis)


def test_money_is_compared_over_the_months_that_are_reached() -> None:
    kop = koppen.geld(money())

    assert told(kop) == ("€ 12,3 mln", "+4,3 %", "t.o.v. t/m okt 2025")
    assert kop.pijl == "up"


def test_a_first_year_has_nothing_to_compare_with() -> None:
    assert koppen.geld(money(ingediend_vorig_jaar=None)).basis == "geen cijfers van een jaar eerder"


@pytest.mark.parametrize("tell", [koppen.geld, koppen.toegekend, koppen.in_behandeling])
def test_hidden_money_is_told_as_hidden(tell: Callable[[uitgaven.Kern], Kop]) -> None:
    assert tell(money(ingediend=None, toegekend=None, in_behandeling=None)) == TE_WEINIG


def test_what_is_granted_is_a_part_of_what_was_billed() -> None:
    assert told(koppen.toegekend(money())) == ("€ 12,0 mln", "97 %", "van wat is ingediend")


def test_the_budget_tells_how_much_of_it_is_used() -> None:
    assert told(koppen.begroting(money())) == ("€ 15,8 mln", "78 % ingediend", "van het hele jaar")
    assert koppen.begroting(money(begroot=None)).basis == "bij deze keuze hoort geen begroting"


def test_people_are_compared_with_the_same_month_a_year_before() -> None:
    rows = [stock(date(2025, 11, 1), 1690), stock(date(2026, 11, 1), 1700)]

    assert told(koppen.clienten(people(), rows)) == ("1.700", "+10", "t.o.v. eind nov 2025")


def test_people_without_an_earlier_number_say_so() -> None:
    kop = koppen.clienten(people(), [stock(date(2026, 11, 1), 1700)])

    assert told(kop) == ("1.700", "", "geen cijfer van een jaar eerder")


def test_the_inflow_tells_who_came_back() -> None:
    assert told(koppen.instroom(people())) == ("520", "76 kwamen terug", "in twaalf maanden")
    assert koppen.instroom(people(herinstroom=None)).verandering == ""
    assert koppen.instroom(people(instroom=None)) == TE_WEINIG


def test_the_outflow_has_its_period() -> None:
    assert told(koppen.uitstroom(people())) == ("530", "", "in twaalf maanden")


def test_the_share_that_was_known_has_its_year_of_comparison() -> None:
    assert told(koppen.casussen(people())) == (
        "1.014",
        "41 % al bekend",
        "bij instroom; 40 % in 2018",
    )
    assert koppen.casussen(people(casussen_bekend=None)).basis == "bij de sociale teams"


def test_of_all_teams_the_one_with_the_largest_share_is_named() -> None:
    rows = [
        wijkprofiel.GebruikTeam(
            wijk_code="WK168100", team=team, clienten=None, inwoners=100, aandeel=share
        )
        for team, share in (("Team Noord", 0.05), ("Team Zuid", 0.09), ("Team West", None))
    ]

    assert told(koppen.teams(rows)) == ("9,0 %", "Team Zuid", "het hoogst van alle teams")
    assert koppen.teams(rows[2:]) == TE_WEINIG


def test_what_was_read_tells_its_share() -> None:
    bron = gegevens.Bron(
        soort="JW323",
        wet=None,
        leveringen=12,
        gelezen=1000,
        geaccepteerd=995,
        afgekeurd=5,
        laatste=datetime(2026, 11, 22, tzinfo=UTC),
    )

    unreadable = bron.model_copy(update={"soort": None})
    assert told(koppen.leveringen([bron, unreadable])) == ("24", "", "van 1 soort bronnen")
    assert told(koppen.aangenomen([bron])) == ("995", "99,50 %", "van de regels die zijn gelezen")
    assert told(koppen.afgekeurd([bron]))[:2] == ("5", "0,50 %")
    assert told(koppen.afgekeurd([]))[:2] == ("0", "")
