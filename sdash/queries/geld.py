"""Geld: the budget of a year, what of it is spent or promised, and what is left."""

from decimal import Decimal

from sdash.domain import Wet
from sdash.sql import Params, Query, Row


class Welke(Params):
    """Of which wet; all of them without one."""

    wet: Wet | None = None


class Jaar(Welke):
    """A calendar year of delivery, of one wet or of all."""

    jaar: int


class EenJaar(Params):
    """A calendar year of delivery."""

    jaar: int


class PerTaakveld(Row):
    """One taakveld in a year: its budget, and what of it is spent, promised and left."""

    wet: Wet | None
    taakveld: str
    naam: str
    begroot: Decimal | None
    toegekend: Decimal | None
    in_behandeling: Decimal | None
    buiten: Decimal | None
    verplicht: Decimal | None
    vrij: Decimal | None
    zonder_prijs: int | None


class Buiten(Row):
    """What files tell of the costs of one taakveld in a year, beside its budget."""

    wet: Wet | None
    taakveld: str
    naam: str
    begroot: Decimal | None
    buiten: Decimal | None


class PerDeel(Row):
    """One wet in a year, without or of beschermd wonen and opvang."""

    wet: Wet | None
    opvang: bool
    begroot: Decimal | None
    begroot_stil: Decimal | None
    begroot_fictief: bool
    toegekend: Decimal | None
    in_behandeling: Decimal | None
    buiten: Decimal | None
    verplicht: Decimal | None
    vrij: Decimal | None
    zonder_prijs: int | None


class LastenBaten(Row):
    """One taakveld in a year: its versions of lasten, and its baten."""

    wet: Wet | None
    taakveld: str
    naam: str
    begroot_primitief: Decimal | None
    begroot: Decimal | None
    begroot_wijziging: Decimal | None
    begroot_baten: Decimal | None
    rekening: Decimal | None
    saldo: Decimal | None
    baten: Decimal | None
    betaald: Decimal | None


class Niveau(Row):
    """Youth care of one kind, bought at one level."""

    taakveld: str
    naam: str
    niveau: str
    begroot: Decimal | None
    ingediend: Decimal | None


class Reeks(Row):
    """Taakvelden of one meaning in a year."""

    reeks: str
    jaar: int
    indeling: int
    doorgaand: bool
    begroot: Decimal | None
    rekening: Decimal | None
    taakvelden: str


class Reserve(Row):
    """A reserve in a year."""

    reserve: str
    jaar: int
    stand: Decimal
    storting: Decimal
    onttrekking: Decimal
    klopt: bool | None


per_taakveld = Query("geld/per_taakveld", Jaar, PerTaakveld)
buiten = Query("geld/buiten", Jaar, Buiten)
per_deel = Query("geld/per_deel", Jaar, PerDeel)
lasten_baten = Query("geld/lasten_baten", Jaar, LastenBaten)
niveau = Query("geld/niveau", EenJaar, Niveau)
reeks = Query("geld/reeks", Welke, Reeks)
reserve = Query("geld/reserve", Params, Reserve)
