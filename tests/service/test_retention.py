import logging
import os
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from sdash import clock
from sdash.domain import Rol
from sdash.service import backup, retention
from sdash.service.control import CommandRefused
from sdash.service.folder import DataFolder
from sdash.service.restore import restore
from sdash.service.server import _repeat, running
from sdash.service.service import Service
from sdash.settings import Settings, SettingsError
from tests.service.files import AANBIEDERS, declaratie, put
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


def years_later(monkeypatch: pytest.MonkeyPatch, years: int = 9) -> None:
    later = clock.now() + timedelta(days=366 * years)
    monkeypatch.setattr(retention, "now", lambda: later)


def soorten(service: Service) -> list[object]:
    return [row["soort"] for row in service.query("gegevens/leveringen", {}, Rol.CONTROLLER)]


@pytest.fixture
def filled(settings: Settings, tmp_path: Path) -> Settings:
    """A folder with declaraties and a file that is not about a time."""
    with closing(Service(settings)) as service:
        for nummer in (1, 2):
            service.take([put(tmp_path, f"{nummer}.xml", declaratie(nummer))])
        service.take([put(tmp_path, "aanbieders.csv", AANBIEDERS)])
    return settings


def test_a_server_lets_old_deliveries_go_and_says_so(
    filled: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    years_later(monkeypatch)

    with caplog.at_level(logging.INFO), running(filled) as service:
        gone = ["verwijderd", "verwijderd", "aanbieders", "verwijdering"]
        assert eventually(lambda: soorten(service) == gone)
        with pytest.raises(CommandRefused, match="is niet alles bewaard"):
            service.query("uitgaven/totaal", {"jaar": "2026"}, Rol.CONTROLLER)
        with pytest.raises(CommandRefused, match="is niet alles bewaard"):
            service.query("uitgaven/jaren", {}, Rol.CONTROLLER, "2026-10-01")

    [said] = [one.message for one in caplog.records if "bewaartermijn" in one.message]
    assert "2 leveringen" in said


def test_a_rebuild_does_so_too_and_nothing_goes_before_its_time(
    filled: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Service(filled)) as service:
        years_later(monkeypatch, 7)
        service.rebuild()
        early = soorten(service)
        years_later(monkeypatch)
        service.rebuild()
        late = soorten(service)

    assert early == ["JW323", "JW323", "aanbieders"]
    assert late == ["verwijderd", "verwijderd", "aanbieders", "verwijdering"]


def test_what_fails_is_tried_again(
    filled: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    years_later(monkeypatch)
    with closing(Service(filled)) as service:
        with monkeypatch.context() as patch:
            patch.setattr("sdash.warehouse.archive.write", full)
            service.retain()
        with monkeypatch.context() as patch:
            patch.setattr("sdash.warehouse.opruimen.rewrite", full)
            service.retain()
        failed = soorten(service)
        service.retain()
        done = soorten(service)

    assert sum("is niet gelukt" in one.message for one in caplog.records) == 2
    assert failed == ["JW323", "JW323", "aanbieders", "verwijdering"]
    assert done == ["verwijderd", "verwijderd", "aanbieders", "verwijdering"]


def test_the_next_backup_is_without_what_went_and_comes_back_as_it_is(
    filled: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder, target = DataFolder(filled.data), tmp_path / "kopie"

    def copy() -> None:
        backup.make(filled, folder.archived(), target, lambda *_: None)

    copy()
    years_later(monkeypatch)
    with closing(Service(filled)) as service:
        service.retain()
        expected = soorten(service)
    copy()

    there = {path.relative_to(target).as_posix() for path in target.rglob("*.parquet")}
    assert there == {*folder.archived()}
    again = filled.model_copy(update={"data": tmp_path / "terug"})
    restore(target, DataFolder(again.data), lambda *_: None)
    with closing(Service(again)) as service:
        assert soorten(service) == expected
        assert service.status()[0]["laatst_hersteld"] is not None


def test_what_failed_in_the_background_is_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    failing, done = [MemoryError], threading.Event()

    def work() -> None:
        if failing:
            raise failing.pop()
        done.set()

    stop = _repeat("sdash-proef", 0.01, work, at_once=True)
    assert done.wait(10)
    stop()

    assert [one.message for one in caplog.records if "later weer geprobeerd" in one.message]
