"""A lock that is fair: a live message waits for one group of a long ingest, not for all of it."""

import threading
from typing import Self


class Turn:
    """A lock that serves in the order in which it was asked."""

    def __init__(self) -> None:
        self._moved = threading.Condition()
        self._last = 0
        self._serving = 0

    def __enter__(self) -> Self:
        with self._moved:
            mine = self._last
            self._last += 1
            self._moved.wait_for(lambda: self._serving == mine)
        return self

    def __exit__(self, *_: object) -> None:
        with self._moved:
            self._serving += 1
            self._moved.notify_all()
