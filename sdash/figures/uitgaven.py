"""Where the money goes: the year against its budget, month by month, and by any division."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate
from typing import TYPE_CHECKING

from sdash import format as fmt
from sdash.domain import WET_NAAM
from sdash.figures import _axes, _bars, _staven, style
from sdash.figures._koers import incomplete, koers, wetten, year
from sdash.figures.style import Figure, Layout, Look

if TYPE_CHECKING:
    from sdash.queries import uitgaven as rijen

__all__ = [
    "incomplete",
    "koers",
    "per_aanbieder",
    "per_maand",
    "per_product",
    "per_taakveld",
    "per_wijk",
]

ROOM = 1.08


def per_maand(
    verloop: Sequence["rijen.Verloop"],
    volledigheid: Sequence["rijen.Volledigheid"],
    look: Look,
) -> Figure:
    """One bar a month, divided by wet; a month that is not complete yet is hatched."""
    months = year(verloop)
    unfinished = incomplete(volledigheid)
    spent = {
        wet: {row.maand: row.ingediend for row in verloop if row.wet == wet}
        for wet in wetten(verloop)
    }
    traces = [_staven.of_wet(wet, of, months, unfinished, look) for wet, of in spent.items()]
    unseen = [fmt.month(row.maand) for row in verloop if row.ingediend is None]
    per_month = zip(*(bar["y"] for bar in traces), strict=True)
    highest = max(sum(filter(None, month)) for month in per_month)
    return style.figure(
        [*traces, *style.hidden(unseen, look)],
        look,
        340,
        barmode="stack",
        bargap=0.3,
        annotations=_bar_labels(verloop, look),
        margin={"l": 8, "r": 96, "t": 8, "b": 8},
        xaxis={**_axes.months(months), "range": [-0.6, 11.6]},
        yaxis=_axes.amounts(look, 0, (highest or 1) * ROOM, fmt.euro_axis),
        meta={
            "eenheid": "euro",
            "soort": "Staven per maand",
            "codes": [month.isoformat() for month in months],
        },
    )


def per_taakveld(
    per_taakveld: Sequence["rijen.PerTaakveld"], look: Look, gekozen: str = ""
) -> Figure:
    """One bar a taakveld with its budget as a mark; taakvelden without lines stand in the table."""
    listed = [
        _bars.Bar(
            row.naam,
            _number(row.ingediend),
            _spent(row.ingediend, row.begroot),
            look.of(row.wet),
            _number(row.begroot),
            row.taakveld,
        )
        for row in per_taakveld
        if row.clienten != 0
    ]
    return _bars.listed(listed, look, eenheid="euro", gekozen=gekozen)


def per_product(per_product: Sequence["rijen.PerProduct"], look: Look, gekozen: str = "") -> Figure:
    """One bar a productcategorie, in the colour of its wet, the dearest first."""
    listed = [
        _bar(row.naam, row.ingediend, look.of(row.wet), f"{row.wet}-{row.categorie}")
        for row in per_product
    ]
    return _division(listed, look, gekozen)


def per_aanbieder(
    per_aanbieder: Sequence["rijen.PerAanbieder"], look: Look, gekozen: str = ""
) -> Figure:
    """One bar an aanbieder, the largest first."""
    listed = [_bar(row.naam, row.ingediend, look.neutral, row.aanbieder) for row in per_aanbieder]
    return _division(listed, look, gekozen)


def per_wijk(per_wijk: Sequence["rijen.PerWijk"], look: Look, gekozen: str = "") -> Figure:
    """One bar a wijk, the dearest first."""
    listed = [_bar(row.naam, row.ingediend, look.neutral, row.wijk_code) for row in per_wijk]
    return _division(listed, look, gekozen)


def _bar(naam: str, bedrag: Decimal | None, kleur: str, code: str) -> _bars.Bar:
    return _bars.Bar(naam, _number(bedrag), _spent(bedrag), kleur, code=code)


def _division(listed: list[_bars.Bar], look: Look, gekozen: str) -> Figure:
    dearest = sorted(listed, key=lambda bar: -(bar.waarde or 0))
    return _bars.listed(dearest, look, eenheid="euro", gekozen=gekozen)


def _spent(ingediend: Decimal | None, begroot: Decimal | None = None) -> str:
    if ingediend is None:
        return fmt.HIDDEN
    plan = f" van {fmt.euro_short(begroot)}" if begroot is not None else ""
    return f"{fmt.euro_short(ingediend)}{plan}"


def _number(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)


def _bar_labels(verloop: Sequence["rijen.Verloop"], look: Look) -> list[Layout]:
    """The names of the wetten beside the last bar, each at the height of its own part.

    At the height of the last bar that is not small: of a month that has just begun all parts are.
    """
    months = sorted({row.maand for row in verloop})
    whole = [sum(row.ingediend or 0 for row in verloop if row.maand == month) for month in months]
    last = max(month for month, cost in zip(months, whole, strict=True) if cost * 2 >= max(whole))
    amounts = {row.wet: row.ingediend or Decimal(0) for row in verloop if row.maand == last}
    present = [wet for wet in wetten(verloop) if wet in amounts]
    edges = [*accumulate(amounts[wet] for wet in present)]
    middles = [float(edge - amounts[wet] / 2) for wet, edge in zip(present, edges, strict=True)]
    heights = style.apart(middles, float(edges[-1]) / 5)
    return [
        style.label(fmt.month(months[-1]), height, WET_NAAM[wet], look.of(wet), xshift=24)
        for wet, height in zip(present, heights, strict=True)
    ]
