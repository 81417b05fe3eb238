"""Along what the stream of people is cut: one choice under the filters, and what is said of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sdash import format as fmt
from sdash.queries import stroom
from sdash.ui import filters, keuzelijst
from sdash.ui.keuze import Keuze
from sdash.ui.koppen import TE_WEINIG, Kop

SNEDES: Final = {
    "product": "Per product",
    "wet": "Per wet",
    "team": "Per team",
    "wijk": "Per wijk",
    "aanbieder": "Per aanbieder",
    "verwijzer": "Per verwijzer",
}
MONTHS: Final = 12
BERICHTEN: Final = "toewijzingen, start en stop (301, 305, 307)"
TEAMS: Final = "eigen bestand van de sociale teams"
LEZEN: Final = (
    (
        "Wie twee producten, aanbieders of teams heeft, telt bij beide. De rijen zijn daarom niet "
        "op te tellen; bovenaan de tabel telt iedereen één keer."
    ),
    (
        "Begin + nieuw + terug + van elders − uit zorg − naar elders = eind, in elke rij. Zijn "
        "cijfers afgerond, dan kan dat iets schelen."
    ),
    (
        "Van elders en naar elders is doorstroom: wie van product, aanbieder of team wisselt, komt "
        "niet in zorg en gaat er niet uit. Een gat van ten hoogste 30 dagen telt overal als zorg."
    ),
    "Nieuw is wie nooit eerder zorg had, voor zover onze berichten teruggaan.",
    "Verwijzers staan alleen in een verzoek (315). Zonder verzoek is de verwijzer onbekend.",
    (
        "Wie een team al kende en wie eerder zorg had, zijn twee verschillende dingen: het eerste "
        "zegt het team zelf, het tweede volgt uit berichten. De lijn van 2018 gaat over de teams."
    ),
    "Wijk en team zijn die van waar iemand nu woont; wie verhuist, neemt zijn geschiedenis mee.",
)


class Stroom(Keuze):
    """What is chosen on the page, with the cut and the twelve months up to the peildatum."""

    @property
    def snede(self) -> str:
        """Along what it is cut."""
        return self.codes["snede"]

    def _values(self) -> dict[str, Any]:
        return {
            **super()._values(),
            "van": max(first_day(self.peildatum), self.vanaf),
            "tot": self.peildatum,
            "vandaag": self.today,
            "snede": self.snede,
        }


def first_day(last: date) -> date:
    """The first day of the twelve months of which this is the last day."""
    number = last.year * 12 + last.month - MONTHS
    return date(number // 12, number % 12 + 1, 1)


def keuze(page: str) -> Stroom:
    """What is chosen on the page; it draws the choice of the cut."""
    chosen = filters.keuze(page)
    snede = keuzelijst.pick(page, "snede", "Verdeeld naar", SNEDES)
    fields = {name: getattr(chosen, name) for name in chosen.__dataclass_fields__}
    codes = {**chosen.codes, "snede": snede}
    return Stroom(**{**fields, "codes": codes, "words": {**chosen.words, "snede": SNEDES[snede]}})


def zin(kern: stroom.PerLid, keuze: Stroom) -> str:
    """Whether more people came than left, in one sentence."""
    if kern.begin is None or kern.eind is None:
        return "Hoeveel mensen erbij kwamen en weggingen, kan hier niet getoond worden."
    change = kern.eind - kern.begin
    until = fmt.day(keuze.peildatum)
    if change == 0:
        same = f"hebben evenveel mensen zorg als twaalf maanden eerder: {fmt.number(kern.eind)}"
        return f"Op {until} {same}."
    more = "meer" if change > 0 else "minder"
    return (
        f"Op {until} hebben {fmt.number(kern.eind)} mensen zorg, "
        f"{fmt.number(abs(change))} {more} dan twaalf maanden eerder."
    )


def koppen(kern: stroom.PerLid) -> list[tuple[str, Kop]]:
    """The numbers on top: each beside what it is of."""
    back = _of(kern.herinstroom, "na meer dan 30 dagen zonder zorg")
    elsewhere = [
        ("Van elders", _of(kern.erbij, "hadden al andere zorg")),
        ("Naar elders", _of(kern.weg, "houden andere zorg")),
    ]
    return [
        ("Nieuw in zorg", _of(kern.nieuw, "in twaalf maanden")),
        ("Terug in zorg", back),
        ("Uit zorg", _of(kern.uitstroom, _provisional(kern))),
        *(elsewhere if kern.erbij != 0 or kern.weg != 0 else []),
        ("Ligt stil", _of(kern.onderbroken, "onderbroken (reden 20), nog niet hervat")),
    ]


def bekend(rows: Sequence[stroom.Bekend]) -> str:
    """How many of the newest casussen a team knew, beside what it was in 2018."""
    share = rows[-1].aandeel if rows else None
    if share is None:
        return "In 2018 kende het team ruim 40 % van de nieuwe casussen al."
    return f"Van de nieuwe casussen kende het team {fmt.percent(share)} al; in 2018 ruim 40 %."


def terug(rows: Sequence[stroom.Terug]) -> str:
    """How many of those who came into care had care before."""
    share = rows[-1].aandeel if rows else None
    if share is None:
        return "Hoeveel mensen eerder zorg hadden, kan hier niet getoond worden."
    return f"Van wie in zorg kwam, had {fmt.percent(share)} eerder zorg."


def herhaald(row: stroom.Herhaald) -> str:
    """Herhaald beroep as CBS counts it, and how far back we know."""
    if row.aandeel is None or row.herhaald is None or row.instroom is None:
        return "Herhaald beroep op jeugdhulp kan hier niet getoond worden."
    since = (
        f"; wij weten het sinds {fmt.month_name(row.vanaf)} {row.vanaf.year}" if row.vanaf else ""
    )
    return (
        f"Herhaald beroep: van {fmt.number(row.instroom)} jongeren die met jeugdhulp begonnen, "
        f"hadden er {fmt.number(row.herhaald)} ({fmt.percent(row.aandeel)}) eerder jeugdhulp. CBS "
        f"kijkt vijf jaar terug{since}."
    )


def _of(count: int | None, basis: str) -> Kop:
    return TE_WEINIG if count is None else Kop(fmt.number(count), basis=basis)


def _provisional(kern: stroom.PerLid) -> str:
    if kern.voorlopig is None:
        return "die van de laatste 30 dagen zijn voorlopig"
    return f"{fmt.number(kern.voorlopig)} voorlopig: ten hoogste 30 dagen geleden"
