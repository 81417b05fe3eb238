"""Results on their page: what is asked, what is said of the answers, and beside which goal."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sdash import format as fmt
from sdash.figures import _deel
from sdash.normen import Doel, Maat, doel_van
from sdash.prognose.wilson import band
from sdash.queries import duur, resultaten
from sdash.ui import data, keuzelijst, viewer
from sdash.ui.data import Vraag
from sdash.ui.keuze import Keuze
from sdash.ui.koppen import TE_WEINIG, Kop

INDELINGEN: Final[dict[str, str]] = {
    "product": "Per product",
    "team": "Per team",
    "aanbieder": "Per aanbieder",
}
YEARS: Final = 2
MONTHS: Final = 3
GROUPS: Final = 40
NAAM: Final[dict[Maat, str]] = {
    "volgens_plan": "volgens plan geëindigd",
    "voortijdig": "voortijdig geëindigd",
    "zonder_zorg_zes": "zonder nieuwe zorg binnen 6 maanden",
    "zonder_zorg_twaalf": "zonder nieuwe zorg binnen 12 maanden",
    "op_tijd": "op tijd begonnen",
    "lichter": "verder met lichtere zorg",
    "opnieuw": "een nieuwe toewijzing binnen 6 maanden",
    "ervaring": "positief over de zorg",
}
OORDEEL: Final = {
    "gehaald": "doel gehaald",
    "niet gehaald": "doel niet gehaald",
    "onzeker": "doel: onzeker",
}
GEEN_DOEL: Final = (
    "De gemeente stelde geen doelen in; daarom wordt niets beoordeeld. De beheerder kan dat doen "
    "in de instellingen (doelen)."
)
OPEN: Final = "Een open punt in de lijn is een kwartaal dat nog niet klaar is."
LEZEN: Final = (
    (
        "Wie twee producten, teams of aanbieders heeft, telt bij elk: de aantallen mag u dus niet "
        "optellen."
    ),
    (
        "De band zegt tussen welke delen het ligt als u toeval meerekent (Wilson, 95 %). Ligt het "
        "doel in de band, dan is niet te zeggen of het is gehaald."
    ),
    (
        "Alleen een stopbericht (307) zegt hoe zorg eindigde. Wie overleed of verhuisde, telt bij "
        "het geheel, en niet bij volgens plan of voortijdig."
    ),
    (
        "Nieuwe zorg is zorg na meer dan 30 dagen zonder, bij welke aanbieder ook. Wie nog andere "
        "zorg heeft, telt daar niet mee, en wie korter geleden stopte nog niet."
    ),
    (
        "Lichter kan alleen wie uit een zwaardere laag van de regenboog komt. Een nieuwe "
        "toewijzing kan ook terecht zijn: vraag buiten waarom zij nodig was."
    ),
)


def indeling() -> str:
    """Along what the groups are divided; it draws the choice."""
    return keuzelijst.pick("resultaten", "indeling", "Verdeeld naar", INDELINGEN)


def doelen() -> tuple[Doel, ...]:
    """What the gemeente wants to reach."""
    return viewer.settings().doelen


def verloop(keuze: Keuze) -> Vraag[Any, resultaten.Verloop]:
    """How toewijzingen ended, quarter by quarter."""
    return keuze(resultaten.verloop, van=_since(keuze))


def afloop(keuze: Keuze, indeling: str = "totaal") -> Vraag[Any, resultaten.Afloop]:
    """How toewijzingen ended, by group."""
    return keuze(resultaten.afloop, van=_since(keuze), indeling=indeling, aantal=GROUPS)


def terug(keuze: Keuze, indeling: str = "totaal") -> Vraag[Any, resultaten.Terug]:
    """Who stayed without care after it, by group."""
    return keuze(resultaten.terug, van=_since(keuze), indeling=indeling, aantal=GROUPS)


def vervolg(keuze: Keuze) -> Vraag[Any, resultaten.Vervolg]:
    """Which toewijzing came next, by aanbieder."""
    return keuze(resultaten.vervolg, van=_since(keuze), aantal=GROUPS)


def wachten(keuze: Keuze) -> Vraag[Any, duur.Tijden]:
    """How many began in time, by aanbieder."""
    asked = {"soort": "toewijzing", "indeling": "aanbieder", "aantal": GROUPS}
    return keuze(duur.tijden, van=_since(keuze), **asked)


def ervaring(keuze: Keuze) -> Vraag[Any, resultaten.Ervaring]:
    """What clients said of their care."""
    return keuze(resultaten.ervaring)


def zin(keuze: Keuze) -> str:
    """The answer to the question of the page."""
    row = _only(data.rows(afloop(keuze)))
    if row is None:
        return "In deze twee jaar kwam geen stopbericht: hoe zorg eindigde, is niet te zeggen."
    if row.aandeel_plan is None:
        return "Hoe zorg eindigde, is van zo weinig mensen niet te zeggen."
    part = fmt.percent(row.aandeel_plan)
    said = f"Van de zorg die de laatste twee jaar eindigde, ging {part} volgens plan"
    if row.aandeel_voortijdig is None:
        return f"{said}."
    return f"{said} en stopte {fmt.percent(row.aandeel_voortijdig)} voortijdig."


def rij(keuze: Keuze) -> list[tuple[str, Kop]]:
    """The numbers on top: each beside what it is of, and beside its goal."""
    ended, later = _only(data.rows(afloop(keuze))), _only(data.rows(terug(keuze)))
    plan: _deel.Deel = (0, 0)
    early: _deel.Deel = (0, 0)
    half: _deel.Deel = (0, 0)
    whole: _deel.Deel = (0, 0)
    if ended is not None:
        plan = _deel.of(ended.volgens_plan, ended.toewijzingen)
        early = _deel.of(ended.voortijdig, ended.toewijzingen)
    if later is not None:
        half = _deel.of(later.zonder_zes, later.zes)
        whole = _deel.of(later.zonder_twaalf, later.twaalf)
    return [
        ("Volgens plan", kop("volgens_plan", plan, "toewijzingen")),
        ("Voortijdig", kop("voortijdig", early, "toewijzingen")),
        ("6 maanden geen nieuwe zorg", kop("zonder_zorg_zes", half, "mensen")),
        ("12 maanden geen nieuwe zorg", kop("zonder_zorg_twaalf", whole, "mensen")),
    ]


def kop(maat: Maat, deel: _deel.Deel, wie: str) -> Kop:
    """A part, on how many it rests, and what may be said of it beside its goal."""
    if deel is None:
        return TE_WEINIG
    part, count = deel
    if not count:
        return Kop("–", basis="niemand te volgen")
    share, said = fmt.percent(part / count), f"van {fmt.number(count)} {wie}"
    if doel := doel_van(doelen(), maat):
        oordeel = OORDEEL[doel.oordeel(*band(part, count))]
        return Kop(share, oordeel, f"{said}; doel {fmt.percent(doel.aandeel)}")
    return Kop(share, basis=f"{said}; geen doel gesteld")


def doelzinnen() -> list[str]:
    """Whose each goal is, and since when."""
    return [
        f"Doel: {'ten hoogste' if doel.is_lager else 'ten minste'} {fmt.percent(doel.aandeel)} "
        f"{NAAM[doel.maat]} ({doel.door}, {fmt.day(doel.op)})."
        for doel in doelen()
    ] or [GEEN_DOEL]


def voorlopig(keuze: Keuze) -> list[str]:
    """How much of it may still change."""
    row = _only(data.rows(afloop(keuze)))
    if row is None or not row.voorlopig:
        return []
    count = fmt.number(row.voorlopig)
    return [
        f"Van {count} toewijzingen is het einde voorlopig: ten hoogste 30 dagen geleden. {OPEN}"
    ]


def _since(keuze: Keuze) -> date:
    """The first day of a quarter, two years before."""
    day = keuze.peildatum
    month = day.month - (day.month - 1) % MONTHS
    return max(date(day.year - YEARS, month, 1), keuze.vanaf)


def _only(rows: Sequence[Any]) -> Any:  # noqa: ANN401  (a row of either query)
    """The one row of all together, or None when there is nothing."""
    return rows[0] if rows else None
