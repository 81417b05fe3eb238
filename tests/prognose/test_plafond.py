"""The chance that a plafond is used up: sure where all is steady, honest where little is known."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdash.domain import Wet
from sdash.prognose.jaareinde import TE_KORT
from sdash.prognose.plafond import (
    DUBBEL,
    GEEN_BAND,
    GEEN_BEDRAG,
    NIEUW,
    Uitputting,
    uitputting,
    veld_van,
)
from sdash.prognose.stand import standen
from sdash.queries.plafonds import Bereik
from sdash.queries.prognose import Driehoek, Toewijzing
from tests.prognose.gemeente import BEGIN, gelezen, lines, regel, steady, stof_of, toewijzing

MONTHS = 34


def bereik(plafond: float, **changed: object) -> Bereik:
    """A plafond of 2024 on what the one aanbieder of the municipality does."""
    whole = Bereik(
        code="a",
        wet=Wet.WMO,
        aanbieder="99000201",
        contractnummer="C1",
        categorie=None,
        productcode=None,
        begin=date(2022, 1, 1),
        van=date(2024, 1, 1),
        tot=date(2024, 12, 31),
        plafond=Decimal(str(plafond)),
    )
    return whole.model_copy(update=changed)


def said(rows: tuple[list[Driehoek], list[Toewijzing]], *bereiken: Bereik) -> list[Uitputting]:
    stof = gelezen(*rows).stof(veld_van(bereiken))
    assert stof is not None
    return uitputting(stof, standen(stof), bereiken)


def test_what_goes_on_as_it_was_is_used_up_in_its_month() -> None:
    (one,) = said(steady(MONTHS), bereik(1050))

    assert one.reden == ""
    assert one.midden[-1] == pytest.approx(1200, rel=0.01)
    assert one.kans[-3:] == pytest.approx([0, 1, 1], abs=0.02)
    assert one.op == date(2024, 11, 1)
    assert one.toegezegd == pytest.approx(200, rel=0.01)


def test_what_is_used_up_already_stays_so() -> None:
    (one,) = said(steady(MONTHS), bereik(500))

    assert one.kans[5:] == tuple([1.0] * 7)


def test_what_cannot_be_reached_has_no_chance() -> None:
    (one,) = said(steady(MONTHS), bereik(5000))

    assert (one.kans[-1], one.op) == (0.0, None)


def test_only_the_months_of_the_contract_count() -> None:
    (one,) = said(steady(MONTHS), bereik(350, van=date(2024, 9, 1)))

    assert one.maanden[0] == date(2024, 9, 1)
    assert one.midden[-1] == pytest.approx(400, rel=0.01)
    assert one.op == date(2024, 12, 1)


def test_a_narrow_plafond_takes_what_is_its_own() -> None:
    rows = steady(MONTHS)
    narrow = bereik(1050, code="b", categorie="01")

    rest, own = said(rows, bereik(1050), narrow)

    assert own.op == date(2024, 11, 1)
    assert rest.reden == NIEUW


@pytest.mark.parametrize(
    ("one", "reden"),
    [(bereik(-1), GEEN_BEDRAG), (bereik(1050, aanbieder="99000299"), NIEUW)],
)
def test_what_cannot_be_said_says_why(one: Bereik, reden: str) -> None:
    (found,) = said(steady(MONTHS), one)

    assert (found.kans, found.reden) == ((), reden)


def test_two_plafonds_for_the_same_say_nothing() -> None:
    both = said(steady(MONTHS), bereik(1050), bereik(900, code="b", contractnummer="C2"))

    assert [one.reden for one in both] == [DUBBEL, DUBBEL]


def test_one_after_the_other_is_no_overlap() -> None:
    first = bereik(550, tot=date(2024, 6, 30))
    second = bereik(550, code="b", contractnummer="C2", van=date(2024, 7, 1))

    both = said(steady(MONTHS), first, second)

    assert [one.op for one in both] == [date(2024, 6, 1), date(2024, 12, 1)]


def test_a_short_history_says_so() -> None:
    (one,) = said(steady(6), bereik(100, van=date(2022, 1, 1), tot=date(2022, 12, 31)))

    assert one.reden == TE_KORT.format(er=3, nodig=12)


def test_few_earlier_moments_say_so() -> None:
    (one,) = said(steady(26), bereik(1050))

    assert one.reden == GEEN_BAND


def restless(amounts: list[float]) -> Iterator[Driehoek]:
    """Months that cost what they cost, declared in the two months after."""
    for maand, euro in enumerate(amounts):
        for lag, part in ((1, 0.8), (2, 0.2)):
            if maand + lag < len(amounts):
                yield regel(maand, lag, round(euro * part, 2))


@settings(max_examples=15)
@given(
    amounts=st.lists(st.floats(10, 500), min_size=MONTHS, max_size=MONTHS),
    plafond=st.floats(1, 8000),
)
def test_a_chance_lies_between_none_and_sure_and_never_falls(
    amounts: list[float], plafond: float
) -> None:
    loopt = [toewijzing(1, date(2022, 1, 1), None, date(2022, 1, 1))]
    (one,) = said(([*restless(amounts)], loopt), bereik(plafond))

    assert one.kans
    assert all(0 <= kans <= 1 for kans in one.kans)
    assert all(before <= after for before, after in pairwise(one.kans))
    ordered = zip(one.laag, one.midden, one.hoog, strict=True)
    assert all(low <= middle <= high for low, middle, high in ordered)
    if sum(amounts[24 : MONTHS - 2]) >= plafond:
        assert one.kans[-1] == 1


def test_without_plafonds_posten_are_taakvelden() -> None:
    rows = [*lines(MONTHS)]
    stof = gelezen(rows, []).stof(veld_van([]))
    assert stof is not None

    assert stof.posten == stof_of(rows, []).posten
    assert stof.begin == BEGIN
