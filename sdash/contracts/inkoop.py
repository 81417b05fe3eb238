"""What was agreed with aanbieders: who they are, contracts with their plafonds, and tarieven."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from sdash.contracts.base import Contract, Empty
from sdash.contracts.regels import check_categorie, check_period
from sdash.contracts.velden import (
    AgbCode,
    Cijfers,
    Datum,
    DrieWetten,
    Euro,
    Jaar,
    LegeCategorie,
    LegeDatum,
    LegeEuro,
    LegeProductcode,
    Nummer,
    Productcode,
    Tekst,
    Verwacht,
)
from sdash.domain import CATEGORIE, Wet

Eenheid = Annotated[
    Literal["01", "04", "14", "16", "82", "83", "84"],
    Verwacht("een eenheid uit WJ756: 01, 04, 14, 16, 82, 83 of 84"),
    Cijfers(2),
]


class Aanbieder(Contract):
    """The name that belongs to an AGB code."""

    tabel: ClassVar[str] = "aanbieder_regel"
    soort: ClassVar[str] = "aanbieders"
    sleutel: ClassVar[tuple[str, ...]] = ("agb_code",)

    agb_code: AgbCode = Field(description="AGB-code van acht cijfers")
    naam: Tekst = Field(description="naam van de aanbieder")


class Inkoopcontract(Contract):
    """A contract with an aanbieder, or a part of one, and the most that may be claimed in a year.

    The level at which it was bought decides on which taakveld youth care is booked (Iv3).
    """

    tabel: ClassVar[str] = "inkoopcontract_regel"
    soort: ClassVar[str] = "contracten"
    sleutel: ClassVar[tuple[str, ...]] = (
        "agb_code",
        "wet",
        "contractnummer",
        "categorie",
        "productcode",
        "jaar",
    )

    agb_code: AgbCode = Field(description="aanbieder")
    wet: DrieWetten = Field(description="wet waaronder het contract valt")
    contractnummer: Nummer = Field(description="eigen nummer van het contract")
    van: Datum = Field(description="eerste dag (ingangsdatum, startdatum)")
    tot: LegeDatum = Field(description="laatste dag (einddatum), leeg als het doorloopt")
    plafond: LegeEuro = Field(description="plafond per jaar in euro, leeg als er geen is")
    niveau: Literal["lokaal", "regionaal", "landelijk"] = Field(
        description="niveau van inkoop: lokaal, regionaal of landelijk"
    )
    jaar: Annotated[Jaar | None, Empty] = Field(
        default=None, description="jaar van het plafond, leeg als het elk jaar geldt"
    )
    categorie: LegeCategorie = Field(
        default=None, description="productcategorie waarvoor dit geldt; leeg: alle"
    )
    productcode: LegeProductcode = Field(
        default=None, description="productcode waarvoor dit geldt; leeg: alle"
    )

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_period(self.van, self.tot)
        if (wet := Wet(self.wet)) in CATEGORIE:
            check_categorie(wet, self.categorie)
        return self


class Tarief(Contract):
    """The price of one unit of a product, of one aanbieder or of all, between two days."""

    tabel: ClassVar[str] = "tarief_regel"
    soort: ClassVar[str] = "tarieven"
    sleutel: ClassVar[tuple[str, ...]] = ("agb_code", "wet", "productcode", "eenheid", "van")

    agb_code: Annotated[AgbCode | None, Empty] = Field(description="aanbieder; leeg: alle")
    wet: DrieWetten = Field(description="wet")
    productcode: Productcode = Field(description="productcode, zoals 45A04")
    eenheid: Eenheid = Field(description="eenheid volgens WJ756, zoals 04 (uur)")
    tarief: Annotated[Euro, Field(ge=0)] = Field(description="tarief in euro, op de cent")
    van: Datum = Field(description="eerste dag (ingangsdatum, startdatum)")
    tot: LegeDatum = Field(description="laatste dag (einddatum), leeg als het doorloopt")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_period(self.van, self.tot)
        return self
