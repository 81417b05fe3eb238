"""Where a year ends: P10, P50 and P90 by a bootstrap of what the same method missed before.

At each earlier month-end the method would have said something of the twelve months that lay around
it as this year lies around now. Where these are over by now, the miss is known: these residuals are
drawn from with a kernel (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, section
16.4). Their median is left out: what the first year missed says little of the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from sdash.prognose.afloop import JAAR, RIJP
from sdash.prognose.kolommen import Getallen, Nummers
from sdash.prognose.stand import Stand
from sdash.prognose.stof import Stof, eerste_dag

RIJP_NODIG: Final = 12
"""Fewer mature months than this say too little of a year."""
FEWEST: Final = 8
"""With fewer residuals nothing is said of the band."""
TREKKINGEN: Final = 4000
ZAAD: Final = 1681
PERCENTIELEN: Final = tuple(number / 100 for number in range(1, 100))
TE_KORT: Final = (
    "er zijn {er} maanden waarvan de declaraties binnen zijn; een prognose vraagt er {nodig}"
)
NIETS: Final = "van dit jaar is niets te verwachten: er zijn geen declaraties en geen toewijzingen"
TE_VER: Final = "dit jaar begint te laat om er nu iets van te zeggen"
TE_VROEG: Final = "van dit jaar zijn niet alle maanden bewaard"
ZONDER_BEGROTING: Final = "voor dit jaar is geen begroting bekend"
GEEN_BAND: Final = "er zijn {er} eerdere momenten om de band aan te ijken; dat vraagt er {nodig}"


@dataclass(frozen=True)
class Jaareinde:
    """What is said of a year at the end of a month, in euro; None where it cannot be said."""

    jaar: int
    maand: date
    """First day of the month at whose end it is said."""
    toegekend: float
    """What was granted of this year by then."""
    p10: float | None = None
    p50: float | None = None
    p90: float | None = None
    naief: float | None = None
    """toegekend so far by the months that have passed, times twelve: what others show."""
    naief_vol: float | None = None
    """The same without the newest month, of which nothing can have been declared yet."""
    reden: str = ""
    """In Dutch, why there is no P50 or no band; empty when all is said."""
    percentielen: tuple[float, ...] = ()
    """From the first to the 99th; empty when there is no band."""


def jaareinde(stof: Stof, standen: Sequence[Stand], jaar: int, posten: Nummers) -> Jaareinde:
    """What is said of a year at the end of the month of the last stand, of some posten together.

    The standen are those of all months up to it, as `standen` gives them.
    """
    nu = standen[-1]
    begin = jaar * JAAR - stof.begin
    toegekend = nu.toegekend[posten, max(begin, 0) : max(begin + JAAR, 0)]
    naief, naief_vol = _naive(toegekend.sum(axis=0), nu.maand + 1 - begin)
    op, bekend = eerste_dag(stof.begin + nu.maand), float(toegekend.sum())
    p50, reden = _expected(nu, begin, posten)
    if p50 is None:
        return Jaareinde(jaar, op, bekend, naief=naief, naief_vol=naief_vol, reden=reden)
    verstreken = nu.maand + 1 - begin
    missers = _missed(standen, verstreken, posten)
    if len(missers) < FEWEST:
        reden = GEEN_BAND.format(er=len(missers), nodig=FEWEST)
        return Jaareinde(jaar, op, bekend, None, p50, None, naief, naief_vol, reden)
    getrokken = _drawn(missers, max(JAAR - verstreken, 1))
    rij = (p50 * np.exp(np.quantile(getrokken, PERCENTIELEN))).tolist()
    return Jaareinde(
        jaar, op, bekend, rij[9], p50, rij[89], naief, naief_vol, percentielen=tuple(rij)
    )


@dataclass(frozen=True)
class Afwijking:
    """The forecast less the budget, in euro: what is above zero is an overrun."""

    p10: float | None
    p50: float | None
    p90: float | None
    reden: str = ""


def afwijking(gezegd: Jaareinde, begroot: float | None) -> Afwijking:
    """A forecast beside a budget; None with the reason where either says nothing."""
    if begroot is None:
        return Afwijking(None, None, None, ZONDER_BEGROTING)
    parts = (gezegd.p10, gezegd.p50, gezegd.p90)
    p10, p50, p90 = (None if part is None else part - begroot for part in parts)
    return Afwijking(p10, p50, p90, gezegd.reden)


def _naive(per_maand: Getallen, verstreken: int) -> tuple[float | None, float | None]:
    """The year so far in proportion, with and without its newest month."""
    maanden = min(verstreken, JAAR)
    if maanden < 1:
        return None, None
    vol = maanden if verstreken > JAAR else maanden - 1
    return (
        float(per_maand.sum()) / maanden * JAAR,
        float(per_maand[:vol].sum()) / vol * JAAR if vol else None,
    )


def _expected(nu: Stand, begin: int, posten: Nummers) -> tuple[float | None, str]:
    """What the year comes to, or None and why that cannot be said."""
    rijp = np.flatnonzero(nu.bekend[posten].sum(axis=0)[: max(nu.maand + 1 - RIJP, 0)] > 0)
    if begin < 0:
        return None, TE_VROEG
    if len(rijp) < RIJP_NODIG:
        return None, TE_KORT.format(er=len(rijp), nodig=RIJP_NODIG)
    maanden = nu.maanden[posten, begin : begin + JAAR]
    if maanden.shape[1] < JAAR:
        return None, TE_VER
    som = float(maanden.sum())
    return (som, "") if np.isfinite(som) and som > 0 else (None, NIETS)


def _missed(standen: Sequence[Stand], verstreken: int, posten: Nummers) -> Getallen:
    """The logarithm of end over expectation, of each earlier moment of which the end is known."""
    nu = standen[-1]
    gevonden = []
    for eerder in standen[:-1]:
        eerste = eerder.maand + 1 - verstreken
        if eerste < 0 or eerste + JAAR > nu.maand + 1:
            continue
        p50, _ = _expected(eerder, eerste, posten)
        eind = float(nu.compleet[posten, eerste : eerste + JAAR].sum())
        if p50 is not None and eind > 0:
            gevonden.append(float(np.log(eind / p50)))
    return np.array(gevonden)


def _drawn(missers: Getallen, overlap: int) -> Getallen:
    """Residuals drawn again around their median, the same each time.

    Of residuals whose open months overlap only one in so many tells something new, and the fewer
    do, the wider a prediction has to be: by the root of 1 + 1/n.
    """
    toeval = np.random.default_rng(ZAAD)
    rond = missers - np.median(missers)
    spreiding, kern = float(rond.std()), len(rond) ** -0.2
    getrokken = toeval.choice(rond, TREKKINGEN) + kern * spreiding * toeval.normal(size=TREKKINGEN)
    breder = np.sqrt((1 + overlap / len(rond)) / (1 + kern**2))
    rondom: Getallen = getrokken * breder
    return rondom
