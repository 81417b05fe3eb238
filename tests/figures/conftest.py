"""Rows as the queries give them, few enough to check by hand."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from sdash.domain import Wet
from sdash.queries import uitgaven

MONTHS = [date(2026, month, 1) for month in (1, 2, 3)]


def kern(
    begroot: int | None = 2400, *, fictief: bool = False, tot: date = MONTHS[-1]
) -> uitgaven.Kern:
    """A year on top of the page."""
    return uitgaven.Kern(
        clienten=50,
        ingediend=Decimal(900),
        toegekend=Decimal(800),
        in_behandeling=Decimal(100),
        begroot=None if begroot is None else Decimal(begroot),
        begroot_fictief=fictief,
        laatste_maand=tot,
        ingediend_tot=Decimal(900),
        ingediend_vorig_jaar=Decimal(800),
    )


def verloop(wet: Wet, amounts: Sequence[int | None]) -> list[uitgaven.Verloop]:
    """One wet, month by month."""
    return [
        uitgaven.Verloop(
            maand=month,
            wet=wet,
            clienten=None if amount is None else 20,
            ingediend=None if amount is None else Decimal(amount),
            toegekend=None if amount is None else Decimal(0),
            in_behandeling=None if amount is None else Decimal(0),
        )
        for month, amount in zip(MONTHS, amounts, strict=False)
    ]


@pytest.fixture
def both() -> list[uitgaven.Verloop]:
    """Jeugd and Wmo over three months."""
    return [*verloop(Wet.JW, [100, 200, 300]), *verloop(Wet.WMO, [50, 100, 150])]


@pytest.fixture
def volledigheid() -> list[uitgaven.Volledigheid]:
    """March is still coming in."""
    shares = zip(MONTHS, (1.0, 0.97, 0.6), strict=True)
    return [
        uitgaven.Volledigheid(
            maand=month,
            wet=Wet.JW,
            toewijzingen=100,
            gedeclareerd=round(share * 100),
            aandeel=share,
        )
        for month, share in shares
    ]
