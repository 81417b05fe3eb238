"""How every figure looks: colours by meaning, one layout, labels at the lines.

The only module that names colours. Wetten keep theirs on every page, and the colours of the
regenboog are used for nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, NamedTuple, TypedDict

from sdash import format as fmt
from sdash.domain import Wet

FONT: Final = '"Source Sans", "Segoe UI", system-ui, sans-serif'
CLEAR: Final = "rgba(0,0,0,0)"
WIDTH_OF_A_LETTER: Final = 0.46
"""Of most letters and all digits, as a part of the size of the text."""

Trace = dict[str, Any]
Layout = dict[str, Any]


class Said(NamedTuple):
    """Words in a drawing, and on which side of their point they stand."""

    x: float
    y: float
    text: str
    colour: str
    side: str = "top right"


class Figure(TypedDict):
    """A Plotly figure as plain data: the tests validate it, so that no page has to."""

    data: list[Trace]
    layout: Layout


@dataclass(frozen=True)
class Look:
    """One appearance: light or dark, on a desk or on a stage."""

    name: str
    ink: str
    quiet: str
    grid: str
    paper: str
    wet: Mapping[str, str] = field(hash=False)
    neutral: str
    middle: str
    faint: str
    act: str
    scale: tuple[str, ...]
    text: int = 14
    stage: bool = False

    def of(self, wet: str | None) -> str:
        """The colour of a wet; the neutral one for what belongs to no single wet."""
        return self.wet.get(wet or "", self.neutral)

    def line(self, width: float) -> float:
        """A line width that can be seen from where this look is read."""
        return width * 2 if self.stage else width


LIGHT: Final = Look(
    name="light",
    ink="#14181d",
    quiet="#59616b",
    grid="#e4e7ea",
    paper="#ffffff",
    wet={Wet.JW: "#0f62c4", Wet.WMO: "#b35900", Wet.PW: "#4a2a5a"},
    neutral="#3f5667",
    middle="#6f889a",
    faint="#a9b8c4",
    act="#b3111d",
    scale=("#e3eaef", "#c0ced9", "#97aebf", "#6b899e", "#416077"),
)
DARK: Final = Look(
    name="dark",
    ink="#f1f3f5",
    quiet="#a8b2bc",
    grid="#2b323a",
    paper="#11151a",
    wet={Wet.JW: "#5aa7f7", Wet.WMO: "#f29d49", Wet.PW: "#e3d3f7"},
    neutral="#b4c8d6",
    middle="#7f98aa",
    faint="#566878",
    act="#ff8a80",
    scale=("#202b34", "#2e4251", "#436075", "#61869d", "#8fb6cc"),
)

REGENBOOG: Final = (
    "#ee8d82", "#f2ad6b", "#f0d264", "#9bcb75", "#66c2ae", "#79aee6", "#ab93db",
)  # fmt: skip
"""From the outermost layer to the innermost, as in the sky."""
SCENARIO: Final = {"light": "#6b7000", "dark": "#cdd355"}
ON_REGENBOOG: Final = LIGHT.ink


def faded(colour: str, opacity: float) -> str:
    """A colour that lets what lies under it show."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def figure(traces: Sequence[Trace], look: Look, height: int, **layout: object) -> Figure:
    """Traces in our layout."""
    base: Layout = {
        **({} if look.stage else {"height": height}),
        "autosize": True,
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": FONT, "size": look.text, "color": look.ink},
        "separators": ",.",
        "margin": {"l": 8, "r": 8, "t": 12, "b": 8},
        "showlegend": False,
        "hovermode": "x unified",
        "hoverlabel": {
            "bgcolor": look.paper,
            "bordercolor": look.grid,
            "font": {"color": look.ink},
        },
        "dragmode": False,
        "uirevision": "sdash",
        "template": {},
    }
    merged: Layout = {**base, **layout}
    for side in ("xaxis", "yaxis"):
        merged[side] = {**axis(look), **merged.get(side, {})}
    merged["margin"] = _room(merged, look)
    return {"data": [*traces], "layout": merged}


def _room(layout: Layout, look: Look) -> Layout:
    """Margins with room for the words of the axes; Plotly would measure them, and draw twice."""
    margin = layout["margin"]
    longest = max((len(words) for words in layout["yaxis"].get("ticktext", [])), default=0)
    lines = 1.5 if "ticktext" in layout["xaxis"] else 0
    return {
        **margin,
        "l": margin["l"] + round(longest * look.text * WIDTH_OF_A_LETTER),
        "b": margin["b"] + round(lines * look.text),
    }


def is_blank(drawing: Figure) -> bool:
    """Whether nothing is drawn, since all of it is hidden."""
    traces = [trace for trace in drawing["data"] if not is_decor(trace)]
    values = (trace["x" if trace.get("orientation") == "h" else "y"] for trace in traces)
    return all(value is None for drawn in values for value in drawn)


def is_decor(trace: Trace) -> bool:
    """Whether a trace says nothing by itself: hatching, a mark, a line between two others."""
    return bool((trace.get("meta") or {}).get("decor"))


def axis(look: Look) -> Layout:
    """An axis that is there when you look for it."""
    return {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "tickfont": {"color": look.quiet, "size": look.text - 1},
        "fixedrange": False,
    }


def bare() -> Layout:
    """An axis that only carries the drawing."""
    return {"visible": False, "showticklabels": False}


def label(x: float | str, y: float, text: str, colour: str, **more: object) -> Layout:
    """Words at the line, where a legend would send the eye away."""
    return {
        "x": x,
        "y": y,
        "text": text,
        "font": {"color": colour},
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "middle",
        "align": "left",
        "xshift": 8,
        **more,
    }


def written(words: Sequence[Said]) -> Trace:
    """Many words as one series: a browser lays out every label apart, at three times the cost."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [said.x for said in words],
        "y": [said.y for said in words],
        "text": [said.text for said in words],
        "textposition": [said.side for said in words],
        "textfont": {"color": [said.colour for said in words]},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "meta": {"decor": True},
    }


def apart(heights: Sequence[float], least: float) -> list[float]:
    """Heights of labels moved as little as needed to stay `least` apart, in the same order."""
    order = sorted(range(len(heights)), key=heights.__getitem__)
    placed = list(heights)
    for below, above in pairwise(order):
        placed[above] = max(placed[above], placed[below] + least)
    return placed


def hidden(names: Sequence[str], look: Look, *, axis: str = "y") -> list[Trace]:
    """A small cross on the axis for months of which a part is too small to show."""
    if not names:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [*names],
            "y": [0] * len(names),
            "yaxis": axis,
            "marker": {
                "symbol": "x-thin",
                "size": 7,
                "line": {"color": look.quiet, "width": look.line(1)},
            },
            "hovertext": [fmt.HIDDEN] * len(names),
            "hoverinfo": "text",
            "cliponaxis": False,
            "meta": {"decor": True},
        }
    ]


def hatched(incomplete: Sequence[bool]) -> Layout:
    """The pattern of bars of which some months are still incomplete."""
    return {
        "shape": ["/" if part else "" for part in incomplete],
        "fillmode": "replace",
        "size": 7,
        "solidity": 0.35,
    }
