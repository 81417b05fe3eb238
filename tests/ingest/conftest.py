"""A folder that is there for all tests of reading: reading leaves nothing behind in it."""

import pytest

from tests.ingest.berichten import Lezer


@pytest.fixture(scope="session")
def lezer(tmp_path_factory: pytest.TempPathFactory) -> Lezer:
    return Lezer(tmp_path_factory.mktemp("lezen"))
