"""Jaareinde: where a year ends, how sure that is, and what would have been said before.

What the forecast says comes as a parameter (`sdash.prognose.zeggen`): these queries lay it beside
the people who stand behind it, so that it passes the privacy gate, and beside the budget.
"""

from datetime import date
from decimal import Decimal

from sdash.domain import Wet
from sdash.sql import Params, Query, Row


class Gezegd(Params):
    """What the forecast says of a selection, with what was selected; what is None is not chosen."""

    wet: Wet | None = None
    domein: str | None = None
    gezegd: str


class VanJaar(Gezegd):
    """The same of one year."""

    jaar: int


class Kern(Row):
    """The end of a year, beside its budget."""

    maand: date | None
    clienten: int | None
    toegekend: Decimal | None
    laag: Decimal | None
    midden: Decimal | None
    hoog: Decimal | None
    naief: Decimal | None
    komt: Decimal | None
    komt_fout: Decimal | None
    begroot: Decimal | None
    begroot_fictief: bool | None
    afwijking: Decimal | None
    kans: float | None
    reden: str | None


class Verloop(Row):
    """A month on the way to the end of its year."""

    maand: date
    clienten: int | None
    binnen: Decimal | None
    verwacht: Decimal | None
    laag: Decimal | None
    midden: Decimal | None
    hoog: Decimal | None


class PerTaakveld(Row):
    """The end of a year of one taakveld, or of a wet as a whole."""

    wet: Wet
    taakveld: str
    naam: str
    clienten: int | None
    laag: Decimal | None
    midden: Decimal | None
    hoog: Decimal | None
    begroot: Decimal | None
    afwijking: Decimal | None
    gunstig: str | None
    kans: float | None
    reden: str | None


class Terugblik(Row):
    """What would have been said at the end of a month, and what it came to."""

    maand: date
    jaar: int
    clienten: int | None
    laag: Decimal | None
    midden: Decimal | None
    hoog: Decimal | None
    naief: Decimal | None
    uitkomst: Decimal | None


kern = Query("jaareinde/kern", VanJaar, Kern)
verloop = Query("jaareinde/verloop", VanJaar, Verloop)
per_taakveld = Query("jaareinde/per_taakveld", VanJaar, PerTaakveld)
terugblik = Query("jaareinde/terugblik", Gezegd, Terugblik)
