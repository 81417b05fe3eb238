"""Steps from one amount to another, as bars that lie under their own words.

Each bar begins where the one before it ended; the last one is the whole. Bars that stand by
themselves all begin at nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sdash import format as fmt
from sdash.figures import _bars, style
from sdash.figures.style import Figure, Layout, Look, Said, Trace


@dataclass(frozen=True)
class Trede:
    """One bar: its amount in euros is None when it is hidden; a whole begins at nothing."""

    naam: str
    bedrag: float | None
    geheel: bool = False
    code: str = ""


def waterval(treden: Sequence[Trede], look: Look, *, zin: str, gekozen: str = "") -> Figure:
    """The steps in the order in which they come; beside a chosen one the others fade."""
    shown = _bars.fitting(treden, gekozen)
    starts = _starts(shown)
    ends = [start + (bar.bedrag or 0) for start, bar in zip(starts, shown, strict=True)]
    low, high = min(0.0, *starts, *ends), max(0.0, *starts, *ends)
    row = _bars.height([(bar.naam, _told(bar)) for bar in shown], look)
    words = [
        said
        for place, bar in enumerate(shown)
        for said in _words(place, bar, (low, high), row, look)
    ]
    if left_out := len(treden) - len(shown):
        said = f"en nog {fmt.number(left_out)} in de tabel"
        words.append(Said(low, len(shown), said, look.quiet, "middle right"))
    lines = max(round(said.y) for said in words) + 1
    return style.figure(
        [_drawn(shown, starts, look, zin, gekozen), style.written(words)],
        look,
        round(row * (lines + _bars.AROUND)) + 8,
        bargap=_bars.gap(row, look),
        hovermode="y" if any(bar.code for bar in shown) else "closest",
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
        shapes=[_nothing(place, look) for place in range(len(shown))],
        xaxis={**style.bare(), "range": [low, high if high > low else low + 1], "fixedrange": True},
        yaxis={**style.bare(), "range": [lines - 0.5, -0.5 - _bars.AROUND], "fixedrange": True},
        meta={
            "eenheid": "euro",
            "soort": "Staven van verschillen",
            "codes": [bar.code for bar in shown],
        },
    )


def _starts(shown: Sequence[Trede]) -> list[float]:
    starts, reached = [], 0.0
    for bar in shown:
        starts.append(0.0 if bar.geheel else reached)
        reached += 0.0 if bar.geheel else bar.bedrag or 0
    return starts


def _drawn(
    shown: Sequence[Trede], starts: Sequence[float], look: Look, zin: str, gekozen: str
) -> Trace:
    colours = {True: look.neutral, False: look.faint}
    return {
        "type": "bar",
        "orientation": "h",
        "base": [*starts],
        "x": [bar.bedrag for bar in shown],
        "y": [*range(len(shown))],
        "customdata": [fmt.escape_plotly(bar.naam) for bar in shown],
        "hovertext": [f"{fmt.escape_plotly(bar.naam)}: {_told(bar)}" for bar in shown],
        "hoverinfo": "text",
        "marker": {
            "color": [
                _bars.beside(bar.code, gekozen, colours[(bar.bedrag or 0) > 0]) for bar in shown
            ],
            "line": {"width": 0},
        },
        "meta": {"zin": zin},
    }


def _nothing(place: int, look: Look) -> Layout:
    """A thin line beside a bar where more begins and less ends, clear of the words above it."""
    return {
        "type": "line",
        "x0": 0,
        "x1": 0,
        "y0": place - 0.2,
        "y1": place + 0.2,
        "line": {"color": look.quiet, "width": look.line(1)},
        "layer": "below",
    }


def _told(bar: Trede) -> str:
    return fmt.HIDDEN if bar.bedrag is None else fmt.euro_change(bar.bedrag)


def _words(place: int, bar: Trede, ends: tuple[float, float], row: int, look: Look) -> list[Said]:
    """The name above the left of a bar and its amount above the right."""
    if bar.bedrag is None:
        hidden = Said(ends[0], place, fmt.HIDDEN, look.quiet, "middle right")
        return [*_bars.above(place, (bar.naam, ""), ends, row, look), hidden]
    return _bars.above(place, (bar.naam, _told(bar)), ends, row, look)
