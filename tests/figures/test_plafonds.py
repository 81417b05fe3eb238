"""Plafonds in a figure: what is left goes down, and what is hidden is not drawn."""

from datetime import date
from decimal import Decimal

from sdash.domain import Wet
from sdash.figures import plafonds as figures
from sdash.figures.plafonds import Balk
from sdash.figures.style import LIGHT
from sdash.prognose.plafond import Uitputting
from sdash.queries import plafonds

MONTHS = tuple(date(2026, month, 1) for month in (1, 2, 3, 4))
SAID = Uitputting(
    "a",
    MONTHS,
    MONTHS[1],
    laag=(30, 60, 80, 90),
    midden=(30, 60, 90, 110),
    hoog=(30, 60, 100, 130),
    kans=(0, 0, 0.2, 0.7),
)


def stand(code: str = "a", gebruikt: int | None = 60) -> plafonds.Stand:
    euro = None if gebruikt is None else Decimal(gebruikt)
    return plafonds.Stand(
        code=code,
        wet=Wet.JW,
        aanbieder="42420001",
        naam="De Voorbeeldhoeve",
        contractnummer="C1",
        product="alle producten",
        niveau="lokaal",
        van=MONTHS[0],
        tot=date(2026, 4, 30),
        plafond=Decimal(100),
        clienten=gebruikt,
        ingediend=euro,
        toegekend=euro,
        in_behandeling=euro,
        gebruikt=euro,
        aandeel=None if gebruikt is None else gebruikt / 100,
    )


def verloop(*amounts: int | None) -> list[plafonds.Verloop]:
    return [
        plafonds.Verloop(
            maand=month,
            clienten=amount,
            ingediend=None if amount is None else Decimal(amount),
            toegekend=None if amount is None else Decimal(amount),
            gebruikt=None if amount is None else Decimal(amount),
        )
        for month, amount in zip(MONTHS, amounts, strict=True)
    ]


def test_what_is_left_goes_from_what_is_known_to_what_is_expected() -> None:
    drawn = figures.restant(verloop(30, 30, 0, 0), [stand()], LIGHT, ("a", SAID))

    _, expected, past = drawn["data"]
    assert past["y"] == [70, 40]
    assert expected["y"] == [40, 10, -10]
    assert expected["line"]["dash"] == "dash"
    assert drawn["layout"]["yaxis"]["range"][0] < -30


def test_of_hidden_months_only_their_sum_is_drawn() -> None:
    *_, past = figures.restant(verloop(30, None, 0, 0), [stand()], LIGHT, ("a", SAID))["data"]

    assert past["y"] == [40]


def test_what_is_hidden_as_a_whole_is_not_drawn() -> None:
    hidden = stand(gebruikt=None)

    (past,) = figures.restant(verloop(30, None, 0, 0), [hidden], LIGHT, ("a", None))["data"]

    assert past["y"] == []


def test_bars_come_in_the_order_and_the_words_that_are_told() -> None:
    told = (Balk("b", "B", "95 %", is_dringend=True), Balk("a", "A", "60 %"))

    drawn = figures.per_plafond([stand(), stand("b", 95)], LIGHT, told)

    bars = drawn["data"][0]
    assert bars["customdata"] == ["B", "A"]
    assert bars["x"] == [95, 60]
    assert bars["marker"]["color"][0] == LIGHT.act != bars["marker"]["color"][1]


def test_every_chance_is_written_at_its_bar() -> None:
    (bars,) = figures.kans(verloop(0, 0, 0, 0), LIGHT, SAID)["data"]

    assert bars["y"] == [0, 0, 20, 70]
    assert bars["text"] == ["", "", "20", "70"]
