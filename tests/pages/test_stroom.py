"""In en uit shows what its queries answer, along the cut that was chosen."""

from datetime import date

import pytest

from sdash import format as fmt
from sdash.answers import Answers
from sdash.domain import Rol
from sdash.queries import stroom
from sdash.ui.stroom import SNEDES, first_day
from tests.pages.conftest import YEAR, Open
from tests.pages.test_pages import charts, metric, words

LAST = date(YEAR - 1, 12, 31)
PERIOD = {"van": first_day(LAST), "tot": LAST, "vandaag": LAST}


def test_numbers_are_those_of_the_query(seen: Open, gemeente: Answers) -> None:
    app = seen("stroom", Rol.CONTROLLER, jaar=str(LAST.year))
    params = stroom.Leden.model_validate(PERIOD)

    (kern,) = gemeente.rows(stroom.per_lid, params, Rol.CONTROLLER).rows

    assert metric(app, "Nieuw in zorg") == fmt.number(kern.nieuw or 0)
    assert metric(app, "Uit zorg") == fmt.number(kern.uitstroom or 0)


@pytest.mark.parametrize("snede", SNEDES)
def test_every_cut_can_be_chosen_and_be_looked_at(seen: Open, snede: str) -> None:
    app = seen("stroom", Rol.CONTROLLER, snede=SNEDES[snede])

    assert [part.value for part in [*app.error, *app.exception]] == []
    assert f"{SNEDES[snede]}, van begin tot eind" in words(app)


def test_a_member_is_a_filter_beside_which_the_others_stay(seen: Open) -> None:
    app = seen("stroom", Rol.CONTROLLER, snede="Per wet", wet="Jeugd")
    assert [chart for chart in charts(app) if "Jeugd" in chart.spec and "Wmo" in chart.spec]


def test_on_a_stage_the_share_of_2018_stands_in_the_sentence(seen: Open) -> None:
    app = seen("stroom", presenteer="1", dia="2")

    assert "2018" in app.title[0].value
