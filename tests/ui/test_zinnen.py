"""Sentences that a wethouder can say aloud."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from sdash.contracts.base import Contract
from sdash.contracts.bestanden import BESTANDEN
from sdash.domain import Wet
from sdash.queries import overzicht, uitgaven, wijkprofiel
from sdash.queries.regenboog import Laag
from sdash.ui import zinnen
from tests.ui.rows import money, people, plain

NOW = datetime(2026, 11, 22, 13, 3, 22, tzinfo=UTC)


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


def test_declaraties_tell_up_to_which_month_they_are_complete() -> None:
    rows = [
        uitgaven.Volledigheid(
            maand=date(2026, month, 1), wet=Wet.JW, toewijzingen=10, gedeclareerd=9, aandeel=share
        )
        for month, share in ((1, 0.99), (2, 0.97), (3, 0.6), (4, 0.99))
    ]

    assert zinnen.bron(rows).endswith("volledig t/m februari")
    assert zinnen.bron(rows[2:]).endswith("nog geen maand volledig")


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


def test_an_empty_warehouse_has_read_nothing() -> None:
    assert zinnen.ingelezen([]) == "Er is nog niets ingelezen."


@pytest.mark.parametrize("contract", BESTANDEN, ids=lambda it: it.soort)
def test_every_kind_of_file_has_a_name_for_people(contract: type[Contract]) -> None:
    assert zinnen.soort(contract.soort).startswith(("de ", "het "))
