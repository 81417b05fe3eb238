"""Caseload: how many people have care, come, leave and come back."""

from datetime import date

from sdash.sql import Params, Query, Row


class Peildatum(Params):
    """A reference date."""

    peildatum: date


class Stand(Row):
    """The people with active care under one wet, or `totaal`."""

    wet: str
    clienten: int | None
    toewijzingen: int | None


stand = Query("caseload/stand", Peildatum, Stand)
