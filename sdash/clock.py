"""The one place that reads the clock."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def noon(day: date) -> datetime:
    """12:00 in Amsterdam on a day, in UTC: when a backfilled message counts as received."""
    return datetime.combine(day, time(12), tzinfo=AMSTERDAM).astimezone(UTC)
