"""The chance that a plafond is used up, beside what happened: every chance counts once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdash.bench import uitputting
from sdash.bench.uitputting import Gezegd
from tests.prognose.gemeente import gelezen, steady

chances = st.lists(st.builds(Gezegd, st.floats(0, 1), st.booleans(), st.booleans()), max_size=40)


def counted(said: list[Gezegd]) -> int:
    """In how many words it is told how often a chance was said."""
    groups = [meting.uitleg for meting in uitputting.metingen(said) if meting.uitleg]
    return sum(int(uitleg.split()[0]) for uitleg in groups)


@given(chances)
def test_every_chance_that_was_said_is_counted_in_one_group(said: list[Gezegd]) -> None:
    assert counted(said) == len(said)


def test_a_chance_that_comes_true_as_often_as_it_says_is_not_beside_it() -> None:
    right = [Gezegd(0.2, is_op=nr == 0, raak=True) for nr in range(5)]
    wrong = [Gezegd(0.2, is_op=True, raak=False) for _ in range(5)]

    (naast,) = [one.waarde for one in uitputting.metingen(right) if one.eenheid == "procentpunt"]
    (ernaast,) = [one.waarde for one in uitputting.metingen(wrong) if one.eenheid == "procentpunt"]

    assert naast == pytest.approx(0)
    assert ernaast == pytest.approx(80)


@pytest.mark.parametrize("factor", [0.9, 1.1])
def test_where_all_goes_on_as_it_was_the_chance_is_right_of_every_plafond(
    factor: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uitputting, "FACTOREN", (factor,))
    stof = gelezen(*steady(46)).stof(uitputting.per_aanbieder)
    assert stof is not None

    said = uitputting.gezegd(stof)

    assert said != []
    assert {one.is_op for one in said} == {factor < 1}
    assert all((one.kans > 1 / 2) == one.is_op for one in said)


def test_of_a_year_of_which_the_end_is_not_known_nothing_is_judged() -> None:
    stof = gelezen(*steady(29)).stof(uitputting.per_aanbieder)
    assert stof is not None

    assert uitputting.gezegd(stof) == []
