"""The lists of rules say what the code does: one docstring a rule, one flag a code."""

import re
from pathlib import Path

import pytest

from sdash.contracts import regels
from sdash.contracts.regels import DEUR, Regel
from sdash.contracts.retourcodes import RETOURCODE, VERDACHT
from sdash.contracts.vlaggen import OF_ANTWOORD, OF_BERICHT, OF_REGEL, OF_SIGNAAL, OF_VERZOEK

QUERIES = Path(__file__).parents[2] / "queries"
EVERY = (*DEUR, *OF_REGEL, *OF_SIGNAAL, *OF_VERZOEK, *OF_ANTWOORD, *OF_BERICHT)


def flagged(name: str) -> list[str]:
    """The codes that a query gives."""
    text = (QUERIES / name).read_text("utf-8")
    return re.findall(r"'([0-9S][0-9]{3}|laat|overlap|vroeg)'(?: END| AS code|\n +END)", text)


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("mart/regel.sql", OF_REGEL),
        ("mart/signaal.sql", OF_SIGNAAL),
        ("keuze/verzoeksignaal.sql", OF_VERZOEK),
        ("keuze/antwoordsignaal.sql", OF_ANTWOORD),
        ("gegevens/signalen.sql", OF_BERICHT),
    ],
)
def test_a_query_flags_what_is_listed_and_nothing_else(
    name: str, listed: tuple[Regel, ...]
) -> None:
    assert sorted(flagged(name)) == [rule.code for rule in listed]


def test_every_rule_at_the_door_is_listed_with_its_first_line() -> None:
    rules = [
        found
        for name, found in vars(regels).items()
        if name.startswith(("check_", "why_")) and callable(found)
    ]

    assert [rule.wat for rule in DEUR] == [(rule.__doc__ or "").splitlines()[0] for rule in rules]
    assert all(rule.wat.startswith("Refuse") and rule.wat.endswith(".") for rule in DEUR)


def test_every_code_has_a_description_in_dutch() -> None:
    assert {rule.code for rule in EVERY} <= {*RETOURCODE, *VERDACHT}


def test_every_retourcode_of_the_standard_is_described() -> None:
    numbers = """
        0001 0200 0233 0611 8001 8017 8021 8187 8214 8848 9019 9056 9063 9069 9071 9074 9307 9308
        9319 9321 9322 9326 9332 9333 9338 9339 9340 9341 9346 9347 9349 9350 9351 9355 9357 9359
        9360 9361 9365 9366 9367 9369 9373 9374 9375 9379 9384 9385 9387 9388 9389 9390 9411 9412
        9413 9414 9415 S300 S329
    """

    assert sorted(RETOURCODE) == numbers.split()
