"""Bars that are divided into parts, the darker the further; their words lie above them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sdash import format as fmt
from sdash.figures import _bars, style
from sdash.figures.style import Figure, Layout, Look, Trace

MOST: Final = 15
"""Bars that fit on a screen; the table behind the chart has them all."""


@dataclass(frozen=True)
class Staaf:
    """One bar with its parts, of which some may be hidden."""

    naam: str
    woorden: str
    delen: Sequence[int | None]


def drawn(staven: Sequence[Staaf], delen: Sequence[str], look: Look, *, eenheid: str) -> Figure:
    """The bars under each other, with what their shades mean above."""
    shown = [*staven[:MOST]]
    said = [(staaf.naam, staaf.woorden) for staaf in shown]
    rijen = _bars.Rijen.of(said, look)
    end = max((sum(part or 0 for part in staaf.delen) for staaf in shown), default=1) or 1
    words = [
        part
        for at, pair in zip(rijen.midden, said, strict=True)
        for part in _bars.above(at, pair, (0, end), look)
    ]
    rest = rijen.rest(len(staven) - len(shown), 0, look)
    traces = [
        _part(name, [staaf.delen[nr] for staaf in shown], (rijen, eenheid), look.scale[1 + nr])
        for nr, name in enumerate(delen)
    ]
    return style.figure(
        [*traces, style.written([*words, *rest])],
        look,
        round(rijen.hoogte(rest)) + 8,
        barmode="stack",
        hovermode="closest",
        annotations=[_key(traces, look)],
        margin={"l": 4, "r": 4, "t": 64 if look.stage else 32, "b": 4},
        xaxis={**style.bare(), "range": [0, end * 1.005], "fixedrange": True},
        yaxis=rijen.axis(rest),
        meta={"eenheid": eenheid, "soort": "Liggende staven, opgedeeld"},
    )


def _key(traces: Sequence[Trace], look: Look) -> Layout:
    """What the shades mean, on one line of a phone."""
    shades = [
        f"<span style='color:{trace['marker']['color']}'>■</span> {trace['name']}"
        for trace in traces
    ]
    place: Layout = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "xshift": 0}
    return style.label(0, 1, " ".join(shades), look.quiet, **place)


def _part(
    name: str, counts: Sequence[int | None], of: tuple[_bars.Rijen, str], colour: str
) -> Trace:
    rijen, eenheid = of
    known = [count for count in counts if count is not None]
    told = fmt.number(sum(known)) if len(known) == len(counts) else fmt.HIDDEN
    said = [fmt.HIDDEN if count is None else fmt.number(count) for count in counts]
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": [*counts],
        "y": [*rijen.midden],
        "width": rijen.dik,
        "hovertext": [f"{name}: {words}" for words in said],
        "hoverinfo": "text",
        "marker": {"color": colour, "line": {"width": 0}},
        "meta": {"zin": f"{name.capitalize()}: {told} {eenheid}."},
    }
