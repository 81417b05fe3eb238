"""A sheet as a value: its columns, and its rows with every cell as it may be seen."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final, Literal

from sdash.clock import AMSTERDAM

Cel = str | int | float | Decimal | date | datetime | None
"""A hidden cell is the text that says so; None is what nobody knows."""

Vorm = Literal["gewoon", "kaal", "maand", "aandeel"]
"""How a column is written where its type does not say it: a year has no thousands."""

_SPLIT: Final = ",;\t|\"'\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What some spreadsheet may begin a new cell or line at."""
_SIGNS: Final = "=+\\-@＝＋－＠﹢﹣−"  # noqa: RUF001  (their full-width and small variants too)
_FORMULA: Final = re.compile(rf"((?:^|[{_SPLIT}])[\s\x00-\x1f]*)(?=[{_SIGNS}])|^(?=[\t\r\n])")


@dataclass(frozen=True)
class Kolom:
    """A column: the words above it, and how it is written."""

    label: str
    vorm: Vorm = "gewoon"


@dataclass(frozen=True)
class Blad:
    """One sheet; every row has a cell for every column."""

    naam: str
    kolommen: tuple[Kolom, ...]
    rijen: Sequence[Sequence[Cel]]


def harmless(text: str) -> str:
    """A text that no spreadsheet runs as a formula, whatever it takes for a delimiter.

    A cell that begins with a sign gets a quote in front, as OWASP advises; so does a sign behind
    anything that another spreadsheet may split on, since its part would begin a cell there.
    """
    return _FORMULA.sub(r"\1'", text)


def local(moment: datetime) -> datetime:
    """A moment as the clock in the Netherlands says it; spreadsheets know no time zones."""
    return moment.astimezone(AMSTERDAM).replace(tzinfo=None, microsecond=0)
