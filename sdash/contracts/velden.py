"""What the columns of files share: the form of a value, and what is kept of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import AfterValidator, Field, StringConstraints
from pydantic.fields import FieldInfo

from sdash.contracts.base import (
    TECHNISCH,
    Amount,
    Day,
    Digits,
    Empty,
    Month,
    Text,
    YesNo,
    refuse,
)
from sdash.domain import has_bsn, passes_elfproef


@dataclass(frozen=True)
class Verwacht:
    """What should stand in a cell, as a sentence to a clerk ends."""

    zin: str


@dataclass(frozen=True)
class Pseudoniem:
    """Such a value identifies: only its pseudonym is kept; of a nummer when it holds a BSN."""

    soort: Literal["person", "casus", "postcode", "huishouden", "nummer"]


@dataclass(frozen=True)
class Cijfers:
    """A code of so many digits; a spreadsheet that takes it for a number loses its first zero."""

    aantal: int


M = TypeVar("M")


def mark(info: FieldInfo, kind: type[M]) -> M | None:
    """The mark of this kind on a field, or on what its type is made of."""
    return next((found for found in _marks(info) if isinstance(found, kind)), None)


def _marks(info: FieldInfo) -> Iterator[object]:
    yield from info.metadata
    yield from _inside(info.annotation)


def _inside(annotation: Any) -> Iterator[object]:  # noqa: ANN401  (annotations have no common type)
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _inside(part)


def literals(annotation: object) -> tuple[str, ...]:
    """The values that a type of fixed values allows; none for any other type."""
    parts = get_args(annotation)
    if parts and all(isinstance(part, str) for part in parts):
        return parts
    return tuple(text for part in parts for text in literals(part) if not isinstance(part, str))


def kolomnaam(tekst: str) -> str:
    """The name of a column however it is written: 'AGB-code ' and 'agb_code' are one name."""
    return re.sub(r"[\s.,_/-]+", "_", tekst.strip().strip("\ufeff").casefold()).strip("_")


def _passes(bsn: str) -> str:
    if not passes_elfproef(bsn):
        raise refuse(TECHNISCH, "doorstaat de elfproef niet")
    return bsn


def _about_nobody(text: str) -> str:
    if has_bsn(text):
        raise refuse(TECHNISCH, "kan een BSN bevatten")
    return text


_EURO = Verwacht("een bedrag in euro, zoals 1234,56")
_GETAL = Verwacht("een getal, zoals 12,5")
_DATUM = Verwacht("een datum, zoals 31-12-2026")

Euro = Annotated[Amount, Field(max_digits=14, decimal_places=2), _EURO]
Getal = Annotated[Amount, Field(max_digits=18, decimal_places=4), _GETAL]
Aantal = Annotated[
    int, Field(ge=0, le=10_000_000), Digits, Verwacht("een heel getal van 0 of meer, zoals 12")
]
Jaar = Annotated[
    int, Field(ge=2000, le=2100), Digits, Verwacht("een jaar van vier cijfers, zoals 2026")
]
Datum = Annotated[Day, _DATUM]
Maand = Annotated[Month, Verwacht("een maand, zoals 2026-10")]
JaNee = Annotated[YesNo, Verwacht("ja of nee")]
Kenmerk = Annotated[Text, Verwacht("een tekst van ten hoogste 200 tekens")]
"""What somebody calls a person or household: a text of which only the pseudonym may be kept."""

Tekst = Annotated[Kenmerk, AfterValidator(_about_nobody)]
Nummer = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z./_-]{0,39}$"),
    Verwacht("een nummer van letters en cijfers, zonder spaties"),
    Pseudoniem("nummer"),
]
"""A number that an administration gave to something that is no person.

One in eleven numbers of nine digits looks like a BSN, so such a number cannot be refused.
"""

Regio = Annotated[
    str,
    StringConstraints(pattern=r"^(NL[0-9]{2}|GM[0-9]{4}|WK[0-9]{6})$"),
    Verwacht("een code van het CBS, zoals GM1681 of WK168100"),
]
WijkCode = Annotated[
    str,
    StringConstraints(pattern=r"^WK[0-9]{6}$"),
    Verwacht("een wijkcode van het CBS, zoals WK168100"),
]
Taakveld = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]\.[0-9]{1,3}[a-d]?$"),
    Verwacht("een taakveld volgens Iv3, zoals 6.711"),
]
AgbCode = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{8}$"),
    Verwacht("een AGB-code van acht cijfers"),
    Cijfers(8),
]
Categorie = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{2}$"),
    Verwacht("een productcategorie van twee cijfers, zoals 45"),
    Cijfers(2),
]
Productcode = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9A-Za-z]{5}$"),
    Verwacht("een productcode van vijf tekens, zoals 45A04"),
]
Bsn = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{9}$"),
    AfterValidator(_passes),
    Verwacht("een burgerservicenummer van negen cijfers"),
    Cijfers(9),
    Pseudoniem("person"),
]
LegeDatum = Annotated[Datum | None, Empty]
LegeEuro = Annotated[Euro | None, Empty]
LegeCategorie = Annotated[Categorie | None, Empty]
LegeProductcode = Annotated[Productcode | None, Empty]
DrieWetten = Literal["jw", "wmo", "pw"]
