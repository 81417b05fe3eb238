"""Who comes, who leaves and who carries it: people with care and casussen, month by month."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from sdash import format as fmt
from sdash.figures import _axes, _bars, style
from sdash.figures.style import Figure, Layout, Look, Trace

if TYPE_CHECKING:
    from sdash.queries import caseload as rijen

KNOWN_IN_2018 = 40
"""Of every hundred households that came to the teams in 2018, so many were known already."""
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


def verloop(verloop: Sequence["rijen.Verloop"], kern: Sequence["rijen.Kern"], look: Look) -> Figure:
    """The number of people as a line; below it how many came and left each month."""
    names = [fmt.month(row.maand) for row in verloop]
    stock = _line("Mensen met ondersteuning", names, [row.eind for row in verloop], look)
    came = _flow("Kwam", names, [row.instroom for row in verloop], look.neutral)
    came["hovertext"] = [
        f"Kwam: {_counted(row.instroom)}, van wie {_counted(row.herinstroom)} terug"
        for row in verloop
    ]
    flows = [came, _flow("Ging weg", names, [row.uitstroom for row in verloop], look.faint, -1)]
    now = kern[0].clienten
    words = [] if now is None else [_end(stock, f"<b>{fmt.number(now)}</b><br>mensen", look)]
    known = [height for height in stock["y"] if height is not None]
    axis = _axes.amounts(look, *_span(known), fmt.number)
    months = [row.maand for row in verloop]
    return _panels(Panels(stock, flows, months, axis, words), look)


def casussen(casussen: Sequence["rijen.Casussen"], look: Look) -> Figure:
    """The share of the inflow that a team knew; below it what came and went each month."""
    names = [fmt.month(row.maand) for row in casussen]
    known = _line(
        "Deel van de instroom dat al bekend was", names, [_share(r) for r in casussen], look
    )
    known["meta"] = {"eenheid": "%"}
    known["hovertext"] = [
        f"Al bekend: {fmt.HIDDEN if share is None else fmt.percent(share / 100)}"
        for share in known["y"]
    ]
    flows = [
        _flow("Kwam", names, [row.instroom for row in casussen], look.neutral),
        _flow("Afgesloten", names, [row.uitstroom for row in casussen], look.faint, -1),
    ]
    words = style.label(
        1, KNOWN_IN_2018, "40 %<br>in 2018", look.quiet, xref="paper", yanchor="middle"
    )
    axis = _axes.amounts(look, 0, 80, lambda share: fmt.percent(share / 100))
    months = [row.maand for row in casussen]
    return _panels(Panels(known, flows, months, axis, [words], [_reference(look)]), look)


def per_team(per_team: Sequence["rijen.PerTeam"], look: Look) -> Figure:
    """One bar a sociaal team: its active casussen, and the people with care in its wijken."""
    listed = [
        _bars.Bar(
            row.team,
            row.casussen,
            " · ".join([_counted(row.casussen, "casussen"), _counted(row.clienten, "mensen")]),
            look.neutral,
        )
        for row in per_team
    ]
    return _bars.listed(listed, look, eenheid="casussen")


def per_product(per_product: Sequence["rijen.PerProduct"], look: Look) -> Figure:
    """One bar a productcategorie, in the colour of its wet, the largest first."""
    return _people([(row.naam, row.clienten, look.of(row.wet)) for row in per_product], look)


def per_wijk(per_wijk: Sequence["rijen.PerWijk"], look: Look) -> Figure:
    """One bar a wijk, the largest first."""
    return _people([(row.naam, row.clienten, look.neutral) for row in per_wijk], look)


def verwijzer(verwijzer: Sequence["rijen.Verwijzer"], look: Look) -> Figure:
    """One bar a kind of verwijzer, the largest first."""
    return _people([(row.naam, row.clienten, look.neutral) for row in verwijzer], look)


def _people(parts: list[tuple[str, int | None, str]], look: Look) -> Figure:
    largest = sorted(parts, key=lambda part: -(part[1] or 0))
    listed = [
        _bars.Bar(naam, clienten, _counted(clienten), kleur) for naam, clienten, kleur in largest
    ]
    return _bars.listed(listed, look, eenheid="mensen")


def _counted(count: int | None, unit: str = "") -> str:
    if count is None:
        return fmt.HIDDEN
    return f"{fmt.number(count)}{fmt.NBSP}{unit}" if unit else fmt.number(count)


def _share(row: "rijen.Casussen") -> float | None:
    if row.bekend is None or not row.instroom:
        return None
    return row.bekend / row.instroom * 100


def _span(known: Sequence[float]) -> tuple[float, float]:
    """From where to where the line is drawn: a small change must not look like a large one."""
    high, low = max(known, default=1), min(known, default=0)
    middle, half = (high + low) / 2, max((high - low) * 0.6, high * LEAST_SPAN / 2)
    return max(middle - half, 0), middle + half


def _line(name: str, names: list[str], values: Sequence[float | None], look: Look) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": names,
        "y": [*values],
        "line": {"color": look.ink, "width": look.line(2.5)},
        "hovertext": [f"{name}: {_counted(None if v is None else int(v))}" for v in values],
        "hoverinfo": "text",
    }


def _flow(name: str, names: list[str], counts: Counts, colour: str, sign: int = 1) -> Trace:
    return {
        "type": "bar",
        "name": name,
        "x": names,
        "y": [None if count is None else count * sign for count in counts],
        "customdata": [*counts],
        "hovertext": [f"{name}: {_counted(count)}" for count in counts],
        "hoverinfo": "text",
        "yaxis": "y2",
        "marker": {"color": colour, "line": {"width": 0}},
    }


def _panels(panels: Panels, look: Look) -> Figure:
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


def _too_small(look: Look) -> Layout:
    words = f"In- en uitstroom per maand: {fmt.HIDDEN}."
    return style.label(0, 0.17, words, look.quiet, xref="paper", yref="paper", xshift=0)


def _end(trace: Trace, text: str, look: Look) -> Layout:
    points = [(x, y) for x, y in zip(trace["x"], trace["y"], strict=True) if y is not None]
    x, y = points[-1] if points else (trace["x"][-1], 0)
    return style.label(x, y, text, look.ink)


def _bar_labels(bars: list[Trace], look: Look) -> list[Layout]:
    """What the bars stand for, beside the panel, in the order in which they stand."""
    heights = (0.26, 0.08)
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


def _reference(look: Look) -> Layout:
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": KNOWN_IN_2018,
        "y1": KNOWN_IN_2018,
        "line": {"color": look.quiet, "width": look.line(1.25), "dash": "dot"},
    }
