"""A data folder that an earlier sdash made is brought up to date, and is not called damaged."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from sdash.warehouse import Warehouse, WarehouseDamaged, archive
from sdash.warehouse.archive import METADATA
from sdash.warehouse.engine import FILE
from sdash.warehouse.seal import Seal, seal
from tests.warehouse.boek import LEDGER, MART, Boek, Rows
from tests.warehouse.test_regel import GIVEN, LINE, declared, given

UPDATED = "De gegevensmap was van een oudere versie van sdash; archief en gegevensbestand zijn"
State = dict[str, Rows]


def as_form_1(folder: Path, naam: str) -> None:
    """Write a file of the archive as form 1 was: without totals, and none when nothing counted."""
    tables = archive.read(folder, naam)
    (folder / naam).unlink()
    of = {tabel: table for tabel, table in tables.items() if tabel not in LEDGER[:3]}
    if not of:
        return
    body = max(of, key=lambda tabel: len(of[tabel]))
    said = {
        "body": body,
        "leveringen": [[*row.values()] for row in tables["levering"].to_pylist()],
        "afkeuringen": [
            [*row.values()]
            for table in (tables.get("afkeuring"),)
            for row in (table.to_pylist() if table is not None else [])
        ],
        "tabellen": {tabel: table.to_pylist() for tabel, table in of.items() if tabel != body},
    }
    text = json.dumps(said, default=str, separators=(",", ":")).encode()
    pq.write_table(of[body].replace_schema_metadata({METADATA: text}), folder / naam)


@contextmanager
def opened(data: Path) -> Iterator[Boek]:
    boek = Boek(data.parent)
    with closing(boek.warehouse):
        yield boek


def state(boek: Boek) -> State:
    return boek.tables(*LEDGER, *MART)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def before(data: Path) -> State:
    """What a folder answered before; its files are then as an earlier sdash left them."""
    boek = Boek(data.parent)
    for nr in (1, 2, 3):
        boek.deliver(given(GIVEN, nummer=str(nr)))
        boek.deliver(declared(replace(LINE, referentie=f"R{nr}"), nummer=f"D{nr}"), "geen bestand")
        boek.deliver("agb_code;naam\n42420001;\n")  # of which nothing counts
    found = state(boek)
    boek.warehouse.close()
    folder = data / archive.FOLDER
    for path in sorted(folder.glob("*/*.parquet")):
        as_form_1(folder, path.relative_to(folder).as_posix())
    (folder / "register.jsonl").unlink()
    (data / f"{FILE}.zegel").unlink()
    return found


def test_a_folder_of_an_earlier_sdash_is_brought_up_to_date(
    before: State, data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with opened(data) as updated:
        assert state(updated) == before
        told = updated.warehouse.mended or ""
        updated.deliver(given(GIVEN, nummer="9"))
    with opened(data) as again:
        assert again.warehouse.mended == told

    assert UPDATED in told
    assert "wordt bijgewerkt" in caplog.text
    assert "beschadigd" not in caplog.text
    assert [*data.glob("*beschadigd*")] == []
    assert len([*data.glob(f"{FILE}.ouder-*")]) == 1


def test_its_archive_is_enough_to_make_everything_again(before: State, data: Path) -> None:
    with opened(data):
        pass

    (data / FILE).unlink()

    with opened(data) as again:
        assert state(again) == before


def test_an_update_that_was_broken_off_is_finished(before: State, data: Path) -> None:
    left = Path(shutil.copytree(data / archive.FOLDER, data.parent / "ouder"))
    with opened(data):
        pass

    shutil.copytree(left, data / archive.FOLDER, dirs_exist_ok=True)
    (data / f"{FILE}.zegel").unlink()

    with opened(data) as again:
        assert state(again) == before
    assert len([*(data / archive.FOLDER).glob("*/*.parquet")]) == 1


@pytest.mark.parametrize("schema", ["ledger", "ingetrokken"])
@pytest.mark.parametrize("column", ["vorig_referentienummer", "vorige_sleutel", "sleutel"])
def test_a_column_that_came_later_is_added_and_filled(data: Path, schema: str, column: str) -> None:
    credit = replace(LINE, referentie="R2", vorige_referentie="R1", debet_credit="C")
    boek = Boek(data.parent)
    boek.deliver(given(GIVEN), declared(replace(LINE, referentie="R1"), nummer="D1"))
    boek.warehouse.close()
    without(data, f"{schema}.prestatie", column)

    with opened(data) as later:
        later.deliver(declared(credit, nummer="D2"))
        found = state(later)
        later.warehouse.rebuild()
        assert state(later) == found
        (total,) = later.ask("SELECT sum(ingediend) FROM uitgave_maand")
        numbered = later.ask("SELECT count(sleutel), count(vorige_sleutel) FROM prestatie")
    assert total == (0,)
    assert numbered == [(2, 1)]


def test_only_another_version_creates_again_what_is_there(nieuw: Boek) -> None:
    there = "SELECT view_name FROM duckdb_views() WHERE schema_name = 'mart' ORDER BY ALL"
    every = nieuw.ask(there)
    nieuw.ask("DROP VIEW mart.onderdeel")

    nieuw.warehouse.close()
    nieuw.warehouse = Warehouse.open(nieuw.settings)
    same = nieuw.ask(there)
    nieuw.ask("UPDATE mart.vorm SET vingerafdruk = 'x'")
    nieuw.warehouse.close()
    nieuw.warehouse = Warehouse.open(nieuw.settings)

    assert ("onderdeel",) not in same
    assert nieuw.ask(there) == every


@pytest.mark.parametrize("what", ["no file", "an unreadable file", "a file that lacks rows"])
def test_without_its_ledger_a_folder_of_an_earlier_sdash_stays_as_it_was(
    what: str, before: State, data: Path
) -> None:
    match what:
        case "no file":
            (data / FILE).unlink()
        case "an unreadable file":
            (data / FILE).write_bytes(b"x" * 50_000)
        case _:
            lacking(data)
    there = {path: path.read_bytes() for path in data.rglob("*.parquet")}

    with pytest.raises(WarehouseDamaged, match=r"van een oudere versie van sdash\. .* ontbreekt"):
        Boek(data.parent)

    assert {path: path.read_bytes() for path in data.rglob("*.parquet")} == there
    assert before


def without(data: Path, table: str, column: str) -> None:
    """A sound file whose table lacks a column, as if an earlier sdash had made it."""
    path = data / FILE
    sealed = Seal.of(path)
    assert sealed
    with closing(duckdb.connect(path)) as file:
        named = "SELECT schema_name || '.' || index_name FROM duckdb_indexes()"
        for (index,) in file.execute(named).fetchall():
            file.execute(f"DROP INDEX {index}")
        file.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        file.execute("DROP TABLE mart.vorm")
    with path.open("rb", buffering=0) as file:
        seal(path, file.fileno(), sealed.versie, sealed.archief)


def lacking(data: Path) -> None:
    """Take a row out of the ledger, of which the archive knows."""
    with closing(duckdb.connect(str(data / FILE))) as connection:
        connection.execute("DELETE FROM ledger.prestatie WHERE referentienummer = 'R2'")
