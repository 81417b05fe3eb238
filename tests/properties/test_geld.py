"""The money model equals plain Python to the cent, whatever comes late, is rejected or credited."""

from decimal import Decimal

import pytest
from hypothesis import given, settings

from sdash.queries import geld
from tests.oracle.oracle import Oracle
from tests.oracle.strategies import JAREN, History, histories
from tests.properties.cijfers import Gemeente, bestanden, figures_of, gemeente

pytestmark = pytest.mark.slow

SOME = settings(max_examples=max(1, settings().max_examples // 5))


def asked(it: Gemeente, jaar: int) -> list[geld.PerDeel]:
    return it._ask(geld.per_deel, geld.Jaar(jaar=jaar))


def cents(amount: Decimal | None) -> int:
    return int((amount or Decimal()) * 100)


@SOME
@given(histories())
def test_parts_add_up_to_the_ledger_and_to_what_is_left(history: History) -> None:
    oracle = Oracle()
    for bestand in history.files:
        oracle.read(bestand.naam, bestand.inhoud)
    oracle.begroting.read(history.begroting or "")
    expected = figures_of(oracle)

    with gemeente() as it:
        it.deliver(*bestanden(history))
        answers = {jaar: asked(it, jaar) for jaar in JAREN}

    for (jaar, wet), (_, toegekend, in_behandeling, begroot) in expected.totaal.items():
        rows = [row for row in answers[jaar] if row.wet == wet]
        assert sum(cents(row.toegekend) for row in rows) == (toegekend or 0)
        assert sum(cents(row.in_behandeling) for row in rows) == (in_behandeling or 0)
        assert sum(cents(row.begroot) for row in rows) == (begroot or 0)
        for row in rows:
            if row.vrij is not None:
                costs = (row.toegekend, row.in_behandeling, row.buiten, row.verplicht)
                silent = cents(row.begroot_stil)
                assert cents(row.vrij) == cents(row.begroot) - silent - sum(map(cents, costs))
