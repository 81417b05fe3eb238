"""The chain ladder and its standard error, beside published figures and other calculations."""

from collections.abc import Sequence
from math import isnan, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdash.prognose.mack import Getallen, ladder

TAYLOR_ASHE = (
    (357848, 1124788, 1735330, 2218270, 2745596, 3319994, 3466336, 3606286, 3833515, 3901463),
    (352118, 1236139, 2170033, 3353322, 3799067, 4120063, 4647867, 4914039, 5339085),
    (290507, 1292306, 2218525, 3235179, 3985995, 4132918, 4628910, 4909315),
    (310608, 1418858, 2195047, 3757447, 4029929, 4381982, 4588268),
    (443160, 1136350, 2128333, 2897821, 3402672, 3873311),
    (396132, 1333217, 2180715, 2985752, 3691712),
    (440832, 1288463, 2419861, 3483130),
    (359480, 1421128, 2864498),
    (376686, 1363294),
    (344014,),
)
"""Taylor and Ashe (1983), as Mack (1993) uses it."""
RESERVES = (0, 95, 470, 710, 985, 1419, 2178, 3920, 4279, 4626)
STANDARD_ERRORS = (0, 76, 122, 134, 261, 411, 558, 875, 971, 1363)
"""In thousands, Mack (1993), table 2; of the whole 18,681 and 2,447."""
FACTORS = (3.491, 1.747, 1.457, 1.174, 1.104, 1.086, 1.054, 1.077, 1.018)
"""Mack (1993), section 5."""
Triangle = Sequence[Sequence[float]]


def array(rows: Triangle) -> Getallen:
    widest = max(map(len, rows))
    return np.array([[*row, *[np.nan] * (widest - len(row))] for row in rows], np.float64)


def plain(rows: Triangle) -> tuple[list[float], list[float], float]:
    """The ends, their standard errors and that of their sum, written out after Mack (1993)."""
    last = len(rows[0]) - 1
    factor, sigma2 = [], []
    for k in range(last):
        both = [row for row in rows if len(row) > k + 1]
        factor.append(sum(row[k + 1] for row in both) / sum(row[k] for row in both))
        spread = sum(row[k] * (row[k + 1] / row[k] - factor[k]) ** 2 for row in both)
        if len(both) > 1:
            sigma2.append(spread / (len(both) - 1))
        else:
            two, one = sigma2[-2:]
            sigma2.append(min(one * one / two, two, one) if two > 0 else one)
    full = [[*map(float, row)] for row in rows]
    for row in full:
        while len(row) <= last:
            row.append(row[-1] * factor[len(row) - 1])
    below = [sum(row[k] for row in rows if len(row) > k + 1) for k in range(last)]
    squares, together = [], 0.0
    for i, row in enumerate(full):
        open_steps = range(len(rows[i]) - 1, last)
        parts = [sigma2[k] / factor[k] ** 2 * (1 / row[k] + 1 / below[k]) for k in open_steps]
        squares.append(row[last] ** 2 * sum(parts))
        later = sum(other[last] for other in full[i + 1 :])
        shared = sum(2 * sigma2[k] / factor[k] ** 2 / below[k] for k in open_steps)
        together += squares[i] + row[last] * later * shared
    return [row[last] for row in full], [sqrt(one) for one in squares], sqrt(together)


def test_it_gives_the_published_reserves_and_standard_errors() -> None:
    found = ladder(array(TAYLOR_ASHE))

    newest = np.array([row[-1] for row in TAYLOR_ASHE])
    assert tuple(np.round((found.eind - newest) / 1000)) == RESERVES
    assert tuple(np.round(found.fout / 1000)) == STANDARD_ERRORS
    assert round((found.eind - newest).sum()) == 18_680_856
    assert found.fout_totaal == pytest.approx(2_447_095, abs=1)


@given(st.lists(st.lists(st.floats(1, 10**6), min_size=6, max_size=6), min_size=6, max_size=6))
def test_it_gives_what_the_formulas_give_written_out(increments: list[list[float]]) -> None:
    rows = [np.cumsum(row)[: 6 - i].tolist() for i, row in enumerate(increments)]
    found = ladder(array(rows))

    ends, errors, together = plain(rows)
    assert found.eind == pytest.approx(ends)
    assert found.fout == pytest.approx(errors)
    assert found.fout_totaal == pytest.approx(together)


def test_the_formulas_written_out_give_the_published_figures() -> None:
    ends, errors, together = plain(TAYLOR_ASHE)

    reserves = [end - row[-1] for end, row in zip(ends, TAYLOR_ASHE, strict=True)]
    assert tuple(round(reserve / 1000) for reserve in reserves) == RESERVES
    assert tuple(round(error / 1000) for error in errors) == STANDARD_ERRORS
    assert round(sum(reserves)) == 18_680_856
    assert together == pytest.approx(2_447_095, abs=1)


def test_it_gives_the_published_factors() -> None:
    assert tuple(np.round(ladder(array(TAYLOR_ASHE)).factoren, 3)) == FACTORS


def test_nothing_declared_in_the_month_itself_says_nothing_of_the_end() -> None:
    found = ladder(array([[0, 90, 100], [0, 80], [0]]))

    assert isnan(found.eind[2])
    assert found.aandeel == pytest.approx([0.0, 0.9, 1.0])


def test_one_month_of_history_cannot_say_how_it_goes_on() -> None:
    found = ladder(array([[50.0, np.nan, np.nan]]))

    assert isnan(found.eind[0])
    assert found.aandeel == pytest.approx([0.0, 0.0, 1.0])


def test_what_is_credited_in_full_cannot_be_extrapolated() -> None:
    found = ladder(array([[100, 0, 0], [50, 0], [70]]))

    assert isnan(found.eind[2])
    assert found.aandeel[0] == pytest.approx(0.0)


def test_a_credit_lowers_the_end() -> None:
    found = ladder(array([[100, 90], [100]]))

    assert found.eind == pytest.approx([90, 90])
