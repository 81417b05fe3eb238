"""The reading process: settings first, then a path in, a Reading out, until its input ends."""

import contextlib
import os
import pickle
import signal
import sys
from pathlib import Path
from typing import Final, TextIO

from sdash.contracts.declaratie import Prestatie
from sdash.ingest.read import read
from sdash.ingest.reading import arrow_table
from sdash.logs import where
from sdash.settings import Settings

MEMORY_BYTES: Final = 4 * 1024**3


def _limit_memory() -> None:
    with contextlib.suppress(ImportError):  # Windows has no limits of this kind
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _own_voice() -> TextIO:
    """Standard error for ourselves only: a parser without memory fills a disk with complaints."""
    own = os.fdopen(os.dup(2), "w", encoding="utf-8")
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123  (os.devnull is no path of anyone)
        os.dup2(nowhere.fileno(), 2)
    return own


def get_ready() -> None:
    """Load what the first file would otherwise wait for: pyarrow's first array looks for pandas."""
    arrow_table(Prestatie, [])


def main() -> None:
    """Serve the parent until it closes the pipe."""
    # Ctrl+C and a service manager tell every process: the parent decides, and closes the pipe.
    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, signal.SIG_IGN)
    said = _own_voice()
    _limit_memory()
    get_ready()
    try:
        settings: Settings = pickle.load(sys.stdin.buffer)  # noqa: S301  (the parent is ourselves)
    except EOFError:
        return  # the parent went before it asked anything
    while True:
        try:
            path: Path = pickle.load(sys.stdin.buffer)  # noqa: S301
        except EOFError:
            return
        try:
            reading = read(path, settings)
        except Exception as error:  # noqa: BLE001  (what it says may hold values of a record)
            said.write(f"Het lezen van een bestand brak af: {where(error)}\n")
            sys.exit(1)
        pickle.dump(reading, sys.stdout.buffer)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
