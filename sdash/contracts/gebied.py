"""Places: postcodes, published figures of regions, and the map."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from sdash.contracts.base import Contract, Empty, Whole
from sdash.contracts.velden import (
    Getal,
    Jaar,
    Pseudoniem,
    Regio,
    Tekst,
    Verwacht,
    WijkCode,
)


class Postcode(Contract):
    """The wijk to which a postcode belongs; only a keyed hash of the postcode is kept."""

    tabel: ClassVar[str] = "postcode_regel"
    soort: ClassVar[str] = "postcodes"
    sleutel: ClassVar[tuple[str, ...]] = ("postcode",)

    postcode: Annotated[
        str,
        StringConstraints(pattern=r"^[1-9][0-9]{3}( ?[A-Za-z]{2})?$"),
        Verwacht("een postcode, zoals 9531 AA of alleen 9531"),
        Pseudoniem("postcode"),
    ] = Field(description="postcode, zoals 9531 AA of alleen 9531; wordt een pseudoniem")
    wijk_code: WijkCode = Field(description="wijk van deze postcode")


class Kerncijfer(Contract):
    """One published figure of a region in a year."""

    tabel: ClassVar[str] = "kerncijfer_regel"
    soort: ClassVar[str] = "kerncijfers"
    sleutel: ClassVar[tuple[str, ...]] = ("jaar", "regio_code", "indicator")

    jaar: Jaar = Field(description="jaar van het cijfer")
    regio_code: Regio = Field(description="CBS-code: NL01, GM1681, WK168100")
    regio_naam: Tekst = Field(description="naam van het gebied")
    regio_soort: Literal["land", "gemeente", "wijk"] = Field(description="land, gemeente of wijk")
    indicator: Tekst = Field(description="wat geteld of gemeten is")
    waarde: Annotated[Getal | None, Empty] = Field(description="de waarde, leeg als niet bekend")
    eenheid: Tekst = Field(description="eenheid van de waarde")
    bron: Tekst = Field(description="wie het cijfer publiceert")


class Kaartpunt(Contract):
    """One corner of a wijk on the map."""

    tabel: ClassVar[str] = "kaart_regel"
    soort: ClassVar[str] = "kaart"
    sleutel: ClassVar[tuple[str, ...]] = ("regio_code", "volgnr")

    regio_code: Regio = Field(description="wijk")
    volgnr: Annotated[Whole, Field(le=10_000), Verwacht("een heel getal tot 10000")] = Field(
        description="hoekpunten op volgorde"
    )
    x: Getal = Field(description="naar rechts")
    y: Getal = Field(description="naar boven")
