"""Where we stand beside others, in sentences."""

from typing import Any

import pytest

from sdash import format as fmt
from sdash.queries import preventie, vergelijken
from sdash.ui import vergelijking
from tests.figures.test_vergelijken import kern

CODES = {"onderdeel": "jeugd", "iv3": "2025 begroting", "groep": "lijkend", "noemer": "inwoners"}
WORDS = {
    "onderdeel": "Jeugd",
    "iv3": "Begroting 2025",
    "groep": "Gemeenten zoals wij",
    "noemer": "Per inwoner",
}


def plain(text: str) -> str:
    return text.replace(fmt.NBSP, " ")


def test_our_place_is_told_beside_those_that_are_like_us() -> None:
    rows = [kern("wmo"), kern("jeugd", rang=211, aantal=338, aantal_lijkend=9)]

    assert plain(vergelijking.antwoord(rows, CODES, WORDS)) == (
        "Begroting 2025: € 288 per inwoner voor jeugd, plek 211 van 338 gemeenten; "
        "de middelste van de 9 gemeenten die op ons lijken: € 319."
    )


def test_the_selection_names_the_others_only_where_they_were_chosen() -> None:
    others = {**WORDS, "groep": "Gemeenten in onze provincie"}

    assert vergelijking.said(WORDS) == "Jeugd, begroting 2025, per inwoner"
    assert vergelijking.said(others).endswith(", naast gemeenten in onze provincie")
    assert vergelijking.said({"groep": "Gemeenten zoals wij"}) == "Naast gemeenten zoals wij"


def test_without_others_nothing_is_compared() -> None:
    rows = [kern("jeugd", mediaan_lijkend=None)]

    assert plain(vergelijking.antwoord(rows, CODES, WORDS)).endswith("plek 2 van 3 gemeenten.")


@pytest.mark.parametrize("rows", [[], [kern("jeugd", per_hoofd=None)]])
def test_no_iv3_is_said_as_such_and_is_no_zero(rows: list[vergelijken.Kern]) -> None:
    assert "geen Iv3" in vergelijking.antwoord(rows, CODES, WORDS)
    assert "geen Iv3" in vergelijking.verschuiving([])


def warning(code: str, *, eigen: bool, others: int = 0) -> vergelijken.Waarschuwing:
    return vergelijken.Waarschuwing(code=code, eigen=eigen, aantal_lijkend=others, aantal=9)


def test_only_what_holds_for_us_is_a_warning() -> None:
    found = [warning("verdeling", eigen=True), warning("nul", eigen=False, others=4)]

    said = vergelijking.waarschuwingen(found, [])

    assert said[0] == vergelijking.REGEL
    assert vergelijking.WARNED["verdeling"] in said
    assert vergelijking.WARNED["nul"] not in said


def test_centrumgemeenten_among_the_others_are_counted() -> None:
    said = vergelijking.waarschuwingen([warning("centrum", eigen=False, others=4)], [])

    assert "Van de andere gemeenten zijn er 4 van de 9 waarschijnlijk zelf centrumgemeente." in said


def realised(verschil: float, aantal: int) -> str:
    row = vergelijken.Realisatie(
        jaar=2023, verschil=verschil, mediaan_verschil=0.116, deel_boven=0.56, aantal=aantal
    )
    return plain(vergelijking.waarschuwingen([], [row])[1])


def test_what_a_budget_was_worth_is_told_beside_the_country_when_that_is_known() -> None:
    assert realised(0.052, 335) == (
        "In 2023 gaven wij 5,2 % meer uit dan begroot; 56 % van 335 gemeenten kwam meer dan 10 % "
        "boven de eerste begroting uit."
    )
    assert realised(-0.049, 5) == (
        "In 2023 gaven wij 4,9 % minder uit dan begroot: een begroting is nog geen rekening."
    )


def test_the_newest_report_says_how_much_comes_before_maatwerk() -> None:
    row: dict[str, Any] = {
        "generatie": 3,
        "voorliggend": 276.0,
        "maatwerk": 576.0,
        "deel_voorliggend": 0.324,
        "voorliggend_lijkend": 211.0,
        "maatwerk_lijkend": 534.0,
        "deel_lijkend": 0.3,
        "aantal_lijkend": 9,
    }
    jaren = [
        preventie.Jaar.model_validate({**row, "jaar": 2024, "stand": "rekening"}),
        preventie.Jaar.model_validate({**row, "jaar": 2025, "stand": "begroting"}),
    ]

    assert plain(vergelijking.verschuiving(jaren)) == (
        "Begroting 2025: van elke € 100 voor voorliggend en maatwerk gaat € 32 naar voorliggend; "
        "bij de middelste gemeente ernaast € 30."
    )


def test_every_warning_of_the_query_has_its_sentence() -> None:
    codes = vergelijken.waarschuwingen.text.partition("unnest([")[2].partition("]")[0]

    assert {code.strip(" '\n") for code in codes.split(",")} == {*vergelijking.WARNED}


def test_a_page_that_compares_nothing_asks_nothing_of_us() -> None:
    assert vergelijking.values({"jaar": "2026", "wet": "jw"}) == {}
