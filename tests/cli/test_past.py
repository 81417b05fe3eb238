"""Past moments and retractions from the command line, alone and beside a server."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from sdash.service.server import running
from sdash.settings import Settings
from tests.cli.conftest import Run, Sdash
from tests.service.files import declaratie, put, toewijzing

ASKED = ("query", "uitgaven/totaal", "-p", "jaar=2026", "--json")
COMMANDS = [
    ["ingest", "berichten", "--ontvangen", "dagtekening", "--json"],
    [*ASKED, "--as-of", "2026-02-05"],
    ["query", "uitgaven/per_maand", "-p", "jaar=2026", "--as-of", "2026-02-04"],
    [*ASKED, "--as-of", "gisteren"],
    ["retract", "d.xml", "--reden", "dubbel geleverd", "--json"],
    ["retract", "d.xml", "--reden", "nog een keer"],
    ASKED,
    ["query", "gegevens/bronnen", "-p", "x=1", "--as-of", "2026-02-05"],
]


@pytest.fixture
def filled(sdash: Sdash, tmp_path: Path) -> Sdash:
    folder = tmp_path / "berichten"
    folder.mkdir()
    put(folder, "t.xml", toewijzing(dag=date(2026, 1, 5)))
    put(folder, "d.xml", declaratie(dag=date(2026, 2, 5)))
    sdash("ingest", folder, "--ontvangen", "dagtekening")
    return sdash


def ingediend(run: Run) -> list[str]:
    return [row["ingediend"] for row in run.json if row["wet"] == "jw"]


def test_each_command_prints_the_same_with_and_without_a_server(
    data: Path, alone: Sdash, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "berichten").mkdir()
    put(tmp_path / "berichten", "t.xml", toewijzing())
    put(tmp_path / "berichten", "d.xml", declaratie())

    without = [alone(*command) for command in COMMANDS]
    shutil.rmtree(data)
    with running(Settings.load(data)):
        beside = [alone(*command) for command in COMMANDS]

    assert beside == without


@pytest.mark.parametrize(
    ("moment", "known"),
    [
        ("2026-02-04", None),
        ("2026-02-05", "500.00"),
        ("2026-02-05T11:59:59+01:00", None),
        ("2026-02-05T11:00:00Z", "500.00"),
        ("1990-01-01", None),
    ],
)
def test_an_answer_is_as_it_was_known_then(filled: Sdash, moment: str, known: str | None) -> None:
    assert ingediend(filled(*ASKED, "--as-of", moment)) == [known]


def test_today_is_what_is_known_now(filled: Sdash) -> None:
    today = next(
        day
        for day in (date.today() + timedelta(days=more) for more in (-1, 0, 1))  # noqa: DTZ011
        if filled(*ASKED, "--as-of", day + timedelta(days=1)).status == 2
    )

    assert filled(*ASKED, "--as-of", today) == filled(*ASKED)


@pytest.mark.parametrize(
    ("moment", "why"),
    [
        ("2999-01-01", "toekomst"),
        ("9999-12-31", "tijdzone"),
        ("2026-02-05T12:00:00", "tijdzone"),
        ("2026-02-30", "tijdzone"),
        ("morgen", "tijdzone"),
    ],
)
def test_a_moment_that_is_none_is_refused_with_how_to_write_one(
    sdash: Sdash, moment: str, why: str
) -> None:
    run = sdash(*ASKED, "--as-of", moment)

    assert (run.status, run.out) == (2, "")
    assert why in run.err


def test_a_role_sees_no_more_of_a_past_moment(filled: Sdash) -> None:
    asked = ("query", "caseload/stand", "-p", "peildatum=2026-02-01", "--as-of", "2026-02-05")

    assert filled(*asked, "--json").json[0]["clienten"] == 1
    assert filled(*asked, "--json", "--role", "presentator").json[0]["clienten"] is None


def test_a_retracted_delivery_counts_no_more_and_its_reason_shows(filled: Sdash) -> None:
    run = filled("retract", "2", "--reden", "dubbel geleverd", "--json")

    assert run.json == [{"levering": 2, "bestand": "d.xml", "soort": "JW323", "ingetrokken": 1}]
    assert ingediend(filled(*ASKED)) == [None]
    (row,) = filled("query", "gegevens/intrekkingen", "--json").json
    assert (row["nummer"], row["bestand"], row["reden"]) == (2, "d.xml", "dubbel geleverd")
    assert ingediend(filled(*ASKED, "--as-of", "2026-02-05")) == ["500.00"]


def test_the_list_of_deliveries_stays_whole(filled: Sdash) -> None:
    filled("retract", "2", "--reden", "dubbel geleverd")

    rows = filled("query", "gegevens/leveringen", "--json").json

    assert [row["soort"] for row in rows] == ["JW301", "JW323", "intrekking"]


@pytest.mark.parametrize(
    ("asked", "reden", "why"),
    [
        ("onbekend.xml", "dubbel", "Onbekende levering"),
        ("2", "van 999900006", "negen cijfers"),
        ("2", "", "leeg"),
    ],
)
def test_a_retraction_that_is_refused_says_why(
    filled: Sdash, asked: str, reden: str, why: str
) -> None:
    run = filled("retract", asked, "--reden", reden)

    assert (run.status, run.out) == (2, "")
    assert why in run.err
    assert "999900006" not in run.err


def test_a_retraction_needs_a_reason(sdash: Sdash) -> None:
    assert sdash("retract", "1").status == 2
