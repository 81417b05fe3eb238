"""The lines behind an amount: all of them, what they add up to, and where each came from."""

import pytest

from sdash import format as fmt
from sdash.answers import Answers
from sdash.domain import Rol
from sdash.queries import regels, uitgaven
from tests.pages.conftest import YEAR, Open
from tests.pages.test_pages import metric, words


def test_the_lines_add_up_to_the_figure_on_uitgaven(seen: Open, gemeente: Answers) -> None:
    (kern,) = gemeente.rows(uitgaven.kern, uitgaven.Jaarstand(jaar=YEAR), Rol.CONTROLLER).rows

    app = seen("regels", Rol.CONTROLLER)

    total = fmt.euro(kern.ingediend or 0, 2).replace(fmt.NBSP, " ")
    assert metric(app, "Som van de regels") == total
    assert f"telt op tot **{total}** = het bedrag op Uitgaven" in words(app)


def test_a_link_to_a_line_opens_its_passport(seen: Open, gemeente: Answers) -> None:
    asked = regels.Bladzij(jaar=YEAR, vanaf=0, aantal=1)
    (line,) = gemeente.rows(regels.lijst, asked, Rol.CONTROLLER).rows

    key = f"{line.wet}-{line.aanbieder}-{line.referentienummer}"
    app = seen("regels", Rol.CONTROLLER, regel=key)

    told = words(app).replace("\\", "")
    assert f"bestand {line.bestand}, regel {fmt.number(line.plaats)} in dat bestand" in told
    assert "Ingediend: deze regel telt" in told


def test_a_link_to_what_is_not_there_says_so(seen: Open) -> None:
    app = seen("regels", Rol.CONTROLLER, regel="jw-1-X", product="Bestaat niet")

    said = " ".join(part.value for part in app.warning)
    assert "De regel jw\\-1\\-X uit de link is er niet (meer)" in said
    assert "De link vraagt om product ‘Bestaat niet’" in said


def test_every_page_of_the_list_has_other_lines(seen: Open) -> None:
    first = seen("regels", Rol.CONTROLLER)
    second = seen("regels", Rol.CONTROLLER, bladzij="2")

    assert "Regels 1 tot en met 50 van" in words(first)
    assert "Regels 51 tot en met 100 van" in words(second)


@pytest.mark.parametrize("bladzij", ["0", "x", "999999999999"])
def test_a_page_that_is_none_is_one_that_is(open_page: Open, bladzij: str) -> None:
    app = open_page("regels", Rol.CONTROLLER, bladzij=bladzij)

    assert [*app.error, *app.exception] == []
    assert "Regels " in words(app)


def test_a_step_up_lets_go_of_what_is_below_it(open_page: Open) -> None:
    app = open_page("uitgaven", Rol.CONTROLLER)
    app.selectbox(key="wet").set_value("jw").run()
    app.selectbox(key="product").set_value("jw-45").run()

    app.button(key="kruimel_product").click().run()

    assert app.selectbox(key="wet").value == "jw"
    assert app.selectbox(key="product").value == "alle"


def test_a_choice_leaves_what_can_be_chosen_instead_in_sight(open_page: Open) -> None:
    app = open_page("uitgaven", Rol.CONTROLLER)
    before = [table.value for table in app.markdown if "Hulp bij het huishouden" in table.value]

    app.selectbox(key="product").set_value("jw-45").run()

    after = [table.value for table in app.markdown if "Hulp bij het huishouden" in table.value]
    assert before
    assert after
