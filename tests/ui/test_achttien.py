"""Who turns 18, in words: nothing that is hidden is said."""

from datetime import date

import pytest

from sdash import format as fmt
from sdash.queries.achttien import Kern
from sdash.ui import achttien
from sdash.ui.koppen import TE_WEINIG
from sdash.ui.opties import half_a_year_after

KERN = Kern(
    clienten=40,
    bereikt=35,
    later=5,
    verlengd=20,
    anders=15,
    verblijf=6,
    uitkering_vanaf=date(2026, 1, 1),
)
HIDDEN = KERN.model_copy(update={"verlengd": None, "anders": None, "verblijf": None})


def plain(words: str) -> str:
    return words.replace(fmt.NBSP, " ")


def test_the_sentence_says_who_still_had_care() -> None:
    assert plain(achttien.zin(KERN, "18 in 2025")) == (
        "18 in 2025: 40 jongeren met jeugdhulp op hun 17½; van wie nu 18 is, had 20 van 35 ook "
        "daarna nog jeugdhulp."
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"verlengd": None}, "18 in 2025: 40 jongeren met jeugdhulp op hun 17½."),
        ({"clienten": None}, "18 in 2025: te weinig mensen om te tonen."),
        ({"clienten": 0}, "18 in 2025: niemand had jeugdhulp op zijn 17½."),
    ],
)
def test_the_sentence_says_why_it_says_no_more(changed: dict[str, object], said: str) -> None:
    assert plain(achttien.zin(KERN.model_copy(update=changed), "18 in 2025")).endswith(said)


def test_headline_numbers_are_shown_beside_what_they_are_a_part_of() -> None:
    found = [(kop.waarde, plain(kop.verandering), kop.basis) for _, kop in achttien.koppen(KERN)]

    assert found == [
        ("40", "", "van wie 5 nog 18 worden"),
        ("20", "57 %", "van wie nu 18 is"),
        ("15", "43 %", "van wie nu 18 is"),
        ("6", "", "van nu af"),
    ]


def test_a_hidden_number_is_shown_as_hidden() -> None:
    assert [kop for _, kop in achttien.koppen(HIDDEN)][1:] == [TE_WEINIG] * 3


def test_who_sees_little_is_told_how_to_see_more() -> None:
    assert achttien.lezen(HIDDEN)[0] == achttien.MEER_JAREN
    assert achttien.MEER_JAREN not in achttien.lezen(KERN)


def test_it_is_said_from_when_uitkeringen_are_known() -> None:
    assert "januari 2026" in achttien.lezen(KERN)[-1]
    without = KERN.model_copy(update={"uitkering_vanaf": None})
    assert "geen bestand met uitkeringen" in achttien.lezen(without)[-1]


@pytest.mark.parametrize(
    ("first_day", "month"),
    [(date(2020, 1, 1), date(2020, 7, 1)), (date(2026, 4, 1), date(2026, 10, 1))],
)
def test_who_turns_18_is_followed_from_half_a_year_after_what_is_kept(
    first_day: date, month: date
) -> None:
    assert half_a_year_after(first_day) == month
