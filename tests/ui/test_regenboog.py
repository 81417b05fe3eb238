"""Whether help moves to the earlier layers, said no more surely than it is."""

from datetime import date
from decimal import Decimal

import pytest

from sdash import format as fmt
from sdash.queries.regenboog import LaagJaar
from sdash.ui import regenboog


def jaren(*parts: float | None, people: int = 10_000, full: int = 2026) -> list[LaagJaar]:
    """The innermost of two layers in years up to 2026, as a part of people and money."""
    return [
        LaagJaar(
            jaar=jaar,
            dag=date(jaar, 12, 31),
            volgnr=volgnr,
            naam=naam,
            clienten=None if share is None else int(people * share),
            clienten_totaal=people,
            deel_clienten=share,
            bedrag=None if share is None else Decimal(share),
            deel_bedrag=share,
            volledig=jaar <= full,
        )
        for jaar, part in enumerate(parts, start=2027 - len(parts))
        for volgnr, naam, share in (
            (1, "Licht", None if part is None else 1 - part),
            (2, "Zwaar", part),
        )
    ]


def plain(words: str) -> str:
    return words.replace(fmt.NBSP, " ")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (jaren(0.4, 0.9, 0.3), "een groter deel krijgt hulp in de eerdere lagen."),
        (jaren(0.3, 0.4), "een kleiner deel krijgt hulp in de eerdere lagen."),
        (jaren(0.4, 0.3, people=60), "Dat verschil kan toeval zijn."),
        (jaren(0.4, 0.395, people=10**9), "Dat verschil kan toeval zijn."),
        (jaren(0.4), "er is geen eerder jaar."),
        (jaren(None, 0.4), "er is geen eerder jaar."),
        ([], "er is geen eerder jaar."),
    ],
    ids=["to earlier", "to later", "few people", "hardly", "one year", "hidden", "nothing"],
)
def test_the_direction_is_said_when_it_is_more_than_chance(rows: list[LaagJaar], said: str) -> None:
    assert regenboog.richting(rows).endswith(said)


def test_the_direction_names_both_days() -> None:
    said = plain(regenboog.richting(jaren(0.4, 0.9, 0.3)))

    assert said.startswith("Zwaar: 40 % van de mensen op 31 december 2024, 30 % op 31 december 20")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (jaren(0.4, 0.3), "een groter deel gaat naar de eerdere lagen."),
        (jaren(0.3, 0.4), "een groter deel gaat naar de binnenste laag."),
        (jaren(0.3, 0.305), "Dat is bijna gelijk."),
        (jaren(0.4, 0.3, full=2025), "nog geen twee hele jaren waarvan al het geld bekend is."),
    ],
)
def test_money_is_compared_of_whole_years_only(rows: list[LaagJaar], said: str) -> None:
    assert regenboog.van_het_geld(rows).endswith(said)


def test_headline_numbers_are_the_rest_beside_the_innermost_layer() -> None:
    (_, people), (_, money) = regenboog.koppen(jaren(0.5, 0.4, 0.3, full=2025))

    assert [plain(part) for part in (people.waarde, people.verandering)] == ["70 %", "was 50 %"]
    assert [plain(part) for part in (money.waarde, money.verandering)] == ["60 %", "was 50 %"]


def test_without_two_years_there_is_no_headline_number() -> None:
    assert [kop.waarde for _, kop in regenboog.koppen(jaren(0.4))] == ["–", "–"]
