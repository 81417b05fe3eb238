"""We beside others: what is drawn is what was answered, and no line goes on where it may not."""

from typing import Any

from sdash.figures import preventie, vergelijken
from sdash.figures._verslagen import Lijn, Punt
from sdash.figures._verslagen import figure as reports
from sdash.figures.alt import alt
from sdash.figures.style import LIGHT
from sdash.queries import preventie as voor
from sdash.queries import vergelijken as naast


def gemeente(naam: str, per_hoofd: float, rang: int, **kind: bool) -> naast.Verdeling:
    marks = {"eigen": False, "lijkt": False, **kind}
    return naast.Verdeling(
        naam=naam, per_hoofd=per_hoofd, rang=rang, regio_code=f"GM{rang:04}", **marks
    )


def kern(onderdeel: str, **known: Any) -> naast.Kern:  # noqa: ANN401  (any column)
    row = {
        "naam": onderdeel.capitalize(),
        "lasten": 1.0,
        "per_hoofd": 288.0,
        "saldo": 280.0,
        "fonds": None,
        "rang": 2,
        "aantal": 3,
        "mediaan_lijkend": 319.0,
        "aantal_lijkend": 1,
        "kwartiel_laag": 261.0,
        "mediaan_land": 315.0,
        "kwartiel_hoog": 387.0,
    }
    return naast.Kern.model_validate({"onderdeel": onderdeel, **row, **known})


ALL = [
    gemeente("Pekela", 700, 1),
    gemeente("Aa en Hunze", 325, 2, lijkt=True),
    gemeente("Borger-Odoorn", 320, 3, eigen=True),
]


def test_every_gemeente_is_one_dot_where_it_spends() -> None:
    drawn = vergelijken.verdeling(ALL, [kern("jeugd")], LIGHT, gekozen="jeugd")

    dots = {trace["name"]: trace for trace in drawn["data"] if trace["mode"] == "markers"}
    assert {name: trace["x"] for name, trace in dots.items()} == {
        "alle gemeenten": [700],
        "waarmee wij vergelijken": [325],
        "wij": [320],
    }
    assert dots["wij"]["y"] == [0]  # the lowest of its pile, where it is seen
    assert dots["waarmee wij vergelijken"]["y"] == [1]
    assert dots["wij"]["marker"]["color"] == LIGHT.wet["jw"]


def test_no_words_cross_the_line_of_a_larger_amount() -> None:
    drawn = vergelijken.verdeling(ALL, [kern("jeugd")], LIGHT, gekozen="jeugd")

    lines = [trace for trace in drawn["data"] if trace["mode"] == "lines+text"]
    by_amount = sorted(lines, key=lambda line: line["x"][0])
    heights = [line["y"][1] for line in by_amount]
    assert [line["x"][0] for line in by_amount] == [288, 315, 319]
    assert heights == sorted(heights, reverse=True)


def test_ours_is_told_with_its_place() -> None:
    words = alt(vergelijken.verdeling(ALL, [kern("jeugd")], LIGHT, gekozen="jeugd"))

    assert "Borger-Odoorn: €\N{NO-BREAK SPACE}320, plek 3." in words
    assert "Waarmee wij vergelijken: 1, in het midden €\N{NO-BREAK SPACE}319." in words


def test_an_onderdeel_says_the_others_and_the_fonds_only_where_they_are() -> None:
    rows = [kern("jeugd", fonds=423.0), kern("wmo", per_hoofd=None, mediaan_lijkend=None)]

    drawn = vergelijken.onderdelen(rows, LIGHT)

    texts = drawn["data"][-1]["text"]
    said = [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts]
    assert said == ["Jeugd", "€ 288, anderen € 319, fonds € 423", "Wmo", "geen cijfers"]


def strokes(*, through: bool) -> set[tuple[tuple[int, ...], str]]:
    punten = [
        Punt(2022, "rekening", 1),
        Punt(2023, "begroting", 2),
        Punt(2023, "rekening", 2),
        Punt(2024, "begroting", 2),
        Punt(2025, "begroting", 3),
    ]
    line = Lijn("Wij", LIGHT.ink, [1, 2, 3, 4, 5])
    drawn = reports(punten, [line], LIGHT, 300, through=through, words=str)
    lines = [trace for trace in drawn["data"] if trace["mode"] == "lines"]
    return {(tuple(trace["x"]), trace["line"]["dash"]) for trace in lines}


def test_a_line_stays_within_its_generation_of_taakvelden() -> None:
    assert strokes(through=False) == {((2023, 2024), "solid")}


def test_a_total_that_may_go_on_is_dotted_over_the_break() -> None:
    assert strokes(through=True) == {
        ((2023, 2024), "solid"),
        ((2024, 2025), "dot"),
        ((2022, 2023), "dot"),
    }


def test_the_break_stands_between_the_years_of_two_generations() -> None:
    rows = [
        naast.Jaar(
            jaar=jaar,
            stand="begroting",
            generatie=generatie,
            doorgaand=False,
            per_hoofd=1,
            mediaan_lijkend=None,
            aantal_lijkend=0,
        )
        for jaar, generatie in ((2023, 2), (2024, 2), (2025, 3))
    ]

    drawn = vergelijken.jaren(rows, LIGHT)

    assert [shape["x0"] for shape in drawn["layout"]["shapes"]] == [2024.5]


def test_a_part_is_drawn_in_percents_and_never_over_the_break() -> None:
    row = {
        "voorliggend": 300.0,
        "maatwerk": 700.0,
        "deel_voorliggend": 0.3,
        "voorliggend_lijkend": None,
        "maatwerk_lijkend": None,
        "deel_lijkend": None,
        "aantal_lijkend": 0,
    }
    rows = [
        voor.Jaar.model_validate({"jaar": jaar, "stand": "rekening", "generatie": nr, **row})
        for jaar, nr in ((2024, 2), (2025, 3))
    ]

    (points,) = preventie.deel(rows, LIGHT)["data"]

    assert points["y"] == [30, 30]
