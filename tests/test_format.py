"""Numbers, dates and names as a Dutch reader expects them, whatever the browser speaks."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from sdash import format as fmt

NOW = datetime(2026, 11, 22, 13, 3, 22, tzinfo=UTC)


def plain(written: str) -> str:
    """With ordinary spaces, so that an expectation can be read."""
    return written.replace(fmt.NBSP, " ")


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (1234, 0, "1.234"),
        (Decimal("1234567.885"), 2, "1.234.567,89"),
        (0.5, 0, "1"),
        (-1234.5, 1, "−1.234,5"),
        (-0.004, 2, "0,00"),
    ],
)
def test_thousands_have_points_and_decimals_a_comma(
    value: float, decimals: int, written: str
) -> None:
    assert fmt.number(value, decimals) == written


def test_an_amount_in_a_table_is_exact_to_the_cent() -> None:
    assert plain(fmt.euro(Decimal("1234567.89"), 2)) == "€ 1.234.567,89"


def test_a_negative_amount_has_its_minus_before_the_sign() -> None:
    assert plain(fmt.euro(-1234)) == "−€ 1.234"


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (Decimal(12_345_678), "€ 12,3 mln"),
        (45_349, "€ 45.300"),
        (1234, "€ 1.234"),
        (Decimal(-1_250_000), "−€ 1,3 mln"),
    ],
)
def test_an_amount_in_a_tile_can_be_remembered(amount: float, written: str) -> None:
    assert plain(fmt.euro_short(amount)) == written


@pytest.mark.parametrize(
    ("amount", "written"),
    [(0, "0"), (500_000, "€ 500.000"), (5e6, "€ 5 mln"), (2.5e6, "€ 2,5 mln")],
)
def test_an_amount_on_an_axis_has_no_needless_zeros(amount: float, written: str) -> None:
    assert plain(fmt.euro_axis(amount)) == written


def test_a_share_is_a_percentage_with_a_space() -> None:
    assert plain(fmt.percent(0.1234, 1)) == "12,3 %"


@pytest.mark.parametrize(
    ("share", "written"), [(0.042, "+4,2 %"), (-0.042, "−4,2 %"), (0.0001, "0,0 %")]
)
def test_a_change_has_its_sign(share: float, written: str) -> None:
    assert plain(fmt.change(share)) == written


@pytest.mark.parametrize(
    ("value", "unit", "written"), [(14.0, "%", "14 %"), (2.15, "personen", "2,2 personen")]
)
def test_a_kerncijfer_keeps_its_unit(value: float, unit: str, written: str) -> None:
    assert plain(fmt.measure(value, unit)) == written


def test_months_and_days_are_dutch() -> None:
    day = date(2026, 3, 5)

    assert plain(fmt.month(day)) == "mrt 2026"
    assert fmt.month_name(day) == "maart"
    assert fmt.day(day) == "5 maart 2026"


def test_a_moment_is_told_in_dutch_time() -> None:
    assert fmt.moment(NOW) == "22 november 2026, 14:03"
    assert fmt.clock(NOW) == "14:03:22"
    assert plain(fmt.moment_short(NOW)) == "22 nov 2026 14:03"


@pytest.mark.parametrize(
    ("passed", "written"),
    [
        (timedelta(seconds=8), "8 s geleden"),
        (timedelta(minutes=4, seconds=30), "4 min geleden"),
        (timedelta(hours=3), "3 uur geleden"),
        (timedelta(days=1), "1 dag geleden"),
        (timedelta(days=21), "21 dagen geleden"),
        (timedelta(0), "nu"),
        (-timedelta(seconds=5), "nu"),
    ],
)
def test_an_age_is_told_in_its_largest_unit(passed: timedelta, written: str) -> None:
    assert fmt.age(NOW - passed, NOW) == written


@pytest.mark.parametrize(
    ("names", "written"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_names_are_listed_as_one_says_them(names: list[str], written: str) -> None:
    assert fmt.listing(names) == written


@pytest.mark.parametrize(
    "name",
    [
        "![](http://elders.example/baken)",
        "[klik](http://elders.example)",
        "<b>vet</b>",
        "$x^2$",
        ":material/bug:",
        "a|b",
        "# kop",
    ],
)
def test_a_name_from_data_never_becomes_markdown(name: str) -> None:
    escaped = fmt.escape_markdown(name)

    loose = escaped.replace("\\\\", "")
    assert all(loose[at - 1] == "\\" for at, sign in enumerate(loose) if sign in "![]()<>#$:|*_`")


def test_a_name_keeps_the_space_that_holds_an_amount_together() -> None:
    assert fmt.escape_markdown(fmt.euro(12)) == f"€{fmt.NBSP}12"


def test_a_name_in_a_figure_is_no_html() -> None:
    assert fmt.escape_plotly("<a href='x'>&") == "&lt;a href='x'&gt;&amp;"
