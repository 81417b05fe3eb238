"""A matrix: names down and across, and in each cell its words on a ground of how much it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from sdash import format as fmt
from sdash.figures import style
from sdash.figures.style import Figure, Layout, Look

LETTERS: Final = 15
"""On one line of a name: a phone leaves no more."""
HIGH: Final = 64
"""Pixels of a row."""


@dataclass(frozen=True)
class Cel:
    """How much it is, and how that is said; nothing is said of nothing."""

    waarde: int
    woorden: str


@dataclass(frozen=True)
class Matrix:
    """The names of rows and columns, their cells, and what all of it says to who cannot see it."""

    rijen: Sequence[str]
    kolommen: Sequence[str]
    cellen: Sequence[Sequence[Cel]]
    zin: str
    eenheid: str = "wijken"
    soort: str = "Matrix van wijkteams en jeugdteams"
    letters: int = LETTERS
    """On one line of the name of a column."""
    hoogste: int | None = None
    """What is darkest; else the most that there is."""


def drawn(matrix: Matrix, look: Look) -> Figure:
    """The darker a cell, the more it is."""
    return style.figure(
        [
            {
                "type": "heatmap",
                "x": [*range(len(matrix.kolommen))],
                "y": [*range(len(matrix.rijen))],
                "z": [[cel.waarde for cel in cells] for cells in matrix.cellen],
                "text": [
                    [cel.woorden if cel.waarde else "" for cel in cells] for cells in matrix.cellen
                ],
                "texttemplate": "%{text}",
                "textfont": {"color": look.ink, "size": look.text - 1},
                "colorscale": [[0, look.paper], [1, look.scale[1]]],
                "showscale": False,
                **({} if matrix.hoogste is None else {"zmin": 0, "zmax": matrix.hoogste}),
                "xgap": 2,
                "ygap": 2,
                "hoverinfo": "skip",
                "meta": {"zin": matrix.zin},
            }
        ],
        look,
        HIGH * len(matrix.rijen) + HIGH,
        annotations=[*_beside(matrix.rijen, look), *_above(matrix, look)],
        margin={"l": 400 if look.stage else 116, "r": 8, "t": _room(matrix, look), "b": 8},
        xaxis={**style.bare(), "fixedrange": True},
        yaxis={**style.bare(), "range": [len(matrix.rijen) - 0.5, -0.5], "fixedrange": True},
        meta={"eenheid": matrix.eenheid, "soort": matrix.soort},
    )


def _beside(names: Sequence[str], look: Look) -> list[Layout]:
    more: Layout = {"xref": "paper", "xanchor": "right", "align": "right", "xshift": -6}
    letters = LETTERS * 2 if look.stage else LETTERS
    return [
        style.label(0, nr, _wrapped(name, letters), look.ink, **more)
        for nr, name in enumerate(names)
    ]


def _above(matrix: Matrix, look: Look) -> list[Layout]:
    more: Layout = {"yref": "paper", "yanchor": "bottom", "xanchor": "center", "align": "center"}
    return [
        style.label(nr, 1, _wrapped(name, matrix.letters), look.ink, xshift=0, **more)
        for nr, name in enumerate(matrix.kolommen)
    ]


def _room(matrix: Matrix, look: Look) -> int:
    """Pixels above, for the longest of the names of the columns."""
    lines = max(len(wrap(name, matrix.letters)) for name in matrix.kolommen)
    return 110 if look.stage else max(56, 8 + (look.text + 4) * lines)


def _wrapped(name: str, letters: int = LETTERS) -> str:
    return "<br>".join(wrap(fmt.escape_plotly(name), letters))
