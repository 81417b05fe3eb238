"""The money model equals plain Python to the cent, whatever comes late, is rejected or credited."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given, settings

from sdash.queries import geld
from tests.oracle.oracle import Oracle
from tests.oracle.strategies import JAREN, History, histories
from tests.oracle.verplicht import Tarieven, verplicht
from tests.properties.beloften import Bericht, beloften, tarieven
from tests.properties.cijfers import Gemeente, bestanden, figures_of, gemeente

pytestmark = pytest.mark.slow

SOME = settings(max_examples=max(1, settings().max_examples // 5))
TARIEF = "agb_code;wet;productcode;eenheid;tarief;van;tot\n"


def file_of(prices: Tarieven) -> list[tuple[str, bytes]]:
    lines = [
        f"{whose or ''};{wet};{code};{eenheid};{Decimal(cents) / 100};2000-01-01;\n"
        for wet, whose, code, eenheid, cents in prices
    ]
    return [("tarieven.csv", (TARIEF + "".join(lines)).encode())] if lines else []


def asked(it: Gemeente, jaar: int) -> list[geld.PerDeel]:
    return it._ask(geld.per_deel, geld.Jaar(jaar=jaar))


def cents(amount: Decimal | None) -> int:
    return int((amount or Decimal()) * 100)


@SOME
@given(beloften(), tarieven())
def test_what_is_promised_equals_the_independent_calculation(
    messages: list[Bericht], prices: Tarieven
) -> None:
    oracle = Oracle()
    for naam, inhoud in messages:
        oracle.read(naam, inhoud)

    with gemeente() as it:
        it.deliver(*messages[:2])
        it.deliver(*messages[2:], *file_of(prices))
        answers = {jaar: asked(it, jaar) for jaar in JAREN}

    for jaar, rows in answers.items():
        promised, unpriced = Counter[str](), Counter[str]()
        for row in rows:
            promised[str(row.wet)] += cents(row.verplicht)
            unpriced[str(row.wet)] += row.zonder_prijs or 0
        expected = verplicht(oracle, jaar, prices)
        assert +promised == +Counter({wet: one.centen for wet, one in expected.items()})
        assert +unpriced == +Counter({wet: one.zonder_prijs for wet, one in expected.items()})


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
