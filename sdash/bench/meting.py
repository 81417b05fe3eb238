"""One measured figure beside its target, and how samples become a figure."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Final

Klok = Callable[[], float]

WAND: Final[Klok] = time.perf_counter
"""Seconds that pass: what a user waits."""
CPU: Final[Klok] = time.process_time
"""Seconds of processor time in this process, in all its threads."""
FEW: Final = 3


@dataclass(frozen=True)
class Meting:
    """One figure; `naam` and `uitleg` are Dutch, and end up in the report."""

    naam: str
    waarde: float
    eenheid: str
    doel: float | None = None
    hoogstens: bool = True
    """Whether the target is a maximum, else it is a minimum."""
    uitleg: str = ""

    @property
    def gehaald(self) -> bool | None:
        """Whether the target was reached; None when there is none."""
        if self.doel is None:
            return None
        return self.waarde <= self.doel if self.hoogstens else self.waarde >= self.doel


def herhaal(
    call: Callable[[], object],
    warm: int,
    keer: int,
    klok: Klok = WAND,
    binnen: float | None = None,
) -> list[float]:
    """The seconds of `keer` calls, after `warm` that do not count.

    With `binnen` there are fewer, but at least a few, when they take longer than so many seconds.
    """
    for _ in range(warm):
        call()
    samples: list[float] = []
    while len(samples) < keer:
        if binnen is not None and len(samples) >= FEW and sum(samples) > binnen:
            break
        samples.append(duur(call, klok))
    return samples


def duur(call: Callable[[], object], klok: Klok = WAND) -> float:
    """The seconds of one call."""
    begin = klok()
    call()
    return klok() - begin


def mediaan(seconden: Sequence[float]) -> float:
    """The middle of the samples."""
    return median(seconden)


def p95(seconden: Sequence[float]) -> float:
    """What 95 in 100 samples stay under; of few samples it is close to the largest."""
    if len(seconden) == 1:
        return seconden[0]
    return quantiles(seconden, n=20, method="inclusive")[-1]
