"""The machine that is measured on: what it is, and how busy others keep it."""

import os
import platform
import threading
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
LOOK_SECONDS: Final = 0.25

Proces = tuple[int, int]
"""The number of a process, and the tick at which it started: numbers are used again."""


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
        self._eigen = Eigen()
        self._begin = _all_ticks()
        self._start = WAND()

    @cached_property
    def deel(self) -> float | None:
        """Their part of all processor time up to the first asking; None where it can't be told."""
        end, own = _all_ticks(), self._eigen.stop()
        if self._begin is None or end is None:
            return None
        possible = (WAND() - self._start) * os.sysconf("SC_CLK_TCK") * (os.cpu_count() or 1)
        return max(end - self._begin - own, 0) / max(possible, 1)


class Eigen:
    """Adds up, from its start on, the clock ticks of this process and of all that it started.

    It looks often, since the time of a process that is left behind goes with it: a browser ends
    without waiting for its parts. The time of one that was waited for stands in its parent, so
    between two looks the larger of both sums holds what either misses.
    """

    def __init__(self) -> None:
        self._seen: dict[Proces, int] = {}
        self._waited = self._look()
        self._first = dict(self._seen)
        self._done = threading.Event()
        self._looks = threading.Thread(target=self._keep_looking, daemon=True)
        self._looks.start()

    def stop(self) -> int:
        """The clock ticks since the start."""
        self._done.set()
        self._looks.join()
        waited = self._look() - self._waited
        return max(waited, sum(self._seen.values()) - sum(self._first.values()))

    def _keep_looking(self) -> None:
        while not self._done.wait(LOOK_SECONDS):
            self._look()

    def _look(self) -> int:
        """The ticks of all that live, with those of children that they waited for."""
        found = _processes()
        ours = {pid for pid, proces in found.items() if proces[0] in self._seen} | {os.getpid()}
        while more := {pid for pid, (_, parent, *_) in found.items() if parent in ours} - ours:
            ours |= more
        alive = [found[pid] for pid in ours if pid in found]
        self._seen |= {proces: own for proces, _, own, _ in alive}
        return sum(own + waited for _, _, own, waited in alive)


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


def _all_ticks() -> int | None:
    """The clock ticks that all processes took."""
    try:
        counts = [int(count) for count in (PROC / "stat").read_text().split()[1:9]]
        user, nice, system, _, _, irq, softirq, steal = counts
    except (OSError, ValueError):
        return None
    return user + nice + system + irq + softirq + steal


def _processes() -> dict[int, tuple[Proces, int, int, int]]:
    """By number: what tells it apart, its parent, its own ticks and those that it waited for."""
    found = {}
    for path in PROC.glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        pid = int(path.parent.name)
        user, system, waited_user, waited_system = map(int, fields[11:15])
        proces = (pid, int(fields[19]))
        found[pid] = (proces, int(fields[1]), user + system, waited_user + waited_system)
    return found


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
