"""Counts what is asked of the database, without knowing what it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from sdash.warehouse import Warehouse


class TellendPakhuis(Warehouse):
    """A warehouse that counts the statements that it executes."""

    statements: int = 0

    @contextmanager
    def cursor(self) -> Iterator[Any]:
        """A cursor as ever, of which each statement counts."""
        with super().cursor() as cursor:
            yield _TellendeCursor(self, cursor)


class _TellendeCursor:
    def __init__(self, warehouse: TellendPakhuis, cursor: object) -> None:
        self._warehouse = warehouse
        self._cursor = cast("Any", cursor)

    def execute(self, *arguments: object) -> object:
        self._warehouse.statements += 1
        return self._cursor.execute(*arguments)

    def __getattr__(self, name: str) -> object:
        return getattr(self._cursor, name)
