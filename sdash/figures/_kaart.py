"""The schematic map: every wijk in a shade of one colour, the darker the higher."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sdash import format as fmt
from sdash.figures import style
from sdash.figures.style import Figure, Layout, Look, Trace

if TYPE_CHECKING:
    from sdash.queries.wijkprofiel import Hoekpunt

Punten = list["Hoekpunt"]


@dataclass(frozen=True)
class Waarden:
    """What the shades mean: a value for each wijk, or the word for why there is none."""

    per_wijk: Mapping[str, float | None]
    eenheid: str
    geen: str

    @property
    def known(self) -> dict[str, float]:
        """The values that may be shown."""
        return {code: value for code, value in self.per_wijk.items() if value is not None}

    def said(self, code: str) -> str:
        """The value of a wijk in words."""
        value = self.per_wijk.get(code)
        return self.geen if value is None else fmt.measure(value, self.eenheid)


def draw(
    corners: Sequence["Hoekpunt"], waarden: Waarden, look: Look, gekozen: str | None = None
) -> Figure:
    """The map, with the names of the chosen wijk and of the highest."""
    wijken = {
        code: [*points] for code, points in groupby(corners, key=lambda point: point.wijk_code)
    }
    chosen_last = sorted(wijken, key=lambda code: code == gekozen)
    traces = [_wijk(code, wijken[code], waarden, look, gekozen) for code in chosen_last]
    parts = [(points[0].naam, waarden.per_wijk.get(code)) for code, points in wijken.items()]
    traces[0]["meta"] = {"delen": parts}
    known = waarden.known
    highest = max(known, key=known.__getitem__, default=None)
    named = [code for code in wijken if code in {gekozen, highest}]
    fixed = {**style.bare(), "fixedrange": True}
    return style.figure(
        traces,
        look,
        430,
        annotations=[
            *(_place(wijken[code], look) for code in named),
            _scale(waarden, look),
        ],
        hovermode="closest",
        margin={"l": 0, "r": 0, "t": 0, "b": look.text * 2},
        xaxis=fixed,
        yaxis={**fixed, "scaleanchor": "x"},
        meta={"eenheid": waarden.eenheid, "soort": "Schematische kaart van de wijken"},
    )


def _wijk(code: str, points: Punten, waarden: Waarden, look: Look, gekozen: str | None) -> Trace:
    closed = [*points, points[0]]
    chosen = code == gekozen
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [point.x for point in closed],
        "y": [point.y for point in closed],
        "fill": "toself",
        **_fill(code, waarden, look),
        "line": {
            "color": look.ink if chosen else look.paper,
            "width": look.line(2.5 if chosen else 1.5),
        },
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": f"{fmt.escape_plotly(points[0].naam)}: {waarden.said(code)}",
    }


def _fill(code: str, waarden: Waarden, look: Look) -> Trace:
    """The shade of a wijk, or hatching where there is nothing to show."""
    known = waarden.known
    if code not in known:
        hatching = {"shape": "/", "fgcolor": look.faint, "bgcolor": style.CLEAR, "size": 6}
        return {"fillpattern": hatching}
    low, high = min(known.values()), max(known.values())
    steps = len(look.scale)
    place = int((known[code] - low) / (high - low or 1) * steps)
    return {"fillcolor": look.scale[min(place, steps - 1)]}


def _place(points: Punten, look: Look) -> Layout:
    return style.label(
        sum(point.x for point in points) / len(points),
        sum(point.y for point in points) / len(points),
        fmt.escape_plotly(points[0].naam),
        look.ink,
        xanchor="center",
        xshift=0,
        bgcolor=style.faded(look.paper, 0.85),
        borderpad=2,
    )


def _scale(waarden: Waarden, look: Look) -> Layout:
    """The shades from low to high, and what hatching means."""
    known = waarden.known.values()
    words = f"gearceerd: {waarden.geen}"
    if known:
        low, high = (fmt.measure(end, waarden.eenheid) for end in (min(known), max(known)))
        boxes = "".join(f"<span style='color:{shade}'>■</span>" for shade in look.scale)
        hatched = "" if len(known) == len(waarden.per_wijk) else f"   {words}"
        words = f"{low} {boxes} {high}{hatched}"
    below = {"xref": "paper", "yref": "paper", "xshift": 0, "yanchor": "top", "yshift": -4}
    return style.label(0, 0, words, look.quiet, **below)
