"""How long care and waiting last: what part lasts longer, on how many people that rests."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.figures import _bars, _overleving
from sdash.figures._overleving import WHOLE, Lijn
from sdash.figures.style import Figure, Look

if TYPE_CHECKING:
    from sdash.queries import duur as rijen

__all__ = ["binnen", "keukentafel", "mediaan", "treeknorm", "uitkomst", "verloop", "wachten"]

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


def treeknorm(
    aanmelding: Sequence["rijen.Tijden"], intake: Sequence["rijen.Tijden"], look: Look
) -> Figure:
    """How many were seen, and then helped, within the Treeknorm."""
    return _steps(("Van aanmelding tot intake", "Van intake tot start"), (aanmelding, intake), look)


def keukentafel(
    melding: Sequence["rijen.Tijden"], onderzoek: Sequence["rijen.Tijden"], look: Look
) -> Figure:
    """For how many the onderzoek, and then the besluit, came within the weeks of the Wmo."""
    return _steps(
        ("Van melding tot onderzoek", "Van onderzoek tot besluit"), (melding, onderzoek), look
    )


def uitkomst(uitkomst: Sequence["rijen.Uitkomst"], look: Look) -> Figure:
    """One bar an outcome of meldingen that are over; what ends without maatwerk is darker."""
    return _bars.listed(
        [
            _bars.Bar(
                row.uitkomst.capitalize(),
                None if row.clienten is None else (row.aandeel or 0) * WHOLE,
                _outcome(row),
                look.middle if row.maatwerk else look.neutral,
            )
            for row in uitkomst
            if row.maatwerk is not None
        ],
        look,
        eenheid="%",
    )


def _steps(names: tuple[str, str], steps: Sequence[Sequence["rijen.Tijden"]], look: Look) -> Figure:
    """One bar a step that follows another, with the whole as a mark."""
    return _bars.listed(
        [
            _bars.Bar(
                f"{naam}, binnen {row.norm} weken",
                None if row.gemeten is None else (row.binnen_norm or 0) * WHOLE,
                _within_words(row),
                look.neutral,
                WHOLE,
                onder=_also(row),
            )
            for naam, rows in zip(names, steps, strict=True)
            for row in rows
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


def _outcome(row: "rijen.Uitkomst") -> str:
    if row.clienten is None or row.aandeel is None:
        return fmt.HIDDEN
    return f"{fmt.percent(row.aandeel)} ({fmt.number(row.clienten)})"


def _also(row: "rijen.Tijden") -> str:
    """What else is known of who waits."""
    if row.mediaan is None or row.gemeten is None:
        return ""
    waiting = "" if not row.loopt else f", {fmt.number(row.loopt)} wachten nog"
    return f"helft binnen {duur_in_woorden(row.mediaan)}{waiting}"
