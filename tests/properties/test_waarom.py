"""Why care costs more or less, asked of messages: it adds up to what plain Python computes."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from sdash.answers import Answers
from sdash.domain import Rol
from sdash.queries import waarom
from tests.oracle.oracle import Oracle
from tests.oracle.strategies import History, histories
from tests.properties.cijfers import Gemeente, bestanden, gemeente

pytestmark = pytest.mark.slow

SOME = settings(max_examples=max(4, settings().max_examples // 5))
YEARS = waarom.Vergelijking(
    van=date(2026, 1, 1),
    tot=date(2026, 12, 1),
    toen_van=date(2025, 1, 1),
    toen_tot=date(2025, 12, 1),
)
PARTS = ("door_clienten", "door_intensiteit", "door_prijs", "door_anders")


def asked(
    it: Gemeente, *, toegekend: bool | None = None
) -> tuple[list[waarom.Oorzaken], list[waarom.Stroom]]:
    """What a controller is answered."""
    answers = Answers(it.warehouse, it.settings)
    params = YEARS.model_copy(update={"toegekend": toegekend})
    causes = answers.rows(waarom.oorzaken, params, Rol.CONTROLLER).rows
    return causes, answers.rows(waarom.stromen, params, Rol.CONTROLLER).rows


@SOME
@given(histories())
def test_the_parts_add_up_to_the_difference_of_the_independent_calculation(
    history: History,
) -> None:
    oracle = Oracle()
    for bestand in history.files:
        oracle.read(bestand.naam, bestand.inhoud)
    with gemeente() as it:
        it.deliver(*bestanden(history))
        found = {granted: asked(it, toegekend=granted) for granted in (None, True)}

    for granted, (causes, flows) in found.items():
        expected: Counter[str] = Counter()
        for regel, status in oracle.regels():
            if regel.begin.year in {2025, 2026} and (not granted or status == "toegekend"):
                sign = 1 if regel.begin.year == 2026 else -1
                expected.update(dict.fromkeys((regel.bron.wet, "totaal"), sign * regel.saldo))
        whole = {row.wet: row for row in causes if row.categorie == "totaal"}
        assert {wet: _cents(row.verschil) for wet, row in whole.items()} == {**expected}
        for row in causes:
            assert sum(_cents(getattr(row, part)) for part in PARTS) == _cents(row.verschil)
        for wet, cents in expected.items():
            parts = [row for row in flows if row.wet == wet and row.stroom != "totaal"]
            assert sum(_cents(row.verschil) for row in parts) == cents


@SOME
@given(histories())
def test_the_order_of_deliveries_changes_no_cause(history: History) -> None:
    delivered = bestanden(history)

    with gemeente() as it, gemeente() as other:
        it.deliver(*delivered)
        other.deliver(*delivered[::-1])
        found, of_other = asked(it), asked(other)

    assert of_other == found


def _cents(bedrag: Decimal | None) -> int:
    return int((bedrag or 0) * 100)
