"""What stands in the layers of help, table in and table out."""

from collections.abc import Iterator

import duckdb
import pytest

from sdash.queries import regenboog
from tests.queries.marts import Mart, emptied

LAYER = "naam clienten bedrag bron clienten_jaar"
NOW = {"jaar": 2026, "peildatum": "2026-06-15"}


def test_a_layer_counts_what_its_source_knows(mart: Mart) -> None:
    mart.fill(
        "inzet",
        """
        client_id | wet | categorie | van        | tot
        1         | jw  | 45        | 2026-06-15 | 2026-06-15
        1         | wmo | 01        | 2020-01-01 | 9999-12-31
        2         | wmo | 02        | 2020-01-01 | 9999-12-31
        3         | jw  | 45        | 2026-06-16 | 9999-12-31
        4         | jw  | 45        | 2020-01-01 | 2026-06-14
        5         | jw  | 01        | 2020-01-01 | 9999-12-31
        6         | jw  | -         | 2020-01-01 | 9999-12-31
        """,
    )
    mart.spend(
        """
        client_id | wet | categorie | maand      | ingediend
        1         | jw  | 45        | 2026-01-01 | 100
        1         | wmo | 02        | 2026-12-01 | 250
        7         | jw  | 45        | 2025-12-01 | 800
        7         | jw  | 45        | 2027-01-01 | 800
        7         | jw  | 02        | 2026-01-01 | 800
        """,
    )
    mart.fill(
        "begroting",
        """
        jaar | taakveld | lasten
        2026 | 6.1      | 1000
        2026 | 6.23     | 500
        2026 | 6.92     | 70
        2025 | 6.1      | 9
        """,
    )
    mart.fill(
        "casus",
        """
        casus_id | begindatum | einddatum
        A        | 2026-06-15 | 2026-06-15
        B        | 2026-06-16 | 9999-12-31
        C        | 2020-01-01 | 2026-06-14
        D        | 2020-01-01 | 9999-12-31
        """,
    )

    assert mart.ask(regenboog.lagen, LAYER, **NOW) == [
        ("Eigen kracht", None, None, None, 0),
        ("Voorliggend", None, 1500, "begroting", 0),
        ("Sociaal team", 2, None, "casussen", 0),
        ("Maatwerk", 2, 3.5, "berichten", 1),
    ]


@pytest.mark.parametrize("jaar", [2025, 2026])
def test_a_layer_that_nothing_came_for_is_empty_and_not_missing(jaar: int, mart: Mart) -> None:
    assert mart.ask(regenboog.lagen, LAYER, jaar=jaar, peildatum="2026-06-15") == [
        ("Eigen kracht", None, None, None, 0),
        ("Voorliggend", None, None, None, 0),
        ("Sociaal team", 0, None, "casussen", 0),
        ("Maatwerk", 0, None, "berichten", 0),
    ]


def test_a_product_of_a_layer_has_its_people_of_the_day_and_money_of_the_year(mart: Mart) -> None:
    mart.fill(
        "inzet",
        """
        client_id | toewijzing_nummer | wet | categorie | van        | tot
        1         | 1                 | jw  | 45        | 2026-01-01 | 2026-06-15
        1         | 2                 | jw  | 45        | 2026-01-01 | 2026-06-15
        2         | 3                 | wmo | 01        | 2026-06-15 | 9999-12-31
        3         | 4                 | wmo | 02        | 2026-06-16 | 9999-12-31
        4         | 5                 | jw  | 44        | 2020-01-01 | 9999-12-31
        """,
    )
    mart.spend(
        """
        client_id | wet | categorie | maand      | ingediend
        1         | jw  | 45        | 2026-01-01 | 100
        1         | jw  | 45        | 2026-02-01 | 50
        5         | wmo | 02        | 2026-02-01 | 700
        5         | wmo | 01        | 2025-02-01 | 700
        """,
    )

    columns = "volgnr wet categorie clienten bedrag clienten_jaar"
    every = mart.ask(regenboog.producten, columns, **NOW)

    assert every == [
        (4, "jw", "45", 1, 1.5, 1),
        (4, "wmo", "01", 1, None, 0),
        (4, "wmo", "02", 0, 7.0, 1),
    ]
    assert mart.ask(regenboog.producten, columns, **NOW, laag=4) == every
    assert mart.ask(regenboog.producten, columns, **NOW, laag=3) == []


@pytest.fixture
def two_years(database: duckdb.DuckDBPyConnection) -> Iterator[Mart]:
    """Money in 2025 and 2026, so that both are years that are told."""
    with emptied(database) as mart:
        mart.spend(
            """
            client_id | wet | categorie | maand      | ingediend
            1         | jw  | 45        | 2025-01-01 | 100
            2         | jw  | 45        | 2026-01-01 | 300
            """,
        )
        yield mart


def test_everyone_counts_once_in_the_innermost_layer_that_he_has(two_years: Mart) -> None:
    two_years.fill("product", "wet | categorie | naam | laag\nwmo | 99 | Licht | 2")
    two_years.fill(
        "inzet",
        """
        client_id | toewijzing_nummer | wet | categorie | van        | tot
        1         | 1                 | jw  | 45        | 2025-12-31 | 2025-12-31
        1         | 2                 | wmo | 99        | 2025-01-01 | 2026-06-15
        2         | 3                 | wmo | 99        | 2025-01-01 | 2025-12-30
        3         | 4                 | jw  | 45        | 2025-12-31 | 2026-06-14
        """,
    )
    two_years.fill("casus", "casus_id | begindatum | einddatum\nA | 2026-06-15 | 9999-12-31")

    columns = "jaar dag volgnr clienten clienten_totaal deel_clienten"
    found = two_years.ask(regenboog.jaren, columns, **NOW)

    assert found == [
        (2025, "2025-12-31", 1, None, 2, None),
        (2025, "2025-12-31", 2, 0, 2, 0.0),
        (2025, "2025-12-31", 3, 0, 2, 0.0),
        (2025, "2025-12-31", 4, 2, 2, 1.0),
        (2026, "2026-06-15", 1, None, 2, None),
        (2026, "2026-06-15", 2, 1, 2, 0.5),
        (2026, "2026-06-15", 3, 1, 2, 0.5),
        (2026, "2026-06-15", 4, 0, 2, 0.0),
    ]


@pytest.mark.parametrize(
    ("begroot", "peildatum", "whole"),
    [
        ("2025 | 6.1 | 3\n2026 | 6.1 | 1", "2027-01-01", [True, True]),
        ("2025 | 6.1 | 3\n2026 | 6.1 | 1", "2026-12-31", [True, False]),
        ("2025 | 6.1 | 3", "2027-01-01", [True, False]),
        ("2024 | 6.1 | 3", "2027-01-01", [True, True]),
    ],
    ids=["both", "the year goes on", "no budget", "a budget of no year that is told"],
)
def test_money_of_a_year_is_whole_when_no_layer_lacks_it(
    two_years: Mart, begroot: str, peildatum: str, whole: list[bool]
) -> None:
    two_years.fill("begroting", f"jaar | taakveld | lasten\n{begroot}")

    asked = {"jaar": 2026, "peildatum": peildatum}
    found = two_years.ask(regenboog.jaren, "jaar volgnr volledig", **asked)

    assert [volledig for _, volgnr, volledig in found if volgnr == 1] == whole


def test_the_parts_of_the_money_of_a_year_are_one(two_years: Mart) -> None:
    two_years.fill("begroting", "jaar | taakveld | lasten\n2025 | 6.1 | 3\n2025 | 6.23 | 4")

    asked = {"jaar": 2025, "peildatum": "2026-06-15"}
    found = two_years.ask(regenboog.jaren, "volgnr bedrag deel_bedrag clienten_jaar", **asked)

    assert found == [(1, None, None, 0), (2, 7.0, 0.875, 0), (3, None, None, 0), (4, 1.0, 0.125, 1)]
