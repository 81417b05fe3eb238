"""Participatie: who has bijstand, who comes and leaves, and what trajecten and loonkosten do."""

from datetime import date
from typing import Literal

from sdash.queries import duur
from sdash.sql import Params, Query, Row

Verdeling = Literal["regeling", "leefvorm", "leeftijd", "trede", "wijk"]
Richting = Literal["instroom", "uitstroom"]


class Periode(Params):
    """From a day up to and with another."""

    van: date
    tot: date


class PeriodeWijk(Periode):
    """The same, and perhaps of one wijk."""

    wijk: str | None = None


class Selectie(PeriodeWijk):
    """The same, of who has bijstand in one way; what is None is not chosen."""

    regeling: str | None = None
    leefvorm: str | None = None
    leeftijd: str | None = None
    trede: str | None = None


class Verdeeld(PeriodeWijk):
    """The same, and along what it is divided."""

    verdeling: Verdeling | None = None


class Cohorten(PeriodeWijk):
    """Of fewer than enough nothing is estimated."""

    genoeg: int


class PerSoort(Periode):
    """Trajecten of a period, by kind, or by sector."""

    verdeling: Literal["sector"] | None = None


class Bekend(Row):
    """What files tell of."""

    van: date | None
    tot: date | None
    trajecten: bool
    redenen: bool


class PerMaand(Row):
    """One month: begin + instroom + erbij - uitstroom - weg = eind."""

    maand: date
    begin: int | None
    instroom: int | None
    erbij: int | None
    uitstroom: int | None
    weg: int | None
    eind: int | None


class PerLid(Row):
    """One member of a division on two days, or `totaal`; the same sum."""

    lid: str
    naam: str
    begin: int | None
    instroom: int | None
    erbij: int | None
    uitstroom: int | None
    weg: int | None
    eind: int | None


class Reden(Row):
    """Who came into bijstand, or left it, for one reason."""

    richting: Richting
    code: str
    naam: str
    clienten: int | None
    samen: int | None
    aandeel: float | None


class Cohort(duur.Verloop):
    """The part of those who came in one year that has bijstand longer than so many months."""


class Loonkosten(Row):
    """Loonkostensubsidie in one month: begin + instroom - uitstroom = eind."""

    maand: date
    begin: int | None
    instroom: int | None
    uitstroom: int | None
    eind: int | None
    kosten: float | None


class Traject(Row):
    """One kind of traject, one sector, or `totaal`."""

    lid: str
    lopend: int | None
    uit: int | None
    werk: int | None
    studie: int | None
    klaar: int | None
    gestopt: int | None
    onbekend: int | None
    hoger: int | None
    gelijk: int | None
    lager: int | None
    anders: int | None


bekend = Query("participatie/bekend", Params, Bekend)
per_maand = Query("participatie/per_maand", Selectie, PerMaand)
per_lid = Query("participatie/per_lid", Verdeeld, PerLid)
redenen = Query("participatie/redenen", PeriodeWijk, Reden)
cohorten = Query("participatie/cohorten", Cohorten, Cohort)
loonkosten = Query("participatie/loonkosten", Periode, Loonkosten)
trajecten = Query("participatie/trajecten", PerSoort, Traject)
