"""Colours that everyone can read and tell apart, and one layout for all."""

from itertools import combinations
from math import dist

import pytest

from sdash.domain import Wet
from sdash.figures import _axes, style
from sdash.figures.style import DARK, LIGHT, Look

READABLE = 4.5
TOLD_APART = 20
"""A distance in CIELAB at which two colours are seen as different at a glance."""

looks = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])

Colour = tuple[float, float, float]
SEEN_BY = {
    "everyone": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado, Oliveira and Fernandes (2009), at full severity, on linear light."""


def linear(colour: str) -> Colour:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, paper: str) -> float:
    dark, light = sorted((luminance(colour), luminance(paper)))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, seen_by: str) -> Colour:
    light = linear(colour)
    red, green, blue = (
        min(max(sum(w * p for w, p in zip(row, light, strict=True)), 0), 1)
        for row in SEEN_BY[seen_by]
    )
    x, y, z = (
        value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116
        for value in (
            (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
            0.2126 * red + 0.7152 * green + 0.0722 * blue,
            (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@looks
def test_every_colour_of_text_can_be_read(look: Look) -> None:
    written = [look.ink, look.quiet, look.act, look.neutral, *look.wet.values()]

    assert [colour for colour in written if contrast(colour, look.paper) < READABLE] == []


@looks
@pytest.mark.parametrize("seen_by", SEEN_BY)
def test_the_wetten_can_be_told_apart_by_everyone(look: Look, seen_by: str) -> None:
    pairs = combinations([look.wet[wet] for wet in Wet], 2)

    distances = [dist(lab(one, seen_by), lab(other, seen_by)) for one, other in pairs]

    assert min(distances) > TOLD_APART


@looks
def test_the_colours_of_the_regenboog_are_used_for_nothing_else(look: Look) -> None:
    others = {look.ink, look.quiet, look.grid, look.neutral, look.middle, look.faint, look.act}

    assert not {*style.REGENBOOG} & {*others, *look.wet.values(), *look.scale}


def test_the_regenboog_has_a_colour_for_each_of_its_layers() -> None:
    assert len({*style.REGENBOOG}) == 7


def test_what_belongs_to_no_wet_is_neutral() -> None:
    assert LIGHT.of(None) == LIGHT.neutral
    assert LIGHT.of("wmo") == LIGHT.wet[Wet.WMO]


def test_labels_move_only_as_far_as_they_must() -> None:
    assert style.apart([10, 11, 40], 5) == [10, 15, 40]
    assert style.apart([11, 10], 5) == [15, 10]


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [(0, 17.5, [0, 5, 10, 15]), (0, 1, [0, 0.25, 0.5, 0.75, 1]), (1600, 1830, [1600, 1700, 1800])],
)
def test_an_axis_has_few_and_round_numbers(low: float, high: float, ticks: list[float]) -> None:
    axis = _axes.amounts(LIGHT, low, high, str)

    assert axis["tickvals"] == ticks


def test_a_zoom_survives_new_figures() -> None:
    layout = style.figure([], LIGHT, 100)["layout"]

    assert layout["uirevision"] == style.figure([], DARK, 200)["layout"]["uirevision"]


def test_a_figure_on_a_stage_takes_the_height_of_its_screen() -> None:
    stage = Look(**{**LIGHT.__dict__, "stage": True})

    assert "height" not in style.figure([], stage, 100)["layout"]


def test_a_figure_of_hidden_values_is_blank() -> None:
    hidden = style.figure([{"type": "bar", "y": [None, None]}], LIGHT, 100)
    shown = style.figure([{"type": "bar", "y": [None, 0]}], LIGHT, 100)

    assert style.is_blank(hidden)
    assert not style.is_blank(shown)


def test_the_words_of_an_axis_have_room_beside_the_drawing() -> None:
    axis = _axes.amounts(LIGHT, 0, 10, lambda tick: f"€ {tick} mln")

    bare, told = (style.figure([], LIGHT, 100, **more) for more in ({}, {"yaxis": axis}))

    longest = max(len(words) for words in axis["ticktext"])
    room = told["layout"]["margin"]["l"] - bare["layout"]["margin"]["l"]
    assert room >= longest * LIGHT.text * 0.42
