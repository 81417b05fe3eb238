"""Waarom: what made the care of some months cost more or less than that of other months."""

from datetime import date
from decimal import Decimal

from sdash.domain import Wet
from sdash.sql import Params, PastMoment, Query, Row


class Vergelijking(Params):
    """Two stretches of months by their first and last one, within a selection."""

    van: date
    tot: date
    toen_van: date
    toen_tot: date
    wet: Wet | None = None
    domein: str | None = None
    product: str | None = None
    aanbieder: str | None = None
    wijk: str | None = None
    team: str | None = None
    toegekend: bool | None = None


class Tussen(Params):
    """Two moments, of which the second may be now."""

    van: PastMoment
    tot: PastMoment | None = None


class Oorzaken(Row):
    """A categorie, a wet or all of them, and what made its cost differ."""

    wet: str
    categorie: str
    naam: str
    clienten: int | None
    clienten_toen: int | None
    bedrag: Decimal | None
    bedrag_toen: Decimal | None
    verschil: Decimal | None
    door_clienten: Decimal | None
    door_intensiteit: Decimal | None
    door_prijs: Decimal | None
    door_anders: Decimal | None
    door_mix: Decimal | None
    door_nieuw: Decimal | None
    door_vervallen: Decimal | None
    door_rest: Decimal | None
    groei_intensiteit: float | None
    groei_prijs: float | None
    eenheid: str | None


class Stroom(Row):
    """People who came, left, stayed with a product or went to another one, and their cost."""

    wet: str
    stroom: str
    clienten: int | None
    clienten_toen: int | None
    bedrag: Decimal | None
    bedrag_toen: Decimal | None
    verschil: Decimal | None


class Verandering(Row):
    """What was new, late or corrected of one wet between two moments."""

    wet: str
    soort: str
    clienten: int | None
    ingediend: Decimal | None
    toegekend: Decimal | None


oorzaken = Query("waarom/oorzaken", Vergelijking, Oorzaken)
stromen = Query("waarom/stromen", Vergelijking, Stroom)
tussen = Query("waarom/tussen", Tussen, Verandering)
