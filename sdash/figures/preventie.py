"""Whether money moves to what comes before maatwerk: ours beside other gemeenten."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sdash import format as fmt
from sdash.figures import _verslagen
from sdash.figures._verslagen import Lijn, Punt
from sdash.figures.style import Figure, Look

if TYPE_CHECKING:
    from sdash.queries import preventie as rijen

HEIGHT = 320


def jaren(jaren: Sequence["rijen.Jaar"], look: Look) -> Figure:
    """Euros per inhabitant before and on maatwerk in every report; never drawn over a break."""
    lines = (
        Lijn("Maatwerk", look.ink, [row.maatwerk for row in jaren]),
        Lijn("anderen", look.quiet, [row.maatwerk_lijkend for row in jaren]),
        Lijn("Voorliggend", look.neutral, [row.voorliggend for row in jaren]),
        Lijn("anderen", look.quiet, [row.voorliggend_lijkend for row in jaren]),
    )
    return _verslagen.figure(_points(jaren), lines, look, HEIGHT, through=False, words=fmt.euro)


def deel(jaren: Sequence["rijen.Jaar"], look: Look) -> Figure:
    """The part of both that comes before maatwerk, in percents."""
    lines = (
        Lijn("Wij", look.ink, [_percents(row.deel_voorliggend) for row in jaren]),
        Lijn("Anderen", look.quiet, [_percents(row.deel_lijkend) for row in jaren]),
    )
    return _verslagen.figure(
        _points(jaren), lines, look, HEIGHT, through=False, words=_said, eenheid="%"
    )


def _points(jaren: Sequence["rijen.Jaar"]) -> list[Punt]:
    return [Punt(row.jaar, row.stand, row.generatie) for row in jaren]


def _percents(share: float | None) -> float | None:
    return None if share is None else share * 100


def _said(percents: float) -> str:
    return fmt.percent(percents / 100)
