"""A data folder of its own for every test, with or without a server that has it open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretBytes

from sdash.service.server import running
from sdash.service.service import Service
from sdash.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", sleutel=SecretBytes(b"0123456789abcdef"))


@pytest.fixture
def server(settings: Settings) -> Iterator[Service]:
    with running(settings) as service:
        yield service
