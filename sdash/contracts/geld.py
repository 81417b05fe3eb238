"""Money that no message carries: budget, taakgericht, subsidies, eigen bijdragen, reserve, and what
the gemeente booked as paid.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from sdash.contracts.base import Contract, Empty
from sdash.contracts.velden import (
    AgbCode,
    Datum,
    DrieWetten,
    Euro,
    Jaar,
    JaNee,
    LegeEuro,
    Maand,
    Nummer,
    Taakveld,
    Tekst,
)


class Begroting(Contract):
    """Lasten and baten of one taakveld in one year, as one version of the budget has them (Iv3)."""

    tabel: ClassVar[str] = "begroting_regel"
    soort: ClassVar[str] = "begroting"
    sleutel: ClassVar[tuple[str, ...]] = ("jaar", "taakveld", "stand")

    jaar: Jaar = Field(description="jaar van de begroting")
    taakveld: Taakveld = Field(description="taakveld volgens Iv3, zoals 6.711")
    omschrijving: Tekst = Field(description="naam van het taakveld")
    lasten: Euro = Field(description="lasten in euro")
    baten: Euro = Field(description="baten in euro")
    stand: Literal["primitief", "gewijzigd", "rekening"] = Field(
        description="primitief, gewijzigd of rekening"
    )
    vastgesteld_op: Datum = Field(description="dag van vaststelling; de nieuwste begroting telt")
    fictief: JaNee = Field(description="ja als het bedrag verzonnen is (voorbeeldgemeente)")


class TaakgerichteKosten(Contract):
    """What an aanbieder costs in a month outside the messages: taakgericht needs no declaratie."""

    tabel: ClassVar[str] = "taakgericht_regel"
    soort: ClassVar[str] = "taakgericht"
    sleutel: ClassVar[tuple[str, ...]] = ("agb_code", "wet", "taakveld", "maand")

    agb_code: AgbCode = Field(description="aanbieder")
    wet: DrieWetten = Field(description="wet waaronder dit valt")
    taakveld: Taakveld = Field(description="taakveld waarop het geboekt is, zoals 6.752")
    maand: Maand = Field(description="maand waarover betaald is")
    bedrag: Euro = Field(description="bedrag in euro; een terugbetaling is negatief")


class Subsidie(Contract):
    """A subsidy of one year: what was granted, and what it turned out to be."""

    tabel: ClassVar[str] = "subsidie_regel"
    soort: ClassVar[str] = "subsidies"
    sleutel: ClassVar[tuple[str, ...]] = ("subsidienummer", "jaar")

    subsidienummer: Nummer = Field(description="eigen nummer van de subsidie")
    jaar: Jaar = Field(description="jaar waarvoor de subsidie is")
    ontvanger: Tekst = Field(description="organisatie die de subsidie krijgt; geen personen")
    taakveld: Taakveld = Field(description="taakveld waarop het geboekt is, zoals 6.1")
    verleend: Euro = Field(description="verleend bedrag in euro")
    vastgesteld: LegeEuro = Field(description="vastgesteld bedrag in euro, leeg als dat er niet is")


class EigenBijdrage(Contract):
    """What people paid themselves in a month, by who collects it."""

    tabel: ClassVar[str] = "eigen_bijdrage_regel"
    soort: ClassVar[str] = "eigen_bijdragen"
    sleutel: ClassVar[tuple[str, ...]] = ("maand", "taakveld", "inner")

    maand: Maand = Field(description="maand waarover de bijdrage gaat")
    taakveld: Taakveld = Field(description="taakveld waarop de baten staan, zoals 6.711")
    inner: Literal["CAK", "gemeente"] = Field(description="wie de bijdrage int")
    bedrag: Euro = Field(description="ontvangen bijdragen in euro")


class Reserve(Contract):
    """The reserve sociaal domein in one year; its changes are booked on taakveld 0.10."""

    tabel: ClassVar[str] = "reserve_regel"
    soort: ClassVar[str] = "reserves"
    sleutel: ClassVar[tuple[str, ...]] = ("reserve", "jaar")

    reserve: Tekst = Field(description="naam van de reserve")
    jaar: Jaar = Field(description="jaar")
    stand: Euro = Field(description="stand op 31 december in euro")
    storting: Euro = Field(description="in het jaar toegevoegd, in euro")
    onttrekking: Euro = Field(description="in het jaar uitgenomen, in euro (zonder minteken)")


class Betaling(Contract):
    """One line in the books of the gemeente: what was paid to an aanbieder, and on what booked.

    The year is that to whose lasten it was booked, which is the year of delivery (BBV).
    """

    tabel: ClassVar[str] = "betaling_regel"
    soort: ClassVar[str] = "betalingen"
    sleutel: ClassVar[tuple[str, ...]] = ("boekstuk", "taakveld", "boekjaar")

    boekstuk: Nummer = Field(description="eigen nummer van de boeking")
    boekjaar: Jaar = Field(description="jaar waarin de lasten vallen: het jaar van levering")
    geboekt_op: Datum = Field(description="dag van boeking")
    agb_code: AgbCode = Field(description="aanbieder")
    wet: DrieWetten = Field(description="wet waaronder dit valt")
    declaratienummer: Annotated[Nummer | None, Empty] = Field(
        description="nummer van de declaratie die is betaald, leeg als die er niet is"
    )
    taakveld: Taakveld = Field(description="taakveld waarop het geboekt is, zoals 6.752")
    bedrag: Euro = Field(description="bedrag in euro; een terugbetaling is negatief")
