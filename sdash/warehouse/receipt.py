"""When a delivery counts as received, and what became of it."""

from datetime import datetime
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict

from sdash.ingest import Reading, Reden

DUBBEL = "dubbel"


class Wijze(StrEnum):
    """How the moment of receipt was set: by the clock, by a message's dagtekening, or by hand."""

    LIVE = "live"
    DAGTEKENING = "dagtekening"
    DATUM = "datum"


class HistoryRefused(Exception):
    """A backfill is older than the newest live delivery, and was not said to be history."""


class Receipt(BaseModel):
    """The moment at which a delivery counts as received, in UTC."""

    model_config = ConfigDict(frozen=True)

    ontvangen_op: datetime
    wijze: Wijze = Wijze.LIVE
    historie: bool = False
    """Whether this may change what past moments answer."""


class Uitkomst(BaseModel):
    """What became of one file: gelezen = geaccepteerd + afgekeurd."""

    model_config = ConfigDict(frozen=True)

    bestand: str
    soort: str | None
    gelezen: int
    geaccepteerd: int
    afgekeurd: int
    redenen: tuple[Reden, ...]

    @property
    def is_readable(self) -> bool:
        """Whether the file was read at all."""
        return self.soort is not None

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """The outcome of a file that is recorded as it was read."""
        return cls(
            bestand=reading.bestand,
            soort=reading.soort,
            gelezen=reading.gelezen,
            geaccepteerd=reading.geaccepteerd,
            afgekeurd=reading.afgekeurd,
            redenen=reading.redenen,
        )

    @classmethod
    def double(cls, reading: Reading) -> Self:
        """The outcome of an exact repeat of an earlier file: nothing of it counts."""
        why = "Dit bestand is al eerder aangeleverd, byte voor byte gelijk"
        return cls(
            bestand=reading.bestand,
            soort=reading.soort,
            gelezen=reading.gelezen,
            geaccepteerd=0,
            afgekeurd=reading.gelezen,
            redenen=(Reden(plaats="bestand", code=DUBBEL, reden=why),),
        )
