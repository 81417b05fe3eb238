"""When a file counts as received: now, on a day, or on its own dagtekening."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from sdash.clock import AMSTERDAM, moment_of, noon, now
from sdash.ingest import Reading
from sdash.ingest.read import unreadable
from sdash.service.control import CommandRefused
from sdash.warehouse import Receipt, Wijze

NO_MOMENT = (
    "Onbekend moment: {}. Schrijf een dag, zoals 2026-10-01, of een moment met tijdzone, zoals "
    "2026-10-01T12:00:00Z."
)
NO_DAY = "Dit bestand heeft geen dagtekening; geef met --ontvangen een datum."
TOO_LATE = "De dag {:%d-%m-%Y} is nog niet aangebroken; een bestand kan toen niet ontvangen zijn."


class Ontvangst(BaseModel):
    """How a command wants its files to count as received; backfilling is any moment but now."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ontvangen: Literal["nu", "dagtekening"] | date = "nu"
    historie: bool = False

    def of(self, reading: Reading) -> tuple[Reading, Receipt]:
        """The receipt of one reading; one that can't have any becomes a reading that says so."""
        if isinstance(self.ontvangen, date):
            if self.ontvangen > now().astimezone(AMSTERDAM).date():
                said = TOO_LATE.format(self.ontvangen)
                return unreadable(reading.bestand, said), Receipt(ontvangen_op=now())
            return reading, self._backfill(self.ontvangen, Wijze.DATUM)
        if self.ontvangen == "nu" or reading.soort is None:
            return reading, Receipt(ontvangen_op=now())
        if reading.dagtekening is None:
            return unreadable(reading.bestand, NO_DAY), Receipt(ontvangen_op=now())
        return reading, self._backfill(reading.dagtekening, Wijze.DAGTEKENING)

    def _backfill(self, day: date, wijze: Wijze) -> Receipt:
        """Noon of a day; of one that is not yet there, such as a wrong dagtekening, it is now."""
        return Receipt(ontvangen_op=min(noon(day), now()), wijze=wijze, historie=self.historie)


def past_moment(text: str) -> datetime | None:
    """A past moment as a command writes it; today, which is not over, is None: what is known now.

    Raises CommandRefused for the future, and for what is no moment.
    """
    try:
        moment = moment_of(text)
    except ValueError:
        raise CommandRefused(NO_MOMENT.format(text)) from None
    if moment < now():
        return moment
    if text == now().astimezone(AMSTERDAM).date().isoformat():
        return None
    raise CommandRefused(f"{text} ligt in de toekomst; van dan is nog niets bekend.")
