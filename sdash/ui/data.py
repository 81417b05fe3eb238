"""Answers and drawings, kept as long as they are true: the only user of Streamlit's caches.

The key of an answer is what it depends on: the version of the warehouse and forecast, the query
with its parameters, the role, and the past moment that is looked at, if any. The key of what is
made of answers, such as a drawing, is which answers these are: a new version under which they are
the same leaves it as it is. No entry is ever cleared or timed. While messages stream in, the
version takes steps: what is drawn of one is shared by all who look, and a single message is seen at
once.
"""

import os
import time
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import count
from threading import Lock
from typing import Any, ClassVar, Final, Generic, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

import streamlit as st

from sdash import answers
from sdash.answers import Answer, Answers
from sdash.prognose import bijhouden
from sdash.sql import Params, Query, Row
from sdash.ui import viewer
from sdash.ui.kept import MOST, Kept, View

P = TypeVar("P", bound=Params)
R = TypeVar("R", bound=Row)
V = TypeVar("V")

A_STEP: Final = 0.5
A_SCREEN: Final = 0.01


@dataclass(frozen=True)
class Vraag(Generic[P, R]):
    """A query with the parameters of one view."""

    query: Query[P, R]
    params: P
    buiten: tuple[str, ...] = ()
    """The names of the filters that are chosen, and that this query knows nothing of."""
    nu: bool = False
    """Whether it is about what is known now, also beside a past moment."""
    keuze: str = ""
    """What is chosen, in words."""

    @property
    def per(self) -> datetime | None:
        """The past moment that it is asked of, or None for now."""
        return None if self.nu else viewer.per().moment


class Stand(NamedTuple):
    """What is known of a view: another number whenever its answer is another one."""

    nummer: int
    gewijzigd: int
    """How often the answer became another one since it was first asked."""
    rows: list[Any]
    hidden: list[frozenset[str]]


@dataclass
class Stap:
    """The version that is shown, and since when.

    A version is shown for some time when the next ones are there already, and longer when more
    screens are open, since each of them costs the server a drawing of every page.
    """

    seconds: ClassVar[float] = A_STEP

    version: int = -1
    since: float = float("-inf")

    def to(self, known: int) -> int:
        """The version to show now that this one is known."""
        moment = time.monotonic()
        if known != self.version and moment - self.since >= self.seconds:
            self.version, self.since = known, moment
        return self.version


@dataclass(frozen=True)
class Beeld:
    """What a picture of a page asked when it was drawn last, and of which version."""

    version: int
    vragen: dict[View, Vraag[Any, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Memory:
    """What was asked and drawn of one warehouse; it is forgotten together with it."""

    beelden: dict[Hashable, Beeld] = field(default_factory=dict)
    answers: Kept[Answer[Any]] = field(default_factory=Kept)
    derived: Kept[Any] = field(default_factory=Kept)
    history: dict[View, Stand] = field(default_factory=dict)
    seconds: dict[View, float] = field(default_factory=dict)
    """How long it took to answer, the last time."""
    writing: Lock = field(default_factory=Lock)
    stap: Stap = field(default_factory=Stap)


def newest() -> int:
    """What is known now: an integer in memory, so that asking costs nothing."""
    running = answers.current()
    return _memory(running).stap.to(running.version + bijhouden.toestand().nummer)


def version(per: datetime | None = None) -> int:
    """What is shown; of a past moment it stays the same, unless history was added."""
    if per is None:
        return newest()
    return answers.current().changes + bijhouden.toestand(per).nummer


def ask(vraag: Vraag[P, R]) -> Answer[R]:
    """The answer for the one who looks, through the privacy gate; what is hidden is None."""
    running, view = answers.current(), _view(vraag)
    if drawing := _drawing.get():
        drawing.vragen[view] = vraag
    make = partial(_answer, running, vraag, view)
    return _memory(running).answers.get((version(view.per), view), make)


def ask_ahead(beeld: Hashable) -> None:
    """Ask beside each other, before it is drawn, what this picture asked when it was drawn last.

    A page asks one question after another, and each of them keeps one core busy. What took longest
    goes first: as the last one it would keep all others waiting.
    """
    running, role, per = answers.current(), viewer.role(), viewer.per().moment
    memory, now = _memory(running), Beeld(version(per))
    with memory.writing:
        before = memory.beelden.pop((beeld, role, per), now)
        memory.beelden[beeld, role, per] = now
        if len(memory.beelden) > MOST:
            del memory.beelden[next(iter(memory.beelden))]
    _drawing.set(now)
    if before.version != now.version:
        asked = sorted(before.vragen.items(), key=lambda one: -memory.seconds.get(one[0], 0.0))
        for view, vraag in asked:
            make = partial(_answer, running, vraag, view)
            _beside.submit(memory.answers.get, (version(view.per), view), make)


def rows(vraag: Vraag[P, R]) -> list[R]:
    """The rows of an answer."""
    return ask(vraag).rows


def one(vraag: Vraag[P, R]) -> R:
    """The only row of an answer."""
    (row,) = ask(vraag).rows
    return row


def stand(vraag: Vraag[P, R]) -> Stand:
    """How the answer stands, for a key that outlives the versions which change nothing of it."""
    answer = ask(vraag)
    memory, view = _memory(answers.current()), _view(vraag)
    return memory.history.get(view) or _remember(memory, view, answer)


def derived(key: Hashable, make: Callable[..., V], *vragen: Vraag[Any, Any]) -> V:
    """What is made of these answers, kept until one of them is another; nobody may change it."""
    numbers = tuple(stand(vraag).nummer for vraag in vragen)
    known: V = _memory(answers.current()).derived.get((key, numbers), make)
    return known


def drawn(draw: Callable[..., object]) -> Callable[..., None]:
    """Draw once for all who see the same: Streamlit replays the elements of a cached function.

    It is asked by a number, since it would hash all fields of what is drawn at each hit. What is
    drawn depends on nothing but its arguments and the answers to these questions. What the function
    gives back is kept as long as its drawing.
    """

    def once(*what: Hashable, vragen: Sequence[Vraag[Any, Any]]) -> None:
        number = derived((draw, what), _numbers.__next__, *vragen)
        _replay(number=number, _draw=draw, _what=what)

    return once


@st.cache_resource(max_entries=MOST, show_spinner=False)
def _replay(number: int, _draw: Callable[..., object], _what: tuple[Any, ...]) -> object:  # noqa: ARG001  (the key)
    return _draw(*_what)


def step_for(screens: int) -> None:
    """Take steps that suit so many open screens."""
    Stap.seconds = max(A_STEP, A_SCREEN * screens)


def forget() -> None:
    """Know nothing any more of the answers that are asked now."""
    with _lock:
        _memories.pop(answers.current(), None)


def _answer(running: Answers, vraag: Vraag[P, R], view: View) -> Answer[R]:
    start, memory = time.perf_counter(), _memory(running)
    answer = running.rows(vraag.query, vraag.params, view.role, view.per)
    memory.seconds[view] = time.perf_counter() - start
    _remember(memory, view, answer)
    return answer


def _view(vraag: Vraag[Any, Any]) -> View:
    return View(vraag.query.name, vraag.params, viewer.role(), vraag.per)


def _memory(running: Answers) -> _Memory:
    with _lock:
        found = _memories.get(running)
        return found or _memories.setdefault(running, _Memory())


def _remember(memory: _Memory, view: View, answer: Answer[Any]) -> Stand:
    """Keep how a view stands; the same answer under a new version keeps its number."""
    with memory.writing:
        before = memory.history.pop(view, None)
        if before and (before.rows, before.hidden) == (answer.rows, answer.hidden):
            now = before
        else:
            changed = before.gewijzigd + 1 if before else 0
            now = Stand(next(_numbers), changed, answer.rows, answer.hidden)
        memory.history[view] = now
        if len(memory.history) > MOST:
            memory.seconds.pop(oldest := next(iter(memory.history)), None)
            del memory.history[oldest]
    return now


_memories: Final[WeakKeyDictionary[Answers, _Memory]] = WeakKeyDictionary()
_lock: Final = Lock()
_drawing: Final[ContextVar[Beeld | None]] = ContextVar("drawing", default=None)
_beside: Final = ThreadPoolExecutor(os.cpu_count(), "vraag")
_numbers: Final = count()
