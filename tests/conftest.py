"""What every test shares: how Hypothesis runs, an empty warehouse, and pages without steps."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from hypothesis import Phase, settings

from sdash.settings import Settings
from sdash.ui import data
from sdash.warehouse import engine
from sdash.warehouse.marts import MARTS
from sdash.warehouse.schema import create_tables

LONG = {"bench", "browser", "cli", "pages", "properties", "service", "warehouse"}
"""Folders of which a file takes long; they start first, so that no core waits for the last one."""

# No deadline: a shared machine is slow at times, and that is not what a property test is about.
# No explaining: it runs a failing history many times more than finding and shrinking it took.
PHASES = [phase for phase in Phase if phase is not Phase.explain]

# A history of messages costs a warehouse half a second. Every run draws other ones, so that runs
# add up; `make fuzz` takes the time for many at once. A test that takes a part of them takes at
# least four, since the first one that Hypothesis tries is an empty one.
settings.register_profile("sdash", max_examples=20, deadline=None, phases=PHASES)
settings.register_profile("kort", settings.get_profile("sdash"), max_examples=10)
settings.register_profile("lang", settings.get_profile("sdash"), max_examples=500)
settings.load_profile("sdash")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.parent.name not in LONG)


@pytest.fixture(autouse=True)
def _no_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test delivers and looks, faster than a stream of messages would."""
    monkeypatch.setattr(data.Stap, "seconds", 0)


@pytest.fixture(scope="session", autouse=True)
def _copied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A new file is a copy of an empty one, made once: thousands are, and most of the time of each
    goes to its tables. A server or command in a process of its own makes them itself.
    """
    empty = tmp_path_factory.mktemp("leeg") / engine.FILE
    connect = engine.connect

    def copied(path: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
        if not empty.exists():
            with closing(connect(empty)) as made:
                create_tables(made, MARTS, Settings(data=empty.parent), indexed=False)
                made.execute("CHECKPOINT")
        if not (read_only or path.exists()):
            shutil.copyfile(empty, path)
        return connect(path, read_only=read_only)

    engine.connect = copied
    yield
    engine.connect = connect
