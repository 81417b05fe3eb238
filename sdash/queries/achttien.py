"""Achttien: what young people with Jeugdwet care have before and after they turn 18."""

from datetime import date

from sdash.sql import Params, Query, Row


class Lichting(Params):
    """Those who turn 18 in these months (first days), as far as is known on a day."""

    van: date
    tot: date
    peildatum: date


class Kern(Row):
    """How many they are, who still had care when they turned 18, and who turns 18 soon."""

    clienten: int | None
    bereikt: int | None
    later: int | None
    verlengd: int | None
    anders: int | None
    verblijf: int | None
    uitkering_vanaf: date | None


class Stroom(Row):
    """How many have something at an age; with van: of those who had that half a year before."""

    leeftijd: float
    van: str | None
    naar: str
    clienten: int | None


kern = Query("achttien/kern", Lichting, Kern)
stromen = Query("achttien/stromen", Lichting, Stroom)
