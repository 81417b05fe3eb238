"""The page Achttien: whom it is about, and how little it shows of few people."""

from datetime import date

from sdash import format as fmt
from sdash.answers import Answers
from sdash.clock import AMSTERDAM, now
from sdash.domain import Rol
from sdash.queries import achttien
from tests.pages.conftest import Open
from tests.pages.test_pages import metric, words

JONGEREN = "Jongeren met jeugdhulp op hun 17½"


def test_all_years_together_and_each_can_be_chosen(seen: Open, gemeente: Answers) -> None:
    app = seen("achttien", Rol.CONTROLLER)
    together, *each = app.selectbox(key="lichting").options
    today = now().astimezone(AMSTERDAM).date()
    counted = {}
    for words_of_year in each:
        year = int(words_of_year.removeprefix("18 in "))
        of = achttien.Lichting(van=date(year, 1, 1), tot=date(year, 12, 1), peildatum=today)
        counted[words_of_year] = gemeente.rows(achttien.kern, of, Rol.CONTROLLER).rows[0].clienten

    assert together in words(app)
    assert metric(app, JONGEREN) == fmt.number(sum(filter(None, counted.values())))
    last = seen("achttien", Rol.CONTROLLER, lichting=each[-1])
    assert metric(last, JONGEREN) == fmt.number(counted[each[-1]] or 0)


def test_few_people_are_hidden_on_a_stage(seen: Open) -> None:
    app = seen("achttien", Rol.PRESENTATOR)

    assert metric(app, "Wonen in jeugdhulp, 18 binnen zes maanden") in {"–", "0"}
