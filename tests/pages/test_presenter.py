"""A stage shows one chart, large, and only what the public may see."""

import json

import pytest

from sdash import answers as running
from sdash.answers import Answers
from sdash.domain import Rol
from tests.pages.conftest import Open
from tests.pages.test_pages import CHARTS, charts, words
from tests.pages.witness import Witness

every_role = pytest.mark.parametrize("rol", [*Rol])

TOO_FEW = {"achttien"}
"""Of so few people that nothing of them is drawn on a stage."""


@every_role
def test_a_stage_follows_the_public_policy_whoever_presents(
    open_page: Open, gemeente: Answers, rol: Rol
) -> None:
    witness = Witness(gemeente)
    running.use(witness)  # type: ignore[arg-type]

    open_page(rol=rol, presenteer="1")

    assert {rol for _, _, rol in witness.asked} == {Rol.PRESENTATOR}


def test_a_stage_has_no_filters_no_role_and_no_tables(seen: Open) -> None:
    app = seen(presenteer="1")

    assert [*app.selectbox, *app.error, *app.exception] == []
    assert not [part for part in app.markdown if part.value.startswith("| ")]


@pytest.mark.parametrize("page", [page for page in CHARTS[1:] if page not in TOO_FEW])
def test_a_slide_is_one_chart_in_large_type(seen: Open, page: str) -> None:
    app = seen(page, presenteer="1")

    (chart,) = charts(app)
    assert json.loads(chart.spec)["layout"]["font"]["size"] >= 24


def test_the_first_slide_is_one_sentence_and_three_numbers(seen: Open) -> None:
    app = seen(presenteer="1")

    assert app.title[0].value.startswith("In 2026")
    assert len(app.metric) == 3


def test_gegevens_has_a_slide_without_a_name_of_a_file(seen: Open) -> None:
    app = seen("gegevens", presenteer="1")

    assert "zonder bezwaar" in app.title[0].value
    assert ".xml" not in words(app)


def test_the_second_slide_of_caseload_is_the_regenboog(seen: Open) -> None:
    (chart,) = charts(seen("caseload", presenteer="1", dia="2"))

    assert chart.alt.startswith("Halve regenboog")


def test_a_stage_says_that_the_figures_are_made_up(seen: Open) -> None:
    assert "Fictieve gegevens" in words(seen(presenteer="1"))


def test_a_stage_shows_the_selection_of_its_address(seen: Open) -> None:
    assert "Jeugd, 2026" in words(seen(presenteer="1", wet="Jeugd"))


def test_the_buttons_walk_and_stop(seen: Open) -> None:
    labels = [button.label for button in seen(presenteer="1").button]

    assert labels == ["Vorige", "Volgende", "Stoppen"]


def test_a_stage_of_sturen_is_of_the_sliders_as_they_stand(seen: Open) -> None:
    links = [part.proto.url for part in seen("sturen", tarief="10").get("link_button")]

    assert [link for link in links if "tarief=10" in link and "presenteer=1" in link] != []
