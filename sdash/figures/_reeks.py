"""Over the years: sums of taakvelden with the breaks in them, and what is in the reserve."""

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.domain import Wet
from sdash.figures import _axes, style
from sdash.figures.style import Figure, Layout, Look, Trace

if TYPE_CHECKING:
    from sdash.queries import geld as rijen

ROOM: Final = 1.14
HALF: Final = 0.5
MOST_YEARS: Final = 5
"""So many years can be named on a phone."""
LETTERS: Final = 17
"""On one line of a name beside its line: a phone leaves no more."""
OF_A_LABEL: Final = 10
"""So many names of two lines fit above each other."""
_WET: Final = {"Jeugd": Wet.JW, "Wmo": Wet.WMO, "Besch": Wet.WMO, "Parti": Wet.PW}
"""The wet of a sum, by how its name begins; the others belong to no single wet."""


def reeks(reeks: Sequence["rijen.Reeks"], look: Look) -> Figure:
    """Budgets over the years, one line a sum of taakvelden; no line goes over a break in them."""
    names = sorted({row.reeks for row in reeks})
    years = sorted({row.jaar for row in reeks})
    highest = max(max(float(row.begroot or 0), float(row.rekening or 0)) for row in reeks)
    breaks = sorted({row.indeling for row in reeks} & {*years[1:]})
    return style.figure(
        [trace for name in names for trace in _course(reeks, name, look)],
        look,
        440,
        hovermode="closest",
        annotations=[
            *_names(reeks, names, highest, look),
            *(_break_words(jaar, highest, look) for jaar in breaks),
        ],
        shapes=[_break(jaar, look) for jaar in breaks],
        margin={"l": 8, "r": 240 if look.stage else 108, "t": 8, "b": 8},
        xaxis=_named(years),
        yaxis=_axes.amounts(look, 0, (highest or 1) * ROOM, fmt.euro_axis),
        meta={"eenheid": "euro", "soort": "Lijnen per jaar, onderbroken waar taakvelden wijzigden"},
    )


def _named(years: Sequence[int]) -> Layout:
    """Each year, or every so many of them; Plotly's own range would leave room for the names."""
    named = years[:: -1 - (len(years) - 1) // MOST_YEARS]
    return {
        "tickvals": [*named],
        "ticktext": [str(jaar) for jaar in named],
        "tickangle": 0,
        "range": [years[0] - HALF, years[-1] + HALF / 2],
        "fixedrange": True,
    }


def _ink(name: str, look: Look) -> str:
    return look.of(next((wet for begin, wet in _WET.items() if name.startswith(begin)), None))


def _names(
    reeks: Sequence["rijen.Reeks"], names: Sequence[str], highest: float, look: Look
) -> list[Layout]:
    """What each line is, beside its end."""
    ends = {row.reeks: float(row.begroot) for row in reeks if row.begroot is not None}
    last = max(row.jaar for row in reeks)
    labels = [
        style.label(
            last,
            ends[name],
            "<br>".join(wrap(fmt.escape_plotly(name), LETTERS)),
            _ink(name, look),
            font={"color": _ink(name, look), "size": look.text - 2},
        )
        for name in names
        if name in ends
    ]
    return _axes.labels_apart(labels, highest, OF_A_LABEL)


def _course(reeks: Sequence["rijen.Reeks"], name: str, look: Look) -> list[Trace]:
    """The budget as a line of which a new generation is a new stretch, the accounts as points."""
    rows = [row for row in reeks if row.reeks == name]
    stretches: list[list[rijen.Reeks]] = []
    for row in (row for row in rows if row.begroot is not None):
        if not stretches or (row.indeling != stretches[-1][-1].indeling and not row.doorgaand):
            stretches.append([])
        stretches[-1].append(row)
    accounts = [row for row in rows if row.rekening is not None]
    lines = [_line(name, stretch, look) for stretch in stretches]
    return [*lines, *([_points(name, accounts, look)] if accounts else [])]


def _line(name: str, rows: Sequence["rijen.Reeks"], look: Look) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": f"{name}, begroot",
        "x": [row.jaar for row in rows],
        "y": [float(row.begroot or 0) for row in rows],
        "line": {"color": _ink(name, look), "width": look.line(2)},
        "marker": {"size": 6},
        "hovertext": [
            f"{name} {row.jaar}, begroot: {fmt.euro(row.begroot or 0)}<br>{row.taakvelden}"
            for row in rows
        ],
        "hoverinfo": "text",
    }


def _points(name: str, rows: Sequence["rijen.Reeks"], look: Look) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": f"{name}, rekening",
        "x": [row.jaar for row in rows],
        "y": [float(row.rekening or 0) for row in rows],
        "marker": {
            "symbol": "diamond-open",
            "size": 10,
            "color": _ink(name, look),
            "line": {"width": look.line(1.5)},
        },
        "hovertext": [
            f"{name} {row.jaar}, rekening: {fmt.euro(row.rekening or 0)}" for row in rows
        ],
        "hoverinfo": "text",
    }


def _break(jaar: int, look: Look) -> Layout:
    return {
        "type": "line",
        "x0": jaar - HALF,
        "x1": jaar - HALF,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": look.quiet, "width": look.line(1), "dash": "dot"},
    }


def _break_words(jaar: int, highest: float, look: Look) -> Layout:
    words = f"vanaf {jaar} andere<br>taakvelden"
    more: Layout = {"xanchor": "center", "align": "center", "xshift": 0, "yanchor": "top"}
    return style.label(jaar - HALF, highest * ROOM, words, look.quiet, bgcolor=look.paper, **more)


def reserve(reserve: Sequence["rijen.Reserve"], look: Look) -> Figure:
    """What is in the reserves at the end of each year, and what went in and out."""
    names = sorted({row.reserve for row in reserve})
    years = sorted({row.jaar for row in reserve})
    of = {(row.reserve, row.jaar): row for row in reserve}
    tops = [sum(float(row.stand) for row in reserve if row.jaar == jaar) for jaar in years]
    colours = (look.neutral, look.middle, look.faint)
    return style.figure(
        [
            {
                "type": "bar",
                "name": name,
                "x": years,
                "y": [_height(of.get((name, jaar))) for jaar in years],
                "hovertext": [_told(of.get((name, jaar))) for jaar in years],
                "hoverinfo": "text",
                "marker": {"color": colours[nr % len(colours)], "line": {"width": 0}},
            }
            for nr, name in enumerate(names)
        ],
        look,
        300,
        barmode="stack",
        bargap=0.5,
        hovermode="closest",
        annotations=[
            _moved(jaar, top, reserve, look) for jaar, top in zip(years, tops, strict=True)
        ],
        xaxis={"tickvals": years, "ticktext": [str(jaar) for jaar in years], "fixedrange": True},
        yaxis=_axes.amounts(look, min(0.0, *tops), (max(tops) or 1) * 1.3, fmt.euro_axis),
        meta={"eenheid": "euro", "soort": "Staven per jaar: stand van de reserve op 31 december"},
    )


def _height(row: "rijen.Reserve | None") -> float | None:
    return None if row is None else float(row.stand)


def _told(row: "rijen.Reserve | None") -> str:
    if row is None:
        return ""
    return (
        f"{fmt.escape_plotly(row.reserve)} eind {row.jaar}: {fmt.euro(row.stand)}<br>"
        f"gestort {fmt.euro(row.storting)}, onttrokken {fmt.euro(row.onttrekking)}"
    )


def _moved(jaar: int, top: float, reserve: Sequence["rijen.Reserve"], look: Look) -> Layout:
    """What is in it, and below that what went in and out, above the bar of a year."""
    rows = [row for row in reserve if row.jaar == jaar]
    stand = fmt.euro_short(sum(row.stand for row in rows))
    netto = sum(row.storting - row.onttrekking for row in rows)
    words = f"<b>{stand}</b><br>{fmt.signed_short(netto)}"
    more: Layout = {"xanchor": "center", "align": "center", "xshift": 0, "yanchor": "bottom"}
    return style.label(jaar, max(top, 0), words, look.ink, **more)
