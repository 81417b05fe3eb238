"""Axes that speak Dutch: few and round amounts, and months by their names."""

from collections.abc import Callable, Sequence
from datetime import date
from math import ceil, floor, log10
from typing import Final

from sdash import format as fmt
from sdash.figures import style
from sdash.figures.style import Layout, Look

MONTHS_IN_A_YEAR: Final = 12
FEW_TICKS: Final = 4


def amounts(look: Look, low: float, high: float, words: Callable[[float], str]) -> Layout:
    """A vertical axis with few, round and Dutch numbers; Plotly's own are English."""
    ticks = _round_steps(low, high)
    return {
        "showgrid": True,
        "gridcolor": look.grid,
        "gridwidth": 1,
        "range": [low, high],
        "tickvals": ticks,
        "ticktext": [words(tick) for tick in ticks],
    }


def _round_steps(low: float, high: float) -> list[float]:
    rough = (high - low) / FEW_TICKS or 1
    size = 10.0 ** floor(log10(rough))
    step = next(factor * size for factor in (1, 2, 2.5, 5, 10) if factor * size >= rough)
    return [step * number for number in range(ceil(low / step), floor(high / step) + 1)]


def months(shown: Sequence[date]) -> Layout:
    """An axis of months that names every second one of a year, and the half years of more."""
    one_year = len(shown) <= MONTHS_IN_A_YEAR
    named = [day for day in shown if (day.month - 1) % (2 if one_year else 6) == 0]
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": [fmt.month(day) for day in shown],
        "tickvals": [fmt.month(day) for day in named],
        "ticktext": [
            fmt.month_short(day) if one_year or day.month > 1 else str(day.year) for day in named
        ],
        "tickangle": 0,
    }


def labels_apart(labels: Sequence[Layout], highest: float, most: int) -> list[Layout]:
    """Labels of which so many fit above each other, moved up, and down from where the axis ends."""
    least = highest / most
    heights = style.apart([one["y"] for one in labels], least)
    ceiling = highest
    for nr in sorted(range(len(heights)), key=heights.__getitem__, reverse=True):
        heights[nr] = min(heights[nr], ceiling)
        ceiling = heights[nr] - least
    return [{**one, "y": height} for one, height in zip(labels, heights, strict=True)]
