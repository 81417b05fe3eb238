"""Answers that remember what they were asked, and for whom."""

from datetime import datetime
from typing import Any

from sdash.answers import Answer, Answers
from sdash.domain import Rol
from sdash.sql import Params, Query


class Witness:
    """Passes every question on, and keeps it."""

    def __init__(self, real: Answers) -> None:
        self._real = real
        self.settings = real.settings
        self.vanaf = real.vanaf
        self.asked: list[tuple[str, Params, Rol]] = []
        self.later = 0
        self.moments: set[datetime | None] = set()
        self.of_now: set[str] = set()

    @property
    def version(self) -> int:
        return self._real.version + self.later

    @property
    def changes(self) -> int:
        return self._real.changes

    def rows(
        self, query: Query[Any, Any], params: Params, rol: Rol, per: datetime | None = None
    ) -> Answer[Any]:
        self.asked.append((query.name, params, rol))
        self.moments.add(per)
        if per is None:
            self.of_now.add(query.name)
        return self._real.rows(query, params, rol, per)
