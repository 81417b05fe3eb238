"""Wilson's band is that of scipy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from sdash.prognose.wilson import band


@given(st.data(), st.integers(1, 5000))
def test_the_band_is_that_of_scipy(data: st.DataObject, geheel: int) -> None:
    deel = data.draw(st.integers(0, geheel))

    theirs = binomtest(deel, geheel).proportion_ci(method="wilson")

    assert band(deel, geheel) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


def test_of_nobody_everything_may_be() -> None:
    assert band(0, 0) == (0, 1)
