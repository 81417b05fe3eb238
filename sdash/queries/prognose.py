"""Prognose: what became known when, of lines and of toewijzingen; exact, and of no person."""

from datetime import date
from decimal import Decimal

from sdash.domain import Wet
from sdash.sql import Params, Query, Row


class Vanaf(Params):
    """From which day on."""

    van: date


class Tot(Params):
    """Before which day."""

    tot: date


class Bekend(Row):
    """Another one whenever something else was received by then."""

    leveringen: int
    vingerafdruk: str


class Driehoek(Row):
    """What one month of receipt changed in what is known of one month of delivery."""

    maand: date
    ontvangen: date
    wet: Wet
    categorie: str
    productcode: str
    aanbieder: str
    ingediend: Decimal
    toegekend: Decimal
    afgewezen: Decimal
    volume: int


class Toewijzing(Row):
    """A version of a toewijzing, and when it was the newest that was known."""

    wet: Wet
    categorie: str | None
    productcode: str | None
    aanbieder: str
    toewijzing_nummer: int
    ingangsdatum: date
    einddatum: date | None
    volume: int | None
    eenheid: str | None
    frequentie: str | None
    budget: int | None
    verwijderd: bool
    ontvangen: date
    tot: date | None
    gestopt: date | None
    gestopt_bekend: date | None


driehoek = Query("prognose/driehoek", Vanaf, Driehoek)
toewijzingen = Query("prognose/toewijzingen", Vanaf, Toewijzing)
bekend = Query("prognose/bekend", Tot, Bekend)
