"""What goes wrong in a declaratie: lines that a reader must refuse, or a gemeente rejects."""

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Final

from sdash.simulate.catalogus import INDEX
from sdash.simulate.prestaties import bedrag_van
from sdash.simulate.regels import Regel

BEDORVEN: Final = 0.001
"""The part of the lines that its own file, or the toewijzingen, show to be wrong."""
AFGEWEZEN: Final = 0.008
"""The part that the gemeente rejects for its price or its volume."""
NOOIT_UITGEGEVEN: Final = 90_000_000


def merk(rng: Random, regel: Regel, naast: list[Regel], *, errors: bool) -> Regel:
    """The line as it is sent beside others: nearly always as it should be."""
    if regel.credit:
        return regel
    lot = rng.random()
    if errors and lot < BEDORVEN:
        return _bederf(rng, regel, naast)
    return _te_hoog(rng, regel) if BEDORVEN < lot < BEDORVEN + AFGEWEZEN else regel


def _bederf(rng: Random, regel: Regel, naast: list[Regel]) -> Regel:
    """A cent too much, a period over two months, a toewijzing of nobody or of somebody else."""
    onbekend = NOOIT_UITGEGEVEN + regel.toewijzing
    vreemd = [ander.toewijzing for ander in naast if ander.bsn != regel.bsn] or [onbekend]
    keuzes = (
        replace(regel, bedrag=regel.bedrag + 1, afwijzing="9346"),
        replace(regel, begin=regel.begin - timedelta(days=32), afwijzing="9319"),
        replace(regel, toewijzing=onbekend, afwijzing="9338"),
        replace(regel, toewijzing=rng.choice(vreemd), afwijzing="9338"),
    )
    return rng.choice(keuzes if regel.tarief else keuzes[1:])


def _te_hoog(rng: Random, regel: Regel) -> Regel:
    """A tarief that is not in the contract, or more than was assigned."""
    if regel.tarief is not None and rng.random() < 1 / 2:
        tarief = round(regel.tarief * INDEX)
        return replace(
            regel, tarief=tarief, bedrag=bedrag_van(regel.volume, tarief), afwijzing="0611"
        )
    volume = regel.volume * 2
    bedrag = bedrag_van(volume, regel.tarief)
    return replace(regel, volume=volume, bedrag=bedrag, afwijzing="9321")
