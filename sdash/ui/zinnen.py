"""Sentences, written from the rows of an answer."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from sdash import format as fmt
from sdash.clock import AMSTERDAM
from sdash.domain import WET_NAAM, Wet
from sdash.figures.uitgaven import incomplete
from sdash.queries import caseload, gegevens, overzicht, uitgaven, wijkprofiel
from sdash.queries.regenboog import Laag

MONTHS: Final = 12
SOORT: Final = {
    **{
        f"{wet.upper()}{nummer}": f"{naam} {WET_NAAM[wet]}"
        for nummer, naam in {
            "301": "toewijzingen",
            "302": "retouren op toewijzingen",
            "305": "startberichten",
            "306": "retouren op startberichten",
            "307": "stopberichten",
            "308": "retouren op stopberichten",
            "315": "verzoeken",
            "316": "retouren op verzoeken",
            "317": "verzoeken om wijziging",
            "318": "retouren op verzoeken om wijziging",
            "319": "antwoorden op verzoeken",
            "320": "retouren op antwoorden op verzoeken",
            "323": "declaraties",
            "325": "antwoorden op declaraties",
        }.items()
        for wet in (Wet.JW, Wet.WMO)
    },
    "begroting": "de begroting",
    "aanbieders": "de aanbieders",
    "teams": "de teams",
    "casussen": "de casussen van de teams",
    "casustaken": "de taken in de casussen",
    "postcodes": "de postcodes",
    "kerncijfers": "de kerncijfers",
    "kaart": "de kaart",
    "intrekking": "een intrekking",
    "trendnotitie": "een notitie bij een signaal",
    "verwijdering": "wat na de bewaartermijn is verwijderd",
    "verwijderd": "een levering waarvan de bewaartermijn voorbij is",
    "contracten": "de contracten",
    "tarieven": "de tarieven",
    "formatie": "de formatie van de teams",
    "wijkteams": "de wijkteams en jeugdteams",
    "uitkeringen": "de uitkeringen",
    "trajecten": "de trajecten",
    "pgb": "de pgb's",
    "taakgericht": "de taakgerichte kosten",
    "subsidies": "de subsidies",
    "eigen_bijdragen": "de eigen bijdragen",
    "reserves": "de reserves",
    "betalingen": "de betalingen",
    "verwijzingen": "de verwijzingen",
    "medicatie": "het gebruik van medicijnen",
    "vroegsignalen": "de vroegsignalen van schulden",
    "wachttijden": "de wachttijden",
    "meldingen": "de meldingen voor de Wmo",
    "clientervaring": "de ervaringen van cliënten",
    "huishoudens": "de huishoudens",
    "leefgebieden": "de leefgebieden met een probleem",
    "plannen": "de plannen van huishoudens",
    "iv3": "de Iv3-cijfers van gemeenten",
    "iv3_totalen": "de Iv3-totalen van gemeenten",
    "gemeentefonds": "het gemeentefonds",
    "gemeentekenmerken": "de kenmerken van gemeenten",
}


def koers(kern: uitgaven.Kern, jaar: int) -> str:
    """Whether the year is on course, in one sentence."""
    if kern.ingediend is None or kern.laatste_maand is None:
        return f"Over {jaar} is er niets dat getoond kan worden."
    said = f"In {jaar} is tot nu toe {fmt.euro_short(kern.ingediend)} ingediend"
    if not kern.begroot:
        return f"{said}; bij deze keuze hoort geen begroting."
    share = fmt.percent(kern.ingediend / kern.begroot)
    passed = fmt.percent(Decimal(kern.laatste_maand.month) / MONTHS)
    source = "fictieve begroting" if kern.begroot_fictief else "begroting"
    until = f"tot en met {fmt.month_name(kern.laatste_maand)} is {passed} van het jaar voorbij"
    return f"{said}, {share} van de {source}; {until}."


def bron(volledigheid: Sequence[uitgaven.Volledigheid]) -> str:
    """Where figures about money come from, and up to which month they are complete."""
    open_months = incomplete(volledigheid)
    done = [row.maand for row in volledigheid if row.maand < min(open_months, default=date.max)]
    until = f"volledig t/m {fmt.month_name(max(done))}" if done else "nog geen maand volledig"
    return f"declaraties; begroting met pgb, toegang en beleid; {until}"


def mensen(kern: caseload.Kern) -> str:
    """How many people have care, and how many came and went."""
    if kern.clienten is None:
        return "Hoeveel mensen ondersteuning krijgen, kan hier niet getoond worden."
    said = f"{fmt.number(kern.clienten)} mensen krijgen ondersteuning"
    if kern.instroom is None or kern.uitstroom is None:
        return f"{said}."
    came, left = fmt.number(kern.instroom), fmt.number(kern.uitstroom)
    return f"{said}; in twaalf maanden kwamen er {came} bij en gingen er {left} weg."


def regenboog(lagen: Sequence[Laag]) -> str:
    """What the innermost layer, which everyone hopes to prevent, asks of people and money."""
    innermost = lagen[-1] if lagen else None
    if innermost is None or innermost.clienten is None or innermost.bedrag is None:
        return "Van eigen kracht tot gedwongen hulp: mensen en geld per laag."
    return (
        f"{innermost.naam}: {fmt.number(innermost.clienten)} mensen, "
        f"{fmt.euro_short(innermost.bedrag)}."
    )


def wijk(profiel: Sequence[wijkprofiel.Profiel], wijk: str, indicator: str) -> str:
    """One kerncijfer of a wijk beside its gemeente."""
    found = next((row for row in profiel if row.indicator == indicator), None)
    if found is None or found.waarde is None:
        return f"{indicator}: voor {wijk} is geen cijfer gepubliceerd."
    said = f"{indicator}: {wijk} {fmt.measure(found.waarde, found.eenheid)}"
    if found.gemeente is None:
        return f"{said}."
    return f"{said}, de gemeente {fmt.measure(found.gemeente, found.eenheid)}."


def ingelezen(bronnen: Sequence[gegevens.Bron]) -> str:
    """How much of what came in was right, in one sentence."""
    read, accepted = sum(b.gelezen for b in bronnen), sum(b.geaccepteerd for b in bronnen)
    if not read:
        return "Er is nog niets ingelezen."
    counts = f"{fmt.number(accepted)} van {fmt.number(read)}"
    return f"{counts} ontvangen regels konden zonder bezwaar worden ingelezen."


def soort(soort: str | None) -> str:
    """What a kind of file is called: `declaraties Jeugd`."""
    return SOORT.get(soort or "", soort or "een bestand dat niet te lezen was")


def stroom(binnen: Sequence[overzicht.Stroom], now: datetime) -> list[str]:
    """One line a file, no more precise than its kind."""
    return [f"{_when(row.ontvangen_op, now)} {soort(row.soort)}{_refused(row)}" for row in binnen]


def _when(moment: datetime, now: datetime) -> str:
    today = moment.astimezone(AMSTERDAM).date() == now.astimezone(AMSTERDAM).date()
    return fmt.clock(moment) if today else fmt.moment(moment)


def _refused(row: overzicht.Stroom) -> str:
    if not row.afgekeurd:
        return ""
    return f", {fmt.number(row.afgekeurd)} afgekeurd"
