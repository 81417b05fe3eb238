"""In en uit: who comes into care, who leaves it, who goes on elsewhere and who comes back."""

from datetime import date
from typing import Literal

from sdash.domain import Wet
from sdash.sql import Params, Query, Row

Snede = Literal["wet", "product", "team", "wijk", "aanbieder", "verwijzer"]


class Periode(Params):
    """From a day up to and with another."""

    van: date
    tot: date


class Selectie(Periode):
    """Whose care is chosen in a period; what is None is not chosen."""

    wet: Wet | None = None
    product: str | None = None
    aanbieder: str | None = None
    verwijzer: str | None = None
    wijk: str | None = None
    team: str | None = None


class Bekend(Selectie):
    """A selection, and the day on which it is looked at."""

    vandaag: date


class Leden(Bekend):
    """The same, and along what it is cut."""

    snede: Snede | None = None


class PerMaand(Row):
    """One month: begin + nieuw + herinstroom + erbij - uitstroom - weg = eind."""

    maand: date
    begin: int | None
    nieuw: int | None
    herinstroom: int | None
    erbij: int | None
    uitstroom: int | None
    weg: int | None
    eind: int | None
    voorlopig: int | None


class PerLid(Row):
    """One member of a cut over the whole period, or `totaal`; the same sum."""

    lid: str
    naam: str
    begin: int | None
    nieuw: int | None
    herinstroom: int | None
    erbij: int | None
    uitstroom: int | None
    weg: int | None
    eind: int | None
    onderbroken: int | None
    voorlopig: int | None


per_maand = Query("stroom/per_maand", Bekend, PerMaand)
per_lid = Query("stroom/per_lid", Leden, PerLid)
