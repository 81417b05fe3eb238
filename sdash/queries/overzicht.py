"""Overzicht: the stream of what comes in; its figures are those of the other subjects."""

from sdash.domain import Wet
from sdash.sql import Moment, Params, Query, Row


class Aantal(Params):
    """How many rows at most."""

    aantal: int


class Stroom(Row):
    """One file that came in."""

    ontvangen_op: Moment
    soort: str | None
    wet: Wet | None
    geaccepteerd: int
    afgekeurd: int
    bestand: str


stroom = Query("overzicht/stroom", Aantal, Stroom)
