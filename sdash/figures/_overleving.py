"""Lines of what lasts longer, with under them on how many stretches each step of them rests."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.figures import _axes, style
from sdash.figures.style import Figure, Layout, Look, Said, Trace

if TYPE_CHECKING:
    from sdash.queries import duur as rijen

WHOLE: Final = 100
FEW: Final = 3
"""At least so many of the steps are shown; after that as many as there are lines for."""
ROW: Final = 9
"""How high a row of numbers under the axis is, of which the whole is a hundred."""
LETTERS: Final = 17
"""On one line of a name beside its line: a phone leaves no more."""
OF_A_LABEL: Final = 7
FAINT: Final = 0.2


@dataclass(frozen=True)
class Lijn:
    """One group: its rows, its name and how it looks."""

    naam: str
    rijen: Sequence["rijen.Verloop"]
    kleur: str
    streep: str

    @property
    def bekend(self) -> list[tuple[int, float]]:
        """Each step of which enough is known, with the part of a hundred that lasts longer."""
        return [
            (row.stap, WHOLE * row.overleving) for row in self.rijen if row.overleving is not None
        ]


def drawn(
    lines: Sequence[Lijn], steps: Sequence[int], unit: str, look: Look, *, has_legend: bool = False
) -> Figure:
    """The lines, as far as enough is followed so long."""
    known = max((line.bekend[-1][0] for line in lines if line.bekend), default=0)
    steps = [step for nr, step in enumerate(steps) if nr < FEW or steps[nr - 1] < known]
    last = steps[-1]
    low = -ROW * (len(lines) + 1.2)
    labels = [] if has_legend else [_label(line, look) for line in lines if line.bekend]
    right = (72 if has_legend else 240) if look.stage else (24 if has_legend else 112)
    return style.figure(
        [
            *(_band(line) for line in lines if len(lines) == 1),
            *(_line(line, unit, look) for line in lines),
            _risks(lines if has_legend else _ordered(lines), steps, look),
        ],
        look,
        420,
        hovermode="closest",
        annotations=_axes.labels_apart(labels, WHOLE, OF_A_LABEL),
        margin={"l": 8, "r": right, "t": 8, "b": 8},
        showlegend=has_legend,
        legend={"x": 1, "xanchor": "right", "y": 1, "itemclick": False, "itemdoubleclick": False},
        xaxis={
            "range": [-last / 20, last * 1.01],
            "tickvals": [*steps],
            "ticktext": [f"{step}" for step in steps[:-1]] + [f"{last} {unit}"],
            "tickangle": 0,
            "fixedrange": True,
        },
        yaxis={
            **_axes.amounts(look, 0, WHOLE, lambda part: fmt.percent(part / WHOLE)),
            "range": [low, WHOLE * 1.03],
            "fixedrange": True,
        },
        meta={"eenheid": "%", "soort": f"Lijnen: welk deel langer duurt dan zoveel {unit}"},
    )


def _line(line: Lijn, unit: str, look: Look) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": line.naam,
        "x": [step for step, _ in line.bekend],
        "y": [part for _, part in line.bekend],
        "line": {"color": line.kleur, "width": look.line(2), "dash": line.streep},
        "hovertext": [
            _told(line.naam, row, unit) for row in line.rijen if row.overleving is not None
        ],
        "hoverinfo": "text",
        "meta": {"zin": _sentence(line, unit)},
    }


def _band(line: Lijn) -> Trace:
    """Greenwood's band, where there is one line; more of them could not be told apart."""
    rows = [row for row in line.rijen if row.laag is not None and row.hoog is not None]
    steps = [row.stap for row in rows]
    return {
        "type": "scatter",
        "mode": "none",
        "x": [*steps, *reversed(steps)],
        "y": [
            *(WHOLE * (row.hoog or 0) for row in rows),
            *(WHOLE * (row.laag or 0) for row in reversed(rows)),
        ],
        "fill": "toself",
        "fillcolor": style.faded(line.kleur, FAINT),
        "hoverinfo": "skip",
        "meta": {"decor": True},
    }


def _label(line: Lijn, look: Look) -> Layout:
    step, part = line.bekend[-1]
    words = "<br>".join(wrap(fmt.escape_plotly(line.naam), LETTERS)[:2])
    font = {"color": line.kleur, "size": look.text - 2}
    return style.label(step, part, words, line.kleur, font=font, xref="x")


def _risks(lines: Sequence[Lijn], steps: Sequence[int], look: Look) -> Trace:
    """Under the lines how many are followed so long, in the order and colours of the lines."""
    over = "zo lang gevolgd, in de volgorde van de lijnen:"
    words = [Said(0, -ROW * 0.75, over, look.quiet, "middle right")]
    for nr, line in enumerate(lines, start=1):
        of = {row.stap: row for row in line.rijen}
        for step in steps:
            if row := of.get(step):
                count = "–" if row.risico is None else fmt.number(row.risico)
                at = -ROW * (nr + 0.65)
                words.append(Said(step, at, count, line.kleur, "middle center"))
    trace = style.written(words)
    return {**trace, "textfont": {**trace["textfont"], "size": look.text - 3}, "showlegend": False}


def _ordered(lines: Sequence[Lijn]) -> list[Lijn]:
    """From the highest line at its end to the lowest."""
    return sorted(lines, key=lambda line: -line.bekend[-1][1] if line.bekend else 0)


def _told(naam: str, row: "rijen.Verloop", unit: str) -> str:
    if row.overleving is None:
        return fmt.HIDDEN
    said = f"{fmt.escape_plotly(naam)}: {fmt.percent(row.overleving)} langer dan {row.stap} {unit}"
    if row.laag is None or row.hoog is None or row.laag == row.hoog:
        return said
    band = f"(tussen {fmt.percent(row.laag)} en {fmt.percent(row.hoog)})"
    count = "" if row.clienten is None else f"<br>{fmt.number(row.clienten)} mensen zo lang gevolgd"
    return f"{said} {band}{count}"


def _sentence(line: Lijn, unit: str) -> str:
    if not line.bekend:
        return f"{line.naam}: {fmt.HIDDEN}."
    step, part = line.bekend[-1]
    half = next((step for step, part in line.bekend if part <= WHOLE / 2), None)
    over = f"; na {half} {unit} is de helft voorbij" if half is not None else ""
    return f"{line.naam}: {fmt.percent(part / WHOLE)} duurt langer dan {step} {unit}{over}."
