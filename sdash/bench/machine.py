"""The machine that is measured on: what it is, and how busy others keep it."""

import os
import platform
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Final

from sdash.bench.meting import WAND

PROC: Final = Path("/proc")
GB: Final = 1024**3
MOST_LOAD: Final = 0.25
"""The load average for each core above which a machine counts as busy."""
MOST_OTHERS: Final = 0.10
"""The part of all processor time that others may take while a claim is measured."""


@dataclass(frozen=True)
class Machine:
    """What figures depend on, in words."""

    processor: str
    kernen: int
    geheugen_gb: float
    systeem: str
    python: str
    duckdb_versie: str

    @classmethod
    def this(cls) -> "Machine":
        """The machine that this runs on."""
        return cls(
            processor=_processor(),
            kernen=os.cpu_count() or 1,
            geheugen_gb=round(_meminfo("MemTotal") / GB, 1),
            systeem=f"{platform.system()} {platform.machine()}",
            python=platform.python_version(),
            duckdb_versie=version("duckdb"),
        )


def load() -> float | None:
    """The load average of the last minute for each core; None where the system has none."""
    try:
        return os.getloadavg()[0] / (os.cpu_count() or 1)
    except (AttributeError, OSError):
        return None


def free_memory() -> int | None:
    """How many bytes of memory can still be used; None where that can't be told."""
    return _meminfo("MemAvailable") or None


class Anderen:
    """Looks from its start on how much processor time other processes take."""

    def __init__(self) -> None:
        self._begin = _ticks()
        self._start = WAND()

    @cached_property
    def deel(self) -> float | None:
        """Their part of all processor time up to the first asking; None where it can't be told."""
        begin, end = self._begin, _ticks()
        if begin is None or end is None:
            return None
        possible = (WAND() - self._start) * os.sysconf("SC_CLK_TCK") * (os.cpu_count() or 1)
        theirs = (end[0] - begin[0]) - (end[1] - begin[1])
        return max(theirs, 0) / max(possible, 1)


def too_busy(load_before: float | None, others: float | None) -> str | None:
    """Why figures of this run may not be published, in Dutch; None when they may."""
    if load_before is None or others is None:
        return "op dit systeem is niet te zien of andere programma's meedoen"
    if load_before > MOST_LOAD:
        return (
            f"de machine was al bezig: belasting {load_before:.2f} per kern, "
            f"en hoogstens {MOST_LOAD:.2f} mag"
        )
    if others > MOST_OTHERS:
        return (
            f"andere programma's gebruikten {others:.0%} van de processor, "
            f"en hoogstens {MOST_OTHERS:.0%} mag"
        )
    return None


def _ticks() -> tuple[int, int] | None:
    """The clock ticks that all processes took, and those of this one with all it started."""
    try:
        user, nice, system, _, _, irq, softirq, steal = (
            int(count) for count in (PROC / "stat").read_text().split()[1:9]
        )
        return user + nice + system + irq + softirq + steal, _own_ticks()
    except (OSError, ValueError):
        return None


def _own_ticks() -> int:
    """A process also carries the time of children that ended; those that live carry their own."""
    parents: dict[int, int] = {}
    ticks: dict[int, int] = {}
    for path in PROC.glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        pid = int(path.parent.name)
        parents[pid] = int(fields[1])
        ticks[pid] = sum(map(int, fields[11:15]))
    ours = {os.getpid()}
    while found := {pid for pid, parent in parents.items() if parent in ours} - ours:
        ours |= found
    return sum(ticks.get(pid, 0) for pid in ours)


def _processor() -> str:
    try:
        lines = (PROC / "cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def _meminfo(name: str) -> int:
    try:
        lines = (PROC / "meminfo").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:")), 0)
