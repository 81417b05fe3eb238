"""Caseload: how many people have care, come, leave and come back."""

from datetime import date

from sdash.domain import Wet
from sdash.sql import Params, Query, Row


class Peildatum(Params):
    """A reference date."""

    peildatum: date


class PeildatumWet(Peildatum):
    """A reference date and perhaps one wet."""

    wet: Wet | None = None


class Selectie(PeildatumWet):
    """Whose care is chosen on a day; what is None is not chosen."""

    team: str | None = None
    wijk: str | None = None


class Periode(Params):
    """From a day up to and with another."""

    van: date
    tot: date


class PeriodeWet(Periode):
    """A period and perhaps one wet."""

    wet: Wet | None = None


class PeriodeTeam(Periode):
    """A period and perhaps one team."""

    team: str | None = None


class PeriodeSelectie(PeriodeWet):
    """Whose care is chosen in a period; what is None is not chosen."""

    team: str | None = None
    wijk: str | None = None


class Stand(Row):
    """The people with active care under one wet, or `totaal`."""

    wet: str
    clienten: int | None
    toewijzingen: int | None


class Kern(Row):
    """A day on top of the page, with what changed in the year up to it."""

    clienten: int | None
    toewijzingen: int | None
    instroom: int | None
    nieuw: int | None
    herinstroom: int | None
    uitstroom: int | None
    casussen: int | None
    casussen_instroom: int | None
    casussen_bekend: int | None


class Verloop(Row):
    """The people with care around one month: begin + instroom - uitstroom = eind."""

    maand: date
    begin: int | None
    instroom: int | None
    nieuw: int | None
    herinstroom: int | None
    uitstroom: int | None
    eind: int | None


class PerWijk(Row):
    """The people with care in one wijk."""

    wijk_code: str
    naam: str
    clienten: int | None
    toewijzingen: int | None


class PerTeam(Row):
    """The people with care and the casussen of one team."""

    team: str
    clienten: int | None
    toewijzingen: int | None
    casussen: int | None
    casussen_instroom: int | None
    casussen_bekend: int | None


class PerProduct(Row):
    """The people with care of one productcategorie."""

    wet: Wet
    categorie: str
    naam: str
    clienten: int | None
    toewijzingen: int | None


class Casussen(Row):
    """The casussen around one month: begin + instroom - uitstroom = eind."""

    maand: date
    begin: int | None
    instroom: int | None
    nieuw: int | None
    bekend: int | None
    uitstroom: int | None
    eind: int | None


class Verwijzer(Row):
    """What one kind of verwijzer led to."""

    verwijzer: str
    naam: str
    clienten: int | None
    toewijzingen: int | None


stand = Query("caseload/stand", Peildatum, Stand)
kern = Query("caseload/kern", Selectie, Kern)
verloop = Query("caseload/verloop", PeriodeSelectie, Verloop)
per_wijk = Query("caseload/per_wijk", PeildatumWet, PerWijk)
per_team = Query("caseload/per_team", Peildatum, PerTeam)
per_product = Query("caseload/per_product", Selectie, PerProduct)
casussen = Query("caseload/casussen", PeriodeTeam, Casussen)
verwijzer = Query("caseload/verwijzer", PeriodeWet, Verwijzer)
