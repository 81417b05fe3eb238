"""Plafonds: the most that may be claimed under a contract in a year, and how much of it is used."""

from datetime import date
from decimal import Decimal

from sdash.domain import Wet
from sdash.sql import Params, Query, Row


class Jaar(Params):
    """A calendar year of delivery; what is None is not chosen."""

    jaar: int
    wet: Wet | None = None
    aanbieder: str | None = None


class Gekozen(Params):
    """One plafond in a year, by its code."""

    jaar: int
    plafond: str


class Stand(Row):
    """A plafond, and what was declared under it."""

    code: str
    wet: Wet
    aanbieder: str
    naam: str
    contractnummer: str
    product: str
    niveau: str
    van: date
    tot: date
    plafond: Decimal
    clienten: int | None
    ingediend: Decimal | None
    toegekend: Decimal | None
    in_behandeling: Decimal | None
    gebruikt: Decimal | None
    aandeel: float | None


class Verloop(Row):
    """One month under a plafond."""

    maand: date
    clienten: int | None
    ingediend: Decimal | None
    toegekend: Decimal | None
    gebruikt: Decimal | None


class Kern(Row):
    """All plafonds of a year together."""

    aantal: int
    plafond: Decimal | None
    clienten: int | None
    ingediend: Decimal | None
    gebruikt: Decimal | None
    ingediend_buiten: Decimal | None


class Bereik(Row):
    """What a plafond is about, through the years and within one."""

    code: str
    wet: Wet
    aanbieder: str
    contractnummer: str
    categorie: str | None
    productcode: str | None
    begin: date
    van: date
    tot: date
    plafond: Decimal


class Heel(Params):
    """A calendar year, whoever is chosen."""

    jaar: int


stand = Query("plafonds/stand", Jaar, Stand)
verloop = Query("plafonds/verloop", Gekozen, Verloop)
kern = Query("plafonds/kern", Jaar, Kern)
bereik = Query("plafonds/bereik", Heel, Bereik)
