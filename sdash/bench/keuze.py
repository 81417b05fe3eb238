"""What a run of the benchmark is asked to do."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final


class Maat(StrEnum):
    """The size of a generated municipality."""

    DORP = "dorp"
    STAD = "stad"
    METROPOOL = "metropool"
    PROVINCIE = "provincie"

    @property
    def regels(self) -> int:
        """How many declaration lines it has at least."""
        return _REGELS[self]


_REGELS: Final = {
    Maat.DORP: 300_000,  # Borger-Odoorn over seven years
    Maat.STAD: 2_000_000,  # Zaanstad
    Maat.METROPOOL: 10_000_000,
    Maat.PROVINCIE: 50_000_000,
}


@dataclass(frozen=True)
class Keuze:
    """The size to measure at, and where a claim may leave what it makes."""

    maat: Maat
    werkmap: Path
    """A temporary folder, removed whatever happens."""
    kort: bool
    """A trial: small, quick, and never published."""
    bewaar: Path | None = None
    """Where generated municipalities stay for a next run, if anywhere."""
