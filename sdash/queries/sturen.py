"""Sturen: what a scenario starts from."""

from decimal import Decimal

from sdash.domain import Wet
from sdash.sql import Params, Query, Row


class Gezegd(Params):
    """What the forecast says of each wet in a year."""

    jaar: int
    wet: Wet | None = None
    gezegd: str


class Basis(Row):
    """The months to come of one wet."""

    wet: Wet
    clienten: int | None
    midden: Decimal | None
    maanden: int
    komend: Decimal | None
    nieuw: Decimal | None
    verder: Decimal | None
    verder_nieuw: Decimal | None


basis = Query("sturen/basis", Gezegd, Basis)
