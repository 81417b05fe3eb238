"""The chain ladder on a triangle, with the standard error of Mack.

Thomas Mack, "Distribution-free calculation of the standard error of chain ladder reserve
estimates", ASTIN Bulletin 23 (1993), pages 213 to 225.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[np.float64]
FEWEST: Final = 2
"""So many rows a factor must be seen in before its spread can be said."""


@dataclass(frozen=True)
class Ladder:
    """How amounts develop from lag to lag, and where the rows of a triangle end.

    factoren and variantie have one entry less than there are lags. A factor that cannot be said
    (nothing seen at that lag, or only credits) is NaN, and so is all that needs it.
    """

    factoren: Getallen
    variantie: Getallen
    eind: Getallen
    """Of each row what it ends at; NaN when that cannot be said."""
    fout: Getallen
    """The standard error of each of these."""
    fout_totaal: float
    """The standard error of their sum, which is more than the rows apart: they share factors."""

    @property
    def aandeel(self) -> Getallen:
        """Which part of the end is known at each lag; 0 before anything can be said."""
        rest = np.cumprod(np.append(self.factoren, 1.0)[::-1])[::-1]
        return np.where(np.isfinite(rest) & (rest > 0), 1 / np.where(rest > 0, rest, 1.0), 0.0)


def ladder(cumulatief: Getallen) -> Ladder:
    """The chain ladder of a triangle: rows of cumulative amounts by lag, NaN where not yet seen.

    Each row is seen from the first lag up to its newest one, an earlier row at least as far as a
    later one.
    """
    gezien = np.isfinite(cumulatief)
    factoren, variantie = _factors(cumulatief, gezien)
    nieuwste = gezien.sum(axis=1) - 1
    vol = _filled(cumulatief, gezien, factoren)
    eind = vol[:, -1]
    sommen = np.where(gezien[:, 1:], cumulatief[:, :-1], 0.0).sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        per_stap = variantie / factoren**2
        fouten = np.array(
            [
                eind[row] ** 2 * (per_stap[lag:] * (1 / vol[row, lag:-1] + 1 / sommen[lag:])).sum()
                for row, lag in enumerate(nieuwste)
            ]
        )
        samen = 0.0
        for row, lag in enumerate(nieuwste):
            later = eind[row + 1 :].sum()
            samen += fouten[row] + eind[row] * later * (2 * per_stap[lag:] / sommen[lag:]).sum()
        return Ladder(factoren, variantie, eind, np.sqrt(fouten), float(np.sqrt(samen)))


def _factors(cumulatief: Getallen, gezien: NDArray[np.bool_]) -> tuple[Getallen, Getallen]:
    """The volume-weighted factors of Mack, and the variance of each around it."""
    lags = cumulatief.shape[1]
    factoren, variantie = np.full(lags - 1, np.nan), np.full(lags - 1, np.nan)
    for lag in range(lags - 1):
        both = gezien[:, lag + 1]
        van, naar = cumulatief[both, lag], cumulatief[both, lag + 1]
        if van.sum() <= 0 or naar.sum() <= 0:
            continue
        factoren[lag] = naar.sum() / van.sum()
        positief = van > 0
        if positief.sum() >= FEWEST:
            afstand = naar[positief] / van[positief] - factoren[lag]
            variantie[lag] = (van[positief] * afstand**2).sum() / (positief.sum() - 1)
        elif lag > 1:
            variantie[lag] = _extrapolated(variantie[lag - 2], variantie[lag - 1])
    return factoren, variantie


def _extrapolated(eerder: float, vorige: float) -> float:
    """The variance of a factor that was seen once, after Mack: they fall like a power."""
    if not eerder > 0:
        return vorige
    return float(min(vorige**2 / eerder, eerder, vorige))


def _filled(cumulatief: Getallen, gezien: NDArray[np.bool_], factoren: Getallen) -> Getallen:
    vol = cumulatief.copy()
    for lag, factor in enumerate(factoren, 1):
        vol[:, lag] = np.where(gezien[:, lag], cumulatief[:, lag], vol[:, lag - 1] * factor)
    return vol
