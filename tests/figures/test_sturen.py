"""A scenario in a chart: its own colour, and each slider beside all of them."""

from decimal import Decimal

import pytest

from sdash.domain import Wet
from sdash.figures import sturen as figures
from sdash.figures.style import LIGHT, SCENARIO
from sdash.prognose.scenario import Aannames, Keuzes, schrijf
from sdash.queries.sturen import Basis
from tests.figures.reading import traces, words

JEUGD = Basis(
    wet=Wet.JW,
    clienten=90,
    midden=Decimal(12_000),
    maanden=2,
    komend=Decimal(2_000),
    nieuw=Decimal(400),
    verder=Decimal(12_000),
    verder_nieuw=Decimal(6_000),
)
HIDDEN = Basis.model_validate({**dict.fromkeys(Basis.model_fields), "wet": Wet.WMO, "maanden": 2})


def test_each_slider_has_a_bar_for_this_year_and_for_twelve_months() -> None:
    chosen = schrijf(Keuzes(tarief=10, instroom=50), Aannames())

    vooruit, dit_jaar = traces(figures.effecten([JEUGD, HIDDEN], LIGHT, chosen))

    assert dit_jaar["name"] == "Dit jaar"
    assert dict(zip(dit_jaar["y"], dit_jaar["x"], strict=True)) == pytest.approx(
        {"Tarieven": 200, "Instroom": 200, "Plaatsingen met verblijf": 0, "Naar voorliggend": 0}
        | {"Samen": 420}
    )
    assert dict(zip(vooruit["y"], vooruit["x"], strict=True))["Samen"] == pytest.approx(4500)


def test_a_scenario_has_a_colour_that_no_fact_has() -> None:
    (vooruit, _) = traces(figures.effecten([JEUGD], LIGHT, ""))

    assert vooruit["marker"]["color"] == SCENARIO["light"]
    assert SCENARIO["light"] not in {*LIGHT.wet.values(), LIGHT.neutral, LIGHT.act, LIGHT.ink}


def test_what_may_not_be_seen_is_in_no_bar() -> None:
    figure = figures.effecten([HIDDEN], LIGHT, schrijf(Keuzes(tarief=5), Aannames()))

    assert traces(figure) == []
    assert "€" not in words(figure)


def test_a_slider_that_changes_nothing_says_so_once() -> None:
    vooruit, dit_jaar = traces(figures.effecten([JEUGD], LIGHT, ""))

    assert {*vooruit["text"]} == {"geen verschil"}
    assert {*dit_jaar["text"]} == {""}
