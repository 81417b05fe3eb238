"""A lock that is fair: a live message waits for one group of a long ingest, not for all of it."""

import threading
from collections import deque
from typing import Self


class Turn:
    """A lock that serves in the order in which it was asked."""

    def __init__(self) -> None:
        self._moved = threading.Condition()
        self._queue: deque[object] = deque()

    def __enter__(self) -> Self:
        mine = object()
        with self._moved:
            self._queue.append(mine)
            try:
                self._moved.wait_for(lambda: self._queue[0] is mine)
            except BaseException:  # an interrupted waiter may not hold up who comes after
                self._queue.remove(mine)
                self._moved.notify_all()
                raise
        return self

    def __exit__(self, *_: object) -> None:
        with self._moved:
            self._queue.popleft()
            self._moved.notify_all()
