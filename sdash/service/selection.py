"""Which files a command means, in the order in which they count as received."""

import base64
import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from sdash.contracts.bestanden import contract_of
from sdash.contracts.velden import kolomnaam

HEAD_BYTES: Final = 4096
_DAGTEKENING = re.compile(rb"Dagtekening[^<>]*>\s*([0-9]{4}-[0-9]{2}-[0-9]{2})\s*<")
_IN_AN_ENVELOPE = re.compile(rb">\s*([A-Za-z0-9+/\s]{400,})")
_SOORT = re.compile(rb"/((?:jw|wmo)[0-9]{3})/schema")


class Found(NamedTuple):
    """A file and what its first bytes say of it; sorts in the order of receipt."""

    dagtekening: date
    soort: str
    name: str
    path: Path


def select(paths: Iterable[Path]) -> list[Found]:
    """The files under these paths, by dagtekening, soort and name.

    Only the first bytes are read, with a pattern: the order has to be known before the first file
    is really read, and a history has tens of thousands of them. A file that says nothing there
    comes first: tables before the messages that need them.
    """
    return sorted(_found(path) for path in _files(paths))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, and the folders that may not be looked into: to be refused, not to be missed."""
    closed: list[Path] = []

    def close(error: OSError) -> None:
        closed.append(Path(error.filename))

    for path in paths:
        if not os.path.isdir(path) or path.is_symlink():  # noqa: PTH112  (Path.is_dir may raise)
            yield path
            continue
        for folder, folders, names in os.walk(path, onerror=close):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                if not name.startswith("."):
                    yield Path(folder, name)
    yield from closed


def _found(path: Path) -> Found:
    try:
        head = b"" if path.is_symlink() or not path.is_file() else _head(path)
    except OSError:
        head = b""
    day = _DAGTEKENING.search(head)
    return Found(_day(day[1].decode()) if day else date.min, _soort_of(head), path.name, path)


def _soort_of(head: bytes) -> str:
    """The kind that a message or the header of a table announces; empty when it is neither."""
    if soort := _SOORT.search(head):
        return soort[1].decode()
    cells = re.split("[;,\t]", head.partition(b"\n")[0].decode("utf-8-sig", "replace"))
    contract = contract_of({name for cell in cells if (name := kolomnaam(cell.strip('" \r')))})
    return contract.soort if contract else ""


def _head(path: Path) -> bytes:
    """The first bytes of a file, or of the message that begins in them as base64."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if found := _IN_AN_ENVELOPE.search(head):
        packed = b"".join(found[1].split())
        message = base64.b64decode(packed[: len(packed) // 4 * 4])
        return message if b"<" in message[:4] else head
    return head


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min
