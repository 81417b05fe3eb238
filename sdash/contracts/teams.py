"""The gemeente's own teams: where they work, how many they are, and their open files."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from sdash.contracts.base import Contract, Empty
from sdash.contracts.regels import check_period
from sdash.contracts.velden import (
    Datum,
    Getal,
    JaNee,
    Kenmerk,
    LegeDatum,
    Maand,
    Pseudoniem,
    Tekst,
    WijkCode,
)

Taak = Literal[
    "signalering",
    "activering",
    "vraagverheldering",
    "kortdurende ondersteuning",
    "indicering",
    "regievoering",
]


class Team(Contract):
    """A wijk in which a sociaal team works, from one day to another."""

    tabel: ClassVar[str] = "team_regel"
    soort: ClassVar[str] = "teams"
    sleutel: ClassVar[tuple[str, ...]] = ("team", "wijk_code", "van")

    team: Tekst = Field(description="naam van het team")
    wijk_code: WijkCode = Field(description="wijk waarin het team werkt")
    van: Datum = Field(description="eerste dag (ingangsdatum, startdatum)")
    tot: LegeDatum = Field(description="laatste dag (einddatum), leeg als het doorloopt")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_period(self.van, self.tot)
        return self


class Wijkteam(Contract):
    """Which wijkteam and which jeugdteam a wijk belongs to, from one day to another."""

    tabel: ClassVar[str] = "wijkteam_regel"
    soort: ClassVar[str] = "wijkteams"
    sleutel: ClassVar[tuple[str, ...]] = ("wijk_code", "team_soort", "van")

    wijk_code: WijkCode = Field(description="wijk")
    team_soort: Literal["wijkteam", "jeugdteam"] = Field(description="soort team")
    team: Tekst = Field(description="naam van het team waar de wijk onder valt")
    van: Datum = Field(description="eerste dag (ingangsdatum, startdatum)")
    tot: LegeDatum = Field(description="laatste dag (einddatum), leeg als het doorloopt")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_period(self.van, self.tot)
        return self


class Formatie(Contract):
    """How many fte a team has in a month, as a whole or for one taak."""

    tabel: ClassVar[str] = "formatie_regel"
    soort: ClassVar[str] = "formatie"
    sleutel: ClassVar[tuple[str, ...]] = ("team", "maand", "taak")

    team: Tekst = Field(description="naam van het team")
    maand: Maand = Field(description="maand")
    fte: Annotated[Getal, Field(ge=0, le=1000)] = Field(description="bezetting in fte")
    taak: Annotated[Taak | None, Empty] = Field(
        default=None, description="taak van het team, leeg voor alle taken samen"
    )


class Casus(Contract):
    """An open file of a person or household at a sociaal team."""

    tabel: ClassVar[str] = "casus_regel"
    soort: ClassVar[str] = "casussen"
    sleutel: ClassVar[tuple[str, ...]] = ("casusnummer",)

    casusnummer: Annotated[Kenmerk, Pseudoniem("casus")] = Field(
        description="eigen nummer van de casus; wordt een pseudoniem"
    )
    team: Tekst = Field(description="team dat de casus heeft")
    wijk_code: WijkCode = Field(description="wijk van de casus")
    begindatum: Datum = Field(description="dag waarop de casus openging")
    einddatum: LegeDatum = Field(description="dag van sluiten, leeg als open")
    eerder_bekend: JaNee = Field(description="ja als het team deze persoon of dit gezin al kende")
    taak: Annotated[Taak | None, Empty] = Field(
        description="taak van het team waar de casus nu is, of leeg"
    )

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_period(self.begindatum, self.einddatum)
        return self


class Casustaak(Contract):
    """What a sociaal team does in a casus, from one day to another."""

    tabel: ClassVar[str] = "casustaak_regel"
    soort: ClassVar[str] = "casustaken"
    sleutel: ClassVar[tuple[str, ...]] = ("casusnummer", "taak", "van")

    casusnummer: Annotated[Kenmerk, Pseudoniem("casus")] = Field(
        description="eigen nummer van de casus; wordt een pseudoniem"
    )
    taak: Taak = Field(description="wat het team doet")
    van: Datum = Field(description="eerste dag (ingangsdatum, startdatum)")
    tot: LegeDatum = Field(description="laatste dag (einddatum), leeg als de taak doorloopt")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_period(self.van, self.tot)
        return self
