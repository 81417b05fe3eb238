"""The tables: the ledger's follow from the contracts, the marts' from the headers of their SQL."""

import re
from dataclasses import dataclass
from typing import Final

import duckdb
import pyarrow as pa

from sdash.contracts.base import Contract
from sdash.contracts.berichten import CONTRACTS
from sdash.domain import (
    CATEGORIE,
    FIRST_YEAR_OF_TAAKVELDEN,
    RETOURCODE,
    TAAKVELD,
    TAAKVELD_WET,
    VERWIJZER,
    taakveld_rules,
)
from sdash.ingest.reading import SCHEMA
from sdash.settings import Settings
from sdash.sql import load

_TOUCHED: Final = re.compile(r"([a-z_]+) \(([a-z_, ]+)\)")
_SQL_TYPE: Final = {
    pa.string(): "VARCHAR",
    pa.int64(): "BIGINT",
    pa.int32(): "INTEGER",
    pa.bool_(): "BOOLEAN",
    pa.date32(): "DATE",
    pa.time64("us"): "TIME",
    pa.decimal128(18, 4): "DECIMAL(18,4)",
}
PERSON: Final = "client"

_OWN_TABLES: Final = """
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
CREATE TABLE IF NOT EXISTS ledger.persoon (
    client_id INTEGER NOT NULL, pseudoniem VARCHAR NOT NULL
);
CREATE OR REPLACE TABLE mart.product (
    wet VARCHAR NOT NULL, categorie VARCHAR NOT NULL, naam VARCHAR NOT NULL, laag INTEGER
);
CREATE OR REPLACE TABLE mart.taakveld (
    taakveld VARCHAR NOT NULL, naam VARCHAR NOT NULL, wet VARCHAR
);
CREATE OR REPLACE TABLE mart.taakveld_regel (
    wet VARCHAR NOT NULL, categorie VARCHAR NOT NULL, productcode VARCHAR,
    taakveld VARCHAR NOT NULL, vanaf_jaar INTEGER NOT NULL
);
CREATE OR REPLACE TABLE mart.taakveld_wet ("begin" VARCHAR NOT NULL, wet VARCHAR NOT NULL);
CREATE OR REPLACE TABLE mart.laag (
    volgnr INTEGER NOT NULL, naam VARCHAR NOT NULL, casussen BOOLEAN NOT NULL,
    taakvelden VARCHAR[] NOT NULL
);
CREATE OR REPLACE TABLE mart.retourcode (code VARCHAR NOT NULL, omschrijving VARCHAR NOT NULL);
CREATE OR REPLACE TABLE mart.verwijzer (code VARCHAR NOT NULL, naam VARCHAR NOT NULL);
"""


@dataclass(frozen=True)
class Mart:
    """One mart: its SELECT, and the staged table of keys that restricts it, if it has one."""

    naam: str
    select: str
    columns: tuple[tuple[str, str, bool], ...]
    staged: str
    key: tuple[str, ...]

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
        )

    @property
    def ddl(self) -> str:
        """The statement that creates the empty table."""
        columns = ", ".join(
            f'"{name}" {kind}{"" if nullable else " NOT NULL"}'
            for name, kind, nullable in self.columns
        )
        return f"CREATE TABLE IF NOT EXISTS mart.{self.naam} ({columns})"


def ledger_ddl(contract: type[Contract]) -> str:
    """The statement that creates the ledger table of a contract; a person becomes a number."""
    columns = ["levering_nr INTEGER NOT NULL"]
    for column in SCHEMA[contract]:
        name, kind = column.name, _SQL_TYPE[column.type]
        columns.append("client_id INTEGER" if name == PERSON else f'"{name}" {kind}')
    return f"CREATE TABLE IF NOT EXISTS ledger.{contract.tabel} ({', '.join(columns)})"


def create_tables(
    connection: duckdb.DuckDBPyConnection, marts: tuple[Mart, ...], settings: Settings
) -> None:
    """Create what is missing, and fill the tables that follow from the code lists and settings."""
    connection.execute("BEGIN")
    connection.execute("CREATE SCHEMA IF NOT EXISTS ledger; CREATE SCHEMA IF NOT EXISTS mart")
    connection.execute(_OWN_TABLES)
    for contract in CONTRACTS.values():
        connection.execute(ledger_ddl(contract))
    for mart in marts:
        connection.execute(mart.ddl)
    _fill(connection, settings)
    connection.execute("COMMIT")


def _fill(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    for tabel, rows in _reference(settings).items():
        columns = [pa.array(values) for values in zip(*rows, strict=True)]
        names = [f"kolom_{number}" for number in range(len(columns))]
        connection.register("nieuw", pa.Table.from_arrays(columns, names=names))
        connection.execute(f"INSERT INTO mart.{tabel} SELECT * FROM nieuw")  # noqa: S608
        connection.unregister("nieuw")


def _reference(settings: Settings) -> dict[str, list[tuple[object, ...]]]:
    layer_of = {
        key: number
        for number, laag in enumerate(settings.regenboog, start=1)
        for key in laag.categorieen
    }
    return {
        "product": [
            (str(wet), code, naam, layer_of.get(f"{wet}-{code}"))
            for wet, names in CATEGORIE.items()
            for code, naam in names.items()
        ],
        "taakveld": [(code, naam, wet and str(wet)) for code, (naam, wet) in TAAKVELD.items()],
        "taakveld_regel": [
            (str(wet), categorie, code, veld, FIRST_YEAR_OF_TAAKVELDEN)
            for wet, categorie, code, veld in taakveld_rules()
        ],
        "taakveld_wet": [(begin, str(wet)) for begin, wet in TAAKVELD_WET],
        "laag": [
            (number, laag.naam, laag.casussen, list(laag.taakvelden))
            for number, laag in enumerate(settings.regenboog, start=1)
        ],
        "retourcode": [*RETOURCODE.items()],
        "verwijzer": [*VERWIJZER.items()],
    }
