import re
import shutil
from pathlib import Path

import pytest

from sdash import __version__
from sdash import format as fmt
from sdash.service.server import running
from sdash.settings import Settings
from tests.cli.conftest import Run, Sdash
from tests.meenemen import lezen
from tests.service.files import declaratie, put, toewijzing

COMMANDS = [
    ["ingest", "berichten", "--ontvangen", "2026-03-01", "--json"],
    ["ingest", "berichten", "--ontvangen", "2026-03-02"],
    ["check", "berichten", "--json"],
    ["query", "uitgaven/totaal", "-p", "jaar=2026", "--json"],
    ["query", "uitgaven/per_maand", "-p", "jaar=2026"],
    ["query", "caseload/stand", "-p", "peildatum=2026-02-01", "--csv"],
    ["query", "caseload/stand", "-p", "peildatum=2026-02-01", "--role", "presentator", "--json"],
    ["query", "uitgaven/totaal"],
    ["query", "bestaat/niet"],
    ["rebuild", "--json"],
    ["status"],
]


def still(run: Run) -> Run:
    """A run without the free space on disk, which others change meanwhile."""
    return run._replace(out=re.sub(r"(?m)^schijf_vrij_mb +[0-9]+$", "", run.out))


@pytest.fixture
def filled(sdash: Sdash, tmp_path: Path) -> Sdash:
    folder = tmp_path / "berichten"
    folder.mkdir()
    put(folder, "t.xml", toewijzing())
    put(folder, "d.xml", declaratie())
    sdash("ingest", folder, "--ontvangen", "2026-03-01")
    return sdash


def test_each_command_prints_the_same_with_and_without_a_server(
    data: Path, alone: Sdash, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "berichten").mkdir()
    put(tmp_path / "berichten", "d.xml", declaratie(wrong=1))
    put(tmp_path / "berichten", "half.xml", toewijzing()[:-99])

    without = [alone(*command) for command in COMMANDS]
    shutil.rmtree(data)
    with running(Settings.load(data)):
        beside = [alone(*command) for command in COMMANDS]

    assert [*map(still, beside)] == [*map(still, without)]


def test_money_is_a_string_and_missing_is_null(filled: Sdash) -> None:
    rows = filled("query", "uitgaven/totaal", "-p", "jaar=2026", "--json").json

    assert rows[0] == {
        "wet": "jw",
        "ingediend": "500.00",
        "toegekend": "0.00",
        "in_behandeling": "500.00",
        "begroot": None,
    }


def test_counts_are_integers(filled: Sdash) -> None:
    rows = filled("query", "caseload/stand", "-p", "peildatum=2026-02-01", "--json").json

    assert rows[0] == {"wet": "jw", "clienten": 1, "toewijzingen": 1}


def test_a_month_is_an_iso_date(filled: Sdash) -> None:
    rows = filled("query", "uitgaven/per_maand", "-p", "jaar=2026", "--json").json

    assert [row["maand"] for row in rows] == ["2026-01-01"]


def test_a_protected_role_gets_null_and_the_names_of_what_is_hidden(filled: Sdash) -> None:
    asked = ("query", "caseload/stand", "-p", "peildatum=2026-02-01", "--role", "presentator")

    row = filled(*asked, "--json").json[0]
    line = filled(*asked, "--csv").out.splitlines()[1]

    assert row["clienten"] is None
    assert "clienten" in row["verborgen"]
    assert line.startswith("jw,verborgen")


def test_csv_has_a_header_and_commas(filled: Sdash) -> None:
    run = filled("query", "caseload/stand", "-p", "peildatum=2026-02-01", "--csv")

    assert run.out.splitlines()[:2] == ["wet,clienten,toewijzingen", "jw,1,1"]


def test_a_workbook_has_amounts_as_numbers_and_says_what_it_is(
    filled: Sdash, tmp_path: Path
) -> None:
    there = tmp_path / "totaal.xlsx"

    run = filled("query", "uitgaven/totaal", "-p", "jaar=2026", "--xlsx", there)

    sheets = lezen.sheets(there.read_bytes())
    assert (run.status, run.out) == (0, "")
    head, row, *_ = sheets["Totaal"]
    assert [cell.value for cell in head.values()][:2] == ["wet", "ingediend"]
    assert [row["A"].value, row["B"].kind, float(row["B"].value)] == ["jw", "n", 500]
    facts = {line["A"].value: line["B"].value for line in sheets["Toelichting"]}
    assert facts["Parameters"] == "jaar=2026"
    assert facts["Ingediend"].startswith("Wat aanbieders declareerden")


def test_a_workbook_says_what_is_hidden(filled: Sdash, tmp_path: Path) -> None:
    there = tmp_path / "stand.xlsx"

    asked = ("query", "caseload/stand", "-p", "peildatum=2026-02-01", "--role", "presentator")
    filled(*asked, "--xlsx", there)

    assert lezen.sheets(there.read_bytes())["Stand"][1]["B"].value == fmt.HIDDEN


def test_an_unknown_query_names_the_known_ones(sdash: Sdash) -> None:
    run = sdash("query", "uitgaven/alles")

    assert run.status == 2
    assert "uitgaven/totaal" in run.err
    assert run.out == ""


@pytest.mark.parametrize("parameters", [["-p", "wat=1"], ["-p", "jaar=morgen"], []])
def test_a_wrong_parameter_names_the_known_ones(sdash: Sdash, parameters: list[str]) -> None:
    run = sdash("query", "uitgaven/totaal", *parameters)

    assert run.status == 2
    assert "jaar" in run.err


def test_a_role_that_may_not_ask_is_refused(sdash: Sdash) -> None:
    run = sdash("query", "uitgaven/totaal", "-p", "jaar=2026", "--role", "beheerder")

    assert run.status == 2
    assert "beheerder" in run.err


def test_data_may_stand_behind_the_command(filled: Sdash, data: Path) -> None:
    run = filled("status", "--json", "--data", data)

    assert run.json[0]["gegevensmap"] == str(data)


def test_status_counts_what_is_in(filled: Sdash) -> None:
    (row,) = filled("status", "--json").json

    assert (row["leveringen"], row["gelezen"], row["geaccepteerd"]) == (2, 2, 2)
    assert row["laatst_ontvangen"] == "2026-03-01T11:00:00Z"


def test_status_says_how_it_is_doing(filled: Sdash) -> None:
    (row,) = filled("status", "--json").json
    words = filled("status").out

    assert row["gezond"] is True
    assert row["pakhuis"] == "Het pakhuis antwoordt."
    assert row["sdash"] == __version__
    assert re.search(r"(?m)^gezond +ja$", words)
    assert re.search(r"(?m)^afgekeurd +0$", words)
    assert "True" not in words


def test_a_rebuild_changes_no_answer(filled: Sdash) -> None:
    asked = ("query", "uitgaven/totaal", "-p", "jaar=2026", "--json")
    before = filled(*asked).json

    filled("rebuild")

    assert filled(*asked).json == before


def test_without_a_key_the_warehouse_stays_shut(
    alone: Sdash, monkeypatch: pytest.MonkeyPatch, data: Path
) -> None:
    monkeypatch.delenv("SDASH_KEY")

    run = alone("status")

    assert run.status == 2
    assert "SDASH_KEY_FILE" in run.err
    assert not data.exists()


def test_check_needs_no_key_and_makes_no_folder(
    alone: Sdash, monkeypatch: pytest.MonkeyPatch, data: Path, tmp_path: Path
) -> None:
    monkeypatch.delenv("SDASH_KEY")
    path = put(tmp_path, "d.xml", declaratie(wrong=1))

    run = alone("check", path, "--json")

    assert (run.status, run.json[0]["afgekeurd"]) == (0, 1)
    assert not data.exists()


def test_check_of_what_cannot_be_read_ends_in_two(alone: Sdash, tmp_path: Path) -> None:
    path = put(tmp_path, "d.xml", b"")

    run = alone("check", path)

    assert run.status == 2
    assert "leeg" in run.out
