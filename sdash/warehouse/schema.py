"""The tables: the ledger's follow from the contracts, the marts' from the headers of their SQL."""

import hashlib
from functools import cache
from typing import Final

import duckdb
import pyarrow as pa

from sdash.contracts.base import Contract
from sdash.contracts.berichten import CONTRACTS
from sdash.domain import TAAKVELD, TAAKVELD_WET
from sdash.ingest.reading import SCHEMA
from sdash.settings import Settings
from sdash.sql import FOLDER, load
from sdash.taakvelden import OUDER, regels
from sdash.warehouse.geldend import GELDEND, geldend_ddl
from sdash.warehouse.mart import Mart
from sdash.warehouse.reference import REFERENCE_TABLES, fill_reference
from sdash.warehouse.selections import IN_MARTS, SELECTIONS, selection_ddl

_SQL_TYPE: Final = {
    pa.string(): "VARCHAR",
    pa.int64(): "BIGINT",
    pa.int32(): "INTEGER",
    pa.bool_(): "BOOLEAN",
    pa.date32(): "DATE",
    pa.time64("us"): "TIME",
    pa.decimal128(18, 4): "DECIMAL(18,4)",
}
LEDGER: Final = "ledger"
INGETROKKEN: Final = "ingetrokken"
"""The schema of the records that were retracted, in tables like those of the ledger."""
PERSON: Final = "client"
SLEUTELS: Final = {
    "prestatie": {
        "sleutel": "md5_number_lower(concat_ws(' ', wet, aanbieder, referentienummer))",
        "vorige_sleutel": """CASE WHEN vorig_referentienummer IS NOT NULL
            THEN md5_number_lower(concat_ws(' ', wet, aanbieder, vorig_referentienummer)) END""",
    },
}
"""Numbers by which an index finds rows; equal keys give equal numbers, and that is all they say."""

_INDEXED: Final = (
    ("ledger.levering", "levering_nr"),
    ("ledger.levering", "sha256"),
    ("ledger.levering", "identificatie"),
    ("ledger.persoon", "pseudoniem"),
    ("ledger.prestatie", "sleutel"),
    ("ledger.prestatie", "vorige_sleutel"),
)

OWN_TABLES: Final = f"""
{REFERENCE_TABLES}
CREATE TABLE IF NOT EXISTS ledger.levering (
    levering_nr INTEGER NOT NULL, bestand VARCHAR NOT NULL, soort VARCHAR, wet VARCHAR,
    aanbieder VARCHAR, identificatie VARCHAR, dagtekening DATE, sha256 VARCHAR NOT NULL,
    ontvangen_op TIMESTAMP NOT NULL, ingelezen_op TIMESTAMP NOT NULL, wijze VARCHAR NOT NULL,
    gelezen BIGINT NOT NULL, geaccepteerd BIGINT NOT NULL, afgekeurd BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS ledger.afkeuring (
    levering_nr INTEGER NOT NULL, plaats VARCHAR NOT NULL, code VARCHAR NOT NULL,
    reden VARCHAR NOT NULL
);
CREATE TABLE IF NOT EXISTS ledger.persoon (client_id INTEGER NOT NULL, pseudoniem VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS mart.gemaakt (vingerafdruk VARCHAR NOT NULL);
CREATE OR REPLACE TABLE mart.vorm (vingerafdruk VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS mart.moment (
    naam VARCHAR NOT NULL, moment TIMESTAMP NOT NULL, vingerafdruk VARCHAR NOT NULL
);
"""


def _ledger_columns(contract: type[Contract]) -> dict[str, str]:
    """The columns of the ledger table of a contract with their types; a person is a number."""
    columns = {"levering_nr": "INTEGER NOT NULL"}
    for column in SCHEMA[contract]:
        is_person = column.name == PERSON
        columns["client_id" if is_person else column.name] = (
            "INTEGER" if is_person else _SQL_TYPE[column.type]
        )
    return columns | dict.fromkeys(SLEUTELS.get(contract.tabel, ()), "UBIGINT")


def ledger_ddl(contract: type[Contract], schema: str = LEDGER) -> str:
    """The statement that creates the ledger table of a contract."""
    columns = ", ".join(f'"{name}" {kind}' for name, kind in _ledger_columns(contract).items())
    return f"CREATE TABLE IF NOT EXISTS {schema}.{contract.tabel} ({columns})"


def create_tables(
    connection: duckdb.DuckDBPyConnection,
    marts: tuple[Mart, ...],
    settings: Settings,
    *,
    indexed: bool = True,
) -> bool:
    """Create what is missing, and fill the tables that follow from the code lists and settings.

    Says whether the marts have to be derived again, since another version of sdash made them.
    """
    connection.execute("BEGIN")
    is_outdated = False
    if _is_as_we_make_it(connection, marts):
        connection.execute("SET search_path = 'mart,ledger'")
        connection.execute(REFERENCE_TABLES)
    else:
        is_outdated = _create_what_is_missing(connection, marts)
    fill_reference(connection, settings)
    connection.execute("COMMIT")
    if indexed:  # an index is refused beside rows that the same transaction changed
        create_indexes(connection, marts)
    return is_outdated


def _create_what_is_missing(connection: duckdb.DuckDBPyConnection, marts: tuple[Mart, ...]) -> bool:
    for schema in (LEDGER, INGETROKKEN):
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
    is_outdated = _drop_outdated(connection, _fingerprint(marts))
    connection.execute("CREATE SCHEMA IF NOT EXISTS mart")
    connection.execute("SET search_path = 'mart,ledger'")
    connection.execute(OWN_TABLES)
    found = _columns_of_the_ledger(connection)
    for schema in (LEDGER, INGETROKKEN):
        for contract in CONTRACTS.values():
            connection.execute(ledger_ddl(contract, schema))
            _add_columns(connection, contract, schema, found.get((schema, contract.tabel)))
    for statement in _derived(marts):
        connection.execute(statement)
    connection.execute("INSERT INTO mart.gemaakt VALUES ($1)", [_fingerprint(marts)])
    connection.execute("INSERT INTO mart.vorm VALUES ($1)", [_vorm(marts)])
    return is_outdated


@cache
def _derived(marts: tuple[Mart, ...]) -> tuple[str, ...]:
    """The statements that create what is derived from the ledger."""
    return (
        *(mart.ddl() for mart in marts),
        *map(geldend_ddl, GELDEND),
        *map(selection_ddl, SELECTIONS),
    )


@cache
def _vorm(marts: tuple[Mart, ...]) -> str:
    """What changes when anything would be created in another way, and with DuckDB itself."""
    ledger = [ledger_ddl(contract) for contract in CONTRACTS.values()]
    made_of = (duckdb.__version__, OWN_TABLES, ledger, _derived(marts), _fingerprint(marts))
    return hashlib.sha256(repr(made_of).encode()).hexdigest()


def _is_as_we_make_it(connection: duckdb.DuckDBPyConnection, marts: tuple[Mart, ...]) -> bool:
    """Whether this very version made all of it, so that nothing is missing."""
    tables = "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'mart' AND table_name = $1"
    if connection.execute(tables, ["vorm"]).fetchall() != [(1,)]:
        return False
    made = "SELECT (SELECT vingerafdruk FROM mart.gemaakt), (SELECT vingerafdruk FROM mart.vorm)"
    return connection.execute(made).fetchall() == [(_fingerprint(marts), _vorm(marts))]


def create_indexes(connection: duckdb.DuckDBPyConnection, marts: tuple[Mart, ...]) -> None:
    """Create the indexes that are missing; on rows that are there already it goes fastest."""
    for table, column in (*_INDEXED, *_indexed(marts)):
        name = f"{table.replace('.', '_')}_{column}"
        connection.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({column})")


@cache
def _fingerprint(marts: tuple[Mart, ...]) -> str:
    """What changes when the marts or their meaning do."""
    steps = [path.read_text("utf-8") for path in sorted((FOLDER / "staging").glob("*.sql"))]
    steps += [load(f"keuze/{naam}")[1] for naam in IN_MARTS]
    made_of = [mart.ddl() + mart.select for mart in marts]
    rules = [*regels(), *TAAKVELD_WET, *TAAKVELD.items(), *OUDER.items()]
    return hashlib.sha256(repr((steps, made_of, rules)).encode()).hexdigest()


def _drop_outdated(connection: duckdb.DuckDBPyConnection, fingerprint: str) -> bool:
    """Drop the marts that another version made; a new warehouse has none."""
    tables = "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'mart'"
    found = {str(name) for (name,) in connection.execute(tables).fetchall()}
    if "gemaakt" in found:
        made = connection.execute("SELECT vingerafdruk FROM mart.gemaakt").fetchall()
        if made == [(fingerprint,)]:
            connection.execute("DELETE FROM mart.gemaakt")
            return False
    connection.execute("DROP SCHEMA IF EXISTS mart CASCADE")
    return bool(found)


def _columns_of_the_ledger(
    connection: duckdb.DuckDBPyConnection,
) -> dict[tuple[str, str], set[str]]:
    """The columns by schema and table, asked at once: every look takes as long as all of them."""
    of = "SELECT schema_name, table_name, column_name FROM duckdb_columns()"
    found: dict[tuple[str, str], set[str]] = {}
    for schema, table, column in connection.execute(of).fetchall():
        found.setdefault((schema, table), set()).add(column)
    return found


def _add_columns(
    connection: duckdb.DuckDBPyConnection,
    contract: type[Contract],
    schema: str,
    found: set[str] | None,
) -> None:
    """Give a table that an earlier sdash made the columns that came since; a new one has all."""
    if found is None:
        return
    table, numbers = f"{schema}.{contract.tabel}", SLEUTELS.get(contract.tabel, {})
    for name, kind in _ledger_columns(contract).items():
        if name not in found:
            connection.execute(f'ALTER TABLE {table} ADD COLUMN "{name}" {kind}')
            if name in numbers:
                connection.execute(f"UPDATE {table} SET {name} = {numbers[name]}")  # noqa: S608


def _indexed(marts: tuple[Mart, ...]) -> list[tuple[str, str]]:
    return [(f"mart.{mart.naam}", column) for mart in marts for column in mart.indexed]
