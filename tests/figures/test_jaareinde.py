"""The way to the end of a year: what is solid, what is dashed, and what is hidden."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import numpy as np

from sdash import format as fmt
from sdash.figures import jaareinde as figures
from sdash.figures import uitgaven
from sdash.figures.style import LIGHT, Figure, is_decor
from sdash.queries import jaareinde
from tests.figures.conftest import kern, verloop
from tests.figures.reading import traces, words

MONTHS = [date(2026, nr, 1) for nr in range(1, 13)]
END: dict[str, Any] = dict.fromkeys(jaareinde.Kern.model_fields)


def named(figure: Figure, name: str) -> dict[str, Any]:
    (trace,) = [trace for trace in traces(figure) if trace.get("name") == name]
    return trace


def way(binnen: list[int | None]) -> list[jaareinde.Verloop]:
    """A hundred a month, of which so much is in; the way goes on from June."""
    return [
        jaareinde.Verloop(
            maand=month,
            clienten=20,
            binnen=None if amount is None else Decimal(amount),
            verwacht=Decimal(100),
            laag=Decimal(100 * month.month - 10) if month.month > 5 else None,
            midden=Decimal(100 * month.month) if month.month > 5 else None,
            hoog=Decimal(100 * month.month + 20) if month.month > 5 else None,
        )
        for month, amount in zip(MONTHS, [*binnen, *[None] * (12 - len(binnen))], strict=True)
    ]


def end(**parts: Any) -> list[jaareinde.Kern]:  # noqa: ANN401  (any column)
    usual = {"maand": MONTHS[6], "midden": Decimal(1200), "begroot": Decimal(1100)}
    return [jaareinde.Kern(**{**END, **usual, **parts})]


def test_what_is_in_is_solid_and_what_is_expected_is_dashed() -> None:
    figure = figures.koers(way([100, 100, 100, 100, 100, 90, 50]), end(), LIGHT)

    solid, dashed = named(figure, "Al binnen"), named(figure, "Naar verwachting")
    assert solid["y"] == [100, 200, 300, 400, 500, 590, 640]
    assert dashed["y"] == [600, 700, 800, 900, 1000, 1100, 1200]
    assert "dash" not in solid["line"]
    assert dashed["line"]["dash"] == "dash"


def test_months_of_which_much_is_to_come_are_hatched() -> None:
    figure = figures.koers(way([100, 100, 100, 100, 100, 90, 50]), end(), LIGHT)

    (hatched,) = [trace for trace in traces(figure) if "fillpattern" in trace]
    assert {*hatched["x"]} == {fmt.month(month) for month in MONTHS[4:7]}


def test_the_line_stops_before_a_month_that_is_hidden() -> None:
    figure = figures.koers(way([100, None, 100]), end(), LIGHT)

    assert named(figure, "Al binnen")["y"] == [100]


def test_the_band_is_widest_outside_and_lies_around_the_middle() -> None:
    figure = figures.koers(way([100]), end(), LIGHT)

    layers = [trace for trace in traces(figure) if is_decor(trace) and "fillpattern" not in trace]
    widths = [max(layer["y"]) for layer in layers]
    assert widths == sorted(widths, reverse=True)
    assert max(layers[0]["y"]) == 1220
    assert min(layers[0]["y"]) == 590


def test_budget_and_naive_line_are_drawn_only_when_known() -> None:
    with_both = figures.koers(way([100]), end(naief=Decimal(900)), LIGHT)
    without = figures.koers(way([100]), end(begroot=None), LIGHT)

    assert named(with_both, "Begroting, gelijk verdeeld")["y"][-1] == 1100
    assert named(with_both, "Doorgetrokken")["y"][-1] == 900
    assert "begroting" not in words(without)
    assert "doorgetrokken" not in words(without)


def test_the_expected_end_says_its_band() -> None:
    wide = figures.koers(way([100]), end(), LIGHT)
    without = [row.model_copy(update={"laag": None, "hoog": None}) for row in way([100])]

    assert "tussen € 1.190<br>en € 1.220" in words(wide).replace(fmt.NBSP, " ")
    assert "tussen" not in words(figures.koers(without, end(), LIGHT))


def test_a_band_that_no_rounded_amounts_can_tell_is_not_said() -> None:
    edges = {
        "laag": Decimal(15_690_000),
        "midden": Decimal(15_700_000),
        "hoog": Decimal(15_710_000),
    }
    narrow = [row.model_copy(update=edges) for row in way([100])]

    assert "tussen" not in words(figures.koers(narrow, end(), LIGHT))


def test_the_course_of_uitgaven_goes_on_to_the_expected_end() -> None:
    rows = verloop("jw", [100, 200, 300])  # type: ignore[arg-type]

    figure = uitgaven.koers(rows, [kern()], [], way([100]), LIGHT)

    assert named(figure, "Naar verwachting")["y"][-1] == 1200
    assert "verwacht" in words(figure)


def looked_back(*jaren: int) -> list[jaareinde.Terugblik]:
    """Every month of these years, of which the outcome of the last half year is not known."""
    months = [date(jaar, nr, 1) for jaar in jaren for nr in range(1, 13)]
    return [
        jaareinde.Terugblik(
            maand=month,
            jaar=month.year,
            clienten=20,
            laag=Decimal(90),
            midden=Decimal(100),
            hoog=Decimal(110),
            naief=Decimal(0),
            uitkomst=Decimal(105) if month < date(jaren[-1], 7, 1) else None,
        )
        for month in months
    ]


def test_an_outcome_that_is_not_known_is_not_drawn() -> None:
    figure = figures.terugblik(looked_back(2026), LIGHT)

    assert named(figure, "Uitkomst")["y"] == [105] * 6 + [None] * 6
    assert figure["layout"]["yaxis"]["range"][0] > 0, "the naive line does not press the others"


def test_nothing_is_drawn_from_the_end_of_one_year_to_that_of_the_next() -> None:
    figure = figures.terugblik(looked_back(2025, 2026), LIGHT)

    bands = [trace for trace in traces(figure) if is_decor(trace)]
    assert {name[-4:] for band in bands for name in band["x"]} == {"2025", "2026"}
    assert all(len({name[-4:] for name in band["x"]}) == 1 for band in bands)
    for name in ("Toen verwacht", "Toen doorgetrokken", "Uitkomst"):
        line = named(figure, name)
        steps = pairwise(zip(line["x"], line["y"], strict=True))
        drawn = [(a, b) for (a, low), (b, high) in steps if None not in {low, high}]
        assert drawn != []
        assert all(a[-4:] == b[-4:] for a, b in drawn)


def test_no_two_labels_lie_on_each_other() -> None:
    rows = verloop("jw", [100, 200, 300])  # type: ignore[arg-type]

    figure = uitgaven.koers(rows, [kern(begroot=1250)], [], way([100]), LIGHT)

    heights = sorted(label["y"] for label in figure["layout"]["annotations"])
    assert len(heights) == 3
    assert min(np.diff(heights)) >= 200
    assert figure["layout"]["yaxis"]["range"][1] > heights[-1]


def test_every_label_stands_within_the_chart_also_where_sums_are_close_or_small() -> None:
    close = figures.koers(way([100]), end(begroot=Decimal(1200), naief=Decimal(1190)), LIGHT)
    small = uitgaven.koers(
        [*verloop("jw", [1]), *verloop("wmo", [1])],  # type: ignore[arg-type]
        [kern(begroot=1_000_000)],
        [],
        [],
        LIGHT,
    )

    for figure, labels in ((close, 4), (small, 3)):
        heights = sorted(label["y"] for label in figure["layout"]["annotations"])
        low, high = figure["layout"]["yaxis"]["range"]
        assert len(heights) == labels
        assert low <= heights[0] < heights[-1] < high
        assert min(np.diff(heights)) >= high / 12
