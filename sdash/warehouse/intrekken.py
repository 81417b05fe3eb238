"""Taking a delivery out of all figures: its records move, and nothing is thrown away.

What was retracted lies in the schema `ingetrokken`, in tables like those of the ledger, where a
moment before the retraction finds it again. The delivery itself and what was rejected of it stay
where they are: they were received.
"""

import re
from typing import Final, NamedTuple

import duckdb

from sdash.contracts.berichten import CONTRACTS
from sdash.contracts.intrekking import Intrekking
from sdash.contracts.verwijdering import VERWIJDERD, Verwijdering
from sdash.ingest.read import safe_name
from sdash.warehouse.schema import INGETROKKEN

_SHA256: Final = re.compile(r"[0-9a-f]{6,64}")
_OURS: Final = {Intrekking.soort, Verwijdering.soort}
_NUMBER: Final = re.compile(r"[0-9]{1,9}", re.ASCII)


class RetractionRefused(Exception):
    """This can't be retracted; the message says why in plain Dutch."""


class Gevonden(NamedTuple):
    """A delivery that was asked for."""

    nummer: int
    bestand: str
    soort: str | None
    geaccepteerd: int
    is_retracted: bool

    @property
    def counts(self) -> bool:
        """Whether there is something of it to take out."""
        return bool(self.geaccepteerd and not self.is_retracted and self.soort not in _OURS)


def take_out(cursor: duckdb.DuckDBPyConnection) -> None:
    """Move the records of every delivery that the ledger says is retracted; once is enough.

    For who records a retraction, and for who reads all deliveries again in any order. The marts
    have to be derived anew afterwards.
    """
    retracted = "levering_nr IN (SELECT i.levering FROM ledger.intrekking AS i)"
    for tabel in CONTRACTS:
        cursor.execute(
            f"INSERT INTO {INGETROKKEN}.{tabel} BY NAME "  # noqa: S608  (names of ours)
            f"SELECT * FROM ledger.{tabel} WHERE {retracted}"
        )
        cursor.execute(f"DELETE FROM ledger.{tabel} WHERE {retracted}")  # noqa: S608


def find(cursor: duckdb.DuckDBPyConnection, asked: str) -> Gevonden:
    """The one delivery with this number, this begin of its sha256 or this file name.

    Raises RetractionRefused when there is none, more than one, or nothing of it counts.
    """
    found = _found(cursor, asked)
    standing = [levering for levering in found if levering.counts]
    if len(standing) > 1:
        which = ", ".join(f"{one.nummer} ({one.soort}, {one.bestand})" for one in standing[:10])
        raise RetractionRefused(f"Dit kan meer dan een levering zijn; noem een nummer: {which}.")
    if standing:
        return standing[0]
    raise RetractionRefused(_why_not(found[-1] if found else None, asked))


def _why_not(last: Gevonden | None, asked: str) -> str:
    if last is None:
        return (
            f"Onbekende levering: {safe_name(asked)}. Noem het nummer van een levering, het begin "
            "van de sha256 (minstens zes tekens) of de naam van het bestand."
        )
    if last.soort == Intrekking.soort:
        return (
            f"Levering {last.nummer} is zelf een intrekking, en die wordt niet ingetrokken. "
            "Lever het bestand dat weer moet tellen opnieuw aan."
        )
    if last.soort in {VERWIJDERD, Verwijdering.soort}:
        return (
            f"Van levering {last.nummer} is niets meer in te trekken: de bewaartermijn is voorbij."
        )
    if last.is_retracted:
        return (
            f"Levering {last.nummer} is al ingetrokken. Lever het bestand opnieuw aan als het "
            "weer moet tellen."
        )
    return f"Van levering {last.nummer} is niets aangenomen; er is niets in te trekken."


def _found(cursor: duckdb.DuckDBPyConnection, asked: str) -> list[Gevonden]:
    rows = cursor.execute(
        """
        SELECT l.levering_nr, l.bestand, l.soort, l.geaccepteerd, i.levering IS NOT NULL
        FROM ledger.levering AS l
        LEFT JOIN ledger.intrekking AS i ON l.levering_nr = i.levering
        WHERE l.levering_nr = $nummer::INTEGER
            OR starts_with(l.sha256, $begin::VARCHAR)
            OR l.bestand = $bestand::VARCHAR
        ORDER BY l.levering_nr
        """,
        {
            "nummer": int(asked) if _NUMBER.fullmatch(asked) else None,
            "begin": asked.lower() if _SHA256.fullmatch(asked.lower()) else None,
            "bestand": safe_name(asked),
        },
    ).fetchall()
    found = [Gevonden(*row) for row in rows]
    return [one for one in found if str(one.nummer) == asked] or found
