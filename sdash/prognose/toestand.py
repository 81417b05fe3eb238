"""What is kept of one moment: the beeld, the plafonds beside it, and how they are coming along."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sdash.prognose.beeld import Beeld
from sdash.prognose.plafond import Uitputting
from sdash.queries.plafonds import Bereik
from sdash.queries.prognose import Bekend


class Grond(NamedTuple):
    """What a beeld and the plafonds beside it are made of: equal when nothing of it changed."""

    maand: int
    vanaf: date | None
    """The first day that is kept whole; None when nothing went yet."""
    bekend: Bekend
    bereiken: Mapping[int, tuple[Bereik, ...]]


@dataclass(frozen=True)
class Toestand:
    """What there is of one moment, and how it is coming along."""

    beeld: Beeld | None = None
    plafonds: Mapping[int, Mapping[str, Uitputting]] = field(default_factory=dict)
    """By year and code; of a year that nobody asked for there are none."""
    grond: Grond | None = None
    """What it was made of; None before there is any."""
    versie: tuple[int, int] | None = None
    """Of the warehouse when this was made, and the last month that was over; None before that."""
    gedaan: int = 0
    van: int = 0
    """How many month-ends are being worked out; 0 when none are."""
    mislukt: float | None = None
    """When it went wrong, on the clock of the process; None when it did not."""
    nummer: int = 0
    """Another one whenever a page has something else to show."""

    @property
    def bezig(self) -> bool:
        """Whether a newer beeld is being made."""
        return self.van > 0
