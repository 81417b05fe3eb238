"""Bars that stand on their month, in the colour of a wet."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal

from sdash import format as fmt
from sdash.domain import WET_NAAM, Wet
from sdash.figures import style
from sdash.figures.style import Look, Trace


def of_wet(
    wet: Wet,
    amounts: Mapping[date, Decimal | None],
    months: Sequence[date],
    unfinished: Collection[date],
    look: Look,
) -> Trace:
    """The amounts of one wet in euro, None where hidden; a month not complete yet is hatched."""
    return {
        "type": "bar",
        "name": WET_NAAM[wet],
        "x": [fmt.month(month) for month in months],
        "y": [_number(amounts.get(month)) for month in months],
        "hovertext": [
            f"{WET_NAAM[wet]}: {_told(amounts[month], is_open=month in unfinished)}"
            if month in amounts
            else ""
            for month in months
        ],
        "hoverinfo": "text",
        "marker": {
            "color": look.of(wet),
            "line": {"width": 0},
            "pattern": style.hatched([month in unfinished for month in months]),
        },
    }


def _number(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)


def _told(amount: Decimal | None, *, is_open: bool) -> str:
    if amount is None:
        return fmt.HIDDEN
    return f"{fmt.euro(amount)}{' (nog niet volledig)' if is_open else ''}"
