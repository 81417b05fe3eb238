"""The one place that reads the clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def noon(day: date) -> datetime:
    """12:00 in Amsterdam on a day, in UTC: when a backfilled message counts as received."""
    return datetime.combine(day, time(12), tzinfo=AMSTERDAM).astimezone(UTC)


def end_of(day: date) -> datetime:
    """The last moment of a day in Amsterdam, in UTC: what was known when it ended."""
    midnight = datetime.combine(day + timedelta(days=1), time(), tzinfo=AMSTERDAM)
    return midnight.astimezone(UTC) - timedelta(microseconds=1)


def as_stored(moment: datetime) -> datetime:
    """A moment as the warehouse has it: UTC, and without saying so."""
    return moment.astimezone(UTC).replace(tzinfo=None)


def moment_of(text: str) -> datetime:
    """A day, which means its end, or a moment with its time zone; ValueError for anything else."""
    try:
        if len(text) == len("2026-10-01"):
            return end_of(date.fromisoformat(text))
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise ValueError("which time zone?")
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("too far away") from None


def past(value: object) -> datetime:
    """A moment, or one as it is written, that is not later than now; ValueError for any other."""
    moment = value if isinstance(value, datetime) else moment_of(str(value))
    if moment > now():
        raise ValueError("not known yet")
    return moment
