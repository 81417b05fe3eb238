"""The seal of a warehouse file: the bytes that it had when all of it was on disk and at rest.

DuckDB's own checksums let some damage pass: two words that change places, or an emptied block in
its log, give other figures and no error. So a file counts as sound only while it has the bytes of
its seal. Between two seals commits go to the log alone, and the archive has them all; after a crash
the log is not needed.
"""

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Self

from sdash.warehouse.archive import sync_folder

CHUNK: Final = 1 << 22


@dataclass(frozen=True)
class Seal:
    """The bytes of a file as a hash, its last delivery, and the archive up to that delivery."""

    bytes: int
    sha256: str
    versie: int
    archief: str

    @classmethod
    def of(cls, path: Path) -> Self | None:
        """The seal of a file, or None when it has none."""
        try:
            return cls(**json.loads(_beside(path).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def holds(self, path: Path) -> bool:
        """Whether the file still has the same bytes."""
        if not path.is_file() or path.stat().st_size != self.bytes:
            return False
        with path.open("rb", buffering=0) as file:
            return _sha256(file.fileno()) == self.sha256


def seal(path: Path, file: int, versie: int, archief: str) -> None:
    """Seal a file that is open for reading; its seal is durable before this returns."""
    made = Seal(os.fstat(file).st_size, _sha256(file), versie, archief)
    draft = path.with_name(f".{path.name}.zegel")
    with draft.open("w", encoding="utf-8") as text:
        json.dump(asdict(made), text)
        text.flush()
        os.fsync(text.fileno())
    draft.replace(_beside(path))
    sync_folder(path.parent)


def unseal(path: Path) -> None:
    """Take the seal off."""
    _beside(path).unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.zegel")


def _sha256(file: int) -> str:
    found = hashlib.sha256()
    place = 0
    while part := _read(file, place):
        found.update(part)
        place += len(part)
    return found.hexdigest()


def _read(file: int, place: int) -> bytes:
    os.lseek(file, place, os.SEEK_SET)
    return os.read(file, CHUNK)
