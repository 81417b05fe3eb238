"""The files: one contract each, read from CSV. The column names are the source's own."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from sdash.contracts.base import Amount, Contract, Day, Digits, Empty, Text, Whole, YesNo
from sdash.contracts.toewijzing import check_period

Euro = Annotated[Amount, Field(max_digits=14, decimal_places=2)]
Getal = Annotated[Amount, Field(max_digits=18, decimal_places=4)]
Regio = Annotated[str, StringConstraints(pattern=r"^(NL[0-9]{2}|GM[0-9]{4}|WK[0-9]{6})$")]
WijkCode = Annotated[str, StringConstraints(pattern=r"^WK[0-9]{6}$")]
Jaar = Annotated[int, Field(ge=2000, le=2100), Digits]


class Begroting(Contract):
    """Lasten and baten of one taakveld in one year, as one version of the budget has them (Iv3)."""

    tabel: ClassVar[str] = "begroting_regel"
    soort: ClassVar[str] = "begroting"
    sleutel: ClassVar[tuple[str, ...]] = ("jaar", "taakveld", "stand")

    jaar: Jaar = Field(description="jaar van de begroting")
    taakveld: Annotated[str, StringConstraints(pattern=r"^[0-9]\.[0-9]{1,3}[a-d]?$")] = Field(
        description="taakveld volgens Iv3, zoals 6.711"
    )
    omschrijving: Text = Field(description="naam van het taakveld")
    lasten: Euro = Field(description="lasten in euro")
    baten: Euro = Field(description="baten in euro")
    stand: Literal["primitief", "gewijzigd", "rekening"] = Field(
        description="primitief, gewijzigd of rekening"
    )
    vastgesteld_op: Day = Field(description="dag van vaststelling; de nieuwste begroting telt")
    fictief: YesNo = Field(description="ja als het bedrag verzonnen is (voorbeeldgemeente)")


class Aanbieder(Contract):
    """The name that belongs to an AGB code."""

    tabel: ClassVar[str] = "aanbieder_regel"
    soort: ClassVar[str] = "aanbieders"
    sleutel: ClassVar[tuple[str, ...]] = ("agb_code",)

    agb_code: Annotated[str, StringConstraints(pattern=r"^[0-9]{8}$")] = Field(
        description="AGB-code van acht cijfers"
    )
    naam: Text = Field(description="naam van de aanbieder")


class Team(Contract):
    """A wijk in which a sociaal team works, from one day to another."""

    tabel: ClassVar[str] = "team_regel"
    soort: ClassVar[str] = "teams"
    sleutel: ClassVar[tuple[str, ...]] = ("team", "wijk_code", "van")

    team: Text = Field(description="naam van het team")
    wijk_code: WijkCode = Field(description="wijk waarin het team werkt")
    van: Day = Field(description="eerste dag")
    tot: Annotated[Day | None, Empty] = Field(description="laatste dag, leeg als het doorloopt")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_period(self.van, self.tot)
        return self


class Casus(Contract):
    """An open file of a person or household at a sociaal team."""

    tabel: ClassVar[str] = "casus_regel"
    soort: ClassVar[str] = "casussen"
    sleutel: ClassVar[tuple[str, ...]] = ("casusnummer",)

    casusnummer: Text = Field(description="eigen nummer van de casus; wordt een pseudoniem")
    team: Text = Field(description="team dat de casus heeft")
    wijk_code: WijkCode = Field(description="wijk van de casus")
    begindatum: Day = Field(description="dag waarop de casus openging")
    einddatum: Annotated[Day | None, Empty] = Field(description="dag van sluiten, leeg als open")
    eerder_bekend: YesNo = Field(description="ja als het team deze persoon of dit gezin al kende")
    taak: Annotated[
        Literal[
            "signalering",
            "activering",
            "vraagverheldering",
            "kortdurende ondersteuning",
            "indicering",
            "regievoering",
        ]
        | None,
        Empty,
    ] = Field(description="taak van het team waar de casus nu is, of leeg")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_period(self.begindatum, self.einddatum)
        return self


class Postcode(Contract):
    """The wijk to which a postcode belongs; only a keyed hash of the postcode is kept."""

    tabel: ClassVar[str] = "postcode_regel"
    soort: ClassVar[str] = "postcodes"
    sleutel: ClassVar[tuple[str, ...]] = ("postcode",)

    postcode: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{3}( ?[A-Za-z]{2})?$")] = Field(
        description="postcode, zoals 9531 AA of alleen 9531; wordt een pseudoniem"
    )
    wijk_code: WijkCode = Field(description="wijk van deze postcode")


class Kerncijfer(Contract):
    """One published figure of a region in a year."""

    tabel: ClassVar[str] = "kerncijfer_regel"
    soort: ClassVar[str] = "kerncijfers"
    sleutel: ClassVar[tuple[str, ...]] = ("jaar", "regio_code", "indicator")

    jaar: Jaar = Field(description="jaar van het cijfer")
    regio_code: Regio = Field(description="CBS-code: NL01, GM1681, WK168100")
    regio_naam: Text = Field(description="naam van het gebied")
    regio_soort: Literal["land", "gemeente", "wijk"] = Field(description="land, gemeente of wijk")
    indicator: Text = Field(description="wat geteld of gemeten is")
    waarde: Annotated[Getal | None, Empty] = Field(description="de waarde, leeg als niet bekend")
    eenheid: Text = Field(description="eenheid van de waarde")
    bron: Text = Field(description="wie het cijfer publiceert")


class Kaartpunt(Contract):
    """One corner of a wijk on the map."""

    tabel: ClassVar[str] = "kaart_regel"
    soort: ClassVar[str] = "kaart"
    sleutel: ClassVar[tuple[str, ...]] = ("regio_code", "volgnr")

    regio_code: Regio = Field(description="wijk")
    volgnr: Annotated[Whole, Field(le=10_000)] = Field(description="hoekpunten op volgorde")
    x: Getal = Field(description="naar rechts")
    y: Getal = Field(description="naar boven")


BESTANDEN: tuple[type[Contract], ...] = (
    Begroting,
    Aanbieder,
    Team,
    Casus,
    Postcode,
    Kerncijfer,
    Kaartpunt,
)
