"""The data folder: where everything stands, for the owner only, and for one opener at a time."""

import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

OWNER_ONLY: Final = 0o077
REPORT: Final = ".rapport.json"
"""The ending of the report beside a refused file."""


class FolderBusy(Exception):
    """Another process has the data folder open."""


@dataclass(frozen=True)
class DataFolder:
    """The names inside one data folder."""

    root: Path

    @property
    def inbox(self) -> Path:
        return self.root / "inbox"

    @property
    def afgekeurd(self) -> Path:
        return self.root / "afgekeurd"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def socket(self) -> Path:
        return self.root / "sdash.sock"

    @property
    def lock(self) -> Path:
        return self.root / "sdash.lock"

    def waiting(self) -> dict[str, int]:
        """How many files wait in the inbox, and how many refused ones are kept."""
        return {
            "in_inbox": _count(self.inbox),
            "afgekeurde_bestanden": _count(self.afgekeurd) - _count(self.afgekeurd, REPORT),
        }

    def create(self) -> Self:
        """Make the folder and its parts, and take away what others may do with them."""
        os.umask(OWNER_ONLY)
        for part in (self.root, self.inbox, self.afgekeurd, self.root / "archief", self.logs):
            part.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.chmod(0o700)
        return self


def _count(folder: Path, ending: str = "") -> int:
    if not folder.is_dir():
        return 0
    names = [path.name for path in folder.iterdir()]
    return sum(name.endswith(ending) and not name.startswith(".") for name in names)


class FolderLock:
    """The lock on a data folder. The system lets go of it when its holder ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if sys.platform == "win32":
                msvcrt.locking(self._file, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._file)
            raise FolderBusy from None

    def release(self) -> None:
        """Let the next opener in; doing so twice is harmless."""
        with contextlib.suppress(OSError):
            os.close(self._file)
        self._file = -1
