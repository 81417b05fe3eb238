"""The page Waarom: which months are laid beside which."""

import json
from urllib.parse import parse_qs, urlsplit

from streamlit.testing.v1 import AppTest

from sdash.domain import Rol
from tests.pages.conftest import Open
from tests.pages.test_pages import charts, metric, words


def codes(app: AppTest) -> list[str]:
    """What the chart of products lets one choose."""
    drawn = (json.loads(chart.spec)["layout"]["meta"].get("codes", []) for chart in charts(app))
    (found,) = [[*map(str, codes)] for codes in drawn if any(codes)]
    return found


def test_a_quarter_is_laid_beside_that_of_a_year_before(open_page: Open) -> None:
    app = open_page("waarom", Rol.CONTROLLER)
    whole = metric(app, "Verschil")

    app.selectbox(key="periode").set_value("k3").run()

    assert app.selectbox(key="tegen").value == "2025-k3"
    assert "het 3e kwartaal van 2026" in words(app)
    assert metric(app, "Verschil") != whole


def test_what_was_granted_is_another_difference(open_page: Open) -> None:
    app = open_page("waarom", Rol.CONTROLLER)

    app.selectbox(key="maat").set_value("toegekend").run()

    assert "toegekend dan in" in words(app)
    assert [part.value for part in [*app.error, *app.exception]] == []


def test_at_most_five_products_are_told(seen: Open) -> None:
    said = words(seen("waarom", Rol.CONTROLLER))

    told = [line for line in said.splitlines() if line.startswith("- ")]
    assert 1 <= len([line for line in told if " kost € " in line]) <= 5


def test_a_product_can_be_chosen_beside_the_ones_that_were_not(open_page: Open) -> None:
    app = open_page("waarom", Rol.CONTROLLER)
    whole, every = metric(app, "Verschil"), codes(app)
    chosen = every[0]

    app.selectbox(key="product").set_value(chosen).run()

    assert metric(app, "Verschil") != whole
    assert codes(app) == every


def test_a_stage_is_of_the_months_that_were_chosen(open_page: Open) -> None:
    app = open_page("waarom", periode="3e kwartaal", tegen="het 1e kwartaal van 2026")

    (link,) = [part.proto.url for part in app.get("link_button") if "presenteer" in part.proto.url]
    asked = {key: words for key, (words,) in parse_qs(urlsplit(link).query).items()}
    stage = open_page("waarom", **asked)

    assert "In het 3e kwartaal van 2026" in stage.title[0].value
    assert "dan in het 1e kwartaal van 2026" in stage.title[0].value


def test_months_of_a_link_that_are_not_there_are_said(open_page: Open) -> None:
    app = open_page("waarom", Rol.CONTROLLER, periode="14e kwartaal", tegen="ooit")

    assert [part.value.split(",")[0] for part in app.warning] == [
        "De link vraagt om periode ‘14e kwartaal’",
        "De link vraagt om vergelijking met ‘ooit’",
    ]
    assert [*open_page("waarom", Rol.CONTROLLER, periode="3e kwartaal").warning] == []
