"""The page Regenboog: a layer that is chosen shows its products, and the arcs follow the switch."""

import json

from sdash.domain import Rol
from tests.pages.conftest import Open
from tests.pages.test_pages import charts, words

MAATWERK = "Maatwerk"


def test_a_layer_that_is_chosen_shows_only_its_products(open_page: Open) -> None:
    app = open_page("regenboog", Rol.CONTROLLER)
    every = next(part.value for part in app.markdown if part.value.startswith("| Laag | Wet"))

    app.selectbox(key="laag").set_value("6").run()

    chosen = next(part.value for part in app.markdown if part.value.startswith("| Laag | Wet"))
    assert f"Producten: {MAATWERK.lower()}" in words(app)
    assert len(chosen.splitlines()) < len(every.splitlines())
    lines = [line for line in chosen.splitlines()[2:] if line.startswith("| ")]
    assert {line.split("|")[1].strip() for line in lines} == {"6"}


def test_the_arcs_stay_when_one_is_chosen(seen: Open) -> None:
    (boog, *_) = charts(seen("regenboog", laag=MAATWERK))

    drawn = json.loads(boog.spec)["data"][:-1]
    assert [arc.get("opacity", 1) == 1 for arc in drawn] == [nr == 6 for nr in range(1, 8)]


def test_the_switch_decides_what_the_arcs_are_as_wide_as(seen: Open) -> None:
    both, people = (
        json.loads(charts(seen("regenboog", Rol.CONTROLLER, **more))[0].spec)["data"][5]["x"]
        for more in ({}, {"breedte": "Mensen"})
    )

    assert both != people
    assert people[0] == -people[27]
