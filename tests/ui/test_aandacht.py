"""What asks for attention, and what goes well."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from sdash import format as fmt
from sdash.domain import Wet
from sdash.queries import gegevens
from sdash.ui import aandacht
from tests.ui.rows import money

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def source(soort: str = "JW323", *, afgekeurd: int = 0, days: int = 3) -> gegevens.Bron:
    return gegevens.Bron(
        soort=soort,
        wet=Wet.JW,
        leveringen=10,
        gelezen=1000,
        geaccepteerd=1000 - afgekeurd,
        afgekeurd=afgekeurd,
        laatste=NOW - timedelta(days=days),
    )


def test_a_wet_ahead_of_its_budget_is_named_with_its_amount() -> None:
    kern = money(begroot=Decimal(12_000_000), ingediend_tot=Decimal(11_000_000))

    (point,) = aandacht.points({Wet.JW: kern}, [], NOW)

    assert point.replace(fmt.NBSP, " ").startswith("Jeugd loopt € 1,0 mln voor op een begroting")


def test_a_little_ahead_asks_for_nothing() -> None:
    kern = money(begroot=Decimal(12_000_000), ingediend_tot=Decimal(10_300_000))

    assert aandacht.points({Wet.JW: kern}, [], NOW) == []


def test_a_wet_without_a_budget_is_not_compared() -> None:
    assert aandacht.points({Wet.PW: money(begroot=None)}, [], NOW) == []
    assert aandacht.well({Wet.PW: money(begroot=None)}, []) == []


def test_a_source_with_many_refusals_is_named_with_its_share() -> None:
    (point,) = aandacht.points({}, [source(afgekeurd=50), source(afgekeurd=20)], NOW)

    assert point.replace(fmt.NBSP, " ").startswith("5,0 % van declaraties Jeugd is afgekeurd")


def test_a_monthly_source_that_is_silent_is_named() -> None:
    points = aandacht.points({}, [source(days=50), source(soort="kaart", days=900)], NOW)

    assert [point.split(" geen ")[1] for point in points] == ["declaraties Jeugd meer binnen."]


def test_there_are_never_more_than_five_points() -> None:
    assert len(aandacht.points({}, [source(days=50)] * 9, NOW)) == 5


def test_what_stays_within_its_budget_is_told_too() -> None:
    kern = money(begroot=Decimal(15_600_000), ingediend_tot=Decimal(12_000_000))

    within, read = aandacht.well({Wet.WMO: kern}, [source(afgekeurd=1)])

    assert within.replace(fmt.NBSP, " ").startswith("Wmo blijft € 1,0 mln achter")
    assert read.startswith("999 van 1.000 ontvangen regels")
