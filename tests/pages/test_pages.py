"""Every page answers its question, for every role, on a real warehouse."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from sdash import format as fmt
from sdash.answers import Answers
from sdash.domain import Rol, Wet
from sdash.queries import uitgaven
from sdash.sql import Params, Query
from tests.pages.conftest import YEAR, Open

PAGES = [
    "overzicht",
    "uitgaven",
    "geld",
    "jaareinde",
    "waarom",
    "berichten",
    "vergelijken",
    "preventie",
    "plafonds",
    "regels",
    "aanbieders",
    "caseload",
    "stroom",
    "teams",
    "achttien",
    "duur",
    "regenboog",
    "verwijzers",
    "resultaten",
    "huishoudens",
    "trends",
    "participatie",
    "wijkprofiel",
    "sturen",
    "gegevens",
]
CHARTS = [
    "overzicht",
    "uitgaven",
    "geld",
    "jaareinde",
    "waarom",
    "berichten",
    "vergelijken",
    "preventie",
    "plafonds",
    "aanbieders",
    "caseload",
    "stroom",
    "teams",
    "achttien",
    "duur",
    "regenboog",
    "verwijzers",
    "resultaten",
    "huishoudens",
    "trends",
    "participatie",
    "wijkprofiel",
    "sturen",
]
TITLES = {
    "achttien": "Rond achttien",
    "duur": "Duur en wachten",
    "stroom": "In en uit",
    "trends": "Signalen",
}
"""Of the pages whose name is more than their subject."""
JAAR = uitgaven.Jaarstand(jaar=YEAR, genoeg=0.5)

every_page = pytest.mark.parametrize("page", PAGES)
every_chart = pytest.mark.parametrize("page", CHARTS)


def words(app: AppTest) -> str:
    """All text on the page, with ordinary spaces."""
    parts = [*app.markdown, *app.title, *app.header, *app.subheader, *app.caption, *app.info]
    return "\n".join(part.value for part in parts).replace(fmt.NBSP, " ")


def charts(app: AppTest) -> list[Any]:
    return [chart.proto for chart in app.get("plotly_chart")]


def metric(app: AppTest, label: str) -> str:
    (found,) = [metric for metric in app.metric if metric.label == label]
    return str(found.value).replace(fmt.NBSP, " ")


def asked(answers: Answers, query: Query[Any, Any], params: Params, rol: Rol) -> Any:  # noqa: ANN401
    (row,) = answers.rows(query, params, rol).rows
    return row


@every_page
@pytest.mark.parametrize("rol", [Rol.BESTUURDER, Rol.CONTROLLER, Rol.PRESENTATOR])
def test_a_page_opens_without_an_error(seen: Open, page: str, rol: Rol) -> None:
    app = seen(page, rol)

    assert [part.value for part in [*app.error, *app.exception]] == []
    assert app.title[0].value == TITLES.get(page, page.capitalize())


@pytest.mark.parametrize(
    "page",
    [
        "uitgaven",
        "geld",
        "jaareinde",
        "waarom",
        "berichten",
        "plafonds",
        "aanbieders",
        "caseload",
        "stroom",
        "teams",
        "achttien",
        "duur",
        "regenboog",
        "verwijzers",
        "resultaten",
        "huishoudens",
        "trends",
        "gegevens",
    ],
)
def test_headline_numbers_say_their_source_and_moment(seen: Open, page: str) -> None:
    first = seen(page).caption[0].value

    assert first.startswith("Bron: ")
    assert " · stand " in first


@every_chart
def test_every_chart_has_words_for_who_cannot_see_it(seen: Open, page: str) -> None:
    drawn = charts(seen(page))

    assert drawn
    assert [chart.alt for chart in drawn if not chart.alt.endswith(".")] == []


@every_chart
def test_every_tile_says_its_source_and_its_moment(seen: Open, page: str) -> None:
    app = seen(page)

    feet = [caption.value for caption in app.caption]
    assert len(feet) >= len(charts(app))
    assert [foot for foot in feet if "Bron: " not in foot or "stand " not in foot] == []


@every_chart
def test_behind_every_chart_stands_its_table(seen: Open, page: str) -> None:
    app = seen(page)

    tables = [part for part in app.markdown if part.value.startswith("| ")]
    assert len(tables) >= len(charts(app))


def test_uitgaven_shows_what_the_query_answers(seen: Open, gemeente: Answers) -> None:
    kern = asked(gemeente, uitgaven.kern, JAAR, Rol.BESTUURDER)

    app = seen("uitgaven")

    assert metric(app, "Ingediend") == fmt.euro_short(kern.ingediend).replace(fmt.NBSP, " ")


def test_the_line_of_the_course_ends_at_the_sum_of_its_months(
    seen: Open, gemeente: Answers
) -> None:
    kern = asked(gemeente, uitgaven.kern, JAAR, Rol.CONTROLLER)

    (course, *_) = charts(seen("uitgaven", Rol.CONTROLLER))

    drawn = [trace for trace in json.loads(course.spec)["data"] if trace.get("fill") == "tonexty"]
    assert drawn[-1]["y"][-1] == pytest.approx(float(kern.ingediend_tot))


def test_a_link_opens_the_same_selection(open_page: Open, gemeente: Answers) -> None:
    wmo = JAAR.model_copy(update={"wet": Wet.WMO})
    kern = asked(gemeente, uitgaven.kern, wmo, Rol.BESTUURDER)

    app = open_page("overzicht", wet="Wmo")
    app.switch_page("pages/uitgaven.py").run()

    assert app.selectbox(key="wet").value == "wmo"
    assert metric(app, "Ingediend") == fmt.euro_short(kern.ingediend).replace(fmt.NBSP, " ")
    assert "Wmo, 2026" in words(app)


def test_a_link_that_means_nothing_shows_everything(open_page: Open) -> None:
    app = open_page("overzicht", wet="'; DROP TABLE uitgave; --")

    assert app.selectbox(key="wet").value == "alle"
    assert "Alle wetten" in words(app)


def test_a_chart_says_which_filter_it_does_not_follow(seen: Open) -> None:
    app = seen("caseload", wet="Wmo")

    assert "niet gefilterd op wet" in words(app)


def test_a_filter_changes_the_figures(open_page: Open) -> None:
    app = open_page("uitgaven")
    before = metric(app, "Ingediend")

    app.selectbox(key="wet").set_value("jw").run()

    assert metric(app, "Ingediend") != before


def test_a_small_selection_is_shown_as_hidden(open_page: Open, gemeente: Answers) -> None:
    per_wijk = gemeente.rows(uitgaven.per_wijk, JAAR, Rol.CONTROLLER).rows
    (smallest, *_) = [row for row in per_wijk if 0 < (row.clienten or 0) < 5]

    app = open_page("uitgaven", wijk=smallest.naam)
    app.selectbox(key="wijk").set_value(smallest.wijk_code).run()

    assert metric(app, "Ingediend") == "–"
    assert fmt.HIDDEN.capitalize() in words(app)
    assert fmt.HIDDEN in words(app)


def test_hidden_cells_of_a_table_are_shown_as_hidden(seen: Open) -> None:
    app = seen("uitgaven")

    tables = [part.value for part in app.markdown if part.value.startswith("| ")]
    assert [table for table in tables if fmt.HIDDEN in table]


def test_only_the_controller_sees_lines(seen: Open) -> None:
    assert "Regels 1 tot en met 50" in words(seen("regels", Rol.CONTROLLER))
    assert "Regels 1 tot en met 50" not in words(seen("regels", Rol.BESTUURDER))
    assert "ziet geen afzonderlijke regels" in words(seen("regels", Rol.BESTUURDER))


def test_the_beheerder_sees_only_gegevens(seen: Open) -> None:
    app = seen(rol=Rol.BEHEERDER)

    assert app.title[0].value == "Gegevens"
    assert [part.value for part in [*app.error, *app.exception]] == []


@pytest.mark.parametrize("rol", [*Rol])
def test_gegevens_points_to_what_became_known_for_who_may_go_there(seen: Open, rol: Rol) -> None:
    linked = [part.proto.page for part in seen("gegevens", rol).get("page_link")]

    assert ("waarom" in linked) == (rol is not Rol.BEHEERDER)


def test_gegevens_tells_the_age_of_every_source(seen: Open) -> None:
    table = next(
        part.value for part in seen("gegevens").markdown if "Laatste bericht" in part.value
    )

    assert table.count("geleden") >= 12


def test_the_presentator_on_an_own_screen_sees_round_numbers(seen: Open) -> None:
    app = seen("caseload", Rol.PRESENTATOR)

    shown = metric(app, "Mensen met ondersteuning")
    assert int(shown.replace(".", "")) % 5 == 0


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("broken", ["uitgaven/per_product", "gegevens/bronnen"])
def test_a_mistake_of_ours_is_said_plainly_and_is_no_empty_page(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    records = Query.records

    def failing(query: Query[Any, Any], *arguments: Any) -> Any:  # noqa: ANN401
        if query.name == broken:
            raise OSError("no room")
        return records(query, *arguments)

    monkeypatch.setattr(Query, "records", failing)

    app = open_page("uitgaven")

    assert "kan nu niet getoond worden" in app.error[0].value
