"""Uitgaven: what the care of a month or year costs."""

from datetime import date
from decimal import Decimal

from sdash.domain import Wet
from sdash.sql import Params, Query, Row


class Jaar(Params):
    """A calendar year of delivery."""

    jaar: int

    def in_woorden(self) -> str:
        """The selection as a Dutch phrase."""
        return str(self.jaar)


class Totaal(Row):
    """What one wet cost in a year, beside its budget."""

    wet: Wet
    ingediend: Decimal | None
    toegekend: Decimal | None
    in_behandeling: Decimal | None
    begroot: Decimal | None


class PerMaand(Row):
    """What one wet cost in a month."""

    maand: date
    wet: Wet
    ingediend: Decimal | None
    toegekend: Decimal | None
    in_behandeling: Decimal | None


totaal = Query("uitgaven/totaal", Jaar, Totaal)
per_maand = Query("uitgaven/per_maand", Jaar, PerMaand)
