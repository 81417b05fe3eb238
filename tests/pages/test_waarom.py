"""The page Waarom: which months are laid beside which."""

from sdash.domain import Rol
from tests.pages.conftest import Open
from tests.pages.test_pages import metric, words


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


def test_at_most_five_products_are_told(open_page: Open) -> None:
    said = words(open_page("waarom", Rol.CONTROLLER))

    told = [line for line in said.splitlines() if line.startswith("- ")]
    assert 1 <= len([line for line in told if " kost € " in line]) <= 5
