"""Aanbieders in a figure: who cannot be compared is not drawn, who is hidden is said to be."""

from decimal import Decimal

from sdash import format as fmt
from sdash.figures import aanbieders as figures
from sdash.figures.style import LIGHT
from sdash.queries import aanbieders


def kosten(naam: str, prijs: float | None, clienten: int | None) -> aanbieders.Kosten:
    return aanbieders.Kosten(
        aanbieder=naam,
        naam=naam,
        clienten=clienten,
        ingediend=Decimal(1),
        vergelijkbaar=1,
        prijs=prijs,
        intensiteit=prijs,
    )


def test_only_who_can_be_compared_has_a_bar() -> None:
    rows = [kosten("A", 1.2, 50), kosten("B", None, 40), kosten("C", None, None)]

    bars, *_, words = figures.prijs(rows, LIGHT)["data"]

    assert bars["customdata"] == ["A", "C"]
    assert bars["x"] == [120, None]
    assert fmt.HIDDEN in words["text"]
    assert "120 (50)" in words["text"]


def test_few_people_are_faint_and_said() -> None:
    bars, *_, words = figures.prijs([kosten("A", 0.8, 7)], LIGHT)["data"]

    assert bars["marker"]["color"] == [LIGHT.faint]
    assert "80 (weinig: 7)" in words["text"]
