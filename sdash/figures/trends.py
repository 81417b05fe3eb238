"""A series month by month in the band of chance, with what lies outside of it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.domain import Wet
from sdash.figures import _axes, style
from sdash.figures.style import Figure, Look, Trace

if TYPE_CHECKING:
    from sdash.queries import trends as rijen

HEIGHT: Final = 400
ROOM: Final = 1.12
FAINT: Final = 0.18
OF_A_LABEL: Final = 12

Deel = Callable[["rijen.Maand", float | None], float | None]


def reeks(reeks: Sequence["rijen.Maand"], look: Look) -> Figure:
    """Points for the months, a line for what is usual, and the band that chance seldom leaves."""
    is_part = any(row.noemer is not None for row in reeks)
    part = _of_all if is_part else _itself
    points = [part(row, row.aantal) for row in reeks]
    usual = [part(row, row.gewoon) for row in reeks]
    highest = max((height for height in _known(reeks, part)), default=1) or 1
    ends = [
        style.label(fmt.month(row.maand), height, words, look.quiet, font={"size": look.text - 2})
        for row, height, words in _last(reeks, points, usual)
    ]
    return style.figure(
        [
            _band(reeks, part, look),
            _line("gewoon", reeks, usual, look),
            _points(reeks, points, look),
            *style.hidden([fmt.month(row.maand) for row in reeks if row.aantal is None], look),
        ],
        look,
        HEIGHT,
        hovermode="closest",
        annotations=_axes.labels_apart(ends, highest * ROOM, OF_A_LABEL),
        margin={"l": 8, "r": 170 if look.stage else 96, "t": 8, "b": 8},
        xaxis=_axes.months([row.maand for row in reeks]),
        yaxis=_axes.amounts(look, 0, highest * ROOM, _words(is_part=is_part)),
        meta={
            "eenheid": "%" if is_part else "mensen per maand",
            "soort": "Punten per maand in de band van het toeval; een ruit valt erbuiten",
        },
    )


def _itself(row: "rijen.Maand", count: float | None) -> float | None:  # noqa: ARG001  (as _of_all)
    return count


def _of_all(row: "rijen.Maand", count: float | None) -> float | None:
    return None if count is None or not row.noemer else count / row.noemer


def _words(*, is_part: bool) -> Callable[[float], str]:
    if is_part:
        return fmt.percent
    return lambda count: fmt.number(count, 0 if count == int(count) else 1)


def _known(reeks: Sequence["rijen.Maand"], part: Deel) -> list[float]:
    heights = [part(row, count) for row in reeks for count in (row.aantal, row.boven)]
    return [height for height in heights if height is not None]


def _last(
    reeks: Sequence["rijen.Maand"], points: Sequence[float | None], usual: Sequence[float | None]
) -> list[tuple["rijen.Maand", float, str]]:
    """What stands beside the end of the points and of the line."""
    found = []
    for heights, words in ((points, "deze reeks"), (usual, "gewoon")):
        known = [
            (row, height) for row, height in zip(reeks, heights, strict=True) if height is not None
        ]
        found += [(row, height, words) for row, height in known[-1:]]
    return found


def _band(reeks: Sequence["rijen.Maand"], part: Deel, look: Look) -> Trace:
    """Between the fewest and the most that chance often gives; a hole where it may not be told."""
    rows = [row for row in reeks if row.onder is not None and row.boven is not None]
    months = [fmt.month(row.maand) for row in rows]
    return {
        "type": "scatter",
        "mode": "none",
        "name": "band van het toeval",
        "x": [*months, *reversed(months)],
        "y": [
            *(part(row, row.boven) for row in rows),
            *(part(row, row.onder) for row in reversed(rows)),
        ],
        "fill": "toself",
        "fillcolor": style.faded(look.quiet, FAINT),
        "hoverinfo": "skip",
    }


def _line(
    name: str, reeks: Sequence["rijen.Maand"], heights: Sequence[float | None], look: Look
) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": [fmt.month(row.maand) for row in reeks],
        "y": [*heights],
        "line": {"color": look.quiet, "width": look.line(1.5), "dash": "dot"},
        "hoverinfo": "skip",
    }


def _points(reeks: Sequence["rijen.Maand"], heights: Sequence[float | None], look: Look) -> Trace:
    outside = [row.regel is not None for row in reeks]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "deze reeks",
        "x": [fmt.month(row.maand) for row in reeks],
        "y": [*heights],
        "line": {"color": look.of(Wet.JW), "width": look.line(2)},
        "marker": {
            "symbol": ["diamond" if out else "circle" for out in outside],
            "size": [13 if out else 6 for out in outside],
            "color": [look.ink if out else look.of(Wet.JW) for out in outside],
        },
        "hovertext": [_told(row) for row in reeks],
        "hoverinfo": "text",
    }


def _told(row: "rijen.Maand") -> str:
    month = fmt.month(row.maand)
    if row.aantal is None:
        return f"{month}: {fmt.HIDDEN}"
    if row.gewoon is None:
        return f"{month}: {fmt.number(row.aantal)}"
    whole = "" if row.noemer is None else f" van {fmt.number(row.noemer)}"
    news = "" if row.regel is None else f"<br>valt op (regel {row.regel})"
    return f"{month}: {fmt.number(row.aantal)}{whole}, gewoon {fmt.number(row.gewoon, 1)}{news}"
