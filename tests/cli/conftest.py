"""The command line in this process, alone and beside a server that has the folder open."""

import contextlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sdash.cli import main
from sdash.service.server import running
from sdash.settings import Settings


class Run(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = json.loads(self.out)
        return rows


Sdash = Callable[..., Run]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SDASH_KEY", "0123456789abcdef")
    monkeypatch.delenv("SDASH_DATA", raising=False)
    return tmp_path / "data"


@pytest.fixture
def alone(data: Path, capsys: pytest.CaptureFixture[str]) -> Sdash:
    def run(*arguments: object) -> Run:
        capsys.readouterr()
        try:
            status = main(["--data", str(data), *map(str, arguments)])
        except SystemExit as ended:
            status = int(ended.code or 0)
        return Run(status, *capsys.readouterr())

    return run


@pytest.fixture(params=["alone", "server"])
def sdash(request: pytest.FixtureRequest, data: Path, alone: Sdash) -> Iterator[Sdash]:
    with contextlib.ExitStack() as stack:
        if request.param == "server":
            stack.enter_context(running(Settings.load(data)))
        yield alone
