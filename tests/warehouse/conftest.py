"""One warehouse for the tests of what it holds, and a new one for those of how it is kept."""

from collections.abc import Iterator

import pytest

from tests.warehouse.boek import Boek, boek_in_a_folder


@pytest.fixture
def nieuw() -> Iterator[Boek]:
    """A new warehouse."""
    with boek_in_a_folder() as boek:
        yield boek


@pytest.fixture(scope="session")
def _gedeeld() -> Iterator[Boek]:
    with boek_in_a_folder() as boek:
        yield boek


@pytest.fixture
def boek(_gedeeld: Boek) -> Iterator[Boek]:
    """An empty warehouse, empty again after the test."""
    yield _gedeeld
    _gedeeld.empty()
