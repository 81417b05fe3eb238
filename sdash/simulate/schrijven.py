"""Writes the stream as files, each complete from the moment that it has its name."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event
from typing import Final

from sdash.simulate.stroom import generate

TIJDELIJK: Final = ".simulate.tmp"


def write(  # noqa: PLR0913  (these are the options of the command)
    out: Path,
    seed: int,
    clients: int,
    months: int,
    tot: date | None = None,
    *,
    errors: bool = True,
    rate: float | None = None,
    wait: Callable[[float], object] | None = None,
    written: Callable[[Path], object] | None = None,
) -> int:
    """Write every message; say how many files, and call written after each.

    With rate, so many files a second, by waiting in between.
    """
    wachten = wait or Event().wait
    aantal = 0
    out.mkdir(parents=True, exist_ok=True)
    for bericht in generate(seed, clients, months, tot, errors=errors):
        tijdelijk = out / TIJDELIJK
        tijdelijk.write_bytes(bericht.inhoud)
        pad = tijdelijk.replace(out / bericht.name)
        aantal += 1
        if written:
            written(pad)
        if rate:
            wachten(1 / rate)
    return aantal
