"""What the records of one random history share: mostly one wet, and a few days and persons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from hypothesis import strategies as st

from tests.oracle.messages import AANBIEDER, GEMEENTE, TEST_BSNS, Kop

T = TypeVar("T")

FAILING_BSN = "999900007"
PRODUCTS = {
    "jw": (("45", "45A04"), ("45", None), ("45", "45A05"), ("46", "46A01")),
    "wmo": (("02", "02A04"), ("02", None), ("02", "02A05"), ("08", "08A01")),
}
_SENT = tuple(map(date.fromisoformat, ("2026-01-05", "2026-01-06", "2026-01-07")))


@dataclass(frozen=True)
class Mix:
    """The wet that a history is mostly about, and whether odd values come up at all."""

    wet: str
    odd: bool

    def mostly(self, usual: Sequence[T], odd: Sequence[T]) -> st.SearchStrategy[T]:
        """One of the usual values, or in an odd history now and then an odd one."""
        return (
            st.sampled_from([*usual] * (12 // len(usual)) + [*odd])
            if self.odd
            else st.sampled_from(usual)
        )

    @property
    def bsns(self) -> st.SearchStrategy[str]:
        """Mostly one person."""
        return self.mostly([TEST_BSNS[0]] * 5 + [TEST_BSNS[1]], [FAILING_BSN])

    @property
    def koppen(self) -> st.SearchStrategy[Kop]:
        """Headers that are not yet numbered, mostly of one wet and aanbieder."""
        return st.builds(
            Kop,
            identificatie=st.just(""),
            dagtekening=st.sampled_from(_SENT),
            wet=self.mostly([self.wet], ["jw", "wmo"]),
            aanbieder=self.mostly([AANBIEDER], ["42420002"]),
            gemeente=self.mostly([GEMEENTE], ["0106"]),
        )


MIXES = st.builds(Mix, st.sampled_from(["jw", "wmo"]), st.booleans())
