"""A SQL module: a header that is checked, one SELECT, and the one way to run it.

A file `queries/<subject>/<name>.sql` starts with comments that say what one row answers, which
parameters it takes, which columns it gives and what makes a row unique. The note of a column may
begin with words that the privacy gate reads (`Kind`). Columns under `unseen` are never shown: they
are what the gate judges by, or what makes a row unique.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from itertools import takewhile
from pathlib import Path
from typing import Annotated, Any, Final, Generic, NamedTuple, Self, TypeVar

import duckdb
import pyarrow as pa
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    TypeAdapter,
)

from sdash.clock import as_stored, past

FOLDER: Final = Path(__file__).resolve().parent.parent / "queries"

_FIELD: Final = re.compile(r"--   ([a-z_]+) +([A-Z][^\s?]*)(\?)?(?: +(\S.*))?")
_MARK: Final = re.compile(r"-- ([a-z]+): (\S.*)")
_KIND: Final = re.compile(r"(persons|money|count|share)\b(?: of ([a-z_]+))?(?: in ([a-z_]+))?")

Record = dict[str, Any]
"""One row as the database gives it, by column name."""


class SqlError(Exception):
    """A SQL module or its binding does not say what it must."""


class Kind(StrEnum):
    """What a column could tell about people, as the first words of its note say.

    `persons`; `money of X` and `count of X`, which belong to the people that column X counts;
    `share of X in Y`, the ratio of two columns.
    """

    PERSONS = "persons"
    MONEY = "money"
    COUNT = "count"
    SHARE = "share"


@dataclass(frozen=True)
class Field:
    """One parameter or column of a header."""

    name: str
    type: str
    nullable: bool
    note: str
    kind: Kind | None = None
    of: str = ""
    within: str = ""


@dataclass(frozen=True)
class Header:
    """What a SQL module promises."""

    sentence: str
    params: tuple[Field, ...]
    columns: tuple[Field, ...]
    unseen: tuple[Field, ...]
    marks: dict[str, str]

    @property
    def selected(self) -> tuple[Field, ...]:
        """All columns of the SELECT in order: those that are shown, then the unseen ones."""
        return self.columns + self.unseen

    @property
    def grain(self) -> tuple[str, ...]:
        """The columns that make a row unique; none when there is one row."""
        grain = self.marks["grain"]
        return () if grain == "one row" else tuple(grain.split(", "))

    @property
    def moments(self) -> tuple[str, ...]:
        """The parameters with the moments that it compares: the first one, and the second."""
        return tuple(name for name in self.marks.get("moments", "").split(", ") if name)

    @property
    def balances(self) -> tuple["Balance", ...]:
        """Columns that add up within a row: `(begin) + in - out = (eind); a + b = in`."""
        written = self.marks.get("balance", "").split(";")
        return tuple(Balance.of(sum_) for sum_ in written if sum_)


class Balance(NamedTuple):
    """Columns that give each other back; those in brackets are repeated by the rows around."""

    terms: tuple[str, ...]
    own: tuple[str, ...]

    @classmethod
    def of(cls, written: str) -> Self:
        """Read one sum of a header."""
        found = re.findall(r"(\()?([a-z_]+)", written)
        return cls(
            tuple(name for _, name in found), tuple(name for around, name in found if not around)
        )


def load(name: str) -> tuple[Header, str]:
    """The header and the whole text of `queries/<name>.sql`."""
    path = FOLDER / f"{name}.sql"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise SqlError(f"{name}: there is no such file in {FOLDER.name}/") from None
    return parse(text, name), text


def parse(text: str, name: str) -> Header:
    """Read the comments above the SELECT; a line that is not understood raises SqlError."""
    comments = [*takewhile(lambda line: line.startswith("--"), text.splitlines())]
    blank = comments.index("--") if "--" in comments else len(comments)
    fields: dict[str, list[Field]] = {"params": [], "columns": [], "unseen": []}
    marks: dict[str, str] = {}
    section = ""
    for line in comments[blank:]:
        if (title := line[3:]) in fields:
            section = title
        elif mark := _MARK.fullmatch(line):
            marks[mark[1]] = mark[2]
        elif section and (found := _FIELD.fullmatch(line)):
            fields[section].append(_field(found))
        elif line != "--":
            raise SqlError(f"{name}: this line of the header is not understood: {line}")
    sentence = " ".join(line[3:] for line in comments[:blank])
    params, columns, unseen = (tuple(of_section) for of_section in fields.values())
    header = Header(sentence, params, columns, unseen, marks)
    _check(header, name)
    return header


def _field(found: re.Match[str]) -> Field:
    note = found[4] or ""
    kind = _KIND.match(note)
    told = (Kind(kind[1]), kind[2] or "", kind[3] or "") if kind else ()
    return Field(found[1], found[2], bool(found[3]), note, *told)


def _check(header: Header, name: str) -> None:
    columns = {column.name: column for column in header.selected}
    persons = {column.name for column in header.selected if column.kind is Kind.PERSONS}
    if not header.sentence or not header.columns or "grain" not in header.marks:
        raise SqlError(f"{name}: a header has a sentence, columns and a grain")
    if len(columns) < len(header.selected):
        raise SqlError(f"{name}: a column is named twice")
    summed = {term for balance in header.balances for term in balance.terms}
    named = {*header.grain, *header.marks.get("together", "").split()}
    if unknown := named - {*columns} | summed - persons:
        raise SqlError(f"{name}: grain, balance, together: no such column: {sorted(unknown)}")
    for column in header.selected:
        if column.kind and column.kind is not Kind.PERSONS and column.of not in persons:
            raise SqlError(f"{name}: the note of {column.name} must name a column of persons")
        if column.kind is Kind.SHARE and column.within not in columns:
            raise SqlError(f"{name}: the note of {column.name} must say `share of X in Y`")


# ------------------------------------------------------------------------------------ bindings


class Params(BaseModel):
    """The parameters of a query, as one frozen value."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Row(BaseModel):
    """One row of an answer, as one frozen value."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Moment = Annotated[datetime, AfterValidator(lambda moment: moment.replace(tzinfo=UTC))]
"""A TIMESTAMP of the warehouse, which is UTC, as an aware datetime."""

PastMoment = Annotated[datetime, BeforeValidator(past), PlainSerializer(as_stored)]
"""A parameter that names a past moment: a day means its end, as in `--as-of`."""

P = TypeVar("P", bound=Params)
R = TypeVar("R", bound=Row)

registry: Final[dict[str, "Query[Any, Any]"]] = {}
"""Every bound query by its name, filled by importing `sdash.queries`."""


@dataclass(frozen=True)
class Query(Generic[P, R]):
    """A SQL module with the types of its parameters and of its rows."""

    name: str
    params: type[P]
    row: type[R]
    header: Header = field(init=False, repr=False, compare=False)
    text: str = field(init=False, repr=False, compare=False)
    _rows: TypeAdapter[list[R]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.name in registry:
            raise SqlError(f"{self.name}: bound twice")
        header, text = load(self.name)
        object.__setattr__(self, "header", header)
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "_rows", TypeAdapter(list[self.row]))  # type: ignore[name-defined]
        registry[self.name] = self

    def records(self, cursor: duckdb.DuckDBPyConnection, params: P) -> list[Record]:
        """All rows with the unseen columns: for the privacy gate, and for nobody else."""
        names = [column.name for column in self.header.selected]
        found = cursor.execute(self.text, self._values(params)).fetchall()
        return [dict(zip(names, values, strict=True)) for values in found]

    def table(self, cursor: duckdb.DuckDBPyConnection, params: P) -> pa.Table:
        """The same as columns."""
        return cursor.sql(self.text, params=self._values(params)).to_arrow_table()

    def rows(self, cursor: duckdb.DuckDBPyConnection, params: P) -> list[R]:
        """All rows, unprotected and without the unseen columns."""
        return self.build(self.records(cursor, params))

    def build(self, records: Iterable[Record]) -> list[R]:
        """Records as frozen rows, without the unseen columns."""
        names = [column.name for column in self.header.columns]
        return self._rows.validate_python(
            [{name: record[name] for name in names} for record in records]
        )

    def _values(self, params: P) -> dict[str, Any]:
        return params.model_dump(include={param.name for param in self.header.params})
