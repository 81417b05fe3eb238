"""The socket in the data folder: how a command reaches the server that has the folder open.

JSON in both directions, never pickle. A request is one message; the answer is any number of
messages of progress and then the result, or the reason why there is none.
"""

import contextlib
import hashlib
import json
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import Any, Final

Progress = Callable[[int, int], None]
Handler = Callable[[str, dict[str, Any], Progress], Any]

log = logging.getLogger(__name__)
FD_FOLDER: Final = Path("/proc/self/fd")
FAMILY: Final = "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"


class CommandRefused(Exception):
    """A command can't be done as it was asked; the message says why in plain Dutch."""


class CommandFailed(Exception):
    """A command went wrong at the server, or the server went away while it worked on it."""


class NoServer(Exception):
    """No server answers on the socket."""


@contextlib.contextmanager
def _address(path: Path) -> Iterator[str]:
    """An address for a socket at any path; the system itself takes about a hundred characters."""
    if sys.platform == "win32":
        yield rf"\\.\pipe\sdash-{hashlib.sha256(str(path).encode()).hexdigest()}"
    elif FD_FOLDER.is_dir():
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            yield str(FD_FOLDER / str(folder) / path.name)
        finally:
            os.close(folder)
    else:
        yield str(path)


class ControlServer:
    """Answers commands on the socket, each connection in a thread of its own."""

    def __init__(self, path: Path, handler: Handler) -> None:
        self._path = path
        self._handler = handler
        self._stopping = False
        with contextlib.ExitStack() as opened:
            address = opened.enter_context(_address(path))
            path.unlink(missing_ok=True)  # of a server that was killed: who has the lock is alone
            self._listener = opened.enter_context(Listener(address, FAMILY))
            if path.exists():
                path.chmod(0o600)
            self._opened = opened.pop_all()
        self._thread = threading.Thread(target=self._serve, name="sdash-opdrachten", daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while not self._stopping:
            try:
                connection = self._listener.accept()
            except OSError:
                log.exception("Een verbinding voor een opdracht is mislukt.")
                continue
            if self._stopping:
                connection.close()
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: Connection) -> None:
        def progress(done: int, total: int) -> None:
            _send(connection, {"voortgang": [done, total]})

        with connection:
            try:
                _send(connection, self._outcome(json.loads(connection.recv_bytes()), progress))
            except (EOFError, OSError):
                log.info("Een opdrachtgever ging weg voor zijn antwoord klaar was.")
            except ValueError:
                log.warning("Een opdracht was niet te lezen.")

    def _outcome(self, request: dict[str, Any], progress: Progress) -> dict[str, Any]:
        try:
            return {"antwoord": self._handler(request["opdracht"], request["argumenten"], progress)}
        except CommandRefused as refused:
            return {"geweigerd": str(refused)}
        except CommandFailed as failed:
            return {"mislukt": str(failed)}
        except BrokenPipeError:
            raise
        except Exception as error:
            # The server outlives any command; its asker hears what kind of thing went wrong.
            log.exception("Een opdracht is mislukt.")
            return {
                "mislukt": f"Dit ging mis bij de server ({type(error).__name__}); zie zijn log."
            }

    def close(self) -> None:
        """Take no more commands, and remove the socket."""
        self._stopping = True
        with contextlib.suppress(OSError), _connect(self._path):
            pass  # wakes the thread that waits for a connection
        self._thread.join()
        self._opened.close()


def _send(connection: Connection, message: dict[str, Any]) -> None:
    connection.send_bytes(json.dumps(message).encode())


def _connect(path: Path) -> Connection:
    with _address(path) as address:
        return Client(address, FAMILY)


class Remote:
    """The other end: hands one command to the server, and gives its progress and answer back."""

    def __init__(self, path: Path) -> None:
        try:
            self._connection = _connect(path)
        except OSError:
            raise NoServer from None

    def ask(self, command: str, arguments: dict[str, Any], progress: Progress) -> Any:  # noqa: ANN401  (any JSON)
        """Ask one command, and wait for its answer."""
        with self._connection as connection:
            try:
                _send(connection, {"opdracht": command, "argumenten": arguments})
                while "voortgang" in (message := json.loads(connection.recv_bytes())):
                    progress(*message["voortgang"])
            except (EOFError, OSError):
                raise CommandFailed("De server is gestopt voor de opdracht klaar was.") from None
        if "geweigerd" in message:
            raise CommandRefused(message["geweigerd"])
        if "mislukt" in message:
            raise CommandFailed(message["mislukt"])
        return message["antwoord"]
