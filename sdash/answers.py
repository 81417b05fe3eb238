"""The one way to an answer: a query, asked by a role, through the privacy gate."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Final, Generic, TypeVar

import pyarrow as pa

from sdash.domain import Rol
from sdash.privacy import NotAllowed, Policy, policy_for, protect
from sdash.settings import Settings
from sdash.sql import Params, Query, Row
from sdash.warehouse import NotKept, Warehouse

P = TypeVar("P", bound=Params)
R = TypeVar("R", bound=Row)
_DAYS: Final = ("peildatum", "van", "toen_van")


@dataclass(frozen=True)
class Answer(Generic[R]):
    """The rows that a role may see, per row the names of what is hidden, and as of which version.

    A row may be newer than the version, never older.
    """

    rows: list[R]
    hidden: list[frozenset[str]]
    version: int


class Answers:
    """Answers from one warehouse under one installation's settings."""

    def __init__(self, warehouse: Warehouse, settings: Settings) -> None:
        self._warehouse = warehouse
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """The settings of the installation that answers."""
        return self._settings

    @property
    def vanaf(self) -> date | None:
        """The first day that is kept whole, or None when nothing went yet."""
        return self._warehouse.vanaf

    @property
    def version(self) -> int:
        """Grows with everything that is read, and when the file was made again without what went,
        so that a page knows when to ask again.
        """
        return self._warehouse.version + self._warehouse.changes

    @property
    def changes(self) -> int:
        """The same for past moments, which seldom change: when history was added to them."""
        return self._warehouse.changes

    def rows(
        self, query: Query[P, R], params: P, rol: Rol, per: datetime | None = None
    ) -> Answer[R]:
        """The answer to a query, from what is known now or was known at a past moment.

        A query that compares moments says which. Raises NotAllowed when the role may not ask it,
        and NotKept for a time of which not all is kept.
        """
        policy = self._policy(query, params, rol)
        version = self.version if per is None else self.changes
        first, second = [getattr(params, name) for name in query.header.moments] or (None, None)
        with self._warehouse.at(second or per, first) as cursor:
            records = query.records(cursor, params)
        protected = protect(query.header, records, policy)
        return Answer(query.build(protected.records), protected.hidden, version)

    def table(
        self, query: Query[P, R], params: P, rol: Rol, per: datetime | None = None
    ) -> pa.Table:
        """The same as columns, of a query that tells nothing but exact figures.

        A hundred thousand rows as objects cost seconds in which no page is drawn.
        """
        if self._policy(query, params, rol).name != query.header.marks.get("policy"):
            raise NotAllowed(f"{query.name} is geen vraag naar exacte cijfers.")
        with self._warehouse.at(per) as cursor:
            return query.table(cursor, params)

    def _policy(self, query: Query[P, R], params: P, rol: Rol) -> Policy:
        self._check_kept(params)
        return policy_for(rol, self._settings, query.name, query.header)

    def _check_kept(self, params: Params) -> None:
        """What is left of an older time is no figure of it."""
        vanaf = self._warehouse.vanaf
        if vanaf is None:
            return
        jaar, days = getattr(params, "jaar", None), [getattr(params, day, None) for day in _DAYS]
        too_early = any(type(day) is date and day < vanaf for day in days)
        if too_early or (jaar is not None and jaar < vanaf.year):
            raise NotKept(vanaf)


class NotRunning(Exception):
    """No warehouse is open in this process."""


class _Running:
    """What the pages of this process ask; they are scripts, so that nobody can hand it to them."""

    answers: ClassVar[Answers | None] = None


def use(answers: Answers | None) -> None:
    """Let the pages of this process ask these answers, or none when the server stops."""
    _Running.answers = answers


def current() -> Answers:
    """The answers that the pages ask; raises NotRunning when no server has opened a warehouse."""
    if _Running.answers is None:
        raise NotRunning("Er is geen gegevensbestand geopend; start sdash met `sdash serve`.")
    return _Running.answers
