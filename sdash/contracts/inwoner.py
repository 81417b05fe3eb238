"""Files about people: uitkeringen, trajecten, pgb and households. A BSN becomes a pseudonym."""

from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from sdash.contracts.base import Contract, Empty
from sdash.contracts.regels import check_period
from sdash.contracts.velden import (
    Bsn,
    Datum,
    Euro,
    Kenmerk,
    LegeDatum,
    Maand,
    Pseudoniem,
    Tekst,
    Verwacht,
    WijkCode,
)

Reden = Annotated[
    Annotated[
        str,
        StringConstraints(pattern=r"^[0-9A-Za-z]{1,4}$"),
        Verwacht("een code van ten hoogste vier tekens"),
    ]
    | None,
    Empty,
]
"""A code and no text: free text may say who someone is."""

Trede = Annotated[Literal["1", "2", "3", "4", "5", "6"] | None, Empty]
BSN: Final = "burgerservicenummer (BSN); wordt een pseudoniem"


class Uitkering(Contract):
    """What one person got under one regeling of the Participatiewet in one month."""

    tabel: ClassVar[str] = "uitkering_regel"
    soort: ClassVar[str] = "uitkeringen"
    sleutel: ClassVar[tuple[str, ...]] = ("client", "regeling", "begin", "maand")

    client: Bsn = Field(alias="bsn", description=BSN)
    regeling: Literal["Pw", "IOAW", "IOAZ", "Bbz", "LKS", "beschut"] = Field(
        description="regeling (LKS: loonkostensubsidie; beschut: beschut werk)"
    )
    begin: Datum = Field(description="eerste dag van de uitkering (ingangsdatum, startdatum)")
    eind: LegeDatum = Field(description="laatste dag (einddatum), leeg als die doorloopt")
    maand: Maand = Field(description="maand waarover betaald is")
    bedrag: Euro = Field(description="bedrag over deze maand in euro")
    reden_instroom: Reden = Field(default=None, description="code van de reden van instroom")
    reden_uitstroom: Reden = Field(default=None, description="code van de reden van uitstroom")
    leefvorm: Annotated[
        Literal["alleenstaande", "alleenstaande ouder", "gehuwden"] | None, Empty
    ] = Field(default=None, description="leefvorm volgens de Participatiewet")
    leeftijdsklasse: Annotated[
        Literal["tot 27", "27 tot 45", "45 tot AOW", "AOW en ouder"] | None, Empty
    ] = Field(default=None, description="leeftijdsklasse")
    wijk_code: Annotated[WijkCode | None, Empty] = Field(
        default=None, description="wijk van het woonadres"
    )
    trede: Trede = Field(default=None, description="trede van de participatieladder")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_period(self.begin, self.eind)
        return self


class Traject(Contract):
    """One way to work or taking part, of one person, from one day to another."""

    tabel: ClassVar[str] = "traject_regel"
    soort: ClassVar[str] = "trajecten"
    sleutel: ClassVar[tuple[str, ...]] = ("client", "traject", "begin")

    client: Bsn = Field(alias="bsn", description=BSN)
    traject: Literal[
        "scholing",
        "werkervaring",
        "proefplaatsing",
        "jobcoaching",
        "sociale activering",
        "schuldhulp",
        "inburgering",
        "overig",
    ] = Field(description="soort traject")
    begin: Datum = Field(description="eerste dag (ingangsdatum, startdatum)")
    eind: LegeDatum = Field(description="laatste dag (einddatum), leeg als het doorloopt")
    resultaat: Annotated[
        Literal["werk", "deels werk", "opleiding", "afgerond", "gestopt"] | None, Empty
    ] = Field(default=None, description="hoe het eindigde, leeg als het loopt")
    trede: Trede = Field(default=None, description="trede bij het einde")
    trede_begin: Trede = Field(default=None, description="trede bij het begin")
    sector: Annotated[Tekst | None, Empty] = Field(
        default=None, description="bedrijfstak van het werk waar het heen leidt"
    )
    loonkostensubsidie: Annotated[Annotated[Euro, Field(ge=0)] | None, Empty] = Field(
        default=None, description="loonkostensubsidie per maand in euro, zolang het traject loopt"
    )

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_period(self.begin, self.eind)
        return self


class Pgb(Contract):
    """The budget of one person and what was spent of it in a month, as the SVB tells it."""

    tabel: ClassVar[str] = "pgb_regel"
    soort: ClassVar[str] = "pgb"
    sleutel: ClassVar[tuple[str, ...]] = ("client", "wet", "maand")

    client: Bsn = Field(alias="bsn", description=BSN)
    wet: Literal["jw", "wmo"] = Field(description="wet: jw (6.792) of wmo (6.791)")
    maand: Maand = Field(description="maand")
    budget: Annotated[Euro, Field(ge=0)] = Field(description="budget van deze maand in euro")
    besteed: Euro = Field(description="besteed in deze maand in euro")


class Huishouden(Contract):
    """The household of a person; read only once the legal basis for it was recorded."""

    tabel: ClassVar[str] = "huishouden_regel"
    soort: ClassVar[str] = "huishoudens"
    sleutel: ClassVar[tuple[str, ...]] = ("client", "van")

    client: Bsn = Field(alias="bsn", description=BSN)
    huishouden: Annotated[Kenmerk, Pseudoniem("huishouden")] = Field(
        description="eigen nummer van het huishouden; wordt een pseudoniem"
    )
    van: Datum = Field(description="eerste dag (ingangsdatum, startdatum)")
    tot: LegeDatum = Field(description="laatste dag (einddatum), leeg als het doorloopt")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_period(self.van, self.tot)
        return self
