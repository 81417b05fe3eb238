"""Files for tests: good ones, and each kind of bad one."""

from datetime import date
from pathlib import Path

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


BAD = {
    "kapot.xml": (toewijzing().replace(b"</", b"<", 1), "XML"),
    "half.xml": (toewijzing()[:-200], "XML"),
    "leeg.xml": (b"", "leeg"),
    "oude-release.xml": (toewijzing().replace(b"3_2", b"3_1"), "release"),
    "andere-standaard.xml": (b"<a/>", "iJw"),
    "twee\nregels.xml": (b"<a/>", "iJw"),
    "brief.txt": (b"Geachte heer,\nhierbij.\n", "kent"),
    "inpakt.zip": (b"PK\x03\x04" + b"\0" * 50, "ingepakt"),
}
"""Files that can't be read, each with a word of the reason."""

LINK = ("verwijzing.xml", "verwijzing")


def put_bad(folder: Path) -> dict[str, str]:
    """Put every kind of file that can't be read in a folder: a word of the reason by its name."""
    for name, (content, _) in BAD.items():
        put(folder, name, content)
    (folder.parent / "elders.xml").write_bytes(toewijzing())
    (folder / LINK[0]).symlink_to(folder.parent / "elders.xml")
    return {**{name: word for name, (_, word) in BAD.items()}, LINK[0]: LINK[1]}
