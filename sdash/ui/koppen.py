"""Headline numbers, written from the rows of an answer: none of them alone, none of them hidden."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from sdash import format as fmt
from sdash.queries import caseload, gegevens, uitgaven, wijkprofiel

TOTAL: Final = "totaal"


@dataclass(frozen=True)
class Kop:
    """The number on top of a tile, its change, and what that change is measured against."""

    waarde: str
    verandering: str = ""
    basis: str = ""
    pijl: Literal["up", "down", "off"] = "off"


TE_WEINIG: Final = Kop("–", basis=fmt.HIDDEN)


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


def teams(gebruik: Sequence[wijkprofiel.GebruikTeam]) -> Kop:
    """The team in whose area most inhabitants have care."""
    shown = [row for row in gebruik if row.aandeel is not None]
    if not shown:
        return TE_WEINIG
    top = max(shown, key=lambda row: row.aandeel or 0)
    return Kop(fmt.percent(top.aandeel or 0, 1), top.team, "het hoogst van alle teams")


def leveringen(bronnen: Sequence[gegevens.Bron]) -> Kop:
    """How many files came in, of how many kinds."""
    files = sum(bron.leveringen for bron in bronnen)
    kinds = len({bron.soort for bron in bronnen if bron.soort})
    return Kop(
        fmt.number(files), basis=f"van {kinds} {'soort' if kinds == 1 else 'soorten'} bronnen"
    )


def aangenomen(bronnen: Sequence[gegevens.Bron]) -> Kop:
    """How many records count."""
    return _of_read(bronnen, sum(bron.geaccepteerd for bron in bronnen))


def afgekeurd(bronnen: Sequence[gegevens.Bron]) -> Kop:
    """How many records do not count."""
    return _of_read(bronnen, sum(bron.afgekeurd for bron in bronnen))


def _of_read(bronnen: Sequence[gegevens.Bron], part: int) -> Kop:
    read = sum(bron.gelezen for bron in bronnen)
    share = fmt.percent(part / read, 2) if read else ""
    return Kop(fmt.number(part), share, "van de regels die zijn gelezen")


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
