"""Steps from one amount to another, as bars that lie under their own words.

Each bar begins where the one before it ended; the last one is the whole. Bars that stand by
themselves all begin at nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sdash import format as fmt
from sdash.figures import _bars, style
from sdash.figures._bars import Rijen
from sdash.figures.style import Figure, Layout, Look, Said, Trace

BESIDE = 8
"""Pixels of a line above and below the middle of a bar."""


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
    said = [(bar.naam, "" if bar.bedrag is None else _told(bar)) for bar in shown]
    rijen = Rijen.of(said, look)
    words = [
        part
        for bar, pair, at in zip(shown, said, rijen.midden, strict=True)
        for part in [*_bars.above(at, pair, (low, high), look), *_hidden(at, bar, low, look)]
    ]
    rest = rijen.rest(len(treden) - len(shown), low, look)
    return style.figure(
        [
            {**_drawn(shown, starts, rijen, look, gekozen), "meta": {"zin": zin}},
            style.written([*words, *rest]),
        ],
        look,
        round(rijen.hoogte(rest)) + 8,
        hovermode="y" if any(bar.code for bar in shown) else "closest",
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
        shapes=[_nothing(at, look) for at in rijen.midden],
        xaxis={**style.bare(), "range": [low, high if high > low else low + 1], "fixedrange": True},
        yaxis=rijen.axis(rest),
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
    shown: Sequence[Trede], starts: Sequence[float], rijen: Rijen, look: Look, gekozen: str
) -> Trace:
    colours = {True: look.neutral, False: look.faint}
    return {
        "type": "bar",
        "orientation": "h",
        "base": [*starts],
        "x": [bar.bedrag for bar in shown],
        "y": [*rijen.midden],
        "width": rijen.dik,
        "customdata": [fmt.escape_plotly(bar.naam) for bar in shown],
        "hovertext": [f"{fmt.escape_plotly(bar.naam)}: {_told(bar)}" for bar in shown],
        "hoverinfo": "text",
        "marker": {
            "color": [
                _bars.beside(bar.code, gekozen, colours[(bar.bedrag or 0) > 0]) for bar in shown
            ],
            "line": {"width": 0},
        },
    }


def _nothing(at: float, look: Look) -> Layout:
    """A thin line beside a bar where more begins and less ends, clear of the words above it."""
    return {
        "type": "line",
        "x0": 0,
        "x1": 0,
        "y0": at - BESIDE,
        "y1": at + BESIDE,
        "line": {"color": look.quiet, "width": look.line(1)},
        "layer": "below",
    }


def _told(bar: Trede) -> str:
    return fmt.HIDDEN if bar.bedrag is None else fmt.euro_change(bar.bedrag)


def _hidden(at: float, bar: Trede, low: float, look: Look) -> list[Said]:
    """What stands in the place of a hidden bar."""
    return [Said(low, at, fmt.HIDDEN, look.quiet, "middle right")] if bar.bedrag is None else []
