"""The warehouse answers what plain Python computes from the same messages, whatever their order."""

import pytest
from hypothesis import given, settings

from tests.oracle.strategies import History, histories
from tests.properties.cijfers import bestanden, calculated, gemeente, tellingen_of

pytestmark = pytest.mark.slow

ALL = settings().max_examples
SOME = settings(max_examples=max(4, ALL // 5))


@given(histories())
def test_a_batch_gives_the_figures_of_the_independent_calculation(history: History) -> None:
    tellingen, expected = calculated(history)

    with gemeente() as it:
        uitkomsten = it.deliver(*bestanden(history))
        answers = it.cijfers()

    assert tellingen_of(uitkomsten) == tellingen
    assert answers == expected


@SOME
@given(histories())
def test_one_by_one_gives_the_figures_of_the_independent_calculation(history: History) -> None:
    tellingen, expected = calculated(history)

    with gemeente() as it:
        uitkomsten = [one for bestand in bestanden(history) for one in it.deliver(bestand)]
        answers = it.cijfers()

    assert tellingen_of(uitkomsten) == tellingen
    assert answers == expected


@SOME
@given(histories(clashes=True))
def test_messages_with_the_same_number_count_the_same_in_any_order(history: History) -> None:
    _, expected = calculated(history)

    with gemeente() as it:
        it.deliver(*bestanden(history))
        answers = it.cijfers()

    assert answers == expected


@SOME
@given(histories())
def test_the_order_of_deliveries_never_matters(history: History) -> None:
    delivered = bestanden(history)

    with gemeente() as it, gemeente() as other:
        it.deliver(*delivered)
        other.deliver(*delivered[::-1])
        answers, of_other = it.cijfers(), other.cijfers()

    assert answers == of_other


@SOME
@given(histories())
def test_delivering_everything_again_changes_nothing_also_after_a_restart(
    history: History,
) -> None:
    delivered = bestanden(history)

    with gemeente() as it:
        it.deliver(*delivered)
        before = it.cijfers()
        again = it.deliver(*delivered)
        it.restart()
        again += it.deliver(*delivered)
        after = it.cijfers()

    assert after == before
    assert [one.geaccepteerd for one in again] == [0] * len(again)


@SOME
@given(histories())
def test_a_rebuild_gives_the_same_figures(history: History) -> None:
    with gemeente() as it:
        for bestand in bestanden(history):
            it.deliver(bestand)
        before = it.cijfers()
        it.warehouse.rebuild()
        after = it.cijfers()

    assert after == before


@SOME
@given(histories())
def test_every_record_is_accepted_or_rejected_and_months_add_up_to_the_year(
    history: History,
) -> None:
    with gemeente() as it:
        uitkomsten = it.deliver(*bestanden(history))
        answers = it.cijfers()

    assert [one.gelezen for one in uitkomsten] == [
        one.geaccepteerd + one.afgekeurd for one in uitkomsten
    ]
    assert answers.summed_by_year() == answers.spent
