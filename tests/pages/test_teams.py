"""The page Teams shows what its files say, and judges nobody without a band."""

from sdash import format as fmt
from sdash.answers import Answers
from sdash.clock import AMSTERDAM, now
from sdash.domain import Rol
from sdash.queries import teams
from tests.pages.conftest import Open
from tests.pages.test_pages import charts, metric, words


def test_the_numbers_on_top_are_those_of_the_query(seen: Open, gemeente: Answers) -> None:
    app = seen("teams", Rol.CONTROLLER)
    today = now().astimezone(AMSTERDAM).date()
    (kern,) = gemeente.rows(teams.kern, teams.Dag(peildatum=today), Rol.CONTROLLER).rows

    assert metric(app, "Open casussen") == fmt.number(kern.casussen or 0)
    assert metric(app, "Een jaar of langer open") == fmt.number(kern.casussen_lang or 0)


def test_without_a_band_no_team_is_judged(seen: Open) -> None:
    app = seen("teams", Rol.CONTROLLER)

    (per_fte,) = [found for found in app.metric if found.label == "Casussen per fte"]
    assert (per_fte.value != "–", per_fte.delta) == (True, "")


def test_the_page_says_what_may_not_be_added_up(seen: Open) -> None:
    assert "tel de taken dus niet op" in words(seen("teams"))


def test_teams_are_drawn_beside_each_other_of_the_chosen_one_only(seen: Open) -> None:
    everyone, one = seen("teams"), seen("teams", team="Team Borger")

    assert any("Team Odoorn" in chart.spec for chart in charts(everyone))
    assert not any('"name":"Team Odoorn"' in chart.spec for chart in charts(one))
