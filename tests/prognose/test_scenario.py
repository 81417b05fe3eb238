"""A scenario: neutral choices change nothing, more is more, and parts and interaction add up."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdash.prognose.scenario import Aannames, Basis, Keuzes, effect, samen, uitkomst

euros = st.floats(0, 1e9)
parts = st.floats(0, 1)
bases = st.builds(
    lambda verwacht, deel, maanden: Basis(verwacht, verwacht * deel, maanden),
    euros,
    parts,
    st.integers(0, 12),
)
choices = st.builds(
    Keuzes,
    tarief=st.floats(-10, 20),
    instroom=st.floats(-50, 50),
    verblijf=st.integers(-20, 20),
    voorliggend=st.floats(0, 60),
)
assumed = st.builds(Aannames, plaatsing=st.floats(0, 300_000), licht=st.floats(0, 100))
more = st.floats(0, 20)
CENT = 0.01


@given(bases, assumed)
def test_neutral_choices_change_nothing(basis: Basis, aannames: Aannames) -> None:
    assert uitkomst(basis, Keuzes(), aannames) == pytest.approx(basis.verwacht)
    assert effect(basis, Keuzes(), aannames).apart == {}
    assert effect(basis, Keuzes(), aannames).samen == 0


@given(bases, choices, assumed)
def test_parts_and_interaction_add_up(basis: Basis, keuzes: Keuzes, aannames: Aannames) -> None:
    found = effect(basis, keuzes, aannames)

    ends = uitkomst(basis, keuzes, aannames)
    total = basis.verwacht + sum(found.apart.values()) + found.wisselwerking
    assert total == pytest.approx(ends, abs=1, rel=1e-9)


@given(bases, choices, assumed, more)
def test_more_inflow_never_costs_less(
    basis: Basis, keuzes: Keuzes, aannames: Aannames, extra: float
) -> None:
    higher = replace(keuzes, instroom=keuzes.instroom + extra)

    assert uitkomst(basis, higher, aannames) >= uitkomst(basis, keuzes, aannames) - CENT


@given(bases, choices, assumed, st.integers(0, 5))
def test_one_more_placement_never_costs_less(
    basis: Basis, keuzes: Keuzes, aannames: Aannames, extra: int
) -> None:
    higher = replace(keuzes, verblijf=keuzes.verblijf + extra)

    assert uitkomst(basis, higher, aannames) >= uitkomst(basis, keuzes, aannames) - CENT


@given(bases, choices, assumed, more)
def test_more_voorliggend_never_costs_more(
    basis: Basis, keuzes: Keuzes, aannames: Aannames, extra: float
) -> None:
    higher = replace(keuzes, voorliggend=keuzes.voorliggend + extra)

    assert uitkomst(basis, higher, aannames) <= uitkomst(basis, keuzes, aannames) + CENT


@given(bases, choices, assumed, more)
def test_a_higher_tariff_never_costs_less_of_care_that_costs(
    basis: Basis, keuzes: Keuzes, aannames: Aannames, extra: float
) -> None:
    there = replace(keuzes, verblijf=abs(keuzes.verblijf))
    higher = replace(there, tarief=there.tarief + extra)

    assert uitkomst(basis, higher, aannames) >= uitkomst(basis, there, aannames) - CENT


def test_each_slider_does_what_it_says() -> None:
    basis, aannames = Basis(1_000_000, 200_000, 3), Aannames(plaatsing=80_000, licht=25)

    found = effect(basis, Keuzes(tarief=3, instroom=10, verblijf=2, voorliggend=20), aannames)

    assert found.apart == {
        "tarief": pytest.approx(30_000),
        "instroom": pytest.approx(20_000),
        "verblijf": pytest.approx(2 * 80_000 / 4),
        "voorliggend": pytest.approx(-200_000 * 0.2 * 0.75),
    }
    # 800,000 that was there, 220,000 less 15 % that comes in, 40,000 of placements; 3 % dearer.
    assert found.samen == pytest.approx((800_000 + 187_000 + 40_000) * 1.03 - 1_000_000)


@given(bases, bases)
def test_parts_of_the_same_months_add_up(one: Basis, other: Basis) -> None:
    together = samen([one, replace(other, maanden=one.maanden)])

    assert together == Basis(one.verwacht + other.verwacht, one.nieuw + other.nieuw, one.maanden)
    assert samen([]) is None
