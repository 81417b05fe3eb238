"""The forecast on its pages: gated like every figure, and silent where it would be wrong."""

import json

from sdash.domain import Rol
from sdash.prognose import bijhouden
from tests.pages.conftest import Open
from tests.pages.test_pages import charts, metric, words


def drawn(chart: str) -> set[str]:
    return {trace.get("name", "") for trace in json.loads(chart)["data"]}


def test_the_year_so_far_goes_on_to_the_end_that_is_expected(open_page: Open) -> None:
    (course, *_) = charts(open_page("uitgaven"))

    assert "Naar verwachting" in drawn(course.spec)


def test_a_selection_that_cuts_through_taakvelden_has_no_forecast_and_says_so(
    open_page: Open,
) -> None:
    app = open_page("uitgaven", wijk="Borger")

    (course, *_) = charts(app)
    assert "Naar verwachting" not in drawn(course.spec)
    assert "de prognose is per wet en taakveld" in "\n".join(part.value for part in app.caption)


def test_the_page_says_the_same_of_a_year_as_the_sentence_of_overzicht(open_page: Open) -> None:
    expected = metric(open_page("jaareinde", Rol.CONTROLLER), "Naar verwachting")

    assert f"rond {expected}" in words(open_page("overzicht", Rol.CONTROLLER))


def test_without_a_keeper_the_page_says_that_it_is_being_made(open_page: Open) -> None:
    bijhouden.use(None)

    app = open_page("jaareinde")

    assert "De prognose wordt berekend" in words(app)
    assert metric(app, "Naar verwachting") == "–"


def test_a_scenario_changes_nothing_of_the_forecast(open_page: Open) -> None:
    app = open_page("sturen", Rol.CONTROLLER)
    before = metric(app, "Prognose: dit jaar")
    assert metric(app, "Scenario: dit jaar") == before
    assert "Alle schuiven staan op nul" in words(app)

    app.slider(key="tarief").set_value(10).run()

    assert metric(app, "Prognose: dit jaar") == before
    assert "In dit scenario kost" in words(app)
    assert "Alle schuiven staan op nul" not in words(app)
