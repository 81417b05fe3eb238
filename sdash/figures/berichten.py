"""Whether the messages are right: what was rejected, came late, or was not used."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sdash import format as fmt
from sdash.domain import WET_NAAM, Wet
from sdash.figures import _axes, _bars, _staven, style
from sdash.figures._koers import MONTHS, incomplete
from sdash.figures.style import Figure, Look

if TYPE_CHECKING:
    from sdash.queries import berichten as rijen
    from sdash.queries import uitgaven

ROOM = 1.08
EMPTY = 100
"""The height of the axis, in euro, when nothing stands on it."""


def per_maand(
    per_maand: Sequence["rijen.PerMaand"],
    volledigheid: Sequence["uitgaven.Volledigheid"],
    look: Look,
) -> Figure:
    """What was rejected of each month, by wet; a month that is not complete yet is hatched."""
    months = [date(per_maand[0].maand.year, number, 1) for number in range(1, MONTHS + 1)]
    unfinished = incomplete(volledigheid)
    present = [wet for wet in Wet if any(row.wet == wet for row in per_maand)]
    amounts = {
        wet: {row.maand: row.afgewezen for row in per_maand if row.wet == wet} for wet in Wet
    }
    traces = [_staven.of_wet(wet, amounts[wet], months, unfinished, look) for wet in present]
    unseen = [fmt.month(row.maand) for row in per_maand if row.afgewezen is None]
    sums = [
        [float(row.afgewezen or 0) for row in per_maand if row.maand == month] for month in months
    ]
    highest = max(sum(max(part, 0) for part in parts) for parts in sums) or EMPTY
    lowest = min(sum(min(part, 0) for part in parts) for parts in sums)
    return style.figure(
        [*traces, *style.hidden(unseen, look)],
        look,
        340,
        barmode="relative",
        bargap=0.3,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        xaxis={**_axes.months(months), "range": [-0.6, 11.6]},
        yaxis=_axes.amounts(look, lowest * ROOM, highest * ROOM, fmt.euro_axis),
        meta={"eenheid": "euro", "soort": "Staven per maand"},
    )


def afgekeurd(afgekeurd: Sequence["rijen.Afgekeurd"], look: Look) -> Figure:
    """One bar a retourcode, in the colour of its wet, the dearest first."""
    return _bars.listed(
        [
            _bars.Bar(
                f"{row.omschrijving or 'Code'} ({row.code}, {WET_NAAM[row.wet]})",
                _number(row.bedrag),
                _euro(row.bedrag),
                look.of(row.wet),
            )
            for row in afgekeurd
        ],
        look,
        eenheid="euro",
    )


def per_aanbieder(per_aanbieder: Sequence["rijen.PerAanbieder"], look: Look) -> Figure:
    """One bar an aanbieder, whom most was rejected of first."""
    return _bars.listed(
        [
            _bars.Bar(row.naam, _number(row.afgewezen), _euro(row.afgewezen), look.neutral)
            for row in per_aanbieder
        ],
        look,
        eenheid="euro",
    )


def stops(stops: Sequence["rijen.Stops"], look: Look) -> Figure:
    """One bar an aanbieder: how many of its stops came late."""
    return _bars.listed(
        [
            _bars.Bar(
                row.naam,
                None if row.stops is None else row.laat,
                _of(row.laat, row.stops),
                look.neutral,
            )
            for row in stops
        ],
        look,
        eenheid="stopberichten",
    )


def verzilvering(verzilvering: Sequence["rijen.Verzilvering"], look: Look) -> Figure:
    """One bar a product of an aanbieder, with all that was assigned as a mark."""
    return _bars.listed(
        [
            _bars.Bar(
                row.product,
                row.verzilvering,
                fmt.HIDDEN if row.verzilvering is None else fmt.percent(row.verzilvering),
                look.of(row.wet),
                1,
                onder=row.naam,
            )
            for row in verzilvering
        ],
        look,
        eenheid="aandeel",
    )


def _of(part: int | None, whole: int | None) -> str:
    if part is None or whole is None:
        return fmt.HIDDEN
    return f"{fmt.number(part)} van {fmt.number(whole)}"


def _euro(amount: Decimal | None) -> str:
    return fmt.HIDDEN if amount is None else fmt.euro(amount)


def _number(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)
