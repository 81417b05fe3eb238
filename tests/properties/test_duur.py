"""How long care lasts and who waits, asked of messages: day by day the same as plain Python."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from tests.oracle.oracle import Oracle, _is_active
from tests.oracle.records import Melding, Versie
from tests.oracle.strategies import History, histories
from tests.properties.cijfers import bestanden, gemeente

pytestmark = pytest.mark.slow

SOME = settings(max_examples=max(1, settings().max_examples // 5))
A_DAY = timedelta(days=1)
BRIDGED = timedelta(days=31)
"""Two days so far from each other have thirty days without care between them."""
FOR_EVER = date(9999, 12, 31)
HORIZON = date(2027, 6, 30)
"""Care that has not ended by then has no end."""
Traject = tuple[str, str | None, str, date, date, date | None]


@SOME
@given(histories())
def test_a_stretch_of_care_has_the_days_and_the_start_of_an_independent_calculation(
    history: History,
) -> None:
    oracle = Oracle()
    for bestand in history.files:
        oracle.read(bestand.naam, bestand.inhoud)
    with gemeente() as it:
        it.deliver(*bestanden(history))
        with it.warehouse.at(None) as cursor:
            found = cursor.execute(
                "SELECT wet, categorie, aanbieder, van, tot, begonnen FROM zorgtraject"
            ).fetchall()

    assert Counter(found) == Counter(trajecten(oracle))


def trajecten(oracle: Oracle) -> Iterator[Traject]:
    """The stretches of all persons, products and aanbieders, of which each day was looked at."""
    said = oracle._said()
    days: dict[tuple[str, str, str | None, str], dict[date, set[date]]] = {}
    for versie in oracle._current():
        about = said.get((versie.bron.wet, versie.nummer), [])
        whose = (versie.bron.wet, versie.client, versie.product[0], versie.bron.aanbieder)
        for stretch in _stretches(_days_of(versie, about)):
            for day in stretch:
                days.setdefault(whose, {}).setdefault(day, set()).update(
                    _starts(versie, about, stretch)
                )
    for (wet, _, categorie, aanbieder), known in days.items():
        for stretch in _stretches(sorted(known), BRIDGED):
            starts = set[date]().union(*(known[day] for day in stretch))
            tot = FOR_EVER if stretch[-1] == HORIZON else stretch[-1]
            yield wet, categorie, aanbieder, stretch[0], tot, min(starts, default=None)


def _days_of(versie: Versie, about: list[Melding]) -> list[date]:
    last = min(versie.eind or HORIZON, HORIZON)
    asked = [versie.ingang + nr * A_DAY for nr in range((last - versie.ingang).days + 1)]
    return [day for day in asked if _is_active(versie, about, day)]


def _stretches(days: list[date], step: timedelta = A_DAY) -> list[list[date]]:
    """Days in order, divided where two of them lie further from each other than a step."""
    found: list[list[date]] = []
    for day in days:
        if not found or day - found[-1][-1] > step:
            found.append([])
        found[-1].append(day)
    return found


def _starts(versie: Versie, about: list[Melding], stretch: list[date]) -> set[date]:
    """The starts of a stretch; of the first one of a toewijzing also those before it."""
    first = date.min if stretch[0] == versie.ingang else stretch[0]
    return {one.begin for one in about if one.eind is None and first <= one.begin <= stretch[-1]}
