"""Gegevens: what came in, what was refused, and why."""

from datetime import date
from decimal import Decimal

from sdash.domain import Wet
from sdash.sql import Moment, Params, PastMoment, Query, Row


class Aantal(Params):
    """How many rows at most."""

    aantal: int


class Tussen(Params):
    """Two moments, of which the second may be now."""

    van: PastMoment
    tot: PastMoment | None = None


class Jaar(Params):
    """A calendar year of delivery."""

    jaar: int


class Levering(Row):
    """One file that was read, accepted or not."""

    bestand: str
    soort: str | None
    ontvangen_op: Moment
    gelezen: int
    geaccepteerd: int
    afgekeurd: int


class Bron(Row):
    """All that came in of one kind of source."""

    soort: str | None
    wet: Wet | None
    leveringen: int
    gelezen: int
    geaccepteerd: int
    afgekeurd: int
    laatste: Moment


class Afkeuring(Row):
    """One record that was refused, and why."""

    ontvangen_op: Moment
    bestand: str
    soort: str | None
    plaats: str
    code: str
    reden: str


class Intrekking(Row):
    """One delivery that was retracted, and why."""

    nummer: int
    bestand: str
    soort: str
    ontvangen_op: Moment
    geaccepteerd: int
    ingetrokken_op: Moment
    reden: str


class Verschil(Row):
    """What changed in one month, for one reason."""

    maand: date
    wet: Wet
    soort: str
    ingediend: Decimal | None
    toegekend: Decimal | None


class Vlag(Row):
    """The lines that another delivery contradicts in one way."""

    code: str
    omschrijving: str | None
    wet: Wet
    regels: int | None
    bedrag: Decimal | None


class Boekfout(Row):
    """Bookings of one kind that are wrong in one way."""

    soort: str
    omschrijving: str
    jaar: int
    taakveld: str | None
    aantal: int
    bedrag: Decimal | None


class Retour(Row):
    """What return messages of one kind refused with one retourcode."""

    soort: str
    code: str
    omschrijving: str | None
    aantal: int | None


class Signaal(Row):
    """The starts, stops, toewijzingen, verzoeken or messages that are suspicious in one way."""

    soort: str
    code: str
    omschrijving: str | None
    wet: Wet
    aantal: int | None


class TaakveldOnbekend(Row):
    """Spending on a product that no official row books on a taakveld."""

    wet: Wet
    categorie: str
    productcode: str
    naam: str
    regels: int | None
    ingediend: Decimal | None


class Contract(Row):
    """What is wrong with a contract or a price."""

    soort: str
    wet: Wet
    aanbieder: str | None
    naam: str | None
    nummer: str
    omschrijving: str


class Casusfout(Row):
    """The casussen of one team that do not fit the other files in one way."""

    soort: str
    omschrijving: str
    team: str | None
    aantal: int | None


leveringen = Query("gegevens/leveringen", Params, Levering)
bronnen = Query("gegevens/bronnen", Params, Bron)
afkeuringen = Query("gegevens/afkeuringen", Aantal, Afkeuring)
intrekkingen = Query("gegevens/intrekkingen", Params, Intrekking)
verschil = Query("gegevens/verschil", Tussen, Verschil)
vlaggen = Query("gegevens/vlaggen", Params, Vlag)
retouren = Query("gegevens/retouren", Params, Retour)
signalen = Query("gegevens/signalen", Params, Signaal)
taakveld_onbekend = Query("gegevens/taakveld_onbekend", Jaar, TaakveldOnbekend)
boekingen = Query("gegevens/boekingen", Params, Boekfout)
contracten = Query("gegevens/contracten", Params, Contract)
casussen = Query("gegevens/casussen", Params, Casusfout)
