"""Uitgaven: what the care of a month or year costs, and of whose budget."""

from datetime import date
from decimal import Decimal

from sdash.domain import Wet
from sdash.sql import Params, Query, Row


class Jaar(Params):
    """A calendar year of delivery."""

    jaar: int


class Selectie(Jaar):
    """What is chosen of a year; what is None is not chosen."""

    wet: Wet | None = None
    domein: str | None = None
    product: str | None = None
    aanbieder: str | None = None
    wijk: str | None = None
    team: str | None = None


class Regels(Selectie):
    """A selection of lines, and how many at most."""

    aantal: int


class Jaarstand(Selectie):
    """A selection, and from which part of the busiest month on a month counts as reached."""

    genoeg: float | None = None


class Totaal(Row):
    """One wet in a year, beside its budget."""

    wet: Wet
    ingediend: Decimal | None
    toegekend: Decimal | None
    in_behandeling: Decimal | None
    begroot: Decimal | None


class PerMaand(Row):
    """One wet in a month."""

    maand: date
    wet: Wet
    ingediend: Decimal | None
    toegekend: Decimal | None
    in_behandeling: Decimal | None


class Verloop(Row):
    """One wet in a month, within a selection."""

    maand: date
    wet: Wet
    clienten: int | None
    ingediend: Decimal | None
    toegekend: Decimal | None
    in_behandeling: Decimal | None


class Kern(Row):
    """A year on top of the page."""

    clienten: int | None
    ingediend: Decimal | None
    toegekend: Decimal | None
    in_behandeling: Decimal | None
    begroot: Decimal | None
    begroot_fictief: bool | None
    laatste_maand: date | None
    ingediend_tot: Decimal | None
    ingediend_vorig_jaar: Decimal | None


class PerTaakveld(Row):
    """One taakveld in a year, beside its budget."""

    wet: Wet | None
    taakveld: str
    naam: str
    clienten: int | None
    ingediend: Decimal | None
    begroot: Decimal | None


class PerProduct(Row):
    """One productcategorie in a year."""

    wet: Wet
    categorie: str
    naam: str
    clienten: int | None
    ingediend: Decimal | None
    toegekend: Decimal | None
    in_behandeling: Decimal | None


class PerAanbieder(Row):
    """One aanbieder in a year."""

    aanbieder: str
    naam: str
    clienten: int | None
    ingediend: Decimal | None
    toegekend: Decimal | None
    in_behandeling: Decimal | None


class PerWijk(Row):
    """The people of one wijk in a year."""

    wijk_code: str
    naam: str
    clienten: int | None
    ingediend: Decimal | None
    toegekend: Decimal | None
    in_behandeling: Decimal | None


class Regel(Row):
    """One declaration line, without the person."""

    maand: date
    wet: Wet
    aanbieder: str
    naam: str
    declaratienummer: str
    referentienummer: str
    categorie: str
    productcode: str
    bedrag: Decimal
    status: str
    vlaggen: tuple[str, ...]
    bestand: str


class Volledigheid(Row):
    """How much of the active toewijzingen of a month was declared so far."""

    maand: date
    wet: Wet
    toewijzingen: int | None
    gedeclareerd: int | None
    aandeel: float | None


class Keuze(Row):
    """One value that a filter can take."""

    soort: str
    code: str
    naam: str


class JaarMetRegels(Row):
    """A year that can be chosen."""

    jaar: int


totaal = Query("uitgaven/totaal", Jaar, Totaal)
per_maand = Query("uitgaven/per_maand", Jaar, PerMaand)
verloop = Query("uitgaven/verloop", Selectie, Verloop)
kern = Query("uitgaven/kern", Jaarstand, Kern)
per_taakveld = Query("uitgaven/per_taakveld", Selectie, PerTaakveld)
per_product = Query("uitgaven/per_product", Selectie, PerProduct)
per_aanbieder = Query("uitgaven/per_aanbieder", Selectie, PerAanbieder)
per_wijk = Query("uitgaven/per_wijk", Selectie, PerWijk)
regels = Query("uitgaven/regels", Regels, Regel)
volledigheid = Query("uitgaven/volledigheid", Jaar, Volledigheid)
keuzes = Query("uitgaven/keuzes", Jaar, Keuze)
jaren = Query("uitgaven/jaren", Params, JaarMetRegels)
