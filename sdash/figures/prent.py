"""A figure that leaves its page: on paper, with its own title and source, since no tile is near."""

from textwrap import wrap
from typing import Final

from sdash import format as fmt
from sdash.figures.style import Figure, Layout, Look

WIDTH: Final = 1200
LINE: Final = 1.5
"""Heights of the text from one line to the next."""
TITLE: Final = 1.4
"""How much larger the title is than the text."""
AIR: Final = 24
WIDTH_OF_A_LETTER: Final = 0.58
"""Of most letters, as a part of the size of the text, in whatever font the reader has."""


def prent(drawing: Figure, look: Look, titel: str, onder: str) -> Figure:
    """The figure on paper, its title above and its source and moment below; sizes in pixels."""
    layout = drawing["layout"]
    above = _lines(titel, look.text * TITLE)
    below = _lines(onder, look.text)
    margin = layout["margin"]
    top = round(len(above) * look.text * TITLE * LINE) + AIR
    bottom = round(len(below) * look.text * LINE) + AIR
    room = {
        "l": margin["l"] + AIR,
        "r": margin["r"] + AIR,
        "t": margin["t"] + top,
        "b": margin["b"] + bottom,
    }
    left = AIR - room["l"]
    on_top = {"y": 1, "yanchor": "top", "yshift": room["t"] - AIR // 2, "xshift": left}
    at_foot = {"y": 0, "yanchor": "bottom", "yshift": AIR // 2 - room["b"], "xshift": left}
    words = [
        _words(above, look.ink, look.text * TITLE, on_top),
        _words(below, look.quiet, look.text, at_foot),
    ]
    return {
        "data": drawing["data"],
        "layout": {
            **layout,
            "annotations": [*layout.get("annotations", []), *words],
            "autosize": False,
            "height": layout.get("height", WIDTH // 2) + top + bottom,
            "margin": room,
            "paper_bgcolor": look.paper,
            "plot_bgcolor": look.paper,
            "width": WIDTH,
        },
    }


def _lines(text: str, size: float) -> list[str]:
    """The text in lines that fit beside each other on the paper."""
    fits = int((WIDTH - 2 * AIR) / (size * WIDTH_OF_A_LETTER))
    return wrap(text.replace(fmt.NBSP, " "), fits) or [""]


def _words(lines: list[str], colour: str, size: float, place: Layout) -> Layout:
    return {
        "text": "<br>".join(fmt.escape_plotly(line) for line in lines),
        "font": {"color": colour, "size": size},
        "showarrow": False,
        "align": "left",
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "yref": "paper",
        **place,
    }
