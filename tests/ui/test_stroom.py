"""What In en uit says in words, and which twelve months it is about."""

from datetime import date

import pytest

from sdash import format as fmt
from sdash.queries.stroom import Bekend, Herhaald, PerLid
from sdash.ui import stroom
from sdash.ui.koppen import TE_WEINIG

KERN = PerLid(
    lid="totaal",
    naam="Iedereen",
    begin=10,
    nieuw=5,
    herinstroom=2,
    erbij=0,
    uitstroom=None,
    weg=0,
    eind=13,
    onderbroken=1,
    voorlopig=None,
)


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (date(2026, 12, 31), date(2026, 1, 1)),
        (date(2026, 11, 23), date(2025, 12, 1)),
        (date(2026, 1, 1), date(2025, 2, 1)),
    ],
)
def test_the_period_is_the_month_of_the_peildatum_and_eleven_before(
    last: date, first: date
) -> None:
    assert stroom.first_day(last) == first


def test_what_is_hidden_is_said_and_no_zero() -> None:
    koppen = dict(stroom.koppen(KERN))

    assert koppen["Uit zorg"] == TE_WEINIG
    assert koppen["Nieuw in zorg"].waarde == "5"


def test_other_care_has_a_number_where_anybody_came_from_it_or_went_to_it() -> None:
    assert "Van elders" not in dict(stroom.koppen(KERN))
    assert "Van elders" in dict(stroom.koppen(KERN.model_copy(update={"weg": 1})))
    assert "Van elders" in dict(stroom.koppen(KERN.model_copy(update={"erbij": None})))


def test_2018_stands_beside_what_teams_know_now() -> None:
    row = Bekend(maand=date(2026, 1, 1), casussen_instroom=20, casussen_bekend=9, aandeel=0.45)

    assert stroom.bekend([row]).replace(fmt.NBSP, " ") == (
        "Van de nieuwe casussen kende het team 45 % al; in 2018 ruim 40 %."
    )


def test_herhaald_beroep_says_how_far_back_we_know() -> None:
    row = Herhaald(instroom=20, herhaald=5, aandeel=0.25, vanaf=date(2024, 3, 1))

    assert stroom.herhaald(row).endswith("kijkt vijf jaar terug; wij weten het sinds maart 2024.")
    assert "kan hier niet" in stroom.herhaald(row.model_copy(update={"aandeel": None}))
