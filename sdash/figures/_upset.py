"""What goes together: a bar for each combination, above dots for what it is made of (UpSet)."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from sdash import format as fmt
from sdash.figures import style
from sdash.figures.style import Figure, Layout, Look, Said, Trace

MOST: Final = 9
"""Combinations that fit on a phone, beside that of all others."""
OVERIGE: Final = "overige combinaties"
LETTERS: Final = {False: 15, True: 40}
"""On one line of a name, and on a stage, where there is room beside it and none below."""
BARS: Final = 170
"""Pixels for the bars."""
ROW: Final = 40
"""Pixels of a row of dots."""


@dataclass(frozen=True)
class Combinatie:
    """What goes together, how many have it, and how that is said; None where it is hidden."""

    delen: frozenset[str]
    aantal: int | None
    woorden: str


def drawn(
    found: Sequence[Combinatie], samen: int | None, namen: dict[str, str], look: Look, eenheid: str
) -> Figure:
    """The first combinations that may be shown, and one bar for all others: those that are hidden
    have so many together, by the gate, that their sum tells nothing of one of them.

    `samen` is all there are, `namen` what the rows of dots are called, from above.
    """
    shown = [one for one in found if one.aantal is not None][:MOST]
    left = _left([one.aantal or 0 for one in shown], samen)
    has_more = len(shown) < len(found)
    rows = [name for name in namen if any(name in one.delen for one in shown)]
    heights = [*(one.aantal for one in shown), *([left] if has_more else [])]
    return style.figure(
        [
            _bars(shown, heights, look, eenheid),
            _numbers(heights, look),
            *_dots(shown, rows, look),
        ],
        look,
        BARS + ROW * len(rows) + ROW,
        hovermode="closest",
        bargap=0.35,
        annotations=[
            *_beside(rows, namen, look),
            *_rest(len(shown), look)[: len(heights) - len(shown)],
        ],
        margin={"l": 330 if look.stage else 122, "r": 8, "t": 8, "b": 8},
        **_axes(heights, len(rows), look),
        meta={"eenheid": eenheid, "soort": "Staven per combinatie, met stippen voor wat erin zit"},
    )


def _axes(heights: Sequence[int | None], rows: int, look: Look) -> Layout:
    """One axis along the combinations, and one apart for the bars and for the dots below them."""
    split = ROW * (rows + 0.5) / (BARS + ROW * rows + ROW)
    top = 1.18 * max((height or 0 for height in heights), default=0) or 1
    fixed = {**style.bare(), "fixedrange": True}
    return {
        "xaxis": {**fixed, "range": [-0.6, len(heights) - 0.4]},
        "yaxis": {**fixed, "domain": [split, 1], "range": [0, top]},
        "yaxis2": {
            **style.axis(look),
            **fixed,
            "domain": [0, split],
            "range": [rows - 0.4, -0.6],
        },
    }


def _left(shown: Sequence[int], samen: int | None) -> int | None:
    left = 0 if samen is None else samen - sum(shown)
    return left if left > 0 else None


def _bars(
    shown: Sequence[Combinatie], heights: Sequence[int | None], look: Look, eenheid: str
) -> Trace:
    names = [*(one.woorden for one in shown), OVERIGE][: len(heights)]
    colours = [*[look.neutral] * len(shown), look.faint][: len(heights)]
    return {
        "type": "bar",
        "x": [*range(len(heights))],
        "y": [*heights],
        "hovertext": [
            f"{fmt.escape_plotly(name)}: {_said(height)} {eenheid}"
            for name, height in zip(names, heights, strict=True)
        ],
        "hoverinfo": "text",
        "marker": {"color": colours, "line": {"width": 0}},
        "meta": {"delen": [*zip(names, heights, strict=True)]},
    }


def _said(height: int | None) -> str:
    return fmt.HIDDEN if height is None else fmt.number(height)


def _numbers(heights: Sequence[int | None], look: Look) -> Trace:
    said = ["–" if height is None else fmt.number(height) for height in heights]
    return style.written(
        [Said(nr, heights[nr] or 0, words, look.ink, "top center") for nr, words in enumerate(said)]
    )


def _dots(shown: Sequence[Combinatie], rows: Sequence[str], look: Look) -> list[Trace]:
    """A quiet dot for everything, and dark ones on a line for what goes together."""
    every = [(nr, row) for nr in range(len(shown)) for row in range(len(rows))]
    x: list[int | None] = []
    y: list[int | None] = []
    for nr, one in enumerate(shown):
        own = [row for row, name in enumerate(rows) if name in one.delen]
        x += [*[nr] * len(own), None]
        y += [*own, None]
    size = 16 if look.stage else 9
    quiet: Trace = {"mode": "markers", "x": [at for at, _ in every], "y": [at for _, at in every]}
    dark: Trace = {"mode": "lines+markers", "x": x, "y": y, "connectgaps": False}
    return [
        {
            **dots,
            "type": "scatter",
            "yaxis": "y2",
            "hoverinfo": "skip",
            "marker": {"color": colour, "size": size},
            "line": {"color": colour, "width": look.line(2)},
            "cliponaxis": False,
            "meta": {"decor": True},
        }
        for dots, colour in ((quiet, look.grid), (dark, look.ink))
    ]


def _beside(rows: Sequence[str], names: dict[str, str], look: Look) -> list[Layout]:
    more: Layout = {"xref": "paper", "yref": "y2", "xanchor": "right", "align": "right"}
    return [
        style.label(0, nr, _wrapped(names[row], look), look.ink, **{**more, "xshift": -2})
        for nr, row in enumerate(rows)
    ]


def _rest(at: int, look: Look) -> list[Layout]:
    """What the last bar is, where the others have their dots."""
    more: Layout = {"yref": "y2", "xanchor": "center", "yanchor": "top", "align": "center"}
    return [style.label(at, -0.3, "over-<br>ige", look.quiet, **{**more, "xshift": 0})]


def _wrapped(name: str, look: Look) -> str:
    return "<br>".join(wrap(fmt.escape_plotly(name), LETTERS[look.stage]))
