"""Who came and left: a line with bars below it, and a bar a member."""

from datetime import date

from sdash.figures import stroom
from sdash.figures.style import LIGHT
from sdash.queries.stroom import Bekend, PerLid, PerMaand, Terugkeer

MAANDEN = [
    PerMaand(
        maand=date(2026, month, 1),
        begin=10,
        nieuw=5,
        herinstroom=2,
        erbij=erbij,
        uitstroom=4,
        weg=0,
        eind=13 + erbij,
        voorlopig=voorlopig,
    )
    for month, erbij, voorlopig in ((1, 0, 0), (2, 0, 3))
]
LID = PerLid(
    lid="jw-45",
    naam="Ambulant",
    begin=10,
    nieuw=5,
    herinstroom=None,
    erbij=0,
    uitstroom=4,
    weg=None,
    eind=13,
    onderbroken=0,
    voorlopig=0,
)


def test_who_came_stands_above_and_who_left_below() -> None:
    figure = stroom.per_maand(MAANDEN, LIGHT)

    assert [(trace["name"], trace["y"]) for trace in figure["data"]] == [
        ("Mensen met zorg", [13, 13]),
        ("Nieuw", [5, 5]),
        ("Terug", [2, 2]),
        ("Uit zorg", [-4, -4]),
    ]


def test_other_care_is_drawn_where_anybody_came_from_it() -> None:
    rows = [MAANDEN[0], MAANDEN[1].model_copy(update={"erbij": 1})]

    assert "Van elders" in {trace["name"] for trace in stroom.per_maand(rows, LIGHT)["data"]}


def test_who_may_still_come_back_is_hatched_and_told() -> None:
    (left,) = [
        trace for trace in stroom.per_maand(MAANDEN, LIGHT)["data"] if trace["name"] == "Uit zorg"
    ]

    assert left["marker"]["pattern"]["shape"] == ["", "/"]
    assert left["hovertext"] == ["Uit zorg: 4", "Uit zorg: 4, deels voorlopig"]


def test_a_member_says_what_made_its_bar_and_everybody_is_no_bar() -> None:
    figure = stroom.per_lid([LID.model_copy(update={"lid": "totaal"}), LID], LIGHT)

    bars, marks, words = figure["data"]
    assert (bars["x"], marks["x"]) == ([13], [10])
    assert figure["layout"]["meta"]["codes"] == ["jw-45"]
    assert "10 → 13" in words["text"]
    assert "nieuw 5 · uit 4 · 2 verborgen" in words["text"]


def test_doorstroom_stands_together_below_a_bar() -> None:
    (*_, words) = stroom.per_lid([LID.model_copy(update={"erbij": 3, "weg": 2})], LIGHT)["data"]

    assert "nieuw 5 · uit 4 · elders +3 −2 · 1 verborgen" in words["text"]


def test_the_share_of_2018_is_a_dated_line_beside_that_of_now() -> None:
    row = Bekend(maand=date(2026, 1, 1), casussen_instroom=10, casussen_bekend=5, aandeel=0.5)

    layout = stroom.bekend([row], LIGHT)["layout"]

    assert layout["shapes"][0]["y0"] == 0.4
    assert "2018" in layout["annotations"][0]["text"]


def test_a_product_says_how_long_ago_it_ended_for_who_came_back() -> None:
    row = Terugkeer(
        product="jw-45",
        naam="Ambulant",
        tot_drie=6,
        tot_zes=None,
        tot_twaalf=0,
        tot_twee=None,
        later=8,
        terug=20,
    )

    (*_, words) = stroom.terugkeer([row], LIGHT)["data"]

    assert "0-3: 6 · 24+: 8 · 2 verborgen" in words["text"]
