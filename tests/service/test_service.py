import stat
import threading
from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from sdash.service.folder import DataFolder, FolderBusy, FolderLock
from sdash.service.receipt import Ontvangst
from sdash.service.selection import select
from sdash.service.service import Service
from sdash.service.turn import Turn
from sdash.settings import Settings
from tests.service.files import AANBIEDERS, declaratie, put, toewijzing
from tests.service.waiting import eventually


@pytest.fixture
def service(settings: Settings) -> Iterator[Service]:
    opened = Service(settings)
    yield opened
    opened.close()


def test_everything_in_the_data_folder_is_of_its_owner_only(
    service: Service, tmp_path: Path
) -> None:
    service.take([put(tmp_path, "t.xml", toewijzing())])

    modes = {
        path.relative_to(tmp_path).as_posix(): stat.S_IMODE(path.stat().st_mode)
        for path in (tmp_path / "data").rglob("*")
    }

    assert {name: oct(mode) for name, mode in modes.items() if mode & 0o077} == {}
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_a_folder_that_was_open_to_others_is_closed_to_them(settings: Settings) -> None:
    settings.data.mkdir(mode=0o755)

    DataFolder(settings.data).create()

    assert stat.S_IMODE(settings.data.stat().st_mode) == 0o700


def test_a_second_opener_is_refused_until_the_first_is_done(settings: Settings) -> None:
    first = Service(settings)

    with pytest.raises(FolderBusy):
        Service(settings)
    first.close()

    Service(settings).close()


def test_a_lock_is_free_again_after_its_release(tmp_path: Path) -> None:
    FolderLock(tmp_path / "slot").release()

    FolderLock(tmp_path / "slot").release()


def test_an_ingest_in_groups_tells_its_progress(service: Service, tmp_path: Path) -> None:
    files = [put(tmp_path, f"{nummer}.xml", toewijzing(nummer)) for nummer in range(1, 6)]
    steps: list[tuple[int, int]] = []

    outcomes = service.ingest(files, Ontvangst(), lambda *step: steps.append(step), 2)

    assert [outcome["geaccepteerd"] for outcome in outcomes] == [1] * 5
    assert steps == [(2, 5), (4, 5), (5, 5)]


def test_a_live_message_gets_its_turn_within_a_long_ingest(
    service: Service, tmp_path: Path
) -> None:
    files = [put(tmp_path, f"{nummer}.xml", toewijzing(nummer)) for nummer in range(1, 20)]
    live = put(tmp_path, "live.xml", declaratie(30))
    order: list[str] = []
    began = threading.Event()

    def progress(_done: int, _total: int) -> None:
        order.append("groep")
        began.set()

    def take() -> None:
        began.wait()
        service.take([live])
        order.append("live")

    taking = threading.Thread(target=take)
    taking.start()
    service.ingest(files, Ontvangst(), progress, 1)
    taking.join()

    assert order.index("live") < len(order) - 5


def has_asked(turn: Turn, times: int) -> bool:
    return len(turn._queue) == times


def test_turns_are_taken_in_the_order_of_asking() -> None:
    turn = Turn()
    taken: list[int] = []

    def take(number: int) -> None:
        with turn:
            taken.append(number)

    with turn:
        waiting = []
        for number in range(5):
            waiting.append(threading.Thread(target=take, args=(number,)))
            waiting[-1].start()
            assert eventually(partial(has_asked, turn, number + 2))
    for thread in waiting:
        thread.join()

    assert taken == [0, 1, 2, 3, 4]


def test_files_are_selected_by_dagtekening_soort_and_name(tmp_path: Path) -> None:
    put(tmp_path, "c.xml", toewijzing(1, date(2026, 1, 2)))
    put(tmp_path, "b.xml", declaratie(1, date(2026, 1, 1)))
    put(tmp_path, "a.xml", declaratie(2, date(2026, 1, 2)))
    put(tmp_path, "a.csv", "postcode;wijk_code\n9531AA;WK168100\n")
    put(tmp_path, "z.csv", AANBIEDERS)
    put(tmp_path, "d.xml", toewijzing(2, date(2026, 1, 2)))

    names = [found.name for found in select([tmp_path])]

    assert names == ["z.csv", "a.csv", "b.xml", "c.xml", "d.xml", "a.xml"]


@pytest.mark.parametrize(
    "head", ["agb_code;naam", "naam,agb_code", '"AGB code";"Naam"', "\ufeffAgb_Code\tNAAM\r"]
)
def test_a_table_is_known_by_its_first_line_however_that_is_written(
    head: str, tmp_path: Path
) -> None:
    path = put(tmp_path, "a.csv", f"{head}\n42420001;Zorg\n")

    [found] = select([path])

    assert found.soort == "aanbieders"


def test_a_message_in_an_envelope_is_selected_by_what_it_says_itself(tmp_path: Path) -> None:
    first, second = date(2026, 1, 1), date(2026, 1, 2)
    said = {
        "a": ("jw323", second, declaratie(1, second)),
        "b": ("jw301", second, toewijzing(1, second)),
        "c": ("jw323", first, declaratie(2, first)),
    }
    for name, (_, _, message) in said.items():
        packed = b64encode(message).decode()
        put(tmp_path, f"{name}.xml", f"<e><verzonden>1999-01-01</verzonden><x>\n{packed}</x></e>")

    found = [(one.name, one.soort, one.dagtekening) for one in select([tmp_path])]

    assert found == [(f"{name}.xml", *said[name][:2]) for name in ("c", "b", "a")]


def test_hidden_files_and_folders_are_not_selected(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    put(tmp_path / ".git", "a.xml", toewijzing())
    (tmp_path / ".b.xml").write_bytes(toewijzing())

    assert select([tmp_path]) == []
