"""The regenboog: layers of help as one half rainbow, from eigen kracht to compulsory care.

The left foot of an arc is as wide as its people, the right foot as its money, so that an arc which
grows on its way shows a layer that costs much for few. Below the arcs every layer is named.
"""

from collections.abc import Sequence
from itertools import accumulate, count, pairwise, repeat
from math import cos, pi, sin
from typing import TYPE_CHECKING

from sdash import format as fmt
from sdash.figures import style
from sdash.figures.style import Figure, Layout, Look, Trace

if TYPE_CHECKING:
    from sdash.queries.regenboog import Laag

INSIDE = 0.46
THIN = 0.035
LEAST = 0.012
STEPS = 32
"""As round as the eye can see, on seven arcs that a browser draws at once."""
WIDE = 1.3


def lagen(lagen: Sequence["Laag"], look: Look) -> Figure:
    """One arc a layer, the outermost first; a layer of which no source tells is pale and thin."""
    people = _edges([laag.clienten for laag in lagen])
    money = _edges([None if laag.bedrag is None else float(laag.bedrag) for laag in lagen])
    line = round(look.text * 1.7)
    depths = [line * row for row in range(len(lagen), 0, -1)]
    arcs = [*map(_arc, lagen, people, money, count())]
    roots = [*map(_root, people, money, depths, count(), repeat(look))]
    names = [_name(laag, depth, look) for laag, depth in zip(lagen, depths, strict=True)]
    fixed = {**style.bare(), "fixedrange": True, "constrain": "domain"}
    return style.figure(
        arcs,
        look,
        540,
        annotations=[*names, *_feet(look)],
        shapes=roots,
        hovermode="closest",
        margin={"l": 4, "r": 4, "t": 4, "b": line * (len(lagen) + 1)},
        xaxis={**fixed, "range": [-WIDE, WIDE]},
        yaxis={**fixed, "range": [0, 1.02], "scaleanchor": "x", "constraintoward": "bottom"},
        meta={"eenheid": "", "soort": "Halve regenboog van lagen van hulp"},
    )


def _edges(values: Sequence[float | None]) -> list[tuple[float, float]]:
    """The outer and inner radius of every layer: thin where nothing is known, else by size."""
    known = [value for value in values if value is not None]
    room = 1 - INSIDE - THIN * (len(values) - len(known))
    whole = sum(known) or 1
    raw = [THIN if value is None else max(value / whole * room, LEAST) for value in values]
    stretch = (1 - INSIDE) / sum(raw)
    radii = [1.0, *(1 - width for width in accumulate(width * stretch for width in raw))]
    return [*pairwise(radii)]


def _arc(
    laag: "Laag", people: tuple[float, float], money: tuple[float, float], number: int
) -> Trace:
    colour = style.REGENBOOG[number % len(style.REGENBOOG)]
    outer = _curve(people[0], money[0])
    inner = _curve(people[1], money[1])
    border = [*outer, *reversed(inner), outer[0]]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for x, _ in border],
        "y": [y for _, y in border],
        "fill": "toself",
        "fillcolor": colour if laag.bron else style.faded(colour, 0.3),
        "line": {"color": style.CLEAR, "width": 0},
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": _said(laag),
        "name": _said(laag),
        "meta": {"zin": f"{_said(laag)}."},
    }


def _curve(left: float, right: float) -> list[tuple[float, float]]:
    points = []
    for step in range(STEPS + 1):
        way = step / STEPS
        smooth = way * way * (3 - 2 * way)
        radius = left + (right - left) * smooth
        points.append((-radius * cos(pi * way), radius * sin(pi * way)))
    return points


def _root(
    people: tuple[float, float], money: tuple[float, float], depth: int, number: int, look: Look
) -> Layout:
    """The thin line from both feet of a layer down to its name, so many pixels deep."""
    left, right = -sum(people) / 2, sum(money) / 2
    return {
        "type": "path",
        "path": f"M{left},0 L{left},{-depth} L{right},{-depth} L{right},0",
        "xref": "x",
        "yref": "paper",
        "ysizemode": "pixel",
        "yanchor": 0,
        "line": {"color": style.REGENBOOG[number % len(style.REGENBOOG)], "width": look.line(1.5)},
    }


def _name(laag: "Laag", depth: int, look: Look) -> Layout:
    words = f"<b>{fmt.escape_plotly(laag.naam)}</b> {_numbers(laag)}"
    colour = look.ink if laag.bron else look.quiet
    return style.label(
        0,
        0,
        words,
        colour,
        yref="paper",
        xanchor="center",
        xshift=0,
        yshift=-depth,
        bgcolor=look.paper,
        borderpad=3,
    )


def _feet(look: Look) -> list[Layout]:
    beside = {"yref": "paper", "yanchor": "bottom", "xshift": 0}
    return [
        style.label(-1.02, 0, "mensen", look.quiet, **beside, xanchor="right"),
        style.label(1.02, 0, "euro’s", look.quiet, **beside),
    ]


def _numbers(laag: "Laag") -> str:
    if laag.bron is None:
        return "geen bron"
    parts = [
        "" if laag.clienten is None else f"{fmt.number(laag.clienten)}{fmt.NBSP}mensen",
        "" if laag.bedrag is None else fmt.euro_short(laag.bedrag),
    ]
    return " · ".join(part for part in parts if part) or fmt.HIDDEN


def _said(laag: "Laag") -> str:
    return f"{fmt.escape_plotly(laag.naam)}: {_numbers(laag)}"
