"""Vergelijken: what we spend per inhabitant, beside gemeenten that are like us."""

from decimal import Decimal

from sdash.domain import Wet
from sdash.sql import Params, Query, Row


class Gemeente(Params):
    """The CBS code of ours."""

    gemeente: str


class Groep(Gemeente):
    """Whom we are compared with (None is the rule), and by whom it is divided (None: inwoners)."""

    groep: str | None = None
    noemer: str | None = None


class Eigendeel(Gemeente):
    """One onderdeel of ours."""

    onderdeel: str


class Onderdeel(Groep):
    """One onderdeel over the years."""

    onderdeel: str


class Verslag(Groep):
    """One Iv3 report."""

    jaar: int
    stand: str


class Onderdeelverslag(Verslag):
    """One onderdeel in one Iv3 report."""

    onderdeel: str


class Eigenverslag(Gemeente):
    """One Iv3 report of ours."""

    jaar: int
    stand: str


class Tekenverslag(Eigenverslag):
    """One Iv3 report, and whom we are compared with."""

    groep: str | None = None


class Stand(Row):
    """An Iv3 report that can be chosen."""

    jaar: int
    stand: str
    aantal: int


class Verdeling(Row):
    """What one gemeente spends on a onderdeel."""

    rang: int
    naam: str
    per_hoofd: float
    eigen: bool
    lijkt: bool
    regio_code: str


class Kern(Row):
    """What we spend on one onderdeel, beside others."""

    onderdeel: str
    naam: str
    lasten: float | None
    per_hoofd: float | None
    saldo: float | None
    fonds: float | None
    rang: int | None
    aantal: int
    mediaan_lijkend: float | None
    aantal_lijkend: int
    kwartiel_laag: float
    mediaan_land: float
    kwartiel_hoog: float


class Jaar(Row):
    """What we spend on a onderdeel in one Iv3 report."""

    jaar: int
    stand: str
    generatie: int
    doorgaand: bool
    per_hoofd: float
    mediaan_lijkend: float | None
    aantal_lijkend: int


class Waarschuwing(Row):
    """What makes an Iv3 report hard to compare."""

    code: str
    eigen: bool
    aantal_lijkend: int
    aantal: int


class Bericht(Row):
    """One wet in our messages, and in Iv3."""

    wet: Wet
    clienten: int | None
    ingediend: Decimal | None
    lasten: float | None


class Realisatie(Row):
    """How much more the accounts of a year say than its first budget, as a part of it."""

    jaar: int
    verschil: float
    mediaan_verschil: float
    deel_boven: float
    aantal: int


standen = Query("vergelijken/standen", Gemeente, Stand)
verdeling = Query("vergelijken/verdeling", Onderdeelverslag, Verdeling)
kern = Query("vergelijken/kern", Verslag, Kern)
jaren = Query("vergelijken/jaren", Onderdeel, Jaar)
waarschuwingen = Query("vergelijken/waarschuwingen", Tekenverslag, Waarschuwing)
berichten = Query("vergelijken/berichten", Eigenverslag, Bericht)
realisatie = Query("vergelijken/realisatie", Eigendeel, Realisatie)
