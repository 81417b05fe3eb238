"""A real server on the sample municipality, and a real browser that tells what it saw."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from socket import socket
from threading import Event
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# Nothing but what the pages ask for: no updates, no telemetry, no shared memory of a container.
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE_MS = 30_000

expect.set_options(timeout=PATIENCE_MS)


@dataclass(frozen=True)
class Server:
    """A running sdash: where it listens, and the folder that it reads."""

    url: str
    data: Path

    def receive(self, name: str, content: bytes) -> None:
        """Put a message in the inbox as others do: written elsewhere, then renamed."""
        draft = self.data.parent / name
        draft.write_bytes(content)
        draft.replace(self.data / "inbox" / name)


@dataclass
class Visit:
    """A page, with what went wrong on it and whom it called."""

    page: Page
    host: str
    errors: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def open(self, address: str) -> Page:
        """Go to an address on the server and wait until the page stands still."""
        self.page.goto(f"{self.host}/{address}")
        return self.still()

    def still(self) -> Page:
        """Wait until the script has run, with a title on the page."""
        self.page.get_by_role("heading").first.wait_for()
        self.page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
        return self.page

    def hears(self, said: ConsoleMessage) -> None:
        """Keep what the browser calls an error.

        On a page's own address Streamlit first looks for its server below that address, and then
        where it is: the first look is no error of ours.
        """
        is_first_look = "/_stcore/" in urlsplit(said.location["url"]).path[1:]
        if said.type == "error" and not is_first_look:
            self.errors.append(said.text)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The demo with a short history, without its stream."""
    folder, port = tmp_path_factory.mktemp("browser"), free_port()
    served = Server(f"http://127.0.0.1:{port}", folder / "demo")
    command = [sys.executable, "-m", "sdash", "demo", "--klein", "--geen-stroom"]
    command += ["--port", str(port), "--data", str(served.data)]
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
        try:
            wait_until_healthy(served.url, process)
            yield served
        finally:
            process.terminate()
            process.wait(timeout=30)


def wait_until_healthy(url: str, process: subprocess.Popen[bytes]) -> None:
    """Ask for the health of a starting server until it answers, or has ended."""
    pause = Event()
    for _ in range(600):
        assert process.poll() is None, "the server ended; its log is beside its data folder"
        with suppress(OSError), urlopen(f"{url}/healthz", timeout=5):  # noqa: S310  (our own)
            return
        pause.wait(0.2)
    raise AssertionError("the server did not become healthy within two minutes")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine, started once."""
    names = [os.environ.get("SDASH_CHROMIUM", ""), *BROWSERS]
    program = next(filter(None, map(shutil.which, filter(None, names))), None)
    assert program, "these tests need Chromium; make test says how to install it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, server: Server) -> Iterator[Visit]:
    """A new visitor with a page of 1280 by 800."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="en-US")
    context.set_default_timeout(PATIENCE_MS)
    visit = Visit(context.new_page(), server.url)
    visit.page.on("console", visit.hears)
    visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
    visit.page.on("request", lambda request: visit.hosts.add(urlsplit(request.url).netloc))
    yield visit
    context.close()
