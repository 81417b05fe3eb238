"""Trends: what changed more than chance explains, series by series."""

from datetime import date
from typing import Annotated

from pydantic import Field

from sdash.sql import Params, Query, Row
from sdash.trends import REEKS, Onderwerp


class Gevolgd(Params):
    """Of which subject, and from which months up to which day."""

    van: date
    tot: date
    wat: Onderwerp


class EenReeks(Params):
    """The same, of one series."""

    van: date
    tot: date
    reeks: Annotated[str, Field(pattern=REEKS)]


class Reeks(Row):
    """One series with its newest month that broke a rule, or else its last one."""

    reeks: str
    onderwerp: str
    snede: str
    naam: str
    maand: date
    aantal: int | None
    noemer: int | None
    gewoon: float | None
    regel: int | None
    hoger: bool | None
    een_op: int | None
    oordelen: int
    bereikt: float | None
    doel: float | None
    minstens: bool | None
    vals: float
    vraag: str
    stand: str | None
    aanbod: str | None
    notitie: str | None


class Maand(Row):
    """One month of a series with its band."""

    maand: date
    aantal: int | None
    noemer: int | None
    aandeel: float | None
    gewoon: float | None
    onder: int | None
    boven: int | None
    regel: int | None


reeksen = Query("trends/reeksen", Gevolgd, Reeks)
reeks = Query("trends/reeks", EenReeks, Maand)
