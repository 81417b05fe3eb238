"""The same streams for all tests: one small, and one at the size of the real municipality."""

import pytest

from sdash.simulate import Bericht, generate
from tests.simulate.lezen import Record, records


@pytest.fixture(scope="session")
def berichten() -> list[Bericht]:
    return list(generate(7, 300, 12))


@pytest.fixture(scope="session")
def foutloos() -> list[Bericht]:
    return list(generate(7, 300, 12, errors=False))


@pytest.fixture(scope="session")
def gemeente() -> list[Bericht]:
    return list(generate(1, 1610, 34))


@pytest.fixture(scope="session")
def prestaties(foutloos: list[Bericht]) -> list[Record]:
    return records(foutloos, "323", "Prestatie")


@pytest.fixture(scope="session")
def toegewezen(foutloos: list[Bericht]) -> list[Record]:
    return records(foutloos, "301", "ToegewezenProduct")


@pytest.fixture(scope="session")
def geld(gemeente: list[Bericht]) -> list[Record]:
    return records(gemeente, "323", "Prestatie")
