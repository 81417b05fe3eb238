"""A clock that goes back, and the days on which summer and winter time begin."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdash import format as fmt
from sdash.clock import AMSTERDAM, noon
from sdash.domain import Rol
from sdash.service.receipt import Ontvangst
from sdash.service.service import Service
from sdash.settings import Settings
from tests.service.files import declaratie, put, toewijzing

SUMMER, WINTER = date(2026, 3, 29), date(2026, 10, 25)
MORNING = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
HEAD = "jaar;taakveld;omschrijving;lasten;baten;stand;vastgesteld_op;fictief\n"
At = Callable[[datetime], None]


@pytest.fixture
def service(settings: Settings) -> Iterator[Service]:
    opened = Service(settings)
    yield opened
    opened.close()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> At:
    def at(moment: datetime) -> None:
        monkeypatch.setattr("sdash.service.receipt.now", lambda: moment)

    return at


def begroting(lasten: int) -> str:
    return f"{HEAD}2026;6.22;Jeugd;{lasten};0;primitief;2025-11-06;nee\n"


def moments(service: Service) -> list[str]:
    """When the deliveries count as received, in the order of their numbers."""
    with service._warehouse.cursor() as cursor:
        cursor.execute("SELECT ontvangen_op FROM levering ORDER BY levering_nr")
        return [f"{moment:%Y-%m-%d %H:%M}" for (moment,) in cursor.fetchall()]


def begroot(service: Service) -> object:
    rows = service.query("uitgaven/totaal", {"jaar": "2026"}, Rol.CONTROLLER)
    return [row["begroot"] for row in rows if row["wet"] == "jw"]


def test_a_correction_counts_although_the_clock_went_back(
    service: Service, clock: At, tmp_path: Path
) -> None:
    clock(MORNING)
    service.take([put(tmp_path, "a.csv", begroting(100))])
    clock(MORNING - timedelta(hours=3))

    service.take([put(tmp_path, "b.csv", begroting(200))])

    assert begroot(service) == ["200.00"]
    assert moments(service) == ["2026-11-02 09:00"] * 2


def test_a_clock_that_went_back_is_noticed_after_a_restart_too(
    settings: Settings, clock: At, tmp_path: Path
) -> None:
    found = []
    for hours, lasten in ((0, 100), (-3, 200), (1, 300)):
        clock(MORNING + timedelta(hours=hours))
        with closing(Service(settings)) as opened:
            opened.take([put(tmp_path, f"{lasten}.csv", begroting(lasten))])
            found.append((begroot(opened), moments(opened)[-1]))

    assert found == [
        (["100.00"], "2026-11-02 09:00"),
        (["200.00"], "2026-11-02 09:00"),
        (["300.00"], "2026-11-02 10:00"),
    ]


def test_only_a_clock_that_really_went_back_is_told_of(
    service: Service, clock: At, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clock(MORNING)
    service.take([put(tmp_path, "a.csv", begroting(100))])
    clock(MORNING - timedelta(seconds=2))
    service.take([put(tmp_path, "b.csv", begroting(200))])
    silent = caplog.text

    clock(MORNING - timedelta(days=1))
    service.take([put(tmp_path, "c.csv", begroting(300))])

    assert "teruggezet" not in silent
    assert "De klok is teruggezet" in caplog.text


def test_history_keeps_its_own_moments(service: Service, clock: At, tmp_path: Path) -> None:
    clock(MORNING)
    service.take([put(tmp_path, "a.csv", begroting(100))])

    old = Ontvangst(ontvangen=date(2025, 12, 31), historie=True)
    service.ingest([put(tmp_path, "b.csv", begroting(50))], old, lambda *_: None)

    assert begroot(service) == ["100.00"]
    assert moments(service) == ["2026-11-02 09:00", "2025-12-31 11:00"]


def test_a_file_is_not_received_on_a_day_that_is_still_to_come(
    service: Service, clock: At, tmp_path: Path
) -> None:
    clock(MORNING)
    tomorrow = (MORNING + timedelta(days=1)).date()

    (given,) = service.ingest(
        [put(tmp_path, "a.csv", begroting(100))], Ontvangst(ontvangen=tomorrow), lambda *_: None
    )
    service.ingest(
        [put(tmp_path, "t.xml", toewijzing(1, tomorrow))],
        Ontvangst(ontvangen="dagtekening"),
        lambda *_: None,
    )

    assert [reden["reden"] for reden in given["redenen"]] == [
        "De dag 03-11-2026 is nog niet aangebroken; een bestand kan toen niet ontvangen zijn."
    ]
    assert begroot(service) == [None]
    assert moments(service)[-1] == "2026-11-02 09:00"


@given(day=st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_noon_of_a_day_lies_on_that_day_here_and_in_utc(day: date) -> None:
    moment = noon(day)

    assert moment.date() == moment.astimezone(AMSTERDAM).date() == day
    assert moment < noon(day + timedelta(days=1))


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        (SUMMER - timedelta(days=1), "11:00"),
        (SUMMER, "10:00"),
        (WINTER - timedelta(days=1), "10:00"),
        (WINTER, "11:00"),
    ],
)
def test_a_dagtekening_on_a_day_with_another_length_counts_at_noon(
    day: date, utc: str, service: Service, tmp_path: Path
) -> None:
    path = put(tmp_path, "t.xml", toewijzing(1, day))

    service.ingest([path], Ontvangst(ontvangen="dagtekening"), lambda *_: None)

    assert moments(service) == [f"{day} {utc}"]


@pytest.mark.parametrize("hour", [0, 1, 2])
def test_messages_in_the_hour_that_comes_twice_or_never_are_kept_in_order(
    hour: int, service: Service, clock: At, tmp_path: Path
) -> None:
    for number, day in enumerate((SUMMER, WINTER), 1):
        for minute in (10, 50):
            clock(datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC))
            name = f"{day}-{minute}.csv"
            service.take([put(tmp_path, name, begroting(number * 100 + minute))])

    assert moments(service) == sorted(moments(service))
    assert len({*moments(service)}) == 4
    assert begroot(service) == ["250.00"]


def test_the_hour_that_comes_twice_is_shown_as_the_clock_on_the_wall_has_it() -> None:
    shown = [fmt.moment(datetime(2026, 10, 25, hour, 30, tzinfo=UTC)) for hour in (0, 1, 2)]

    assert ["02:30" in shown[0], "02:30" in shown[1], "03:30" in shown[2]] == [True] * 3


PROGRAM = """
import json, sys
from pathlib import Path
from pydantic import SecretBytes
from sdash.domain import Rol
from sdash.service.receipt import Ontvangst
from sdash.service.service import Service
from sdash.settings import Settings

folder = Path(sys.argv[1])
service = Service(Settings(data=folder / sys.argv[2], sleutel=SecretBytes(b"0123456789abcdef")))
service.ingest([folder / "in"], Ontvangst(ontvangen="dagtekening"), lambda *_: None)
asked = [
    service.query("uitgaven/totaal", {"jaar": "2026"}, Rol.CONTROLLER),
    service.query("uitgaven/per_maand", {"jaar": "2026"}, Rol.CONTROLLER),
    service.query("caseload/stand", {"peildatum": "2026-10-25"}, Rol.CONTROLLER),
    service.query("gegevens/leveringen", {}, Rol.BEHEERDER),
    service.status()[0]["laatst_ontvangen"],
]
service.close()
print(json.dumps(asked))
"""


@pytest.mark.slow
def test_a_machine_in_another_time_zone_answers_the_same(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number, day in enumerate((SUMMER, WINTER, date(2026, 10, 31), date(2026, 11, 1)), 1):
        put(tmp_path / "in", f"t{number}.xml", toewijzing(number, day))
        put(tmp_path / "in", f"d{number}.xml", declaratie(number, day))

    answers = []
    for nr, zone in enumerate(("UTC", "Europe/Amsterdam", "Pacific/Auckland", "America/Adak")):
        run = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(tmp_path), str(nr)],
            env={**os.environ, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        )
        answers.append(json.loads(run.stdout))

    assert answers[0][0][0]["ingediend"] == "2000.00"
    assert answers == [answers[0]] * 4
