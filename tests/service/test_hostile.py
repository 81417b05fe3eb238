"""What hostile input does to a server: it is refused in plain Dutch, and that is all.

After each of them the next good file is read, the figures are what they were, and nothing is left
but the refused file and its report. The whole list is in `hostile.py`.
"""

import itertools
import json
import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pydantic import SecretBytes

from sdash.domain import Rol
from sdash.service.server import running
from sdash.service.service import Service
from sdash.settings import Settings
from tests.ingest.berichten import BSN
from tests.service.files import declaratie, put, toewijzing
from tests.service.hostile import (
    CONTENTS,
    NAMES,
    NOT_PLAIN,
    THINGS,
    bomb,
    put_named,
    truncated,
)
from tests.service.waiting import eventually

YEAR = {"jaar": "2026"}
NUMBERS = itertools.count(100)
LEFT_OVER = {
    "sdash.duckdb",
    "sdash.duckdb.wal",
    "sdash.duckdb.zegel",
    "sdash.sock",
    "sdash.lock",
    "elders.xml",
}
FOLDERS = {"inbox", "afgekeurd", "archief", "logs", "tmp"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A server with one toewijzing and one declaratie of 500 euro, for all that is hostile."""
    data = tmp_path_factory.mktemp("vijandig") / "data"
    with running(Settings(data=data, sleutel=SecretBytes(b"0123456789abcdef"))) as service:
        put(service.folder.inbox, "t.xml", toewijzing())
        put(service.folder.inbox, "d.xml", declaratie())
        (data / "elders.xml").write_bytes(toewijzing(2))
        assert eventually(lambda: not names(service.folder.inbox))
        yield service


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def money(service: Service) -> object:
    return service.query("uitgaven/totaal", YEAR, Rol.CONTROLLER)


def people(service: Service) -> list[object]:
    rows = service.query("caseload/stand", {"peildatum": "2026-06-01"}, Rol.CONTROLLER)
    return [row["toewijzingen"] for row in rows if row["wet"] == "totaal"]


def refusal(service: Service, path: Path) -> str:
    """The reason beside the one refused file, which is taken away with its report."""
    folder = service.folder.afgekeurd
    assert eventually(lambda: not os.path.lexists(path)), "it still lies in the inbox"
    (report,) = folder.glob("*.rapport.json")
    said = json.loads(report.read_text("utf-8"))
    for left in folder.iterdir():
        left.unlink()
    assert (said["soort"], said["gelezen"], len(said["redenen"])) == (None, 0, 1)
    return str(said["redenen"][0]["reden"])


def check_goes_on(service: Service, before: object) -> None:
    """The next good file is read, and nothing else has changed or was left behind."""
    count = people(service)
    path = put(service.folder.inbox, "goed.xml", toewijzing(next(NUMBERS)))
    assert eventually(lambda: not path.exists())
    assert people(service) == [one + 1 for one in count if isinstance(one, int)]
    assert money(service) == before
    assert names(service.folder.inbox) == []
    assert names(service.folder.afgekeurd) == []
    assert {*names(service.folder.root)} <= LEFT_OVER | FOLDERS


def plain(reason: str) -> bool:
    """Whether it is one Dutch sentence without the words of a machine."""
    technical = ("Error", "error", "errno", "Errno", "denied", "invalid", "None", "Traceback")
    return reason.endswith(".") and reason.isprintable() and not any(w in reason for w in technical)


@pytest.mark.parametrize("name", CONTENTS)
def test_a_hostile_file_is_refused_and_that_is_all(name: str, server: Service) -> None:
    content, word = CONTENTS[name]
    before = money(server)

    path = put(server.folder.inbox, "vijandig.xml", content)

    reason = refusal(server, path)
    assert word in reason
    assert plain(reason)
    check_goes_on(server, before)


def test_gigabytes_in_a_workbook_are_refused(server: Service) -> None:
    before = money(server)
    workbook = bomb("xl/worksheets/sheet1.xml", 3 * 1024**3)

    path = put(server.folder.inbox, "blad.xlsx", workbook)

    assert plain(refusal(server, path))
    check_goes_on(server, before)


@pytest.mark.parametrize("name", THINGS)
def test_what_is_no_plain_file_is_refused_unread(name: str, server: Service) -> None:
    before, elsewhere = money(server), (server.folder.root / "elders.xml").read_bytes()

    path = THINGS[name](server.folder.inbox)

    assert NOT_PLAIN in refusal(server, path)
    assert (server.folder.root / "elders.xml").read_bytes() == elsewhere
    check_goes_on(server, before)


def test_a_folder_in_the_inbox_is_left_alone(server: Service) -> None:
    before = money(server)
    folder = server.folder.inbox / "map.xml"
    folder.mkdir()
    put(folder, "a.xml", toewijzing(3))

    count = people(server)
    path = put(server.folder.inbox, "goed.xml", toewijzing(next(NUMBERS)))

    assert eventually(lambda: not path.exists())
    assert names(folder) == ["a.xml"]
    assert people(server) != count
    (folder / "a.xml").unlink()
    folder.rmdir()
    check_goes_on(server, before)


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_file_with_an_odd_name_is_refused_under_it(name: str, server: Service) -> None:
    before = money(server)

    path = put_named(server.folder.inbox, NAMES[name], b"<a/>")

    assert "geen bericht van iJw" in refusal(server, path)
    check_goes_on(server, before)


@pytest.mark.parametrize("name", NAMES)
def test_a_good_file_with_an_odd_name_is_read_and_its_name_can_be_shown(
    name: str, server: Service
) -> None:
    before, count = money(server), people(server)

    path = put_named(server.folder.inbox, NAMES[name], toewijzing(next(NUMBERS)))

    assert eventually(lambda: not path.exists())
    assert people(server) != count
    rows = server.query("gegevens/leveringen", {}, Rol.BEHEERDER)
    shown = [str(row["bestand"]) for row in rows]
    assert all(one.isprintable() and len(one) <= 255 for one in shown)
    assert not any(BSN in one.replace(".", "") for one in shown)
    check_goes_on(server, before)


def test_a_message_cut_off_anywhere_is_refused(server: Service, tmp_path: Path) -> None:
    before = money(server)
    paths = [put(tmp_path, f"{size}.xml", part) for size, part in enumerate(truncated())]

    outcomes = server.take(paths)

    assert len(outcomes) > 800
    assert {(one.soort, one.gelezen) for one in outcomes} == {(None, 0)}
    assert all(plain(one.redenen[0].reden) for one in outcomes)
    check_goes_on(server, before)


def test_a_file_that_grows_is_read_once_it_rests(server: Service) -> None:
    before, count = money(server), people(server)
    content, path = toewijzing(next(NUMBERS)), server.folder.inbox / "druppel.xml"
    pause = threading.Event()

    with path.open("wb", buffering=0) as file:
        for byte in range(0, len(content), len(content) // 12):
            file.write(content[byte : byte + len(content) // 12])
            pause.wait(0.2)

    assert eventually(lambda: not path.exists())
    assert people(server) == [one + 1 for one in count if isinstance(one, int)]
    check_goes_on(server, before)


def test_a_name_that_points_elsewhere_now_and_then_is_never_followed(server: Service) -> None:
    before, count = money(server), people(server)
    content = (server.folder.root / "elders.xml").read_bytes()
    path, draft = server.folder.inbox / "wissel.xml", server.folder.root / "op-weg"

    for turn in range(200):
        with suppress(FileNotFoundError):
            draft.unlink()
        if turn % 2:
            draft.symlink_to(server.folder.root / "elders.xml")
        else:
            draft.write_bytes(b"<a/>")
        draft.replace(path)

    assert eventually(lambda: not os.path.lexists(path))
    for left in server.folder.afgekeurd.iterdir():
        left.unlink()
    assert people(server) == count
    assert (server.folder.root / "elders.xml").read_bytes() == content
    check_goes_on(server, before)


@pytest.mark.slow
def test_ten_thousand_files_at_once_are_all_read(server: Service) -> None:
    before = money(server)
    inbox, count = server.folder.inbox, 10_000

    for number in range(count):
        put(inbox, f"{number}.xml", b"<a>%d</a>" % number)

    assert eventually(lambda: not names(inbox), 240)
    assert len(names(server.folder.afgekeurd)) == 2 * count
    for left in server.folder.afgekeurd.iterdir():
        left.unlink()
    check_goes_on(server, before)
