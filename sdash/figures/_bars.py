"""Bars that lie under their own words: the name left, the value right, no axis needed."""

from collections.abc import Sequence
from dataclasses import dataclass

from sdash import format as fmt
from sdash.figures import style
from sdash.figures.style import Figure, Layout, Look, Trace

MOST = 12
"""Bars that fit on a screen; the table behind the chart has them all."""


@dataclass(frozen=True)
class Bar:
    """One bar: its value is None when it is hidden, its mark when there is nothing to compare."""

    naam: str
    waarde: float | None
    woorden: str
    kleur: str
    streep: float | None = None


def listed(bars: Sequence[Bar], look: Look, *, eenheid: str) -> Figure:
    """The first bars in the order in which they come; a thin dark mark is what was planned."""
    shown = bars[:MOST]
    row = 64 if look.stage else 42
    rest = _rest(len(bars) - len(shown), len(shown), look)
    ends = [end for bar in shown for end in (bar.waarde, bar.streep) if end is not None]
    return style.figure(
        [_bars(shown), *([_marks(shown, look)] if any(bar.streep for bar in shown) else [])],
        look,
        row * (len(shown) + len(rest)) + 16,
        bargap=0.78,
        annotations=[
            *(words for place, bar in enumerate(shown) for words in _words(place, bar, look)),
            *rest,
        ],
        hovermode="closest",
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
        xaxis={**style.bare(), "range": [0, max(ends, default=1) * 1.005], "fixedrange": True},
        yaxis={**style.bare(), "range": [len(shown) + len(rest) - 0.6, -0.85], "fixedrange": True},
        meta={"eenheid": eenheid, "soort": "Liggende staven"},
    )


def _bars(shown: Sequence[Bar]) -> Trace:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [bar.waarde for bar in shown],
        "y": [*range(len(shown))],
        "customdata": [fmt.escape_plotly(bar.naam) for bar in shown],
        "hovertext": [f"{fmt.escape_plotly(bar.naam)}: {bar.woorden}" for bar in shown],
        "hoverinfo": "text",
        "marker": {"color": [bar.kleur for bar in shown], "line": {"width": 0}},
    }


def _marks(shown: Sequence[Bar], look: Look) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "begroot",
        "x": [bar.streep for bar in shown],
        "y": [*range(len(shown))],
        "hoverinfo": "skip",
        "meta": {"decor": True},
        "marker": {
            "symbol": "line-ns",
            "size": 16,
            "line": {"color": look.ink, "width": look.line(1.5)},
        },
    }


def _rest(hidden: int, place: int, look: Look) -> list[Layout]:
    """How many bars did not fit."""
    if not hidden:
        return []
    return [style.label(0, place, f"en nog {fmt.number(hidden)} in de tabel", look.quiet, xshift=0)]


def _words(place: int, bar: Bar, look: Look) -> list[Layout]:
    above = {"yanchor": "bottom", "yshift": 6, "xshift": 0}
    name = style.label(0, place, fmt.escape_plotly(bar.naam), look.ink, **above)
    if bar.waarde is None:
        return [name, style.label(0, place, bar.woorden, look.quiet, xshift=0)]
    right = {**above, "xref": "paper", "xanchor": "right"}
    return [name, style.label(1, place, bar.woorden, look.ink, **right)]
