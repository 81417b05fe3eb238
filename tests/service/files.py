"""Files for tests: good ones, and each kind of bad one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tests.oracle.messages import (
    TEST_BSNS,
    Client,
    Declaratie,
    Kop,
    Prestatie,
    Toewijzing,
    declaratiebericht,
    toewijzingsbericht,
)

AANBIEDERS = "agb_code;naam\n42420001;Voorbeeldzorg\n"


def toewijzing(nummer: int = 1, dag: date = date(2026, 1, 5)) -> bytes:
    """A 301 with one toewijzing."""
    client = Client(TEST_BSNS[nummer])
    return toewijzingsbericht(
        Kop(f"T{nummer}", dag), client, [Toewijzing(nummer, date(2026, 1, 1))]
    )


def declaratie(nummer: int = 1, dag: date = date(2026, 2, 5), *, wrong: int = 0) -> bytes:
    """A 323 with a line of 500 euro, and some lines of which the amount is wrong."""
    good = Prestatie(f"G{nummer}", date(2026, 1, 1), toewijzing=nummer)
    bad = [Prestatie(f"F{nummer}-{i}", date(2026, 1, 1), bedrag=1) for i in range(wrong)]
    lines = [(TEST_BSNS[nummer], [good, *bad])]
    inhoud = Declaratie(f"D{nummer}", date(2026, 1, 1), date(2026, 1, 31), lines)
    return declaratiebericht(Kop(f"D{nummer}", dag), inhoud)


def put(folder: Path, name: str, content: bytes | str) -> Path:
    """Rename a file into a folder, as a sender should."""
    draft = folder / f".{name}"
    draft.write_bytes(content.encode() if isinstance(content, str) else content)
    return draft.rename(folder / name)


class Bad(NamedTuple):
    """A way to make a path that can't be read, and a word of the reason."""

    make: Callable[[Path], Path]
    word: str


def _with(name: str, content: bytes) -> Callable[[Path], Path]:
    return lambda folder: put(folder, name, content)


def _link(folder: Path) -> Path:
    target = folder.parent / "elders.xml"
    target.write_bytes(toewijzing())
    (folder / "verwijzing.xml").symlink_to(target)
    return folder / "verwijzing.xml"


BAD = {
    "broken": Bad(_with("kapot.xml", toewijzing().replace(b"</", b"<", 1)), "XML"),
    "half written": Bad(_with("half.xml", toewijzing()[:-200]), "XML"),
    "empty": Bad(_with("leeg.xml", b""), "leeg"),
    "another release": Bad(_with("oud.xml", toewijzing().replace(b"3_2", b"3_1")), "release"),
    "another standard": Bad(_with("ander.xml", b"<a/>"), "iJw"),
    "an unknown kind": Bad(_with("brief.txt", b"Geachte heer,\nhierbij.\n"), "kent"),
    "an archive": Bad(_with("pak.zip", b"PK\x03\x04" + b"\0" * 50), "ingepakt"),
    "a name with a newline": Bad(_with("twee\nregels.xml", b"<a/>"), "bericht"),
    "a link": Bad(_link, "gewoon bestand"),
}
