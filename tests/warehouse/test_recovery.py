"""A start compares the warehouse with the archive: nothing is lost, doubled or answered wrongly."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from sdash.settings import Settings
from sdash.warehouse import Warehouse, WarehouseDamaged, WarehouseUnavailable, archive
from sdash.warehouse.engine import FILE
from tests.warehouse.boek import KEY, LEDGER, MART, Boek, Rows
from tests.warehouse.test_regel import GIVEN, LINE, declared
from tests.warehouse.test_regel import given as toegewezen

AANBIEDERS = "agb_code;naam\n42420001;Zorg\n42420002;\n"
State = dict[str, Rows]
Damage = Callable[[Path], None]


def fill(boek: Boek, van: int = 1, tot: int = 4) -> None:
    for nr in range(van, tot):
        boek.deliver(toegewezen(GIVEN, nummer=str(nr)))
        boek.deliver(declared(replace(LINE, referentie=f"R{nr}"), nummer=f"D{nr}"), "geen bestand")
        boek.deliver(AANBIEDERS)


@contextmanager
def opened(data: Path) -> Iterator[Boek]:
    boek = Boek(data.parent)
    with closing(boek.warehouse):
        yield boek


def killed(boek: Boek, folder: Path) -> Path:
    """What stays behind of a process that is killed now."""
    return Path(shutil.copytree(boek.settings.data, folder / "killed/data"))


def state(boek: Boek) -> State:
    return boek.tables(*LEDGER, *MART)


def files(data: Path) -> list[Path]:
    return sorted((data / "archief").rglob("*.parquet"))


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def swap_words(path: Path) -> None:
    """Damage that DuckDB's own checksum lets pass."""
    content = bytearray(path.read_bytes())
    for place in range(4096 * 5, len(content) - 16, 8):
        one, other = content[place : place + 8], content[place + 8 : place + 16]
        if one != other and any(one) and any(other):
            content[place : place + 16] = other + one
            break
    path.write_bytes(content)


@contextmanager
def holder(program: str, path: Path) -> Iterator[None]:
    """Another process that has a file open."""
    command = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"open\n"
        yield
        process.kill()


@pytest.mark.parametrize("rest", ["closed", "killed"])
@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(Path.resolve, id="nothing"),
        pytest.param(lambda data: spoil(data / FILE), id="a bit of the file"),
        pytest.param(lambda data: swap_words(data / FILE), id="two words of the file"),
        pytest.param(lambda data: (data / FILE).unlink(), id="the file"),
        pytest.param(lambda data: (data / FILE).write_bytes(b""), id="all of the file"),
        pytest.param(lambda data: (data / f"{FILE}.zegel").unlink(), id="the seal"),
        pytest.param(lambda data: (data / "archief/register.jsonl").unlink(), id="the register"),
        pytest.param(lambda data: spoil(data / "archief/register.jsonl"), id="a bit of it"),
        pytest.param(lambda data: files(data)[0].unlink(), id="the first archive file"),
        pytest.param(lambda data: files(data)[4].unlink(), id="an archive file"),
        pytest.param(lambda data: files(data)[-1].unlink(), id="the last archive file"),
        pytest.param(lambda data: spoil(files(data)[4]), id="a bit of an archive file"),
        pytest.param(lambda data: spoil(files(data)[-1]), id="a bit of the last archive file"),
        pytest.param(lambda data: shutil.rmtree(data / "archief"), id="the archive"),
    ],
)
def test_whatever_is_damaged_comes_back(
    nieuw: Boek, tmp_path: Path, damage: Damage, rest: str
) -> None:
    fill(nieuw, 1, 3)
    nieuw.warehouse._settle()
    fill(nieuw, 3, 4)
    before = state(nieuw)
    if rest == "closed":
        nieuw.warehouse.close()
    data = killed(nieuw, tmp_path)
    damage(data)

    with opened(data) as again:
        after = state(again)

    assert after == before
    with opened(data) as once_more:
        assert state(once_more) == before
        assert not any(path.name.endswith(".nieuw") for path in data.iterdir())


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: spoil(data / f"{FILE}.wal"), id="a bit"),
        pytest.param(lambda data: (data / f"{FILE}.wal").unlink(), id="all of it"),
        pytest.param(lambda data: (data / f"{FILE}.wal").write_bytes(b""), id="what is in it"),
    ],
)
def test_the_log_of_a_crash_is_not_needed(nieuw: Boek, tmp_path: Path, damage: Damage) -> None:
    fill(nieuw)
    before = state(nieuw)
    data = killed(nieuw, tmp_path)
    damage(data)

    with opened(data) as again:
        assert state(again) == before
        assert again.warehouse.mended is None


def test_what_was_archived_and_not_committed_is_recorded_once(
    nieuw: Boek, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(nieuw, 1, 2)
    images: list[Path] = []
    write = archive.write

    def dies_after(*arguments: object) -> object:
        written = write(*arguments)  # type: ignore[arg-type]
        images.append(killed(nieuw, tmp_path))
        return written

    monkeypatch.setattr(archive, "write", dies_after)
    nieuw.deliver(declared(LINE, nummer="D9"))
    monkeypatch.undo()

    with opened(images[0]) as again:
        assert again.tables("levering") == nieuw.tables("levering")
        assert again.tables(*MART) == nieuw.tables(*MART)
        [uitkomst] = again.deliver(declared(LINE, nummer="D9"))
    assert [reden.code for reden in uitkomst.redenen] == ["dubbel"]


def test_a_commit_that_fails_leaves_nothing_and_its_number_is_used_again(
    nieuw: Boek, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(nieuw, 1, 2)
    before = state(nieuw)
    cursor = nieuw.warehouse.cursor

    class Failing:
        def __init__(self, real: duckdb.DuckDBPyConnection) -> None:
            self._real = real

        def execute(self, statement: str, *rest: object) -> object:
            if statement == "COMMIT":
                raise duckdb.IOException("the disk is full")
            return self._real.execute(statement, *rest)

        def __getattr__(self, name: str) -> object:
            return getattr(self._real, name)

    @contextmanager
    def failing() -> Iterator[Failing]:
        with cursor() as real:
            yield Failing(real)

    with monkeypatch.context() as patch:
        patch.setattr(nieuw.warehouse, "cursor", failing)
        with pytest.raises(WarehouseUnavailable):
            nieuw.deliver(declared(LINE, nummer="D9"))

    assert state(nieuw) == before
    assert len(files(nieuw.settings.data)) == 3
    assert nieuw.deliver(declared(LINE, nummer="D9"))[0].geaccepteerd == 1
    assert nieuw.warehouse.version == 5


def test_a_database_that_gave_up_is_opened_again_by_itself(nieuw: Boek) -> None:
    fill(nieuw)
    before = state(nieuw)
    with pytest.raises(WarehouseUnavailable), nieuw.warehouse.cursor():
        raise duckdb.FatalException("database has been invalidated")

    assert state(nieuw) == before
    assert nieuw.deliver(declared(LINE, nummer="D9"))[0].geaccepteerd == 1


def test_what_neither_has_is_named_and_nothing_is_changed(nieuw: Boek, tmp_path: Path) -> None:
    fill(nieuw)
    nieuw.warehouse.close()
    data = killed(nieuw, tmp_path)
    (data / FILE).write_bytes(bytes(1 << 15))
    spoil(files(data)[2])
    before = {path: path.read_bytes() for path in files(data)}

    with pytest.raises(WarehouseDamaged, match=files(data)[2].name):
        Warehouse.open(Settings(data=data, sleutel=KEY))

    assert {path: path.read_bytes() for path in files(data)} == before


def test_a_ledger_that_says_something_else_is_no_source_for_the_archive(
    nieuw: Boek, tmp_path: Path
) -> None:
    fill(nieuw)
    with nieuw.warehouse.cursor() as cursor:
        cursor.execute("UPDATE prestatie SET bedrag = bedrag + 1 WHERE levering_nr = 2")
    data = killed(nieuw, tmp_path)
    files(data)[4].unlink()

    with pytest.raises(WarehouseDamaged):
        Warehouse.open(Settings(data=data, sleutel=KEY))


def test_a_ledger_that_was_changed_by_hand_is_made_again(nieuw: Boek, tmp_path: Path) -> None:
    fill(nieuw)
    before = state(nieuw)
    nieuw.warehouse.close()
    data = killed(nieuw, tmp_path)
    with duckdb.connect(data / FILE) as other:
        other.execute("UPDATE ledger.prestatie SET bedrag = bedrag + 1 WHERE levering_nr = 2")

    with opened(data) as again:
        assert state(again) == before
        assert "opnieuw gemaakt uit het archief" in str(again.warehouse.mended)


def test_only_two_files_that_were_set_aside_are_kept(nieuw: Boek, tmp_path: Path) -> None:
    fill(nieuw, 1, 2)
    nieuw.warehouse.close()
    data = killed(nieuw, tmp_path)

    for _ in range(4):
        spoil(data / FILE)
        with opened(data):
            pass

    assert len([*data.glob(f"{FILE}.beschadigd-*")]) == 2


def test_a_folder_of_before_the_control_totals_opens(nieuw: Boek, tmp_path: Path) -> None:
    fill(nieuw)
    before = state(nieuw)
    nieuw.warehouse.close()
    data = killed(nieuw, tmp_path)
    (data / f"{FILE}.zegel").unlink()
    (data / "archief/register.jsonl").unlink()
    for number, path in enumerate(files(data)):
        as_it_was = pq.read_table(path).replace_schema_metadata({b"sdash": json.dumps({})})
        pq.write_table(as_it_was, path)
        if number % 3 == 2:
            path.unlink()

    with opened(data) as again:
        assert state(again) == before
    shutil.copytree(data / "archief", tmp_path / "restored/data/archief")
    with opened(tmp_path / "restored/data") as restored:
        assert state(restored) == before


def test_a_start_reads_no_archive_file_that_it_knows(
    nieuw: Boek, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(nieuw)
    nieuw.warehouse.close()
    data = killed(nieuw, tmp_path)

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(archive, "_verified", never)
    with opened(data) as again:
        assert again.warehouse.version == 12


def test_a_file_that_another_process_has_open_is_left_alone(nieuw: Boek, tmp_path: Path) -> None:
    fill(nieuw, 1, 2)
    nieuw.warehouse.close()
    data = killed(nieuw, tmp_path)
    program = (
        "import duckdb, sys; c = duckdb.connect(sys.argv[1]); c.execute('CREATE TABLE x (i INT)');"
        "print('open', flush=True); sys.stdin.read()"
    )
    with holder(program, data / FILE), pytest.raises(duckdb.IOException):
        Warehouse.open(Settings(data=data, sleutel=KEY))

    assert (data / f"{FILE}.wal").exists()


def test_what_a_killed_process_left_on_disk_in_passing_is_gone_at_the_next_start(
    nieuw: Boek,
) -> None:
    fill(nieuw, 1, 2)
    nieuw.warehouse.close()
    left = nieuw.settings.data / "tmp" / FILE / "duckdb_temp_storage_DEFAULT-0.tmp"
    left.parent.mkdir(parents=True, exist_ok=True)
    left.write_bytes(b"a pseudonym")

    with opened(nieuw.settings.data):
        assert not left.exists()
