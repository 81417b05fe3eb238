"""A child process that only reads: what a hostile file breaks is this, and it is replaced."""

import contextlib
import pickle
import subprocess
import sys
import threading
from collections.abc import Generator, Iterable
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self, cast

from sdash.ingest.read import safe_name, unreadable
from sdash.ingest.reading import Reading
from sdash.settings import Settings

SECONDS_A_FILE: Final = 120.0
AHEAD: Final = 32
"""How many files the child may read before their readings are taken."""

BROKEN_OFF: Final = "Het lezen van dit bestand is afgebroken: het duurde te lang of is te groot."


class ReadingStopped(OSError):
    """sdash stops: what was being read is not to blame, and is read again at the next start."""


class Reader:
    """Reads files in a long-lived child process with limits on memory and time."""

    def __init__(self, settings: Settings, *, seconds_a_file: float = SECONDS_A_FILE) -> None:
        self._settings = settings
        self._seconds = seconds_a_file
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._is_abandoned = False
        self._reads = 0
        self._again = False

    def read(self, path: Path) -> Reading:
        """Read one file."""
        return next(self.read_all([path]))

    def read_all(self, paths: Iterable[Path]) -> Generator[Reading, None, None]:
        """Read files in order, a few ahead of the caller.

        A file on which the child dies or takes too long gives a Reading that says so; one on which
        it dies after it read others is given to a new child first, for they may have caused it.
        Raises ReadingStopped once the reader is abandoned.
        """
        with self._lock:
            self._replace_dead()
            todo = list(paths)
            asked = answered = 0
            try:
                while answered < len(todo):
                    while asked < min(len(todo), answered + AHEAD):
                        self._ask(todo[asked])
                        asked += 1
                    reading = self._answer()
                    if reading is None:
                        self._check_wanted()
                    if reading is None and self._again:
                        asked = answered
                        continue
                    if reading is None:
                        asked = answered + 1
                        reading = unreadable(safe_name(todo[answered].name), BROKEN_OFF)
                    answered += 1
                    yield reading
            finally:
                if asked > answered:  # whoever stops early may not get these answers later
                    self.close()

    def start(self) -> None:
        """Start the child process now, so that the first file does not wait for it."""
        with self._lock:
            self._replace_dead()
            self._pipes()

    def is_able(self) -> bool:
        """Whether the next file can be read: the child lives, or has still to be started."""
        child = self._child
        return child is None or child.poll() is None

    def abandon(self) -> None:
        """Break off whatever is being read, and read nothing any more; any thread may ask this."""
        self._is_abandoned = True
        child = self._child
        if child is not None:
            child.kill()

    def close(self) -> None:
        """End the child process."""
        if self._child is not None:
            self._child.kill()
            for pipe in (self._child.stdin, self._child.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):  # what it was not sent yet, it won't miss
                        pipe.close()
            self._child.wait()
            self._child = None
            self._reads = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _check_wanted(self) -> None:
        if self._is_abandoned:
            raise ReadingStopped

    def _replace_dead(self) -> None:
        """Take leave of a child that died between two files, so that none of them pays for it."""
        if not self.is_able():
            self.close()

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._child is None:
            command = [sys.executable, "-m", "sdash.ingest.child"]
            pipe = subprocess.PIPE
            self._child = subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=_root())
            self._check_wanted()
            pickle.dump(self._settings, cast("IO[bytes]", self._child.stdin))
        return cast("IO[bytes]", self._child.stdin), cast("IO[bytes]", self._child.stdout)

    def _ask(self, path: Path) -> None:
        to_child, _ = self._pipes()
        try:
            pickle.dump(path.absolute(), to_child)
            to_child.flush()
        except OSError:
            return  # the child is gone; the next answer says so

    def _answer(self) -> Reading | None:
        _, from_child = self._pipes()
        child = self._child
        timer = threading.Timer(self._seconds, child.kill if child else lambda: None)
        timer.start()
        try:
            reading = cast("Reading", pickle.load(from_child))  # noqa: S301  (our own child's answer)
        except (EOFError, OSError, pickle.UnpicklingError):
            self._again = self._reads > 0 and not timer.finished.is_set()
            self.close()
            return None
        else:
            self._reads += 1
            return reading
        finally:
            timer.cancel()


def _root() -> Path:
    return Path(__file__).resolve().parents[2]
