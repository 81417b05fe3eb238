"""What every test shares: how Hypothesis runs, and pages that show each version at once."""

import pytest
from hypothesis import Phase, settings

from sdash.ui import data

LONG = {"bench", "browser", "cli", "properties", "service"}
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
