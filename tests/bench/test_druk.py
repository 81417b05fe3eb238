"""The claims that need a server, on a tiny scale: sane figures, and nothing left behind."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdash.bench import Keuze, Maat, Meting
from sdash.bench.claims import CLAIMS, claim
from sdash.bench.machine import PROC
from sdash.bench.proef import draaiend, free_port, process
from sdash.service.control import CommandFailed

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (PROC / "self" / "stat").exists(), reason="reads /proc"),
]

MOST_MB = 5_000
BROWSER = pytest.param("scherm", marks=pytest.mark.browser)
SETTLE_ON_ITS_OWN = {"keer", "% van een kern", "ms", "CPU-ms", "s", "kB", "MB", "per seconde", ""}


def children() -> set[int]:
    """The processes that this one started, and those that they started."""
    parents = {}
    for path in PROC.glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    ours = {os.getpid()}
    while found := {pid for pid, parent in parents.items() if parent in ours} - ours:
        ours |= found
    return ours - {os.getpid()}


@pytest.fixture
def trial(tmp_path: Path, kept: Path) -> Iterator[Keuze]:
    """A trial after which no process is left that was not there before."""
    before = children()
    yield Keuze(Maat.DORP, tmp_path, kort=True, bewaar=kept)
    assert children() <= before


@pytest.mark.parametrize("naam", ["druk", "paginas", "geheugen", BROWSER])
def test_a_trial_of_a_claim_gives_figures(trial: Keuze, naam: str) -> None:
    metingen = claim(naam).meet(trial)

    by_name = {meting.naam: meting for meting in metingen}
    assert len(by_name) == len(metingen)
    assert any(meting.doel is not None for meting in metingen)
    assert {meting.eenheid for meting in metingen} <= SETTLE_ON_ITS_OWN
    assert all(_is_sane(meting) for meting in metingen), metingen
    if "fouten" in by_name:
        assert by_name["fouten"].waarde == 0


def _is_sane(meting: Meting) -> bool:
    if meting.naam.startswith("groei"):
        return abs(meting.waarde) < MOST_MB
    if meting.eenheid == "MB":
        return 50 < meting.waarde < MOST_MB
    return meting.waarde >= 0


def test_every_claim_asks_a_dutch_question() -> None:
    assert {"druk", "paginas", "geheugen", "scherm"} <= {*CLAIMS}
    for naam in ("druk", "paginas", "geheugen", "scherm"):
        assert claim(naam).VRAAG.endswith("?")


def test_a_measurement_that_is_broken_off_ends_its_server(trial: Keuze) -> None:
    pids = []

    def broken_off() -> None:
        with draaiend(trial) as proef:
            pids.append(proef.pid)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()

    assert not (PROC / str(pids[0])).exists()


def test_a_server_that_ends_at_once_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandFailed), process(["-c", ""], free_port(), tmp_path / "log"):
        pytest.fail("there is no server")


def test_a_run_that_is_told_to_stop_leaves_no_server_and_no_folder(tmp_path: Path) -> None:
    program = (
        "import os, signal, sys, threading\n"
        "from sdash.bench import druk\n"
        "from sdash.cli import main\n"
        "def stop(*_): os.kill(os.getpid(), signal.SIGTERM); threading.Event().wait(30)\n"
        "druk._meet = stop\n"
        f"sys.exit(main(['bench', 'druk', '--kort', '--bewaar', {str(tmp_path)!r}]))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)

    assert run.returncode != 0
    assert servers_on(tmp_path) == []
    assert [path.name for path in tmp_path.iterdir()] == ["gemeenten"]


def servers_on(folder: Path) -> list[int]:
    """The processes that were given something in this folder."""
    found = []
    for path in PROC.glob("[0-9]*/cmdline"):
        try:
            if os.fsencode(folder) in path.read_bytes():
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found
