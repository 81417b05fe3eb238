import json
import threading
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sdash import clock
from sdash.domain import Rol
from sdash.queries import gegevens
from sdash.service import refused
from sdash.service.arrivals import Arrivals
from sdash.service.folder import DataFolder
from sdash.service.inbox import Inbox
from sdash.service.server import running
from sdash.service.service import Service
from sdash.settings import Settings
from sdash.sql import Params
from sdash.warehouse import Uitkomst
from tests.oracle.messages import TEST_BSNS
from tests.service.files import declaratie, put, put_bad, toewijzing
from tests.service.waiting import eventually


def delivered(service: Service) -> list[tuple[str, int, int]]:
    rows = service.answers.rows(gegevens.leveringen, Params(), Rol.BEHEERDER).rows
    return [(row.bestand, row.geaccepteerd, row.afgekeurd) for row in rows]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def report(service: Service, name: str) -> dict[str, Any]:
    text = (service.folder.afgekeurd / f"{name}.rapport.json").read_text("utf-8")
    said: dict[str, Any] = json.loads(text)
    return said


def test_an_accepted_file_leaves_the_inbox_and_nothing_else(server: Service) -> None:
    path = put(server.folder.inbox, "t.xml", toewijzing())

    assert eventually(lambda: not path.exists())
    assert delivered(server) == [("t.xml", 1, 0)]
    assert names(server.folder.afgekeurd) == []


def test_a_file_that_waited_before_the_server_came_is_read(settings: Settings) -> None:
    folder = DataFolder(settings.data).create()
    path = put(folder.inbox, "t.xml", toewijzing())

    with running(settings) as service:
        assert eventually(lambda: not path.exists())
        assert delivered(service) == [("t.xml", 1, 0)]


def test_a_file_that_is_written_in_place_is_read_when_it_rests(server: Service) -> None:
    path = server.folder.inbox / "t.xml"

    path.write_bytes(toewijzing())

    assert eventually(lambda: not path.exists())
    assert delivered(server) == [("t.xml", 1, 0)]


def test_a_file_that_is_still_written_is_not_read(server: Service) -> None:
    path = server.folder.inbox / "t.xml"
    pause = threading.Event()
    content = toewijzing()

    with path.open("wb", buffering=0) as file:
        for start in range(0, len(content), len(content) // 4):
            file.write(content[start : start + len(content) // 4])
            pause.wait(0.5)

    assert eventually(lambda: not path.exists())
    assert delivered(server) == [("t.xml", 1, 0)]


def test_what_cannot_be_read_is_put_aside_with_its_reason(server: Service) -> None:
    inbox, afgekeurd = server.folder.inbox, server.folder.afgekeurd
    words = put_bad(inbox)

    assert eventually(lambda: names(inbox) == [])

    said = {name: report(server, name) for name in words}
    assert sorted([*words, *(f"{name}.rapport.json" for name in words)]) == names(afgekeurd)
    assert [name for name in words if words[name] not in said[name]["redenen"][0]["reden"]] == []
    assert {(line["soort"], line["gelezen"]) for line in said.values()} == {(None, 0)}


def test_the_server_goes_on_after_every_bad_file(server: Service) -> None:
    put_bad(server.folder.inbox)
    path = put(server.folder.inbox, "goed.xml", toewijzing(2))

    assert eventually(lambda: not path.exists())
    assert ("goed.xml", 1, 0) in delivered(server)


def test_a_file_with_rejected_records_is_kept_whole_with_its_report(server: Service) -> None:
    path = put(server.folder.inbox, "d.xml", declaratie(wrong=2))

    assert eventually(lambda: not path.exists())

    said = report(server, "d.xml")
    assert names(server.folder.afgekeurd) == ["d.xml", "d.xml.rapport.json"]
    assert said["gelezen"] == said["geaccepteerd"] + said["afgekeurd"] == 3
    assert said["geaccepteerd"] == 1


def test_of_an_exact_repeat_only_the_report_stays(server: Service) -> None:
    first = put(server.folder.inbox, "a.xml", toewijzing())
    assert eventually(lambda: not first.exists())

    again = put(server.folder.inbox, "b.xml", toewijzing())

    assert eventually(lambda: not again.exists())
    assert names(server.folder.afgekeurd) == ["b.xml.rapport.json"]
    assert report(server, "b.xml")["redenen"][0]["code"] == "dubbel"


def test_two_refused_files_of_one_name_are_both_kept(server: Service) -> None:
    for content in (b"<a>", b"<b>"):
        path = put(server.folder.inbox, "x.xml", content)
        assert eventually(lambda: not path.exists())  # noqa: B023

    kept = [name for name in names(server.folder.afgekeurd) if not name.endswith(".json")]
    assert kept == ["2-x.xml", "x.xml"]


def test_hidden_files_and_folders_are_left_alone(server: Service) -> None:
    inbox = server.folder.inbox
    (inbox / "map").mkdir()
    put(inbox / "map", "a.xml", toewijzing(1))
    (inbox / ".b.xml").write_bytes(toewijzing(2))

    path = put(inbox, "c.xml", toewijzing(3))

    assert eventually(lambda: not path.exists())
    assert names(inbox) == [".b.xml", "map"]


def test_a_report_holds_nothing_of_the_record(server: Service) -> None:
    path = put(server.folder.inbox, "d.xml", declaratie(wrong=1))

    assert eventually(lambda: not path.exists())

    text = (server.folder.afgekeurd / "d.xml.rapport.json").read_text("utf-8")
    assert "9999" not in text
    assert "Voorbeeldnaam" not in text


def test_refused_files_are_deleted_after_their_days(tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_bytes(b"<a>")
    later = clock.now() + timedelta(days=31)

    kept = refused.sweep(tmp_path, clock.now(), 30)
    gone = refused.sweep(tmp_path, later, 30)

    assert (kept, gone) == (0, 1)
    assert names(tmp_path) == []


def test_an_unexpected_error_costs_one_file_and_no_more(settings: Settings) -> None:
    folder = DataFolder(settings.data).create()
    put(folder.inbox, "boos.xml", toewijzing(1))
    put(folder.inbox, "goed.xml", toewijzing(2))
    taken: list[str] = []

    def take(paths: Sequence[Path]) -> list[Uitkomst]:
        if any(path.name == "boos.xml" for path in paths):
            raise ZeroDivisionError
        taken.extend(path.name for path in paths)
        return [accepted(path.name) for path in paths]

    inbox = Inbox(folder, take, refusal_days=30)

    assert eventually(lambda: names(folder.inbox) == [])
    inbox.close()
    assert taken == ["goed.xml"]
    assert "boos.xml" in names(folder.afgekeurd)


def test_a_disk_that_fails_leaves_the_file_for_later(settings: Settings) -> None:
    folder = DataFolder(settings.data).create()
    put(folder.inbox, "t.xml", toewijzing())
    asked = threading.Event()

    def take(_: Sequence[Path]) -> list[Uitkomst]:
        asked.set()
        raise OSError(28, "No space left on device")

    inbox = Inbox(folder, take, refusal_days=30)

    assert asked.wait(20)
    inbox.close()
    assert names(folder.inbox) == ["t.xml"]
    assert names(folder.afgekeurd) == []


def test_a_file_that_took_the_name_meanwhile_is_read_too(settings: Settings) -> None:
    folder = DataFolder(settings.data).create()
    put(folder.inbox, "t.xml", toewijzing(1))
    taken: list[bytes] = []

    def take(paths: Sequence[Path]) -> list[Uitkomst]:
        taken.extend(path.read_bytes() for path in paths)
        if len(taken) == 1:
            put(folder.inbox, "t.xml", toewijzing(2))
        return [accepted(path.name) for path in paths]

    inbox = Inbox(folder, take, refusal_days=30)

    assert eventually(lambda: names(folder.inbox) == [])
    inbox.close()
    assert taken == [toewijzing(1), toewijzing(2)]


def test_without_the_kernel_a_renamed_file_is_complete_after_a_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sdash.service.arrivals.sys.platform", "other")
    arrivals = Arrivals(tmp_path)
    put(tmp_path, "t.xml", b"<a/>")

    found = arrivals.wait(threading.Event())

    assert found == []
    assert eventually(lambda: arrivals.wait(threading.Event()) == [tmp_path / "t.xml"])


@pytest.mark.skipif("sys.platform != 'linux'", reason="only the kernel of Linux tells a rename")
def test_a_renamed_file_is_complete_at_once(tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path)
    put(tmp_path, "t.xml", b"<a/>")

    found = arrivals.wait(threading.Event())

    assert found == [tmp_path / "t.xml"]
    arrivals.close()


def accepted(name: str) -> Uitkomst:
    return Uitkomst(bestand=name, soort="JW301", gelezen=1, geaccepteerd=1, afgekeurd=0, redenen=())


def test_the_log_tells_of_every_file_and_holds_nothing_of_a_person(server: Service) -> None:
    inbox = server.folder.inbox
    bsn = TEST_BSNS[1]
    put(inbox, f"Jansen {bsn}.xml", toewijzing())
    put(inbox, f"{bsn}.xml", declaratie(wrong=2))
    put(inbox, f"brief {bsn}.xml", f"<a>{bsn} Voorbeeldnaam</a>")
    put(inbox, f"Jansen {bsn}.csv", f"bsn;naam\n{bsn};Voorbeeldnaam\n")

    assert eventually(lambda: names(inbox) == [])

    text = "".join(path.read_text("utf-8") for path in server.folder.logs.iterdir())
    told = [json.loads(line) for line in text.splitlines()]
    assert sorted(line["gelezen"] for line in told if "gelezen" in line) == [0, 0, 1, 3]
    assert [word for word in (bsn, "Jansen", "Voorbeeldnaam") if word in text] == []
