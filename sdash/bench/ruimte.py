"""What a size needs on disk and in memory, and refusing it before it begins when it does not fit.

The needs of a line were measured and rounded up: a warehouse with its ledger and marts, what a
rebuild spills to disk meanwhile, and a copy to write to.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sdash.bench.keuze import Keuze
from sdash.bench.machine import GB, free_memory
from sdash.service.control import CommandRefused

DISK_AT_LEAST: Final = 1 * GB
DISK_A_LINE: Final = 600
MEMORY_AT_LEAST: Final = 1 * GB
MEMORY_A_LINE: Final = 400
MEMORY_AT_MOST: Final = 6 * GB
"""The database keeps to its own limit; beside it comes the process."""
BESIDE_A_LINE: Final = 300
"""What they need more of both: the lines once more as files, and all of them in a frame."""
BESIDE: Final = ("naast", "buiten")
KORT_REGELS: Final = 20_000


@dataclass(frozen=True)
class Ruimte:
    """Bytes on disk and in memory."""

    schijf: int
    geheugen: int


def needed(keuze: Keuze, namen: Sequence[str] = ()) -> Ruimte:
    """What generating this size and measuring these claims takes at most."""
    regels = KORT_REGELS if keuze.kort else keuze.maat.regels
    beside = regels * BESIDE_A_LINE if {*BESIDE} & {*namen} else 0
    return Ruimte(
        schijf=DISK_AT_LEAST + regels * DISK_A_LINE + beside,
        geheugen=min(MEMORY_AT_LEAST + regels * MEMORY_A_LINE, MEMORY_AT_MOST) + beside,
    )


def available(folder: Path) -> Ruimte:
    """What there is; where the memory can't be told, it counts as enough."""
    memory = free_memory()
    return Ruimte(shutil.disk_usage(folder).free, MEMORY_AT_MOST if memory is None else memory)


def check(need: Ruimte, has: Ruimte, maat: str) -> None:
    """Raise CommandRefused when a size does not fit, with what it needs."""
    short = [
        f"{wat} {nodig / GB:.1f} GB en er is {er_is / GB:.1f} GB"
        for wat, nodig, er_is in (
            ("op schijf", need.schijf, has.schijf),
            ("aan geheugen", need.geheugen, has.geheugen),
        )
        if er_is < nodig
    ]
    if short:
        raise CommandRefused(
            f"De maat {maat} past hier niet: nodig is {'; nodig is '.join(short)}."
        )
