"""Plafonds: how far each is used, what is left of one of them, and when that is gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.figures import _axes, _bars, style
from sdash.figures.style import Figure, Layout, Look, Trace

if TYPE_CHECKING:
    from sdash.prognose.plafond import Uitputting
    from sdash.queries import plafonds as rijen

__all__ = ["Balk", "kans", "per_plafond", "restant"]

HEEL: Final = 100
ROOM: Final = 1.08
LOW_MARK: Final = 8
"""Under the words, of which there are many."""
SHOWN: Final = 0.005
"""A chance below half a percent is no bar."""


@dataclass(frozen=True)
class Balk:
    """One plafond as it is told: in what order, in which words, and whether someone has to act."""

    code: str
    naam: str
    woorden: str
    is_dringend: bool = False
    onder: str = ""
    """What is expected of it."""


def per_plafond(
    stand: Sequence["rijen.Stand"], look: Look, gekozen: tuple[Balk, ...] | None = None
) -> Figure:
    """One bar a plafond in parts of it, with the whole plafond as a mark; the most urgent first."""
    of = {row.code: row for row in stand}
    told = gekozen or tuple(Balk(row.code, row.naam, _part(row)) for row in stand)
    bars = [
        _bars.Bar(
            balk.naam,
            None if (part := of[balk.code].aandeel) is None else max(part, 0.0) * HEEL,
            balk.woorden,
            look.act if balk.is_dringend else look.of(of[balk.code].wet),
            HEEL,
            onder=balk.onder,
        )
        for balk in told
        if balk.code in of
    ]
    return _bars.listed(bars, look, eenheid="%", mark=LOW_MARK)


def _part(row: "rijen.Stand") -> str:
    return fmt.HIDDEN if row.aandeel is None else fmt.percent(row.aandeel)


def restant(
    verloop: Sequence["rijen.Verloop"],
    stand: Sequence["rijen.Stand"],
    look: Look,
    gekozen: "tuple[str, Uitputting | None] | None" = None,
) -> Figure:
    """What is left of a plafond: solid as far as it is known, then a band that ends below zero."""
    code, said = gekozen or (stand[0].code, None)
    chosen = next(row for row in stand if row.code == code)
    plafond = float(chosen.plafond)
    reached = said.stand if said and said.stand else max(row.maand for row in verloop)
    known = _left(verloop, chosen, min(reached, verloop[-1].maand))
    months = [row.maand for row in verloop]
    traces = [*_band(said, plafond, look), _past(known, look)]
    lows = [plafond - high for high in said.hoog] if said else []
    low = min([0.0, *(left for _, left in known), *lows])
    return style.figure(
        traces,
        look,
        340,
        margin={"l": 8, "r": 24, "t": 12, "b": 8},
        shapes=[_zero(look)],
        xaxis={**_axes.months(months), "range": [-0.3, len(months) - 0.7]},
        yaxis=_axes.amounts(look, low * ROOM, plafond * ROOM, fmt.euro_axis),
        meta={"eenheid": "euro", "soort": "Wat er van het plafond over is, per maand"},
    )


def kans(
    verloop: Sequence["rijen.Verloop"],  # noqa: ARG001  (the table behind it)
    look: Look,
    gekozen: "Uitputting | None" = None,
) -> Figure:
    """The chance that a plafond is used up by the end of each month."""
    months = list(gekozen.maanden) if gekozen else []
    chances = [part * HEEL for part in gekozen.kans] if gekozen else []
    words = [fmt.percent(part / HEEL) for part in chances]
    names = [fmt.month(month) for month in months]
    trace: Trace = {
        "type": "bar",
        "name": "Kans dat het plafond op is",
        "x": names,
        "y": chances,
        "text": [f"{part:.0f}" if part >= SHOWN * HEEL else "" for part in chances],
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        "cliponaxis": False,
        "hovertext": [f"kans van {said}" for said in words],
        "hoverinfo": "text",
        "marker": {
            "color": [look.act if part >= HEEL / 2 else look.middle for part in chances],
            "line": {"width": 0},
        },
    }
    return style.figure(
        [trace],
        look,
        340,
        bargap=0.4,
        margin={"l": 8, "r": 8, "t": 24, "b": 8},
        xaxis={**_axes.months(months), "range": [-0.6, len(months) - 0.4]},
        yaxis=_axes.amounts(look, 0, HEEL * ROOM, lambda part: fmt.percent(part / HEEL)),
        meta={"eenheid": "%", "soort": "Kans per maand"},
    )


def _left(
    verloop: Sequence["rijen.Verloop"], chosen: "rijen.Stand", reached: date
) -> list[tuple[date, float]]:
    """What is left at the end of each month; only of the newest where a month is hidden."""
    plafond, past = float(chosen.plafond), [row for row in verloop if row.maand <= reached]
    if chosen.gebruikt is None:
        return []
    if any(row.gebruikt is None for row in past):
        return [(reached, plafond - float(chosen.gebruikt))]
    used = accumulate(float(row.gebruikt or 0) for row in past)
    return [(row.maand, plafond - total) for row, total in zip(past, used, strict=True)]


def _past(known: Sequence[tuple[date, float]], look: Look) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "Over",
        "x": [fmt.month(month) for month, _ in known],
        "y": [left for _, left in known],
        "line": {"color": look.neutral, "width": look.line(2.5)},
        "marker": {"color": look.neutral, "size": 5},
        "hovertext": [f"over: {fmt.euro(left)}" for _, left in known],
        "hoverinfo": "text",
    }


def _band(said: "Uitputting | None", plafond: float, look: Look) -> list[Trace]:
    """The months from the newest one on: between P10 and P90, and dashed in the middle."""
    if said is None or said.stand is None:
        return []
    first = next((nr for nr, month in enumerate(said.maanden) if month >= said.stand), None)
    if first is None:
        return []
    names = [fmt.month(month) for month in said.maanden[first:]]
    most, middle, least = (
        [plafond - used for used in part[first:]] for part in (said.laag, said.midden, said.hoog)
    )
    told = [
        f"verwacht over: {fmt.euro_short(one)} (tussen {fmt.euro_short(low)} en "
        f"{fmt.euro_short(high)})"
        for one, low, high in zip(middle, least, most, strict=True)
    ]
    band: Trace = {
        "type": "scatter",
        "mode": "none",
        "x": [*names, *reversed(names)],
        "y": [*most, *reversed(least)],
        "fill": "toself",
        "fillcolor": style.faded(look.neutral, 0.18),
        "hoverinfo": "skip",
        "meta": {"decor": True},
    }
    line: Trace = {
        "type": "scatter",
        "mode": "lines",
        "name": "Verwacht over",
        "x": names,
        "y": middle,
        "line": {"color": look.neutral, "width": look.line(2), "dash": "dash"},
        "hovertext": told,
        "hoverinfo": "text",
    }
    return [band, line]


def _zero(look: Look) -> Layout:
    """The line below which the plafond is passed."""
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": 0,
        "y1": 0,
        "line": {"color": look.act, "width": look.line(1.5)},
    }
