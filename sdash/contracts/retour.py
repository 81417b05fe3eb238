"""Retour: one level of a return message (302, 306, 308, 316, 318, 320; release 3.2)."""

from typing import ClassVar, Literal

from pydantic import Field

from sdash.contracts.base import Contract, IsoDate
from sdash.contracts.declaratie import Retourcodes
from sdash.contracts.toewijzing import Categorie, Productcode, Referentie, ToewijzingNummer
from sdash.domain import Wet

Niveau = Literal[
    "bericht",
    "client",
    "relatie",
    "contact",
    "verzoek",
    "product",
    "antwoord",
    "woonplaatsbeginsel",
]


class Retour(Contract):
    """What the receiver of a message says at one level of it; `wijst_af` says whether it refuses.

    `identificatie` and `dagtekening` are those of the message that is answered. A product is known
    by what a 305 or 307 knows it by; everything else that a return message repeats is not kept.
    """

    tabel: ClassVar[str] = "retour"

    wet: Wet
    aanbieder: str
    bericht: Literal["302", "306", "308", "316", "318", "320"]
    niveau: Niveau
    identificatie: str
    dagtekening: IsoDate
    client: str | None = None
    toewijzing_nummer: ToewijzingNummer | None = Field(default=None, alias="ToewijzingNummer")
    referentie: Referentie | None = Field(default=None, alias="ReferentieAanbieder")
    categorie: Categorie | None = Field(default=None, alias="Categorie")
    productcode: Productcode | None = Field(default=None, alias="Code")
    begindatum: IsoDate | None = Field(default=None, alias="Begindatum")
    einddatum: IsoDate | None = Field(default=None, alias="Einddatum")
    status: Literal["1", "2", "3", "9"] | None = Field(default=None, alias="StatusAanlevering")
    codes: Retourcodes
    wijst_af: bool
