"""Who is inside the warehouse: many readers, or one who changes the file under them."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from sdash.warehouse.errors import WarehouseUnavailable

SECONDS_FOR_A_CHANGE: Final = 20.0
SECONDS_FOR_AN_ANSWER: Final = 5.0


class Gate:
    """Lets many in, or one alone, who has those inside interrupted when they take long."""

    def __init__(self) -> None:
        self._moved = threading.Condition()
        self._inside = 0
        self._is_closed = False

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Be inside with others; raises WarehouseUnavailable when a change takes long."""
        with self._moved:
            if not self._moved.wait_for(lambda: not self._is_closed, SECONDS_FOR_A_CHANGE):
                raise WarehouseUnavailable("Het gegevensbestand wordt vervangen.")
            self._inside += 1
        try:
            yield
        finally:
            with self._moved:
                self._inside -= 1
                self._moved.notify_all()

    @contextmanager
    def alone(self, interrupt: Callable[[], None]) -> Iterator[None]:
        """Be the only one inside; raises WarehouseUnavailable when the others do not leave."""
        with self._moved:
            self._is_closed = True
        try:
            if not self._are_gone():
                interrupt()
                if not self._are_gone():
                    raise WarehouseUnavailable("Het gegevensbestand is nog in gebruik.")
            yield
        finally:
            with self._moved:
                self._is_closed = False
                self._moved.notify_all()

    def _are_gone(self) -> bool:
        with self._moved:
            return self._moved.wait_for(lambda: self._inside == 0, SECONDS_FOR_AN_ANSWER)
