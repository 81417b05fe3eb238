"""A real warehouse with a few people in its marts."""

from collections.abc import Iterator

import pytest
from pydantic import SecretBytes

from sdash.answers import Answers
from sdash.settings import Settings
from sdash.warehouse import Warehouse
from tests.queries.generated import fill
from tests.queries.marts import Mart


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An installation of its own."""
    key = SecretBytes(b"a key that only tests know")
    return Settings(data=tmp_path_factory.mktemp("answers"), sleutel=key)


@pytest.fixture(scope="session")
def warehouse(settings: Settings) -> Iterator[Warehouse]:
    """A warehouse whose marts were filled by hand; no test changes what another asks."""
    opened = Warehouse.open(settings)
    with opened.cursor() as cursor:
        mart = Mart(cursor)
        fill(mart)
        mart.derive()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def answers(warehouse: Warehouse, settings: Settings) -> Answers:
    """The one way to an answer."""
    return Answers(warehouse, settings)
