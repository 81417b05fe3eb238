"""Plafonds in words: the most urgent first, and never only a colour."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sdash import format as fmt
from sdash.prognose.jaareinde import TE_KORT
from sdash.prognose.plafond import Uitputting
from sdash.queries import plafonds
from sdash.ui import plafonds as woorden
from tests.figures.test_plafonds import SAID, stand

NOT_SAID = Uitputting("a", SAID.maanden, reden=TE_KORT.format(er=3, nodig=12))


def plain(words: str) -> str:
    return words.replace(fmt.NBSP, " ")


def test_the_one_that_is_used_up_first_stands_on_top() -> None:
    rows = [stand("x", 70), stand("a", 60), stand("y", 99)]

    assert [row.code for row, _ in woorden.op_volgorde(rows, (SAID,))] == ["a", "y", "x"]


@pytest.mark.parametrize(
    ("used", "words"),
    [
        (85, "De Voorbeeldhoeve: boven 80 %, nu 85 % gebruikt."),
        (95, "De Voorbeeldhoeve: boven 90 %, nu 95 % gebruikt."),
        (104, "De Voorbeeldhoeve: op, nu 104 % gebruikt."),
    ],
)
def test_each_limit_has_its_words(used: int, words: str) -> None:
    assert [plain(said) for said in woorden.aandacht([stand("x", used)], ())] == [words]


def test_what_is_within_its_limits_asks_for_nothing() -> None:
    assert woorden.aandacht([stand("x", 79)], ()) == []


def test_what_will_be_used_up_asks_for_attention_with_its_month_and_chance() -> None:
    (said,) = woorden.aandacht([stand()], (SAID,))

    assert plain(said) == (
        "De Voorbeeldhoeve: nu 60 % gebruikt; verwacht 110 % (tussen € 90 en € 130), "
        "op in april (kans 70 %)."
    )


def test_what_is_expected_of_a_large_plafond_is_as_precise_as_its_edges_differ() -> None:
    close = replace(SAID, laag=(1_280_000.0,), hoog=(1_310_000.0,))

    (said,) = woorden.aandacht([stand()], (close,))

    assert "(tussen € 1,28 en € 1,31 mln)" in plain(said)


def test_why_nothing_is_expected_is_said() -> None:
    assert woorden.verder(stand(), NOT_SAID) == "nog niet te zeggen"
    (said,) = woorden.aandacht([stand("a", 85)], (NOT_SAID,))
    assert NOT_SAID.reden in said


def test_hidden_is_hidden() -> None:
    hidden = stand(gebruikt=None)

    assert woorden.woorden(hidden) == fmt.HIDDEN
    assert woorden.verder(hidden, SAID) == ""
    assert woorden.aandacht([hidden], ()) == []
    assert woorden.over(hidden, None).waarde == "–"
    assert woorden.waarom_niet(hidden, None) == fmt.HIDDEN.capitalize()


def test_the_sentence_counts_what_is_used_up_and_what_will_be() -> None:
    rows = [stand(), stand("x", 104), stand("y", 10)]

    assert woorden.zin(rows, (SAID,), 2026) == (
        "Van de 3 plafonds van 2026 is er 1 op; van 1 is het waarschijnlijk dat het dit jaar nog "
        "opraakt."
    )
    assert woorden.zin(rows, (NOT_SAID,), 2026).endswith("is nog niet te zeggen.")
    assert woorden.zin([], (), 2026) == woorden.GEEN.format(jaar=2026)


def test_the_first_page_names_what_is_nearly_used_up() -> None:
    rows = [stand("x", 104), stand("y", 95), stand("z", 91), stand("a", 60)]

    assert [plain(said) for said in woorden.bijna_op(rows)] == [
        "Het plafond van De Voorbeeldhoeve is voor 104 % gebruikt.",
        "Het plafond van De Voorbeeldhoeve is voor 95 % gebruikt.",
    ]


def test_what_is_left_is_told_with_what_is_still_promised() -> None:
    said = Uitputting("a", SAID.maanden, kans=(0.0,), toegezegd=25_000.0)

    kop = woorden.over(stand(), said)

    assert plain(f"{kop.waarde}; {kop.verandering}") == "€ 40 over; € 25.000 nog toegezegd"


def test_no_plafonds_are_no_zero() -> None:
    kern = plafonds.Kern(
        aantal=0,
        plafond=None,
        clienten=0,
        ingediend=Decimal(0),
        gebruikt=Decimal(0),
        ingediend_buiten=Decimal(0),
    )

    assert woorden.totaal(kern).basis == "er zijn geen plafonds bekend"
