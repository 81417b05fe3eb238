"""The server as it is started, with every address that it has."""

import http.client
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdash.service.web import HEADERS
from tests.service.waiting import eventually

ROOT = Path(__file__).parents[2]
ROUTES = """
import json, app
print(json.dumps([route.path for route in app.app._build_starlette_app().routes]))
"""
CHECKS = {"pakhuis", "inbox", "lezer", "schijf", "levering"}
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("server")
    return {**os.environ, "SDASH_DATA": str(folder), "SDASH_KEY": "0123456789abcdef"}


@pytest.fixture(scope="module")
def port(environment: dict[str, str]) -> Iterator[int]:
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    flags = [f"--server.port={port}", "--server.address=127.0.0.1"]
    with subprocess.Popen([*command, *flags], cwd=ROOT, env=environment) as server:
        assert eventually(lambda: _is_up(port))
        yield port
        server.terminate()


@pytest.fixture(scope="module")
def routes(environment: dict[str, str]) -> list[str]:
    command = [sys.executable, "-W", "ignore", "-c", ROUTES]
    run = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    found: list[str] = json.loads(run.stdout)
    return found


def _is_up(port: int) -> bool:
    try:
        return ask(port, "/healthz")[0] == 200
    except OSError:
        return False


def ask(
    port: int, path: str, method: str = "GET", headers: dict[str, str] | None = None
) -> tuple[int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request(method, path, headers=headers or {})
        answer = connection.getresponse()
        body = b"" if answer.status == 101 else answer.read()
        return answer.status, answer.headers, body
    finally:
        connection.close()


def _headers(port: int, path: str) -> list[str]:
    return [name.lower() for name in ask(port, path)[1]]


def filled(route: str) -> str:
    """A route with something in the place of its parameters."""
    return "/".join("x" if part.startswith("{") else part for part in (route or "/").split("/"))


def test_every_answer_carries_the_headers(port: int, routes: list[str]) -> None:
    wanted = {name.lower() for name in HEADERS}

    bare = [route for route in routes if wanted - {*_headers(port, filled(route))}]

    assert len(routes) > 10
    assert bare == []


def test_what_streamlit_tells_of_itself_is_closed(port: int, routes: list[str]) -> None:
    telling = [route for route in routes if "metrics" in route or "agent" in route]
    own = "/metrics"

    statuses = {
        (route, method): ask(port, filled(route), method)[0]
        for route in telling
        if route != own
        for method in ("GET", "POST", "OPTIONS")
    }

    assert len(telling) >= 4
    assert set(statuses.values()) == {404}


@pytest.mark.parametrize("path", ["/", "/uitgaven", "/static/x.js", "/media/x", "/healthz"])
def test_a_foreign_host_gets_nothing(port: int, path: str) -> None:
    status, _, body = ask(port, path, headers={"Host": "elders.example"})

    assert (status, body) == (400, b"Onbekend adres.")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://elders.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Origin": "http://elders.example", "Host": "elders.example"},
    ],
    ids=["no origin", "foreign", "opaque", "another port", "a name that was bent to us"],
)
def test_a_websocket_from_elsewhere_is_refused(port: int, headers: dict[str, str]) -> None:
    status, _, _ = ask(port, "/_stcore/stream", headers={**UPGRADE, **headers})

    assert status == 403


def test_a_websocket_of_our_own_page_is_let_in(port: int) -> None:
    own = {"Origin": f"http://127.0.0.1:{port}"}

    status, _, _ = ask(port, "/_stcore/stream", headers={**UPGRADE, **own})

    assert status == 101


@pytest.mark.parametrize("path", ["/", "/uitgaven", "/wijkprofiel?presenteer=1"])
def test_a_page_is_dutch_and_has_no_script_inside(port: int, path: str) -> None:
    status, headers, body = ask(port, path, headers={"Accept-Encoding": "gzip"})

    assert status == 200
    assert b'<html lang="nl">' in body
    assert b"<script>" not in body
    assert int(headers["content-length"]) == len(body)


def test_the_server_tells_how_it_is_doing(port: int) -> None:
    _, _, health = ask(port, "/healthz")
    _, _, metrics = ask(port, "/metrics")

    said = json.loads(health)
    assert said["status"] == "ok"
    assert {naam for naam, controle in said["controles"].items() if controle["goed"]} == CHECKS
    assert b"\nsdash_in_inbox 0\n" in metrics
    assert b"\nsdash_sessies 0\n" in metrics
