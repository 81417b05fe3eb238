from pathlib import Path

import pytest

from tests.cli.conftest import Sdash
from tests.service.files import declaratie, put, toewijzing


def test_a_backup_is_made_with_and_without_a_server_and_put_back_elsewhere(
    sdash: Sdash, data: Path, tmp_path: Path
) -> None:
    put(tmp_path, "t.xml", toewijzing())
    put(tmp_path, "d.xml", declaratie())
    sdash("ingest", tmp_path / "t.xml")
    first = sdash("backup", tmp_path / "kopie", "--json").json[0]
    sdash("ingest", tmp_path / "d.xml")

    again = sdash("backup", tmp_path / "kopie", "--json").json[0]
    status = sdash("status", "--json").json[0]
    back = sdash("restore", tmp_path / "kopie", "--data", tmp_path / "nieuw", "--json").json[0]

    assert (first["bestanden"], again["bestanden"], again["nieuw"]) == (1, 2, 1)
    assert status["laatste_backup"] == again["gemaakt_op"]
    assert back["bestanden"] == 2
    archives = [
        sorted((folder / "archief").rglob("*.parquet")) for folder in (data, tmp_path / "nieuw")
    ]
    assert [p.read_bytes() for p in archives[0]] == [p.read_bytes() for p in archives[1]]


def test_a_restore_is_refused_where_there_is_something(sdash: Sdash, tmp_path: Path) -> None:
    put(tmp_path, "t.xml", toewijzing())
    sdash("ingest", tmp_path / "t.xml")
    sdash("backup", tmp_path / "kopie")

    run = sdash("restore", tmp_path / "kopie")

    assert run.status == 2
    assert run.out == ""


def test_a_backup_needs_no_key(
    alone: Sdash, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "t.xml", toewijzing())
    alone("ingest", tmp_path / "t.xml")
    monkeypatch.delenv("SDASH_KEY")

    assert alone("backup", tmp_path / "kopie").status == 0


def test_a_backup_of_nothing_is_refused(alone: Sdash, data: Path, tmp_path: Path) -> None:
    run = alone("backup", tmp_path / "kopie")

    assert run.status == 2
    assert not data.exists()
    assert not (tmp_path / "kopie").exists()


def test_a_key_in_the_settings_is_refused_and_so_never_copied(
    alone: Sdash, data: Path, tmp_path: Path
) -> None:
    put(tmp_path, "t.xml", toewijzing())
    alone("ingest", tmp_path / "t.xml")
    (data / "instellingen.toml").write_text('sleutel = "0123456789abcdef"\n')

    run = alone("backup", tmp_path / "kopie")

    assert run.status == 2
    assert "SDASH_KEY_FILE" in run.err
    assert "0123456789abcdef" not in run.err
    assert not (tmp_path / "kopie").exists()
