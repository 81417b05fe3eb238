"""What was begroot, read from a begroting file and added up by wet."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

from tests.oracle.taakvelden import is_of

HEADER = "jaar;taakveld;omschrijving;lasten;baten;stand;vastgesteld_op;fictief\n"
_BUDGETS = ("primitief", "gewijzigd")


class Begroting:
    """Per year and taakveld the latest budget that is known; accounts are no budget."""

    def __init__(self) -> None:
        self._lasten: dict[tuple[int, str], tuple[tuple[date, int], Decimal]] = {}

    def read(self, content: str) -> None:
        for row in csv.DictReader(StringIO(content), delimiter=";"):
            if row["stand"] in _BUDGETS:
                key = (int(row["jaar"]), row["taakveld"])
                moment = date.fromisoformat(row["vastgesteld_op"])
                rank = (moment, _BUDGETS.index(row["stand"]))
                known = self._lasten.get(key)
                if known is None or known[0] <= rank:
                    self._lasten[key] = (rank, Decimal(row["lasten"]))

    def knows(self, wet: str) -> bool:
        return any(is_of(taakveld, wet) for _, taakveld in self._lasten)

    def of(self, jaar: int, wet: str) -> int | None:
        """Cents, or nothing when no budget of that year names the wet."""
        found = [
            lasten
            for (year, taakveld), (_, lasten) in self._lasten.items()
            if year == jaar and is_of(taakveld, wet)
        ]
        return int(sum(found) * 100) if found else None
