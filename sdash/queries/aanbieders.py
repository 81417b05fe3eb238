"""Aanbieders: what one does differently from others of the same products."""

from datetime import date
from decimal import Decimal

from sdash.domain import Wet
from sdash.sql import Params, Query, Row


class PerWet(Params):
    """A calendar year; what is None is not chosen."""

    jaar: int
    wet: Wet | None = None


class Jaar(PerWet):
    """The same of one product."""

    product: str | None = None


class Peiling(Jaar):
    """The same, as known of a day."""

    peildatum: date


class Kosten(Row):
    """What an aanbieder asks and delivers beside the others."""

    aanbieder: str
    naam: str
    clienten: int | None
    ingediend: Decimal | None
    vergelijkbaar: float | None
    prijs: float | None
    intensiteit: float | None


class Afloop(Row):
    """How toewijzingen of an aanbieder ended, beside the others."""

    aanbieder: str
    naam: str
    clienten: int | None
    duur: float | None
    duur_verwacht: float | None
    verlengd: int | None
    verlengd_aandeel: float | None
    verlengd_verwacht: float | None
    voortijdig: int | None
    voortijdig_aandeel: float | None
    voortijdig_verwacht: float | None


class Concentratie(Row):
    """How spending under a wet is spread."""

    wet: Wet
    aanbieders: int
    clienten: int | None
    ingediend: Decimal | None
    grootste: float | None
    hhi: float | None


kosten = Query("aanbieders/kosten", Jaar, Kosten)
afloop = Query("aanbieders/afloop", Peiling, Afloop)
concentratie = Query("aanbieders/concentratie", PerWet, Concentratie)
