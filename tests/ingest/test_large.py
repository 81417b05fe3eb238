"""What only hurts by its size: refused soon, in bounded memory, and the next file is read."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from sdash.ingest import Reader
from sdash.ingest.read import MAX_BYTES
from tests.ingest.berichten import SETTINGS, declaratie, start, why

MB = 1024 * 1024
SIZE = 90 * MB
MEMORY = 900 * MB
PROC = Path("/proc")


def filled(part: bytes) -> bytes:
    return part * (SIZE // len(part))


LARGE: Mapping[str, tuple[bytes, bytes, bytes, str]] = {
    "one element of text": (b">R1<", b">%b<", b"x", "geen volledig XML"),
    "one element of entities": (b">R1<", b">%b<", b"&lt;", "geen volledig XML"),
    "one attribute": (b":Declaratie>", b':Declaratie a="%b">', b"x", "geen volledig XML"),
    "one comment": (b">R1<", b"><!--%b--><", b"x", "geen volledig XML"),
    "spaces before the first tag": (b"<?xml", b"%b<?xml", b" ", "te lang"),
    "comments before the root": (b"<jw323:Bericht", b"%b<jw323:Bericht", b"<!-- x -->", "te lang"),
    "attributes of the root": (b":Bericht ", b":Bericht %b ", b"a='' ", "begin van het bestand"),
    "one line": (b"", b"agb_code;naam\n%b", b"x", "te lang"),
    "cells of one line": (b"", b"agb_code;naam\n%b", b"a;", "te lang"),
    "a header": (b"", b"%b", b"naam;", "te lang"),
    "NUL bytes": (b"", b"%b", b"\0", "te lang"),
    "wrong lines": (b"", b"agb_code;naam\n%b", b"x\n", "zo veel mis"),
}
"""What is replaced, by what, with what in it again and again, and a word of the reason."""


def memory(reader: Reader) -> int:
    """The most that the reading process ever held, in bytes; 0 where the system does not say."""
    child = reader._child
    status = PROC / str(child.pid if child else 0) / "status"
    if not status.exists():
        return 0
    (peak,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return int(peak.split()[1]) * 1024


@pytest.mark.slow
@pytest.mark.parametrize("name", LARGE)
def test_ninety_megabytes_are_refused_in_bounded_memory(name: str, tmp_path: Path) -> None:
    old, new, part, word = LARGE[name]
    large, good = tmp_path / "groot", tmp_path / "goed"
    whole = declaratie() if old else b""
    large.write_bytes(whole.replace(old, new % filled(part), 1) if old else new % filled(part))
    good.write_bytes(start())

    with Reader(SETTINGS, seconds_a_file=60) as reader:
        refused, read = reader.read_all([large, good])
        held = memory(reader)

    assert SIZE * 0.9 < large.stat().st_size < MAX_BYTES
    assert (refused.soort, refused.gelezen) == (None, 0)
    assert word in why(refused)[0][2]
    assert read.geaccepteerd == 1
    assert held < MEMORY
    large.unlink()


@pytest.mark.slow
def test_a_file_that_takes_all_memory_does_not_keep_it_from_the_next(tmp_path: Path) -> None:
    large, good = tmp_path / "groot", tmp_path / "goed"
    whole = declaratie()
    place = whole.index(b"<jw323:Declaratie>")
    large.write_bytes(whole[:place] + filled(b"<x/>") + whole[place:])
    good.write_bytes(start())

    with Reader(SETTINGS, seconds_a_file=60) as reader:
        refused, read = reader.read_all([large, good])

    assert (refused.soort, refused.gelezen) == (None, 0)
    assert read.geaccepteerd == 1
    large.unlink()
