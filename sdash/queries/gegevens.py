"""Gegevens: what came in, what was refused, and why."""

from sdash.sql import Moment, Params, Query, Row


class Levering(Row):
    """One file that was read, accepted or not."""

    bestand: str
    soort: str | None
    ontvangen_op: Moment
    gelezen: int
    geaccepteerd: int
    afgekeurd: int


leveringen = Query("gegevens/leveringen", Params, Levering)
