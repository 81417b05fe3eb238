"""How a wijk is doing: a schematic map, and a wijk beside its gemeente and the country."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sdash import format as fmt
from sdash.figures import _kaart, style
from sdash.figures.style import Figure, Layout, Look, Said, Trace

if TYPE_CHECKING:
    from sdash.queries import wijkprofiel as rijen

TOTAL = "totaal"
COUNTED = frozenset({"Inwoners", "Huishoudens"})
"""Sizes of a wijk: beside a whole gemeente they say nothing."""
EQUAL = 100
MOST = 60
"""Kerncijfers that fit in one drawing; the table behind it has them all."""
WIDEST = 200
"""Twice the gemeente is the end of the scale; what lies beyond stands at the edge."""
LEFT, RIGHT = -4, WIDEST + 4


def kaart(
    per_wijk: Sequence["rijen.PerWijk"],
    kaart: Sequence["rijen.Hoekpunt"],
    look: Look,
    gekozen: str | None = None,
) -> Figure:
    """Every wijk in a shade of one colour: the darker, the higher."""
    values = {row.wijk_code: row.waarde for row in per_wijk}
    waarden = _kaart.Waarden(values, per_wijk[0].eenheid, fmt.MISSING)
    return _kaart.draw(kaart, waarden, look, gekozen)


def gebruik(
    gebruik: Sequence["rijen.Gebruik"], kaart: Sequence["rijen.Hoekpunt"], look: Look
) -> Figure:
    """The share of inhabitants with care, by wijk; hidden where too few people have it."""
    values = {
        row.wijk_code: None if row.aandeel is None else row.aandeel * 100
        for row in gebruik
        if row.wet == TOTAL
    }
    return _kaart.draw(kaart, _kaart.Waarden(values, "%", fmt.HIDDEN), look)


def gebruik_team(
    gebruik: Sequence["rijen.GebruikTeam"], kaart: Sequence["rijen.Hoekpunt"], look: Look
) -> Figure:
    """The share of inhabitants with care, by the area of a sociaal team."""
    teams = {row.wijk_code: row.team for row in gebruik}
    values = {row.wijk_code: None if row.aandeel is None else row.aandeel * 100 for row in gebruik}
    named = [
        point.model_copy(update={"naam": teams.get(point.wijk_code, point.naam)}) for point in kaart
    ]
    return _kaart.draw(named, _kaart.Waarden(values, "%", fmt.HIDDEN), look)


def profiel(profiel: Sequence["rijen.Profiel"], look: Look) -> Figure:
    """Every kerncijfer of the wijk where 100 is the gemeente, with the country as a thin mark."""
    shown = [
        row
        for row in profiel
        if row.waarde is not None and row.gemeente and row.indicator not in COUNTED
    ][:MOST]
    height = 54 if look.stage else 46
    words = [part for nr, row in enumerate(shown) for part in _words(nr, row, height, look)]
    return style.figure(
        [_stems(shown, look), _marks(shown, look), style.written(words), _dots(shown, look)],
        look,
        height * len(shown) + 44,
        annotations=_heading(look),
        shapes=[_line_of_gemeente(look)],
        hovermode="closest",
        margin={"l": 4, "r": 4, "t": 28, "b": 4},
        xaxis={**style.bare(), "range": [LEFT, RIGHT], "fixedrange": True},
        yaxis={**style.bare(), "range": [len(shown) - 0.4, -0.8], "fixedrange": True},
        meta={"eenheid": "", "soort": "Kerncijfers van de wijk, met de gemeente op 100"},
    )


def _dots(shown: Sequence["rijen.Profiel"], look: Look) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [_index(row.waarde, row.gemeente) for row in shown],
        "y": [*range(len(shown))],
        "hovertext": [_compared(row) for row in shown],
        "hoverinfo": "text",
        "marker": {"size": look.text - 2, "color": look.neutral},
        "meta": {"zin": "; ".join(_compared(row) for row in shown) + "."},
    }


def _stems(shown: Sequence["rijen.Profiel"], look: Look) -> Trace:
    """From the line of the gemeente to the dot of the wijk."""
    ends = [(EQUAL, _index(row.waarde, row.gemeente), None) for row in shown]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for end in ends for x in end],
        "y": [place for place in range(len(shown)) for _ in range(3)],
        "line": {"color": look.faint, "width": look.line(3)},
        "hoverinfo": "skip",
        "meta": {"decor": True},
    }


def _marks(shown: Sequence["rijen.Profiel"], look: Look) -> Trace:
    known = [(place, row) for place, row in enumerate(shown) if row.nederland is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [_index(row.nederland, row.gemeente) for _, row in known],
        "y": [place for place, _ in known],
        "hoverinfo": "skip",
        "marker": {
            "symbol": "line-ns",
            "size": look.text,
            "line": {"color": look.ink, "width": look.line(1.5)},
        },
        "meta": {"decor": True},
    }


def _index(value: float | None, base: float | None) -> float:
    return min((value or 0) / (base or 1) * EQUAL, WIDEST)


def _compared(row: "rijen.Profiel") -> str:
    said = [
        f"{row.indicator}: {fmt.measure(row.waarde or 0, row.eenheid)}",
        f"gemeente {fmt.measure(row.gemeente or 0, row.eenheid)}",
    ]
    if row.nederland is not None:
        said.append(f"Nederland {fmt.measure(row.nederland, row.eenheid)}")
    return ", ".join(said)


def _words(place: int, row: "rijen.Profiel", height: int, look: Look) -> list[Said]:
    """The name above the left of a line and its value above the right, nine pixels free of it."""
    above = place - 9 / height
    return [
        Said(LEFT, above, fmt.escape_plotly(row.indicator), look.ink),
        Said(RIGHT, above, fmt.measure(row.waarde or 0, row.eenheid), look.ink, "top left"),
    ]


def _line_of_gemeente(look: Look) -> Layout:
    return {
        "type": "line",
        "x0": EQUAL,
        "x1": EQUAL,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": look.faint, "width": look.line(1.25)},
        "layer": "below",
    }


def _heading(look: Look) -> list[Layout]:
    top = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "xshift": 0, "yshift": 6}
    return [
        style.label(0, 1, "● wijk   | Nederland", look.quiet, **top),
        style.label(EQUAL, 1, "gemeente", look.quiet, **{**top, "xref": "x", "xanchor": "center"}),
    ]
