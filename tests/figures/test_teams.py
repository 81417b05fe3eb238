"""Small multiples of the teams, what they do, how old it is, and which wijken teams share."""

from datetime import date
from typing import Any

from sdash import format as fmt
from sdash.figures import _veelvoud
from sdash.figures import teams as figures
from sdash.figures.alt import alt
from sdash.figures.style import LIGHT, Figure
from sdash.queries import teams
from tests.figures.reading import traces, words

MONTHS = [date(2026, nr, 1) for nr in range(1, 5)]
NOW: dict[str, Any] = dict.fromkeys(teams.Kern.model_fields)


def kern(**known: object) -> list[teams.Kern]:
    return [teams.Kern.model_validate({**NOW, **known})]


def course(team: str, *eind: int | None, first: int = 0, **known: object) -> list[teams.Verloop]:
    """The end of each month of a team, from one of the months on."""
    plausible = {"begin": 1, "instroom": 3, "uitstroom": 2, "fte": None, "per_fte": None}
    return [
        teams.Verloop.model_validate(
            {**plausible, "maand": month, "team": team, "eind": count, **known}
        )
        for month, count in zip(MONTHS[first:], eind, strict=False)
    ]


def said(figure: Figure) -> str:
    return words(figure).replace(fmt.NBSP, " ")


def test_the_total_adds_up_teams_and_is_hidden_where_one_of_them_is() -> None:
    rows = [*course("Noord", 10, 20, None, 40), *course("Zuid", 1, 2, 3, 4)]

    (line,) = traces(figures.actief(rows, kern(casussen=44), LIGHT))

    assert line["y"] == [11, 22, None, 44]


def test_what_was_told_of_a_past_year_is_a_dated_line_on_the_scale() -> None:
    told = kern(casussen=44, toen_jaar=2018, toen_stand=1000, toen_aandeel=0.1)

    figure = figures.actief(course("Noord", 10, 20, 30, 40), told, LIGHT)
    without = figures.actief(course("Noord", 10, 20, 30, 40), kern(casussen=44), LIGHT)

    (line,) = figure["layout"]["shapes"]
    assert line["y0"] == line["y1"] == 1000 < figure["layout"]["yaxis"]["range"][1]
    assert "2018: ongeveer 1.000" in said(figure)
    assert without["layout"]["shapes"] == []
    assert "2018" not in said(without)


def test_every_team_has_a_row_of_the_same_scale_under_the_one_before() -> None:
    rows = [*course("Zuid", 50, 50, 50, 50), *course("Noord", 100, 100, 100, 100)]

    noord, zuid = traces(figures.per_team(rows, [], LIGHT))

    assert (noord["name"], zuid["name"]) == ("Noord", "Zuid")
    assert noord["y"] == [_veelvoud.DRAWN] * 4
    assert zuid["y"] == [-1 + _veelvoud.DRAWN / 2] * 4
    assert zuid["customdata"] == [50] * 4


def test_a_team_begins_with_its_first_month_and_a_hidden_month_is_a_gap() -> None:
    rows = [*course("Noord", 10, 10, 10, 10), *course("Zuid", None, 8, first=2)]

    figure = figures.per_team(rows, [], LIGHT)

    _, zuid = traces(figure)
    assert zuid["y"][:3] == [None] * 3
    assert zuid["y"][3] is not None
    assert "8 casussen" in said(figure)
    assert f"Zuid: {fmt.HIDDEN}" in zuid["hovertext"]


def test_a_day_on_which_teams_changed_is_marked_before_its_month() -> None:
    changed = [
        teams.Wisseling(dag=dag, team="x", soort="begonnen", wijken=1, teams=count)
        for dag, count in ((date(2015, 1, 1), 3), (date(2026, 3, 1), 4), (date(2027, 1, 1), 5))
    ]

    figure = figures.per_team(course("Noord", 1, 2, 3, 4), changed, LIGHT)
    without = figures.per_team(course("Noord", 1, 2, 3, 4), changed[:1], LIGHT)

    assert [shape["x0"] for shape in figure["layout"]["shapes"]] == [1.5]
    assert "4 teams" in said(figure)
    assert without["layout"]["shapes"] == []


def test_what_came_stands_up_and_what_went_hangs_down() -> None:
    figure = figures.stroom(course("Noord", 1, 2, 3, 4), LIGHT)

    came, gone = traces(figure)
    assert all(height > 0 for height in came["y"])
    assert all(height < 0 for height in gone["y"])
    assert came["base"] == gone["base"]
    assert "+12 / −8" in said(figure)
    assert "2 casussen" in alt(figure).replace(fmt.NBSP, " ")


def test_only_beside_a_band_is_a_team_judged() -> None:
    rows = [*course("Noord", 1, per_fte=25.0), *course("Zuid", 1, per_fte=20.0)]

    beside = figures.per_fte(rows, kern(band_laag=17.0, band_hoog=23.0), LIGHT)
    alone = figures.per_fte(rows, kern(), LIGHT)

    assert len(beside["layout"]["shapes"]) == 2
    assert alone["layout"]["shapes"] == []
    assert LIGHT.act in str(beside["data"][-1]["textfont"])
    assert LIGHT.act not in str(alone["data"])
    assert "25,0 per fte" in said(beside)


def test_the_band_lies_at_its_own_heights_in_every_row() -> None:
    rows = [*course("Noord", 1, per_fte=23.0), *course("Zuid", 1, per_fte=17.0)]

    figure = figures.per_fte(rows, kern(band_laag=17.0, band_hoog=23.0), LIGHT)

    noord, zuid = traces(figure)
    first, second = figure["layout"]["shapes"]
    assert first["y1"] == noord["y"][0]
    assert second["y0"] == zuid["y"][0]


def test_a_taak_says_how_many_are_in_it_and_when_half_of_them_are_done() -> None:
    taak = teams.Taak(
        volgnr=1, taak="indicering", casussen=40, lopend=7, begonnen=50, doorlooptijd=38.0
    )
    slow = taak.model_copy(update={"doorlooptijd": None})
    hidden = taak.model_copy(update={"begonnen": None, "doorlooptijd": None, "lopend": None})

    assert "nu 7 · de helft klaar na 38 dagen" in said(figures.taken([taak], LIGHT))
    assert "nog niet de helft klaar" in said(figures.taken([slow], LIGHT))
    assert f"doorlooptijd: {fmt.HIDDEN}" in said(figures.taken([hidden], LIGHT))


def ages(team: str, *counts: int | None) -> list[teams.Leeftijd]:
    return [
        teams.Leeftijd(team=team, klasse=klasse, casussen=count)
        for klasse, count in zip((0, 3, 6, 12), counts, strict=True)
    ]


def test_the_ages_of_a_team_lie_in_one_bar() -> None:
    figure = figures.leeftijd([*ages("Noord", 1, 2, 3, 4), *ages("Zuid", 5, None, 7, 8)], LIGHT)

    assert [trace["x"] for trace in traces(figure)] == [[1, 5], [2, None], [3, 7], [4, 8]]
    assert "10 open · 40 % een jaar of langer" in said(figure)
    assert f"deels verborgen: {fmt.HIDDEN}" in said(figure)
    assert "12 maanden of langer: 12 casussen." in alt(figure)


def test_a_pair_of_teams_that_shares_nothing_has_an_empty_cell() -> None:
    rows = [
        teams.Overlap(wijkteam="Noord", jeugdteam="Jong", wijken=2, inwoners=1500),
        teams.Overlap(wijkteam="Noord", jeugdteam="Jonger", wijken=0, inwoners=0),
        teams.Overlap(wijkteam="Zuid", jeugdteam="Jong", wijken=0, inwoners=0),
        teams.Overlap(wijkteam="Zuid", jeugdteam="Jonger", wijken=1, inwoners=None),
    ]

    figure = figures.overlap(rows, LIGHT)

    (matrix,) = figure["data"]
    assert matrix["z"] == [[2, 0], [0, 1]]
    assert matrix["text"] == [["2 wijken<br>1.500 inw.", ""], ["", "1 wijk<br>inwoners onbekend"]]
    assert "Noord en Jong: 2 wijken, 1.500 inw." in alt(figure).replace(fmt.NBSP, " ")
