"""How long care and waiting last: what part lasts longer, on how many people that rests."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.figures import _bars, _overleving
from sdash.figures._overleving import WHOLE, Lijn
from sdash.figures.style import Figure, Look

if TYPE_CHECKING:
    from sdash.queries import duur as rijen

__all__ = ["binnen", "mediaan", "verloop", "wachten"]

MONTHS: Final = (0, 3, 6, 12, 24)
WEEKS: Final = (0, 4, 10, 18, 26)
"""At these steps it is written how many are followed so long."""
DASHES: Final = ("solid", "dash", "dot", "dashdot")
DAYS_OF_A_MONTH: Final = 30.4375
A_QUARTER: Final = 92
"""From so many days on, a duration is said in months."""
KLOKKEN: Final = ("vanaf de toewijzing", "vanaf de ingangsdatum", "vanaf het verzoek")


def verloop(verloop: Sequence["rijen.Verloop"], look: Look) -> Figure:
    """One line a group: the part of its care that lasts longer than so many months."""
    lines: list[Lijn] = []
    for groep in dict.fromkeys(row.groep for row in verloop):
        rows = [row for row in verloop if row.groep == groep]
        colour = look.of(groep.partition("-")[0])
        nr = sum(line.kleur == colour for line in lines)
        lines.append(Lijn(rows[0].naam, rows, colour, DASHES[nr % len(DASHES)]))
    return _overleving.drawn(lines, MONTHS, "maanden", look)


def wachten(
    toewijzing: Sequence["rijen.Verloop"],
    ingang: Sequence["rijen.Verloop"],
    verzoek: Sequence["rijen.Verloop"],
    look: Look,
) -> Figure:
    """One line for each day from which one may count: who waits longer than so many weeks."""
    told = zip(KLOKKEN, (toewijzing, ingang, verzoek), DASHES, strict=False)
    lines = [Lijn(naam, rows, look.neutral, dash) for naam, rows, dash in told if rows]
    return _overleving.drawn(lines, WEEKS, "weken", look, has_legend=True)


def mediaan(tijden: Sequence["rijen.Tijden"], look: Look) -> Figure:
    """One bar a group: after how long half of its care is over."""
    return _bars.listed(
        [
            _bars.Bar(
                row.naam,
                None if row.gemeten is None else row.mediaan or 0,
                _median_words(row),
                look.of(row.groep.partition("-")[0]),
            )
            for row in tijden
        ],
        look,
        eenheid="dagen",
    )


def binnen(tijden: Sequence["rijen.Tijden"], look: Look) -> Figure:
    """One bar a group: the part that is over within the norm, with the whole as a mark."""
    return _bars.listed(
        [
            _bars.Bar(
                row.naam,
                None if row.gemeten is None else (row.binnen_norm or 0) * WHOLE,
                _within_words(row),
                look.of(row.groep.partition("-")[0]),
                WHOLE,
                onder=_also(row),
            )
            for row in tijden
        ],
        look,
        eenheid="%",
    )


def duur_in_woorden(dagen: int) -> str:
    """Days, or months when there are many."""
    if dagen < A_QUARTER:
        return f"{fmt.number(dagen)}{fmt.NBSP}{'dag' if dagen == 1 else 'dagen'}"
    return f"{fmt.number(dagen / DAYS_OF_A_MONTH)}{fmt.NBSP}maanden"


def _median_words(row: "rijen.Tijden") -> str:
    if row.gemeten is None:
        return fmt.HIDDEN
    half = "meer dan de helft duurt nog" if row.mediaan is None else duur_in_woorden(row.mediaan)
    return f"{half} ({fmt.number(row.gemeten)})"


def _within_words(row: "rijen.Tijden") -> str:
    if row.gemeten is None:
        return fmt.HIDDEN
    if row.binnen_norm is None:
        return "nog niet te zeggen"
    return f"{fmt.percent(row.binnen_norm)} ({fmt.number(row.gemeten)})"


def _also(row: "rijen.Tijden") -> str:
    """What else is known of who waits."""
    if row.mediaan is None or row.gemeten is None:
        return ""
    waiting = "" if not row.loopt else f", {fmt.number(row.loopt)} wachten nog"
    return f"helft binnen {duur_in_woorden(row.mediaan)}{waiting}"
