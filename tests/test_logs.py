import json
import logging
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sdash import logs

log = logging.getLogger("sdash.test")
SECRETS = ["999900006", "Jansen-Voorbeeld", "Dorpsstraat 1"]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    end = logs.start(tmp_path)
    yield tmp_path
    end()


def lines(folder: Path) -> list[dict[str, Any]]:
    return [
        json.loads(line)
        for path in sorted(folder.iterdir())
        for line in path.read_text("utf-8").splitlines()
    ]


def fail() -> None:
    raise ValueError(*SECRETS)


def test_a_line_is_json_with_its_moment_and_its_fields(folder: Path) -> None:
    log.info("Gelezen: %d", 3, extra=logs.fields(soort="JW323", codes=["8001"]))

    (line,) = lines(folder)
    moment = datetime.fromisoformat(line.pop("moment"))
    assert moment.tzinfo == UTC
    assert line == {
        "niveau": "INFO",
        "bron": "sdash.test",
        "bericht": "Gelezen: 3",
        "soort": "JW323",
        "codes": ["8001"],
    }


def test_an_error_says_its_kind_and_place_and_nothing_that_it_holds(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    end = logs.show()
    others = logging.StreamHandler()
    logging.getLogger("streamlit.test").addHandler(others)
    try:
        fail()
    except ValueError:
        log.exception("Dit ging mis.")
        logging.getLogger("streamlit.test").exception("Uncaught.")
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    end()
    logging.getLogger("streamlit.test").removeHandler(others)

    said = [line.get("fout", line["bericht"]) for line in lines(folder)]
    shown = capsys.readouterr().err
    everything = shown + "".join(map(str, lines(folder)))
    assert "Uncaught.: ValueError < test_logs.py" in shown
    assert [line for line in said if "ValueError < test_logs.py" not in line] == []
    assert len(said) == 2
    assert "Een draad is gestopt" in everything
    assert [secret for secret in SECRETS if secret in everything] == []


def test_a_line_of_the_terminal_is_plain_text(capsys: pytest.CaptureFixture[str]) -> None:
    end = logs.show()
    log.warning("De schijf is bijna vol.")
    end()
    log.warning("Dit leest niemand meer.")

    assert capsys.readouterr().err.endswith("WARNING De schijf is bijna vol.\n")


def test_every_day_has_its_own_file(folder: Path) -> None:
    for moment in (0.0, 86_399.0, 86_401.0):
        record = log.makeRecord(log.name, logging.INFO, "", 1, "bericht", (), None)
        record.created = moment
        logging.getLogger("sdash").handle(record)

    counts = {path.name: len(path.read_text().splitlines()) for path in folder.iterdir()}
    assert counts == {"sdash-1970-01-01.jsonl": 2, "sdash-1970-01-02.jsonl": 1}


def test_a_mistake_that_repeats_itself_does_not_fill_the_disk(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "BYTES_A_DAY", 1000)

    for _ in range(100):
        log.info("Steeds weer.")

    assert sum(path.stat().st_size for path in folder.iterdir()) < 1200


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    end = logs.start(tmp_path / "weg")

    log.info("Dit kan nergens heen.")

    end()
