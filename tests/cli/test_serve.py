import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from sdash.settings import demo_key_file
from tests.cli.conftest import Sdash
from tests.service.waiting import eventually


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free: int = probe.getsockname()[1]
        return free


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "example.org", "::"])  # noqa: S104
def test_serve_listens_on_this_machine_only(alone: Sdash, host: str) -> None:
    run = alone("serve", "--host", host)

    assert run.status == 2
    assert host in run.err


def test_a_port_that_is_taken_is_refused_at_once(alone: Sdash, port: int) -> None:
    with socket.create_server(("127.0.0.1", port)):
        run = alone("serve", "--port", port)

    assert run.status == 2
    assert "--port" in run.err


def test_a_second_server_for_the_same_folder_is_refused(sdash: Sdash, port: int) -> None:
    run = sdash("serve", "--port", port, "--host", "example.org")

    assert run.status == 2


def test_serve_without_a_key_says_how_to_make_one(
    alone: Sdash, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SDASH_KEY")

    run = alone("serve")

    assert run.status == 2
    assert "secrets.token_hex" in run.err


def test_a_demo_is_not_made_over_other_data(alone: Sdash, data: Path) -> None:
    data.mkdir()
    (data / "brief.txt").write_text("van mij")

    run = alone("demo")

    assert run.status == 2
    assert (data / "brief.txt").read_text() == "van mij"


@pytest.mark.slow
def test_the_demo_loads_once_and_streams_on(data: Path, alone: Sdash, port: int) -> None:
    first, second = start_demo(data, port), None
    assert first.stdout
    try:
        address = first.stdout.readline()
        loaded = alone("status", "--json").json[0]["leveringen"]
        assert f"http://127.0.0.1:{port}" in address
        assert loaded > 100
        assert eventually(lambda: alone("status", "--json").json[0]["leveringen"] > loaded + 1)
        assert demo_key_file(data).stat().st_mode & 0o077 == 0
        first.send_signal(signal.SIGINT)
        assert first.wait(20) == 0

        second = start_demo(data, port)
        assert second.stdout
        assert second.stdout.readline() == address
        sent = len(alone("query", "gegevens/leveringen", "--json").json)
        assert eventually(lambda: alone("status", "--json").json[0]["leveringen"] > sent)
        names = [row["bestand"] for row in alone("query", "gegevens/leveringen", "--json").json]
        assert len(names) == len({*names})
    finally:
        for process in filter(None, (first, second)):
            process.kill()
            process.communicate()


def start_demo(data: Path, port: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "sdash", "--data", str(data), "demo", "--klein"]
    return subprocess.Popen(
        [*command, "--port", str(port)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "CI": "1"},
    )
