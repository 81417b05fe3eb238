"""Bars that lie under their own words: the name left, the value right, no axis needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sdash import format as fmt
from sdash.figures import style
from sdash.figures.style import Figure, Layout, Look, Said, Trace

MOST = 12
"""Bars that fit on a screen; the table behind the chart has them all."""
BESIDE = 0.35
"""How much is left of a bar beside the chosen one."""
LETTERS = {False: 50, True: 110}
"""So many fit above a bar of the narrowest screen, and of a stage; nobody knows how wide one is."""
AFTER = 0.15
REST = 0.9
"""Of a row, below the last one: nothing, or how many bars did not fit."""
FREE = 10
"""Pixels between a bar and its words."""
HIGH = {False: 42, True: 64}
"""Pixels of a row of one line, and on a stage."""
BEFORE = 0.86
"""Of a row, above the middle of its bar."""
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


@dataclass(frozen=True)
class Rijen:
    """Where each bar lies, in pixels from the top: a row is as high as its words ask."""

    midden: tuple[float, ...]
    eind: float
    rij: int
    """Pixels of a row of one line."""

    @classmethod
    def of(
        cls, said: Sequence[tuple[str, str]], look: Look, onder: Sequence[bool] | None = None
    ) -> "Rijen":
        """The rows of these names and words, of which some have more words under the bar."""
        rij, at, found = HIGH[look.stage], 0.0, []
        for pair, has_more in zip(said, onder or [False] * len(said), strict=True):
            at += _line(look) * _is_long(*pair, look)
            found.append(at + rij * BEFORE)
            at += rij + _line(look) * has_more
        return cls(tuple(found), at, rij)

    @property
    def dik(self) -> float:
        """How thick a bar is."""
        return THICK * self.rij / HIGH[False]

    def rest(self, left_out: int, left: float, look: Look) -> list[Said]:
        """How many bars did not fit."""
        words = f"en nog {fmt.number(left_out)} in de tabel"
        at = self.eind + self.rij * REST / 2
        return [Said(left, at, words, look.quiet, "middle right")] if left_out else []

    def hoogte(self, rest: Sequence[Said]) -> float:
        """How high all rows are together."""
        return self.eind + self.rij * (REST if rest else AFTER)

    def axis(self, rest: Sequence[Said]) -> Layout:
        """The axis on which a pixel is a pixel, where a chart has its own height."""
        return {**style.bare(), "range": [self.hoogte(rest), 0], "fixedrange": True}


def listed(
    bars: Sequence[Bar], look: Look, *, eenheid: str, gekozen: str = "", mark: int = 16
) -> Figure:
    """The first bars in the order in which they come; a thin dark mark is what was planned.

    A bar with a code can be clicked, anywhere in its row; beside a chosen one the others fade.
    """
    shown = fitting(bars, gekozen)
    said = [(bar.naam, "" if bar.waarde is None else bar.woorden) for bar in shown]
    rijen = Rijen.of(said, look, [bool(bar.onder) for bar in shown])
    ends = [end for bar in shown for end in (bar.waarde, bar.streep) if end is not None]
    end = max(ends, default=1) * 1.005 or 1
    words = [
        part
        for bar, pair, at in zip(shown, said, rijen.midden, strict=True)
        for part in [*above(at, pair, (0, end), look), *_more(at, bar, look)]
    ]
    rest = rijen.rest(len(bars) - len(shown), 0, look)
    marks = [_marks(shown, rijen, look, mark)] if any(bar.streep for bar in shown) else []
    return style.figure(
        [_bars(shown, rijen, gekozen), *marks, style.written([*words, *rest])],
        look,
        round(rijen.hoogte(rest)) + 8,
        hovermode="y" if any(bar.code for bar in shown) else "closest",
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
        xaxis={**style.bare(), "range": [0, end], "fixedrange": True},
        yaxis=rijen.axis(rest),
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


def _bars(shown: Sequence[Bar], rijen: Rijen, gekozen: str) -> Trace:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [bar.waarde for bar in shown],
        "y": [*rijen.midden],
        "width": rijen.dik,
        "customdata": [fmt.escape_plotly(_whole(bar)) for bar in shown],
        "hovertext": [f"{fmt.escape_plotly(_whole(bar))}: {bar.woorden}" for bar in shown],
        "hoverinfo": "text",
        "marker": {
            "color": [beside(bar.code, gekozen, bar.kleur) for bar in shown],
            "line": {"width": 0},
        },
    }


def _marks(shown: Sequence[Bar], rijen: Rijen, look: Look, size: int) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "begroot",
        "x": [bar.streep for bar in shown],
        "y": [*rijen.midden],
        "hoverinfo": "skip",
        "meta": {"decor": True},
        "marker": {
            "symbol": "line-ns",
            "size": size,
            "line": {"color": look.ink, "width": look.line(1.5)},
        },
    }


def above(at: float, said: tuple[str, str], ends: tuple[float, float], look: Look) -> list[Said]:
    """The name above the left of a bar and its words above the right, ten pixels free of it.

    Where both do not fit on one line the name gets its own; what does not fit there is cut off.
    """
    (naam, woorden), (left, right) = said, ends
    over = _line(look) if _is_long(naam, woorden, look) else 0
    most = LETTERS[look.stage]
    shown = naam if len(naam) <= most else f"{naam[: most - 1].rstrip()}…"
    return [
        Said(left, at - FREE - over, fmt.escape_plotly(shown), look.ink),
        *([Said(right, at - FREE, woorden, look.ink, "top left")] if woorden else []),
    ]


def _is_long(naam: str, woorden: str, look: Look) -> bool:
    return bool(woorden) and len(f"{naam}  {woorden}") > LETTERS[look.stage]


def _line(look: Look) -> int:
    return look.text + 4


def _whole(bar: Bar) -> str:
    return ", ".join(filter(None, [bar.naam, bar.onder]))


def _more(at: float, bar: Bar, look: Look) -> list[Said]:
    """What stands in the place of a hidden bar, and the words below it."""
    hidden = Said(0, at, bar.woorden, look.quiet, "middle right")
    below = Said(0, at + FREE, fmt.escape_plotly(bar.onder), look.quiet, "bottom right")
    return [*([hidden] if bar.waarde is None else []), *([below] if bar.onder else [])]
