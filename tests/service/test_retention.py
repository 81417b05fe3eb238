import os
from datetime import timedelta
from pathlib import Path

import pytest

from sdash import clock
from sdash.service import retention
from sdash.service.folder import DataFolder
from sdash.service.server import running
from sdash.settings import Settings, SettingsError
from tests.service.test_inbox import names
from tests.service.waiting import eventually

OLD = "sdash-2020-01-01.jsonl"


def aged(path: Path, monkeypatch: pytest.MonkeyPatch, days: int) -> Path:
    """A file in a folder whose clock is some days further."""
    path.write_text("{}\n")
    later = clock.now() + timedelta(days=days)
    monkeypatch.setattr(retention, "now", lambda: later)
    return path


@pytest.mark.parametrize(("days", "kept"), [(89, [OLD]), (91, [])])
def test_a_log_is_deleted_after_its_days(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, days: int, kept: list[str]
) -> None:
    folder = DataFolder(settings.data).create()
    aged(folder.logs / OLD, monkeypatch, days)

    retention.sweep(folder, settings)

    assert names(folder.logs) == kept


def test_a_server_deletes_old_logs_at_its_start(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = DataFolder(settings.data).create()
    old = aged(folder.logs / OLD, monkeypatch, 91)

    with running(settings):
        assert eventually(lambda: not old.exists())


def test_a_folder_of_logs_that_is_gone_is_no_trouble(settings: Settings) -> None:
    retention.sweep(DataFolder(settings.data), settings)


@pytest.mark.parametrize("text", ["logdagen = 400", "refusal_days = 400"])
def test_nothing_is_kept_longer_than_the_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setitem(os.environ, "SDASH_KEY", "0123456789abcdef")
    (tmp_path / "instellingen.toml").write_text(f"bewaarjaren = 1\n{text}\n")

    with pytest.raises(SettingsError, match=r"De instellingen kloppen niet: .* bewaarjaren"):
        Settings.load(tmp_path)
