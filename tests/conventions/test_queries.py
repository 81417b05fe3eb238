"""Every query is one parametrised SELECT that gives the same answer tomorrow."""

import re
from pathlib import Path

import pytest

from tests.conventions.source import ROOT

QUERIES = sorted((ROOT / "queries").rglob("*.sql"))
QUERY_LINES = 100
MART_LINES = 150  # a mart decides meaning, in steps that belong together
COMMENT = re.compile(r"--[^\n]*")
# query('...') and its like turn a bound string into SQL or into identifiers.
STRING_BECOMES_SQL = re.compile(r"\b(query|query_table)\s*\(|\bcolumns\s*\(\s*\$", re.IGNORECASE)
MOMENT = re.compile(r"\b(current_date|current_timestamp|now\s*\(|today\s*\()", re.IGNORECASE)
ANY_COLUMN = re.compile(r"(^|SELECT|,)\s*(DISTINCT\s+)?(\w+\.)?\*", re.IGNORECASE)

every_query = pytest.mark.parametrize(
    "path", QUERIES, ids=lambda path: path.relative_to(ROOT / "queries").as_posix()
)


def statement(path: Path) -> str:
    """The SQL without its header and comments."""
    return COMMENT.sub("", path.read_text("utf-8")).strip()


def test_there_are_queries() -> None:
    assert QUERIES


@every_query
def test_a_query_file_is_one_statement(path: Path) -> None:
    assert ";" not in statement(path)


@every_query
def test_a_query_fits_on_a_screen(path: Path) -> None:
    most = MART_LINES if path.parent.name in {"mart", "staging"} else QUERY_LINES

    assert len(path.read_text("utf-8").splitlines()) <= most


@every_query
def test_a_bound_string_never_becomes_sql(path: Path) -> None:
    assert not STRING_BECOMES_SQL.search(statement(path))


@every_query
def test_the_moment_is_a_parameter(path: Path) -> None:
    assert not MOMENT.search(statement(path))


@every_query
def test_every_column_of_the_answer_is_named(path: Path) -> None:
    *_, answer = statement(path).split("\n\n")

    assert not ANY_COLUMN.search(answer)
