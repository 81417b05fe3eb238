"""What could be said at the end of one month: of months that were, and of months to come.

Of a month that was, the part that is still to be declared is taken from the a-priori, as
Bornhuetter and Ferguson do ("The actuary and IBNR", PCAS 59, 1972): known + (1 - share) x a-priori,
with the share that the chain ladder gives. Of a month to come all is a-priori.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from sdash.prognose.afloop import JAAR, RIJP, STEUN, VOORUIT, Afloop, afloop
from sdash.prognose.kolommen import Getallen
from sdash.prognose.mack import Ladder, ladder
from sdash.prognose.stof import Stof

LAGS: Final = 13
"""From the month itself to a year after it."""
SMALL: Final = 0.01
MEEST: Final = 2.0
"""More than so many times its first price no care can cost by index and season."""
RIJEN: Final = 36
"""How many months of delivery a triangle has."""
ONRIJP: Final = 2
"""So many months that were, still change: ends of care are told afterwards."""
VERDER: Final = VOORUIT + ONRIJP
GRAAD_BEKEND: Final = 6
"""From this month on there are mature months enough to know a verzilveringsgraad."""
EERDER: Final = 24
"""How many earlier moments say how toewijzingen run off."""
Stap = Callable[[int, int], None]
"""Called before each month-end that is worked out: how many are done, and of how many."""


@dataclass(frozen=True)
class Stand:
    """What was known and expected at the end of `maand`, in euro by post and month of delivery."""

    maand: int
    bekend: Getallen
    """staand as known, for the months up to and with this one."""
    toegekend: Getallen
    """Of that what was granted."""
    compleet: Getallen
    """With what is still to be declared."""
    komend: Getallen
    """The VOORUIT months after it; NaN while nothing earlier says how toewijzingen run off."""
    nieuw: Getallen
    """Of komend what is of care that was not assigned yet."""
    afloop: Afloop

    @property
    def maanden(self) -> Getallen:
        """All months: those that were, and those to come."""
        return np.hstack([self.compleet, self.komend])


def stand(stof: Stof, maand: int, eerdere: Sequence[Stand]) -> Stand:
    """What could be said at the end of a month, given what could be said at earlier ones."""
    per_groep = stof.staand[:, : maand + 1, : maand + 1].sum(axis=2)
    bekend = per_post(stof, per_groep)
    aandeel = _shares(stof, maand)
    volgroeid = np.where(aandeel > 0, aandeel, 1.0)[stof.post_van]
    loopt = afloop(stof, maand, per_groep / volgroeid)
    a_priori = np.zeros((len(stof.posten), maand + 1 + VOORUIT))
    a_priori[:, loopt.eerste :] = loopt.verwacht
    a_priori[:, maand + 1 - ONRIJP :], erbij = _ahead(loopt, maand, eerdere)
    zonder = loopt.verwacht.sum(axis=1) <= 0
    a_priori[zonder] = _average(bekend, maand)[zonder, None]
    compleet = bekend + (1 - aandeel) * np.nan_to_num(a_priori[:, : maand + 1])
    komend = a_priori[:, maand + 1 :]
    erbij[zonder] = 0.0
    nieuw = np.clip(erbij[:, ONRIJP:], 0.0, np.maximum(komend, 0.0))
    toegekend = per_post(stof, stof.toegekend[:, : maand + 1, : maand + 1].sum(axis=2))
    return Stand(maand, bekend, toegekend, compleet, komend, nieuw, loopt)


def per_post(stof: Stof, per_groep: Getallen) -> Getallen:
    """Groups added up by post."""
    return np.stack(
        [per_groep[stof.post_van == post].sum(axis=0) for post in range(len(stof.posten))]
    )


def driehoek(per_ontvangst: Getallen, maand: int) -> Getallen:
    """The triangle of amounts [month of delivery, month of receipt] as known at the end of a month.

    Rows are months of delivery, the columns lags: cumulative, NaN where the month is still to come.
    """
    rijen = np.arange(max(maand + 1 - RIJEN, 0), maand + 1)
    gestapeld = per_ontvangst[:, : maand + 1].cumsum(axis=1)
    op = rijen[:, None] + np.arange(LAGS)
    return np.where(op <= maand, gestapeld[rijen[:, None], np.minimum(op, maand)], np.nan)


def ladder_van(per_ontvangst: Getallen, maand: int) -> Ladder:
    """The chain ladder of amounts [month of delivery, month of receipt] at the end of a month."""
    return ladder(driehoek(per_ontvangst, maand))


def _shares(stof: Stof, maand: int) -> Getallen:
    """Which part of each month is known, by post: what each month has had time for."""
    lag = np.minimum(maand - np.arange(maand + 1), LAGS - 1)
    delen = []
    for post in range(len(stof.posten)):
        geld = stof.staand[stof.post_van == post].sum(axis=0)
        aandeel = ladder_van(geld, maand).aandeel
        aandeel[np.maximum.accumulate(aandeel[::-1])[::-1] <= 0] = 0.0
        delen.append(aandeel[lag])
    return np.stack(delen)


def _average(bekend: Getallen, maand: int) -> Getallen:
    """What a mature month cost on average, where no toewijzing tells."""
    rijp = bekend[:, max(maand + 1 - RIJP - JAAR, 0) : max(maand + 1 - RIJP, 1)]
    gemiddeld: Getallen = rijp.mean(axis=1)
    return gemiddeld


def _ahead(loopt: Afloop, maand: int, eerdere: Sequence[Stand]) -> tuple[Getallen, Getallen]:
    """The newest months and those to come: what is left of what is known, and what comes beside it;
    and the latter apart.

    NaN while nothing earlier says how toewijzingen run off.
    """
    over, erbij = _runoff(loopt, maand, eerdere)
    vast, waarde = loopt.vast[:, -VERDER:], loopt.verwacht[:, -VERDER:]
    is_vast = vast > 0
    per_euro = np.clip(np.where(is_vast, waarde / np.where(is_vast, vast, 1.0), 0.0), 0.0, MEEST)
    laatste = np.maximum.accumulate(np.where(is_vast, np.arange(VERDER), 0), axis=1)
    prijs = np.take_along_axis(per_euro, laatste, axis=1)
    return (over * vast + erbij) * prijs, erbij * prijs


def _runoff(loopt: Afloop, maand: int, eerdere: Sequence[Stand]) -> tuple[Getallen, Getallen]:
    """Which part is left so many months later, and what was added, on average of earlier moments.

    A horizon that no earlier moment reaches goes on as the two before it did.
    """
    shape = (len(loopt.vast), VERDER)
    over, erbij = np.full(shape, np.nan), np.full(shape, np.nan)
    cumulatief = loopt.naar_eerst.cumsum(axis=1)
    for kolom in range(VERDER):
        ver = kolom + 1 - ONRIJP
        gezien = [
            (cumulatief[:, eerder.maand, doel], loopt.vast[:, doel], toen)
            for eerder in eerdere[-EERDER:]
            if eerder.maand >= GRAAD_BEKEND
            if loopt.eerste <= eerder.maand + ver <= maand - ONRIJP
            for doel in (eerder.maand + ver - loopt.eerste,)
            for toen in (eerder.afloop.vast[:, eerder.maand + ver - eerder.afloop.eerste],)
        ]
        if gezien:
            blijft, alles, toen = np.sum(gezien, axis=0)
            over[:, kolom] = (blijft + STEUN * blijft.sum()) / (toen + STEUN * toen.sum() + SMALL)
            erbij[:, kolom] = (alles - blijft) / len(gezien)
        elif kolom > 1:
            stap = over[:, kolom - 1] / np.maximum(over[:, kolom - 2], SMALL)
            over[:, kolom] = over[:, kolom - 1] * np.minimum(stap, 1.0)
            erbij[:, kolom] = 2 * erbij[:, kolom - 1] - erbij[:, kolom - 2]
    return over, erbij


def niets(_gedaan: int, _van: int) -> None:
    """Tell nobody how far it is."""


def standen(stof: Stof, tot: int | None = None, stap: Stap = niets) -> list[Stand]:
    """What could be said at the end of each month, up to and with month number `tot` (or all).

    The first two months are left out: nothing can be known of them yet.
    """
    alle: list[Stand] = []
    maanden = range(ONRIJP, stof.maanden if tot is None else min(tot + 1, stof.maanden))
    for maand in maanden:
        stap(len(alle), len(maanden))
        alle.append(stand(stof, maand, alle))
    return alle
