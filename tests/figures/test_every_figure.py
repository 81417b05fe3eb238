"""What holds for every figure: it is valid, it is small, and it is told."""

import json

import plotly.graph_objects as go
import pytest

from sdash.figures.alt import alt
from sdash.figures.style import DARK, LIGHT, is_blank
from tests.figures import large

MOST_MARKS = 500

every_figure = pytest.mark.parametrize("name", large.ROWS)


def test_no_figure_is_forgotten_here() -> None:
    assert {*large.every_figure()} == {*large.ROWS}


@every_figure
def test_a_figure_is_one_that_plotly_knows(name: str) -> None:
    figure = large.draw(name, DARK)

    known = go.Figure(figure).to_plotly_json()

    assert [trace["type"] for trace in known["data"]] == [trace["type"] for trace in figure["data"]]


def test_plotly_would_notice_a_mistake() -> None:
    figure = large.draw("uitgaven.koers", LIGHT)
    figure["data"][0]["lines"] = {"color": "red"}

    with pytest.raises(ValueError, match="lines"):
        go.Figure(figure)


@every_figure
def test_a_figure_of_a_metropolis_is_drawn_at_once(name: str) -> None:
    assert large.marks(large.draw(name, LIGHT)) <= MOST_MARKS


@every_figure
def test_a_figure_is_plain_data_that_says_what_it_shows(name: str) -> None:
    figure = large.draw(name, LIGHT)

    assert json.loads(json.dumps(figure, allow_nan=False))["layout"] == figure["layout"]
    assert not is_blank(figure)
    assert alt(figure).endswith(".")
