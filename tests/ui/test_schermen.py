"""Whose turn it is to be drawn again, on a clock that the tests move."""

import pytest

from sdash.ui.schermen import A_REST, A_SCREEN, AGAIN, ALONE, AT_A_TIME, LONGEST, SHORTEST, Schermen

TICK_SECONDS = 0.0046
"""The processor time of one tick on the machine of docs/benchmark.md."""


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def schermen(clock: Clock) -> Schermen:
    schermen = Schermen(clock)
    schermen.wakes = True
    return schermen


def opened(schermen: Schermen, clock: Clock, *sessions: str, version: int = 1) -> None:
    """Screens drawn one second after the other, and then left alone for a minute."""
    for session in sessions:
        clock.now += 1
        schermen.drawn(session, f"tick of {session}", version)
    clock.now += 60


def woken(schermen: Schermen, version: int) -> str | None:
    turn = schermen.turn(version)
    return turn[0] if turn else None


def never(_session: str) -> bool:
    return False


def always(_session: str) -> bool:
    return True


@pytest.mark.parametrize("count", [1, 10, 50, 100, 300, 1_000])
def test_the_ticks_of_all_screens_together_stay_under_a_tenth_of_a_core(
    schermen: Schermen, clock: Clock, count: int
) -> None:
    opened(schermen, clock, *(f"screen {number}" for number in range(count)))

    assert count * TICK_SECONDS / schermen.interval() < 0.1


def test_a_few_screens_tick_every_second_and_twice_when_nobody_wakes_them(
    schermen: Schermen, clock: Clock
) -> None:
    opened(schermen, clock, "one")
    assert schermen.interval() == SHORTEST

    schermen.wakes = False
    assert schermen.interval() == ALONE


def test_nobody_is_woken_when_nothing_is_new(schermen: Schermen, clock: Clock) -> None:
    opened(schermen, clock, "one", "two")

    assert woken(schermen, version=1) is None


def test_the_one_that_waits_longest_is_woken_first(schermen: Schermen, clock: Clock) -> None:
    opened(schermen, clock, "first", "second")

    assert [woken(schermen, 2), woken(schermen, 2)] == ["first", "second"]


def test_no_more_are_woken_than_are_drawn_at_a_time(schermen: Schermen, clock: Clock) -> None:
    opened(schermen, clock, *(str(number) for number in range(AT_A_TIME + 1)))
    for number in range(AT_A_TIME):
        assert woken(schermen, 2) == str(number)
    assert woken(schermen, 2) is None

    schermen.drawn("0", "tick of 0", 2)
    assert schermen.ended(never) == []  # it is still being drawn
    assert woken(schermen, 2) is None

    assert [gewekt.session for gewekt in schermen.ended(always)] == ["0"]
    assert woken(schermen, 2) == str(AT_A_TIME)


def test_a_screen_that_does_not_answer_gives_its_place_to_the_next(
    schermen: Schermen, clock: Clock
) -> None:
    opened(schermen, clock, "hidden", "other", "last")
    assert [woken(schermen, 2), woken(schermen, 2)] == ["hidden", "other"]

    clock.now += 2 * AGAIN

    over = schermen.ended(never)
    assert [gewekt.session for gewekt in over] == ["hidden", "other"]
    assert all(gewekt.now is gewekt.woken for gewekt in over)
    assert woken(schermen, 2) == "last"


def test_a_screen_that_is_drawn_endlessly_does_not_hold_up_the_others(
    schermen: Schermen, clock: Clock
) -> None:
    opened(schermen, clock, "slow")
    assert woken(schermen, 2) == "slow"
    schermen.drawn("slow", "tick of slow", 2)

    clock.now += 2 * LONGEST

    assert [gewekt.session for gewekt in schermen.ended(never)] == ["slow"]


def test_a_stream_of_messages_does_not_draw_one_screen_all_the_time(
    schermen: Schermen, clock: Clock
) -> None:
    opened(schermen, clock, *(str(number) for number in range(100)))
    schermen.drawn("0", "tick of 0", 2)
    for _ in range(99):
        session = woken(schermen, 3)
        assert session not in {None, "0"}
        schermen.drawn(str(session), "tick", 3)
        schermen.ended(always)
        clock.now += 0.01

    assert woken(schermen, 4) is None
    clock.now += 100 * A_REST
    assert woken(schermen, 4) == "0"


def test_a_screen_that_finds_something_new_waits_for_its_turn_once(
    schermen: Schermen, clock: Clock
) -> None:
    opened(schermen, clock, "one")

    assert not schermen.may_draw("one", version=2)
    assert schermen.may_draw("one", version=2)


def test_a_woken_screen_may_be_drawn_at_once_also_when_its_answer_comes_late(
    schermen: Schermen, clock: Clock
) -> None:
    opened(schermen, clock, "one")
    woken(schermen, 2)
    clock.now += 2 * AGAIN
    schermen.ended(never)

    assert schermen.may_draw("one", version=2)


def test_a_screen_may_always_be_drawn_where_nobody_wakes_it(
    schermen: Schermen, clock: Clock
) -> None:
    opened(schermen, clock, "one")
    schermen.wakes = False

    assert schermen.may_draw("one", version=2)
    assert schermen.may_draw("unknown", version=2)


def test_a_screen_that_keeps_to_its_time_is_told_nothing(schermen: Schermen, clock: Clock) -> None:
    opened(schermen, clock, "one")

    for _ in range(3):
        clock.now += SHORTEST
        assert schermen.pace("one") is None


def test_a_screen_learns_that_there_are_more_of_them(schermen: Schermen, clock: Clock) -> None:
    opened(schermen, clock, "one")
    opened(schermen, clock, *(str(number) for number in range(99)))

    assert schermen.pace("one") == ("tick of one", 100 * A_SCREEN)
    clock.now += 100 * A_SCREEN
    assert schermen.pace("one") is None


def test_a_browser_that_goes_on_asking_at_once_is_told_to_slow_down(
    schermen: Schermen, clock: Clock
) -> None:
    opened(schermen, clock, "one")
    schermen.pace("one")
    clock.now += 0.02

    assert schermen.pace("one") == ("tick of one", SHORTEST)


def test_who_has_gone_is_forgotten(schermen: Schermen, clock: Clock) -> None:
    opened(schermen, clock, *(str(number) for number in range(100)))

    schermen.keep(lambda session: session == "7")

    assert schermen.interval() == SHORTEST
    assert woken(schermen, 2) == "7"


def test_who_looks_at_a_past_moment_is_never_woken(schermen: Schermen, clock: Clock) -> None:
    opened(schermen, clock, "now")
    schermen.drawn("then", "tick of then", None)
    clock.now += 60

    assert [woken(schermen, version=2) for _ in range(2)] == ["now", None]
