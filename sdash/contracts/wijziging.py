"""Wijziging and antwoord on a verzoek: one record of a 317 and a 319 (release 3.2)."""

from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from sdash.contracts.base import TECHNISCH, IsoDate, refuse
from sdash.contracts.regels import (
    check_categorie,
    check_omvang,
    check_period,
    check_reden_afwijzing,
    check_woonplaatsbeginsel,
)
from sdash.contracts.toewijzing import (
    OMVANG,
    PRODUCT,
    Bericht,
    Categorie,
    Eenheid,
    Frequentie,
    Productcode,
    Referentie,
    ToewijzingNummer,
    Volume,
)

Wens = Literal["ongewijzigd", "te wijzigen", "nieuw"]

_NEEDED: Final = {
    "ongewijzigd": frozenset({"toewijzing_nummer"}),
    "te wijzigen": frozenset({"toewijzing_nummer", "ingangsdatum"}),
    "nieuw": frozenset({"ingangsdatum"}),
}
_OF_WENS: Final = ("toewijzing_nummer", "categorie", "productcode", "ingangsdatum", "einddatum")
_ALLOWED: Final = {
    "ongewijzigd": _NEEDED["ongewijzigd"],
    "te wijzigen": _NEEDED["te wijzigen"]
    | {"einddatum", "volume", "eenheid", "frequentie", "budget"},
    "nieuw": frozenset({*_OF_WENS, "volume", "eenheid", "frequentie", "budget"})
    - {"toewijzing_nummer"},
}


class VerzochtProduct(Bericht):
    """One product of a verzoek om wijziging (317): what stays, what has to change, what is new.

    The reference and the reason are those of the verzoek as a whole.
    """

    tabel: ClassVar[str] = "wijziging"
    basis: ClassVar[frozenset[str]] = PRODUCT | OMVANG

    client: str
    referentie: Referentie = Field(alias="ReferentieAanbieder")
    reden_verzoek: Literal["1", "2"] = Field(alias="RedenVerzoek")
    wens: Wens
    toewijzing_nummer: ToewijzingNummer | None = Field(default=None, alias="ToewijzingNummer")
    categorie: Categorie | None = Field(default=None, alias="Categorie")
    productcode: Productcode | None = Field(default=None, alias="Code")
    ingangsdatum: IsoDate | None = Field(default=None, alias="GewensteIngangsdatum")
    einddatum: IsoDate | None = Field(default=None, alias="Einddatum")
    volume: Volume | None = Field(default=None, alias="Volume")
    eenheid: Eenheid | None = Field(default=None, alias="Eenheid")
    frequentie: Frequentie | None = Field(default=None, alias="Frequentie")
    budget: Volume | None = Field(default=None, alias="Budget")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        self._check_shape()
        check_categorie(self.wet, self.categorie)
        check_omvang(self.volume, self.eenheid, self.frequentie)
        if self.ingangsdatum is not None:
            check_period(self.ingangsdatum, self.einddatum)
        return self

    def _check_shape(self) -> None:
        """Refuse what the schema does not have under this kind of product."""
        for name, info in type(self).model_fields.items():
            is_given = getattr(self, name) is not None
            if name in _NEEDED[self.wens] and not is_given:
                raise refuse(TECHNISCH, f"{info.alias} ontbreekt")
            if info.default is None and is_given and name not in _ALLOWED[self.wens]:
                raise refuse(TECHNISCH, f"{info.alias} hoort hier niet")


class VerzoekAntwoord(Bericht):
    """What the gemeente says of a verzoek, of toewijzing or of wijziging, by its reference (319).

    `antwoord` is WJ760, `reden_afwijzing` WJ759; `gemeente` is the one that has to answer instead.
    """

    tabel: ClassVar[str] = "verzoek_antwoord"

    referentie: Referentie = Field(alias="ReferentieAanbieder")
    antwoord: Literal["1", "2"] = Field(alias="VerzoekAntwoord")
    reden_afwijzing: Literal["1", "2", "3", "4", "5", "6", "7", "8", "9"] | None = Field(
        default=None, alias="RedenAfwijzingVerzoek"
    )
    gemeente: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")] | None = Field(
        default=None, alias="Gemeente"
    )

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_reden_afwijzing(self.antwoord, self.reden_afwijzing)
        check_woonplaatsbeginsel(self.wet, self.reden_afwijzing, self.gemeente)
        return self
