"""The year so far: what was billed, added up per wet, against the budget of the whole year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from sdash import format as fmt
from sdash.domain import WET_NAAM, Wet
from sdash.figures import _axes, _band, style
from sdash.figures.style import Figure, Layout, Look, Trace

if TYPE_CHECKING:
    from sdash.queries import uitgaven as rijen
    from sdash.queries.jaareinde import Verloop as Verwacht

COMPLETE = 0.95
"""From this share of billed toewijzingen on, a month counts as complete."""
MONTHS = 12
ROOM = 1.08
OF_A_LABEL = 5
"""So many labels of two lines fit above each other, also in a small tile."""


@dataclass(frozen=True)
class Laag:
    """One wet in the stack: its own sum so far, and the height of its upper edge, by month."""

    wet: Wet
    eigen: list[Decimal]
    rand: list[Decimal]


def koers(
    verloop: Sequence["rijen.Verloop"],
    kern: Sequence["rijen.Kern"],
    volledigheid: Sequence["rijen.Volledigheid"],
    einde: Sequence["Verwacht"],
    look: Look,
) -> Figure:
    """The year so far, added up per wet, against the budget spread evenly over the months, and on
    to the end that is expected.
    """
    months = year(verloop)
    reached = kern[0].laatste_maand or months[-1]
    lagen, known = _stack([row for row in verloop if row.maand <= reached])
    names = [fmt.month(month) for month in known]
    traces = [_area(laag, names, look) for laag in lagen]
    traces += _unfinished(lagen, known, incomplete(volledigheid), look)
    budget = kern[0].begroot
    if budget is not None:
        traces.append(_pace(months, budget, look))
    traces += _band.band(einde, look.neutral, look)
    ends = [row.hoog or row.midden or Decimal(0) for row in einde]
    highest = max([budget or Decimal(0), *ends, *(laag.rand[-1] for laag in lagen if laag.rand)])
    words = _labels(lagen, names, months, kern[0], look)
    if einde and einde[-1].midden is not None:
        # All beside the end of the year, since the way to it leaves no room before that.
        words += [_end_label(einde[-1], einde[-1].midden, look)]
        words = [{**label, "x": fmt.month(months[-1])} for label in words]
    return style.figure(
        traces,
        look,
        440,
        annotations=_axes.labels_apart(words, float(highest), OF_A_LABEL),
        margin={"l": 8, "r": 230 if look.stage else 108, "t": 8, "b": 8},
        xaxis={**_axes.months(months), "range": [-0.3, 11.1]},
        yaxis=_axes.amounts(look, 0, float(highest) * ROOM, fmt.euro_axis),
        meta={"eenheid": "euro", "soort": "Bedragen opgeteld per maand"},
    )


def incomplete(volledigheid: Sequence["rijen.Volledigheid"]) -> set[date]:
    """The months of which a good part is still to be billed."""
    return {row.maand for row in volledigheid if row.aandeel is None or row.aandeel < COMPLETE}


def wetten(verloop: Sequence["rijen.Verloop"]) -> list[Wet]:
    """The wetten that have lines, in their own order."""
    present = {row.wet for row in verloop}
    return [wet for wet in Wet if wet in present]


def year(verloop: Sequence["rijen.Verloop"]) -> list[date]:
    """All months of the year of these rows, also those that are still to come."""
    return [date(verloop[0].maand.year, number, 1) for number in range(1, MONTHS + 1)]


def _stack(verloop: Sequence["rijen.Verloop"]) -> tuple[list[Laag], list[date]]:
    """The wetten on top of each other, up to the first month of which a part is hidden."""
    amounts = {(row.maand, row.wet): row.ingediend for row in verloop}
    present = wetten(verloop)
    known = list(
        takewhile(
            lambda month: all(amounts.get((month, wet), Decimal()) is not None for wet in present),
            sorted({row.maand for row in verloop}),
        )
    )
    lagen: list[Laag] = []
    edge = [Decimal(0)] * len(known)
    for wet in present:
        own = [*accumulate(amounts.get((month, wet)) or Decimal(0) for month in known)]
        edge = [below + height for below, height in zip(edge, own, strict=True)]
        lagen.append(Laag(wet, own, edge))
    return lagen, known


def _area(laag: Laag, names: list[str], look: Look) -> Trace:
    colour = look.of(laag.wet)
    return {
        "type": "scatter",
        "mode": "lines",
        "name": WET_NAAM[laag.wet],
        "x": names,
        "y": [float(height) for height in laag.rand],
        "customdata": [float(height) for height in laag.eigen],
        "fill": "tonexty" if laag.rand != laag.eigen else "tozeroy",
        "fillcolor": style.faded(colour, 0.16),
        "line": {"color": colour, "width": look.line(2.5)},
        "hovertext": [f"{WET_NAAM[laag.wet]}: {fmt.euro(height)}" for height in laag.eigen],
        "hoverinfo": "text",
    }


def _unfinished(
    lagen: list[Laag], known: list[date], unfinished: set[date], look: Look
) -> list[Trace]:
    """Hatching over the stretch that still grows when late declaraties come in."""
    first = next((nr for nr, month in enumerate(known) if month in unfinished), len(known))
    if not lagen:
        return []
    names = [fmt.month(month) for month in known]
    return _band.hatching(names, [float(height) for height in lagen[-1].rand], first, look)


def _pace(months: list[date], budget: Decimal, look: Look) -> Trace:
    steps = [budget * number / MONTHS for number in range(1, MONTHS + 1)]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "Begroting, gelijk verdeeld",
        "x": [fmt.month(month) for month in months],
        "y": [float(step) for step in steps],
        "line": {"color": look.ink, "width": look.line(1.25)},
        "hovertext": [f"Begroting tot en met deze maand: {fmt.euro(step)}" for step in steps],
        "hoverinfo": "text",
    }


def _wet_labels(lagen: list[Laag], names: list[str], look: Look) -> list[Layout]:
    if not names:
        return []
    return [
        style.label(
            names[-1],
            float(laag.rand[-1] - laag.eigen[-1] / 2),
            f"<b>{WET_NAAM[laag.wet]}</b><br>{fmt.euro_short(laag.eigen[-1])}",
            look.of(laag.wet),
        )
        for laag in lagen
    ]


def _labels(
    lagen: list[Laag], names: list[str], months: list[date], kern: "rijen.Kern", look: Look
) -> list[Layout]:
    words = _wet_labels(lagen, names, look)
    if kern.begroot is None:
        return words
    fictief = bool(kern.begroot_fictief)
    return [*words, _budget_label(months, kern.begroot, look, fictief=fictief)]


def _end_label(last: "Verwacht", midden: Decimal, look: Look) -> Layout:
    """Where the year is expected to end."""
    text = f"<b>verwacht</b><br>{fmt.euro_short(midden)}"
    return style.label(fmt.month(last.maand), float(midden), text, look.neutral)


def _budget_label(months: list[date], budget: Decimal, look: Look, *, fictief: bool) -> Layout:
    source = "fictief begroot" if fictief else "begroting"
    text = f"{source}<br>{fmt.euro_short(budget)}"
    return style.label(fmt.month(months[-1]), float(budget), text, look.ink)
