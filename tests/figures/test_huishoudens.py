"""Households, drawn: what is hidden stands with all others, and nothing is added up."""

from datetime import date

from sdash import format as fmt
from sdash.figures import huishoudens as figures
from sdash.figures._upset import MOST
from sdash.figures.alt import alt
from sdash.figures.style import LIGHT
from sdash.queries import huishoudens
from tests.figures.reading import traces, words


def wetten(combinatie: str, count: int | None, samen: int | None = 100) -> huishoudens.Wetten:
    share = None if count is None or samen is None else count / samen
    return huishoudens.Wetten(
        combinatie=combinatie, huishoudens=count, mensen=count, samen=samen, aandeel=share
    )


def test_each_combination_has_its_bar_above_the_dots_of_what_is_in_it() -> None:
    drawn = figures.wetten([wetten("wmo", 60), wetten("jw + wmo", 40)], LIGHT)

    bars, _, dots = traces(drawn)

    assert bars["y"] == [60, 40]
    assert [*zip(dots["x"], dots["y"], strict=True)] == [
        (0, 1), (None, None), (1, 0), (1, 1), (None, None),
    ]  # fmt: skip
    assert "Jeugdwet" in words(drawn)
    assert "Participatiewet" not in words(drawn)


def test_what_is_hidden_stands_together_as_what_is_left_of_all() -> None:
    drawn = figures.wetten([wetten("wmo", 60), wetten("jw", None), wetten("pw", None)], LIGHT)

    bars = traces(drawn)[0]

    assert bars["y"] == [60, 40]
    assert bars["hovertext"][-1] == "overige combinaties: 40 huishoudens"
    assert "over-<br>ige" in words(drawn)


def test_where_the_whole_is_hidden_too_nothing_is_said_of_the_others() -> None:
    drawn = figures.wetten([wetten("wmo", 60, None), wetten("jw", None, None)], LIGHT)

    assert traces(drawn)[0]["y"] == [60, None]
    assert "met te weinig mensen om te tonen" in alt(drawn)


def test_more_combinations_than_fit_stand_with_the_others() -> None:
    names = ["geld", "wonen", "gezin", "justitie", "verslaving", "sociaal netwerk"]
    rows = [
        huishoudens.Leefgebieden(
            combinatie=f"{one} + {other}", huishoudens=10, samen=300, aandeel=1 / 30
        )
        for one in names
        for other in names
        if one < other
    ]

    bars = traces(figures.leefgebieden(rows, LIGHT))[0]

    assert len(bars["y"]) == MOST + 1
    assert bars["y"][-1] == 300 - 10 * MOST


def test_four_is_said_as_four_or_more() -> None:
    rows = [
        huishoudens.Aantal(aantal=nr, huishoudens=count, samen=100, aandeel=share)
        for nr, count, share in ((1, 93, 0.93), (4, None, None))
    ]

    drawn = figures.problemen(rows, LIGHT)

    assert "1 leefgebied " in words(drawn)
    assert "4 of meer leefgebieden" in words(drawn)
    assert fmt.HIDDEN in words(drawn)


def test_stapeling_stands_beside_the_country_of_2023() -> None:
    row = huishoudens.Stapeling(
        begin=date(2026, 1, 1),
        eind=date(2026, 6, 30),
        huishoudens=900,
        enkel=400,
        gestapeld=500,
        alle=10_000,
        alle_jaar=2024,
        aandeel=0.05,
    )

    bars, marks = traces(figures.stapeling([row], LIGHT))

    assert bars["x"] == [5.0]
    assert [round(mark, 9) for mark in marks["x"]] == [9.7]
    assert fmt.percent(0.05, 1) in words(figures.stapeling([row], LIGHT))
