"""A server that is told to stop: what is in hand is finished, and nothing is left behind."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdash.ingest import Reader
from sdash.service.commands import RemoteCommands
from sdash.service.control import CommandFailed
from sdash.service.folder import DataFolder
from sdash.service.receipt import Ontvangst
from sdash.service.server import running
from sdash.service.service import Service
from sdash.settings import Settings
from tests.service.files import declaratie, put, toewijzing
from tests.service.test_inbox import delivered, names
from tests.service.waiting import eventually

ROOT = Path(__file__).parents[2]
FILES = 60
HANGS = """
import threading
from sdash.ingest import child
read = child.read
def wait(path, settings):
    if path.name == "hangt.xml":
        threading.Event().wait()
    return read(path, settings)
child.read = wait
child.main()
"""


def start(settings: Settings) -> subprocess.Popen[str]:
    """A server in a process group of its own, as a service manager has it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    key = settings.sleutel.get_secret_value().decode()
    server = subprocess.Popen(
        [sys.executable, "-m", "sdash", "serve", "--data", str(settings.data), "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "SDASH_KEY": key, "CI": "1"},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert server.stdout
    assert "staat klaar" in server.stdout.readline()
    return server


@pytest.fixture
def served(settings: Settings) -> Iterator[subprocess.Popen[str]]:
    server = start(settings)
    yield server
    with contextlib.suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
    server.communicate()


@pytest.mark.slow
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_a_server_that_is_told_to_stop_loses_nothing_and_leaves_nothing(
    served: subprocess.Popen[str], settings: Settings, told: signal.Signals
) -> None:
    inbox = settings.data / "inbox"
    sent = [f"{nummer}.xml" for nummer in range(1, FILES + 1)]
    for nummer, name in enumerate(sent, start=1):
        put(inbox, name, toewijzing(nummer))
    assert eventually(lambda: len(names(inbox)) < FILES)

    os.killpg(served.pid, told)

    assert served.wait(60) == 0
    waiting = names(inbox)
    left = names(settings.data)
    with pytest.raises(ProcessLookupError):
        os.killpg(served.pid, 0)
    with running(settings) as service:
        assert eventually(lambda: names(inbox) == [])
        read = sorted(bestand for bestand, accepted, _ in delivered(service) if accepted)
    assert {"sdash.sock", "sdash.duckdb.wal"} & {*left} == set()
    assert names(settings.data / "afgekeurd") == []
    assert read == sorted(sent)
    assert {*waiting} <= {*sent}


def test_a_file_that_takes_too_long_at_the_stop_stays_for_the_next_start(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    popen = subprocess.Popen
    monkeypatch.setattr("sdash.service.service.SECONDS_TO_FINISH", 0.1)
    monkeypatch.setattr(
        subprocess, "Popen", lambda command, **more: popen([command[0], "-c", HANGS], **more)
    )
    with running(settings) as service:
        put(service.folder.inbox, "hangt.xml", declaratie())
        assert eventually(lambda: service._reading._queue)

    folder = DataFolder(settings.data)
    assert names(folder.inbox) == ["hangt.xml"]
    assert names(folder.afgekeurd) == []


def test_a_reading_process_ignores_what_its_parent_is_told(settings: Settings) -> None:
    with contextlib.closing(Service(settings)) as service:
        service.start_reading()
        child = service._reader._child
        assert child
        path = put(settings.data, "t.xml", toewijzing())
        assert service.take([path])[0].geaccepteerd == 1

        child.send_signal(signal.SIGTERM)

        again = put(settings.data, "d.xml", declaratie())
        assert service.take([again])[0].geaccepteerd == 1
        assert service._reader._child is child


def test_a_reading_process_that_died_between_files_costs_none_of_them(
    settings: Settings, tmp_path: Path
) -> None:
    with Reader(settings) as reader:
        reader.start()
        assert reader._child
        reader._child.kill()
        assert eventually(lambda: not reader.is_able())

        reading = reader.read(put(tmp_path, "t.xml", toewijzing()))

    assert reading.geaccepteerd == 1


def test_a_command_of_which_the_server_stops_hears_that_and_what_it_read_counts(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sdash.service.commands.SMALL_GROUP", 1)
    files = [put(tmp_path, f"{nummer}.xml", toewijzing(nummer)) for nummer in range(1, FILES + 1)]
    done: list[int] = []
    said: list[str] = []

    def ingest(socket: Path) -> None:
        try:
            RemoteCommands(socket).ingest(files, Ontvangst(), lambda number, _: done.append(number))
        except CommandFailed as failed:
            said.append(str(failed))

    with running(settings) as service:
        asking = threading.Thread(target=ingest, args=(service.folder.socket,))
        asking.start()
        assert eventually(lambda: done)
    asking.join()

    with running(settings) as service:
        counted = [accepted for _, accepted, _ in delivered(service)]
    assert len(said) == 1
    assert "gestopt" in said[0] or "stopt" in said[0]
    assert len(done) <= len(counted) < FILES
    assert {*counted} == {1}
