"""What stands in the layers of help, table in and table out."""

import pytest

from sdash.queries import regenboog
from tests.queries.marts import Mart

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
