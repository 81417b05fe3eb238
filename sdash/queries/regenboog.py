"""Regenboog: people and money in the layers of help."""

from datetime import date
from decimal import Decimal

from sdash.domain import Wet
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


class JaarPeildatumLaag(JaarPeildatum):
    """The same of one layer, by its number from 1 outside, or of all."""

    laag: int | None = None


class Product(Row):
    """One product of a layer, with its people and money."""

    volgnr: int
    wet: Wet
    categorie: str
    naam: str
    clienten: int | None
    bedrag: Decimal | None


class LaagJaar(Row):
    """The people and money of one layer in a year, and which part of all layers that is."""

    jaar: int
    dag: date
    volgnr: int
    naam: str
    clienten: int | None
    clienten_totaal: int | None
    deel_clienten: float | None
    bedrag: Decimal | None
    deel_bedrag: float | None
    volledig: bool


lagen = Query("regenboog/lagen", JaarPeildatum, Laag)
producten = Query("regenboog/producten", JaarPeildatumLaag, Product)
jaren = Query("regenboog/jaren", JaarPeildatum, LaagJaar)
