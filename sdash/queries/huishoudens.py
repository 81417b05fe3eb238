"""Huishoudens: what they have together, who keeps an eye on it, and how much piles up."""

from datetime import date

from sdash.queries.caseload import Peildatum, Periode
from sdash.sql import Query, Row


class Kern(Row):
    """The households with care or an uitkering: een_wet + meer_wetten = huishoudens."""

    grondslag: bool
    mensen: int | None
    geteld: int | None
    zonder: int | None
    dubbel: int | None
    huishoudens: int | None
    een_wet: int | None
    meer_wetten: int | None
    meer_aandeel: float | None


class Wetten(Row):
    """The households with one combination of wetten, beside all of them."""

    combinatie: str
    huishoudens: int | None
    mensen: int | None
    samen: int | None
    aandeel: float | None


class Leefgebieden(Row):
    """The households and casussen with one combination of leefgebieden, beside all of them."""

    combinatie: str
    huishoudens: int | None
    samen: int | None
    aandeel: float | None


class Aantal(Row):
    """The households with so many of something, of which four is four or more."""

    aantal: int
    huishoudens: int | None
    samen: int | None
    aandeel: float | None


class Plannen(Row):
    """The households with more than one wet that have such a plan, beside all of them."""

    volgnr: int
    stand: str
    huishoudens: int | None
    samen: int | None
    aandeel: float | None


class Stapeling(Row):
    """Half a year: the households with two or more voorzieningen, beside all that there are."""

    begin: date
    eind: date
    huishoudens: int | None
    enkel: int | None
    gestapeld: int | None
    alle: int | None
    alle_jaar: int | None
    aandeel: float | None


kern = Query("huishoudens/kern", Peildatum, Kern)
wetten = Query("huishoudens/wetten", Peildatum, Wetten)
leefgebieden = Query("huishoudens/leefgebieden", Peildatum, Leefgebieden)
problemen = Query("huishoudens/problemen", Peildatum, Aantal)
aanbieders = Query("huishoudens/aanbieders", Peildatum, Aantal)
plannen = Query("huishoudens/plannen", Peildatum, Plannen)
stapeling = Query("huishoudens/stapeling", Periode, Stapeling)
