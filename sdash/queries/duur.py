"""Duur: how long care lasts, and how long people wait for it."""

from datetime import date
from typing import Literal

from sdash.domain import Wet
from sdash.sql import Params, Query, Row

Soort = Literal[
    "zorg", "toewijzing", "ingang", "verzoek", "aanmelding", "intake", "melding", "onderzoek"
]
Indeling = Literal["product", "aanbieder", "totaal"]


class Begin(Params):
    """What began in a period, within a selection; what is None is not chosen."""

    soort: Soort
    van: date
    peildatum: date
    indeling: Indeling
    aantal: int
    wet: Wet | None = None
    product: str | None = None
    aanbieder: str | None = None


class Lijnen(Begin):
    """The same as lines; of fewer than enough nothing is estimated."""

    genoeg: int


class Periode(Params):
    """Meldings of a period."""

    van: date
    peildatum: date


class Verloop(Row):
    """The part of a group that lasts longer than so many months or weeks."""

    groep: str
    naam: str
    stap: int
    clienten: int | None
    risico: int | None
    overleving: float | None
    laag: float | None
    hoog: float | None


class Tijden(Row):
    """How long it takes in a group."""

    groep: str
    naam: str
    clienten: int | None
    gemeten: int | None
    loopt: int | None
    mediaan: int | None
    risico_vier: int | None
    binnen_vier: float | None
    risico_tien: int | None
    binnen_tien: float | None
    norm: int | None
    binnen_norm: float | None
    achteraf: int | None
    achteraf_aandeel: float | None
    onbekend: int | None


class Uitkomst(Row):
    """What meldings came to."""

    uitkomst: str
    maatwerk: bool | None
    clienten: int | None
    meldingen: int | None
    aandeel: float | None


verloop = Query("duur/verloop", Lijnen, Verloop)
tijden = Query("duur/tijden", Begin, Tijden)
uitkomst = Query("duur/uitkomst", Periode, Uitkomst)
