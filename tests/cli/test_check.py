"""`sdash check`: what is wrong in a file, and a koppeling for columns that are not known."""

import tomllib
from pathlib import Path

import pytest

from sdash.service.server import running
from sdash.settings import Settings
from tests.cli.conftest import Sdash
from tests.service.files import put

EXPORT = "Nummer AGB;Naam leverancier;Plaats\n42420001;Voorbeeldzorg;Borger\n42420002;;Exloo\n"
FORMATIE = "team;maand;fte\nNoord;2026-10;6\nZuid;straks;zes\n"
WRONG = 'soort = "aanbieders"\n'


def test_a_proposal_alone_is_on_standard_output_so_that_it_can_be_saved(
    alone: Sdash, data: Path, tmp_path: Path
) -> None:
    path = put(tmp_path, "export.csv", EXPORT)

    first = alone("check", path)
    (data / "koppelingen").mkdir(parents=True)
    (data / "koppelingen" / "aanbieders.toml").write_text(first.out, encoding="utf-8")
    then = alone("check", path, "--json")

    assert first.status == 2
    assert tomllib.loads(first.out)["kolommen"] == {
        "agb_code": "Nummer AGB",
        "naam": "Naam leverancier",
    }
    assert "Met sdash check krijgt u een voorstel" in first.err
    assert then.status == 0
    [line] = then.json
    assert [line[name] for name in ("soort", "geaccepteerd", "afgekeurd")] == ["aanbieders", 1, 1]
    assert line["redenen"][0]["plaats"] == 'regel 3, kolom "Naam leverancier"'


def test_a_proposal_is_in_the_answer_as_json(alone: Sdash, tmp_path: Path) -> None:
    unknown, known = put(tmp_path, "a.csv", EXPORT), put(tmp_path, "b.csv", FORMATIE)

    lines = {line["bestand"]: line for line in alone("check", unknown, known, "--json").json}

    assert tomllib.loads(lines["a.csv"]["voorstel"])["soort"] == "aanbieders"
    assert "voorstel" not in lines["b.csv"]


def test_every_rejected_cell_is_explained_where_it_stands(alone: Sdash, tmp_path: Path) -> None:
    run = alone("check", put(tmp_path, "formatie.csv", FORMATIE))

    place = 'formatie.csv, regel 3, kolom "'
    said = [line.removeprefix(place) for line in run.out.splitlines() if line.startswith(place)]
    assert run.status == 0
    assert said == [
        'maand": hier staat tekst; hier hoort een maand, zoals 2026-10 (0001)',
        'fte": hier staat tekst; hier hoort een getal, zoals 12,5 (0001)',
    ]


def test_a_koppeling_that_is_wrong_is_said_by_check(
    alone: Sdash, data: Path, tmp_path: Path
) -> None:
    (data / "koppelingen").mkdir(parents=True)
    (data / "koppelingen" / "fout.toml").write_text(WRONG, encoding="utf-8")

    run = alone("check", put(tmp_path, "formatie.csv", FORMATIE))

    assert run.status == 0
    assert run.err.startswith("De koppeling fout.toml klopt niet: 'kolommen' ontbreekt.\n")


def test_a_koppeling_that_is_wrong_is_said_when_the_server_starts(
    data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (data / "koppelingen").mkdir(parents=True)
    (data / "koppelingen" / "fout.toml").write_text(WRONG, encoding="utf-8")

    with caplog.at_level("WARNING"), running(Settings.load(data)):
        pass

    assert "De koppeling fout.toml klopt niet: 'kolommen' ontbreekt." in caplog.messages


def test_ingest_keeps_nothing_of_a_proposal(sdash: Sdash, data: Path, tmp_path: Path) -> None:
    run = sdash("ingest", put(tmp_path, "export.csv", EXPORT), "--json")

    kept = [path for path in data.rglob("*") if path.is_file() and path.suffix != ".duckdb"]
    assert "voorstel" not in run.json[0]
    assert [path.name for path in kept if b"leverancier" in path.read_bytes()] == []


def test_what_files_say_counts_among_all_that_came_in(sdash: Sdash, tmp_path: Path) -> None:
    sdash("ingest", put(tmp_path, "formatie.csv", FORMATIE))

    bronnen = sdash("query", "gegevens/bronnen", "--json").json

    assert [(it["soort"], it["geaccepteerd"], it["afgekeurd"]) for it in bronnen] == [
        ("formatie", 1, 1)
    ]
    assert sdash("status", "--json").json[0]["geaccepteerd"] == 1
