"""The ledger read back as the tables that were written to it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

import duckdb
import pyarrow as pa

from sdash.warehouse import ledger
from sdash.warehouse.archive import Archived
from sdash.warehouse.schema import PERSON
from sdash.warehouse.tables import TABLES, Tables
from sdash.warehouse.totals import hash_of, totals

ROWS: Final = 200_000
"""How many records a file of a repaired archive holds, unless one delivery has more."""
DELIVERIES: Final = 5_000

_FIRST_SEEN: Final = """
    CREATE OR REPLACE TEMP TABLE eerste_keer AS
    SELECT client_id, min(levering_nr) AS levering_nr FROM ({0})
    WHERE client_id IS NOT NULL AND {1}
    GROUP BY client_id
"""


class Extract:
    """A ledger of this or an earlier version, with every person where he was first seen.

    `gone` selects deliveries that do not count for that.
    """

    def __init__(self, cursor: duckdb.DuckDBPyConnection, gone: str = "") -> None:
        self._cursor = cursor
        found = cursor.execute(
            "SELECT table_name, list(column_name) FROM duckdb_columns() "
            "WHERE schema_name = 'ledger' GROUP BY table_name"
        ).fetchall()
        self._columns = {str(tabel): {*columns} for tabel, columns in found}
        moved = cursor.execute(
            "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'ingetrokken'"
        ).fetchall()
        self._moved = {str(tabel) for (tabel,) in moved}
        self.last = 0
        if "levering" in self._columns:  # else a crash came before the first table
            self.last = ledger.last(cursor)
            which = f"levering_nr NOT IN ({gone})" if gone else "true"
            cursor.execute(_FIRST_SEEN.format(self._seen(), which))

    def _seen(self) -> str:
        """Every person with every delivery that knew him."""
        return " UNION ALL ".join(
            f"SELECT client_id, levering_nr FROM {self._rows(tabel)}"  # noqa: S608  (names of ours)
            for tabel in TABLES
            if {"client_id", "levering_nr"} <= self._columns.get(tabel, set())
        )

    def persons(self, van: int, tot: int) -> pa.Table:
        """The persons who were first seen in some deliveries."""
        found = self._cursor.sql(self._select("persoon"), params={"van": van, "tot": tot})
        return found.to_arrow_table().cast(TABLES["persoon"]).combine_chunks()

    def first_of(self, leveringen: Iterable[int]) -> set[int]:
        """The deliveries that first saw the persons who are in some deliveries."""
        found = self._cursor.execute(
            f"SELECT DISTINCT e.levering_nr FROM eerste_keer AS e "  # noqa: S608  (names of ours)
            f"SEMI JOIN (FROM ({self._seen()}) AS s WHERE s.levering_nr IN (SELECT unnest($1))) "
            "AS s ON e.client_id = s.client_id",
            [[*leveringen]],
        ).fetchall()
        return {int(nummer) for (nummer,) in found}

    def between(self, van: int, tot: int) -> Tables:
        """The rows of some deliveries, in the order in which they were written."""
        found = {
            tabel: self._cursor.sql(self._select(tabel), params={"van": van, "tot": tot})
            .to_arrow_table()
            .cast(TABLES[tabel])
            .combine_chunks()
            for tabel in TABLES
            if tabel in self._columns
        }
        return {tabel: table for tabel, table in found.items() if len(table)}

    def parts(self, van: int, tot: int) -> Iterator[Tables]:
        """The rows of many deliveries, of as many at a time as one file may hold."""
        counts = self._cursor.execute(
            "SELECT levering_nr, geaccepteerd FROM ledger.levering "
            "WHERE levering_nr BETWEEN $van AND $tot ORDER BY levering_nr",
            {"van": van, "tot": tot},
        ).fetchall()
        begin, rows = van, 0
        for number, count in counts:
            if rows and (rows + count > ROWS or number - begin >= DELIVERIES):
                yield self.between(begin, number - 1)
                begin, rows = number, 0
            rows += count
        if counts:
            yield self.between(begin, tot)

    def agrees_with(self, files: Iterable[Archived]) -> bool:
        """Whether the ledger holds just what these files held, as far as it goes."""
        some: list[Archived] = []
        for one in files:
            if some and one.tot - some[0].van >= DELIVERIES:
                if not self._agrees(some):
                    return False
                some = []
            some.append(one)
        return not some or self._agrees(some)

    def _agrees(self, files: list[Archived]) -> bool:
        tables = self.between(files[0].van, files[-1].tot)
        return all(hash_of(totals(_slice(tables, one))) == one.hash for one in files)

    def _select(self, tabel: str) -> str:
        if tabel == "persoon":
            return (
                "SELECT e.levering_nr, p.client_id, p.pseudoniem FROM ledger.persoon AS p "
                "INNER JOIN eerste_keer AS e ON p.client_id = e.client_id "
                "WHERE e.levering_nr BETWEEN $van AND $tot ORDER BY e.levering_nr, p.client_id"
            )
        has = self._columns[tabel]
        columns = ", ".join(
            "p.pseudoniem AS client"
            if name == PERSON and "client_id" in has
            else f't."{name}"'
            if name in has
            else f'NULL AS "{name}"'
            for name in TABLES[tabel].names
        )
        source = f"{self._rows(tabel)} AS t"
        if "client_id" in has:
            source += " LEFT JOIN ledger.persoon AS p ON t.client_id = p.client_id"
        return (
            f"SELECT {columns} FROM {source} "  # noqa: S608  (names of ours, and none from data)
            "WHERE t.levering_nr BETWEEN $van AND $tot ORDER BY t.levering_nr, t.rij"
        )

    def _rows(self, tabel: str) -> str:
        """What a table of the ledger got, in the order of `levering_nr` and `rij`.

        Rows that were retracted since lie elsewhere.
        """
        got = f"SELECT *, rowid AS rij FROM ledger.{tabel}"  # noqa: S608  (names of ours)
        if tabel in self._moved:
            moved = f"SELECT *, rowid AS rij FROM ingetrokken.{tabel}"  # noqa: S608
            got = f"{got} UNION ALL BY NAME {moved}"
        return f"({got})"


def _slice(tables: Tables, one: Archived) -> Tables:
    found = {}
    for tabel, table in tables.items():
        numbers = table["levering_nr"]
        begin, end = (
            bisect_left(numbers, number, key=lambda cell: cell.as_py())
            for number in (one.van, one.tot + 1)
        )
        found[tabel] = table.slice(begin, end - begin)
    return found
