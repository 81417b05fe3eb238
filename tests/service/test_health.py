"""What a server says of itself: to who watches it, and to who draws its figures elsewhere."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from starlette.requests import Request

from sdash import clock
from sdash.service import health
from sdash.service.folder import DataFolder
from sdash.service.health import Werking, look
from sdash.service.server import Server, running
from sdash.service.service import Service
from sdash.settings import Settings
from tests.oracle.messages import TEST_BSNS
from tests.service.files import declaratie, put, toewijzing
from tests.service.test_inbox import names
from tests.service.waiting import eventually

LINE = re.compile(
    r"(# (HELP|TYPE) sdash_\w+ .+)"
    r'|(sdash_\w+(\{\w+="[^"\n]*"(,\w+="[^"\n]*")*\})? -?[0-9.e+-]+)'
)


class Told(NamedTuple):
    """An answer as it goes out."""

    status: int
    text: str
    kind: str

    @property
    def json(self) -> dict[str, Any]:
        said: dict[str, Any] = json.loads(self.text)
        return said


class Watcher:
    """Who asks the addresses of a server, without a network."""

    def __init__(self, server: Server) -> None:
        self._endpoints = {route.path: route.endpoint for route in server.routes}

    def get(self, path: str) -> Told:
        answer = self._endpoints[path](Request({"type": "http"}))
        return Told(answer.status_code, answer.body.decode(), answer.headers["content-type"])


Asked = tuple[Service, Watcher]


@pytest.fixture
def asked(settings: Settings) -> Iterator[Asked]:
    server = Server(screens=lambda: 3)
    with running(settings) as service:
        server._service = service
        yield service, Watcher(server)


def bad(service: Service, **changes: bool) -> list[str]:
    toestand = look(service.folder, service.answers, Werking(**changes), clock.now())
    return [controle.naam for controle in toestand.controles if not controle.goed]


def numbers(text: str) -> dict[str, float]:
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines}


def test_a_server_that_does_well_says_so(asked: Asked) -> None:
    _, client = asked

    answer = client.get("/healthz")

    assert answer.status == 200
    assert answer.json["status"] == "ok"
    assert {controle["goed"] for controle in answer.json["controles"].values()} == {True}


def test_a_closed_server_is_not_well() -> None:
    client = Watcher(Server())

    assert client.get("/healthz").status == 503
    assert client.get("/metrics").status == 503


def test_one_failing_check_is_enough(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    _, client = asked
    monkeypatch.setattr(health, "_free", lambda _: 0)

    answer = client.get("/healthz")

    assert answer.status == 503
    assert answer.json["status"] == "storing"
    assert "0 MB vrij" in answer.json["controles"]["schijf"]["uitleg"]


def test_every_check_can_fail_by_itself(
    server: Service, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bad(server) == []
    assert bad(server, leest_inbox=False) == ["inbox"]
    assert bad(server, lezer=False) == ["lezer"]

    monkeypatch.setattr("os.access", lambda *_: False)
    assert bad(server) == ["inbox"]
    monkeypatch.undo()

    monkeypatch.setattr(server.answers, "rows", None)
    assert bad(server) == ["pakhuis"]
    monkeypatch.undo()

    usage = SimpleNamespace(free=settings.schijf_minimum_mb * health.MB - 1)
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    assert bad(server) == ["schijf"]


@pytest.mark.parametrize(("hours", "verdict"), [(None, []), (23, ["levering"]), (25, [])])
def test_a_stream_that_stopped_is_told_when_that_was_asked(
    settings: Settings, tmp_path: Path, hours: int | None, verdict: list[str]
) -> None:
    wanted = settings.model_copy(update={"stil_na_uren": hours})
    with running(wanted) as service:
        assert bad(service) == []
        service.take([put(tmp_path, "t.xml", toewijzing())])
        a_day_later = clock.now() + timedelta(hours=24)

        toestand = look(service.folder, service.answers, Werking(), a_day_later)

    assert [controle.naam for controle in toestand.controles if not controle.goed] == verdict


def test_an_inbox_that_cannot_be_read_is_told_until_it_can(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    service, client = asked
    monkeypatch.setattr("sdash.service.inbox.SECONDS_BETWEEN_TRIES", 0.05)
    inbox = service.folder.inbox

    inbox.rmdir()
    inbox.touch()
    assert eventually(lambda: client.get("/healthz").status == 503)

    inbox.unlink()
    assert eventually(lambda: client.get("/healthz").status == 200)


def test_a_reading_process_that_died_is_replaced_by_asking(
    asked: Asked,
) -> None:
    service, client = asked
    first = service._reader._child
    assert first
    first.kill()
    first.wait()

    assert client.get("/healthz").status == 200
    assert service._reader._child not in {None, first}


def test_metrics_are_in_the_format_of_prometheus_and_count_what_came_in(
    asked: Asked,
) -> None:
    service, client = asked
    put(service.folder.inbox, "d.xml", declaratie(wrong=2))
    put(service.folder.inbox, "half.xml", toewijzing()[:-99])
    assert eventually(lambda: names(service.folder.inbox) == [])
    before = clock.now()

    answer = client.get("/metrics")

    found = numbers(answer.text)
    assert answer.kind.startswith("text/plain; version=0.0.4")
    assert [line for line in answer.text.splitlines() if not LINE.fullmatch(line)] == []
    assert found['sdash_leveringen_total{soort="JW323"}'] == 1
    assert found['sdash_leveringen_total{soort="onleesbaar"}'] == 1
    assert found['sdash_records_geaccepteerd_total{soort="JW323"}'] == 1
    assert found['sdash_records_afgekeurd_total{soort="JW323"}'] == 2
    assert found["sdash_afgekeurde_bestanden"] == 2
    assert found["sdash_lezen_seconds_count"] == found["sdash_vastleggen_seconds_count"] == 2
    assert found["sdash_lezen_seconds_sum"] > 0
    assert found["sdash_sessies"] == 3
    assert found["sdash_geheugen_bytes"] > 10_000_000
    assert found["sdash_schijf_vrij_bytes"] > 0
    assert found['sdash_gezond{controle="inbox"}'] == 1
    moment = datetime.fromtimestamp(found["sdash_laatste_levering_timestamp_seconds"], UTC)
    assert before - timedelta(minutes=1) < moment <= before


def test_nothing_that_a_server_tells_holds_anything_of_a_person(
    asked: Asked,
) -> None:
    service, client = asked
    bsn = TEST_BSNS[1]
    put(service.folder.inbox, f"Jansen {bsn}.xml", declaratie(wrong=2))
    put(service.folder.inbox, f"{bsn}.xml", f"<a>{bsn} Voorbeeldnaam</a>")
    assert eventually(lambda: names(service.folder.inbox) == [])

    told = client.get("/healthz").text + client.get("/metrics").text
    told += json.dumps(service.status())

    assert [word for word in (bsn, "Jansen", "Voorbeeldnaam") if word in told] == []


def test_a_server_that_cannot_begin_logs_why_without_a_value(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Settings) -> Service:
        raise ValueError(TEST_BSNS[1])

    monkeypatch.setattr("sdash.service.server.Service", fail)

    with pytest.raises(ValueError, match=TEST_BSNS[1]), running(settings):
        pass

    (path,) = DataFolder(settings.data).logs.iterdir()
    line = json.loads(path.read_text("utf-8"))
    assert line["bericht"] == "De server kan niet beginnen."
    assert line["fout"].startswith("ValueError < test_health.py")
    assert TEST_BSNS[1] not in path.read_text("utf-8")
