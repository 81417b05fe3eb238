"""The marts, kept up to date by the keys that deliveries touch; a rebuild touches all of them.

The order is that of their dependence: where people live, then toewijzingen, the starts and stops
that are linked to them and the days of care, then the lines that are judged against toewijzingen,
and last what is added up from lines.
"""

from collections.abc import Iterable
from typing import Final, Literal

import duckdb

from sdash.sql import load
from sdash.warehouse.mart import MART, Mart

_OF_FILES: Final = {
    "begroting_regel": ("begroting",),
    "aanbieder_regel": ("aanbieder",),
    "team_regel": ("team",),
    "casus_regel": ("casus",),
    "casustaak_regel": ("casustaak",),
    "huishouden_regel": ("huishouden",),
    "postcode_regel": ("postcode",),
    "kerncijfer_regel": ("kerncijfer", "wijk"),
    "kaart_regel": ("kaart",),
    "iv3_regel": ("iv3", "gemeente"),
    "iv3_totaal_regel": ("iv3",),
    "gemeentekenmerk_regel": ("gemeente",),
    **dict.fromkeys(
        ("taakgericht_regel", "subsidie_regel", "eigen_bijdrage_regel", "pgb_regel"), ("buiten",)
    ),
    "uitkering_regel": ("buiten", "bijstand", "regeling"),
}
_ORDER: Final = (
    "bron",
    *dict.fromkeys(mart for marts in _OF_FILES.values() for mart in marts),
    "client",
    "toewijzing",
    "melding",
    "signaal",
    "inzet",
    "zorgperiode",
    "zorgtraject",
    "declaratie",
    "regel",
    "vlag",
    "uitgave_maand",
    "uitgave_jaar",
)
MARTS: Final = tuple(Mart.named(naam) for naam in _ORDER)
_BY_NAME: Final = {mart.naam: mart for mart in MARTS}

_LIVING: Final = frozenset({"client_versie", "postcode_regel"})
_DAYS: Final = frozenset({"start", "stop", "retour"})
"""What can change whether a toewijzing was active when a line of it says so."""
_CARE: Final = frozenset({"toewijzing_versie", "verzoek"}) | _DAYS | _LIVING
_MONEY: Final = frozenset(
    {"declaratie_kop", "prestatie", "antwoord", "toewijzing_versie", "tarief_regel"}
)
"""What can change a line or its flags."""

LINES_AT_ONCE: Final = 1_000_000

_NOBODY: Final = "CREATE OR REPLACE TEMP TABLE raakt_verhuisd (client_id INTEGER)"
_NO_TOEWIJZING: Final = """
    CREATE OR REPLACE TEMP TABLE raakt_toewijzing (wet VARCHAR, toewijzing_nummer BIGINT)
"""
_STAGE_CLIENT: Final = """
    SELECT DISTINCT i.client_id FROM inzet AS i
    SEMI JOIN raakt_toewijzing AS r
        ON i.wet = r.wet AND i.toewijzing_nummer = r.toewijzing_nummer
"""


class Marts:
    """Brings the marts of one schema up to date within a transaction of one cursor.

    The search path of the cursor decides which ledger they are derived from.
    """

    def __init__(self, cursor: duckdb.DuckDBPyConnection, schema: str = MART) -> None:
        self._cursor = cursor
        self._schema = schema

    def refresh(self, tables: Iterable[str], van: int, tot: int) -> None:
        """Derive again what deliveries `van` to `tot` touch, which wrote these ledger tables."""
        written = set(tables)
        self._stage("bron", van=van, tot=tot)
        self._derive("bron")
        self._files(written)
        self._living(written, van, tot)
        has_care = bool(written & _CARE)
        if has_care:
            self._care(van, tot)
        if written & (_MONEY | _DAYS | _LIVING):
            self._money(van, tot, has_care=has_care)
        if "team_regel" in written:
            self._stage("bedrag", "bedrag_alle")
            self._derive("uitgave_maand")
            self._years()

    def rebuild(self, tot: int) -> None:
        """Derive everything again from the ledger, up to delivery `tot`, part by part."""
        for mart in MARTS:
            self._cursor.execute(f"DELETE FROM {self._schema}.{mart.naam}")  # noqa: S608
        self._stage("bron", van=0, tot=tot)
        self._derive("bron")
        self._files({*_OF_FILES})
        self._living({"client_versie"}, 0, tot)
        self._care(0, tot)
        self._stage("declaratie", van=0, tot=tot)
        self._stage("kop")
        self._stage("beantwoord")
        self._derive("declaratie")
        parts = self._parts("prestatie")
        for part in range(parts):
            self._stage("regel", "regel_deel", deel=part, delen=parts)
            self._lines("VIEW")
        self._years()

    def _files(self, written: set[str]) -> None:
        touched = (naam for table, marts in _OF_FILES.items() if table in written for naam in marts)
        for naam in dict.fromkeys(touched):
            self._derive(naam)

    def _living(self, written: set[str], van: int, tot: int) -> None:
        if not written & _LIVING:
            self._cursor.execute(_NOBODY)
            return
        self._stage("persoon", van=0 if "postcode_regel" in written else van, tot=tot)
        self._derive("client")
        self._stage("verhuisd")

    def _care(self, van: int, tot: int) -> None:
        self._stage("melder", van=van, tot=tot)
        self._stage("toewijzing", van=van, tot=tot)
        self._stage("melding")
        self._stage("gemeld")
        self._stage("teruggenomen")
        self._cursor.execute(f"CREATE OR REPLACE TEMP TABLE raakt_client AS {_STAGE_CLIENT}")
        for naam in ("toewijzing", "melding", "signaal", "inzet"):
            self._derive(naam)
        self._cursor.execute(f"INSERT INTO raakt_client {_STAGE_CLIENT}")
        for naam in ("zorgperiode", "zorgtraject"):
            self._derive(naam)

    def _money(self, van: int, tot: int, *, has_care: bool) -> None:
        if not has_care:
            self._cursor.execute(_NO_TOEWIJZING)
        self._stage("declaratie", van=van, tot=tot)
        self._stage("kop")
        self._stage("beantwoord")
        self._stage("regel", van=van, tot=tot)
        self._derive("declaratie")
        self._stage("besteding")
        self._lines()
        self._add("besteding")
        self._spending()

    def _lines(self, prestaties: Literal["TABLE", "VIEW"] = "TABLE") -> None:
        """Judge the staged lines, and what is added up from them.

        A few of many are found by their index, and kept; a large part need not be copied.
        """
        self._stage("was", "regelbedrag")
        _, select = load("staging/prestatie")
        self._cursor.execute(f"CREATE OR REPLACE TEMP {prestaties} raakt_prestatie AS {select}")
        self._stage("lijn")
        for naam in ("overschreden", "keten", "afgesproken"):
            self._stage(naam)
        for naam in ("regel", "vlag"):
            self._derive(naam)
        self._stage("wordt", "regelbedrag")
        self._stage("bedrag")
        self._derive("uitgave_maand")

    def _years(self) -> None:
        """Derive the years of all persons."""
        parts = self._parts("regel")
        for part in range(parts):
            self._stage("besteding", "besteding_deel", deel=part, delen=parts)
            self._spending()

    def _spending(self) -> None:
        """Derive the staged years of persons."""
        self._stage("besteed")
        self._derive("uitgave_jaar")

    def _parts(self, table: str) -> int:
        [(count,)] = self._cursor.execute(f"SELECT count(*) FROM {table}").fetchall()  # noqa: S608
        return int(count) // LINES_AT_ONCE + 1

    def _stage(self, naam: str, bestand: str = "", **params: int) -> None:
        _, select = load(f"staging/{bestand or naam}")
        self._cursor.execute(f"CREATE OR REPLACE TEMP TABLE raakt_{naam} AS {select}", params)

    def _add(self, naam: str) -> None:
        _, select = load(f"staging/{naam}")
        self._cursor.execute(f"INSERT INTO raakt_{naam} {select}")

    def _derive(self, naam: str) -> None:
        mart = _BY_NAME[naam]
        self._cursor.execute(mart.delete(self._schema))
        self._cursor.execute(f"INSERT INTO {self._schema}.{naam} {mart.select}")
