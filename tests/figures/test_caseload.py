"""The people: a line that does not exaggerate, and bars that hide what must be hidden."""

from datetime import date

from sdash import format as fmt
from sdash.domain import Wet
from sdash.figures import caseload as figures
from sdash.figures.style import LIGHT
from sdash.queries import caseload
from tests.figures.reading import traces, words

MONTHS = [date(2025 + nr // 12, nr % 12 + 1, 1) for nr in range(12)]
NOW = caseload.Kern(
    clienten=1012,
    toewijzingen=1300,
    instroom=120,
    nieuw=100,
    herinstroom=20,
    uitstroom=110,
    casussen=990,
    casussen_instroom=500,
    casussen_bekend=210,
)


def month(day: date, *, instroom: int | None = 40, eind: int | None = 1000) -> caseload.Verloop:
    return caseload.Verloop(
        maand=day,
        begin=eind,
        instroom=instroom,
        nieuw=None,
        herinstroom=None,
        uitstroom=40,
        eind=eind,
    )


def cases(day: date, bekend: int | None) -> caseload.Casussen:
    return caseload.Casussen(
        maand=day, begin=990, instroom=80, nieuw=50, bekend=bekend, uitstroom=80, eind=990
    )


def test_who_comes_stands_above_and_who_leaves_below() -> None:
    figure = figures.verloop([month(day) for day in MONTHS], [NOW], LIGHT)

    line, came, left = traces(figure)
    assert line["y"] == [1000] * 12
    assert (came["y"][0], left["y"][0]) == (40, -40)
    assert (came["customdata"][0], left["customdata"][0]) == (40, 40)


def test_the_number_at_the_line_is_that_of_today() -> None:
    figure = figures.verloop([month(day) for day in MONTHS], [NOW], LIGHT)

    assert "<b>1.012</b>" in words(figure)


def test_a_small_change_does_not_look_large() -> None:
    rows = [month(day, eind=1000 + nr) for nr, day in enumerate(MONTHS)]

    low, high = figures.verloop(rows, [NOW], LIGHT)["layout"]["yaxis"]["range"]

    assert high - low >= 0.25 * 1000


def test_a_month_that_is_too_small_gets_a_cross() -> None:
    rows = [month(day, instroom=None if day == MONTHS[0] else 40) for day in MONTHS]

    cross = traces(figures.verloop(rows, [NOW], LIGHT))[-1]

    assert (cross["x"], cross["hovertext"]) == ([fmt.month(MONTHS[0])], [fmt.HIDDEN])


def test_bars_that_are_mostly_hidden_are_left_out_with_a_word() -> None:
    rows = [month(day, instroom=None if nr < 6 else 40) for nr, day in enumerate(MONTHS)]

    figure = figures.verloop(rows, [NOW], LIGHT)

    assert [trace["type"] for trace in traces(figure)] == ["scatter"]
    assert fmt.HIDDEN in words(figure)


def test_the_share_that_was_known_stands_beside_that_of_2018() -> None:
    figure = figures.casussen([cases(day, 30) for day in MONTHS], LIGHT)

    share = traces(figure)[0]
    (reference,) = figure["layout"]["shapes"]
    assert share["y"] == [37.5] * 12
    assert (reference["y0"], reference["y1"], reference["line"]["dash"]) == (40, 40, "dot")
    assert "in 2018" in words(figure)


def test_a_hidden_share_is_a_gap_and_no_zero() -> None:
    share = traces(figures.casussen([cases(day, None) for day in MONTHS], LIGHT))[0]

    assert share["y"] == [None] * 12


def test_a_team_tells_its_casussen_and_the_people_in_its_wijken() -> None:
    team = caseload.PerTeam(
        team="Team Noord",
        clienten=400,
        toewijzingen=500,
        casussen=250,
        casussen_instroom=100,
        casussen_bekend=40,
    )

    figure = figures.per_team([team], LIGHT)

    assert traces(figure)[0]["x"] == [250]
    assert "250 casussen · 400 mensen" in words(figure).replace(fmt.NBSP, " ")


def test_products_have_the_colour_of_their_wet_and_the_largest_comes_first() -> None:
    rows = [
        caseload.PerProduct(wet=wet, categorie="1", naam="x", clienten=count, toewijzingen=count)
        for wet, count in ((Wet.JW, 10), (Wet.WMO, 90))
    ]

    (bars,) = traces(figures.per_product(rows, LIGHT))

    assert bars["x"] == [90, 10]
    assert bars["marker"]["color"] == [LIGHT.wet[Wet.WMO], LIGHT.wet[Wet.JW]]


def test_wijken_and_verwijzers_are_counted_the_same_way() -> None:
    wijk = caseload.PerWijk(wijk_code="WK1", naam="Borger", clienten=30, toewijzingen=40)
    verwijzer = caseload.Verwijzer(verwijzer="02", naam="Huisarts", clienten=20, toewijzingen=25)

    assert traces(figures.per_wijk([wijk], LIGHT))[0]["x"] == [30]
    assert traces(figures.verwijzer([verwijzer], LIGHT))[0]["x"] == [20]
