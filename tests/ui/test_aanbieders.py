"""Aanbieders in words: a difference is only told when it is no accident of few people."""

import pytest

from sdash import format as fmt
from sdash.queries import aanbieders
from sdash.ui import aanbieders as woorden


def afloop(verlengd: int | None, clienten: int | None = 100) -> aanbieders.Afloop:
    share = verlengd / clienten if verlengd is not None and clienten else None
    return aanbieders.Afloop(
        aanbieder="1",
        naam="De Voorbeeldhoeve",
        clienten=clienten,
        duur=100,
        duur_verwacht=90,
        verlengd=verlengd,
        verlengd_aandeel=share,
        verlengd_verwacht=0.3,
        voortijdig=0,
        voortijdig_aandeel=0,
        voortijdig_verwacht=0.1,
    )


def test_a_sure_difference_is_told_with_its_band() -> None:
    assert woorden.zin([], [afloop(50)]).replace(fmt.NBSP, " ") == (
        "De Voorbeeldhoeve verlengt vaker: 50 % (tussen 40 % en 60 %), bij anderen met dezelfde "
        "producten 30 %."
    )


@pytest.mark.parametrize("row", [afloop(32), afloop(9, 10), afloop(None, None)])
def test_chance_few_people_and_hidden_ones_are_no_difference(row: aanbieders.Afloop) -> None:
    assert "verlengt vaker:" not in woorden.zin([], [row])
