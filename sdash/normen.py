"""What the gemeente measures itself by: weeks of its own, of law or field, and its own goals."""

from collections.abc import Iterable
from datetime import date
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

Maat = Literal[
    "volgens_plan",
    "voortijdig",
    "zonder_zorg_zes",
    "zonder_zorg_twaalf",
    "op_tijd",
    "lichter",
    "opnieuw",
    "ervaring",
]
"""What a goal can be of, on the page Resultaten."""
LAGER: Final[frozenset[Maat]] = frozenset({"voortijdig", "opnieuw"})
"""Of these, less is better."""


class Normen(BaseModel):
    """Within how many weeks something should be done; a norm is a line beside it, never an alarm.

    `start` is the gemeente's own, of waiting as messages tell it; `intake` and `behandeling` are
    the Treeknorm, from aanmelding and from intake; `onderzoek` and `besluit` are the Wmo 2015
    (art. 2.3.2 and 2.3.5), from melding and from aanvraag.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: int = Field(default=6, ge=1, le=100)
    intake: int = Field(default=4, ge=1, le=100)
    behandeling: int = Field(default=10, ge=1, le=100)
    onderzoek: int = Field(default=6, ge=1, le=100)
    besluit: int = Field(default=2, ge=1, le=100)

    def per_soort(self) -> dict[str, int]:
        """The weeks of each kind of waiting that figures tell of, by the day from which it is."""
        return {
            **dict.fromkeys(("toewijzing", "verzoek", "ingang"), self.start),
            "aanmelding": self.intake,
            "intake": self.behandeling,
            "melding": self.onderzoek,
            "onderzoek": self.besluit,
        }


class Doel(BaseModel):
    """A part that the gemeente wants to reach, or with less is better not to pass; and whose."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    maat: Maat
    aandeel: float = Field(ge=0, le=1)
    door: str = Field(min_length=1, max_length=100)
    op: date

    @property
    def is_lager(self) -> bool:
        """Whether less is better."""
        return self.maat in LAGER

    def oordeel(self, laag: float, hoog: float) -> Literal["gehaald", "niet gehaald", "onzeker"]:
        """What may be said of a figure that lies between two edges."""
        if self.is_lager:
            laag, hoog, doel = -hoog, -laag, -self.aandeel
        else:
            doel = self.aandeel
        if laag >= doel:
            return "gehaald"
        return "niet gehaald" if hoog < doel else "onzeker"


def doel_van(doelen: Iterable[Doel], maat: Maat) -> Doel | None:
    """The goal for something; None when the gemeente set none."""
    return next((doel for doel in doelen if doel.maat == maat), None)
