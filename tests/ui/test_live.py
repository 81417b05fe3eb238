"""The line that says how fresh a page is."""

from datetime import UTC, datetime, timedelta

import pytest

from sdash.ui import live

NOW = datetime(2026, 11, 22, 13, 3, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("age", "sentence"),
    [
        (timedelta(seconds=8), ":green[●] laatste bericht 14:03:22, 8 s geleden"),
        (timedelta(minutes=30), ":gray[○] stil sinds 22 november 2026, 13:33, 30 min geleden"),
    ],
)
def test_the_pulse_says_when_the_last_message_came(age: timedelta, sentence: str) -> None:
    assert live.sentence(NOW - age, NOW) == sentence


def test_an_empty_warehouse_has_no_pulse() -> None:
    assert live.sentence(None, NOW) == ":gray[○] nog geen berichten"
