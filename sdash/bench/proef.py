"""A server of our own on a generated municipality, in a process that ends with the measurement."""

import os
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sdash.bench.gemeente import ROOT, SEED, SLEUTEL, gemeente
from sdash.bench.keuze import Keuze
from sdash.bench.machine import PROC
from sdash.service.control import CommandFailed, CommandRefused
from sdash.settings import demo_key_file
from sdash.simulate import Bericht, generate

PAGINAS: Final = ("uitgaven", "", "caseload", "wijkprofiel", "gegevens")
"""The pages by their address."""
MB: Final = 1024**2
PATIENCE: Final = 120.0
LOOK: Final = 0.005
A_REST: Final = 0.5
IDLE: Final = 0.1
"""A server of which this part of a rest is work has nothing else to do."""
BEFORE_KILLING: Final = 20.0
A_LINE: Final = b"Prestatie>"


@dataclass(frozen=True)
class Proef:
    """A running server: where it answers, what it reads, and which process it is."""

    url: str
    data: Path
    pid: int

    def stuur(self, bericht: Bericht) -> None:
        """Put a message in the inbox as others do: written elsewhere, then renamed."""
        draft = self.data / f".{bericht.name}"
        draft.write_bytes(bericht.inhoud)
        draft.replace(self.data / "inbox" / bericht.name)

    def neem_op(self, bericht: Bericht) -> None:
        """Send a message, and wait until the server knows it."""
        before, pause = self.stand("versie"), threading.Event()
        self.stuur(bericht)
        for _ in range(int(PATIENCE / LOOK)):
            if self.stand("versie") != before:
                return
            pause.wait(LOOK)
        raise CommandFailed("De server las een bericht niet binnen twee minuten.")

    def stand(self, name: str) -> int:
        """One of the gauges of the server."""
        lines = _get(f"{self.url}/metrics").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(f"sdash_{name} "))

    def cpu(self) -> float:
        """The seconds of processor time that the server took so far, with its reading process."""
        return cpu_of(self.pid)

    def geheugen(self) -> float:
        """Its resident memory in MB, with that of its reading process."""
        pages = sum(int(fields[21]) for fields in _family(self.pid).values())
        return pages * os.sysconf("SC_PAGE_SIZE") / MB

    def draden(self) -> int:
        """How many threads the server has."""
        return sum(1 for _ in (PROC / str(self.pid) / "task").iterdir())


@contextmanager
def draaiend(keuze: Keuze, naam: str = "proef") -> Iterator[Proef]:
    """A server on a copy of the chosen municipality; it is gone at the end, whatever happens."""
    _check_system()
    folder = gemeente(keuze, naam).data
    (folder / "instellingen.toml").write_text("demo = true\n", "utf-8")
    demo_key_file(folder).write_bytes(SLEUTEL.get_secret_value())
    port = free_port()
    command = ["-m", "sdash", "serve", "--data", str(folder), "--port", str(port)]
    with process(command, port, keuze.werkmap / f"{naam}.log") as pid:
        _settle(pid)
        yield Proef(f"http://127.0.0.1:{port}", folder, pid)


@contextmanager
def process(
    command: list[str],
    port: int,
    log: Path,
    *,
    python: str = sys.executable,
    begin: str = "_stcore/health",
) -> Iterator[int]:
    """A Python process that answers at `begin` on a port, until the end of the block."""
    with (
        log.open("wb") as said,
        subprocess.Popen(
            [python, *command], cwd=ROOT, stdout=said, stderr=said, start_new_session=True
        ) as server,
    ):
        try:
            _wait(server, f"http://127.0.0.1:{port}/{begin}")
            yield server.pid
        finally:
            server.terminate()
            with suppress(subprocess.TimeoutExpired):
                server.wait(BEFORE_KILLING)
            server.kill()


def declaraties(keuze: Keuze, maanden: int = 20) -> list[Bericht]:
    """Messages with declaration lines of another stream of people, the newest first."""
    clients, months = (60, 4) if keuze.kort else (1_630, maanden)
    stream = generate(SEED + 1, clients, months, errors=False)
    return [b for b in stream if "323_" in b.name and regels(b)][::-1]


def regels(bericht: Bericht) -> int:
    """How many declaration lines a message has."""
    return bericht.inhoud.count(A_LINE) // 2


def cpu_of(pid: int) -> float:
    """The seconds of processor time of a process, with that of the processes that it started."""
    ticks = sum(sum(map(int, fields[11:13])) for fields in _family(pid).values())
    return ticks / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: subprocess.Popen[bytes], url: str) -> None:
    pause = threading.Event()
    for _ in range(int(PATIENCE / 0.1)):
        if server.poll() is not None:
            break
        with suppress(OSError):
            _get(url)
            return
        pause.wait(0.1)
    raise CommandFailed("De server van de meting begon niet; zijn log staat bij de meting.")


def _settle(pid: int) -> None:
    """Wait until it has worked out what it works out once, such as the forecast."""
    pause = threading.Event()
    for _ in range(int(PATIENCE / A_REST)):
        before = cpu_of(pid)
        pause.wait(A_REST)
        if cpu_of(pid) - before < A_REST * IDLE:
            return
    raise CommandFailed("De server van de meting bleef twee minuten aan het werk.")


def _get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310  (our own)
        return str(answer.read().decode())


def _family(pid: int) -> dict[int, list[str]]:
    """The figures of a process and of the processes that it started."""
    found: dict[int, list[str]] = {}
    for path in PROC.glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            if pid in {int(path.parent.name), int(fields[1])}:
                found[int(path.parent.name)] = fields
    return found


def _check_system() -> None:
    if not (PROC / "self" / "stat").exists():
        raise CommandRefused("Deze meting ziet alleen op Linux wat een server gebruikt.")
