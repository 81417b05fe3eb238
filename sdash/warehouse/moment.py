"""The schema of one past moment: the ledger as it was known then, and the marts of that."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from typing import Final

import duckdb

from sdash.contracts.berichten import CONTRACTS
from sdash.contracts.verwijdering import Verwijdering
from sdash.sql import load
from sdash.warehouse import ledger
from sdash.warehouse.geldend import GELDEND, geldend_ddl
from sdash.warehouse.geldend import naam as naam_of
from sdash.warehouse.mart import MART
from sdash.warehouse.marts import MARTS, Marts
from sdash.warehouse.schema import INGETROKKEN, LEDGER, OWN_TABLES, ledger_ddl
from sdash.warehouse.selections import SELECTIONS, selection_ddl

_NO_REFERENCE: Final = frozenset(
    {mart.naam for mart in MARTS} | {naam_of(contract) for contract in GELDEND}
) | {"gemaakt", "moment", "vorm"}


def fill(cursor: duckdb.DuckDBPyConnection, schema: str, moment: datetime) -> int:
    """Make the schema of a moment (UTC); gives the newest delivery that was looked at."""
    newest = ledger.last(cursor)
    cursor.execute(f"CREATE SCHEMA {schema}")
    # Nothing but the schema itself, so that no table of now can slip in.
    cursor.execute(f"SET search_path = '{schema}'")
    for statement in _statements(cursor, schema, f"TIMESTAMP '{moment:%Y-%m-%d %H:%M:%S.%f}'"):
        cursor.execute(statement)
    Marts(cursor, schema).rebuild(newest)
    return newest


@cache
def fingerprint() -> str:
    """What changes when another version of sdash would fill a moment with something else."""
    ledger = [ledger_ddl(contract) for contract in CONTRACTS.values()]
    shared = [load(f"keuze/{naam}")[1] for naam in SELECTIONS]
    newest = [geldend_ddl(contract) for contract in GELDEND]
    return hashlib.sha256(repr((OWN_TABLES, ledger, shared, newest)).encode()).hexdigest()


def _statements(cursor: duckdb.DuckDBPyConnection, schema: str, moment: str) -> Iterator[str]:
    """What makes the schema, in the order of dependence."""
    columns = _columns(cursor, LEDGER)
    yield _counting(schema, moment)
    received = f"FROM ledger.levering AS t WHERE t.ontvangen_op <= {moment}"
    yield f"CREATE VIEW {schema}.levering AS SELECT {_list(columns.pop('levering'))} {received}"
    for tabel, names in columns.items():
        yield f"CREATE VIEW {schema}.{tabel} AS {_known(schema, tabel, names)}"
    for tabel, names in _columns(cursor, MART).items():
        if tabel not in _NO_REFERENCE:
            every = f"SELECT {_list(names)} FROM mart.{tabel} AS t"  # noqa: S608  (names of ours)
            yield f"CREATE VIEW {schema}.{tabel} AS {every}"
    yield from (mart.ddl(schema) for mart in MARTS)
    yield from (geldend_ddl(contract, schema) for contract in GELDEND)
    yield from (selection_ddl(naam, schema) for naam in SELECTIONS)


def _counting(schema: str, moment: str) -> str:
    """The deliveries whose records count then; a retraction counts from its own moment on."""
    return f"""
        CREATE TABLE {schema}.telt AS
        SELECT l.levering_nr FROM ledger.levering AS l
        WHERE l.ontvangen_op <= {moment} AND l.geaccepteerd > 0
            AND l.levering_nr NOT IN (
                SELECT i.levering FROM ledger.intrekking AS i
                INNER JOIN ledger.levering AS r ON i.levering_nr = r.levering_nr
                WHERE r.ontvangen_op <= {moment}
            )
    """  # noqa: S608  (names and a moment of ours)


def _known(schema: str, tabel: str, names: list[str]) -> str:
    """The rows of a ledger table that were known, also those that were retracted since."""
    chosen = _list(names)
    if "levering_nr" not in names or tabel == Verwijdering.tabel:  # what is gone was gone
        return f"SELECT {chosen} FROM ledger.{tabel} AS t"  # noqa: S608
    if tabel not in CONTRACTS:
        which = f"SEMI JOIN {schema}.levering AS l ON t.levering_nr = l.levering_nr"
        return f"SELECT {chosen} FROM ledger.{tabel} AS t {which}"  # noqa: S608
    both = " UNION ALL ".join(
        f"SELECT {chosen} FROM {place}.{tabel} AS t"  # noqa: S608
        for place in (LEDGER, INGETROKKEN)
    )
    which = f"SEMI JOIN {schema}.telt AS k ON t.levering_nr = k.levering_nr"
    return f"SELECT {chosen} FROM ({both}) AS t {which}"  # noqa: S608


def _columns(cursor: duckdb.DuckDBPyConnection, schema: str) -> dict[str, list[str]]:
    """The tables of a schema with the names of their columns."""
    found = cursor.execute(
        """
        SELECT table_name, list(column_name ORDER BY column_index)
        FROM duckdb_columns()
        WHERE database_name = current_database() AND schema_name = $1
            AND table_name IN (SELECT t.table_name FROM duckdb_tables() AS t WHERE schema_name = $1)
        GROUP BY table_name
        """,
        [schema],
    ).fetchall()
    return {str(tabel): names for tabel, names in found}


def _list(names: Iterable[str]) -> str:
    return ", ".join(f't."{name}"' for name in names)
