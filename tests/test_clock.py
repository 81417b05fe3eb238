"""Moments as people write them, also where the clock changes."""

from datetime import UTC, date, datetime

import pytest

from sdash.clock import end_of, moment_of, past


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("2026-10-01", "2026-10-01T21:59:59.999999Z"),
        ("2026-11-01", "2026-11-01T22:59:59.999999Z"),
        ("2026-03-28", "2026-03-28T22:59:59.999999Z"),  # the clock goes forward this night
        ("2026-03-29", "2026-03-29T21:59:59.999999Z"),
        ("2026-10-24", "2026-10-24T21:59:59.999999Z"),  # and back this one
        ("2026-10-25", "2026-10-25T22:59:59.999999Z"),
    ],
)
def test_a_day_ends_at_midnight_in_the_netherlands(day: str, last: str) -> None:
    assert end_of(date.fromisoformat(day)) == moment_of(day) == datetime.fromisoformat(last)


@pytest.mark.parametrize(
    "text", ["", "gisteren", "2026-13-01", "2026-10-01T12:00:00", "9999-12-31"]
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        moment_of(text)


def test_what_is_to_come_is_not_past() -> None:
    with pytest.raises(ValueError, match="not known yet"):
        past(datetime(2999, 1, 1, tzinfo=UTC))
