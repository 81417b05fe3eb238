import pytest

from sdash.bench import Meting, herhaal, mediaan, p95


@pytest.mark.parametrize("waarde", [19.9, 20, 20.1])
def test_a_target_is_a_maximum_or_a_minimum(waarde: float) -> None:
    assert Meting("x", waarde, "ms", doel=20).gehaald is (waarde <= 20)
    assert Meting("x", waarde, "ms", doel=20, hoogstens=False).gehaald is (waarde >= 20)


def test_without_a_target_nothing_is_reached_or_missed() -> None:
    assert Meting("x", 1, "ms").gehaald is None


def test_the_warm_up_does_not_count() -> None:
    moments = iter(range(100))
    calls: list[None] = []

    seconds = herhaal(lambda: calls.append(None), warm=2, keer=3, klok=lambda: next(moments))

    assert len(calls) == 5
    assert seconds == [1, 1, 1]


def test_what_takes_long_is_done_less_often() -> None:
    moments = iter(range(100))

    seconds = herhaal(lambda: None, warm=0, keer=9, klok=lambda: next(moments), binnen=3.5)

    assert seconds == [1, 1, 1, 1]


def test_the_median_and_what_95_in_100_stay_under() -> None:
    samples = [*range(101)]

    assert (mediaan(samples), p95(samples)) == (50, 95)
    assert p95([7.0]) == 7.0
