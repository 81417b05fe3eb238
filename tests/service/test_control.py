import stat
import subprocess
import sys
from multiprocessing.connection import Client
from pathlib import Path
from typing import Any

import pytest

from sdash.service.control import (
    CommandFailed,
    CommandRefused,
    ControlServer,
    NoServer,
    Progress,
    Remote,
)


def silent(_done: int, _total: int) -> None:
    """Progress that nobody looks at."""


def handle(command: str, arguments: dict[str, Any], progress: Progress) -> object:
    progress(1, 2)
    if command == "weiger":
        raise CommandRefused("Dit mag niet.")
    if command == "breek":
        raise ZeroDivisionError("999900006")
    return arguments


@pytest.fixture
def control(tmp_path: Path) -> Any:  # noqa: ANN401  (a generator of a path)
    server = ControlServer(tmp_path / "sdash.sock", handle)
    yield tmp_path / "sdash.sock"
    server.close()


def test_an_answer_comes_after_its_progress(control: Path) -> None:
    seen: list[tuple[int, int]] = []

    answer = Remote(control).ask("herhaal", {"a": ["é", 1]}, lambda *step: seen.append(step))

    assert answer == {"a": ["é", 1]}
    assert seen == [(1, 2)]


def test_what_the_server_refuses_is_refused_at_the_other_end(control: Path) -> None:
    with pytest.raises(CommandRefused, match=r"Dit mag niet\."):
        Remote(control).ask("weiger", {}, silent)


def test_a_command_that_breaks_says_its_kind_and_no_value(control: Path) -> None:
    with pytest.raises(CommandFailed, match="ZeroDivisionError") as failed:
        Remote(control).ask("breek", {}, silent)

    assert "999900006" not in str(failed.value)
    assert Remote(control).ask("herhaal", {}, silent) == {}


@pytest.mark.parametrize("garbage", [b"", b"\x80\x04K\x01.", b"[]", b'{"opdracht": 1}', b"\xff"])
def test_the_server_survives_what_is_no_command(control: Path, garbage: bytes) -> None:
    with Client(str(control), "AF_UNIX") as connection:
        connection.send_bytes(garbage)

    assert Remote(control).ask("herhaal", {}, silent) == {}


def test_the_socket_is_of_its_owner_only(control: Path) -> None:
    assert stat.S_IMODE(control.stat().st_mode) == 0o600


def test_a_closed_server_leaves_no_socket(tmp_path: Path) -> None:
    path = tmp_path / "sdash.sock"

    ControlServer(path, handle).close()

    assert not path.exists()
    with pytest.raises(NoServer):
        Remote(path)


def test_a_socket_may_stand_on_a_long_path(tmp_path: Path) -> None:
    folder = tmp_path / ("lang" * 40)
    folder.mkdir()
    server = ControlServer(folder / "sdash.sock", handle)

    answer = Remote(folder / "sdash.sock").ask("herhaal", {}, silent)

    server.close()
    assert answer == {}


HOLDER = """
import sys, threading
from pathlib import Path
from pydantic import SecretBytes
from sdash.service.server import running
from sdash.settings import Settings
with running(Settings(data=Path(sys.argv[1]), sleutel=SecretBytes(b"0123456789abcdef"))):
    print("open", flush=True)
    threading.Event().wait()
"""


@pytest.mark.crash
def test_a_killed_server_is_no_hindrance_to_the_next(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout
        assert killed.stdout.readline() == "open\n"
        killed.kill()
    left_behind = (tmp_path / "sdash.sock").exists()

    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as following:
        assert following.stdout
        assert following.stdout.readline() == "open\n"
        answer = Remote(tmp_path / "sdash.sock").ask("ping", {}, silent)
        following.terminate()

    assert left_behind
    assert answer == []
