"""Parts of a whole over time, each beside Wilson's band and on how many it rests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sdash import format as fmt
from sdash.figures import _axes, style
from sdash.figures.style import Figure, Layout, Look, Said, Trace
from sdash.normen import Doel
from sdash.prognose.wilson import band

WHOLE: Final = 100
HEIGHT: Final = 400
ROW: Final = 9
"""How high a row of numbers under the axis is, of which the whole is a hundred."""
FAINT: Final = 0.2
OF_A_LABEL: Final = 9
MONTHS: Final = 3
EDGE: Final = 0.4

Deel = tuple[int, int] | None
"""So many of so many; None when that may not be told."""


@dataclass(frozen=True)
class Lijn:
    """One part of the same wholes, from quarter to quarter."""

    naam: str
    delen: Sequence[Deel]
    kleur: str


def of(part: int | None, whole: int | None) -> Deel:
    """So many of so many, which rounding does not let pass the whole."""
    return None if part is None or whole is None else (min(part, whole), whole)


def in_woorden(deel: Deel) -> str:
    """So many of so many, in words."""
    if deel is None:
        return fmt.HIDDEN
    part, whole = deel
    return f"{fmt.percent(part / whole)} ({fmt.number(whole)})" if whole else "niemand te volgen"


def tussen(deel: Deel) -> str:
    """Between which parts it lies; nothing of nothing."""
    if deel is None or not deel[1]:
        return ""
    low, high = band(*deel)
    return f"tussen {fmt.percent(low)} en {fmt.percent(high)}"


def hoogte(deel: Deel) -> float | None:
    """How high it is drawn, of a hundred."""
    if deel is None:
        return None
    part, whole = deel
    return WHOLE * part / whole if whole else 0.0


def kwartaal(day: date) -> str:
    """What a quarter is called: `K1 2026`."""
    return f"K{(day.month + 2) // MONTHS}{fmt.NBSP}{day.year}"


def drawn(
    lines: Sequence[Lijn],
    quarters: Sequence[date],
    is_open: Sequence[bool],
    doel: Doel | None,
    look: Look,
) -> Figure:
    """The lines, the band of the first one, the goal for it, and below them how many there are."""
    traces = [_line(line, quarters, is_open, look) for line in lines]
    ends = [_end(trace) for trace in traces if any(y is not None for y in trace["y"])]
    return style.figure(
        [_area(lines[0]), *traces, _counts(lines[0], look)],
        look,
        HEIGHT,
        hovermode="closest",
        annotations=_axes.labels_apart(ends, WHOLE, OF_A_LABEL),
        shapes=[_goal(doel, look)] if doel else [],
        margin={"l": 8, "r": 200 if look.stage else 96, "t": 8, "b": 8},
        xaxis=_named(quarters),
        yaxis={
            **_axes.amounts(look, 0, WHOLE, lambda part: fmt.percent(part / WHOLE)),
            "range": [-ROW * 2.6, WHOLE * 1.03],
            "fixedrange": True,
        },
        meta={"eenheid": "%", "soort": "Lijnen per kwartaal; een open punt is voorlopig"},
    )


def _named(quarters: Sequence[date]) -> Layout:
    named = [nr for nr, day in enumerate(quarters) if day.month == 1] or [len(quarters) - 1]
    return {
        "tickvals": named,
        "ticktext": [str(quarters[nr].year) for nr in named],
        "tickangle": 0,
        "range": [-EDGE, len(quarters) - 1 + EDGE],
        "fixedrange": True,
    }


def _line(line: Lijn, quarters: Sequence[date], is_open: Sequence[bool], look: Look) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": line.naam,
        "x": [*range(len(quarters))],
        "y": [hoogte(deel) for deel in line.delen],
        "line": {"color": line.kleur, "width": look.line(2.5)},
        "marker": {
            "size": 8,
            "color": [look.paper if open_ else line.kleur for open_ in is_open],
            "line": {"color": line.kleur, "width": look.line(1.5)},
        },
        "hovertext": [
            f"{line.naam}, {kwartaal(day)}: {in_woorden(deel)}{' (voorlopig)' * open_}"
            for day, deel, open_ in zip(quarters, line.delen, is_open, strict=True)
        ],
        "hoverinfo": "text",
    }


def _end(line: Trace) -> Layout:
    height = next(y for y in reversed(line["y"]) if y is not None)
    return style.label(line["x"][-1], height, line["name"], line["line"]["color"])


def _area(line: Lijn) -> Trace:
    """Wilson's band, as far as it may be told."""
    known = [(nr, *band(*deel)) for nr, deel in enumerate(line.delen) if deel is not None]
    places = [nr for nr, *_ in known]
    return {
        "type": "scatter",
        "mode": "none",
        "x": [*places, *reversed(places)],
        "y": [
            *(WHOLE * low for _, low, _ in known),
            *(WHOLE * high for _, _, high in reversed(known)),
        ],
        "fill": "toself",
        "fillcolor": style.faded(line.kleur, FAINT),
        "hoverinfo": "skip",
        "meta": {"decor": True},
    }


def _counts(line: Lijn, look: Look) -> Trace:
    """Under the lines on how many each part rests."""
    words = [Said(-EDGE, -ROW * 0.8, "van zoveel toewijzingen:", look.quiet, "middle right")]
    for nr, deel in enumerate(line.delen):
        count = "–" if deel is None else fmt.number(deel[1])
        words.append(Said(nr, -ROW * 1.8, count, look.quiet, "middle center"))
    trace = style.written(words)
    return {**trace, "textfont": {**trace["textfont"], "size": look.text - 3}}


def _goal(doel: Doel, look: Look) -> Layout:
    height = doel.aandeel * WHOLE
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": height,
        "y1": height,
        "line": {"color": look.quiet, "width": look.line(1.25), "dash": "dot"},
        "label": {
            "text": f"doel {fmt.percent(doel.aandeel)}",
            "textposition": "start",
            "font": {"color": look.quiet, "size": look.text - 2},
        },
    }
