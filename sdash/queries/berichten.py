"""Berichten: whether the messages are right, come in time and are answered in time."""

from datetime import date
from decimal import Decimal

from sdash.domain import Wet
from sdash.sql import Params, Query, Row


class Stoppers(Params):
    """What is chosen of a year; what is None is not chosen."""

    jaar: int
    wet: Wet | None = None
    aanbieder: str | None = None


class Selectie(Stoppers):
    """The same, also of one product."""

    product: str | None = None


class Wachtend(Stoppers):
    """What is chosen of a year, and until which day one waits."""

    peildatum: date


class Rijp(Selectie):
    """What is chosen of a year, and the day from which its mature months are counted back."""

    peildatum: date


class Afgekeurd(Row):
    """The rejected lines with one retourcode."""

    code: str
    omschrijving: str | None
    wet: Wet
    regels: int | None
    bedrag: Decimal | None


class PerMaand(Row):
    """What was rejected of one wet in a month."""

    maand: date
    wet: Wet
    regels: int | None
    ingediend: Decimal | None
    afgewezen: Decimal | None


class PerAanbieder(Row):
    """What was rejected of one aanbieder in a year."""

    aanbieder: str
    naam: str
    regels: int | None
    ingediend: Decimal | None
    afgewezen: Decimal | None


class Tegenspraak(Row):
    """The lines of one aanbieder that something else contradicts in one way."""

    code: str
    omschrijving: str | None
    aanbieder: str
    naam: str
    regels: int | None
    bedrag: Decimal | None


class Stops(Row):
    """The stops of one aanbieder, and the late ones among them."""

    aanbieder: str
    naam: str
    stops: int | None
    laat: int | None


class Verzilvering(Row):
    """What was assigned to an aanbieder of a product, and what of it was granted."""

    wet: Wet
    categorie: str
    product: str
    aanbieder: str
    naam: str
    eenheid: str
    toegewezen: int | None
    geleverd: int | None
    verzilvering: float | None


class Antwoordtijd(Row):
    """How soon one kind of message was answered."""

    bericht: str
    wet: Wet
    norm: int
    beantwoord: int
    te_laat: int
    mediaan: float | None
    wacht: int


afgekeurd = Query("berichten/afgekeurd", Selectie, Afgekeurd)
per_maand = Query("berichten/per_maand", Selectie, PerMaand)
per_aanbieder = Query("berichten/per_aanbieder", Selectie, PerAanbieder)
tegenspraak = Query("berichten/tegenspraak", Selectie, Tegenspraak)
stops = Query("berichten/stops", Stoppers, Stops)
verzilvering = Query("berichten/verzilvering", Rijp, Verzilvering)
antwoordtijd = Query("berichten/antwoordtijd", Wachtend, Antwoordtijd)
