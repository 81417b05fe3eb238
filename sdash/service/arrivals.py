"""Which files in a folder are complete: renamed into place, or unchanged for a second."""

import contextlib
import ctypes
import os
import select
import stat
import struct
import sys
import threading
import time
from pathlib import Path
from typing import Final

QUIET_SECONDS: Final = 1.0
LOOK_SECONDS: Final = 0.1
IN_MOVED_TO: Final = 0x80
EVENT: Final = struct.Struct("iIII")
READ_BYTES: Final = 1 << 16


class Renames:
    """The names of files that were renamed into a folder, as Linux tells them.

    Only the kernel knows a rename from a write that goes on, and a message should not wait out the
    quiet second. Where there is no inotify (another system, a network disk) nothing is told, and
    every file waits that second.
    """

    def __init__(self, folder: Path) -> None:
        self._file = -1
        if sys.platform == "linux":
            libc = ctypes.CDLL(None, use_errno=True)
            self._file = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
            if self._file >= 0:
                libc.inotify_add_watch(self._file, os.fsencode(folder), IN_MOVED_TO)

    def wait(self, seconds: float, stop: threading.Event) -> set[str]:
        """The names told since the last call, after waiting at most some seconds for the first."""
        if self._file < 0:
            stop.wait(seconds)
            return set()
        if not select.select([self._file], [], [], seconds)[0]:
            return set()
        return set(_names(os.read(self._file, READ_BYTES)))

    def close(self) -> None:
        """Stop listening; doing so twice is harmless."""
        with contextlib.suppress(OSError):
            os.close(self._file)
        self._file = -1


def _names(events: bytes) -> list[str]:
    names = []
    position = 0
    while position < len(events):
        _, _, _, length = EVENT.unpack_from(events, position)
        position += EVENT.size
        names.append(os.fsdecode(events[position : position + length].rstrip(b"\0")))
        position += length
    return names


Shape = tuple[int, int, int]


def shape(found: os.stat_result) -> Shape:
    """What stays the same as long as nobody writes to a file or puts another in its place."""
    return found.st_ino, found.st_size, found.st_mtime_ns


class Arrivals:
    """The complete files of a folder, oldest first; names with a dot in front do not count."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._renames = Renames(folder)
        self._renamed: set[str] = set()
        self._seen: dict[str, tuple[Shape, float]] = {}

    def wait(self, stop: threading.Event) -> list[Path]:
        """Look once, after waiting a moment for the kernel to tell of a rename."""
        self._renamed |= self._renames.wait(LOOK_SECONDS, stop)
        moment = time.monotonic()
        seen: dict[str, tuple[Shape, float]] = {}
        complete: list[tuple[int, str]] = []
        with os.scandir(self._folder) as entries:
            for entry in entries:
                found = _stat(entry)
                if found is None:
                    continue
                since = self._since(entry.name, shape(found), moment)
                seen[entry.name] = (shape(found), since)
                if entry.name in self._renamed or moment - since >= QUIET_SECONDS:
                    complete.append((found.st_mtime_ns, entry.name))
        self._seen = seen
        self._renamed.clear()
        return [self._folder / name for _, name in sorted(complete)]

    def _since(self, name: str, now: Shape, moment: float) -> float:
        before, since = self._seen.get(name, (None, moment))
        return since if before == now else moment

    def close(self) -> None:
        """Stop listening."""
        self._renames.close()


def _stat(entry: os.DirEntry[str]) -> os.stat_result | None:
    """What an entry is; None for what is no business of the inbox, or gone again."""
    if entry.name.startswith("."):
        return None
    try:
        found = entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None
    return None if stat.S_ISDIR(found.st_mode) else found
