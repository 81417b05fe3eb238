"""Files about waiting: from aanmelding to the start of care, and from a melding to its besluit."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from sdash.contracts.base import TECHNISCH, Contract, Empty, refuse
from sdash.contracts.inwoner import BSN
from sdash.contracts.regels import check_categorie
from sdash.contracts.velden import AgbCode, Bsn, Datum, LegeCategorie, LegeDatum, Tekst
from sdash.domain import Wet


def _check_order(naam: str, dag: date | None, eerder: str, vanaf: date | None) -> None:
    """Refuse a day that lies before another one, which it follows."""
    if dag is not None and vanaf is not None and dag < vanaf:
        raise refuse(TECHNISCH, f"De dag bij {naam} ligt voor die bij {eerder}")


class Wachttijd(Contract):
    """When one person asked an aanbieder for care, was seen first, and when the care began."""

    tabel: ClassVar[str] = "wachttijd_regel"
    soort: ClassVar[str] = "wachttijden"
    sleutel: ClassVar[tuple[str, ...]] = ("client", "aanbieder", "wet", "categorie", "aanmelding")

    client: Bsn = Field(alias="bsn", description=BSN)
    aanbieder: AgbCode = Field(description="aanbieder (AGB-code) waar iemand is aangemeld")
    wet: Literal["jw", "wmo"] = Field(description="wet waaronder de zorg valt")
    categorie: LegeCategorie = Field(default=None, description="productcategorie, als die er is")
    aanmelding: Datum = Field(description="dag van aanmelding")
    intake: LegeDatum = Field(description="dag van de intake, leeg zolang die er niet was")
    start: LegeDatum = Field(description="dag waarop de zorg begon, leeg zolang dat niet zo is")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_categorie(Wet(self.wet), self.categorie)
        _check_order("intake", self.intake, "aanmelding", self.aanmelding)
        _check_order("start", self.start, "aanmelding", self.aanmelding)
        _check_order("start", self.start, "intake", self.intake)
        return self


class WmoMelding(Contract):
    """A melding under the Wmo, how far its onderzoek is, and what it came to."""

    tabel: ClassVar[str] = "wmo_melding_regel"
    soort: ClassVar[str] = "meldingen"
    sleutel: ClassVar[tuple[str, ...]] = ("client", "melding")

    client: Bsn = Field(alias="bsn", description=BSN)
    melding: Datum = Field(description="dag van de melding (Wmo 2015, art. 2.3.2)")
    onderzoek_afgerond: LegeDatum = Field(
        description="dag waarop het onderzoek klaar was, leeg als het nog loopt"
    )
    besluit: LegeDatum = Field(description="dag van het besluit op de aanvraag, of leeg")
    uitkomst: Annotated[
        Literal["maatwerk", "algemene voorziening", "eigen kracht", "ingetrokken", "doorverwezen"]
        | None,
        Empty,
    ] = Field(description="waar het op uitkwam, leeg als het nog loopt")
    team: Annotated[Tekst | None, Empty] = Field(
        default=None, description="team dat het onderzoek deed"
    )

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        _check_order("onderzoek_afgerond", self.onderzoek_afgerond, "melding", self.melding)
        _check_order("besluit", self.besluit, "melding", self.melding)
        _check_order("besluit", self.besluit, "onderzoek_afgerond", self.onderzoek_afgerond)
        return self
