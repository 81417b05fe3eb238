"""What the page Berichten says first: how many are wrong, late or waiting, and what is to come."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from sdash import format as fmt
from sdash.prognose import zeggen
from sdash.queries import berichten, jaareinde
from sdash.ui import data, prognose
from sdash.ui.keuze import Keuze
from sdash.ui.koppen import TE_WEINIG, Kop

NOG_NIET: Final = "Daar is nog niets over te zeggen: daarvoor zijn meer maanden nodig."
DECLARATIE: Final = "325"


def rij(
    per_maand: Sequence[berichten.PerMaand],
    stops: Sequence[berichten.Stops],
    tijden: Sequence[berichten.Antwoordtijd],
) -> list[tuple[str, Kop]]:
    """The row of numbers on top of the page."""
    return [
        ("Afgewezen", afgewezen(per_maand)),
        ("Stops te laat", laat(stops)),
        ("Declaraties te laat beantwoord", te_laat(tijden)),
        ("Wacht te lang op antwoord", wacht(tijden)),
    ]


def nog_te_komen(keuze: Keuze) -> list[str]:
    """What is still to come of months that were, or why that is not said of this selection."""
    if keuze(jaareinde.kern, gezegd=zeggen.NIETS).buiten:
        return ["Wat nog moet komen, is alleen per wet en taakveld te schatten."]
    kern = data.one(prognose.vraag(keuze, jaareinde.kern))
    return prognose.nog_binnen(kern, data.rows(prognose.verloop(keuze))) or [NOG_NIET]


def afgewezen(per_maand: Sequence[berichten.PerMaand]) -> Kop:
    """What was rejected of what was declared; hidden when a part of it is."""
    parts = [(row.afgewezen, row.ingediend) for row in per_maand]
    known = [(part, whole) for part, whole in parts if part is not None and whole is not None]
    if len(known) < len(parts):
        return TE_WEINIG
    part = sum((part for part, _ in known), Decimal())
    whole = sum((whole for _, whole in known), Decimal())
    share = fmt.percent(part / whole, 1) if whole else ""
    return Kop(fmt.euro_short(part), share, "van wat is ingediend")


def laat(stops: Sequence[berichten.Stops]) -> Kop:
    """How many stops came late; hidden when a part of them is."""
    known = [
        (row.laat, row.stops) for row in stops if row.laat is not None and row.stops is not None
    ]
    if len(known) < len(stops):
        return TE_WEINIG
    return _of(sum(part for part, _ in known), sum(whole for _, whole in known), "van de stops")


def te_laat(tijden: Sequence[berichten.Antwoordtijd]) -> Kop:
    """How many declaraties were answered after the norm."""
    found = [row for row in tijden if row.bericht == DECLARATIE]
    late, all_of_them = sum(row.te_laat for row in found), sum(row.beantwoord for row in found)
    return _of(late, all_of_them, "van de antwoorden")


def wacht(tijden: Sequence[berichten.Antwoordtijd]) -> Kop:
    """How many declaraties wait for an answer for longer than the norm."""
    found = sum(row.wacht for row in tijden if row.bericht == DECLARATIE)
    return Kop(fmt.number(found), basis="declaraties, langer dan tien werkdagen")


def _of(part: int, whole: int, base: str) -> Kop:
    return Kop(fmt.number(part), fmt.percent(part / whole) if whole else "", base)
