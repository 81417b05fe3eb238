"""What a backup consists of: its files with their hashes, and the settings themselves."""

import hashlib
import os
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Final, Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from sdash.service.control import CommandRefused

MANIFEST: Final = "manifest.json"
DRAFT: Final = ".deel"
"""The ending of what is still being written."""
BLOCK: Final = 1 << 20


class Bewaard(BaseModel):
    """One file of a backup."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    bytes: int
    sha256: str


class Manifest(BaseModel):
    """A whole backup: what it lists is there, what it does not list is no part of it.

    The settings stand in it as text, since they change: so one rename makes a backup the next one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    vorm: Literal[1] = 1
    sdash: str
    gemaakt_op: datetime
    instellingen: Mapping[str, str]
    bestanden: Mapping[str, Bewaard]
    som: str = ""
    """The hash of all the rest."""

    @field_validator("instellingen", "bestanden")
    @classmethod
    def _stays_inside(cls, files: Mapping[str, object]) -> Mapping[str, object]:
        for name in files:
            path = PurePosixPath(name)
            if path.is_absolute() or ".." in path.parts or "\\" in name or not path.parts:
                raise ValueError("een bestand staat buiten de back-up")
        return files

    @classmethod
    def read(cls, folder: Path) -> Self:
        """The manifest of a backup; raises CommandRefused when it is none, or was damaged."""
        try:
            manifest = cls.model_validate_json((folder / MANIFEST).read_bytes())
        except FileNotFoundError:
            raise CommandRefused(f"In {folder} staat geen back-up van sdash.") from None
        except (OSError, ValidationError):
            raise CommandRefused(_damaged(folder / MANIFEST)) from None
        if manifest.som != manifest.sum():
            raise CommandRefused(_damaged(folder / MANIFEST))
        return manifest

    def write(self, folder: Path) -> None:
        """Make this the backup in a folder, whole or not at all."""
        whole = self.model_copy(update={"som": self.sum()})
        write(folder / MANIFEST, whole.model_dump_json().encode())
        sync(folder)

    def sum(self) -> str:
        """The hash of everything but this hash itself."""
        bare = self.model_copy(update={"som": ""})
        return hashlib.sha256(bare.model_dump_json().encode()).hexdigest()


def _damaged(path: Path) -> str:
    return f"Deze back-up is beschadigd: {path.name} klopt niet. Gebruik een andere."


def fingerprint(path: Path, also: Callable[[bytes], object] = len) -> Bewaard:
    """The size and hash of a file, block by block; each block is given to `also` too."""
    size, digest = 0, hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            size += len(block)
            digest.update(block)
            also(block)
    return Bewaard(bytes=size, sha256=digest.hexdigest())


def copy(source: Path, target: Path) -> Bewaard:
    """Copy a file under a temporary name, durable before it gets its own; what was read of it."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}{DRAFT}")
    with open(draft, "wb", opener=_for_the_owner) as file:
        found = fingerprint(source, file.write)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(target)
    return found


def write(target: Path, content: bytes) -> None:
    """Write a small file, whole or not at all."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}{DRAFT}")
    with open(draft, "wb", opener=_for_the_owner) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(target)


def sync(folder: Path) -> None:
    """Make the names in a folder durable."""
    if os.name == "nt":
        return  # a folder can't be opened there, and a rename is durable by itself
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_all(folder: Path) -> None:
    """Make all names in a folder and below it durable."""
    for path, _, _ in os.walk(folder, topdown=False):
        sync(Path(path))


def _for_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
