"""A system that refuses: no rights, a folder that is read-only, a disk that is full."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.service.files import declaratie, put, toewijzing

pytestmark = [
    pytest.mark.crash,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights"),
]
NO_RIGHTS = "de rechten staan dat niet toe"
BEGIN = """
import ctypes, os, resource, sys, threading, time
from pathlib import Path
from pydantic import SecretBytes
from sdash.domain import Rol
from sdash.ingest import read
from sdash.service import inbox
from sdash.service.control import CommandRefused
from sdash.service.selection import select
from sdash.service.server import running
from sdash.service.service import Service
from sdash.settings import Settings

folder = Path(sys.argv[1])
settings = Settings(data=folder / "data", sleutel=SecretBytes(b"0123456789abcdef"))
inbox.SECONDS_BETWEEN_TRIES = 0.2

def eventually(claim):
    end = time.monotonic() + 30
    while not claim() and time.monotonic() < end:
        threading.Event().wait(0.05)
    return bool(claim())

def drop(name):
    (folder / name).rename(settings.data / "inbox" / name)

def names(part):
    return sorted(path.name for path in (settings.data / part).iterdir())

def accepted(service):
    return service.status()[0]["geaccepteerd"]

# Who may do anything, such as root in a container, gives up what goes past the rights of a file:
# in this process, and in those that it starts.
if os.geteuid() == 0:
    libc = ctypes.CDLL(None, use_errno=True)
    past = (1, 2, 3)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER
    for capability in past:
        assert libc.prctl(24, capability, 0, 0, 0) == 0  # PR_CAPBSET_DROP
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()
    assert libc.capget(header, sets) == 0
    for place in (0, 1):  # effective and permitted
        sets[place] &= ~sum(1 << capability for capability in past)
    assert libc.capset(header, sets) == 0
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two good files and a bad one, that wait beside a data folder."""
    put(tmp_path, "a.xml", toewijzing(1))
    put(tmp_path, "b.xml", declaratie(1))
    put(tmp_path, "slecht.xml", b"<a/>")
    return tmp_path


def said_by(program: str, folder: Path) -> list[str]:
    """What a program printed, line by line."""
    command = [sys.executable, "-c", BEGIN + program, str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=180)
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def test_a_file_and_a_folder_without_rights_are_refused_in_dutch(folder: Path) -> None:
    said = said_by(
        """
(folder / "a.xml").chmod(0)
shut = folder / "dicht"
shut.mkdir()
shut.chmod(0)
for found in select([folder]):
    if found.name in {"a.xml", "dicht"}:
        print(read(found.path, settings).redenen[0].reden)
print(read(shut / "x.xml", settings).redenen[0].reden)
print([found.path.name for found in select([shut / "x.xml"])])
shut.chmod(0o700)
shut.rmdir()
""",
        folder,
    )

    no_rights = (
        "Het bestand mag niet gelezen worden: de rechten ervan, of van de map, staan dat niet toe."
    )
    assert said == [no_rights, no_rights, no_rights, "['x.xml']"]


def test_a_file_without_rights_is_put_aside_and_the_next_is_read(folder: Path) -> None:
    said = said_by(
        """
with running(settings) as service:
    (folder / "b.xml").chmod(0)
    drop("b.xml")
    drop("a.xml")
    print(eventually(lambda: not names("inbox")), accepted(service), names("afgekeurd"))
""",
        folder,
    )

    assert said == ["True 1 ['b.xml', 'b.xml.rapport.json']"]


def test_an_inbox_that_is_shut_for_a_while_is_read_when_it_opens(folder: Path) -> None:
    said = said_by(
        """
with running(settings) as service:
    (settings.data / "inbox").chmod(0)
    threading.Event().wait(0.5)
    (settings.data / "inbox").chmod(0o700)
    drop("a.xml")
    print(eventually(lambda: not names("inbox")), accepted(service))
log = "".join(path.read_text() for path in (settings.data / "logs").iterdir())
print("De inbox kan even niet gelezen worden." in log, str(folder) in log)
""",
        folder,
    )

    assert said == ["True 1", "True False"]


def test_a_file_that_cannot_be_taken_out_of_the_inbox_is_counted_once(folder: Path) -> None:
    said = said_by(
        """
with running(settings) as service:
    content = (folder / "a.xml").read_bytes()
    drop("a.xml")
    drop("slecht.xml")
    (folder / "nogmaals.xml").write_bytes(content)
    drop("nogmaals.xml")
    (settings.data / "inbox").chmod(0o500)
    threading.Event().wait(2.5)
    (settings.data / "inbox").chmod(0o700)
    print(eventually(lambda: not names("inbox")), accepted(service), names("afgekeurd"))
    drop("b.xml")
    print(eventually(lambda: not names("inbox")), accepted(service))
    print(service.status()[0]["leveringen"])
""",
        folder,
    )

    refused = ["nogmaals.xml.rapport.json", "slecht.xml", "slecht.xml.rapport.json"]
    assert said == [f"True 1 {refused}", "True 2", "4"]


def test_a_data_folder_that_is_read_only_is_refused_in_dutch(folder: Path) -> None:
    said = said_by(
        """
folder.chmod(0o500)
try:
    Service(settings)
except CommandRefused as refused:
    print(str(refused).replace(str(settings.data), "MAP"))
folder.chmod(0o700)
settings.data.write_text("geen map")
try:
    Service(settings)
except CommandRefused as refused:
    print(str(refused).replace(str(settings.data), "MAP"))
""",
        folder,
    )

    begin = "sdash kan niet schrijven in de gegevensmap MAP: "
    assert said == [f"{begin}{NO_RIGHTS}.", f"{begin}dat is geen map."]


def test_a_full_disk_holds_everything_up_and_loses_nothing(folder: Path) -> None:
    said = said_by(
        """
with running(settings) as service:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    for name in ("a.xml", "b.xml", "slecht.xml"):
        drop(name)
    threading.Event().wait(2)
    print(len(names("inbox")), names("afgekeurd"), accepted(service))
    print([path.suffix for path in (settings.data / "archief").rglob("*") if path.is_file()])
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    print(eventually(lambda: not names("inbox")), names("afgekeurd"), accepted(service))
    print(service.query("uitgaven/totaal", {"jaar": "2026"}, Rol.CONTROLLER)[0]["ingediend"])
print(sorted(path.suffix for path in (settings.data / "archief").rglob("*") if path.is_file()))
with running(settings) as service:
    print(accepted(service), service.status()[0]["in_inbox"])
""",
        folder,
    )

    assert said[0] == "3 [] 0"
    assert said[1] in {"[]", "['.deel']"}
    assert said[2:4] == ["True ['slecht.xml', 'slecht.xml.rapport.json'] 2", "500.00"]
    assert said[5] == "2 0"


def test_an_archive_and_a_folder_of_refusals_that_are_read_only_hold_up_and_lose_nothing(
    folder: Path,
) -> None:
    said = said_by(
        """
with running(settings) as service:
    for part in ("archief", "afgekeurd"):
        (settings.data / part).chmod(0o500)
    drop("a.xml")
    drop("slecht.xml")
    threading.Event().wait(2)
    print(names("inbox"), accepted(service), names("archief"), names("afgekeurd"))
    for part in ("archief", "afgekeurd"):
        (settings.data / part).chmod(0o700)
    drop("b.xml")
    print(eventually(lambda: not names("inbox")), accepted(service), names("afgekeurd"))
log = "".join(path.read_text() for path in (settings.data / "logs").iterdir())
print(str(folder) in log, "Traceback" in log)
""",
        folder,
    )

    assert said == [
        "['a.xml', 'slecht.xml'] 0 [] []",
        "True 2 ['slecht.xml', 'slecht.xml.rapport.json']",
        "False False",
    ]


def test_a_backup_in_a_folder_that_is_read_only_is_refused_in_dutch(folder: Path) -> None:
    said = said_by(
        """
import contextlib, io
from sdash.cli import main
os.environ["SDASH_KEY"] = "0123456789abcdef"
with running(settings) as service:
    service.take([folder / "a.xml"])
shut = folder / "dicht"
shut.mkdir()
shut.chmod(0o500)
told = io.StringIO()
with contextlib.redirect_stderr(told), contextlib.redirect_stdout(io.StringIO()):
    data, kopie = ["--data", str(settings.data)], folder / "kopie"
    codes = [
        main(["backup", str(shut / "kopie"), *data]),
        main(["backup", str(kopie), *data]),
        main(["restore", str(kopie), "--data", str(shut / "terug")]),
    ]
print(codes)
print(told.getvalue().replace(str(folder), "MAP"))
shut.chmod(0o700)
print([path.name for path in shut.iterdir()])
""",
        folder,
    )

    refused = "sdash kan een map of bestand van deze opdracht niet lezen of schrijven: "
    assert said[0] == "[1, 0, 1]"
    assert [line for line in said if line.startswith("sdash")] == [f"{refused}{NO_RIGHTS}."] * 2
    assert said[-1] == "[]"
