"""Regenboog: people and money in the layers of help."""

from datetime import date
from decimal import Decimal

from sdash.sql import Params, Query, Row


class JaarPeildatum(Params):
    """A year for the money, and a day for the people."""

    jaar: int
    peildatum: date


class Laag(Row):
    """One layer of help."""

    volgnr: int
    naam: str
    clienten: int | None
    bedrag: Decimal | None
    bron: str | None


lagen = Query("regenboog/lagen", JaarPeildatum, Laag)
