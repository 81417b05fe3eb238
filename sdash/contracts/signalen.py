"""What others count: referrals of practices, medicine, and early signals of debts."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from sdash.contracts.base import TECHNISCH, Contract, Empty, refuse
from sdash.contracts.regels import check_period
from sdash.contracts.velden import (
    Aantal,
    Cijfers,
    Getal,
    Jaar,
    JaNee,
    LegeDatum,
    Maand,
    Nummer,
    Regio,
    Tekst,
    Verwacht,
    WijkCode,
)

LeegAantal = Annotated[Aantal | None, Empty]
VerwijzerCode = Annotated[
    Literal["01", "02", "03", "04", "05", "06", "08"],
    Verwacht("een verwijzer uit COD327: 01, 02, 03, 04, 05, 06 of 08"),
    Cijfers(2),
]


class Verwijzing(Contract):
    """How often a practice referred in a month, and whether it has a praktijkondersteuner (POH)."""

    tabel: ClassVar[str] = "verwijzing_regel"
    soort: ClassVar[str] = "verwijzingen"
    sleutel: ClassVar[tuple[str, ...]] = ("praktijk", "maand", "verwijzer")

    praktijk: Nummer = Field(description="AGB-code of eigen nummer van de praktijk; geen naam")
    maand: Maand = Field(description="maand")
    verwijzer: VerwijzerCode = Field(description="soort verwijzer volgens COD327, zoals 02")
    aantal: Aantal = Field(description="aantal verwijzingen")
    poh: JaNee = Field(description="ja als de praktijk een praktijkondersteuner (POH) jeugd heeft")
    poh_van: LegeDatum = Field(default=None, description="eerste dag van de POH")
    poh_tot: LegeDatum = Field(default=None, description="laatste dag van de POH")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if self.poh_van is not None:
            check_period(self.poh_van, self.poh_tot)
        return self


class Medicatie(Contract):
    """How many of a group use a medicine in a year: per thousand, or as two numbers."""

    tabel: ClassVar[str] = "medicatie_regel"
    soort: ClassVar[str] = "medicatie"
    sleutel: ClassVar[tuple[str, ...]] = ("jaar", "groep", "regio_code")

    jaar: Jaar = Field(description="jaar")
    groep: Tekst = Field(description="middel en leeftijd, zoals ADHD-medicatie 4 tot 18 jaar")
    regio_code: Annotated[Regio | None, Empty] = Field(
        default=None, description="CBS-code van het gebied; leeg: de gemeente"
    )
    per_duizend: Annotated[Annotated[Getal, Field(ge=0, le=1000)] | None, Empty] = Field(
        default=None, description="aantal per 1.000; of teller en noemer"
    )
    teller: LeegAantal = Field(default=None, description="aantal gebruikers")
    noemer: LeegAantal = Field(default=None, description="aantal in de groep")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if (self.teller is None) != (self.noemer is None):
            raise refuse(TECHNISCH, "Van teller en noemer is er maar een")
        if self.teller is None and self.per_duizend is None:
            raise refuse(TECHNISCH, "Er is geen aantal per 1.000, en ook geen teller en noemer")
        if self.teller is not None and self.noemer is not None and self.teller > self.noemer:
            raise refuse(TECHNISCH, "De teller is groter dan de noemer")
        return self


class Vroegsignaal(Contract):
    """Signals of payment arrears in a wijk in a month, and how many of them were taken up."""

    tabel: ClassVar[str] = "vroegsignaal_regel"
    soort: ClassVar[str] = "vroegsignalen"
    sleutel: ClassVar[tuple[str, ...]] = ("maand", "wijk_code", "signaal")

    maand: Maand = Field(description="maand")
    wijk_code: WijkCode = Field(description="wijk")
    signaal: Literal[
        "huur", "hypotheek", "energie", "drinkwater", "zorgverzekering", "gemeente", "overig"
    ] = Field(description="soort signaal")
    aantal: Aantal = Field(description="aantal signalen")
    opgevolgd: Aantal = Field(description="hoeveel daarvan zijn opgevolgd")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if self.opgevolgd > self.aantal:
            raise refuse(TECHNISCH, "Er zijn meer signalen opgevolgd dan er waren")
        return self
