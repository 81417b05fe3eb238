"""Resultaten: how care ended, what followed, and what each aanbieder reached."""

from datetime import date
from typing import Literal

from sdash.domain import Wet
from sdash.sql import Moment, Params, Query, Row

Indeling = Literal["product", "team", "aanbieder", "totaal"]


class Einde(Params):
    """What ended in a period, within a selection; what is None is not chosen."""

    van: date
    peildatum: date
    wet: Wet | None = None
    product: str | None = None
    aanbieder: str | None = None
    team: str | None = None


class Grootste(Einde):
    """The same, of the largest groups."""

    aantal: int


class Verdeeld(Grootste):
    """The same, by group."""

    indeling: Indeling


class Gevraagd(Params):
    """What clients were asked until a day, about the care of a selection."""

    peildatum: date
    wet: Wet | None = None
    product: str | None = None
    aanbieder: str | None = None


class Verloop(Row):
    """How toewijzingen ended in a quarter."""

    kwartaal: date
    clienten: int | None
    toewijzingen: int | None
    volgens_plan: int | None
    aandeel_plan: float | None
    voortijdig: int | None
    aandeel_voortijdig: float | None
    voorlopig: bool


class Afloop(Row):
    """How toewijzingen of a group ended."""

    groep: str
    naam: str
    clienten: int | None
    toewijzingen: int | None
    volgens_plan: int | None
    aandeel_plan: float | None
    voortijdig: int | None
    aandeel_voortijdig: float | None
    voorlopig: int | None


class Terug(Row):
    """Who of a group stayed without care after it had ended."""

    groep: str
    naam: str
    zes: int | None
    zonder_zes: int | None
    terug_zes: int | None
    aandeel_zes: float | None
    twaalf: int | None
    zonder_twaalf: int | None
    terug_twaalf: int | None
    aandeel_twaalf: float | None


class Vervolg(Row):
    """Which toewijzing came next after those of an aanbieder."""

    aanbieder: str
    naam: str
    clienten: int | None
    opnieuw: int | None
    aandeel_opnieuw: float | None
    vervolgd: int | None
    lichter: int | None
    aandeel_lichter: float | None


class Ervaring(Row):
    """What clients said of their care in a year or quarter."""

    wet: str
    vraag: str
    jaar: int
    kwartaal: int
    antwoorden: int | None
    positief: int | None
    aandeel: float | None
    score: float | None
    ontvangen_op: Moment


verloop = Query("resultaten/verloop", Einde, Verloop)
afloop = Query("resultaten/afloop", Verdeeld, Afloop)
terug = Query("resultaten/terug", Verdeeld, Terug)
vervolg = Query("resultaten/vervolg", Grootste, Vervolg)
ervaring = Query("resultaten/ervaring", Gevraagd, Ervaring)
