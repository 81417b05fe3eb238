import subprocess
import sys
from contextlib import closing
from pathlib import Path

from sdash.service.service import Service
from sdash.settings import Settings


def test_a_second_command_waits_for_the_first(data: Path) -> None:
    command = [sys.executable, "-m", "sdash", "status", "--json", "--data", str(data)]
    with closing(Service(Settings.load(data))):
        waiting = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert waiting.stderr
        said = waiting.stderr.readline()

    out, _ = waiting.communicate(timeout=60)
    assert "even wachten" in said
    assert waiting.returncode == 0
    assert '"leveringen": 0' in out
