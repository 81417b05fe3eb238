"""What somebody says of a signal: a record of our own, which no file brings."""

from datetime import date
from typing import Annotated, ClassVar, Final

from pydantic import AfterValidator, StringConstraints

from sdash.contracts.base import Contract
from sdash.contracts.intrekking import is_harmless
from sdash.trends import REEKS, Stand

MOST: Final = 200
Woorden = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=3, max_length=MOST),
    AfterValidator(is_harmless),
]


class Trendnotitie(Contract):
    """A note to a series from a month on; the newest of a series counts, the others stay.

    `opgepakt` names the collectief aanbod that answers it, and `gesloten` closes what was seen of
    it up to that month.
    """

    tabel: ClassVar[str] = "trendnotitie"
    soort: ClassVar[str] = "trendnotitie"
    sleutel: ClassVar[tuple[str, ...]] = ("reeks",)

    reeks: Annotated[str, StringConstraints(pattern=REEKS), AfterValidator(is_harmless)]
    maand: date
    stand: Stand
    notitie: Woorden
    aanbod: Woorden | None = None
