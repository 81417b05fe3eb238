"""Duration and waiting on their page: what is asked, and what is said of the answers."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sdash import format as fmt
from sdash.figures.duur import duur_in_woorden
from sdash.queries import duur as queries
from sdash.sql import Query
from sdash.ui import data
from sdash.ui.data import Vraag
from sdash.ui.keuze import Keuze
from sdash.ui.koppen import TE_WEINIG, Kop

YEARS: Final = 3
"""Care that began longer ago says little of care of now."""
LINES: Final = 4
GROUPS: Final = 40
ENOUGH: Final = 10
"""Of fewer no part is estimated: one person more or less would be a leap."""
NIET_OPTELLEN: Final = (
    "Wie twee producten heeft, telt bij beide: de aantallen mag u dus niet optellen."
)
TOT_NU_TOE: Final = (
    "Zorg die nog loopt telt mee zolang zij loopt. De laatste dertig dagen tellen niet mee: daarin "
    "kan zorg nog worden voortgezet."
)
KIES: Final = "Kies een product om zijn aanbieders naast elkaar te zien."
BENADERING: Final = (
    "Wachten is hier een benadering: hoe lang iemand vóór het verzoek of de toewijzing al "
    "wachtte, staat in geen bericht."
)


def indeling(keuze: Keuze) -> queries.Indeling:
    """By product; where one product is chosen, by aanbieder."""
    return "aanbieder" if "product" in keuze.chosen() else "product"


def zorg(keuze: Keuze, indeling: str = "totaal") -> Vraag[Any, queries.Tijden]:
    """How long care lasts that began in the last years."""
    return _vraag(keuze, queries.tijden, "zorg", indeling, GROUPS)


def zorg_verloop(keuze: Keuze, indeling: str) -> Vraag[Any, queries.Verloop]:
    """The same as lines."""
    return _vraag(keuze, queries.verloop, "zorg", indeling, LINES)


def wachten(
    keuze: Keuze, soort: queries.Soort, indeling: str = "totaal"
) -> Vraag[Any, queries.Tijden]:
    """How long people wait, of the last twelve months."""
    return _vraag(keuze, queries.tijden, soort, indeling, GROUPS)


def wacht_verloop(keuze: Keuze, soort: queries.Soort) -> Vraag[Any, queries.Verloop]:
    """The same as lines."""
    return _vraag(keuze, queries.verloop, soort, "totaal", LINES)


def rij(keuze: Keuze) -> list[tuple[str, Kop]]:
    """The row of numbers on top of the page."""
    toegewezen = _only(wachten(keuze, "toewijzing"))
    return [
        ("Zo lang duurt de helft van de zorg", _mediaan(_only(zorg(keuze)))),
        ("Van toewijzing tot start", _mediaan(toegewezen)),
        ("Wacht op start na toewijzing", _wacht(toegewezen)),
    ]


def zin(keuze: Keuze) -> str:
    """The answer to the question of the page."""
    lasts, waits = _only(zorg(keuze)), _only(wachten(keuze, "toewijzing"))
    if lasts is None or lasts.gemeten is None:
        first = "Hoe lang zorg duurt, is van zo weinig mensen niet te zeggen"
    elif lasts.mediaan is None:
        first = "Van de zorg die de laatste drie jaar begon, loopt meer dan de helft nog"
    else:
        first = f"De helft van de zorg is na {duur_in_woorden(lasts.mediaan)} voorbij"
    if waits is None or waits.binnen_norm is None or waits.norm is None:
        return f"{first}."
    part = fmt.percent(waits.binnen_norm)
    return f"{first}; na een toewijzing begint {part} binnen {waits.norm} weken."


def wachtzin(keuze: Keuze) -> str:
    """How long one waits for the start, in one sentence."""
    row = _only(wachten(keuze, "toewijzing"))
    if row is None or row.mediaan is None or row.gemeten is None:
        return "Hoe lang mensen na een toewijzing wachten, is hier niet te zeggen."
    still = "" if row.loopt is None else f"; {fmt.number(row.loopt)} mensen wachten nog"
    return f"Na een toewijzing begint de helft binnen {duur_in_woorden(row.mediaan)}{still}."


def punten(keuze: Keuze) -> list[str]:
    """What one has to know before one repeats a figure of this page."""
    toewijzing = _only(wachten(keuze, "toewijzing"))
    said = [BENADERING, *_achteraf(toewijzing, None)]
    if toewijzing and toewijzing.onbekend:
        count = fmt.number(toewijzing.onbekend)
        said.append(
            f"Van {count} mensen kwam geen startbericht, maar wel een declaratie: zij wachten niet "
            "meer, en tellen niet mee."
        )
    return [*said, TOT_NU_TOE, NIET_OPTELLEN, KIES]


def _achteraf(toewijzing: queries.Tijden | None, verzoek: queries.Tijden | None) -> list[str]:
    """Of how many the care was arranged after it had begun."""
    named = (("toegewezen", toewijzing), ("aangevraagd", verzoek))
    parts = [
        f"{fmt.percent(row.achteraf_aandeel)} achteraf {naam}"
        for naam, row in named
        if row and row.achteraf_aandeel is not None
    ]
    said = (
        f"Van de mensen is {fmt.listing(parts)}, toen de zorg al was begonnen: dat telt niet mee."
    )
    return [said] if parts else []


def _vraag(
    keuze: Keuze, query: Query[Any, Any], soort: queries.Soort, indeling: str, aantal: int
) -> Vraag[Any, Any]:
    van = _years_before(keuze) if soort == "zorg" else keuze.year_before
    more = {"genoeg": ENOUGH} if query is queries.verloop else {}
    return keuze(query, soort=soort, indeling=indeling, aantal=aantal, van=van, **more)


def _years_before(keuze: Keuze) -> date:
    day = keuze.peildatum
    return max(date(day.year - YEARS, day.month, 1), keuze.vanaf)


def _only(vraag: Vraag[Any, queries.Tijden]) -> queries.Tijden | None:
    """The one row of all together, or None when there is nothing."""
    rows: Sequence[queries.Tijden] = data.rows(vraag)
    return rows[0] if rows else None


def _mediaan(row: queries.Tijden | None) -> Kop:
    if row is None:
        return Kop("–", basis="geen gegevens voor deze keuze")
    if row.gemeten is None:
        return TE_WEINIG
    base = f"mediaan, van {fmt.number(row.gemeten)} mensen"
    if row.mediaan is None:
        return Kop("–", basis=f"meer dan de helft is nog niet voorbij, {base}")
    return Kop(duur_in_woorden(row.mediaan), basis=base)


def _wacht(row: queries.Tijden | None) -> Kop:
    if row is None:
        return Kop("–", basis="geen gegevens voor deze keuze")
    if row.loopt is None:
        return TE_WEINIG
    return Kop(fmt.number(row.loopt), basis="mensen, toegewezen in de laatste twaalf maanden")
