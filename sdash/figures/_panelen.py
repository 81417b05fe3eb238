"""A line of how many there are, and below it bars of who came and left in the same months."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sdash import format as fmt
from sdash.figures import _axes, style
from sdash.figures.style import Figure, Layout, Look, Trace

UPPER = [0.44, 1]
LOWER = [0, 0.34]
MOSTLY = 1 / 3
"""When more months than this part are hidden, the bars are left out and it is said why."""
LEAST_SPAN = 0.25
"""The vertical axis shows at least this part of its highest value, so that noise stays small."""

Counts = Sequence[int | None]


@dataclass(frozen=True)
class Panels:
    """A line with its axis and words, and the bars of the same months below it."""

    line: Trace
    bars: list[Trace]
    months: list[date]
    axis: Layout
    words: list[Layout]
    shapes: list[Layout] = field(default_factory=list)


def drawn(panels: Panels, look: Look) -> Figure:
    """The line above, the bars below; months that are too small to show have a cross."""
    names = [fmt.month(month) for month in panels.months]
    bars = panels.bars
    unseen = [name for nr, name in enumerate(names) if any(bar["y"][nr] is None for bar in bars)]
    below = _bar_labels(bars, look)
    if len(unseen) > len(names) * MOSTLY:
        bars, unseen, below = [], [], [_too_small(look)]
    if all(height is None for height in panels.line["y"]):
        bars, unseen, below = [], [], []
    return style.figure(
        [panels.line, *bars, *style.hidden(unseen, look, axis="y2")],
        look,
        440,
        barmode="relative",
        bargap=0.25,
        annotations=[*panels.words, *below],
        shapes=panels.shapes,
        margin={"l": 8, "r": 220 if look.stage else 104, "t": 8, "b": 8},
        xaxis={**_axes.months(panels.months), "anchor": "y2"},
        yaxis={**panels.axis, "domain": UPPER},
        yaxis2={
            **style.axis(look),
            "domain": LOWER,
            "showticklabels": False,
            "zeroline": True,
            "zerolinecolor": look.faint,
        },
        meta={"eenheid": "mensen", "soort": "Lijn, met daaronder instroom en uitstroom per maand"},
    )


def counted(count: int | None, unit: str = "") -> str:
    if count is None:
        return fmt.HIDDEN
    return f"{fmt.number(count)}{fmt.NBSP}{unit}" if unit else fmt.number(count)


def span(known: Sequence[float]) -> tuple[float, float]:
    """From where to where the line is drawn: a small change must not look like a large one."""
    high, low = max(known, default=1), min(known, default=0)
    middle, half = (high + low) / 2, max((high - low) * 0.6, high * LEAST_SPAN / 2)
    return max(middle - half, 0), middle + half


def line(name: str, names: list[str], values: Sequence[float | None], look: Look) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": names,
        "y": [*values],
        "line": {"color": look.ink, "width": look.line(2.5)},
        "hovertext": [f"{name}: {counted(None if v is None else int(v))}" for v in values],
        "hoverinfo": "text",
    }


def flow(name: str, names: list[str], counts: Counts, colour: str, sign: int = 1) -> Trace:
    return {
        "type": "bar",
        "name": name,
        "x": names,
        "y": [None if count is None else count * sign for count in counts],
        "customdata": [*counts],
        "hovertext": [f"{name}: {counted(count)}" for count in counts],
        "hoverinfo": "text",
        "yaxis": "y2",
        "marker": {"color": colour, "line": {"width": 0}},
    }


def end(trace: Trace, text: str, look: Look) -> Layout:
    points = [(x, y) for x, y in zip(trace["x"], trace["y"], strict=True) if y is not None]
    x, y = points[-1] if points else (trace["x"][-1], 0)
    return style.label(x, y, text, look.ink)


def _too_small(look: Look) -> Layout:
    words = f"In- en uitstroom per maand: {fmt.HIDDEN}."
    return style.label(0, 0.17, words, look.quiet, xref="paper", yref="paper", xshift=0)


def _bar_labels(bars: list[Trace], look: Look) -> list[Layout]:
    """What the bars stand for, beside the panel, in the order in which they stand."""
    heights = [
        0.17 + 0.09 * (len(bars) - 1 - 2 * nr) / max(len(bars) - 1, 1) for nr in range(len(bars))
    ]
    small = {"size": look.text - 1}
    return [
        style.label(
            1,
            height,
            f"<span style='color:{bar['marker']['color']}'>■</span> {bar['name'].lower()}",
            look.quiet,
            xref="paper",
            yref="paper",
        )
        | {"font": {"color": look.quiet, **small}}
        for bar, height in zip(bars, heights, strict=True)
    ]
