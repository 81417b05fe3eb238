"""Empty marts that a test fills with small tables, written as it would draw them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from sdash.settings import Laag, Settings
from sdash.sql import P, Query, R, Record
from sdash.warehouse.marts import MARTS, Marts
from sdash.warehouse.schema import SLEUTELS, create_tables

SETTINGS = Settings(
    data=Path("data"),
    grondslag_huishoudens="fictief",
    regenboog=(
        Laag(naam="Eigen kracht"),
        Laag(naam="Voorliggend", taakvelden=("6.1", "6.23")),
        Laag(naam="Sociaal team", casussen=True),
        Laag(naam="Maatwerk", categorieen=("jw-45", "wmo-01", "wmo-02")),
    ),
)

# What a table needs and a test does not care about.
USUAL: dict[str, object] = {
    "aanbieder": "42420001",
    "aantal": 1,
    "afgekeurd": 0,
    "agb_code": "42420001",
    "baten": 0,
    "bedrag": 100,
    "begin": "2026-01-01",
    "begindatum": "2025-01-01",
    "bestand": "bericht.xml",
    "boekveld": "6.75",
    "bron": "Bron: CBS",
    "casus_id": "c1",
    "categorie": "45",
    "client_id": 1,
    "code": "9338",
    "contractnummer": "C1",
    "declaratienummer": "D1",
    "dubbel": False,
    "eenheid": "01",
    "eerder_bekend": False,
    "eind": "2026-01-31",
    "einddatum": "9999-12-31",
    "fictief": False,
    "geaccepteerd": 1,
    "gat": False,
    "gelezen": 1,
    "in_behandeling": 0,
    "indicator": "Inwoners",
    "ingangsdatum": "2026-01-01",
    "ingediend": 100,
    "ingelezen_op": "2026-01-01 12:00:00",
    "inwoners": 1000,
    "jaar": 2026,
    "lasten": 0,
    "laatste": "2026-01-01 12:00:00",
    "leveringen": 1,
    "maand_tot": "9999-12-01",
    "maand_van": "2025-01-01",
    "levering_nr": 1,
    "maand": "2026-01-01",
    "naam": "Naam",
    "niveau": "lokaal",
    "omschrijving": "Omschrijving",
    "ontvangen_op": "2026-01-01 12:00:00",
    "overlapt": False,
    "persoonjaar": 0,
    "plaats": "1",
    "post": "jeugd_maatwerk",
    "plafond": 1000,
    "productcode": "45A03",
    "reden": "reden",
    "referentienummer": "R1",
    "regels": 1,
    "regio_code": "WK168100",
    "regio_naam": "Valthe",
    "regio_soort": "wijk",
    "sha256": "0",
    "soort": "JW323",
    "stand": "primitief",
    "status": "toegekend",
    "taak": "signalering",
    "taakveld": "6.75",
    "team": "Noord",
    "toegekend": 0,
    "toewijzing_nummer": 1,
    "toegewezen_op": "2026-01-01",
    "toewijzingsdatum": "2026-01-01",
    "tot": "9999-12-31",
    "van": "2025-01-01",
    "verwijderd": False,
    "verwijzer": "onbekend",
    "vlaggen": "[]",
    "volgnr": 1,
    "volume": 1,
    "wet": "jw",
    "wijk_code": "onbekend",
    "wijze": "live",
    "x": 0,
    "y": 0,
}


# What follows from the other tables, once all of them are filled.
DERIVED: dict[str, dict[str, object]] = {
    "begroting": {"boekveld": ""},
    "inzet": {"wijk_code": "", "maand_van": "2025-01-01", "maand_tot": "2025-01-01"},
    "regel": {"wijk_code": "", "persoonjaar": 0, "productcode": "45A03", "toewijzing_nummer": 1},
    "zorgperiode": {"wijk_code": ""},
}
WHERE_PEOPLE_LIVE = """
    UPDATE {table} SET wijk_code = coalesce(
        (SELECT c.wijk_code FROM client AS c WHERE c.client_id = {table}.client_id), 'onbekend'
    )
"""
MONTHS_OF_CARE = """
    UPDATE inzet SET
        maand_van = date_trunc('month', van),
        maand_tot = date_trunc('month', tot)
"""
MONTHS_ONCE = """
    UPDATE inzet SET maand_van = greatest(maand_van, v.daarna) FROM (
        SELECT n.wet, n.toewijzing_nummer, n.van, max(e.maand_tot) + INTERVAL 1 MONTH AS daarna
        FROM inzet AS n, inzet AS e
        WHERE n.wet = e.wet AND n.toewijzing_nummer = e.toewijzing_nummer
            AND e.van < n.van AND e.maand_tot < DATE '9999-01-01'
        GROUP BY n.wet, n.toewijzing_nummer, n.van
    ) AS v
    WHERE inzet.wet = v.wet AND inzet.toewijzing_nummer = v.toewijzing_nummer
        AND inzet.van = v.van
"""
PERSON_AND_YEAR = "UPDATE regel SET persoonjaar = client_id::BIGINT * 10000 + year(maand)"
# Lines that a test gave no number of their own keep a key of their own.
NUMBERED = """
    UPDATE regel
    SET sleutel = md5_number_lower(concat_ws(' ', wet, aanbieder, referentienummer))
    WHERE referentienummer <> 'R1'
"""
LINKED = f"UPDATE prestatie SET {', '.join(map(' = '.join, SLEUTELS['prestatie'].items()))}"  # noqa: S608  (names of ours)
BOOKED = """
    UPDATE begroting SET boekveld = coalesce(
        (
            SELECT max(v.taakveld) FROM taakveld AS v
            WHERE starts_with(begroting.taakveld, v.taakveld)
        ),
        taakveld
    )
"""


class Mart:
    """The tables of one test: it fills those that are told, and the rest is derived from them."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._columns = _columns(connection)
        self._lines = 0
        self._is_derived = True

    def fill(self, table: str, drawn: str) -> None:
        """Insert drawn rows: names above, `|` between, `-` for NULL; the other columns as usual."""
        head, *rows = [_cells(line) for line in drawn.strip().splitlines()]
        said = [
            {name: None if cell == "-" else cell for name, cell in zip(head, row, strict=True)}
            for row in rows
        ]
        self.add(table, said)

    def spend(self, drawn: str) -> None:
        """Draw lines of one amount each, or of amounts by status; the rest of it was rejected."""
        head, *rows = [_cells(line) for line in drawn.strip().splitlines()]
        for row in rows:
            told = dict(zip(head, row, strict=True))
            amounts = {
                name: int(told.pop(name, 0))
                for name in ("ingediend", "toegekend", "in_behandeling")
            }
            if "ingediend" not in head:
                amounts["ingediend"] = 100
            rest = amounts.pop("ingediend") - sum(amounts.values())
            if rest or not any(amounts.values()):
                amounts["afgewezen"] = rest
            lines = [
                (status, bedrag)
                for status, bedrag in amounts.items()
                if bedrag or status == "afgewezen"
            ]
            self.add(
                "regel", [{**told, "status": status, "bedrag": bedrag} for status, bedrag in lines]
            )

    def add(self, table: str, rows: Sequence[Record]) -> None:
        """Insert rows; the columns that they leave out are as usual."""
        usual = {name: USUAL.get(name) for name in self._columns[table]}
        self.insert(table, [{**usual, **row} for row in rows])

    def insert(self, table: str, rows: Sequence[Record]) -> None:
        """Insert rows that say every value, all of the same columns."""
        self._is_derived = False
        rows = [{**DERIVED.get(table, {}), **row} for row in rows]
        if table == "regel":
            rows = [{**row, "sleutel": self._next()} for row in rows]
        if rows:
            names = ", ".join(f'"{name}"' for name in rows[0])
            marks = ", ".join([f"({', '.join('?' * len(rows[0]))})"] * len(rows))
            self._connection.execute(
                f"INSERT INTO {table} ({names}) VALUES {marks}",  # noqa: S608  (names of ours)
                [row[name] for row in rows for name in rows[0]],
            )

    def _next(self) -> int:
        self._lines += 1
        return self._lines

    def derive(self) -> None:
        """What the warehouse keeps beside the tables that a test fills."""
        if self._is_derived:
            return
        self._is_derived = True
        for table in ("regel", "inzet", "zorgperiode"):
            self._connection.execute(WHERE_PEOPLE_LIVE.format(table=table))
        for statement in (PERSON_AND_YEAR, NUMBERED, LINKED, MONTHS_OF_CARE, MONTHS_ONCE, BOOKED):
            self._connection.execute(statement)
        for table in ("bron", "vlag", "uitgave_maand", "uitgave_jaar"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608  (names of ours)
        marts = Marts(self._connection)
        marts._stage("bron", van=0, tot=9999)
        marts._derive("bron")
        nothing = "CREATE OR REPLACE TEMP TABLE raakt_regel AS SELECT sleutel FROM regel LIMIT 0"
        self._connection.execute(nothing)
        marts._stage("was", "regelbedrag")
        self._connection.execute("INSERT INTO raakt_regel SELECT sleutel FROM regel")
        marts._stage("wordt", "regelbedrag")
        marts._stage("bedrag")
        for naam in ("vlag", "uitgave_maand"):
            marts._derive(naam)
        if self._connection.execute("SELECT count(*) FROM bijstand").fetchall() == [(0,)]:
            marts._derive("bijstand")
        marts._years()

    def bridge(self) -> None:
        """Derive zorgperiode from inzet, as the warehouse does."""
        self.derive()
        everybody = (
            "CREATE OR REPLACE TEMP TABLE raakt_client AS SELECT DISTINCT client_id FROM inzet"
        )
        self._connection.execute(everybody)
        Marts(self._connection)._derive("zorgperiode")

    def make(self, naam: str) -> None:
        """Derive a mart from the rows of its file."""
        Marts(self._connection)._derive(naam)

    def rows(self, query: Query[P, R], **params: object) -> list[R]:
        """The unprotected answer."""
        self.derive()
        return query.rows(self._connection, query.params(**params))

    def ask(self, query: Query[P, R], columns: str, **params: object) -> list[tuple[object, ...]]:
        """The unprotected answer, a few columns of it; euros as numbers, dates as written."""
        self.derive()
        records = query.records(self._connection, query.params(**params))
        return [tuple(_written(record[name]) for name in columns.split()) for record in records]

    def records(self, query: Query[Any, Any], values: Record) -> list[Record]:
        """The unprotected answer with its unseen columns."""
        self.derive()
        return query.records(self._connection, query.params(**values))

    def describe(self, query: Query[Any, Any], values: Record) -> list[tuple[str, str]]:
        """Name and type of each column, as DuckDB sees them."""
        found = self._connection.execute(f"DESCRIBE {query.text}", values).fetchall()
        return [(name, kind) for name, kind, *_ in found]

    def statements(self, query: Query[Any, Any]) -> Sequence[duckdb.Statement]:
        """The text of a query as DuckDB's own parser divides it."""
        return self._connection.extract_statements(query.text)


def connect() -> duckdb.DuckDBPyConnection:
    """A database in memory with every table of the warehouse, empty."""
    connection = duckdb.connect(config={"threads": 1})
    create_tables(connection, MARTS, SETTINGS)
    connection.execute("SET search_path = 'mart,ledger'")
    return connection


@contextmanager
def emptied(connection: duckdb.DuckDBPyConnection) -> Iterator[Mart]:
    """Tables to fill, which are empty again afterwards."""
    connection.execute("BEGIN")
    try:
        yield Mart(connection)
    finally:
        connection.execute("ROLLBACK")


def _columns(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    found = connection.execute("SELECT table_name, column_name FROM duckdb_columns()").fetchall()
    columns: dict[str, list[str]] = {}
    for table, column in found:
        columns.setdefault(table, []).append(column)
    return columns


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _written(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    return str(value) if isinstance(value, date) else value
