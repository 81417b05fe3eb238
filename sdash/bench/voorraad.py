"""Messages and files that were damaged by chance, each the same again by its number."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final, Self

from sdash.bench.mutatie import ANY, OF_A_FILE, OF_A_MESSAGE, Mutatie
from sdash.bench.stof_berichten import ENVELOPPEN, afgeleid
from sdash.bench.stof_bestanden import BLAD, REGELS, delen, ingepakt, parquet, xlsx
from sdash.simulate import generate

SEED: Final = 1
CLIENTS: Final = 60
MONTHS: Final = 36
A_KIND: Final = 25
"""How many messages of each kind there are to choose from."""
LARGEST: Final = 12_000
LINES: Final = 12
"""How many lines of a file are used at a time, behind its header."""
STEPS: Final = (1, 1, 1, 1, 2, 3, 5)
"""How many times one message is damaged; mostly once, or nothing would get past the first check."""
TABELLEN: Final[Mapping[str, Callable[[bytes], bytes]]] = {"xlsx": xlsx, "parquet": parquet}
AN_ENVELOPE: Final = 1 / 5
A_TABLE: Final = 2 / 5
A_FILE: Final = 1 / 3


@dataclass(frozen=True)
class Geval:
    """One damaged content, and what was done to it."""

    nummer: int
    soort: str
    gedaan: tuple[str, ...]
    inhoud: bytes


@dataclass(frozen=True)
class Voorraad:
    """The good contents by kind: messages of every kind, and files of every contract."""

    berichten: Mapping[str, Sequence[bytes]]
    bestanden: Mapping[str, Sequence[bytes]]

    @classmethod
    def maak(cls, samples: Path) -> Self:
        """The same ones every time."""
        rng = Random(SEED)  # noqa: S311  (no secret: the same every time)
        berichten: dict[str, list[bytes]] = {}
        for bericht in generate(SEED, CLIENTS, MONTHS):
            soort = bericht.name.split("_")[1]
            for name, inhoud in {
                soort: bericht.inhoud,
                **afgeleid(soort, bericht.inhoud, rng),
            }.items():
                some = berichten.setdefault(name, [])
                if len(some) < A_KIND and len(inhoud) <= LARGEST:
                    some.append(inhoud)
        bestanden = {path.stem: _parts(path.read_bytes()) for path in samples.glob("*.csv")}
        bestanden |= {soort: [regels.encode()] for soort, regels in REGELS.items()}
        return cls(berichten, bestanden)

    def geval(self, nummer: int) -> Geval:
        """The damaged content of this number."""
        rng = Random(f"{SEED}/{nummer}")  # noqa: S311  (no secret: the same again by its number)
        is_file = rng.random() < A_FILE
        kinds = self.bestanden if is_file else self.berichten
        soort = rng.choice(sorted(kinds))
        schade = Schade(rng, kinds, OF_A_FILE if is_file else OF_A_MESSAGE)
        inhoud = rng.choice(kinds[soort])
        inhoud = schade.table(inhoud) if is_file else schade.message(inhoud)
        return Geval(nummer, soort, tuple(schade.gedaan), inhoud)


class Schade:
    """What is done to one content, by chance; `gedaan` names it."""

    def __init__(
        self, rng: Random, kinds: Mapping[str, Sequence[bytes]], own: Sequence[Mutatie]
    ) -> None:
        self._rng = rng
        self._kinds = kinds
        self._own = own
        self.gedaan: list[str] = []

    def message(self, inhoud: bytes) -> bytes:
        """A damaged message, sometimes in an envelope, or a message in a damaged envelope."""
        if self._rng.random() >= AN_ENVELOPE:
            return self._damaged(inhoud)
        vorm = self._rng.choice(sorted(ENVELOPPEN))
        self.gedaan.append(vorm)
        if self._rng.random() < 1 / 2:
            return ENVELOPPEN[vorm](self._damaged(inhoud))
        return self._damaged(ENVELOPPEN[vorm](inhoud))

    def table(self, inhoud: bytes) -> bytes:
        """A damaged file, sometimes as a workbook or Parquet, or such a file that was damaged."""
        if self._rng.random() >= A_TABLE:
            return self._damaged(inhoud)
        vorm = self._rng.choice(sorted(TABELLEN))
        self.gedaan.append(vorm)
        where = self._rng.choice(("cells", "cells", "sheet", "bytes"))
        if where == "cells":
            return TABELLEN[vorm](self._damaged(inhoud))
        if where == "sheet" and vorm == "xlsx":
            parts = delen(inhoud)
            name = self._rng.choice((*sorted(parts), *[BLAD] * len(parts)))
            parts[name] = self._damaged(parts[name], (*ANY, *OF_A_MESSAGE))
            return ingepakt(parts)
        return self._damaged(TABELLEN[vorm](inhoud), ANY)

    def _damaged(self, inhoud: bytes, ways: Sequence[Mutatie] = ()) -> bytes:
        for _ in range(self._rng.choice(STEPS)):
            mutatie = self._rng.choice(ways or (*ANY, *self._own))
            self.gedaan.append(mutatie.__name__)
            other = self._rng.choice(self._kinds[self._rng.choice(sorted(self._kinds))])
            inhoud = mutatie(self._rng, inhoud, other)
        return inhoud


def _parts(data: bytes) -> list[bytes]:
    """A file as many small ones, each with the header."""
    head, *lines = data.splitlines(keepends=True)
    starts = range(0, len(lines), LINES)
    return [head + b"".join(lines[start : start + LINES]) for start in starts]
