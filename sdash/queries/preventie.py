"""Preventie: whether money moves from maatwerk to what comes before it."""

from sdash.sql import Params, Query, Row


class Groep(Params):
    """The CBS code of ours, and whom we are compared with (None is the rule)."""

    gemeente: str
    groep: str | None = None


class Jaar(Row):
    """What we spend before and on maatwerk in one Iv3 report."""

    jaar: int
    stand: str
    generatie: int
    voorliggend: float
    maatwerk: float
    deel_voorliggend: float | None
    voorliggend_lijkend: float | None
    maatwerk_lijkend: float | None
    deel_lijkend: float | None
    aantal_lijkend: int


jaren = Query("preventie/jaren", Groep, Jaar)
