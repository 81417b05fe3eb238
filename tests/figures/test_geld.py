"""Over the years: what each line is stands beside it, also where a screen is narrow."""

from decimal import Decimal
from itertools import pairwise

from sdash.figures import geld as figures
from sdash.figures.style import LIGHT
from sdash.queries import geld

NAMES = ("Jeugdbescherming en -reclassering", "Coördinatie en beleid", "Toegang en wijkteams")
NARROW = 120
"""Pixels beside the chart that a phone can spare."""


def over_the_years(*amounts: int) -> list[geld.Reeks]:
    return [
        geld.Reeks(
            reeks=name,
            jaar=jaar,
            indeling=2025,
            doorgaand=False,
            begroot=Decimal(amount),
            rekening=None,
            taakvelden="6.1",
        )
        for name, amount in zip(NAMES, amounts, strict=True)
        for jaar in (2025, 2026)
    ]


def test_a_long_name_is_told_on_two_lines_and_leaves_the_lines_their_room() -> None:
    figure = figures.reeks(over_the_years(10, 20, 30), LIGHT)

    told = [label["text"] for label in figure["layout"]["annotations"]]
    assert "Jeugdbescherming<br>en -reclassering" in told
    assert figure["layout"]["margin"]["r"] <= NARROW


def test_names_of_small_sums_beside_a_large_one_stand_apart_within_the_chart() -> None:
    figure = figures.reeks(over_the_years(1, 2, 1_000_000), LIGHT)

    low, high = figure["layout"]["yaxis"]["range"]
    heights = sorted(label["y"] for label in figure["layout"]["annotations"])
    assert low <= heights[0] < heights[-1] <= high
    assert min(b - a for a, b in pairwise(heights)) >= (high - low) / 12
