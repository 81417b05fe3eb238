"""A trial run of the benchmark: its folder, and the municipalities that are made once."""

from pathlib import Path

import pytest

from sdash.bench import Keuze, Maat


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bewaard")


@pytest.fixture
def keuze(tmp_path: Path, kept: Path) -> Keuze:
    return Keuze(Maat.STAD, tmp_path, kort=True, bewaar=kept)


@pytest.fixture
def village(keuze: Keuze) -> Keuze:
    """The same for the municipality that the larger one is made of."""
    return Keuze(Maat.DORP, keuze.werkmap, kort=True, bewaar=keuze.bewaar)
