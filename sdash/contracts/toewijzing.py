"""Toewijzing, start, stop and verzoek: one record of a 301, 305, 307 and 315 (release 3.2)."""

from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from sdash.contracts.base import Clock, Contract, Digits, IsoDate
from sdash.contracts.regels import (
    check_categorie,
    check_omvang,
    check_period,
    check_reden_beeindiging,
)
from sdash.domain import STATUS_VERWIJDEREN, Wet

Categorie = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}$")]
Productcode = Annotated[str, StringConstraints(pattern=r"\S", max_length=5)]
Referentie = Annotated[str, StringConstraints(pattern=r"\S", max_length=36)]
ToewijzingNummer = Annotated[int, Field(ge=0, le=999_999_999), Digits]
Volume = Annotated[int, Field(ge=0, le=99_999_999), Digits]
Eenheid = Literal["01", "04", "14", "16", "82", "83", "84"]
Frequentie = Literal["1", "2", "4", "6"]
RedenWijziging = Literal[
    "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14"
]
StatusAanlevering = Literal["1", "3"]
"""2 and 9 of COD467 are not allowed in a 305 or 307 (constraint CS058)."""

PRODUCT: Final = frozenset({"Categorie", "Code"})
OMVANG: Final = frozenset({"Volume", "Eenheid", "Frequentie"})


class Bericht(Contract):
    """What every record of a message says: which wet, which aanbieder, which person.

    `client` is the person's pseudonym; a message's BSN never gets this far.
    """

    wet: Wet
    aanbieder: str


class ToegewezenProduct(Bericht):
    """One toewijzing as a 301 gives it; a 301 repeats all current toewijzingen of the client."""

    tabel: ClassVar[str] = "toewijzing_versie"
    basis: ClassVar[frozenset[str]] = PRODUCT | OMVANG

    client: str
    toewijzing_nummer: ToewijzingNummer = Field(alias="ToewijzingNummer")
    referentie: Referentie | None = Field(default=None, alias="ReferentieAanbieder")
    categorie: Categorie | None = Field(default=None, alias="Categorie")
    productcode: Productcode | None = Field(default=None, alias="Code")
    toewijzingsdatum: IsoDate = Field(alias="Toewijzingsdatum")
    toewijzingstijd: Clock = Field(alias="Toewijzingstijd")
    ingangsdatum: IsoDate = Field(alias="Ingangsdatum")
    einddatum: IsoDate | None = Field(default=None, alias="Einddatum")
    reden_wijziging: RedenWijziging | None = Field(default=None, alias="RedenWijziging")
    volume: Volume | None = Field(default=None, alias="Volume")
    eenheid: Eenheid | None = Field(default=None, alias="Eenheid")
    frequentie: Frequentie | None = Field(default=None, alias="Frequentie")
    budget: Volume | None = Field(default=None, alias="Budget")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_categorie(self.wet, self.categorie)
        check_period(self.ingangsdatum, self.einddatum)
        check_omvang(self.volume, self.eenheid, self.frequentie)
        return self


class StartProduct(Bericht):
    """The start of care, or the removal of an earlier start (305)."""

    tabel: ClassVar[str] = "start"
    basis: ClassVar[frozenset[str]] = PRODUCT

    client: str
    toewijzing_nummer: ToewijzingNummer | None = Field(default=None, alias="ToewijzingNummer")
    categorie: Categorie | None = Field(default=None, alias="Categorie")
    productcode: Productcode | None = Field(default=None, alias="Code")
    ingangsdatum: IsoDate | None = Field(default=None, alias="ToewijzingIngangsdatum")
    begindatum: IsoDate = Field(alias="Begindatum")
    status: StatusAanlevering = Field(alias="StatusAanlevering")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_categorie(self.wet, self.categorie)
        return self


class StopProduct(Bericht):
    """The end of care, temporary with reden 20, or the removal of an earlier end (307)."""

    tabel: ClassVar[str] = "stop"
    basis: ClassVar[frozenset[str]] = PRODUCT

    client: str
    toewijzing_nummer: ToewijzingNummer | None = Field(default=None, alias="ToewijzingNummer")
    categorie: Categorie | None = Field(default=None, alias="Categorie")
    productcode: Productcode | None = Field(default=None, alias="Code")
    ingangsdatum: IsoDate | None = Field(default=None, alias="ToewijzingIngangsdatum")
    begindatum: IsoDate = Field(alias="Begindatum")
    einddatum: IsoDate = Field(alias="Einddatum")
    reden_beeindiging: Categorie = Field(alias="RedenBeeindiging")
    status: StatusAanlevering = Field(alias="StatusAanlevering")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_categorie(self.wet, self.categorie)
        check_reden_beeindiging(self.wet, self.reden_beeindiging)
        if self.status != STATUS_VERWIJDEREN:
            check_period(self.begindatum, self.einddatum)
        return self


class AangevraagdProduct(Bericht):
    """A request for a toewijzing (315): the only place where the verwijzer stands."""

    tabel: ClassVar[str] = "verzoek"
    basis: ClassVar[frozenset[str]] = PRODUCT | OMVANG | {"Type"}

    client: str
    referentie: Referentie = Field(alias="ReferentieAanbieder")
    categorie: Categorie | None = Field(default=None, alias="Categorie")
    productcode: Productcode | None = Field(default=None, alias="Code")
    ingangsdatum: IsoDate = Field(alias="ToewijzingIngangsdatum")
    einddatum: IsoDate | None = Field(default=None, alias="ToewijzingEinddatum")
    volume: Volume | None = Field(default=None, alias="Volume")
    eenheid: Eenheid | None = Field(default=None, alias="Eenheid")
    frequentie: Frequentie | None = Field(default=None, alias="Frequentie")
    budget: Volume | None = Field(default=None, alias="Budget")
    verwijzer: Literal["01", "02", "03", "04", "05", "06", "08"] = Field(alias="Type")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_categorie(self.wet, self.categorie)
        check_period(self.ingangsdatum, self.einddatum)
        check_omvang(self.volume, self.eenheid, self.frequentie)
        return self
