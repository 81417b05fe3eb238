"""Regels: of which declaration lines an amount consists, and where each of them came from."""

from datetime import date
from decimal import Decimal

from sdash.domain import Wet
from sdash.queries.uitgaven import Selectie
from sdash.sql import Moment, Params, Query, Row


class Gezocht(Selectie):
    """A selection of lines; what is None is not chosen."""

    maand: date | None = None
    status: str | None = None
    zoek: str | None = None


class Bladzij(Gezocht):
    """A part of them in an order: `bedrag`, `ontvangen` or else `maand`."""

    volgorde: str | None = None
    vanaf: int
    aantal: int


class Sleutel(Params):
    """What makes one line."""

    wet: Wet
    aanbieder: str
    referentienummer: str


class InLijst(Row):
    """One declaration line in a list."""

    maand: date
    wet: Wet
    aanbieder: str
    naam: str
    productcode: str
    referentienummer: str
    declaratienummer: str
    bedrag: Decimal
    status: str
    vlaggen: tuple[str, ...]
    ontvangen_op: Moment
    bestand: str
    plaats: int


class Som(Row):
    """What the lines add up to, and what it has to be."""

    regels: int
    leveringen: int
    bedrag: Decimal
    ingediend: Decimal | None
    ontvangen_op: Moment | None


class Regel(Row):
    """One declaration line, with where it came from."""

    wet: Wet
    aanbieder: str
    naam: str
    declaratienummer: str
    referentienummer: str
    vorig_referentienummer: str | None
    toewijzing_nummer: int
    taakveld: str
    product: str
    productcode: str
    maand: date
    begin: date
    eind: date
    volume: int
    eenheid: str
    tarief: Decimal | None
    bedrag: Decimal
    status: str
    vlaggen: tuple[str, ...]
    bestand: str
    plaats: int
    levering_nr: int
    nummer: str | None
    dagtekening: date | None
    ontvangen_op: Moment


class Gebeurtenis(Row):
    """What a declaratie or an answer said of a line."""

    ontvangen_op: Moment
    omschrijving: str
    referentienummer: str
    bedrag: Decimal | None
    reden: str | None
    soort: str
    nummer: str | None
    dagtekening: date | None
    bestand: str
    plaats: int | None
    levering_nr: int


class Bericht(Row):
    """What a verzoek, a toewijzing, a start or a stop said of the care of a line."""

    ontvangen_op: Moment
    omschrijving: str
    van: date | None
    tot: date | None
    volume: int | None
    eenheid: str | None
    frequentie: str | None
    reden: str | None
    soort: str
    nummer: str | None
    dagtekening: date | None
    bestand: str
    plaats: int
    levering_nr: int


lijst = Query("regels/lijst", Bladzij, InLijst)
som = Query("regels/som", Gezocht, Som)
regel = Query("regels/regel", Sleutel, Regel)
historie = Query("regels/historie", Sleutel, Gebeurtenis)
berichten = Query("regels/berichten", Sleutel, Bericht)
