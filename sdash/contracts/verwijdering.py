"""What goes after `bewaarjaren`: a record of our own, which no file brings."""

from datetime import date
from typing import Annotated, ClassVar, Final

from pydantic import Field

from sdash.contracts.base import Contract

VERWIJDERD: Final = "verwijderd"
"""The kind, and the name, of a delivery of which only its number and its moments are left."""


class Verwijdering(Contract):
    """A delivery that was received before the limit, and of which nothing was needed after it."""

    tabel: ClassVar[str] = "verwijdering"
    soort: ClassVar[str] = "verwijdering"
    sleutel: ClassVar[tuple[str, ...]] = ("levering",)

    levering: Annotated[int, Field(ge=1)]
    grens: date
