"""Layers of help year by year, where a column is everybody or all money, and their products."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sdash import format as fmt
from sdash.figures import _bars, style
from sdash.figures.style import Figure, Look, Trace

if TYPE_CHECKING:
    from sdash.queries.regenboog import LaagJaar, Product

    Deel = Callable[[LaagJaar], float | None]
    Woorden = Callable[[LaagJaar], str]

HEIGHT = 340
ENOUGH = 0.05
"""A part of this size has room for its words."""
APART = 0.07


def figure(
    rows: Sequence["LaagJaar"], look: Look, part: "Deel", words: "Woorden", unit: str
) -> Figure:
    """Each layer in its own colour, the innermost below; a hidden one leaves its place empty."""
    years = sorted({row.jaar for row in rows})
    layers = sorted({row.volgnr for row in rows if part(row)}, reverse=True)
    bars = [_layer([r for r in rows if r.volgnr == nr], years, look, part, words) for nr in layers]
    newest = [row for nr in layers for row in rows if row.volgnr == nr and row.jaar == years[-1]]
    return style.figure(
        bars,
        look,
        HEIGHT,
        barmode="stack",
        bargap=0.25,
        hovermode="closest",
        annotations=_names(newest, years, look, part),
        margin={"l": 4, "r": 300 if look.stage else 150, "t": 8, "b": 8},
        xaxis={
            "fixedrange": True,
            "type": "category",
            "tickvals": [str(year) for year in years],
            "ticktext": [str(year) for year in years],
        },
        yaxis={**style.bare(), "range": [0, 100.5], "fixedrange": True},
        meta={"eenheid": unit, "soort": "Gestapelde kolommen per jaar"},
    )


def _layer(
    rows: Sequence["LaagJaar"], years: Sequence[int], look: Look, part: "Deel", words: "Woorden"
) -> Trace:
    of_year = {row.jaar: row for row in rows}
    found = [of_year[year] for year in years]
    shares = [part(row) for row in found]
    return {
        "type": "bar",
        "name": fmt.escape_plotly(found[0].naam),
        "x": [str(year) for year in years],
        "y": [None if share is None else share * 100 for share in shares],
        "text": [fmt.percent(share) if share and share >= ENOUGH else "" for share in shares],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": style.ON_REGENBOOG},
        "hovertext": [
            f"{fmt.escape_plotly(row.naam)}, {row.jaar}: {_percent(share)} ({words(row)})"
            for row, share in zip(found, shares, strict=True)
        ],
        "hoverinfo": "text",
        "marker": {
            "color": style.REGENBOOG[(found[0].volgnr - 1) % len(style.REGENBOOG)],
            "line": {"width": 1, "color": look.paper},
        },
    }


def _percent(share: float | None) -> str:
    return fmt.HIDDEN if share is None else fmt.percent(share)


def _names(
    newest: Sequence["LaagJaar"], years: Sequence[int], look: Look, part: "Deel"
) -> list[style.Layout]:
    """The names beside the last column, from below."""
    below, heights = 0.0, []
    for row in newest:
        share = part(row) or 0.0
        heights.append(below + share / 2)
        below += share
    return [
        style.label(
            1,
            height * 100,
            fmt.escape_plotly(row.naam).replace(" en ", "<br>en ", 1),
            look.ink,
            xref="paper",
            xshift=4,
        )
        for row, height in zip(newest, style.apart(heights, APART * 2), strict=True)
        if years
    ]


def products(valued: Sequence[tuple["Product", float | None]], look: Look, unit: str) -> Figure:
    """Bars in the colour of their wet, since those of the regenboog are of whole layers."""
    largest = sorted(valued, key=lambda pair: -(pair[1] or 0))
    bars = [
        _bars.Bar(row.naam, value, _of_product(row), look.of(row.wet)) for row, value in largest
    ]
    return _bars.listed(bars, look, eenheid=unit)


def _of_product(row: "Product") -> str:
    people = "" if row.clienten is None else f"{fmt.number(row.clienten)}{fmt.NBSP}mensen"
    money = "" if row.bedrag is None else fmt.euro_short(row.bedrag)
    return " · ".join(part for part in (people, money) if part) or fmt.HIDDEN
