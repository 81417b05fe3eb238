import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Sdash
from tests.service.files import put, toewijzing
from tests.service.test_inbox import names
from tests.service.waiting import eventually

FILES = 150


@pytest.mark.slow
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_a_command_that_is_told_to_stop_closes_what_it_opened(
    alone: Sdash, data: Path, tmp_path: Path, told: signal.Signals
) -> None:
    messages = tmp_path / "berichten"
    messages.mkdir()
    for nummer in range(1, FILES + 1):
        put(messages, f"{nummer}.xml", toewijzing(nummer))
    command = [sys.executable, "-m", "sdash", "ingest", str(messages), "--data", str(data)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as ingest:
        assert eventually((data / "sdash.duckdb").exists)
        ingest.send_signal(told)
        assert ingest.stderr
        said = ingest.stderr.read()

    assert (ingest.returncode, said) == (130, "")
    assert "sdash.duckdb.wal" not in names(data)
    assert alone("ingest", messages).status == 0
    assert alone("status", "--json").json[0]["geaccepteerd"] == FILES
