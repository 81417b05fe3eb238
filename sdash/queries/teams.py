"""Teams: whether the sociale teams are overloaded, what they do, and how old that is."""

from datetime import date

from sdash.sql import Params, Query, Row


class Peildatum(Params):
    """A reference date."""

    peildatum: date


class Dag(Peildatum):
    """A reference date and perhaps one team."""

    team: str | None = None


class Tot(Params):
    """Not later than a day."""

    tot: date


class Periode(Tot):
    """From a day up to and with another, and perhaps one team."""

    van: date
    team: str | None = None


class Kern(Row):
    """The casussen of a day, beside a year before, the fte, the households and what was told."""

    casussen_begin: int | None
    casussen_instroom: int | None
    casussen_uitstroom: int | None
    casussen: int | None
    casussen_lang: int | None
    lang_aandeel: float | None
    maand: date | None
    fte: float | None
    per_fte: float | None
    huishoudens: int | None
    huishoudens_jaar: int | None
    aandeel: float | None
    band_laag: float | None
    band_hoog: float | None
    toen_jaar: int | None
    toen_stand: int | None
    toen_aandeel: float | None


class Verloop(Row):
    """The casussen of one team around one month: begin + instroom - uitstroom = eind."""

    maand: date
    team: str
    begin: int | None
    instroom: int | None
    uitstroom: int | None
    eind: int | None
    fte: float | None
    per_fte: float | None


class Leeftijd(Row):
    """The casussen of one team that are open for at least so many months."""

    team: str
    klasse: int
    casussen: int | None


class Taak(Row):
    """What came through one taak, and how long that took."""

    volgnr: int
    taak: str
    casussen: int | None
    lopend: int | None
    begonnen: int | None
    doorlooptijd: float | None


class Afgesloten(Row):
    """The casussen that were gone in a period, and how many ended before indicering."""

    afgesloten: int | None
    voor_indicering: int | None
    na_indicering: int | None
    zonder: int | None
    gevolgd: int | None
    voor_aandeel: float | None


class Bezetting(Row):
    """How many people of a team do one taak, beside its casussen."""

    team: str
    taak: str
    maand: date
    fte: float
    casussen: int | None
    per_fte: float | None
    afgerond: int | None


class Overlap(Row):
    """What a wijkteam and a jeugdteam share."""

    wijkteam: str
    jeugdteam: str
    wijken: int
    inwoners: int | None


class Wisseling(Row):
    """A day on which a team began, ended or got other wijken."""

    dag: date
    team: str
    soort: str
    wijken: int
    teams: int


kern = Query("teams/kern", Dag, Kern)
verloop = Query("teams/verloop", Periode, Verloop)
leeftijd = Query("teams/leeftijd", Dag, Leeftijd)
taken = Query("teams/taken", Periode, Taak)
afgesloten = Query("teams/afgesloten", Periode, Afgesloten)
bezetting = Query("teams/bezetting", Dag, Bezetting)
overlap = Query("teams/overlap", Peildatum, Overlap)
wisselingen = Query("teams/wisselingen", Tot, Wisseling)
