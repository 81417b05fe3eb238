"""A file of what clients say of their care: how many answered a question, and how many well."""

from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from sdash.contracts.base import TECHNISCH, Contract, Digits, Empty, refuse
from sdash.contracts.regels import check_categorie
from sdash.contracts.velden import Aantal, AgbCode, Getal, Jaar, LegeCategorie, Tekst, Verwacht
from sdash.domain import Wet

Kwartaal = Annotated[
    int, Field(ge=1, le=4), Digits, Verwacht("een kwartaal van 1 tot en met 4, of leeg")
]
Cijfer = Annotated[Getal, Field(ge=Decimal(1), le=Decimal(10))]


class Clientervaring(Contract):
    """How clients answered one question in a year or quarter: of all, or of one aanbieder."""

    tabel: ClassVar[str] = "clientervaring_regel"
    soort: ClassVar[str] = "clientervaring"
    sleutel: ClassVar[tuple[str, ...]] = (
        *("jaar", "kwartaal", "wet", "agb_code", "categorie", "vraag"),
    )

    jaar: Jaar = Field(description="jaar waarin het is gevraagd")
    kwartaal: Annotated[Kwartaal | None, Empty] = Field(
        default=None, description="kwartaal (1 tot en met 4), of leeg: het hele jaar"
    )
    wet: Literal["jw", "wmo"] = Field(description="wet waaronder de zorg valt")
    agb_code: Annotated[AgbCode | None, Empty] = Field(
        default=None, description="aanbieder (AGB-code), of leeg: alle samen"
    )
    categorie: LegeCategorie = Field(
        default=None, description="productcategorie, of leeg: alle samen"
    )
    vraag: Tekst = Field(description="de vraag of stelling, zoals: ik ben goed geholpen")
    aantal: Aantal = Field(description="hoeveel cliënten antwoord gaven")
    positief: Annotated[Aantal | None, Empty] = Field(
        default=None, description="hoeveel van hen positief waren; of een cijfer"
    )
    score: Annotated[Cijfer | None, Empty] = Field(
        default=None, description="gemiddeld cijfer van 1 tot en met 10; of hoeveel positief waren"
    )

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_categorie(Wet(self.wet), self.categorie)
        if self.positief is None and self.score is None:
            raise refuse(TECHNISCH, "Er staat niet hoeveel positief waren, en ook geen cijfer")
        if self.positief is not None and self.positief > self.aantal:
            raise refuse(TECHNISCH, "Er waren meer positief dan er antwoord gaven")
        return self
