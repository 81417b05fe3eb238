"""Wijkprofiel: how a wijk is doing, in published kerncijfers and in the use of care."""

from datetime import date

from sdash.sql import Params, Query, Row


class Indicator(Params):
    """The name of a kerncijfer."""

    indicator: str


class WijkCode(Params):
    """The code of a wijk."""

    wijk: str


class Peildatum(Params):
    """A reference date."""

    peildatum: date


class Wijk(Row):
    """A wijk with its inhabitants."""

    wijk_code: str
    naam: str
    inwoners: int | None
    jaar: int


class Hoekpunt(Row):
    """One corner of a wijk on the map."""

    wijk_code: str
    naam: str
    volgnr: int
    x: float
    y: float


class Kerncijfer(Row):
    """A kerncijfer that is published for wijken."""

    indicator: str
    eenheid: str
    jaar: int


class PerWijk(Row):
    """One kerncijfer of one wijk."""

    wijk_code: str
    naam: str
    waarde: float | None
    eenheid: str
    jaar: int
    bron: str | None


class Profiel(Row):
    """One kerncijfer of a wijk beside its gemeente and the country."""

    indicator: str
    eenheid: str
    jaar: int
    bron: str
    waarde: float | None
    gemeente: float | None
    nederland: float | None


class Gebruik(Row):
    """The people of one wijk with care under one wet, or `totaal`."""

    wijk_code: str
    naam: str
    wet: str
    clienten: int | None
    inwoners: int | None
    aandeel: float | None


class GebruikTeam(Row):
    """A wijk with the people with care in the whole area of its sociaal team."""

    wijk_code: str
    team: str
    clienten: int | None
    inwoners: int | None
    aandeel: float | None


wijken = Query("wijkprofiel/wijken", Params, Wijk)
kaart = Query("wijkprofiel/kaart", Params, Hoekpunt)
indicatoren = Query("wijkprofiel/indicatoren", Params, Kerncijfer)
per_wijk = Query("wijkprofiel/per_wijk", Indicator, PerWijk)
profiel = Query("wijkprofiel/profiel", WijkCode, Profiel)
gebruik = Query("wijkprofiel/gebruik", Peildatum, Gebruik)
gebruik_team = Query("wijkprofiel/gebruik_team", Peildatum, GebruikTeam)
