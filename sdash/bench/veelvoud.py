"""A municipality many times over: districts with their own people, deliveries and numbers.

The ledger is multiplied in SQL, table by table, by the names of its columns; this is the only place
that knows what they hold. The first district keeps everything as it was, so that a message about
the village can still be read. Districts share aanbieders and wijken with some of the others, as a
large municipality has more of both, but not as many times as it has people. Their deliveries come
in turn, so that each day brings something from everywhere.
"""

import shutil
from contextlib import closing
from typing import Any, Final

from sdash.settings import Settings
from sdash.warehouse import Warehouse
from sdash.warehouse.archive import FOLDER
from sdash.warehouse.schema import SLEUTELS

AANBIEDERS: Final = 8
"""How many times as many aanbieders a large municipality has as the village: 192."""
WIJKEN: Final = 4
"""The same for wijken, postcodes and teams: 100 wijken."""
ROWS_AT_ONCE: Final = 2_000_000

_OWN: Final = "CASE WHEN d = 0 THEN {0} ELSE {0} || '.' || d END"
_NAMED: Final = "CASE WHEN d % {0} = 0 THEN {{0}} ELSE {{0}} || ' ' || (d % {0} + 1) END"
_SHARED: Final = _NAMED.format(WIJKEN)
_REGIO: Final = f"""
    CASE
        WHEN d % {WIJKEN} > 0 AND {{0}} LIKE 'WK%'
            THEN 'WK' || (substring({{0}}, 3)::INTEGER + 100 * (d % {WIJKEN}))
        ELSE {{0}}
    END
"""
_AGB: Final = f"substring({{0}}, 1, 2) || (d % {AANBIEDERS}) || substring({{0}}, 4)"

IN_DISTRICT: Final = {
    "levering_nr": "({0} - 1) * n + d + 1",
    "client_id": "({0} - 1) * n + d + 1",
    "toewijzing_nummer": "{0} + d * 1000000000::BIGINT",
    **dict.fromkeys(
        (
            "bestand",
            "casusnummer",
            "declaratie_identificatie",
            "declaratienummer",
            "identificatie",
            "pseudoniem",
            "referentie",
            "referentienummer",
            "sha256",
            "vorig_referentienummer",
        ),
        _OWN,
    ),
    **dict.fromkeys(("aanbieder", "agb_code"), _AGB),
    **dict.fromkeys(("wijk_code", "regio_code"), _REGIO),
    **dict.fromkeys(("postcode", "postcodegebied", "team"), _SHARED),
    "naam": _NAMED.format(AANBIEDERS),
    "regio_naam": f"CASE WHEN regio_code LIKE 'WK%' THEN {_SHARED} ELSE {{0}} END",
    "x": f"{{0}} + 400 * (d % {WIJKEN} % 2)",
    "y": f"{{0}} + 400 * (d % {WIJKEN} // 2)",
    "lasten": "{0} * n",
    "baten": "{0} * n",
}
"""What a column holds in district `d` of `n`; any other column holds the same in all of them."""


def multiply(settings: Settings, times: int) -> None:
    """Let the municipality in a data folder be made of so many districts instead of one."""
    with closing(Warehouse.open(settings)) as warehouse, warehouse.cursor() as cursor:
        _drop_indexes(cursor)
        for tabel, columns in _tables(cursor).items():
            _multiply(cursor, tabel, columns, times)
    shutil.rmtree(settings.data / FOLDER)  # opening writes it anew, from the ledger
    with closing(Warehouse.open(settings)) as warehouse:
        warehouse.rebuild()


def _drop_indexes(cursor: Any) -> None:  # noqa: ANN401  (a cursor, without DuckDB's name)
    """Whoever opens the warehouse makes them again, at once for all rows."""
    indexes = "SELECT index_name FROM duckdb_indexes() WHERE schema_name = 'ledger'"
    for (name,) in cursor.execute(indexes).fetchall():
        cursor.execute(f"DROP INDEX ledger.{name}")


def _tables(cursor: Any) -> dict[str, list[str]]:  # noqa: ANN401  (a cursor, without DuckDB's name)
    found = cursor.execute(
        """
        SELECT table_name, list(column_name ORDER BY column_index)
        FROM duckdb_columns()
        WHERE schema_name = 'ledger'
        GROUP BY table_name
        """
    ).fetchall()
    return dict(found)


def _multiply(cursor: Any, tabel: str, columns: list[str], times: int) -> None:  # noqa: ANN401
    """The rows in the order of the new delivery numbers, some of them at a time."""
    cursor.execute(
        f"CREATE OR REPLACE TEMP TABLE dorp AS SELECT * FROM ledger.{tabel} ORDER BY ALL"  # noqa: S608
    )
    cursor.execute(f"TRUNCATE ledger.{tabel}")
    [(count,)] = cursor.execute("SELECT count(*) FROM dorp").fetchall()
    numbers = SLEUTELS.get(tabel, {})
    chosen = ", ".join(_in_district(column) for column in columns if column not in numbers)
    found = "".join(f", {number}" for number in numbers.values())
    step = max(ROWS_AT_ONCE // times, 1)
    for start in range(0, count, step):
        cursor.execute(
            f"""
            INSERT INTO ledger.{tabel}
            SELECT *{found}
            FROM (
                SELECT {chosen}
                FROM (
                    SELECT *, $n::INTEGER AS n FROM dorp WHERE rowid BETWEEN $van AND $tot
                ) AS dorp
                CROSS JOIN (SELECT unnest(range($n::INTEGER))::INTEGER AS d) AS district
            )
            ORDER BY 1, 2
            """,  # noqa: S608  (names from the schema, and none from data)
            {"n": times, "van": start, "tot": start + step - 1},
        )
    cursor.execute("DROP TABLE dorp")


def _in_district(column: str) -> str:
    return f'{IN_DISTRICT.get(column, "{0}").format(f"dorp.{column}")} AS "{column}"'
