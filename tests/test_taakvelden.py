"""The generations of taakvelden: what is certain, and where a series breaks."""

from collections import Counter

import pytest

from sdash.domain import CATEGORIE, FIRST_YEAR_OF_TAAKVELDEN, wet_of_taakveld
from sdash.taakvelden import BEGIN, GELDIG, GENERATIES, Regel, reeksen, regels

EVERY_YEAR = range(2019, 2028)


def existing(jaar: int) -> set[str]:
    return {veld for veld, van, tot in GELDIG if van <= jaar <= tot}


def test_generations_follow_each_other_without_a_gap() -> None:
    firsts, lasts = zip(*GENERATIES, strict=True)

    assert firsts[0] == BEGIN
    assert [last + 1 for last in lasts[:-1]] == [*firsts[1:]]
    assert firsts[-1] == FIRST_YEAR_OF_TAAKVELDEN


def test_a_product_is_booked_on_one_taakveld_in_a_year() -> None:
    counted = Counter(
        (regel.wet, regel.categorie, regel.productcode, jaar)
        for regel in regels()
        for jaar in EVERY_YEAR
        if regel.vanaf_jaar <= jaar <= regel.tot_jaar
    )

    assert {key for key, times in counted.items() if times > 1} == set()


@pytest.mark.parametrize("regel", regels(), ids=str)
def test_a_rule_books_on_a_taakveld_of_its_years_and_wet(regel: Regel) -> None:
    for jaar in {regel.vanaf_jaar, min(regel.tot_jaar, 2027)}:
        assert [veld for veld in existing(jaar) if veld.startswith(regel.taakveld)]
    assert wet_of_taakveld(regel.taakveld) == regel.wet
    assert regel.categorie in CATEGORIE[regel.wet]  # type: ignore[index]  # a StrEnum is its text


@pytest.mark.parametrize("jaar", EVERY_YEAR)
def test_every_taakveld_belongs_to_one_series(jaar: int) -> None:
    rows = [row for row in reeksen() if row[2] <= jaar <= row[3]]
    of_veld = {
        veld: {reeks for reeks, begin, *_ in rows if veld.startswith(begin)}
        for veld in existing(jaar)
    }

    assert {veld: found for veld, found in of_veld.items() if len(found) != 1} == {}


def test_only_youth_care_goes_on_over_2024_and_2025() -> None:
    assert {reeks for reeks, *_, doorgaand in reeksen() if doorgaand} == {"Jeugd maatwerk"}
