"""Verwijzers: who sends people to care, and what changes where a practice gets a POH."""

from datetime import date

from sdash.queries.caseload import PeriodeWet
from sdash.sql import Moment, Params, Query, Row


class Kern(Row):
    """The people of whom a toewijzing began, and what is known of who sent them."""

    clienten: int | None
    huisarts: int | None
    onbekend: int | None
    groepen: int


class Kwartaal(Row):
    """The people whom one kind of verwijzer sent in a quarter, beside all of that quarter."""

    kwartaal: date
    verwijzer: str
    naam: str
    clienten: int | None
    samen: int | None
    aandeel: float | None


class Groep(Row):
    """The people whom one kind of verwijzer sent to a kind of product, beside all of that kind."""

    groep: str
    verwijzer: str
    naam: str
    clienten: int | None
    samen: int | None
    aandeel: float | None


class Poh(Row):
    """How the referrals of practices that got a POH changed, beside those that have none."""

    praktijken: int
    vergeleken: int
    anders: int
    zonder_datum: int
    leeg: int
    verwezen: int | None
    verwezen_zonder: int | None
    met_voor: float | None
    met_na: float | None
    zonder_voor: float | None
    zonder_na: float | None
    verschil: float | None
    fout: float | None
    vrijheid: float | None


class RondPoh(Row):
    """Referrals a practice and month, some months before or after a POH began."""

    sinds: int
    praktijken: int
    verwezen: int | None
    verwezen_zonder: int | None
    met: float | None
    zonder: float | None


class Medicatie(Row):
    """How many of a thousand use a medicine in a year."""

    jaar: int
    groep: str
    regio: str
    per_duizend: float | None
    ontvangen_op: Moment


kern = Query("verwijzers/kern", PeriodeWet, Kern)
per_kwartaal = Query("verwijzers/per_kwartaal", PeriodeWet, Kwartaal)
per_groep = Query("verwijzers/per_groep", PeriodeWet, Groep)
poh = Query("verwijzers/poh", Params, Poh)
rond_poh = Query("verwijzers/rond_poh", Params, RondPoh)
medicatie = Query("verwijzers/medicatie", Params, Medicatie)
