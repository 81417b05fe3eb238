"""How care ended and what followed, each part beside its band and the goal of the gemeente."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.domain import WET_NAAM, Wet
from sdash.figures import _bars, _deel, _matrix
from sdash.figures._deel import Deel, of
from sdash.figures._matrix import Cel
from sdash.figures.style import Figure, Look
from sdash.normen import Doel, Maat, doel_van
from sdash.prognose.wilson import band

if TYPE_CHECKING:
    from sdash.queries import duur
    from sdash.queries import resultaten as rijen

__all__ = ["afloop", "ervaring", "kaart", "terug", "verloop"]

Doelen = tuple[Doel, ...]
MOST: Final = 10
"""Aanbieders that fit on a screen; the table behind the chart has them all."""
ON_STAGE: Final = 6
KOLOMMEN: Final[tuple[tuple[Maat, str], ...]] = (
    ("op_tijd", "Op tijd"),
    ("volgens_plan", "Volgens plan"),
    ("lichter", "Lichter"),
    ("opnieuw", "Opnieuw"),
)
TEKEN: Final = {"gehaald": "✓", "niet gehaald": "✗", "onzeker": "~"}
ZWAAR: Final = {"gehaald": 1, "onzeker": 2, "niet gehaald": 3}
"""The darker a cell, the more there is to talk about."""
HEAD: Final = 9
"""Letters on one line of a column: a phone leaves no more."""
TEN: Final = 10
NIEMAND: Final = (0, 0)


def verloop(verloop: Sequence["rijen.Verloop"], look: Look, gekozen: Doelen = ()) -> Figure:
    """The part that ended volgens plan and early, quarter by quarter, with on how many it rests."""
    plan = [of(row.volgens_plan, row.toewijzingen) for row in verloop]
    early = [of(row.voortijdig, row.toewijzingen) for row in verloop]
    lines = [
        _deel.Lijn("Volgens plan", plan, look.ink),
        _deel.Lijn("Voortijdig", early, look.middle),
    ]
    quarters = [row.kwartaal for row in verloop]
    is_open = [row.voorlopig for row in verloop]
    return _deel.drawn(lines, quarters, is_open, doel_van(gekozen, "volgens_plan"), look)


def afloop(afloop: Sequence["rijen.Afloop"], look: Look, gekozen: Doelen = ()) -> Figure:
    """One bar a group: the part that ended volgens plan; a mark is the goal."""
    rows = [
        (
            row.naam,
            row.groep,
            of(row.volgens_plan, row.toewijzingen),
            _also_early(row.aandeel_voortijdig),
        )
        for row in afloop
    ]
    return _listed(rows, doel_van(gekozen, "volgens_plan"), look)


def terug(terug: Sequence["rijen.Terug"], look: Look, gekozen: Doelen = ()) -> Figure:
    """One bar a group: the part without new care within six months, with that of twelve below."""
    rows = [
        (
            row.naam,
            row.groep,
            of(row.zonder_zes, row.zes),
            _also_a_year(of(row.zonder_twaalf, row.twaalf)),
        )
        for row in terug
    ]
    return _listed(rows, doel_van(gekozen, "zonder_zorg_zes"), look)


def kaart(
    afloop: Sequence["rijen.Afloop"],
    vervolg: Sequence["rijen.Vervolg"],
    tijden: Sequence["duur.Tijden"],
    look: Look,
    gekozen: Doelen = (),
) -> Figure:
    """One row an aanbieder: what it reached, and whether that is what the gemeente wants."""
    verder = {row.aanbieder: row for row in vervolg}
    snel = {row.groep: row for row in tijden}
    shown = afloop[: ON_STAGE if look.stage else MOST]
    goals = [doel_van(gekozen, maat) for maat, _ in KOLOMMEN]
    cells = []
    for row in shown:
        begun, next_ = snel.get(row.groep), verder.get(row.groep)
        parts = (
            _in_time(begun) if begun else NIEMAND,
            of(row.volgens_plan, row.toewijzingen),
            of(next_.lichter, next_.vervolgd) if next_ else NIEMAND,
            of(next_.opnieuw, next_.clienten) if next_ else NIEMAND,
        )
        cells.append([_cell(part, goal) for part, goal in zip(parts, goals, strict=True)])
    heads = [_head(naam, goal) for (_, naam), goal in zip(KOLOMMEN, goals, strict=True)]
    names = [row.naam for row in shown]
    zin = _sentences(names, heads, cells)
    soort = "Matrix: wat elke aanbieder bereikt"
    matrix = _matrix.Matrix(names, heads, cells, zin, "%", soort, HEAD, max(ZWAAR.values()))
    return _matrix.drawn(matrix, look)


def ervaring(ervaring: Sequence["rijen.Ervaring"], look: Look, gekozen: Doelen = ()) -> Figure:
    """One bar a question: who was positive when it was asked last, with the time before below."""
    doel = doel_van(gekozen, "ervaring")
    bars = []
    for wet, vraag in dict.fromkeys((row.wet, row.vraag) for row in ervaring):
        rows = [row for row in ervaring if (row.wet, row.vraag) == (wet, vraag)]
        *before, last = rows
        deel = of(last.positief, last.antwoorden)
        bars.append(
            _bars.Bar(
                f"{WET_NAAM[Wet(wet)]}: {vraag}",
                _deel.hoogte(deel) if deel else _marked(last),
                f"{_answered(last)} in {_when(last)}",
                look.of(wet),
                _deel.WHOLE * (doel.aandeel if doel else 1),
                onder=" · ".join(f"{_when(row)}: {_answered(row)}" for row in before[-1:]),
            )
        )
    return _bars.listed(bars, look, eenheid="%")


def _answered(row: "rijen.Ervaring") -> str:
    """Who was positive, or else the mark; of how many."""
    deel = of(row.positief, row.antwoorden)
    mark = "" if row.score is None else f"cijfer {fmt.number(row.score, 1)}"
    if deel is not None and deel[1]:
        return ", ".join(filter(None, [_deel.in_woorden(deel), mark]))
    if row.antwoorden is None or not mark:
        return fmt.HIDDEN
    return f"{mark} ({fmt.number(row.antwoorden)})"


def _marked(row: "rijen.Ervaring") -> float | None:
    """A mark from 1 to 10 as a part of a hundred; None when it may not be told."""
    return None if row.score is None else row.score * _deel.WHOLE / TEN


def _when(row: "rijen.Ervaring") -> str:
    return f"K{row.kwartaal}{fmt.NBSP}{row.jaar}" if row.kwartaal else str(row.jaar)


def _in_time(row: "duur.Tijden") -> Deel:
    """How many of those who can be followed began in time, by Kaplan and Meier's estimate."""
    if row.gemeten is None:
        return None
    if row.binnen_norm is None:
        return NIEMAND
    return round(row.binnen_norm * row.gemeten), row.gemeten


def _cell(deel: Deel, doel: Doel | None) -> Cel:
    if deel is None:
        return Cel(1, "te<br>weinig")
    part, whole = deel
    if not whole:
        return Cel(0, "")
    share, of_how_many = fmt.percent(part / whole), f"van {fmt.number(whole)}"
    if doel is None:
        return Cel(1, f"{share}<br>{of_how_many}")
    said = doel.oordeel(*band(part, whole))
    return Cel(ZWAAR[said], f"{share} {TEKEN[said]}<br>{of_how_many}")


def _head(naam: str, doel: Doel | None) -> str:
    return f"{naam} {fmt.percent(doel.aandeel)}" if doel else naam


def _sentences(names: Sequence[str], heads: Sequence[str], cells: Sequence[Sequence[Cel]]) -> str:
    said = (
        ", ".join(f"{head} {_flat(cel)}" for head, cel in zip(heads, row, strict=True))
        for row in cells
    )
    return "; ".join(f"{name}: {words}" for name, words in zip(names, said, strict=True)) + "."


def _flat(cel: Cel) -> str:
    return cel.woorden.replace("<br>", " ") or "niemand te volgen"


def _listed(rows: Sequence[tuple[str, str, Deel, str]], doel: Doel | None, look: Look) -> Figure:
    """One bar a row with its band and more in words below it; a mark is the goal, or the whole."""
    goal = _deel.WHOLE * (doel.aandeel if doel else 1)
    bars = [
        _bars.Bar(
            naam,
            _deel.hoogte(deel),
            _deel.in_woorden(deel),
            look.of(groep.partition("-")[0]),
            goal,
            onder=" · ".join(filter(None, [_deel.tussen(deel), more])),
        )
        for naam, groep, deel, more in rows
    ]
    return _bars.listed(bars, look, eenheid="%")


def _also_early(share: float | None) -> str:
    return "" if share is None else f"{fmt.percent(share)} voortijdig"


def _also_a_year(deel: Deel) -> str:
    return f"12 maanden: {_deel.in_woorden(deel)}" if deel and deel[1] else ""
