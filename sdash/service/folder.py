"""The data folder: where everything stands, for the owner only, and for one opener at a time."""

import contextlib
import errno
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
HERSTEL: Final = ".herstel"
"""Where a restore puts its files until all of them are there."""
WHY_NOT: Final = {
    **dict.fromkeys((errno.EACCES, errno.EPERM), "de rechten staan dat niet toe"),
    **dict.fromkeys((errno.ENOTDIR, errno.EEXIST), "dat is geen map"),
    errno.EROFS: "die is alleen-lezen",
    errno.ENOSPC: "de schijf is vol",
}
"""Why a folder or what is in it cannot be written, by the number of the system's error."""
TEXTS: Final = ("instellingen.toml", "koppelingen/*.toml")


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

    @property
    def archief(self) -> Path:
        return self.root / "archief"

    @property
    def laatste_backup(self) -> Path:
        return self.root / "laatste_backup.json"

    @property
    def herstel(self) -> Path:
        return self.root / HERSTEL

    def is_half_restored(self) -> bool:
        """Whether a restore was broken off, so that part of the archive is not in its place."""
        return self.herstel.is_dir() and any(self.herstel.iterdir())

    def archived(self) -> list[str]:
        """The files of the archive, by their path in the folder."""
        found = (path for path in self.archief.rglob("*.parquet") if path.is_file())
        return sorted(path.relative_to(self.root).as_posix() for path in found)

    def texts(self) -> dict[str, str]:
        """The settings and what else was written by hand, by their path in the folder."""
        found = (path for pattern in TEXTS for path in self.root.glob(pattern) if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_text("utf-8") for path in found}

    def waiting(self) -> dict[str, int]:
        """How many files wait in the inbox, and how many refused ones are kept."""
        return {
            "in_inbox": _count(self.inbox),
            "afgekeurde_bestanden": _count(self.afgekeurd) - _count(self.afgekeurd, REPORT),
        }

    def create(self) -> Self:
        """Make the folder and its parts, and take away what others may do with them."""
        os.umask(OWNER_ONLY)
        for part in (self.root, self.inbox, self.afgekeurd, self.archief, self.logs):
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
