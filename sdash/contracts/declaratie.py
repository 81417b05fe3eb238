"""Declaratie and antwoord: one record of a 323 and a 325 (release 3.2), amounts in eurocents."""

from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from sdash.contracts.base import TECHNISCH, Contract, Digits, IsoDate, refuse
from sdash.contracts.regels import check_amount, check_categorie, check_one_month, check_period
from sdash.contracts.toewijzing import (
    Bericht,
    Categorie,
    Eenheid,
    Productcode,
    ToewijzingNummer,
    Volume,
)

Referentienummer = Annotated[str, StringConstraints(min_length=1, max_length=20)]
Declaratienummer = Annotated[str, StringConstraints(pattern=r"^[a-zA-Z0-9]+$")]
DebetCredit = Literal["D", "C"]
Retourcodes = Annotated[
    str, StringConstraints(pattern=r"^([0-9A-Z][0-9]{3}( [0-9A-Z][0-9]{3})*)?$")
]
"""Retourcodes (WJ001) with a space between them."""

PERIODE: Final = frozenset({"Begindatum", "Einddatum"})


class Declaratie(Bericht):
    """The head of a 323: its number, the period it is about and the total that it says it holds."""

    tabel: ClassVar[str] = "declaratie_kop"
    basis: ClassVar[frozenset[str]] = PERIODE | {"TotaalBedrag", "DebetCredit"}

    declaratienummer: Declaratienummer = Field(alias="DeclaratieNummer")
    periode_begin: IsoDate = Field(alias="Begindatum")
    periode_eind: IsoDate = Field(alias="Einddatum")
    dagtekening: IsoDate = Field(alias="DeclaratieDagtekening")
    totaal: Annotated[int, Field(le=999_999_999_999), Digits] = Field(alias="TotaalBedrag")
    debet_credit: DebetCredit = Field(alias="DebetCredit")


class Prestatie(Bericht):
    """One line of a 323: what was delivered to one person in one month, and for how much."""

    tabel: ClassVar[str] = "prestatie"
    basis: ClassVar[frozenset[str]] = PERIODE | {
        "ReferentieNummer",
        "VorigReferentieNummer",
        "Bedrag",
        "DebetCredit",
    }

    client: str
    declaratienummer: str
    referentienummer: Referentienummer = Field(alias="ReferentieNummer")
    vorig_referentienummer: Referentienummer | None = Field(
        default=None, alias="VorigReferentieNummer"
    )
    toewijzing_nummer: ToewijzingNummer = Field(alias="ToewijzingNummer")
    categorie: Categorie = Field(alias="ProductCategorie")
    productcode: Productcode = Field(alias="ProductCode")
    begin: IsoDate = Field(alias="Begindatum")
    eind: IsoDate = Field(alias="Einddatum")
    volume: Volume = Field(alias="GeleverdVolume")
    eenheid: Eenheid = Field(alias="Eenheid")
    tarief: Volume | None = Field(default=None, alias="ProductTarief")
    bedrag: Volume = Field(alias="Bedrag")
    debet_credit: DebetCredit = Field(alias="DebetCredit")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_categorie(self.wet, self.categorie)
        check_period(self.begin, self.eind)
        check_one_month(self.begin, self.eind)
        check_amount(self.volume, self.tarief, self.eenheid, self.bedrag)
        return self


class Antwoord(Contract):
    """One level of a 325 that carries retourcodes; `wijst_af` says whether they reject.

    niveau bericht: the answer as a whole; declaratie, client and prestatie: what is below it;
    twijfel: what may be rejected, but cannot be read: a line, or without its number any of them.
    Without `declaratienummer` the answer points at the 323 by its identificatie and dagtekening.
    """

    tabel: ClassVar[str] = "antwoord"

    wet: str
    aanbieder: str
    niveau: Literal["bericht", "declaratie", "client", "prestatie", "twijfel"]
    declaratienummer: str | None = None
    declaratie_identificatie: str
    declaratie_dagtekening: IsoDate
    client: str | None = None
    referentienummer: Annotated[str, StringConstraints(min_length=1, max_length=20)] | None = None
    codes: Retourcodes
    wijst_af: bool

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if self.niveau == "prestatie" and self.referentienummer is None:
            raise refuse(TECHNISCH, "ReferentieNummer ontbreekt")
        return self
