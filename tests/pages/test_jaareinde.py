"""The forecast on its pages: gated like every figure, and silent where it would be wrong."""

import json
from decimal import Decimal

from sdash import format as fmt
from sdash.answers import Answers
from sdash.domain import Rol
from sdash.prognose import bijhouden
from sdash.queries import geld
from tests.pages.conftest import YEAR, Open
from tests.pages.test_pages import charts, metric, words


def drawn(chart: str) -> set[str]:
    return {trace.get("name", "") for trace in json.loads(chart)["data"]}


def plain(euros: Decimal | int) -> str:
    return fmt.euro_short(euros).replace(fmt.NBSP, " ")


def test_the_year_so_far_goes_on_to_the_end_that_is_expected(seen: Open) -> None:
    (course, *_) = charts(seen("uitgaven"))

    assert "Naar verwachting" in drawn(course.spec)


def test_a_selection_that_cuts_through_taakvelden_has_no_forecast_and_says_so(
    seen: Open,
) -> None:
    app = seen("uitgaven", wijk="Borger")

    (course, *_) = charts(app)
    assert "Naar verwachting" not in drawn(course.spec)
    assert "de prognose is per wet en taakveld" in "\n".join(part.value for part in app.caption)


def test_the_page_says_the_same_of_a_year_as_the_sentence_of_overzicht(seen: Open) -> None:
    expected = metric(seen("jaareinde", Rol.CONTROLLER), "Naar verwachting")

    assert f"rond {expected}" in words(seen("overzicht", Rol.CONTROLLER))


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


def test_a_controller_reads_what_the_budget_has_and_the_forecast_has_not(
    seen: Open, gemeente: Answers
) -> None:
    rows = gemeente.rows(geld.per_taakveld, geld.Jaar(jaar=YEAR), Rol.CONTROLLER).rows
    (jeugdbescherming,) = [row.buiten for row in rows if row.taakveld == "6.821"]

    said = words(seen("jaareinde", Rol.CONTROLLER)).replace("\\", "")

    assert jeugdbescherming
    assert f"- {plain(jeugdbescherming)} over {YEAR} komt uit bestanden" in said
    assert "op dezelfde taakvelden: Jeugdbescherming." in said
    assert "en ook niet in de begroting die ernaast staat" in said


def test_a_scenario_says_which_costs_it_knows_nothing_of(seen: Open, gemeente: Answers) -> None:
    rows = gemeente.rows(geld.per_taakveld, geld.Jaar(jaar=YEAR), Rol.CONTROLLER).rows
    every = plain(sum(row.buiten or 0 for row in rows))

    said = words(seen("sturen", Rol.CONTROLLER))

    assert f"- {every} over {YEAR} uit bestanden" in said
