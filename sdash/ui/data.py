"""Answers and drawings, kept as long as they are true: the only user of Streamlit's caches.

The key is what the result depends on: the version of the warehouse, the query with its parameters,
and the role. No entry is ever cleared or timed; a new version makes a new key.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from types import FunctionType
from typing import Any, Final, Generic, ParamSpec, TypeVar

import streamlit as st

from sdash import answers
from sdash.answers import Answer
from sdash.domain import Rol
from sdash.sql import Params, Query, Row
from sdash.ui import viewer

P = TypeVar("P", bound=Params)
R = TypeVar("R", bound=Row)
Drawing = ParamSpec("Drawing")

MOST_ENTRIES: Final = 500
_NAMES: Final[dict[str | type[Any], Callable[[Any], Any]]] = {
    Query: lambda query: query.name,
    FunctionType: lambda function: f"{function.__module__}.{function.__qualname__}",
}


@dataclass(frozen=True)
class Vraag(Generic[P, R]):
    """A query with the parameters of one view."""

    query: Query[P, R]
    params: P
    buiten: tuple[str, ...] = ()
    """The names of the filters that are chosen, and that this query knows nothing of."""


def version() -> int:
    """What is known now: an integer in memory, so that asking costs nothing."""
    return answers.current().version


def ask(vraag: Vraag[P, R]) -> Answer[R]:
    """The answer for the one who looks, through the privacy gate; what is hidden is None."""
    return _ask(version(), vraag.query, vraag.params, viewer.role())


def rows(vraag: Vraag[P, R]) -> list[R]:
    """The rows of an answer."""
    return ask(vraag).rows


def one(vraag: Vraag[P, R]) -> R:
    """The only row of an answer."""
    (row,) = ask(vraag).rows
    return row


def changes(vraag: Vraag[P, R]) -> int:
    """How often the answer became another one since it was first asked."""
    return _history.get((vraag.query.name, vraag.params, viewer.role()), (None, 0))[1]


@st.cache_data(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=_NAMES)
def _ask(version: int, query: Query[Any, Any], params: Params, role: Rol) -> Answer[Any]:  # noqa: ARG001  (the key)
    answer = answers.current().rows(query, params, role)
    _remember((query.name, params, role), answer.rows)
    return answer


def _remember(key: tuple[str, Params, Rol], rows: list[Any]) -> None:
    with _writing:
        before, count = _history.pop(key, (rows, 0))
        _history[key] = (rows, count + (before != rows))
        if len(_history) > MOST_ENTRIES:
            del _history[next(iter(_history))]


_history: Final[dict[tuple[str, Params, Rol], tuple[list[Any], int]]] = {}
_writing: Final = Lock()


def drawn(draw: Callable[Drawing, None]) -> Callable[Drawing, None]:
    """Draw once for all who see the same: Streamlit replays the elements of a cached function."""
    cached: Callable[Drawing, None] = st.cache_data(
        max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=_NAMES
    )(draw)
    return cached
