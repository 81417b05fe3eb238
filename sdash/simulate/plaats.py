"""The municipalities of the sample: what is known of each, and what the simulation makes of it."""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

SAMPLE: Final = Path(__file__).resolve().parents[2] / "sample_data"
VOORBEELD: Final = "1681"
"""The municipality whose files stand in the folder of the sample itself."""
ANDERE: Final = ("0106", "0479", "0995", "1900")
POSTCODE_PC6: Final = 6


@dataclass(frozen=True)
class Plaats:
    """A municipality: `plaats.toml` in its folder, beside its wijken, postcodes and teams."""

    code: str
    naam: str
    clienten: int
    """Persons with running care at the same time."""
    meer_zorg: frozenset[str] = frozenset()
    """Wijken in which a quarter more people use care."""
    fte: dict[str, tuple[float, float]] = field(default_factory=dict)
    """Of each team in the first month, and how many come a month."""

    @property
    def map(self) -> Path:
        """The folder of what is its own."""
        return SAMPLE if self.code == VOORBEELD else SAMPLE / "gemeenten" / self.code

    @property
    def schaal(self) -> float:
        """How many times as many people as in the first municipality."""
        return self.clienten / plaats().clienten

    def postcodes(self) -> list[tuple[str, str]]:
        """The six-sign postcodes, each with its wijk."""
        rijen = self.rijen("postcodes")
        alle = [(rij["postcode"].replace(" ", ""), rij["wijk_code"]) for rij in rijen]
        return [rij for rij in alle if len(rij[0]) == POSTCODE_PC6]

    def werkgebied(self, peildag: date) -> list[tuple[str, str]]:
        """Team and wijk, as often as the wijk has postcodes: so by its inhabitants."""
        team = {
            rij["wijk_code"]: rij["team"]
            for rij in self.rijen("teams")
            if not rij["tot"] or date.fromisoformat(rij["tot"]) >= peildag
        }
        return [(team[wijk], wijk) for _, wijk in self.postcodes()]

    def rijen(self, naam: str) -> Iterator[dict[str, str]]:
        """The rows of one of its files."""
        with (self.map / f"{naam}.csv").open(encoding="utf-8", newline="") as bestand:
            yield from csv.DictReader(bestand, delimiter=";")


@cache
def plaats(code: str = VOORBEELD) -> Plaats:
    """One of the municipalities of the sample, by its code; FileNotFoundError for any other."""
    known = Plaats(code, "", 0)
    values = tomllib.loads((known.map / "plaats.toml").read_text("utf-8"))
    return Plaats(
        code,
        values["naam"],
        values["clienten"],
        frozenset(values.get("meer_zorg", ())),
        {team: (eerste, erbij) for team, (eerste, erbij) in values.get("fte", {}).items()},
    )
