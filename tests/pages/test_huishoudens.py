"""The page Huishoudens shows what its queries say, and nothing at all without a ground."""

from collections.abc import Iterator

import pytest

from sdash import format as fmt
from sdash.answers import Answers
from sdash.clock import AMSTERDAM, now
from sdash.domain import Rol
from sdash.queries import caseload, huishoudens
from sdash.service.service import Service
from sdash.ui import data
from sdash.ui.huishoudens import UIT
from tests.pages.conftest import Open
from tests.pages.test_pages import charts, metric, words


def test_the_numbers_on_top_are_those_of_the_query(seen: Open, gemeente: Answers) -> None:
    app = seen("huishoudens", Rol.CONTROLLER)
    today = now().astimezone(AMSTERDAM).date()
    day = caseload.Peildatum(peildatum=today)
    (kern,) = gemeente.rows(huishoudens.kern, day, Rol.CONTROLLER).rows

    assert metric(app, "Huishoudens met ondersteuning") == fmt.number(kern.huishoudens or 0)
    assert metric(app, "Twee of drie wetten") == fmt.number(kern.meer_wetten or 0)
    assert len(charts(app)) == 6


def test_the_page_says_what_may_not_be_added_up(seen: Open) -> None:
    assert "wie twee voorzieningen heeft, telt bij beide" in words(seen("huishoudens"))


def test_the_country_stands_beside_it_with_its_half_year(seen: Open) -> None:
    assert "tweede helft van 2023" in words(seen("huishoudens"))


@pytest.fixture
def without_ground(service: Service, undrawn: None) -> Iterator[None]:  # noqa: ARG001
    """As long as nobody recorded it; what was drawn then is forgotten afterwards."""
    with service._warehouse.cursor() as cursor:
        cursor.execute("UPDATE mart.grondslag SET huishoudens = FALSE")
        yield
        cursor.execute("UPDATE mart.grondslag SET huishoudens = TRUE")
    data.forget()


@pytest.mark.usefixtures("without_ground")
def test_without_a_ground_the_page_says_so_and_why(open_page: Open) -> None:
    app = open_page("huishoudens", Rol.CONTROLLER)

    assert UIT.partition(": ")[2] in words(app)
    assert "DPIA" in words(app)
    assert not charts(app)
    assert not app.metric
