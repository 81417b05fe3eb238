"""Lines over Iv3 reports: accounts filled, budgets open, and a break where taakvelden changed."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sdash.figures import _axes, style
from sdash.figures.style import Figure, Layout, Look, Trace

ROOM = 1.12
STANDEN = ("begroting", "rekening")


class Punt(NamedTuple):
    """One report, and its generation of taakvelden."""

    jaar: int
    stand: str
    generatie: int


class Lijn(NamedTuple):
    """What is said of every report, in one colour; None is not known."""

    naam: str
    kleur: str
    waarden: Sequence[float | None]


def figure(  # noqa: PLR0913  (what a drawing of reports needs)
    punten: Sequence[Punt],
    lijnen: Sequence[Lijn],
    look: Look,
    height: int,
    *,
    through: bool,
    words: Callable[[float], str],
    eenheid: str = "euro",
) -> Figure:
    """Every line over every report; `through` lets it go on, dotted, over a break."""
    known = [value for line in lijnen for value in line.waarden if value is not None]
    high = max(known, default=1) * ROOM or 1
    years = sorted({punt.jaar for punt in punten})
    return style.figure(
        [part for line in lijnen for part in _drawn(punten, line, look, through=through)],
        look,
        height,
        hovermode="closest",
        margin={"l": 8, "r": 128, "t": 24, "b": 8},
        shapes=[_break(at, look) for at in _breaks(punten)],
        annotations=[
            *_words(punten, lijnen, high, look, words),
            *(_why(at, high, look) for at in _breaks(punten)),
        ],
        xaxis={
            "tickvals": years,
            "ticktext": [str(year) for year in years],
            "range": [years[0] - 0.3, years[-1] + 0.3],
        },
        yaxis=_axes.amounts(look, 0, high, words),
        meta={"eenheid": eenheid, "soort": "Lijnen over verslagen van Iv3"},
    )


def _drawn(punten: Sequence[Punt], line: Lijn, look: Look, *, through: bool) -> Iterator[Trace]:
    """Budgets with budgets and accounts with accounts, each with lines between its points."""
    for stand in STANDEN:
        known = [
            (punt, value)
            for punt, value in zip(punten, line.waarden, strict=True)
            if punt.stand == stand and value is not None
        ]
        for (before, low), (after, high) in pairwise(known):
            same = before.generatie == after.generatie
            if same or through:
                ends = [(before.jaar, low), (after.jaar, high)]
                yield _stroke(ends, line, look, "solid" if same else "dot")
        if known:
            yield _dots(known, line, look, stand)


def _dots(known: Sequence[tuple[Punt, float]], line: Lijn, look: Look, stand: str) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": f"{line.naam}, {stand}",
        "x": [punt.jaar for punt, _ in known],
        "y": [value for _, value in known],
        "cliponaxis": False,
        "marker": {
            "color": line.kleur if stand == "rekening" else look.paper,
            "size": look.line(9),
            "line": {"color": line.kleur, "width": look.line(2)},
        },
    }


def _stroke(ends: Sequence[tuple[int, float]], line: Lijn, look: Look, dash: str) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [jaar for jaar, _ in ends],
        "y": [value for _, value in ends],
        "hoverinfo": "skip",
        "line": {"color": line.kleur, "width": look.line(2), "dash": dash},
        "meta": {"decor": True},
    }


def _breaks(punten: Sequence[Punt]) -> Iterator[float]:
    years = sorted({(punt.jaar, punt.generatie) for punt in punten})
    for (before, old), (after, new) in pairwise(years):
        if old != new:
            yield (before + after) / 2


def _break(at: float, look: Look) -> Layout:
    return {
        "type": "line",
        "x0": at,
        "x1": at,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": look.quiet, "width": look.line(1), "dash": "dash"},
    }


def _why(at: float, high: float, look: Look) -> Layout:
    said = "andere taakvelden"
    return style.label(at, high, said, look.quiet, xanchor="center", xshift=0, yshift=12)


def _words(
    punten: Sequence[Punt],
    lijnen: Sequence[Lijn],
    high: float,
    look: Look,
    words: Callable[[float], str],
) -> Iterator[Layout]:
    """The name of every line with its last value, at its end."""
    ends = [
        (line, next((value for value in reversed(line.waarden) if value is not None), None))
        for line in lijnen
    ]
    told = [(line, value) for line, value in ends if value is not None]
    heights = style.apart([value for _, value in told], high / (10 if look.stage else 12))
    for (line, value), height in zip(told, heights, strict=True):
        said = f"{line.naam} {words(value)}"
        yield style.label(punten[-1].jaar, height, said, line.kleur, xshift=14)
