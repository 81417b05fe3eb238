"""Starts the server: Streamlit on `app.py`, in this process, on this machine only."""

import argparse
import importlib.util
import ipaddress
import socket
import sys
import threading
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Sequence
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from types import ModuleType
from typing import Final

from sdash import logs
from sdash.service.commands import has_server
from sdash.service.control import CommandRefused
from sdash.service.folder import DataFolder, FolderBusy
from sdash.service.service import Service
from sdash.settings import Settings, has_screen, use_data_folder

APP: Final = Path(__file__).resolve().parents[2] / "app.py"
SECONDS_BETWEEN_TRIES: Final = 0.2
SECONDS_A_TRY: Final = 2.0


def serve(chosen: argparse.Namespace) -> int:
    """Show the pages until the server is stopped."""
    settings = Settings.load(chosen.data)
    check(settings.data, chosen.host, chosen.port)
    with ExitStack() as stack:
        stack.callback(logs.show())
        _check_opens(settings)
        use_data_folder(settings.data)
        _tell_when_ready(f"http://{chosen.host}:{chosen.port}")
        return _run(chosen.host, chosen.port, settings.adressen)


def check(data: Path, host: str, port: int) -> None:
    """Refuse at once what would go wrong later."""
    _check_loopback(host)
    if has_server(data):
        raise CommandRefused(f"Er draait al een server voor {data}.")
    _check_free(host, port)


def _check_loopback(host: str) -> None:
    """Without a login only this machine may look; a proxy on it can let others in."""
    with suppress(ValueError):
        if host == "localhost" or ipaddress.ip_address(host).is_loopback:
            return
    raise CommandRefused(f"sdash luistert alleen op deze machine; {host} wordt geweigerd.")


def _check_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            message = f"Poort {port} is bezet of niet toegestaan; kies met --port een andere."
            raise CommandRefused(message) from None


def _check_opens(settings: Settings) -> None:
    """Open and close the data folder: from within the server the reason comes below a traceback."""
    with ExitStack() as stack:
        stack.callback(logs.start(DataFolder(settings.data).create().logs))
        with suppress(FolderBusy), closing(Service(settings)):
            pass  # who is busy in it may finish while the server starts


def _tell_when_ready(address: str) -> None:
    """Print the address once the server answers, and open a browser where there is one."""

    def wait() -> None:
        pause = threading.Event()
        while not pause.wait(SECONDS_BETWEEN_TRIES) and not _answers(f"{address}/healthz"):
            pass
        sys.stdout.write(f"sdash staat klaar op {address} (stoppen met Ctrl+C)\n")
        sys.stdout.flush()
        if has_screen():
            webbrowser.open(address)

    threading.Thread(target=wait, name="sdash-klaar", daemon=True).start()


def _answers(address: str) -> bool:
    """Whether a server answers at all; what is wrong with it, it says itself."""
    try:
        urllib.request.urlopen(address, timeout=SECONDS_A_TRY).close()  # noqa: S310  (our own)
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def _run(host: str, port: int, adressen: Sequence[str]) -> int:
    """What `streamlit run app.py` does, in this process, until someone stops it."""
    sys.argv = [str(APP)]
    settings = {
        "server.address": host,
        "server.port": port,
        "server.headless": True,
        "logger.hideWelcomeMessage": True,
        "server.allowedHosts": [*adressen],
    }
    with suppress(KeyboardInterrupt):
        _load(APP).app.run(config=settings)
    return 0


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise CommandRefused(f"{path.name} is er niet; sdash is niet volledig.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module
