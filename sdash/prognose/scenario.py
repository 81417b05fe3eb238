"""What if: what a few choices would do to the months that are still to come.

Pure: a basis of the forecast and the choices in, euros out. Nothing of it is a fact, and what is
past never changes.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from decimal import Decimal
from typing import Final, Protocol

MAANDEN: Final = 12
NEUTRAAL: Final = 0.0


@dataclass(frozen=True)
class Basis:
    """The forecast of some months to come, in euro."""

    verwacht: float
    """What they come to."""
    nieuw: float
    """Of that the part of care that had not been assigned yet."""
    maanden: int
    """How many months they are."""

    def __add__(self, other: "Basis") -> "Basis":
        """Two parts of the same months together."""
        return Basis(self.verwacht + other.verwacht, self.nieuw + other.nieuw, self.maanden)


@dataclass(frozen=True)
class Keuzes:
    """The sliders; all at zero change nothing. Percentages are parts of a hundred."""

    tarief: float = NEUTRAAL
    """How much prices rise, in percent."""
    instroom: float = NEUTRAAL
    """How much more care comes in than is expected, in percent."""
    verblijf: float = NEUTRAAL
    """How many residential placements more, each for all of these months."""
    voorliggend: float = NEUTRAAL
    """Which part of the inflow finds its answer before maatwerk, in percent."""


@dataclass(frozen=True)
class Aannames:
    """What one has to assume beside the forecast."""

    plaatsing: float = 90_000.0
    """What a residential placement costs in a year, in euro."""
    licht: float = 30.0
    """What voorliggend costs of the maatwerk that it takes the place of, in percent."""


@dataclass(frozen=True)
class Effect:
    """What the sliders do, in euro."""

    apart: dict[str, float]
    """Each slider by itself, by its name."""
    samen: float
    """All of them at once."""

    @property
    def wisselwerking(self) -> float:
        """What they do together more or less than apart: dearer care also comes in more often."""
        return self.samen - sum(self.apart.values())


def uitkomst(basis: Basis, keuzes: Keuzes, aannames: Aannames) -> float:
    """What the months come to under these choices, in euro."""
    prijs = 1 + keuzes.tarief / 100
    blijft = 1 - keuzes.voorliggend / 100 * (1 - aannames.licht / 100)
    instroom = basis.nieuw * (1 + keuzes.instroom / 100) * blijft
    verblijf = keuzes.verblijf * aannames.plaatsing * basis.maanden / MAANDEN
    return (basis.verwacht - basis.nieuw + instroom + verblijf) * prijs


def effect(basis: Basis, keuzes: Keuzes, aannames: Aannames) -> Effect:
    """What each slider does by itself, and what all of them do."""
    zonder = uitkomst(basis, Keuzes(), aannames)
    apart = {
        one.name: uitkomst(basis, replace(Keuzes(), **{one.name: value}), aannames) - zonder
        for one in fields(Keuzes)
        if (value := getattr(keuzes, one.name))
    }
    return Effect(apart, uitkomst(basis, keuzes, aannames) - zonder)


def samen(delen: Iterable[Basis]) -> Basis | None:
    """Parts of the same months together; None without any."""
    alle = [*delen]
    return sum(alle[1:], alle[0]) if alle else None


class Deel(Protocol):
    """A wet with its forecast; None where a role may not see it."""

    @property
    def maanden(self) -> int: ...
    @property
    def komend(self) -> Decimal | None: ...
    @property
    def nieuw(self) -> Decimal | None: ...
    @property
    def verder(self) -> Decimal | None: ...
    @property
    def verder_nieuw(self) -> Decimal | None: ...


def bases(delen: Iterable[Deel]) -> tuple[Basis | None, Basis | None]:
    """What is left of this year, and the twelve months to come, of what may be seen."""
    dit_jaar, vooruit = [], []
    for deel in delen:
        if deel.komend is not None and deel.nieuw is not None:
            dit_jaar.append(Basis(float(deel.komend), float(deel.nieuw), deel.maanden))
        if deel.verder is not None and deel.verder_nieuw is not None:
            vooruit.append(Basis(float(deel.verder), float(deel.verder_nieuw), MAANDEN))
    return samen(dit_jaar), samen(vooruit)


def schrijf(keuzes: Keuzes, aannames: Aannames) -> str:
    """Choices and assumptions as one word, for who can only be told a word."""
    return json.dumps([asdict(keuzes), asdict(aannames)])


def lees(geschreven: str) -> tuple[Keuzes, Aannames]:
    """What was written; nothing is the neutral choice."""
    keuzes, aannames = json.loads(geschreven) if geschreven else ({}, {})
    return Keuzes(**keuzes), Aannames(**aannames)
