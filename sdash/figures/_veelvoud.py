"""Small multiples that lie under each other: one row a team, all of one scale to compare them.

Each row has its name above it on the left and what it says now on the right.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sdash import format as fmt
from sdash.figures import _axes, style
from sdash.figures.style import Figure, Layout, Look, Said, Trace

MOST: Final = 15
"""Rows that fit on a screen; the table behind the chart has them all."""
HIGH: Final = 62
"""Pixels of a row on a desk."""
DRAWN: Final = 0.6
"""The part of a row that is drawn in; its words stand above."""
ABOVE: Final = 0.8
LOW: Final = 0.3
UNDER: Final = 28
"""Pixels for the names of the months."""


@dataclass(frozen=True)
class Rij:
    """One row: its name, what it says now, and its traces with their values as heights."""

    naam: str
    woorden: str
    traces: tuple[Trace, ...]
    kleur: str = ""


@dataclass(frozen=True)
class Veelvoud:
    """The rows with the months that they share, and from where to where their heights go."""

    rijen: Sequence[Rij]
    maanden: Sequence[date]
    hoogste: float
    laagste: float = 0
    band: tuple[float, float] | None = None
    breuken: Sequence[tuple[date, str]] = ()

    def draw(self, look: Look, *, eenheid: str, soort: str) -> Figure:
        """The rows under each other."""
        shown = [*self.rijen[:MOST]]
        names = [fmt.month(maand) for maand in self.maanden]
        rest = len(self.rijen) - len(shown)
        traces = [
            _placed(trace, self._base(nr), self._unit())
            for nr, rij in enumerate(shown)
            for trace in rij.traces
        ]
        words = [said for nr, rij in enumerate(shown) for said in _words(rij, nr, names, look)]
        if rest:
            more = f"en nog {fmt.number(rest)} in de tabel"
            words.append(Said(0, -len(shown) + LOW, more, look.quiet, "middle right"))
        return style.figure(
            [*traces, _written(words, names)],
            look,
            HIGH * (len(shown) + bool(rest)) + UNDER,
            barmode="overlay",
            bargap=0.25,
            margin={"l": 4, "r": 4, "t": 4, "b": 4},
            shapes=[*self._bands(len(shown), look), *self._breaks(look)],
            annotations=self._break_words(look),
            xaxis={**_axes.months(self.maanden), "range": [-0.5, len(names) - 0.5]},
            yaxis={
                **style.bare(),
                "range": [-len(shown) - bool(rest) + 0.9, 1],
                "fixedrange": True,
            },
            meta={"eenheid": eenheid, "soort": soort},
        )

    def _unit(self) -> float:
        return DRAWN / ((self.hoogste - self.laagste) or 1)

    def _base(self, nr: int) -> float:
        return -nr - self.laagste * self._unit()

    def _bands(self, count: int, look: Look) -> list[Layout]:
        if self.band is None:
            return []
        low, high = self.band
        return [
            {
                "type": "rect",
                "xref": "paper",
                "x0": 0,
                "x1": 1,
                "y0": self._base(nr) + low * self._unit(),
                "y1": self._base(nr) + high * self._unit(),
                "fillcolor": style.faded(look.middle, 0.22),
                "line": {"width": 0},
                "layer": "below",
            }
            for nr in range(count)
        ]

    def _breaks(self, look: Look) -> list[Layout]:
        return [
            {
                "type": "line",
                "x0": at,
                "x1": at,
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "line": {"color": look.quiet, "width": look.line(1), "dash": "dot"},
            }
            for at, _ in self._at()
        ]

    def _break_words(self, look: Look) -> list[Layout]:
        small = {"size": look.text - 2, "color": look.quiet}
        more: Layout = {"yref": "paper", "yanchor": "bottom", "xshift": 2, "bgcolor": look.paper}
        return [
            style.label(at, 0, words, look.quiet, **more) | {"font": small}
            for at, words in self._at()
        ]

    def _at(self) -> list[tuple[float, str]]:
        """Where teams changed: before the month of that day."""
        months = {maand: nr for nr, maand in enumerate(self.maanden)}
        return [
            (months[dag.replace(day=1)] - 0.5, words)
            for dag, words in self.breuken
            if dag.replace(day=1) in months
        ]


def _placed(trace: Trace, base: float, unit: float) -> Trace:
    """A trace of which the values become heights in its row, and stay known as they were."""
    values = trace["y"]
    if trace["type"] == "bar":
        heights = [None if value is None else value * unit for value in values]
        return {**trace, "y": heights, "base": [base] * len(values)}
    return {**trace, "y": [None if value is None else base + value * unit for value in values]}


def _words(rij: Rij, nr: int, names: Sequence[str], look: Look) -> list[Said]:
    return [
        Said(0, -nr + ABOVE, fmt.escape_plotly(rij.naam), look.ink, "middle right"),
        Said(len(names) - 1, -nr + ABOVE, rij.woorden, rij.kleur or look.ink, "middle left"),
    ]


def _written(words: Sequence[Said], names: Sequence[str]) -> Trace:
    """Words at their month: an axis of names takes no numbers."""
    trace = style.written(words)
    return {**trace, "x": [names[round(place)] for place in trace["x"]]}


def lijn(
    name: str,
    names: Sequence[str],
    values: Sequence[float | None],
    look: Look,
    decimals: int = 0,
) -> Trace:
    """A line with a gap where a value is hidden or not known."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": [*names],
        "y": [*values],
        "customdata": [*values],
        "line": {"color": look.neutral, "width": look.line(2)},
        "hovertext": [f"{fmt.escape_plotly(name)}: {geteld(value, decimals)}" for value in values],
        "hoverinfo": "text",
    }


def staven(
    name: str, names: Sequence[str], counts: Sequence[int | None], colour: str, sign: int = 1
) -> Trace:
    """Bars that stand up, or hang down with another sign."""
    return {
        "type": "bar",
        "name": name,
        "x": [*names],
        "y": [None if count is None else count * sign for count in counts],
        "customdata": [*counts],
        "hovertext": [f"{fmt.escape_plotly(name)}: {geteld(count)}" for count in counts],
        "hoverinfo": "text",
        "marker": {"color": colour, "line": {"width": 0}},
    }


def geteld(count: float | None, decimals: int = 0) -> str:
    """A count in words, or that it is hidden."""
    return fmt.HIDDEN if count is None else fmt.number(count, decimals)
