"""The most memory that this process held during something."""

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from sdash.bench.machine import PROC

MB: Final = 1024**2


def peak_of(call: Callable[[], object]) -> float:
    """The largest resident memory during a call, in MB, of the process as a whole.

    Where the system can't forget an earlier peak, it is that of the whole life of the process.
    """
    with suppress(OSError):
        (PROC / "self" / "clear_refs").write_text("5")
    call()
    try:
        lines = (PROC / "self" / "status").read_text().splitlines()
        (peak,) = (line for line in lines if line.startswith("VmHWM:"))
    except (OSError, ValueError):
        return _of_its_life()
    return int(peak.split()[1]) * 1024 / MB


def peak_of_children() -> float:
    """The largest resident memory of any ended process that this one started, in MB."""
    return _remembered("RUSAGE_CHILDREN")


def _of_its_life() -> float:
    return _remembered("RUSAGE_SELF")


def _remembered(whose: str) -> float:
    """What the system itself remembers; 0 on Windows, which does not tell it so."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return 0.0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(getattr(resource, whose)).ru_maxrss * unit / MB
