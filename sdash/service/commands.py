"""What a command line may ask of a data folder: of a server that has it open, or else of itself."""

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Protocol

from sdash.domain import Rol
from sdash.service.control import CommandRefused, Handler, NoServer, Progress, Remote
from sdash.service.folder import DataFolder, FolderBusy, FolderLock
from sdash.service.receipt import Ontvangst
from sdash.service.service import SMALL_GROUP, Line, Service
from sdash.settings import Settings

SECONDS_BETWEEN_TRIES: Final = 0.1


class Commands(Protocol):
    """The commands, with answers as they go into JSON."""

    def ingest(
        self, paths: Sequence[Path], ontvangst: Ontvangst, progress: Progress
    ) -> list[Line]: ...

    def query(
        self, name: str, parameters: Mapping[str, str], rol: Rol, as_of: str | None
    ) -> list[Line]: ...

    def retract(self, asked: str, reden: str) -> list[Line]: ...

    def note(self, rol: Rol, said: Mapping[str, str | None]) -> list[Line]: ...

    def status(self) -> list[Line]: ...

    def rebuild(self) -> list[Line]: ...


class RemoteCommands:
    """The commands through the socket of a server."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._ask("ping", {})

    def ingest(self, paths: Sequence[Path], ontvangst: Ontvangst, progress: Progress) -> list[Line]:
        """Have files and folders read."""
        arguments = {
            "paden": [str(path.absolute()) for path in paths],
            "ontvangst": ontvangst.model_dump(mode="json"),
        }
        return self._ask("ingest", arguments, progress)

    def query(
        self, name: str, parameters: Mapping[str, str], rol: Rol, as_of: str | None
    ) -> list[Line]:
        """Ask a query, as of now or of a past day or moment."""
        arguments = {"naam": name, "parameters": {**parameters}, "rol": rol, "per": as_of}
        return self._ask("query", arguments)

    def retract(self, asked: str, reden: str) -> list[Line]:
        """Have one delivery taken out of all figures."""
        return self._ask("retract", {"levering": asked, "reden": reden})

    def note(self, rol: Rol, said: Mapping[str, str | None]) -> list[Line]:
        """Have a note to a signal kept."""
        return self._ask("note", {"rol": rol, "notitie": {**said}})

    def status(self) -> list[Line]:
        """Ask what is in."""
        return self._ask("status", {})

    def rebuild(self) -> list[Line]:
        """Have the warehouse made again from the archive."""
        return self._ask("rebuild", {})

    def archive(self) -> list[str]:
        """Ask which files the archive has now."""
        names: list[str] = Remote(self._socket).ask("archive", {}, lambda *_: None)
        return names

    def _ask(
        self, command: str, arguments: dict[str, Any], progress: Progress = lambda *_: None
    ) -> list[Line]:
        answer: list[Line] = Remote(self._socket).ask(command, arguments, progress)
        return answer


def handler(service: Service) -> Handler:
    """What a server does with a command from its socket."""

    def ingest(arguments: dict[str, Any], progress: Progress) -> list[Line]:
        paths = [Path(path) for path in arguments["paden"]]
        ontvangst = Ontvangst.model_validate(arguments["ontvangst"])
        return service.ingest(paths, ontvangst, progress, SMALL_GROUP)

    def query(arguments: dict[str, Any], _progress: Progress) -> list[Line]:
        of = arguments["parameters"], Rol(arguments["rol"]), arguments["per"]
        return service.query(arguments["naam"], *of)

    def retract(arguments: dict[str, Any], _progress: Progress) -> list[Line]:
        return service.retract(arguments["levering"], arguments["reden"])

    def note(arguments: dict[str, Any], _progress: Progress) -> list[Line]:
        return service.note(Rol(arguments["rol"]), arguments["notitie"])

    known: dict[str, Callable[[dict[str, Any], Progress], list[Line] | list[str]]] = {
        "ping": lambda *_: [],
        "ingest": ingest,
        "query": query,
        "retract": retract,
        "note": note,
        "status": lambda *_: service.status(),
        "archive": lambda *_: service.archive(),
        "rebuild": lambda *_: service.rebuild(),
    }

    def handle(
        command: str, arguments: dict[str, Any], progress: Progress
    ) -> list[Line] | list[str]:
        if command not in known:
            raise CommandRefused(f"De server kent de opdracht {command} niet.")
        return known[command](arguments, progress)

    return handle


@contextlib.contextmanager
def open_commands(data: Path | None, waiting: Callable[[], None]) -> Iterator[Commands]:
    """The commands of a data folder, as soon as it is free or a server answers.

    Only who opens the warehouse itself needs the key. `waiting` is called once, when another
    process has the folder and is no server.
    """
    folder = DataFolder(Settings.load(data, with_key=False).data)
    for attempt in _attempts():
        if remote := _server_of(folder):
            yield remote
            return
        try:
            service = Service(Settings.load(data))
        except FolderBusy:
            if attempt == 0:
                waiting()
            continue
        with contextlib.closing(service):
            yield service
        return


@contextlib.contextmanager
def open_archive(settings: Settings, waiting: Callable[[], None]) -> Iterator[list[str]]:
    """The files of an archive, which nobody changes meanwhile; the warehouse stays shut.

    A server only says which they are: it may be allowed to write in its own folder only.
    """
    folder = DataFolder(settings.data)
    if not folder.archief.is_dir():
        raise CommandRefused(f"In {folder.root} staan geen gegevens van sdash.")
    for attempt in _attempts():
        if remote := _server_of(folder):
            yield remote.archive()
            return
        try:
            lock = FolderLock(folder.lock)
        except FolderBusy:
            if attempt == 0:
                waiting()
            continue
        try:
            yield folder.archived()
        finally:
            lock.release()
        return


def has_server(data: Path) -> bool:
    """Whether a server has a data folder open."""
    return _server_of(DataFolder(data)) is not None


def _server_of(folder: DataFolder) -> RemoteCommands | None:
    try:
        return RemoteCommands(folder.socket)
    except NoServer:
        return None


def _attempts() -> Iterator[int]:
    pause = threading.Event()
    attempt = 0
    while True:
        yield attempt
        attempt += 1
        pause.wait(SECONDS_BETWEEN_TRIES)
