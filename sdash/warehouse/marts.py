"""The marts, kept up to date by the keys that deliveries touch; a rebuild touches all of them.

The order is that of their dependence: toewijzing, then the starts and stops that are linked to it,
then the days of care, then the lines that are judged against toewijzingen.
"""

from collections.abc import Iterable
from typing import Final

import duckdb

from sdash.sql import load
from sdash.warehouse.schema import Mart

_OF_FILES: Final = {
    "begroting_regel": ("begroting",),
    "aanbieder_regel": ("aanbieder",),
    "team_regel": ("team",),
    "casus_regel": ("casus",),
    "postcode_regel": ("postcode",),
    "kerncijfer_regel": ("kerncijfer", "wijk"),
    "kaart_regel": ("kaart",),
}
_ORDER: Final = (
    "toewijzing",
    "melding",
    "inzet",
    "zorgperiode",
    "declaratie",
    "regel",
    "uitgave",
    *(mart for marts in _OF_FILES.values() for mart in marts),
    "client",
)
MARTS: Final = tuple(Mart.named(naam) for naam in _ORDER)
_BY_NAME: Final = {mart.naam: mart for mart in MARTS}

_CARE: Final = frozenset({"toewijzing_versie", "start", "stop", "verzoek"})
_MONEY: Final = frozenset({"declaratie_kop", "prestatie", "antwoord"})
_JUDGED: Final = _MONEY | {"toewijzing_versie"}
"""What can change a line or its flags."""

_NO_TOEWIJZING = """
    CREATE OR REPLACE TEMP TABLE raakt_toewijzing (wet VARCHAR, toewijzing_nummer BIGINT)
"""

_STAGE_CLIENT = """
    CREATE OR REPLACE TEMP TABLE raakt_client AS
    SELECT DISTINCT i.client_id FROM inzet AS i
    SEMI JOIN raakt_toewijzing AS r
        ON i.wet = r.wet AND i.toewijzing_nummer = r.toewijzing_nummer
"""
_STAGE_MORE_CLIENTS = """
    INSERT INTO raakt_client
    SELECT DISTINCT i.client_id FROM inzet AS i
    SEMI JOIN raakt_toewijzing AS r
        ON i.wet = r.wet AND i.toewijzing_nummer = r.toewijzing_nummer
    ANTI JOIN raakt_client AS c ON i.client_id = c.client_id
"""
_STAGE_UITGAVE = """
    CREATE OR REPLACE TEMP TABLE raakt_uitgave AS
    SELECT DISTINCT g.wet, g.client_id, g.maand FROM regel AS g
    SEMI JOIN raakt_regel AS r
        ON g.wet = r.wet AND g.aanbieder = r.aanbieder
        AND g.referentienummer = r.referentienummer
"""
_STAGE_MORE_UITGAVE = """
    INSERT INTO raakt_uitgave
    SELECT DISTINCT g.wet, g.client_id, g.maand FROM regel AS g
    SEMI JOIN raakt_regel AS r
        ON g.wet = r.wet AND g.aanbieder = r.aanbieder
        AND g.referentienummer = r.referentienummer
    ANTI JOIN raakt_uitgave AS u
        ON g.wet = u.wet AND g.client_id = u.client_id AND g.maand = u.maand
"""
_STAGE_PERSOON = """
    CREATE OR REPLACE TEMP TABLE raakt_persoon AS
    SELECT DISTINCT v.client_id FROM client_versie AS v
    WHERE v.levering_nr BETWEEN $van AND $tot
"""


class Marts:
    """Brings the marts up to date within a transaction of one cursor."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def refresh(self, tables: Iterable[str], van: int, tot: int) -> None:
        """Derive again what deliveries `van` to `tot` touch, which wrote these ledger tables."""
        written = set(tables)
        has_care = bool(written & _CARE)
        if has_care:
            self._care(van, tot)
        if written & _JUDGED:
            self._money(van, tot, has_care=has_care)
        for table in _OF_FILES:
            if table in written:
                for naam in _OF_FILES[table]:
                    self._derive(naam)
        if "postcode_regel" in written:
            self._persons(0, tot)
        elif "client_versie" in written:
            self._persons(van, tot)

    def rebuild(self, tot: int) -> None:
        """Derive everything again from the ledger, up to delivery `tot`."""
        for mart in MARTS:
            self._cursor.execute(f"DELETE FROM mart.{mart.naam}")  # noqa: S608
        self.refresh({*_CARE, *_MONEY, *_OF_FILES, "client_versie"}, 0, tot)

    def _care(self, van: int, tot: int) -> None:
        self._stage("toewijzing", van=van, tot=tot)
        self._stage("melding", van=van, tot=tot)
        self._cursor.execute(_STAGE_CLIENT)
        for naam in ("toewijzing", "melding", "inzet"):
            self._derive(naam)
        self._cursor.execute(_STAGE_MORE_CLIENTS)
        self._derive("zorgperiode")

    def _money(self, van: int, tot: int, *, has_care: bool) -> None:
        if not has_care:
            self._cursor.execute(_NO_TOEWIJZING)
        self._stage("declaratie", van=van, tot=tot)
        self._stage("regel", van=van, tot=tot)
        self._cursor.execute(_STAGE_UITGAVE)
        self._derive("declaratie")
        self._stage("lijn")
        self._stage("overschreden")
        self._derive("regel")
        self._cursor.execute(_STAGE_MORE_UITGAVE)
        self._derive("uitgave")

    def _persons(self, van: int, tot: int) -> None:
        self._cursor.execute(_STAGE_PERSOON, {"van": van, "tot": tot})
        self._derive("client")

    def _stage(self, naam: str, **params: int) -> None:
        _, select = load(f"staging/{naam}")
        self._cursor.execute(f"CREATE OR REPLACE TEMP TABLE raakt_{naam} AS {select}", params)

    def _derive(self, naam: str) -> None:
        mart = _BY_NAME[naam]
        delete = f"DELETE FROM mart.{naam}"  # noqa: S608  (names of ours, and none from data)
        if mart.staged:
            same = " AND ".join(f'm."{column}" = r."{column}"' for column in mart.key)
            delete += f" AS m USING {mart.staged} AS r WHERE {same}"
        self._cursor.execute(delete)
        self._cursor.execute(f"INSERT INTO mart.{naam} {mart.select}")
