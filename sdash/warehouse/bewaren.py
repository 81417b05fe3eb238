"""Which deliveries may go after `bewaarjaren`: those that no figure of a kept year needs.

A figure needs lines and care, these need other deliveries, and so on: a graph of arrows from what
is kept to what it keeps. What nothing leads to, and is old enough, may go. Things in the graph are
numbers made of their keys; two things with the same number by accident only keep more.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final

import duckdb

from sdash.clock import as_stored, end_of
from sdash.contracts.base import Contract
from sdash.contracts.berichten import CONTRACTS
from sdash.contracts.bestanden import BESTANDEN
from sdash.contracts.gebied import Kerncijfer
from sdash.contracts.geld import Begroting
from sdash.contracts.inwoner import Uitkering
from sdash.contracts.iv3 import Gemeentefonds, Gemeentekenmerk, Iv3, Iv3Totaal
from sdash.contracts.teams import Casus, Casustaak, Formatie
from sdash.contracts.verwijdering import Verwijdering
from sdash.contracts.wachten import Wachttijd, WmoMelding
from sdash.sql import load
from sdash.warehouse.schema import INGETROKKEN, LEDGER

_ENDS: Final = ("einddatum", "eind", "tot")
_FOR_EVER: Final = "DATE '9999-12-31'"
_TIMELESS: Final = (Begroting, Kerncijfer, Iv3, Iv3Totaal, Gemeentefonds, Gemeentekenmerk)
"""Published, about nobody, and what other years are measured by."""
_LOOKED_BACK_AT: Final = (Casus, Casustaak, Formatie, Uitkering)
"""Figures of a day look back a year."""
_FOLLOWED: Final = {
    Uitkering: "greatest(r.maand, coalesce(r.eind, r.maand))",
    Wachttijd: "coalesce(r.intake, r.aanmelding)",
    WmoMelding: "coalesce(r.onderzoek_afgerond, r.melding)",
}
"""The last day that such a row is about, or from which it is in figures of the year after."""
_NOT_YET_RETRACTED: Final = f"""
    levering_nr NOT IN (SELECT i.levering FROM {LEDGER}.intrekking AS i)
    OR levering_nr IN (
        SELECT i.levering FROM {LEDGER}.intrekking AS i
        INNER JOIN {LEDGER}.levering AS l ON i.levering_nr = l.levering_nr
        WHERE l.ontvangen_op >= '{{0}}'
    )
"""  # noqa: S608  (names and a moment of ours)


def limit(today: date, years: int) -> date:
    """The first day that is kept: years go as a whole, at the turn of a year."""
    return date(today.year - years, 1, 1)


def first_moment(grens: date) -> datetime:
    """The first moment of a day, in UTC."""
    return end_of(grens - timedelta(days=1)) + timedelta(microseconds=1)


def old(cursor: duckdb.DuckDBPyConnection, grens: date) -> int:
    """How many deliveries are from before the limit, and still there."""
    [(count,)] = cursor.execute(
        "SELECT count(*) FROM levering AS l WHERE l.ontvangen_op < $1 "
        "AND l.soort IS DISTINCT FROM $2 "
        "AND l.levering_nr NOT IN (SELECT v.levering FROM verwijdering AS v)",
        [as_stored(first_moment(grens)), Verwijdering.soort],
    ).fetchall()
    return int(count)


def may_go(cursor: duckdb.DuckDBPyConnection, grens: date) -> list[int]:
    """The deliveries that may go, by their numbers; the cursor is used for nothing else."""
    moment = as_stored(first_moment(grens))
    for statement in _of_then(moment):
        cursor.execute(statement)
    known = {"grens": grens, "moment": moment}
    _stage(cursor, "begin", known)
    _stage(cursor, "pijl", {}, "zorg")
    cursor.execute(f"INSERT INTO raakt_bewaar_pijl {load('staging/bewaar_geld')[1]}")
    cursor.execute(f"INSERT INTO raakt_bewaar_pijl {_TAKEN_OF_A_CASUS}")
    for contract in BESTANDEN:
        cursor.execute(_in_force(contract), {"moment": moment})
        cursor.execute(f"INSERT INTO raakt_bewaar_begin {_reaching(contract)}", {"grens": grens})
        cursor.execute("INSERT INTO raakt_bewaar_pijl " + _OF_ITS_KEY)
    _, select = load("staging/bewaar_weg")
    return [int(nummer) for (nummer,) in cursor.execute(select, {"moment": moment}).fetchall()]


def _stage(
    cursor: duckdb.DuckDBPyConnection, naam: str, params: Mapping[str, object], bestand: str = ""
) -> None:
    _, select = load(f"staging/bewaar_{bestand or naam}")
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE raakt_bewaar_{naam} AS {select}", params)


def _of_then(moment: datetime) -> Iterator[str]:
    """All records that counted at a moment since then, under the names of the ledger."""
    which = _NOT_YET_RETRACTED.format(moment)
    for tabel in CONTRACTS:
        yield (
            f"CREATE OR REPLACE TEMP VIEW {tabel} AS SELECT * FROM {LEDGER}.{tabel} "  # noqa: S608
            f"UNION ALL BY NAME SELECT * FROM {INGETROKKEN}.{tabel} WHERE {which}"
        )


def _in_force(contract: type[Contract]) -> str:
    """The old rows of a file, with their key, when they end, and whether they may be the newest.

    A row may be the newest while all that came after it was retracted later.
    """
    key = ", ".join(f"r.{_column(name)}" for name in contract.sleutel)
    return f"""
        CREATE OR REPLACE TEMP TABLE raakt_bewaar_rij AS
        SELECT
            r.levering_nr,
            hash('{contract.tabel}', {key}) AS sleutel,
            {_end(contract)} AS einde,
            coalesce(sum(CASE WHEN i.levering IS NULL THEN 1 ELSE 0 END) OVER (
                PARTITION BY {key}
                ORDER BY l.ontvangen_op DESC, r.levering_nr DESC, r.plaats DESC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ), 0) = 0 AS geldt
        FROM {contract.tabel} AS r
        INNER JOIN levering AS l ON r.levering_nr = l.levering_nr
        LEFT JOIN (SELECT DISTINCT levering FROM intrekking) AS i ON r.levering_nr = i.levering
        WHERE l.ontvangen_op < $moment::TIMESTAMP
    """  # noqa: S608  (names of ours)


def _reaching(contract: type[Contract]) -> str:
    """The deliveries with a row that is in force and reaches beyond the limit."""
    back = " - INTERVAL 1 YEAR" if contract in _LOOKED_BACK_AT else ""
    return f"""
        SELECT DISTINCT hash('levering', r.levering_nr) FROM raakt_bewaar_rij AS r
        WHERE r.geldt AND r.einde >= $grens::DATE{back}
    """  # noqa: S608


_OF_ITS_KEY: Final = """
    SELECT DISTINCT hash('levering', r.levering_nr), r.sleutel FROM raakt_bewaar_rij AS r
    UNION ALL
    SELECT DISTINCT r.sleutel, hash('levering', r.levering_nr) FROM raakt_bewaar_rij AS r
    WHERE r.geldt
"""
"""A delivery that stays keeps the rows that took the place of its own, or these would count."""


_TAKEN_OF_A_CASUS: Final = """
    SELECT DISTINCT hash('levering', c.levering_nr), hash('levering', t.levering_nr)
    FROM casus_regel AS c INNER JOIN casustaak_regel AS t ON c.casusnummer = t.casusnummer
"""
"""A casus that is kept keeps what was done in it."""


def _end(contract: type[Contract]) -> str:
    names = contract.model_fields
    if contract in _TIMELESS:
        return _FOR_EVER
    if contract is Casustaak:
        return "coalesce(r.tot, r.van)"  # an open one lasts as long as its casus
    if contract in _FOLLOWED:
        return _FOLLOWED[contract]
    if "maand" in names:
        return "r.maand"
    if end := next((name for name in _ENDS if name in names), None):
        return f"coalesce(r.{end}, {_FOR_EVER})"
    return "make_date(r.jaar::INTEGER, 12, 31)" if "jaar" in names else _FOR_EVER


def _column(name: str) -> str:
    return "client_id" if name == "client" else f'"{name}"'
