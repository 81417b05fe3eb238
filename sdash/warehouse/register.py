"""The register of the archive: which files were found whole, and what they held.

It lets a start look at names, sizes and moments only, and knows of a file that is gone. Each line
is one file; without the register every file is read again, and nothing else is lost.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from sdash.warehouse import archive
from sdash.warehouse.archive import Archived

REGISTER: Final = "register.jsonl"
Gap = tuple[int, int]
"""The first and the last of the deliveries that no file holds."""


@dataclass(frozen=True)
class Inventory:
    """What an archive holds: whole files in order of number, others, and what was there before."""

    whole: tuple[Archived, ...]
    damaged: tuple[str, ...]
    known: tuple[Archived, ...]

    @property
    def last(self) -> int:
        """The last delivery that the archive has or had."""
        seen = (*self.known, *self.whole)
        return max(
            [one.tot for one in seen] + [archive.numbers(naam)[1] for naam in self.damaged],
            default=0,
        )

    def gaps(self, last: int) -> list[Gap]:
        """The deliveries up to the last that are in no whole file."""
        begin = min((one.van for one in self.known), default=1)
        found: list[Gap] = []
        for one in self.whole:
            if one.van > begin:
                found.append((begin, one.van - 1))
            begin = one.tot + 1
        return [*found, (begin, last)] if last >= begin else found

    def names_of(self, gap: Gap) -> list[str]:
        """The files that held these deliveries, as far as their names are known."""
        names = {*self.damaged, *(one.naam for one in self.known)}
        found = ((naam, archive.numbers(naam)) for naam in sorted(names))
        return [naam for naam, (van, tot) in found if van <= gap[1] and tot >= gap[0]]


def inventory(folder: Path, sure_to: int = sys.maxsize) -> Inventory:
    """Look at every file; one that is new, changed or has a later delivery is read."""
    known = {one.naam: one for one in _lines(folder)}
    whole: list[Archived] = []
    damaged: list[str] = []
    for naam in sorted(archive.names(folder), key=archive.order):
        if whole and archive.numbers(naam) == archive.numbers(whole[-1].naam):
            (folder / naam).unlink()  # written anew, without what is gone
            continue
        one = _whole(folder, naam, known.get(naam) if archive.numbers(naam)[1] <= sure_to else None)
        after = whole[-1].tot + 1 if whole else 1
        if one is None or one.van < after:
            damaged.append(naam)
        else:
            whole.append(one)
    newest = {archive.numbers(one.naam): one.naam for one in whole}
    known = {naam: known[naam] for naam in known if newest.get(archive.numbers(naam), naam) == naam}
    found = Inventory(tuple(whole), tuple(damaged), tuple(known.values()))
    if not damaged and {*whole} - {*known.values()}:
        keep(folder, [*{**known, **{one.naam: one for one in whole}}.values()])
    return found


def _whole(folder: Path, naam: str, known: Archived | None) -> Archived | None:
    if known == Archived.of(folder, naam, known.hash if known else ""):
        return known
    try:
        return archive.examine(folder, naam)
    except archive.NotReadable:
        return None


def add(folder: Path, one: Archived) -> None:
    """Enter a new file; a line that a crash takes along only costs a look at that file."""
    with (folder / REGISTER).open("a", encoding="utf-8") as file:
        file.write(_line(one))


def doubt(folder: Path, naam: str) -> None:
    """Let a file be read again at the next look, though it has its size and its moment."""
    keep(folder, [replace(one, mtime_ns=0) if one.naam == naam else one for one in _lines(folder)])


def keep(folder: Path, all_of_them: Iterable[Archived]) -> None:
    """Write the register anew."""
    draft = folder / f".{REGISTER}"
    draft.write_text("".join(map(_line, all_of_them)), encoding="utf-8")
    draft.replace(folder / REGISTER)


def chain(files: Sequence[Archived]) -> str:
    """One hash for what all files hold, in their order."""
    text = "".join(f"{one.van} {one.tot} {one.hash}\n" for one in files)
    return hashlib.sha256(text.encode()).hexdigest()


def _line(one: Archived) -> str:
    return json.dumps(asdict(one), separators=(",", ":")) + "\n"


def _lines(folder: Path) -> Iterator[Archived]:
    try:
        text = (folder / REGISTER).read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return
    for line in text.splitlines():
        try:
            yield Archived(**json.loads(line))
        except (ValueError, TypeError):
            continue  # cut off by a crash
