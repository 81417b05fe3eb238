"""The records that the independent calculation reasons with."""

from dataclasses import dataclass, field
from datetime import date, time


@dataclass(frozen=True)
class Bron:
    """The message that a record came from."""

    wet: str
    aanbieder: str
    dagtekening: date
    identificatie: str
    sha256: str

    @property
    def orde(self) -> tuple[date, int, str, str]:
        """Which message is newer, also of two that share their number, whichever came first."""
        return (self.dagtekening, len(self.identificatie), self.identificatie, self.sha256)


@dataclass(frozen=True)
class Versie:
    bron: Bron
    plaats: int
    nummer: int
    client: str
    product: tuple[str | None, str | None]
    moment: tuple[date, time]
    ingang: date
    eind: date | None
    reden: str | None
    omvang: tuple[int, str, str] | None = None
    """Volume, eenheid and frequentie."""
    budget: int | None = None


@dataclass(frozen=True)
class Melding:
    """A start, or with eind and reden a stop."""

    bron: Bron
    plaats: int
    toewijzing: int | None
    client: str
    product: tuple[str | None, str | None]
    begin: date
    status: str
    eind: date | None = None
    reden: str | None = None


@dataclass(frozen=True)
class Regel:
    bron: Bron
    plaats: int
    declaratie: str
    referentie: str
    client: str
    begin: date
    saldo: int
    verrekent: str | None = None
    """The reference number of the line that a credit takes back."""
    toewijzing: int = 0
    volume: int = 0
    eenheid: str = ""
    product: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Uitspraak:
    """A 325: codes for the whole, for a client and for a line.

    Under a Bsn that fails it may reject the lines in `onleesbaar`, or with `geheel_onleesbaar` any.
    """

    bron: Bron
    over: tuple[str, date]
    declaratie: str | None
    codes: frozenset[str]
    van_client: dict[str, set[str]]
    van_regel: dict[str, set[str]]
    onleesbaar: frozenset[str] = frozenset()
    geheel_onleesbaar: bool = False


@dataclass(frozen=True)
class Weigering:
    """A 306 or 308 that refuses a start or stop: all of a message, a client, or single records."""

    bron: Bron
    over: tuple[str, date]
    is_of_stop: bool
    geheel: bool
    clienten: frozenset[str]
    meldingen: frozenset[tuple[object, ...]]

    def treft(self, melding: Melding) -> bool:
        """Whether it refuses this start or stop."""
        sent = melding.bron
        if self.over != (sent.identificatie, sent.dagtekening):
            return False
        if (self.bron.wet, self.bron.aanbieder) != (sent.wet, sent.aanbieder):
            return False
        if self.is_of_stop != (melding.eind is not None):
            return False
        key = (melding.client, melding.toewijzing, *melding.product)
        one = (*key, melding.begin, melding.eind, melding.status)
        return self.geheel or melding.client in self.clienten or one in self.meldingen


Record = Versie | Melding | Regel | Uitspraak | Weigering | None


@dataclass
class Bericht:
    """What one file held: how many records were read, and those that stand."""

    soort: str
    gelezen: int = 0
    records: list[Record] = field(default_factory=list)
