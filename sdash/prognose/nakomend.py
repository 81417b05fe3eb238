"""What is still to be declared of months that were, by the chain ladder alone, and how sure."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from sdash.prognose.kolommen import Nummers
from sdash.prognose.mack import ladder
from sdash.prognose.stand import driehoek
from sdash.prognose.stof import Stof

TE_KORT: Final = "er zijn te weinig maanden om te zien hoe declaraties nakomen"


@dataclass(frozen=True)
class Nakomend:
    """In euro; None with the reason, in Dutch, when it cannot be said."""

    bedrag: float | None
    fout: float | None
    """The standard error of Mack."""
    zonder: int
    """Of how many of the newest months nothing is in, so that this says nothing of them."""
    reden: str = ""


def nakomend(stof: Stof, maand: int, posten: Nummers) -> Nakomend:
    """What the lines that are in by the end of a month say of those to come, of some posten."""
    geld = stof.staand[np.isin(stof.post_van, posten)].sum(axis=0)
    rijen = driehoek(geld, maand)
    gezien = np.isfinite(rijen)
    begonnen = np.flatnonzero(np.where(gezien, rijen, 0.0).sum(axis=0) > 0)
    lag = int(begonnen[0]) if len(begonnen) else 0
    over = rijen[gezien[:, lag]][:, lag:]
    zonder = len(rijen) - len(over)
    uitkomst = ladder(over)
    nieuwste = np.isfinite(over).sum(axis=1) - 1
    bedrag = (uitkomst.eind - over[np.arange(len(over)), nieuwste]).sum()
    if not len(begonnen) or not np.isfinite(bedrag):
        return Nakomend(None, None, zonder, TE_KORT)
    fout = uitkomst.fout_totaal if np.isfinite(uitkomst.fout_totaal) else None
    return Nakomend(float(bedrag), fout, zonder, "" if fout is not None else TE_KORT)
