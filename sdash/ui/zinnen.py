"""Sentences and headline numbers, written from the rows of an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final, Literal

from sdash import format as fmt
from sdash.clock import AMSTERDAM
from sdash.figures.uitgaven import incomplete
from sdash.queries import caseload, overzicht, uitgaven, wijkprofiel
from sdash.queries.regenboog import Laag

MONTHS: Final = 12
TOTAL: Final = "totaal"
SOORT: Final = {
    "JW301": "toewijzingen Jeugd",
    "WMO301": "toewijzingen Wmo",
    "JW305": "startberichten Jeugd",
    "WMO305": "startberichten Wmo",
    "JW307": "stopberichten Jeugd",
    "WMO307": "stopberichten Wmo",
    "JW315": "verzoeken Jeugd",
    "WMO315": "verzoeken Wmo",
    "JW323": "declaraties Jeugd",
    "WMO323": "declaraties Wmo",
    "JW325": "antwoorden op declaraties Jeugd",
    "WMO325": "antwoorden op declaraties Wmo",
    "begroting": "de begroting",
    "aanbieders": "de aanbieders",
    "teams": "de teams",
    "casussen": "de casussen van de teams",
    "postcodes": "de postcodes",
    "kerncijfers": "de kerncijfers",
    "kaart": "de kaart",
}


@dataclass(frozen=True)
class Kop:
    """The number on top of a tile, its change, and what that change is measured against."""

    waarde: str
    verandering: str = ""
    basis: str = ""
    pijl: Literal["up", "down", "off"] = "off"


TE_WEINIG: Final = Kop("–", basis=fmt.HIDDEN)


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
    return f"declaraties en begroting, {until}"


def geld(kern: uitgaven.Kern) -> Kop:
    """What was billed this year, against the same months of the year before."""
    if kern.ingediend is None:
        return TE_WEINIG
    before, last = kern.ingediend_vorig_jaar, kern.laatste_maand
    if not before or last is None or kern.ingediend_tot is None:
        return Kop(fmt.euro_short(kern.ingediend), basis="geen cijfers van een jaar eerder")
    growth = kern.ingediend_tot / before - 1
    base = f"t.o.v. t/m {fmt.month(_year_before(last))}"
    return Kop(fmt.euro_short(kern.ingediend), fmt.change(growth), base, _arrow(growth))


def toegekend(kern: uitgaven.Kern) -> Kop:
    """What of it was granted."""
    return _part(kern.toegekend, kern.ingediend, "van wat is ingediend")


def in_behandeling(kern: uitgaven.Kern) -> Kop:
    """What of it still waits for an answer."""
    return _part(kern.in_behandeling, kern.ingediend, "van wat is ingediend")


def begroting(kern: uitgaven.Kern) -> Kop:
    """The budget of the whole year, and how much of it is used."""
    if kern.begroot is None:
        return Kop("–", basis="bij deze keuze hoort geen begroting")
    source = "van het jaar, fictief" if kern.begroot_fictief else "van het hele jaar"
    if kern.ingediend is None:
        return Kop(fmt.euro_short(kern.begroot), basis=source)
    used = fmt.percent(kern.ingediend / kern.begroot)
    return Kop(fmt.euro_short(kern.begroot), f"{used} ingediend", source)


def clienten(kern: caseload.Kern, verloop: Sequence[caseload.Verloop]) -> Kop:
    """How many people have care, against the end of the same month a year before."""
    if kern.clienten is None:
        return TE_WEINIG
    last = verloop[-1].maand if verloop else None
    before = next((row for row in verloop if last and row.maand == _year_before(last)), None)
    if before is None or before.eind is None:
        return Kop(fmt.number(kern.clienten), basis="geen cijfer van een jaar eerder")
    net = kern.clienten - before.eind
    base = f"t.o.v. eind {fmt.month(before.maand)}"
    return Kop(fmt.number(kern.clienten), _signed(net), base, _arrow(net))


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


def instroom(kern: caseload.Kern) -> Kop:
    """How many people came in a year, and how many of them came back."""
    if kern.instroom is None:
        return TE_WEINIG
    back = "" if kern.herinstroom is None else f"{fmt.number(kern.herinstroom)} kwamen terug"
    return Kop(fmt.number(kern.instroom), back, "in twaalf maanden")


def uitstroom(kern: caseload.Kern) -> Kop:
    """How many people left in a year."""
    if kern.uitstroom is None:
        return TE_WEINIG
    return Kop(fmt.number(kern.uitstroom), basis="in twaalf maanden")


def casussen(kern: caseload.Kern) -> Kop:
    """The cases of the teams, and how many of those who came were known before."""
    if kern.casussen is None:
        return TE_WEINIG
    if not kern.casussen_instroom or kern.casussen_bekend is None:
        return Kop(fmt.number(kern.casussen), basis="bij de sociale teams")
    known = fmt.percent(kern.casussen_bekend / kern.casussen_instroom)
    return Kop(fmt.number(kern.casussen), f"{known} al bekend", "bij instroom; 40 % in 2018")


def wijken(gebruik: Sequence[wijkprofiel.Gebruik]) -> Kop:
    """The wijk where most inhabitants have care."""
    shown = [row for row in gebruik if row.wet == TOTAL and row.aandeel is not None]
    if not shown:
        return TE_WEINIG
    top = max(shown, key=lambda row: row.aandeel or 0)
    share = fmt.percent(top.aandeel or 0, 1)
    return Kop(share, top.naam, "het hoogst van alle wijken")


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


def _part(part: Decimal | None, whole: Decimal | None, base: str) -> Kop:
    if part is None or whole is None:
        return TE_WEINIG
    share = fmt.percent(part / whole) if whole else ""
    return Kop(fmt.euro_short(part), share, base)


def _year_before(month: date) -> date:
    return date(month.year - 1, month.month, 1)


def _signed(change: int) -> str:
    return f"+{fmt.number(change)}" if change > 0 else fmt.number(change)


def _arrow(change: Decimal | int) -> Literal["up", "down", "off"]:
    if change == 0:
        return "off"
    return "up" if change > 0 else "down"
