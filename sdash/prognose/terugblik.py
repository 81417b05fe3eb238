"""The back-test: what would have been said at each past month-end of that year's end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from sdash.prognose.afloop import JAAR
from sdash.prognose.jaareinde import Jaareinde, jaareinde
from sdash.prognose.kolommen import Nummers
from sdash.prognose.stand import Stand
from sdash.prognose.stof import Stof

NA: Final = 6
"""A year's end is known when so many months have passed since."""
VANAF_JULI: Final = 7


@dataclass(frozen=True)
class Terugblik:
    """What was said at the end of a month, beside what the year came to."""

    gezegd: Jaareinde
    uitkomst: float | None
    """In euro, granted; None when the year's end is not known yet."""

    @property
    def raak(self) -> bool | None:
        """Whether the band held the outcome; None when one of them is missing."""
        p10, p90 = self.gezegd.p10, self.gezegd.p90
        if self.uitkomst is None or p10 is None or p90 is None:
            return None
        return p10 <= self.uitkomst <= p90

    @property
    def fout(self) -> float | None:
        """How far P50 was from the outcome, as a part of it."""
        return self._part(self.gezegd.p50)

    @property
    def fout_naief(self) -> float | None:
        """How far the naive extrapolation was."""
        return self._part(self.gezegd.naief)

    @property
    def fout_naief_vol(self) -> float | None:
        """How far the naive extrapolation of full months was."""
        return self._part(self.gezegd.naief_vol)

    def _part(self, gezegd: float | None) -> float | None:
        if gezegd is None or not self.uitkomst:
            return None
        return abs(gezegd - self.uitkomst) / abs(self.uitkomst)


@dataclass(frozen=True)
class Oordeel:
    """How well it went over some moments; None where nothing could be judged."""

    momenten: int
    """At which a P50 was said of a year of which the end is known."""
    met_band: int
    raak: float | None
    fout: float | None
    fout_naief: float | None
    fout_naief_vol: float | None


def terugblik(stof: Stof, standen: Sequence[Stand], posten: Nummers) -> Iterator[Terugblik]:
    """For each month-end, oldest first, what would have been said of its year."""
    laatste = standen[-1]
    for tot in range(1, len(standen) + 1):
        jaar = (stof.begin + standen[tot - 1].maand) // JAAR
        gezegd = jaareinde(stof, standen[:tot], jaar, posten)
        yield Terugblik(gezegd, uitkomst(stof, laatste, jaar, posten))


def uitkomst(stof: Stof, laatste: Stand, jaar: int, posten: Nummers) -> float | None:
    """What a year came to, in euro, granted; None when that is not known yet."""
    begin = jaar * JAAR - stof.begin
    if begin < 0 or begin + JAAR + NA > laatste.maand + 1:
        return None
    return float(laatste.toegekend[posten, begin : begin + JAAR].sum())


def oordeel(alle: Sequence[Terugblik], vanaf: int = 1) -> Oordeel:
    """How well it went from a month of the year on (7 is July), where P50 was said."""
    gezegd = [een for een in alle if een.fout is not None and een.gezegd.maand.month >= vanaf]
    banden = [een.raak for een in gezegd if een.raak is not None]
    return Oordeel(
        len(gezegd),
        len(banden),
        fmean(banden) if banden else None,
        _mean([een.fout for een in gezegd]),
        _mean([een.fout_naief for een in gezegd]),
        _mean([een.fout_naief_vol for een in gezegd]),
    )


def _mean(parts: Sequence[float | None]) -> float | None:
    known = [part for part in parts if part is not None]
    return fmean(known) if known else None
