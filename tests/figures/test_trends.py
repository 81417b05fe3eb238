"""A series in its band: what lies outside stands out, and what is hidden is not drawn."""

from datetime import date

from sdash import format as fmt
from sdash.figures import trends
from sdash.figures.style import LIGHT
from sdash.queries.trends import Maand


def maand(
    nr: int, aantal: int | None, noemer: int | None = None, regel: int | None = None
) -> Maand:
    known = aantal is not None
    return Maand(
        maand=date(2026, nr, 1),
        aantal=aantal,
        noemer=noemer,
        aandeel=None,
        gewoon=5.0 if known else None,
        onder=0 if known else None,
        boven=12 if known else None,
        regel=regel,
    )


def test_a_month_that_breaks_a_rule_is_a_diamond() -> None:
    *_, points = trends.reeks([maand(1, 5), maand(2, 14, regel=1)], LIGHT)["data"]

    assert points["marker"]["symbol"] == ["circle", "diamond"]
    assert "valt op (regel 1)" in points["hovertext"][1]


def test_a_part_is_drawn_of_all_of_that_month() -> None:
    band, usual, points = trends.reeks([maand(1, 5, 20), maand(2, 4, 40)], LIGHT)["data"]

    assert points["y"] == [0.25, 0.1]
    assert usual["y"] == [0.25, 0.125]
    assert band["y"] == [0.6, 0.3, 0, 0]


def test_a_hidden_month_has_no_point_and_no_band() -> None:
    band, _, points, *_ = trends.reeks([maand(1, 5), maand(2, None), maand(3, 6)], LIGHT)["data"]

    assert points["y"] == [5, None, 6]
    assert fmt.HIDDEN in points["hovertext"][1]
    assert len(band["x"]) == 4
