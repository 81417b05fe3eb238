"""The forecast in a chart: P50 dashed, and around it a band that fades with certainty."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Protocol

from sdash import format as fmt
from sdash.figures import style
from sdash.figures.style import Look, Trace

if TYPE_CHECKING:
    from sdash.queries import jaareinde as rijen

LAYERS: Final = (1.0, 0.6, 0.25)
"""How wide each layer of the band is; where they lie on each other it is darker."""
FAINT: Final = 0.13


class Edges(Protocol):
    """A row with the edges of a band."""

    @property
    def laag(self) -> Decimal | None: ...
    @property
    def midden(self) -> Decimal | None: ...
    @property
    def hoog(self) -> Decimal | None: ...


def band(verloop: Sequence["rijen.Verloop"], colour: str, look: Look) -> list[Trace]:
    """The way to the end of the year; nothing when nothing is said of it."""
    known = [row for row in verloop if row.midden is not None]
    if not known:
        return []
    names = [fmt.month(row.maand) for row in known]
    dashed: Trace = {
        "type": "scatter",
        "mode": "lines",
        "name": "Naar verwachting",
        "x": names,
        "y": [_height(row.midden) for row in known],
        "line": {"color": colour, "width": look.line(2), "dash": "dash"},
        "hovertext": [_told(row) for row in known],
        "hoverinfo": "text",
    }
    return [*area(known, names, colour), dashed]


def area(rows: Sequence[Edges], names: list[str], colour: str) -> list[Trace]:
    """Layers around the middle, each narrower than the one under it."""
    known = [
        (name, float(row.laag), float(row.midden), float(row.hoog))
        for name, row in zip(names, rows, strict=True)
        if row.laag is not None and row.midden is not None and row.hoog is not None
    ]
    if not known:
        return []
    there = [name for name, *_ in known]
    return [
        {
            "type": "scatter",
            "mode": "none",
            "x": [*there, *reversed(there)],
            "y": [
                *(middle + (high - middle) * layer for _, _, middle, high in known),
                *(middle + (low - middle) * layer for _, low, middle, _ in reversed(known)),
            ],
            "fill": "toself",
            "fillcolor": style.faded(colour, FAINT),
            "hoverinfo": "skip",
            "meta": {"decor": True},
        }
        for layer in LAYERS
    ]


def words(
    verloop: Sequence["rijen.Verloop"], look: Look, colour: str
) -> list[tuple[float, str, str]]:
    """Heights, texts and colours of what stands beside the end of the year.

    The band is one text: its edges lie too close to each other for two.
    """
    last = verloop[-1] if verloop else None
    if last is None or last.midden is None:
        return []
    said = [(float(last.midden), f"<b>verwacht<br>{fmt.euro_short(last.midden)}</b>", colour)]
    if last.laag is not None and last.hoog is not None:
        low, high = fmt.euro_short(last.laag), fmt.euro_short(last.hoog)
        if low != high:
            said.insert(0, (float(last.laag), f"tussen {low}<br>en {high}", look.quiet))
    return said


def hatching(names: Sequence[str], heights: Sequence[float], first: int, look: Look) -> list[Trace]:
    """Over the stretch under a line from a point on, which still grows."""
    if first >= len(names):
        return []
    start = max(first - 1, 0)
    stretch = [*names[start:]]
    return [
        {
            "type": "scatter",
            "mode": "none",
            "x": [*stretch, *reversed(stretch)],
            "y": [*heights[start:], *([0.0] * len(stretch))],
            "fill": "toself",
            "fillpattern": {"shape": "/", "fgcolor": look.paper, "bgcolor": style.CLEAR, "size": 9},
            "hoverinfo": "skip",
            "meta": {"decor": True},
        }
    ]


def _told(row: Edges) -> str:
    middle = f"Naar verwachting: {fmt.euro(row.midden or 0)}"
    if row.laag is None or row.hoog is None:
        return middle
    return f"{middle} (tussen {fmt.euro(row.laag)} en {fmt.euro(row.hoog)})"


def _height(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)
