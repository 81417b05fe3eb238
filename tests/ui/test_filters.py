"""The selection: what a query takes from it, and what it says in words."""

from datetime import UTC, date, datetime

import pytest

from sdash.domain import Wet
from sdash.queries import caseload, regenboog, uitgaven
from sdash.ui.keuze import Keuze

NOW = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


def keuze(**chosen: str) -> Keuze:
    codes = {"jaar": "2026", "wet": "alle", "team": "alle", "wijk": "alle", **chosen}
    return Keuze(codes, {key: f"<{code}>" for key, code in codes.items()}, NOW)


def test_a_query_takes_what_it_has_a_parameter_for() -> None:
    vraag = keuze(wet="jw", team="Noord")(uitgaven.verloop)

    assert vraag.params == uitgaven.Selectie(jaar=2026, wet=Wet.JW, team="Noord")
    assert vraag.buiten == ()


def test_a_page_where_one_must_choose_a_wijk_leaves_nothing_out() -> None:
    chosen = keuze(wijk="WK1", indicator="Koopwoningen")

    assert chosen(regenboog.lagen).buiten == ()


def test_what_is_not_chosen_is_none() -> None:
    assert keuze()(uitgaven.verloop).params == uitgaven.Selectie(jaar=2026)


def test_a_query_that_cannot_follow_a_filter_names_it() -> None:
    assert keuze(wet="jw", team="Noord")(regenboog.lagen).buiten == ("wet", "team")


@pytest.mark.parametrize(
    ("jaar", "day"), [("2026", date(2026, 11, 23)), ("2024", date(2024, 12, 31))]
)
def test_people_are_counted_today_or_on_the_last_day_of_a_year_that_is_over(
    jaar: str, day: date
) -> None:
    assert keuze(jaar=jaar)(caseload.stand).params == caseload.Peildatum(peildatum=day)


def test_history_goes_back_two_years_from_that_day() -> None:
    params = keuze()(caseload.verloop).params

    assert (params.van, params.tot) == (date(2024, 11, 1), date(2026, 11, 23))


def test_a_page_may_add_what_it_wants() -> None:
    assert keuze()(uitgaven.regels, aantal=7).params.aantal == 7


def test_every_wet_that_is_chosen_gets_its_own_question() -> None:
    assert [*keuze().per_wet(uitgaven.kern)] == [*Wet]
    assert [*keuze(wet="wmo").per_wet(uitgaven.kern)] == [Wet.WMO]


def test_a_selection_says_itself_in_words() -> None:
    assert keuze().in_words() == "Alle wetten, heel de gemeente"
    assert keuze(wet="jw", wijk="WK1").in_words() == "<jw>, <WK1>"


def test_an_address_holds_only_what_is_chosen() -> None:
    assert keuze(wet="jw").chosen() == {"jaar": "<2026>", "wet": "<jw>"}
