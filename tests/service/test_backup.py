"""A backup is whole or is none, loses nothing that an earlier one had, and comes back as it was."""

import random
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sdash import clock
from sdash.service import backup
from sdash.service.backup import Laatste
from sdash.service.control import CommandFailed, CommandRefused
from sdash.service.folder import DataFolder, FolderLock
from sdash.service.manifest import MANIFEST, Manifest, fingerprint
from sdash.service.restore import restore
from sdash.service.service import Service
from sdash.settings import Settings
from tests.service.files import declaratie, put, toewijzing

KILLS = 12
SEED = 4
LIMIT = 20.0


def silent(_done: int, _total: int) -> None:
    """Progress that nobody looks at."""


@pytest.fixture
def folder(settings: Settings) -> DataFolder:
    """A data folder with three files in its archive, and settings."""
    folder = DataFolder(settings.data).create()
    for nummer in (1, 2, 3):
        add(folder, nummer)
    (folder.root / "instellingen.toml").write_text('gemeente_naam = "Voorbeeld"\n')
    return folder


def add(folder: DataFolder, nummer: int, year: int | None = None) -> Path:
    path = folder.archief / str(year or clock.now().year) / f"{nummer:09d}-{nummer:09d}.parquet"
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.write_bytes(random.Random(nummer).randbytes(40_000))
    return path


Make = Callable[[], dict[str, object]]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "kopie"


@pytest.fixture
def make(folder: DataFolder, settings: Settings, target: Path) -> Make:
    return lambda: backup.make(settings, folder.archived(), target, silent)


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def whole(target: Path) -> bool:
    """Whether every file that the manifest lists is there as it says."""
    manifest = Manifest.read(target)
    return all(fingerprint(target / name) == kept for name, kept in manifest.bestanden.items())


def test_a_backup_holds_the_archive_and_the_settings_and_no_key(
    folder: DataFolder, make: Make, target: Path
) -> None:
    said = make()

    names = {*content(target)} - {MANIFEST}
    everything = b"".join(content(target).values())
    assert names == {*folder.archived()}
    assert {**Manifest.read(target).instellingen} == folder.texts()
    assert (said["bestanden"], said["nieuw"]) == (3, 3)
    assert b"0123456789abcdef" not in everything
    assert Laatste.read(folder) == Manifest.read(target).gemaakt_op


def test_a_backup_is_of_its_owner_only(make: Make, target: Path) -> None:
    make()

    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (target, *target.rglob("*"))}

    assert {path.name: oct(mode) for path, mode in modes.items() if mode & 0o077} == {}


def test_a_next_backup_copies_only_what_is_new(
    folder: DataFolder, make: Make, target: Path
) -> None:
    make()
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*.parquet")}
    add(folder, 4)
    (folder.root / "instellingen.toml").write_text('gemeente_naam = "Anders"\n')

    said = make()

    assert (said["bestanden"], said["nieuw"]) == (4, 1)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert "Anders" in Manifest.read(target).instellingen["instellingen.toml"]
    assert whole(target)


def test_a_file_that_went_bad_in_the_backup_is_copied_again(make: Make, target: Path) -> None:
    make()
    bad = next(target.rglob("*.parquet"))
    bad.write_bytes(bad.read_bytes()[:-1])

    said = make()

    assert said["nieuw"] == 1
    assert whole(target)


@pytest.mark.parametrize("harm", ["changed", "gone"])
def test_a_backup_never_follows_an_archive_that_lost_something(
    folder: DataFolder, make: Make, target: Path, harm: str
) -> None:
    make()
    before = content(target)
    victim = folder.root / folder.archived()[1]
    if harm == "gone":
        victim.unlink()
    else:
        victim.write_bytes(b"x" + victim.read_bytes()[1:])

    with pytest.raises(CommandRefused, match=victim.name):
        make()

    assert content(target) == before


def test_what_is_older_than_the_years_that_are_kept_may_not_be_lost_either(
    folder: DataFolder, make: Make, target: Path, settings: Settings
) -> None:
    old = add(folder, 9, clock.now().year - settings.bewaarjaren - 1)
    make()
    old.unlink()

    with pytest.raises(CommandRefused, match=old.name):
        make()

    assert (target / old.relative_to(folder.root)).exists()


def test_a_file_that_was_written_anew_without_what_went_takes_the_place_of_the_other(
    folder: DataFolder, make: Make, target: Path
) -> None:
    make()
    old = folder.root / folder.archived()[0]
    old.rename(old.with_stem(f"{old.stem}-000000004"))

    make()

    assert {*content(target)} - {MANIFEST} == {*folder.archived()}
    assert whole(target)


def test_a_file_that_vanishes_halfway_makes_no_backup(
    folder: DataFolder, settings: Settings, target: Path
) -> None:
    names = [*folder.archived(), "archief/2026/000000007-000000007.parquet"]

    with pytest.raises(CommandFailed, match="000000007"):
        backup.make(settings, names, target, silent)

    assert not target.exists()


@pytest.mark.parametrize("place", ["data/kopie", "data", "."])
def test_a_backup_does_not_stand_in_the_data_folder_nor_around_it(
    settings: Settings, folder: DataFolder, tmp_path: Path, place: str
) -> None:
    with pytest.raises(CommandRefused, match="andere map"):
        backup.make(settings, folder.archived(), tmp_path / place, silent)


def test_a_folder_with_something_else_is_left_alone(make: Make, target: Path) -> None:
    target.mkdir()
    (target / "brief.txt").write_text("van mij")

    with pytest.raises(CommandRefused, match="geen back-up"):
        make()

    assert content(target) == {"brief.txt": b"van mij"}


def test_a_restored_folder_holds_what_the_backup_had(
    folder: DataFolder, make: Make, target: Path, tmp_path: Path
) -> None:
    make()
    new = DataFolder(tmp_path / "nieuw")

    restore(target, new, silent)

    assert new.archived() == folder.archived()
    assert content(new.archief) == content(folder.archief)
    assert new.texts() == folder.texts()
    assert not new.herstel.exists()
    assert stat.S_IMODE(new.archief.stat().st_mode) == 0o700


def test_a_restore_does_not_touch_a_folder_that_is_not_empty(
    folder: DataFolder, make: Make, target: Path
) -> None:
    make()
    before = content(folder.root)

    with pytest.raises(CommandRefused, match="niet leeg"):
        restore(target, folder, silent)

    assert {**content(folder.root), "sdash.lock": b""} == {**before, "sdash.lock": b""}


def test_a_restore_beside_another_opener_is_refused(
    make: Make, target: Path, tmp_path: Path
) -> None:
    make()
    new = DataFolder(tmp_path / "nieuw")
    new.root.mkdir()
    lock = FolderLock(new.lock)

    with pytest.raises(CommandRefused, match="stop die"):
        restore(target, new, silent)

    lock.release()


@pytest.mark.parametrize("harm", ["cut", "flipped", "gone", "manifest", "settings", "outside"])
def test_a_damaged_backup_is_refused_by_the_name_of_the_file(
    make: Make, target: Path, tmp_path: Path, harm: str
) -> None:
    make()
    manifest, victim = target / MANIFEST, sorted(target.rglob("*.parquet"))[1]
    text = manifest.read_text("utf-8")
    match harm:
        case "cut":
            victim.write_bytes(victim.read_bytes()[:-1])
        case "flipped":
            victim.write_bytes(b"x" + victim.read_bytes()[1:])
        case "gone":
            victim.unlink()
        case "manifest":
            manifest.write_text(text[:-9], "utf-8")
        case "settings":
            manifest.write_text(text.replace("Voorbeeld", "Voorbeelt"), "utf-8")
        case "outside":
            manifest.write_text(text.replace("archief/", "../elders/"), "utf-8")
    new = DataFolder(tmp_path / "nieuw")

    with pytest.raises(CommandRefused) as refused:
        restore(target, new, silent)

    wrong = victim.name if harm in {"cut", "flipped", "gone"} else MANIFEST
    assert wrong in str(refused.value)
    assert {*content(tmp_path / "nieuw")} <= {"sdash.lock"}
    assert not (tmp_path / "elders").exists()


def test_a_restore_that_was_broken_off_is_done_again_and_opened_by_nobody(
    make: Make, target: Path, settings: Settings, folder: DataFolder, tmp_path: Path
) -> None:
    make()
    new = settings.model_copy(update={"data": tmp_path / "nieuw"})
    half = DataFolder(new.data)
    half.herstel.mkdir(parents=True)
    (half.herstel / "archief").mkdir()
    (half.root / "instellingen.toml").write_text("")

    with pytest.raises(CommandRefused, match="sdash restore"):
        Service(new)
    shutil.rmtree(new.data)
    half.herstel.mkdir(parents=True)
    (half.herstel / "archief").mkdir()
    (half.root / "instellingen.toml").write_text("")
    restore(target, half, silent)

    assert half.archived() == folder.archived()
    assert half.texts() == folder.texts()


def test_a_backup_beside_a_service_holds_whole_deliveries(
    settings: Settings, tmp_path: Path, target: Path
) -> None:
    with closing(Service(settings)) as service:
        service.take([put(tmp_path, "t.xml", toewijzing())])
        said = backup.make(settings, service.archive(), target, silent)
        service.take([put(tmp_path, "d.xml", declaratie())])
        again = backup.make(settings, service.archive(), target, silent)

    assert (said["bestanden"], again["bestanden"], again["nieuw"]) == (1, 2, 1)
    assert whole(target)


PROGRAM = """
import sys
from pathlib import Path
from pydantic import SecretBytes
from sdash.service import backup
from sdash.service.folder import DataFolder
from sdash.settings import Settings
settings = Settings(data=Path(sys.argv[1]), sleutel=SecretBytes(b"0123456789abcdef"))
names = DataFolder(settings.data).archived()
print("begin", flush=True)
backup.make(settings, names, Path(sys.argv[2]), lambda *_: None)
"""


def ends(process: subprocess.Popen[str], seconds: float) -> bool:
    """Whether a process ends by itself in this time; otherwise it is killed."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        return False
    return True


@pytest.mark.crash
@pytest.mark.parametrize("had_one", [False, True], ids=["first", "next"])
def test_a_backup_that_is_killed_leaves_no_half_one_that_looks_whole(
    folder: DataFolder, make: Make, target: Path, tmp_path: Path, *, had_one: bool
) -> None:
    chances, saved, counts = random.Random(SEED), tmp_path / "eerste", {203}
    if had_one:
        make()
        shutil.copytree(target, saved)
        counts.add(3)
    for nummer in range(10, 210):
        add(folder, nummer)
    command = [sys.executable, "-c", PROGRAM, str(folder.root), str(target)]
    cut = 0

    for attempt in range(KILLS):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as making:
            assert making.stdout
            assert making.stdout.readline() == "begin\n"
            is_done = ends(making, chances.uniform(0, 0.4))
        cut += not is_done
        assert target.exists() or not (had_one or is_done)
        if target.exists():
            restore(target, DataFolder(tmp_path / f"terug{attempt}"), silent)
            assert len(Manifest.read(target).bestanden) in counts
        if is_done:
            shutil.rmtree(target)
            if had_one:
                shutil.copytree(saved, target)

    make()
    assert cut > 0
    assert whole(target)
    assert {*content(target)} - {MANIFEST} == {*folder.archived()}
