from datetime import date
from pathlib import Path

import pytest

from sdash.ingest.read import safe_name
from tests.cli.conftest import Sdash
from tests.service.files import AANBIEDERS, declaratie, put, put_bad, toewijzing


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "berichten"
    folder.mkdir()
    return folder


def test_a_file_gives_an_array_of_one_report(sdash: Sdash, folder: Path) -> None:
    path = put(folder, "t.xml", toewijzing())

    run = sdash("ingest", path, "--json")

    assert run.status == 0
    assert run.json == [
        {
            "bestand": "t.xml",
            "soort": "JW301",
            "gelezen": 1,
            "geaccepteerd": 1,
            "afgekeurd": 0,
            "redenen": [],
        }
    ]


def test_a_folder_is_read_by_dagtekening_then_soort_then_name(sdash: Sdash, folder: Path) -> None:
    (folder / "dieper").mkdir()
    put(folder, "a.xml", declaratie(1, date(2026, 3, 1)))
    put(folder, "b.xml", toewijzing(2, date(2026, 3, 1)))
    put(folder / "dieper", "c.xml", toewijzing(3, date(2026, 2, 1)))
    put(folder, "d.csv", AANBIEDERS)

    run = sdash("ingest", folder, "--json")

    assert [line["bestand"] for line in run.json] == ["d.csv", "c.xml", "b.xml", "a.xml"]


def test_ingest_leaves_the_file_where_it_is(sdash: Sdash, folder: Path) -> None:
    path = put(folder, "t.xml", toewijzing())

    sdash("ingest", path)

    assert path.read_bytes() == toewijzing()


def test_an_exact_repeat_is_refused_as_double_and_is_no_error(sdash: Sdash, folder: Path) -> None:
    once, again = put(folder, "a.xml", declaratie()), put(folder, "b.xml", declaratie())

    run = sdash("ingest", once, again, "--json")

    assert run.status == 0
    assert [line["geaccepteerd"] for line in run.json] == [1, 0]
    assert run.json[1]["afgekeurd"] == run.json[1]["gelezen"] == 1
    assert [reden["code"] for reden in run.json[1]["redenen"]] == ["dubbel"]


def test_rejected_records_are_explained_and_are_no_error(sdash: Sdash, folder: Path) -> None:
    path = put(folder, "d.xml", declaratie(wrong=2))

    run = sdash("ingest", path, "--json")

    (line,) = run.json
    assert run.status == 0
    assert (line["gelezen"], line["geaccepteerd"], line["afgekeurd"]) == (3, 1, 2)
    assert [reden["code"] for reden in line["redenen"]] == ["9346", "9346"]


def test_what_cannot_be_read_says_why_and_ends_in_two(sdash: Sdash, folder: Path) -> None:
    words = {safe_name(name): word for name, word in put_bad(folder).items()}

    run = sdash("ingest", folder, "--json")

    said = {line["bestand"]: line["redenen"][0]["reden"] for line in run.json}
    assert run.status == 2
    assert said.keys() == words.keys()
    assert [name for name, word in words.items() if word not in said[name]] == []
    assert {(line["soort"], line["gelezen"], line["afgekeurd"]) for line in run.json} == {
        (None, 0, 0)
    }


def test_a_bad_file_does_not_hold_up_a_good_one(sdash: Sdash, folder: Path) -> None:
    put(folder, "a.xml", b"<a>")
    put(folder, "b.xml", toewijzing())

    run = sdash("ingest", folder, "--json")

    assert run.status == 2
    assert [line["geaccepteerd"] for line in run.json] == [0, 1]


def test_a_missing_file_is_reported_as_unreadable(sdash: Sdash, folder: Path) -> None:
    run = sdash("ingest", folder / "weg.xml", "--json")

    assert run.status == 2
    assert run.json[0]["soort"] is None


def test_an_empty_folder_gives_an_empty_array(sdash: Sdash, folder: Path) -> None:
    run = sdash("ingest", folder, "--json")

    assert (run.status, run.json) == (0, [])


def test_without_json_people_read_what_came_of_it(sdash: Sdash, folder: Path) -> None:
    put(folder, "d.xml", declaratie(wrong=1))

    run = sdash("ingest", folder)

    assert "JW323" in run.out
    assert "(9346)" in run.out


def test_history_counts_as_received_on_its_dagtekening_at_noon(sdash: Sdash, folder: Path) -> None:
    put(folder, "t.xml", toewijzing(dag=date(2026, 1, 5)))

    sdash("ingest", folder, "--ontvangen", "dagtekening")

    (line,) = sdash("query", "gegevens/leveringen", "--json").json
    assert line["ontvangen_op"] == "2026-01-05T11:00:00Z"


def test_a_file_without_dagtekening_needs_a_date(sdash: Sdash, folder: Path) -> None:
    put(folder, "a.csv", AANBIEDERS)

    without = sdash("ingest", folder, "--ontvangen", "dagtekening", "--json")
    dated = sdash("ingest", folder, "--ontvangen", "2026-07-01", "--json")

    assert (without.status, dated.status) == (2, 0)
    assert "--ontvangen" in without.json[0]["redenen"][0]["reden"]
    lines = sdash("query", "gegevens/leveringen", "--json").json
    assert "2026-07-01T10:00:00Z" in [line["ontvangen_op"] for line in lines]


def test_history_older_than_live_deliveries_has_to_be_said(sdash: Sdash, folder: Path) -> None:
    sdash("ingest", put(folder, "live.xml", toewijzing(1)))
    path = put(folder, "oud.xml", toewijzing(2))

    refused = sdash("ingest", path, "--ontvangen", "dagtekening")
    allowed = sdash("ingest", path, "--ontvangen", "dagtekening", "--historie", "--json")

    assert refused.status == 2
    assert "--historie" in refused.err
    assert allowed.json[0]["geaccepteerd"] == 1
