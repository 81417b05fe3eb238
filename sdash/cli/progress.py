"""How far long work is: a bar on a terminal, a line now and then anywhere else."""

import sys
import time
from types import TracebackType
from typing import Final, Self

WIDTH: Final = 30
SECONDS_BETWEEN_BARS: Final = 0.1
SECONDS_BETWEEN_LINES: Final = 10.0


class ProgressBar:
    """Writes progress to standard error, and nothing at all for work that is done at once."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._is_terminal = sys.stderr.isatty()
        pause = SECONDS_BETWEEN_BARS if self._is_terminal else SECONDS_BETWEEN_LINES
        self._pause = pause
        self._next = time.monotonic() + pause
        self._has_bar = False

    def __call__(self, done: int, total: int | None) -> None:
        """Say how many are done, and of how many when that is known."""
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + self._pause
        share = "" if total is None else f" van {total}"
        if self._is_terminal:
            self._has_bar = True
            full = WIDTH * done // max(total or done, 1)
            bar = "#" * full + "." * (WIDTH - full)
            sys.stderr.write(f"\r{self._what} [{bar}] {done}{share} ")
        else:
            sys.stderr.write(f"{self._what}: {done}{share}\n")
        sys.stderr.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._has_bar:
            sys.stderr.write("\r\033[K")
