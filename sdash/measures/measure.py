"""What one figure is: its title, its unit and its meaning."""

from dataclasses import dataclass
from typing import Final, Literal

BERICHTEN: Final = "iJw- en iWmo-berichten van aanbieders en gemeente"
BEGROTING: Final = "begroting van de gemeente (Iv3)"
TEAMS: Final = "casussen van de sociale teams"
FORMATIE: Final = "formatie en indeling van de teams"
TAKEN: Final = "taken in de casussen"
CBS: Final = "kerncijfers wijken en buurten, CBS"
LEVERINGEN: Final = "administratie van de leveringen"


@dataclass(frozen=True)
class Measure:
    """One figure: its title, its unit, how it is written, and what it is."""

    label: str
    eenheid: str
    soort: Literal["euro", "aantal", "aandeel"]
    definitie: str
    bron: str
    beter: Literal["hoger", "lager"] | None = None
    formule: str = ""


def euro(label: str, definitie: str, bron: str = BERICHTEN, formule: str = "") -> Measure:
    """An amount of money."""
    return Measure(label, "euro", "euro", definitie, bron, formule=formule)


def personen(label: str, definitie: str) -> Measure:
    """A number of people."""
    return Measure(label, "personen", "aantal", definitie, BERICHTEN)


def casussen(label: str, definitie: str) -> Measure:
    """A number of casussen."""
    return Measure(label, "casussen", "aantal", definitie, TEAMS)


def records(label: str, definitie: str) -> Measure:
    """A number of records."""
    return Measure(label, "records", "aantal", definitie, LEVERINGEN)
