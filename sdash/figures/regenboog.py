"""The regenboog: layers of help as one half rainbow, from eigen kracht to compulsory care.

The left foot of an arc is as wide as its people, the right foot as its money, so that an arc which
grows on its way shows a layer that costs much for few. Below the arcs every layer is named.
"""

from collections.abc import Sequence
from itertools import accumulate, count, pairwise, repeat
from math import cos, pi, sin
from typing import TYPE_CHECKING

from sdash import format as fmt
from sdash.figures import _lagen, style
from sdash.figures.style import Figure, Layout, Look, Trace

if TYPE_CHECKING:
    from sdash.queries.regenboog import Laag, LaagJaar, Product

INSIDE = 0.46
THIN = 0.035
LEAST = 0.012
STEPS = 27
"""As round as the eye can see, on seven arcs that a browser draws at once."""
WIDE = 1.3
CLICKS = 8
"""So many places of an arc can be clicked."""
CLICK_SIZE = 40
BESIDE = 0.3
"""How much is left of an arc beside the chosen one."""
Edges = list[tuple[float, float]]
"""The outer and inner radius of every layer."""


def lagen(lagen: Sequence["Laag"], look: Look) -> Figure:
    """One arc a layer, the outermost first; a layer of which no source tells is pale and thin."""
    return _boog(lagen, look, _people(lagen), _money(lagen), ("mensen", "euro’s"))


def beide(lagen: Sequence["Laag"], look: Look, gekozen: str = "") -> Figure:
    """The same, where a layer can be chosen: beside a chosen one the others fade."""
    sides = _people(lagen), _money(lagen)
    return _choosable(_boog(lagen, look, *sides, ("mensen", "euro’s")), lagen, sides, gekozen)


def mensen(lagen: Sequence["Laag"], look: Look, gekozen: str = "") -> Figure:
    """The same, as wide as the people on both sides."""
    sides = _people(lagen), _people(lagen)
    return _choosable(_boog(lagen, look, *sides, ("mensen", "")), lagen, sides, gekozen)


def geld(lagen: Sequence["Laag"], look: Look, gekozen: str = "") -> Figure:
    """The same, as wide as the money on both sides."""
    sides = _money(lagen), _money(lagen)
    return _choosable(_boog(lagen, look, *sides, ("", "euro’s")), lagen, sides, gekozen)


def _people(lagen: Sequence["Laag"]) -> Edges:
    return _edges([laag.clienten for laag in lagen])


def _money(lagen: Sequence["Laag"]) -> Edges:
    return _edges([None if laag.bedrag is None else float(laag.bedrag) for laag in lagen])


def _boog(
    lagen: Sequence["Laag"], look: Look, left: Edges, right: Edges, feet: tuple[str, str]
) -> Figure:
    line = round(look.text * 1.7)
    depths = [line * row for row in range(len(lagen), 0, -1)]
    arcs = [*map(_arc, lagen, left, right, count())]
    roots = [*map(_root, left, right, depths, count(), repeat(look))]
    names = [_name(laag, depth, look) for laag, depth in zip(lagen, depths, strict=True)]
    fixed = {**style.bare(), "fixedrange": True, "constrain": "domain"}
    return style.figure(
        arcs,
        look,
        540,
        annotations=[*names, *_feet(feet, look)],
        shapes=roots,
        hovermode="closest",
        margin={"l": 4, "r": 4, "t": 4, "b": line * (len(lagen) + 1)},
        xaxis={**fixed, "range": [-WIDE, WIDE]},
        yaxis={**fixed, "range": [0, 1.02], "scaleanchor": "x", "constraintoward": "bottom"},
        meta={"eenheid": "", "soort": "Halve regenboog van lagen van hulp"},
    )


def _choosable(
    boog: Figure, lagen: Sequence["Laag"], sides: tuple[Edges, Edges], gekozen: str
) -> Figure:
    """With points along the middle of every arc that can be clicked: a surface cannot."""
    codes = [str(laag.volgnr) for laag in lagen]
    for code, arc in zip(codes, boog["data"], strict=True):
        if gekozen and code != gekozen:
            arc["opacity"] = BESIDE
    points = [
        (*point, code, _said(laag))
        for left, right, code, laag in zip(*sides, codes, lagen, strict=True)
        for point in _curve(sum(left) / 2, sum(right) / 2, CLICKS + 1)[1:-1]
    ]
    x, y, layers, said = (list(values) for values in zip(*points, strict=True))
    clicks = {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "hovertext": said,
        "hoverinfo": "text",
        "marker": {"size": CLICK_SIZE, "opacity": 0},
        "meta": {"decor": True},
    }
    layout = {**boog["layout"], "hoverdistance": CLICK_SIZE}
    layout["meta"] = {**layout["meta"], "codes": layers}
    return {"data": [*boog["data"], clicks], "layout": layout}


def _edges(values: Sequence[float | None]) -> Edges:
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


def _curve(left: float, right: float, steps: int = STEPS) -> list[tuple[float, float]]:
    points = []
    for step in range(steps + 1):
        way = step / steps
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


def _feet(words: tuple[str, str], look: Look) -> list[Layout]:
    beside = {"yref": "paper", "yanchor": "bottom", "xshift": 0}
    left, right = words
    return [
        style.label(-1.02, 0, left, look.quiet, **beside, xanchor="right"),
        style.label(1.02, 0, right, look.quiet, **beside),
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


def producten_mensen(producten: Sequence["Product"], look: Look) -> Figure:
    """One bar a product, the one of most people first."""
    return _lagen.products([(row, row.clienten) for row in producten], look, "mensen")


def producten_geld(producten: Sequence["Product"], look: Look) -> Figure:
    """One bar a product, the dearest first."""
    amounts = [(row, None if row.bedrag is None else float(row.bedrag)) for row in producten]
    return _lagen.products(amounts, look, "euro")


def jaren_mensen(jaren: Sequence["LaagJaar"], look: Look) -> Figure:
    """Which part of the people each layer has, year by year."""
    return _lagen.figure(jaren, look, lambda row: row.deel_clienten, _counted, "%")


def jaren_geld(jaren: Sequence["LaagJaar"], look: Look) -> Figure:
    """Which part of the money each layer takes, of the years of which all of it is known."""
    whole = [row for row in jaren if row.volledig]
    return _lagen.figure(whole, look, lambda row: row.deel_bedrag, _spent, "%")


def _counted(row: "LaagJaar") -> str:
    return fmt.HIDDEN if row.clienten is None else fmt.number(row.clienten)


def _spent(row: "LaagJaar") -> str:
    return fmt.HIDDEN if row.bedrag is None else fmt.euro_short(row.bedrag)
