"""The money model equals plain Python to the cent, whatever comes late, is rejected or credited."""

from collections import Counter
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdash.queries import geld
from tests.oracle.oracle import Oracle
from tests.oracle.strategies import JAREN, History, histories
from tests.oracle.verplicht import Tarieven, verplicht
from tests.properties.cijfers import Gemeente, bestanden, figures_of, gemeente

pytestmark = pytest.mark.slow

SOME = settings(max_examples=max(1, settings().max_examples // 5))
TARIEF = "agb_code;wet;productcode;eenheid;tarief;van;tot\n"
CODES = {"jw": ("45A04", "45A05"), "wmo": ("02A04", "02A05")}


@st.composite
def tarieven(draw: st.DrawFn) -> Tarieven:
    """Prices that are good at all times, of one aanbieder or of all, each key once."""
    keys = st.tuples(st.sampled_from(["jw", "wmo"]), st.sampled_from([None, "42420001"]))
    rows = draw(st.lists(st.tuples(keys, st.integers(0, 1)), unique=True, max_size=4))
    return [
        (wet, whose, CODES[wet][code], "04", draw(st.sampled_from([1, 333, 5001])))
        for (wet, whose), code in rows
    ]


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
@given(histories(), tarieven(), st.randoms(use_true_random=False))
def test_what_is_promised_equals_the_independent_calculation(
    history: History, prices: Tarieven, chance: Random
) -> None:
    files = [*bestanden(history), *file_of(prices)]
    chance.shuffle(files)
    oracle = Oracle()
    for bestand in history.files:
        oracle.read(bestand.naam, bestand.inhoud)

    with gemeente() as it:
        it.deliver(*files)
        answers = {jaar: asked(it, jaar) for jaar in JAREN}
        it.warehouse.rebuild()
        again = {jaar: asked(it, jaar) for jaar in JAREN}

    assert again == answers
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
