"""A table of cells, whatever kind of file it stands in."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import NamedTuple

Cel = str | Decimal | date | bool | None
"""What a cell holds: text as it was written, or a value that its file knows the type of."""

Rij = tuple[int, Sequence[Cel]]
"""Where a row stands in its file, and its cells."""


class Tabel(NamedTuple):
    """One table of a file. In a spreadsheet a row ends with its last filled cell."""

    rijen: Iterator[Rij]
    mag_korter: bool = False


def number_of(value: float) -> Cel:
    """A binary number as it was meant: a spreadsheet keeps fifteen digits, and missing is NaN."""
    if value != value:  # noqa: PLR0124  (only NaN differs from itself)
        return None
    number = Decimal(format(value, ".15g"))
    return number if number.is_finite() else str(value)


def text_of(cel: Cel, cijfers: int = 0) -> str:
    """A cell as the text that a contract reads; a code that became a number gets its zero back."""
    if isinstance(cel, str):
        return cel.strip()
    if cel is None:
        return ""
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, Decimal):
        text = format(cel.normalize(), "f")
        return f"0{text}" if len(text) == cijfers - 1 else text
    if isinstance(cel, datetime) and cel.time() == time():
        return cel.date().isoformat()
    return cel.isoformat()


def is_empty(cellen: Sequence[Cel]) -> bool:
    """Whether a row says nothing."""
    return not any(cel.strip() if isinstance(cel, str) else cel is not None for cel in cellen)
