"""When a file counts as received: now, on a day, or on its own dagtekening."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from sdash.clock import noon, now
from sdash.ingest import Reading
from sdash.ingest.read import unreadable
from sdash.warehouse import Receipt, Wijze

NO_DAY = "Dit bestand heeft geen dagtekening; geef met --ontvangen een datum."


class Ontvangst(BaseModel):
    """How a command wants its files to count as received; backfilling is any moment but now."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ontvangen: Literal["nu", "dagtekening"] | date = "nu"
    historie: bool = False

    def of(self, reading: Reading) -> tuple[Reading, Receipt]:
        """The receipt of one reading; one that can't have any becomes a reading that says so."""
        if isinstance(self.ontvangen, date):
            return reading, self._backfill(self.ontvangen, Wijze.DATUM)
        if self.ontvangen == "nu" or reading.soort is None:
            return reading, Receipt(ontvangen_op=now())
        if reading.dagtekening is None:
            return unreadable(reading.bestand, NO_DAY), Receipt(ontvangen_op=now())
        return reading, self._backfill(reading.dagtekening, Wijze.DAGTEKENING)

    def _backfill(self, day: date, wijze: Wijze) -> Receipt:
        return Receipt(ontvangen_op=noon(day), wijze=wijze, historie=self.historie)
