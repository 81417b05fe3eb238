"""A query runs with exactly its parameters and gives frozen, typed rows."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from pydantic import ValidationError

from sdash import sql
from sdash.domain import Wet
from sdash.sql import Moment, Params, Query, Row, SqlError

TEXT = """-- One line.
--
-- params
--   bedrag  INTEGER  cents
-- columns
--   wet     VARCHAR
--   euro    DECIMAL(18,2)
--   codes   VARCHAR[]
--   dag     DATE
--   moment  TIMESTAMP
-- unseen
--   nummer  INTEGER
-- grain: nummer
SELECT
    'jw'::VARCHAR AS wet,
    ($bedrag::INTEGER * 0.01)::DECIMAL(18, 2) AS euro,
    ['9338']::VARCHAR[] AS codes,
    '2026-01-02'::DATE AS dag,
    '2026-01-02 12:00:00'::TIMESTAMP AS moment,
    7::INTEGER AS nummer
"""


class Bedrag(Params):
    bedrag: int


class Regel(Row):
    wet: Wet
    euro: Decimal
    codes: tuple[str, ...]
    dag: date
    moment: Moment


@pytest.fixture
def query(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Query[Bedrag, Regel]:
    """A query on a file of its own, outside the registry of the product."""
    (tmp_path / "regel.sql").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(sql, "FOLDER", tmp_path)
    monkeypatch.setattr(sql, "registry", {})
    return Query("regel", Bedrag, Regel)


@pytest.fixture
def cursor() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory."""
    with duckdb.connect() as connection:
        yield connection


def test_rows_have_the_types_of_the_binding(
    query: Query[Bedrag, Regel], cursor: duckdb.DuckDBPyConnection
) -> None:
    assert query.rows(cursor, Bedrag(bedrag=1234)) == [
        Regel(
            wet=Wet.JW,
            euro=Decimal("12.34"),
            codes=("9338",),
            dag=date(2026, 1, 2),
            moment=datetime(2026, 1, 2, 12, tzinfo=UTC),
        )
    ]


def test_a_row_is_frozen(query: Query[Bedrag, Regel], cursor: duckdb.DuckDBPyConnection) -> None:
    (row,) = query.rows(cursor, Bedrag(bedrag=1))

    with pytest.raises(ValidationError, match="frozen"):
        row.wet = Wet.WMO  # type: ignore[misc]


def test_records_keep_what_is_unseen(
    query: Query[Bedrag, Regel], cursor: duckdb.DuckDBPyConnection
) -> None:
    (record,) = query.records(cursor, Bedrag(bedrag=1))

    assert record["nummer"] == 7


def test_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Bedrag.model_validate({"bedrag": 1, "wet": "jw"})


@pytest.mark.usefixtures("query")
def test_a_name_is_bound_once() -> None:
    with pytest.raises(SqlError, match="regel: bound twice"):
        Query("regel", Bedrag, Regel)
