"""Bars that lie under their own words: the name left, the value right, no axis needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sdash import format as fmt
from sdash.figures import style
from sdash.figures.style import Figure, Look, Said, Trace

MOST = 12
"""Bars that fit on a screen; the table behind the chart has them all."""
BESIDE = 0.35
"""How much is left of a bar beside the chosen one."""
LETTERS = {False: 50, True: 110}
"""So many fit above a bar of the narrowest screen, and of a stage; nobody knows how wide one is."""
AROUND = 0.35
"""Of a row, above the first: its words stand higher than halfway the row before."""
THICK = 9
"""Pixels of a bar on a desk."""


class Coded(Protocol):
    """A bar that can be chosen by its code."""

    @property
    def code(self) -> str: ...


B = TypeVar("B", bound=Coded)


@dataclass(frozen=True)
class Bar:
    """One bar: its value is None when it is hidden, its mark when there is nothing to compare."""

    naam: str
    waarde: float | None
    woorden: str
    kleur: str
    streep: float | None = None
    code: str = ""
    onder: str = ""
    """More words, on a line under the bar."""


def listed(
    bars: Sequence[Bar], look: Look, *, eenheid: str, gekozen: str = "", mark: int = 16
) -> Figure:
    """The first bars in the order in which they come; a thin dark mark is what was planned.

    A bar with a code can be clicked, anywhere in its row; beside a chosen one the others fade.
    """
    shown = fitting(bars, gekozen)
    has_more = any(bar.onder for bar in shown)
    row = height([(bar.naam, bar.woorden) for bar in shown], look, more=has_more)
    ends = [end for bar in shown for end in (bar.waarde, bar.streep) if end is not None]
    end = max(ends, default=1) * 1.005 or 1
    words = [part for place, bar in enumerate(shown) for part in _words(place, bar, end, row, look)]
    words += _rest(len(bars) - len(shown), len(shown), look)
    lines = max((round(said.y) for said in words), default=-1) + 1
    marks = [_marks(shown, look, mark)] if any(bar.streep for bar in shown) else []
    return style.figure(
        [_bars(shown, gekozen), *marks, style.written(words)],
        look,
        round(row * (lines + AROUND)) + 8,
        bargap=gap(row, look),
        hovermode="y" if any(bar.code for bar in shown) else "closest",
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
        xaxis={**style.bare(), "range": [0, end], "fixedrange": True},
        yaxis={**style.bare(), "range": [lines - 0.5, -0.5 - AROUND], "fixedrange": True},
        meta={
            "eenheid": eenheid,
            "soort": "Liggende staven",
            "codes": [bar.code for bar in shown],
        },
    )


def fitting(bars: Sequence[B], gekozen: str) -> list[B]:
    """The bars that fit; the chosen one is always one of them."""
    late = [bar for bar in bars[MOST:] if bar.code == gekozen and gekozen]
    return [*bars[: MOST - len(late)], *late]


def beside(code: str, gekozen: str, kleur: str) -> str:
    """The colour of a bar: faded when another one is chosen."""
    return style.faded(kleur, BESIDE) if gekozen and code != gekozen else kleur


def _bars(shown: Sequence[Bar], gekozen: str) -> Trace:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [bar.waarde for bar in shown],
        "y": [*range(len(shown))],
        "customdata": [fmt.escape_plotly(_whole(bar)) for bar in shown],
        "hovertext": [f"{fmt.escape_plotly(_whole(bar))}: {bar.woorden}" for bar in shown],
        "hoverinfo": "text",
        "marker": {
            "color": [beside(bar.code, gekozen, bar.kleur) for bar in shown],
            "line": {"width": 0},
        },
    }


def _marks(shown: Sequence[Bar], look: Look, size: int) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "begroot",
        "x": [bar.streep for bar in shown],
        "y": [*range(len(shown))],
        "hoverinfo": "skip",
        "meta": {"decor": True},
        "marker": {
            "symbol": "line-ns",
            "size": size,
            "line": {"color": look.ink, "width": look.line(1.5)},
        },
    }


def _rest(left_out: int, place: int, look: Look) -> list[Said]:
    """How many bars did not fit."""
    words = f"en nog {fmt.number(left_out)} in de tabel"
    return [Said(0, place, words, look.quiet, "middle right")] if left_out else []


def height(pairs: Sequence[tuple[str, str]], look: Look, *, more: bool = False) -> int:
    """Pixels of a row: one line more when a name and its words do not fit, and when more follow."""
    lines = any(_is_long(*pair, look) for pair in pairs) + more
    return (64 if look.stage else 42) + lines * _line(look)


def gap(row: int, look: Look) -> float:
    """The part of a row that is no bar."""
    return 1 - THICK * (1.5 if look.stage else 1) / row


def above(
    place: int, said: tuple[str, str], ends: tuple[float, float], row: int, look: Look
) -> list[Said]:
    """The name above the left of a bar and its words above the right, ten pixels free of it.

    Where both do not fit on one line the name gets its own; what does not fit there is cut off.
    """
    (naam, woorden), (left, right) = said, ends
    at = place - 10 / row
    over = at - _line(look) / row if _is_long(naam, woorden, look) else at
    most = LETTERS[look.stage]
    shown = naam if len(naam) <= most else f"{naam[: most - 1].rstrip()}…"
    return [
        Said(left, over, fmt.escape_plotly(shown), look.ink),
        *([Said(right, at, woorden, look.ink, "top left")] if woorden else []),
    ]


def _is_long(naam: str, woorden: str, look: Look) -> bool:
    return bool(woorden) and len(f"{naam}  {woorden}") > LETTERS[look.stage]


def _line(look: Look) -> int:
    return look.text + 4


def _whole(bar: Bar) -> str:
    return ", ".join(filter(None, [bar.naam, bar.onder]))


def _words(place: int, bar: Bar, end: float, row: int, look: Look) -> list[Said]:
    """All that is said of a bar; what is hidden is said in its place."""
    below = Said(0, place + 10 / row, fmt.escape_plotly(bar.onder), look.quiet, "bottom right")
    more = [below] if bar.onder else []
    if bar.waarde is None:
        hidden = Said(0, place, bar.woorden, look.quiet, "middle right")
        return [*above(place, (bar.naam, ""), (0, end), row, look), hidden, *more]
    return [*above(place, (bar.naam, bar.woorden), (0, end), row, look), *more]
