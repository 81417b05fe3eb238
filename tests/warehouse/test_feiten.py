"""The sample's own facts give the figures that were published of them.

Reckoned apart from sdash, with a few lines of Python on the files of CBS: rekening 2023 and
begroting 2025 of all gemeenten (see docs/sample_data.md).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sdash.queries import vergelijken
from tests.warehouse.boek import Boek, boek_in_a_folder

SAMPLE = Path(__file__).parents[2] / "sample_data"
FILES = ("iv3.csv", "iv3_totalen.csv", "gemeentekenmerken.csv", "gemeentefonds.csv")


@pytest.fixture(scope="module")
def feiten() -> Iterator[Boek]:
    with boek_in_a_folder() as boek:
        boek.deliver(*((SAMPLE / name).read_bytes() for name in FILES))
        yield boek


def kern(boek: Boek, code: str, jaar: int, stand: str) -> dict[str, vergelijken.Kern]:
    params = vergelijken.Verslag(gemeente=code, jaar=jaar, stand=stand)
    with boek.warehouse.at(None) as cursor:
        return {row.onderdeel: row for row in vergelijken.kern.rows(cursor, params)}


@pytest.mark.parametrize(
    ("code", "onderdeel", "euro", "rang"),
    [
        ("GM1681", "jeugd", 288, 211),
        ("GM1681", "wmo", 326, 60),
        ("GM0106", "jeugd", 477, 29),
        ("GM0106", "wmo", 360, 34),
        ("GM1900", "jeugd", 405, 71),
        ("GM1900", "wmo", 308, 84),
        ("GM0479", "jeugd", 466, 32),
        ("GM0995", "jeugd", 449, 39),
        ("GM0995", "wmo", 310, 79),
    ],
)
def test_the_budgets_of_2025_give_what_was_published(
    feiten: Boek, code: str, onderdeel: str, euro: int, rang: int
) -> None:
    row = kern(feiten, code, 2025, "begroting")[onderdeel]

    assert (round(row.per_hoofd or 0), row.rang, row.aantal) == (euro, rang, 338)


def test_the_medians_of_the_country_are_those_of_2025(feiten: Boek) -> None:
    rows = kern(feiten, "GM1681", 2025, "begroting")

    assert (round(rows["jeugd"].mediaan_land), round(rows["wmo"].mediaan_land)) == (319, 257)
    assert round((rows["jeugd"].fonds or 0) * 26_052 / 1e6, 2) == 11.03


def test_the_accounts_of_2023_leave_out_the_one_that_did_not_deliver(feiten: Boek) -> None:
    row = kern(feiten, "GM1681", 2023, "rekening")["jeugd"]

    assert (round(row.per_hoofd or 0), row.rang, row.aantal) == (267, 240, 341)
    assert [round(row.kwartiel_laag), round(row.kwartiel_hoog)] == [255, 364]


@pytest.mark.parametrize(
    ("code", "jaar", "stand", "codes"),
    [
        ("GM0106", 2025, "begroting", {"centrum", "verdeling", "betaald"}),
        ("GM0479", 2025, "begroting", {"centrum", "nul", "betaald"}),
        ("GM1900", 2024, "begroting", {"een_taakveld"}),
        ("GM1681", 2025, "begroting", set()),
    ],
)
def test_what_makes_the_five_hard_to_compare_is_found_by_rule(
    feiten: Boek, code: str, jaar: int, stand: str, codes: set[str]
) -> None:
    params = vergelijken.Tekenverslag(gemeente=code, jaar=jaar, stand=stand)
    with feiten.warehouse.at(None) as cursor:
        found = vergelijken.waarschuwingen.rows(cursor, params)

    assert {row.code for row in found if row.eigen} >= codes
    assert codes or not any(row.eigen for row in found)
