"""A retraction: a record of our own, which no file brings."""

import re
from typing import Annotated, ClassVar, Final

from pydantic import AfterValidator, Field, StringConstraints

from sdash.contracts.base import TECHNISCH, Contract, refuse

_NUMBER_OF_A_PERSON: Final = re.compile(r"(\d[ .]?){9}")


def is_harmless(reden: str) -> str:
    """Words of a person that can be shown and hold nothing like a BSN; else it is refused."""
    if not reden.isprintable():
        raise refuse(TECHNISCH, "bevat tekens die niet te tonen zijn")
    if _NUMBER_OF_A_PERSON.search(reden):
        raise refuse(TECHNISCH, "bevat negen cijfers achter elkaar, zoals een BSN")
    return reden


class Intrekking(Contract):
    """A delivery that counts no more, and why; it is itself a delivery, and the history stays."""

    tabel: ClassVar[str] = "intrekking"
    soort: ClassVar[str] = "intrekking"
    sleutel: ClassVar[tuple[str, ...]] = ("levering",)

    levering: Annotated[int, Field(ge=1)]
    reden: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=3, max_length=200),
        AfterValidator(is_harmless),
    ]
