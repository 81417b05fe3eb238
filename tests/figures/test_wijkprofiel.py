"""The map and the profile: shades that mean something, and 100 that is the gemeente."""

from sdash import format as fmt
from sdash.figures import wijkprofiel as figures
from sdash.figures.style import LIGHT
from sdash.queries import wijkprofiel
from tests.figures.reading import traces, words

CODES = ["WK1", "WK2", "WK3"]
SQUARE = [(0, 0), (0, 1), (1, 1), (1, 0)]
CORNERS = [
    wijkprofiel.Hoekpunt(wijk_code=code, naam=f"Wijk {code}", volgnr=nr, x=x + place, y=y)
    for place, code in enumerate(CODES)
    for nr, (x, y) in enumerate(SQUARE, start=1)
]


def values(*shown: float | None) -> list[wijkprofiel.PerWijk]:
    return [
        wijkprofiel.PerWijk(
            wijk_code=code, naam=code, waarde=value, eenheid="%", jaar=2024, bron="Bron: CBS"
        )
        for code, value in zip(CODES, shown, strict=True)
    ]


def profile(indicator: str, waarde: float | None, gemeente: float | None) -> wijkprofiel.Profiel:
    return wijkprofiel.Profiel(
        indicator=indicator,
        eenheid="%",
        jaar=2024,
        bron="Bron: CBS",
        waarde=waarde,
        gemeente=gemeente,
        nederland=30,
    )


def test_the_higher_the_darker() -> None:
    low, middle, high = traces(figures.kaart(values(10, 20, 30), CORNERS, LIGHT))

    assert low["fillcolor"] == LIGHT.scale[0]
    assert middle["fillcolor"] == LIGHT.scale[2]
    assert high["fillcolor"] == LIGHT.scale[-1]


def test_a_wijk_is_closed_and_names_itself() -> None:
    first = traces(figures.kaart(values(10, 20, 30), CORNERS, LIGHT))[0]

    assert (first["x"][0], first["y"][0]) == (first["x"][-1], first["y"][-1])
    assert first["text"].replace(fmt.NBSP, " ") == "Wijk WK1: 10 %"


def test_a_wijk_without_a_value_is_hatched_and_says_why() -> None:
    figure = figures.kaart(values(10, None, 30), CORNERS, LIGHT)

    assert "fillcolor" not in traces(figure)[1]
    assert traces(figure)[1]["text"].endswith(fmt.MISSING)
    assert f"gearceerd: {fmt.MISSING}" in words(figure)


def test_the_chosen_wijk_lies_on_top_with_its_name() -> None:
    figure = figures.kaart(values(10, 20, 30), CORNERS, LIGHT, gekozen="WK1")

    assert traces(figure)[-1]["line"]["color"] == LIGHT.ink
    assert "Wijk WK1" in words(figure)


def test_wijken_that_are_all_alike_have_one_shade() -> None:
    shades = {
        trace["fillcolor"] for trace in traces(figures.kaart(values(5, 5, 5), CORNERS, LIGHT))
    }

    assert shades == {LIGHT.scale[0]}


def test_the_use_of_care_is_a_share_of_inhabitants_over_all_wetten() -> None:
    rows = [
        wijkprofiel.Gebruik(
            wijk_code=code, naam=code, wet=wet, clienten=None, inwoners=100, aandeel=share
        )
        for code, wet, share in (
            ("WK1", "totaal", 0.05),
            ("WK1", "jw", 0.9),
            ("WK2", "totaal", None),
        )
    ]

    figure = figures.gebruik(rows, CORNERS, LIGHT)

    assert traces(figure)[0]["text"].replace(fmt.NBSP, " ") == "Wijk WK1: 5 %"
    assert traces(figure)[1]["text"].endswith(fmt.HIDDEN)


def test_the_gemeente_is_a_hundred() -> None:
    _, country, dots = traces(figures.profiel([profile("Koopwoningen", 60, 50)], LIGHT))

    assert dots["x"] == [120]
    assert country["x"] == [60]


def test_what_lies_beyond_the_scale_stands_at_its_edge() -> None:
    *_, dots = traces(figures.profiel([profile("Koopwoningen", 500, 50)], LIGHT))

    assert dots["x"] == [200]


def test_a_kerncijfer_that_is_not_published_is_left_to_the_table() -> None:
    rows = [profile("Koopwoningen", None, 50), profile("Eenzaamheid", 40, None)]

    *_, dots = traces(figures.profiel(rows, LIGHT))

    assert dots["x"] == []


def test_the_size_of_a_wijk_is_not_held_against_the_gemeente() -> None:
    *_, dots = traces(figures.profiel([profile("Inwoners", 5000, 26000)], LIGHT))

    assert dots["x"] == []


def test_the_map_of_teams_names_the_team_of_each_wijk() -> None:
    rows = [
        wijkprofiel.GebruikTeam(
            wijk_code="WK1", team="Team Zuid", clienten=5, inwoners=100, aandeel=0.05
        )
    ]

    figure = figures.gebruik_team(rows, CORNERS, LIGHT)

    assert traces(figure)[0]["text"].replace(fmt.NBSP, " ") == "Team Zuid: 5 %"
