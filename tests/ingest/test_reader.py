import pickle
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from sdash.ingest import Reader, read
from sdash.ingest.reader import BROKEN_OFF
from tests.conventions.source import ROOT
from tests.ingest.berichten import SETTINGS, Lezer, counts, start, toewijzing, why
from tests.oracle.messages import TEST_BSNS, Client

_HELP = "from pathlib import Path; import os, pickle, sys, threading"
_DIES = f"""
{_HELP}
from sdash.ingest.child import main
from sdash.ingest import child
wanted, done = child.read, []
def read(path, settings):
    if path.name == "sterft":
        os.kill(os.getpid(), 9)
    if path.name == "moe" and "een" in done:
        os.kill(os.getpid(), 9)
    done.append(path.name)
    if path.name == "hangt":
        threading.Event().wait()
    if path.name == "vreet":
        bytearray(64 * 1024**3)
    return wanted(path, settings)
child.read = read
main()
"""
_LOADS = f"""
{_HELP}
from sdash.ingest.child import get_ready
from sdash.ingest import read
get_ready()
loaded = set(sys.modules)
reading = read(Path(sys.argv[1]), pickle.load(sys.stdin.buffer))
print(reading.geaccepteerd, sorted(set(sys.modules) - loaded))
"""


@pytest.fixture
def weak(monkeypatch: pytest.MonkeyPatch) -> Reader:
    """A Reader whose child dies, hangs or runs out of memory on files with such a name."""
    popen = subprocess.Popen

    def start_weak(command: list[str], **options: object) -> object:
        return popen([command[0], "-c", _DIES], **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", start_weak)
    return Reader(SETTINGS, seconds_a_file=4.0)


def test_a_child_reads_what_this_process_would_read(lezer: Lezer) -> None:
    path = lezer.put(toewijzing())

    with Reader(SETTINGS) as reader:
        reading = reader.read(path)

    assert reading == read(path, SETTINGS)


def test_a_child_that_is_ready_loads_nothing_more_for_its_first_file(lezer: Lezer) -> None:
    command = [sys.executable, "-c", _LOADS, str(lezer.put(toewijzing()))]

    said = subprocess.check_output(command, cwd=ROOT, input=pickle.dumps(SETTINGS))

    assert said.decode().strip() == "2 []"


@pytest.mark.crash
@pytest.mark.parametrize("fault", ["sterft", "hangt", "vreet"])
def test_a_file_that_breaks_the_child_is_refused_and_the_others_are_read(
    fault: str, weak: Reader, lezer: Lezer
) -> None:
    names = ["een", fault, "twee"]
    paths = [lezer.put(start(), name) for name in names]

    with weak as reader:
        readings = list(reader.read_all(paths))

    broken = [("bestand", "onleesbaar", BROKEN_OFF)]
    assert [one.bestand for one in readings] == names
    assert [why(one) for one in readings] == [[], broken, []]
    assert [counts(one)[0] for one in readings] == ["JW305", None, "JW305"]


@pytest.mark.crash
def test_a_file_is_not_blamed_for_what_another_did_to_the_child(weak: Reader, lezer: Lezer) -> None:
    paths = [lezer.put(start(), name) for name in ("een", "moe", "twee")]

    with weak as reader:
        readings = list(reader.read_all(paths))

    assert [(one.bestand, one.soort) for one in readings] == [
        ("een", "JW305"),
        ("moe", "JW305"),
        ("twee", "JW305"),
    ]


def test_an_unexpected_error_says_where_it_was_and_no_value(
    monkeypatch: pytest.MonkeyPatch, lezer: Lezer, capfd: pytest.CaptureFixture[str]
) -> None:
    program = _DIES.replace("os.kill(os.getpid(), 9)", "int('Jansen 999900006')", 1)
    popen = subprocess.Popen
    monkeypatch.setattr(
        subprocess,
        "Popen",
        lambda command, **options: popen([command[0], "-c", program], **options),
    )

    with Reader(SETTINGS) as reader:
        reading = reader.read(lezer.put(start(), "sterft"))

    said = capfd.readouterr().err
    assert why(reading) == [("bestand", "onleesbaar", BROKEN_OFF)]
    assert said.startswith("Het lezen van een bestand brak af: ValueError < <string>:")
    assert "Jansen" not in said


def test_a_hundred_files_come_back_in_their_order(lezer: Lezer) -> None:
    paths = [lezer.put(start(), f"{(number * 37) % 100:03}.xml") for number in range(100)]

    with Reader(SETTINGS) as reader:
        readings = list(reader.read_all(paths))

    assert [one.bestand for one in readings] == [path.name for path in paths]
    assert {one.soort for one in readings} == {"JW305"}


def test_who_stops_halfway_leaves_no_reading_for_the_next(lezer: Lezer) -> None:
    paths = [lezer.put(start(), f"half-{number}") for number in range(4)]

    with Reader(SETTINGS) as reader:
        halfway = reader.read_all(paths)
        next(halfway)
        halfway.close()
        reading = reader.read(lezer.put(toewijzing(), "heel"))

    assert reading.bestand == "heel"


def test_threads_that_share_a_reader_get_their_own_files(lezer: Lezer) -> None:
    paths = [lezer.put(start(), f"draad-{number}") for number in range(8)]
    found: dict[Path, str] = {}

    with Reader(SETTINGS) as reader:

        def one(path: Path) -> None:
            found[path] = reader.read(path).bestand

        threads = [threading.Thread(target=one, args=(path,)) for path in paths]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert found == {path: path.name for path in paths}


def test_a_reader_can_be_closed_before_and_after_its_use(lezer: Lezer) -> None:
    reader = Reader(SETTINGS)

    reader.close()
    reading = reader.read(lezer.put(start()))
    reader.close()
    reader.close()

    assert reading.soort == "JW305"


def test_a_hostile_file_costs_its_own_reading_only(lezer: Lezer) -> None:
    client = Client(TEST_BSNS[0])
    hostile = toewijzing().replace(client.achternaam.encode(), b"<a>" * 100_000)

    with Reader(SETTINGS) as reader:
        readings = list(reader.read_all([lezer.put(hostile, "a"), lezer.put(start(), "b")]))

    assert [one.soort for one in readings] == [None, "JW305"]
