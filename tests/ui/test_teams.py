"""What the page Teams says first, and what it says when it may not or cannot say it."""

from datetime import date
from typing import Any

import pytest

from sdash import format as fmt
from sdash.queries import teams
from sdash.ui import teams as woorden
from sdash.ui.koppen import TE_WEINIG
from tests.ui.rows import plain

NOW: dict[str, Any] = {
    **dict.fromkeys(teams.Kern.model_fields),
    "casussen_begin": 900,
    "casussen_instroom": 700,
    "casussen_uitstroom": 610,
    "casussen": 990,
    "casussen_lang": 396,
    "lang_aandeel": 0.4,
    "fte": 45.0,
    "per_fte": 22.0,
    "huishoudens": 11_000,
    "huishoudens_jaar": 2024,
    "aandeel": 0.09,
}
BAND = {"band_laag": 17.0, "band_hoog": 23.5}


def kern(**known: object) -> teams.Kern:
    return teams.Kern.model_validate({**NOW, **known})


def test_the_share_names_its_households_with_their_year() -> None:
    said = plain(woorden.zin(kern()))

    assert said == "990 casussen zijn open: 9,0 % van de 11.000 huishoudens (2024)."


def test_what_was_told_stands_beside_it_with_its_year() -> None:
    said = plain(woorden.zin(kern(toen_jaar=2018, toen_stand=1000, toen_aandeel=0.1)))

    assert said.endswith("huishoudens (2024); in 2018 ongeveer 1.000, 10 %.")


def test_without_households_there_is_no_share() -> None:
    assert plain(woorden.zin(kern(aandeel=None))) == "990 casussen zijn open."


def test_what_is_hidden_is_said_to_be() -> None:
    hidden = kern(casussen=None, casussen_instroom=None, casussen_lang=None, aandeel=None)

    assert "kan hier niet getoond worden" in woorden.zin(hidden)
    assert {kop for _, kop in woorden.rij(hidden)} == {TE_WEINIG}


@pytest.mark.parametrize(
    ("per_fte", "said"),
    [(23.6, "boven de band"), (23.5, "in de band"), (17.0, "in de band"), (16.9, "onder de band")],
)
def test_the_band_of_the_gemeente_is_what_a_team_is_judged_by(per_fte: float, said: str) -> None:
    kop = woorden.per_fte(kern(per_fte=per_fte, **BAND))

    assert kop.verandering == said
    assert plain(kop.basis) == "bij 45,0 fte; band van de gemeente: 17 tot 23,5"


def test_without_a_band_nothing_is_judged() -> None:
    kop = woorden.per_fte(kern())

    assert (kop.waarde, kop.verandering) == ("22,0", "")
    assert kop.basis.endswith(woorden.GEEN_BAND)


def test_who_is_above_the_band_is_named_by_the_newest_month() -> None:
    rows = [
        teams.Verloop(
            maand=date(2026, month, 1),
            team=team,
            begin=1,
            instroom=0,
            uitstroom=0,
            eind=1,
            fte=None,
            per_fte=per_fte,
        )
        for month, team, per_fte in (
            (1, "Noord", 24.0),
            (1, "Zuid", 20.0),
            (2, "Noord", 20.0),
            (2, "Zuid", 24.0),
            (3, "Zuid", None),
        )
    ]

    assert woorden.boven(rows, kern(**BAND)) == (
        "Zuid zit boven de band van 17 tot 23,5 casussen per fte."
    )
    assert woorden.boven(rows[:2], kern(band_laag=17.0, band_hoog=30.0)).startswith("Geen team")
    assert woorden.boven(rows, kern()) == f"Casussen per fte: {woorden.GEEN_BAND}."


def test_without_fte_it_is_said_why_there_is_no_number() -> None:
    assert woorden.per_fte(kern(fte=None, per_fte=None)).basis == "fte niet van alle teams bekend"


def test_the_year_before_is_what_a_change_is_measured_against() -> None:
    assert plain(woorden.open_casussen(kern()).verandering) == "+10,0 %"
    assert woorden.open_casussen(kern(casussen_begin=0)).verandering == ""


def test_who_ends_before_indicering_is_a_part_of_those_whose_taken_are_known() -> None:
    gone = teams.Afgesloten(
        afgesloten=60,
        voor_indicering=30,
        na_indicering=20,
        zonder=10,
        gevolgd=50,
        voor_aandeel=0.6,
    )

    assert plain(woorden.trechter(gone)) == (
        "Van 50 afgesloten casussen met bekende taken eindigde 60 % voor indicering. "
        "Van 10 andere is geen taak bekend."
    )
    assert fmt.HIDDEN in woorden.trechter(gone.model_copy(update={"voor_indicering": None}))


def test_days_on_which_teams_changed_are_told_the_newest_first() -> None:
    rows = [
        teams.Wisseling(dag=date(2015, 1, 1), team="Noord", soort="begonnen", wijken=2, teams=2),
        teams.Wisseling(dag=date(2015, 1, 1), team="Zuid", soort="begonnen", wijken=1, teams=2),
        teams.Wisseling(dag=date(2018, 1, 1), team="Zuid", soort="gestopt", wijken=0, teams=1),
        teams.Wisseling(
            dag=date(2018, 1, 1), team="Noord", soort="andere wijken", wijken=3, teams=1
        ),
    ]

    newest, oldest = (plain(said) for said in woorden.wisselingen(rows))

    assert newest == "1 januari 2018: Zuid stopt, Noord krijgt andere wijken; dan 1 team"
    assert oldest == "1 januari 2015: Noord en Zuid beginnen; dan 2 teams"
