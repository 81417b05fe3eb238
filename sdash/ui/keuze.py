"""What is chosen on a page: it gives every query what it has a parameter for."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Final, TypeVar

from sdash.clock import AMSTERDAM
from sdash.domain import Wet
from sdash.sql import Params, Query, Row
from sdash.ui import vergelijking, viewer
from sdash.ui.balken import EVERYTHING, LABELS
from sdash.ui.data import Vraag
from sdash.ui.opties import Options

P = TypeVar("P", bound=Params)
R = TypeVar("R", bound=Row)
ALL: Final = "alle"
YEARS_BACK: Final = 2
REACHED: Final = 0.5
"""A month counts as reached from this part of the busiest month on."""


@dataclass(frozen=True)
class Keuze:
    """What is chosen on a page; called with a query it gives that query its parameters."""

    codes: dict[str, str]
    words: dict[str, str]
    moment: datetime
    vanaf: date = viewer.FIRST_DAY
    """The first day that can be asked of."""
    opties: dict[str, Options] = field(default_factory=dict)
    """What can be chosen, in words."""

    def __call__(self, query: Query[P, R], **more: object) -> Vraag[P, R]:
        """A query about this selection: it takes from it what it has a parameter for."""
        known = {**self._values(), **more}
        wanted = {name: known[name] for name in query.params.model_fields if name in known}
        outside = (LABELS[key].lower() for key in self._narrowed() if key not in wanted)
        params = query.params.model_validate(wanted)
        return Vraag(query, params, tuple(outside), keuze=self._words())

    def per_wet(self, query: Query[P, R]) -> dict[Wet, Vraag[P, R]]:
        """The same query for every wet that is chosen."""
        return {wet: self(query, wet=wet) for wet in Wet if self.codes.get("wet") in {ALL, wet}}

    def zonder(self, key: str) -> "Keuze":
        """The same selection without one of its filters: a chart never filters itself away."""
        return replace(self, codes={**self.codes, key: ALL})

    def sindsdien(self, query: Query[P, R]) -> Vraag[P, R]:
        """A query about what changed between the chosen moment and now."""
        return replace(self(query, van=self.moment, tot=None), nu=True)

    @property
    def today(self) -> date:
        """The day of the moment, in the Netherlands."""
        return self.moment.astimezone(AMSTERDAM).date()

    @property
    def jaar(self) -> int:
        """The chosen year, or this one where a page asks for none."""
        return int(self.codes.get("jaar", self.today.year))

    @property
    def peildatum(self) -> date:
        """Today, or the last day of a year that is over."""
        return min(self.today, date(self.jaar, 12, 31))

    @property
    def year_before(self) -> date:
        """The first day of the same month, a year before the peildatum, as far as that is kept."""
        first = date(self.peildatum.year - 1, self.peildatum.month, 1)
        return max(first, self.vanaf)

    def chosen(self) -> dict[str, str]:
        """The choices as the address of a page holds them."""
        return {key: self.words[key] for key, code in self.codes.items() if code != ALL}

    def in_words(self) -> str:
        """The selection as a reader would say it: `Jeugd, Team Borger, heel de gemeente`."""
        said = [self.words[key] for key in self._narrowed()]
        return ", ".join(said) or "Alle wetten, heel de gemeente"

    def _words(self) -> str:
        """What is chosen, for who reads the figures elsewhere."""
        if self.codes.keys() & {"indicator", "lichting"}:
            return self.words[next(iter(self.codes))]
        return f"{self.in_words()}, {self.jaar}" if self.codes else ""

    def _narrowed(self) -> list[str]:
        """The filters that leave something out; where one must choose a wijk, none does."""
        chosen = [key for key, code in self.codes.items() if key in EVERYTHING and code != ALL]
        return [] if "indicator" in self.codes else chosen

    def _values(self) -> dict[str, Any]:
        day = self.peildatum
        codes = {key: code for key, code in self.codes.items() if code != ALL}
        first = max(date(day.year - YEARS_BACK, day.month, 1), self.vanaf)
        fixed = {"jaar": self.jaar, "peildatum": day, "van": first, "tot": day, "genoeg": REACHED}
        return {**codes, **fixed, **vergelijking.values(codes)}
