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


class PeriodeTeam(Periode):
    """A period and perhaps one team."""

    team: str | None = None


class PeriodeWijk(Periode):
    """A period and perhaps one wijk."""

    wijk: str | None = None


class Gezien(Selectie):
    """A selection, and the day on which it is looked at."""

    vandaag: date


class Leden(Gezien):
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


class Bekend(Row):
    """What came to the teams in twelve months, and what of it they knew."""

    maand: date
    casussen_instroom: int | None
    casussen_bekend: int | None
    aandeel: float | None


class Terug(Row):
    """Who came into care in twelve months, and who of them came back."""

    maand: date
    nieuw: int | None
    herinstroom: int | None
    instroom: int | None
    aandeel: float | None


class Terugkeer(Row):
    """Who came back after one product ended, by how long ago that was."""

    product: str
    naam: str
    tot_drie: int | None
    tot_zes: int | None
    tot_twaalf: int | None
    tot_twee: int | None
    later: int | None
    terug: int | None


class Herhaald(Row):
    """Whose jeugdhulp began, and who of them had it before."""

    instroom: int | None
    herhaald: int | None
    aandeel: float | None
    vanaf: date | None


per_maand = Query("stroom/per_maand", Gezien, PerMaand)
per_lid = Query("stroom/per_lid", Leden, PerLid)
bekend = Query("stroom/bekend", PeriodeTeam, Bekend)
terug = Query("stroom/terug", Selectie, Terug)
terugkeer = Query("stroom/terugkeer", Selectie, Terugkeer)
herhaald = Query("stroom/herhaald", PeriodeWijk, Herhaald)
