"""Answers and drawings, kept as long as they are true: the only user of Streamlit's caches.

The key is what the result depends on: the version of the warehouse, the query with its parameters,
and the role. No entry is ever cleared or timed; a new version makes a new key.
"""

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import count
from threading import Lock
from typing import Any, Final, Generic, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

import streamlit as st

from sdash import answers
from sdash.answers import Answer, Answers
from sdash.sql import Params, Query, Row
from sdash.ui import viewer

P = TypeVar("P", bound=Params)
R = TypeVar("R", bound=Row)
V = TypeVar("V")
Drawing = ParamSpec("Drawing")

MOST_ENTRIES: Final = 500


@dataclass(frozen=True)
class Vraag(Generic[P, R]):
    """A query with the parameters of one view."""

    query: Query[P, R]
    params: P
    buiten: tuple[str, ...] = ()
    """The names of the filters that are chosen, and that this query knows nothing of."""


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
            if len(self._values) > MOST_ENTRIES:
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


@dataclass(frozen=True)
class _Memory:
    """What was asked and drawn of one warehouse; it is forgotten together with it."""

    answers: Kept[Answer[Any]] = field(default_factory=Kept)
    derived: Kept[Any] = field(default_factory=Kept)
    drawings: Kept[int] = field(default_factory=Kept)
    history: dict[Hashable, tuple[list[Any], int]] = field(default_factory=dict)
    writing: Lock = field(default_factory=Lock)


def version() -> int:
    """What is known now: an integer in memory, so that asking costs nothing."""
    return answers.current().version


def ask(vraag: Vraag[P, R]) -> Answer[R]:
    """The answer for the one who looks, through the privacy gate; what is hidden is None."""
    running, role = answers.current(), viewer.role()
    view = (vraag.query.name, vraag.params, role)

    def make() -> Answer[R]:
        answer = running.rows(vraag.query, vraag.params, role)
        _remember(memory, view, answer.rows)
        return answer

    memory = _memory(running)
    return memory.answers.get((running.version, view), make)


def rows(vraag: Vraag[P, R]) -> list[R]:
    """The rows of an answer."""
    return ask(vraag).rows


def one(vraag: Vraag[P, R]) -> R:
    """The only row of an answer."""
    (row,) = ask(vraag).rows
    return row


def derived(key: Hashable, make: Callable[[], V]) -> V:
    """What was made of answers, kept as long as they are: nobody may change it."""
    running = answers.current()
    known: V = _memory(running).derived.get((running.version, viewer.role(), key), make)
    return known


def changes(vraag: Vraag[P, R]) -> int:
    """How often the answer became another one since it was first asked."""
    view = (vraag.query.name, vraag.params, viewer.role())
    return _memory(answers.current()).history.get(view, (None, 0))[1]


def drawn(draw: Callable[Drawing, None]) -> Callable[Drawing, None]:
    """Draw once for all who see the same: Streamlit replays the elements of a cached function.

    It is asked by a number, since it would hash all fields of what is drawn at each hit.
    """

    def once(*what: Drawing.args, **_none: Drawing.kwargs) -> None:
        drawings = _memory(answers.current()).drawings
        _replay(number=drawings.get((draw, what), _numbers.__next__), _draw=draw, _what=what)

    return once


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False)
def _replay(number: int, _draw: Callable[..., None], _what: tuple[Any, ...]) -> None:  # noqa: ARG001  (the key)
    _draw(*_what)


def _memory(running: Answers) -> _Memory:
    with _lock:
        return _memories.setdefault(running, _Memory())


def _remember(memory: _Memory, view: Hashable, rows: list[Any]) -> None:
    with memory.writing:
        before, changed = memory.history.pop(view, (rows, 0))
        memory.history[view] = (rows, changed + (before != rows))
        if len(memory.history) > MOST_ENTRIES:
            del memory.history[next(iter(memory.history))]


_memories: Final[WeakKeyDictionary[Answers, _Memory]] = WeakKeyDictionary()
_lock: Final = Lock()
_numbers: Final = count()
