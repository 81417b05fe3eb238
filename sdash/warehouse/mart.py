"""A mart: a table that `queries/mart` derives from the ledger, wholly or by touched keys."""

import re
from dataclasses import dataclass
from typing import Final

from sdash.sql import load

_TOUCHED: Final = re.compile(r"([a-z_]+) \(([a-z_, ]+)\)")
MART: Final = "mart"
"""The schema of what is known now; each past moment has one of its own."""


@dataclass(frozen=True)
class Mart:
    """One mart: its SELECT, and the staged table of keys that restricts it, if it has one."""

    naam: str
    select: str
    columns: tuple[tuple[str, str, bool], ...]
    staged: str
    key: tuple[str, ...]
    indexed: tuple[str, ...]

    @classmethod
    def named(cls, naam: str) -> "Mart":
        """Read `queries/mart/<naam>.sql`."""
        header, select = load(f"mart/{naam}")
        found = _TOUCHED.fullmatch(header.marks.get("touched", ""))
        return cls(
            naam=naam,
            select=select,
            columns=tuple((field.name, field.type, field.nullable) for field in header.columns),
            staged=found[1] if found else "",
            key=tuple(found[2].split(", ")) if found else (),
            indexed=tuple(name for name in header.marks.get("index", "").split(", ") if name),
        )

    def ddl(self, schema: str = MART) -> str:
        """The statement that creates the empty table in a schema."""
        columns = ", ".join(
            f'"{name}" {kind}{"" if nullable else " NOT NULL"}'
            for name, kind, nullable in self.columns
        )
        return f"CREATE TABLE IF NOT EXISTS {schema}.{self.naam} ({columns})"

    def delete(self, schema: str = MART) -> str:
        """The statement that takes out what will be derived again."""
        delete = f"DELETE FROM {schema}.{self.naam}"  # noqa: S608  (names of ours, none from data)
        if not self.staged:
            return delete
        may_be_null = {name for name, _, nullable in self.columns if nullable}
        same = " AND ".join(
            f'm."{name}" {"IS NOT DISTINCT FROM" if name in may_be_null else "="} r."{name}"'
            for name in self.key
        )
        return f"{delete} AS m USING {self.staged} AS r WHERE {same}"
