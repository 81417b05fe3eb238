"""Aanbieders beside others of the same products: 100 is what those would do with the same mix."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.figures import _bars
from sdash.figures.style import Figure, Look

if TYPE_CHECKING:
    from sdash.queries import aanbieders as rijen

__all__ = ["duur", "intensiteit", "prijs", "verlengd", "voortijdig"]

SAME: Final = 100
LOW_MARK: Final = 8
FEW: Final = 20
"""Of fewer people a difference says little."""


def prijs(kosten: Sequence["rijen.Kosten"], look: Look) -> Figure:
    """What an aanbieder asks for a unit."""
    return _beside([_cost(row, row.prijs) for row in kosten], look)


def intensiteit(kosten: Sequence["rijen.Kosten"], look: Look) -> Figure:
    """How much it delivers a client and month."""
    return _beside([_cost(row, row.intensiteit) for row in kosten], look)


def duur(afloop: Sequence["rijen.Afloop"], look: Look) -> Figure:
    """How long toewijzingen lasted that ended."""
    return _beside(
        [
            (
                row.naam,
                row.duur,
                row.duur_verwacht,
                row.clienten,
                f"{fmt.number(row.duur or 0)} dagen",
            )
            for row in afloop
        ],
        look,
    )


def verlengd(afloop: Sequence["rijen.Afloop"], look: Look) -> Figure:
    """How many were extended or followed by the next."""
    return _beside(
        [
            (row.naam, part, row.verlengd_verwacht, row.clienten, fmt.percent(part or 0))
            for row in afloop
            for part in (row.verlengd_aandeel,)
        ],
        look,
    )


def voortijdig(afloop: Sequence["rijen.Afloop"], look: Look) -> Figure:
    """How many ended early."""
    return _beside(
        [
            (row.naam, part, row.voortijdig_verwacht, row.clienten, fmt.percent(part or 0))
            for row in afloop
            for part in (row.voortijdig_aandeel,)
        ],
        look,
    )


def _cost(
    row: "rijen.Kosten", mine: float | None
) -> tuple[str, float | None, float | None, int | None, str]:
    """Beside the same of others; who does what nobody else does has no other."""
    return row.naam, mine, None if mine is None else 1.0, row.clienten, ""


def _beside(
    parts: Sequence[tuple[str, float | None, float | None, int | None, str]], look: Look
) -> Figure:
    """One bar an aanbieder, most people first; faint where few people make the difference."""
    bars = [
        _bars.Bar(
            naam,
            None if mine is None or not other else SAME * mine / other,
            _words(mine, other, people, own),
            look.neutral if (people or 0) >= FEW else look.faint,
            None if mine is None or not other else SAME,
        )
        for naam, mine, other, people, own in sorted(parts, key=lambda part: -(part[3] or 0))
        if other or people is None
    ]
    return _bars.listed(bars, look, eenheid="%", mark=LOW_MARK)


def _words(mine: float | None, other: float | None, people: int | None, own: str) -> str:
    if mine is None or people is None:
        return fmt.HIDDEN
    said = [fmt.number(SAME * mine / other) if other else "niet te vergelijken", own]
    few = "weinig: " if people < FEW else ""
    return f"{' · '.join(filter(None, said))} ({few}{fmt.number(people)})"
