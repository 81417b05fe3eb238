"""What is kept of answers: by which key, and made once, by the first who asks."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from datetime import datetime
from threading import Lock
from typing import Final, Generic, NamedTuple, TypeVar

from sdash.domain import Rol
from sdash.sql import Params

V = TypeVar("V")
MOST: Final = 500
"""How many are kept of a kind."""


class View(NamedTuple):
    """A question as one role asks it of one moment: what an answer depends on, but for versions."""

    query: str
    params: Params
    role: Rol
    per: datetime | None


class Kept(Generic[V]):
    """Values by their keys, those that were used last; who asks for one that is being made waits.

    Streamlit's own cache pickles its values and hashes its keys field by field, at each hit: a
    hundred hits a page cost more than all else on it. These values are frozen, so that all may
    share them.
    """

    def __init__(self) -> None:
        self._values: dict[Hashable, Future[V]] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """The value of a key, made by the first who asks; a mistake is not kept."""
        with self._lock:
            found = self._values.pop(key, None)
            value = self._values[key] = found or Future()
            if len(self._values) > MOST:
                del self._values[next(iter(self._values))]
        if found is None:
            try:
                value.set_result(make())
            except BaseException as error:
                with self._lock:
                    self._values.pop(key, None)
                value.set_exception(error)
                raise
        return value.result()
