"""Busy, too large, broken off: each says so, and none leaves a trace."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from sdash.bench import Keuze, Maat, Meting, loop, machine, ruimte, verslag
from sdash.bench.claims import CLAIMS
from sdash.bench.machine import GB, Anderen
from sdash.bench.ruimte import Ruimte
from sdash.cli import main
from sdash.service.control import CommandRefused

QUIET, BUSY = 0.05, 0.9


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The report of a run on a machine that fits everything, with one claim that is quick."""
    path = tmp_path / "benchmark.md"
    publish = verslag.publish
    vlug = SimpleNamespace(VRAAG="Vlug?", meet=lambda _keuze: [Meting("telt", 1, "ms", doel=2)])
    monkeypatch.setattr(verslag, "publish", lambda deel: publish(deel, path))
    monkeypatch.setattr(loop, "claim", lambda _naam: vlug)
    monkeypatch.setattr(loop, "load", lambda: QUIET)
    monkeypatch.setattr(Anderen, "deel", QUIET)
    monkeypatch.setattr(ruimte, "available", lambda _map: Ruimte(9_999 * GB, 999 * GB))
    return path


def test_a_quiet_machine_publishes(report: Path) -> None:
    assert main(["bench", "lezen"]) == 0

    assert "<!-- bench: lezen dorp -->" in report.read_text("utf-8")


@pytest.fixture(
    params=[
        (loop, "load", lambda: BUSY, "belasting 0.90 per kern"),
        (Anderen, "deel", BUSY, "90% van de processor"),
        (Anderen, "deel", None, "niet te zien"),
    ]
)
def busy(request: pytest.FixtureRequest, report: Path, monkeypatch: pytest.MonkeyPatch) -> str:  # noqa: ARG001
    target, name, value, said = request.param
    monkeypatch.setattr(target, name, value)
    return str(said)


def test_a_busy_machine_prints_and_says_why_it_does_not_publish(
    busy: str, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bench", "lezen"]) == 2

    out, err = capsys.readouterr()
    assert "telt" in out
    assert "Niet in het verslag gezet" in err
    assert busy in err
    assert not report.exists()


def test_a_trial_never_publishes(report: Path) -> None:
    assert main(["bench", "lezen", "--kort"]) == 0

    assert not report.exists()


def test_all_claims_are_measured_one_after_the_other(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bench", "alles", "--json"]) == 0

    rows = json.loads(capsys.readouterr().out)
    assert [row["claim"] for row in rows] == [*CLAIMS]
    assert rows[0]["gehaald"] is True
    assert report.exists()


def test_a_size_that_does_not_fit_says_what_it_needs_before_it_begins(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ruimte, "available", lambda _map: Ruimte(schijf=3 * GB, geheugen=1 * GB))
    monkeypatch.setattr(loop, "claim", lambda _naam: pytest.fail("it began"))

    assert main(["bench", "lezen", "--maat", "provincie"]) == 2

    said = capsys.readouterr().err
    assert "De maat provincie past hier niet" in said
    assert "op schijf" in said
    assert "er is 3.0 GB" in said
    assert "aan geheugen" in said
    assert not report.exists()


def test_what_fits_is_not_refused() -> None:
    ruimte.check(Ruimte(1, 1), Ruimte(1, 1), "dorp")
    with pytest.raises(CommandRefused, match="op schijf"):
        ruimte.check(Ruimte(2 * GB, 1), Ruimte(GB, 1), "dorp")


def test_a_trial_needs_little_at_any_size(tmp_path: Path) -> None:
    trial = ruimte.needed(Keuze(Maat.PROVINCIE, tmp_path, kort=True))

    assert trial == ruimte.needed(Keuze(Maat.DORP, tmp_path, kort=True))
    assert trial.schijf < ruimte.needed(Keuze(Maat.STAD, tmp_path, kort=False)).schijf


@pytest.fixture
def running(tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A real run that has begun to generate, and would go on for minutes."""
    place = tmp_path / "tijdelijk"
    place.mkdir()
    command = [sys.executable, "-m", "sdash", "bench", "lezen"]
    environment = {**os.environ, "TMPDIR": str(place)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        pause = threading.Event()
        while process.poll() is None and not [*place.glob("*/*/berichten/*.xml")]:
            pause.wait(0.05)
        yield process
        process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_nothing_behind(
    running: "subprocess.Popen[bytes]", tmp_path: Path, stop: signal.Signals
) -> None:
    before = verslag.REPORT.read_bytes() if verslag.REPORT.exists() else None
    assert running.poll() is None

    running.send_signal(stop)

    assert running.wait(30) == 130
    assert [*(tmp_path / "tijdelijk").iterdir()] == []
    assert (verslag.REPORT.read_bytes() if verslag.REPORT.exists() else None) == before


def test_a_claim_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def breaks() -> None:
        with loop.workplace(tmp_path) as folder:
            (folder / "iets").touch()
            tempfile.mkdtemp()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        breaks()

    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_what_a_signal_breaks_is_no_failure(tmp_path: Path) -> None:
    def breaks() -> None:
        with loop.workplace(tmp_path):
            try:
                signal.raise_signal(signal.SIGTERM)
            except KeyboardInterrupt:
                raise RuntimeError from None

    with pytest.raises(KeyboardInterrupt):
        breaks()


def test_handlers_of_signals_are_put_back(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)

    with loop.workplace(tmp_path):
        assert signal.getsignal(signal.SIGTERM) is not before

    assert signal.getsignal(signal.SIGTERM) is before


SEES_PROCESSES = pytest.mark.skipif(
    not (machine.PROC / "self" / "stat").exists(), reason="reads /proc"
)
BURN = "import time\nwhile time.process_time() < 0.6: pass"


@SEES_PROCESSES
def test_what_a_child_took_is_our_own() -> None:
    eigen = machine.Eigen()

    subprocess.run([sys.executable, "-c", BURN], check=True)

    assert eigen.stop() >= 0.5 * os.sysconf("SC_CLK_TCK")


@SEES_PROCESSES
def test_what_a_child_left_behind_took_is_our_own() -> None:
    eigen = machine.Eigen()
    leave = f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {BURN!r}])"
    leave += "\nimport time\ntime.sleep(0.5)"

    subprocess.run([sys.executable, "-c", leave], check=True)
    time.sleep(1)

    assert eigen.stop() >= 0.5 * os.sysconf("SC_CLK_TCK")


def test_the_part_of_others_is_told_once() -> None:
    looking = Anderen()

    assert looking.deel == looking.deel
