"""The marts that the tests of queries fill."""

from collections.abc import Iterator

import duckdb
import pytest

from tests.queries.generated import fill
from tests.queries.marts import Mart, connect, emptied


@pytest.fixture(scope="session")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    """One database for all tests, since making its tables costs more than a test."""
    with connect() as connection:
        yield connection


@pytest.fixture
def mart(database: duckdb.DuckDBPyConnection) -> Iterator[Mart]:
    """Empty tables, empty again after the test."""
    with emptied(database) as tables:
        yield tables


@pytest.fixture(scope="session")
def gemeente() -> Iterator[Mart]:
    """A small municipality of chance; a test does not change it."""
    with connect() as connection:
        generated = Mart(connection)
        fill(generated)
        yield generated


@pytest.fixture(scope="session")
def gemeente_backward() -> Iterator[Mart]:
    """The same municipality, of which everything came in the other way round."""
    with connect() as connection:
        generated = Mart(connection)
        fill(generated, backward=True)
        yield generated
