"""The figures about messages say what the rows say, and hide what is hidden."""

from datetime import date
from decimal import Decimal

from sdash import format as fmt
from sdash.domain import Wet
from sdash.figures import berichten as figures
from sdash.figures.style import LIGHT
from sdash.queries import berichten, uitgaven

MONTHS = [date(2026, month, 1) for month in (1, 2, 3)]


def months(*amounts: int | None) -> list[berichten.PerMaand]:
    return [
        berichten.PerMaand(
            maand=month,
            wet=Wet.JW,
            regels=10,
            ingediend=Decimal(100),
            afgewezen=None if amount is None else Decimal(amount),
        )
        for month, amount in zip(MONTHS, amounts, strict=True)
    ]


def test_a_month_is_a_bar_and_what_is_incomplete_is_hatched(
    volledigheid: list[uitgaven.Volledigheid],
) -> None:
    (bars,) = figures.per_maand(months(10, 20, 30), volledigheid, LIGHT)["data"]

    assert bars["y"][:4] == [10, 20, 30, None]
    assert bars["marker"]["pattern"]["shape"][:3] == ["", "", "/"]
    assert "nog niet volledig" in bars["hovertext"][2]


def test_a_hidden_month_has_a_mark_and_no_bar(volledigheid: list[uitgaven.Volledigheid]) -> None:
    bars, unseen = figures.per_maand(months(10, None, 30), volledigheid, LIGHT)["data"]

    assert bars["y"][1] is None
    assert fmt.HIDDEN in bars["hovertext"][1]
    assert unseen["x"] == [fmt.month(MONTHS[1])]


def test_a_month_in_which_credits_were_rejected_goes_below_zero(
    volledigheid: list[uitgaven.Volledigheid],
) -> None:
    layout = figures.per_maand(months(10, -40, 5), volledigheid, LIGHT)["layout"]

    low, high = layout["yaxis"]["range"]
    assert low < -40 < 10 < high


def test_a_reason_is_told_in_words_with_its_code() -> None:
    row = berichten.Afgekeurd(
        code="9338", omschrijving="Geen toewijzing", wet=Wet.WMO, regels=3, bedrag=Decimal(1200)
    )

    bars = figures.afgekeurd([row], LIGHT)["data"][0]

    assert bars["customdata"] == ["Geen toewijzing (9338, Wmo)"]
    assert bars["x"] == [1200]


def test_late_stops_are_told_beside_all_stops() -> None:
    rows = [
        berichten.Stops(aanbieder="1", naam="Zorg", stops=20, laat=3),
        berichten.Stops(aanbieder="2", naam="Klein", stops=2, laat=None),
        berichten.Stops(aanbieder="3", naam="Heel klein", stops=None, laat=0),
    ]

    bars = figures.stops(rows, LIGHT)["data"][0]

    hidden = [f"Klein: {fmt.HIDDEN}", f"Heel klein: {fmt.HIDDEN}"]
    assert bars["hovertext"] == ["Zorg: 3 van 20", *hidden]
    assert bars["x"] == [3, None, None]


def test_what_was_used_stands_beside_all_that_was_assigned() -> None:
    row = berichten.Verzilvering(
        wet=Wet.JW,
        categorie="45",
        product="Ambulant",
        aanbieder="1",
        naam="Zorg",
        eenheid="04",
        toegewezen=100,
        geleverd=83,
        verzilvering=0.83,
    )

    bars, marks, *_ = figures.verzilvering([row], LIGHT)["data"]

    assert bars["hovertext"] == [f"Ambulant, Zorg: {fmt.percent(0.83)}"]
    assert (bars["x"], marks["x"]) == ([0.83], [1])
