"""Who comes back: to a team that knew him, into care, and after which care."""

import pytest

from sdash.queries import stroom
from tests.queries.marts import Mart
from tests.queries.test_stroom import care

SPRING = {"van": "2026-03-01", "tot": "2026-05-31"}
ONCE = {"van": "2026-05-01", "tot": "2026-05-31"}
BACK = "product tot_drie tot_zes tot_twaalf tot_twee later terug"


def test_the_share_that_a_team_knew_is_that_of_twelve_months(mart: Mart) -> None:
    mart.fill(
        "casus",
        """
        casus_id | team  | begindatum | eerder_bekend
        A        | Noord | 2025-05-31 | true
        B        | Noord | 2025-06-01 | true
        C        | Zuid  | 2026-05-31 | false
        D        | Zuid  | 2026-06-01 | true
        """,
    )

    def shares(**chosen: str) -> list[tuple[object, ...]]:
        columns = "maand casussen_instroom casussen_bekend aandeel"
        return mart.ask(stroom.bekend, columns, **ONCE, **chosen)

    assert shares() == [("2026-05-01", 2, 1, 0.5)]
    assert shares(team="Zuid") == [("2026-05-01", 1, 0, 0)]
    assert shares(team="Nergens") == [("2026-05-01", 0, 0, None)]


def test_who_comes_more_than_once_in_twelve_months_counts_once(mart: Mart) -> None:
    drawn = """
        1 | 45 | 2025-06-01 | 2025-06-30
        1 | 45 | 2026-01-01 | 2026-01-31
        2 | 45 | 2025-01-01 | 2025-01-31
        2 | 45 | 2025-06-30 | 2025-07-31
        2 | 45 | 2026-05-01 | 2026-05-02
        3 | 45 | 2025-05-31 | 9999-12-31
    """
    care(mart, drawn)

    columns = "maand nieuw herinstroom instroom aandeel"
    assert mart.ask(stroom.terug, columns, **ONCE) == [("2026-05-01", 1, 1, 2, 0.5)]


@pytest.mark.parametrize(
    ("ended", "place"),
    [
        ("2026-03-10", 1),
        ("2026-01-15", 1),
        ("2026-01-14", 2),
        ("2025-10-15", 2),
        ("2025-10-14", 3),
        ("2025-04-15", 3),
        ("2025-04-14", 4),
        ("2024-04-15", 4),
        ("2024-04-14", 5),
    ],
)
def test_who_came_back_counts_by_how_long_ago_his_care_ended(
    ended: str, place: int, mart: Mart
) -> None:
    care(mart, f"1 | 46 | 2024-01-01 | {ended}\n1 | 45 | 2026-04-15 | 9999-12-31")
    counts = [int(nr == place) for nr in range(1, 6)]

    found = mart.ask(stroom.terugkeer, BACK, **SPRING)

    assert found == [("totaal", *counts, 1), ("jw-46", *counts, 1)]


def test_who_had_two_products_counts_with_both_and_once_in_all(mart: Mart) -> None:
    drawn = """
        1 | 45 | 2025-01-01 | 2026-01-31
        1 | 46 | 2025-01-01 | 2026-01-31
        1 | 48 | 2025-01-01 | 2026-01-30
        1 | 48 | 2026-04-15 | 9999-12-31
    """
    care(mart, drawn)

    found = mart.ask(stroom.terugkeer, "product terug", **SPRING)

    assert found == [("totaal", 1), ("jw-45", 1), ("jw-46", 1)]
    assert mart.ask(stroom.terugkeer, "product terug", **SPRING, product="jw-45") == []
    assert len(mart.ask(stroom.terugkeer, "product", **SPRING, product="jw-48")) == 3


def test_who_came_back_twice_counts_with_the_last_time(mart: Mart) -> None:
    drawn = """
        1 | 45 | 2024-01-01 | 2024-01-31
        1 | 46 | 2026-03-02 | 2026-03-03
        1 | 48 | 2026-05-01 | 9999-12-31
    """
    care(mart, drawn)

    assert mart.ask(stroom.terugkeer, BACK, **SPRING)[1] == ("jw-46", 1, 0, 0, 0, 0, 1)


@pytest.mark.parametrize(
    ("before", "counted"),
    [
        ("", (1, 0, 0)),
        ("1 | 46 | 2026-01-01 | 2026-03-13", (1, 1, 1)),
        ("1 | 46 | 2026-01-01 | 2026-03-14", (0, 0, None)),
        ("1 | 46 | 2020-01-01 | 2021-03-15", (1, 1, 1)),
        ("1 | 46 | 2020-01-01 | 2021-03-14", (1, 0, 0)),
        ("1 | 46 | 2026-03-15 | 2026-03-16", (1, 0, 0)),
    ],
)
def test_herhaald_beroep_looks_back_five_years_over_a_day_without(
    before: str, counted: tuple[object, ...], mart: Mart
) -> None:
    mart.fill(
        "levering", "levering_nr | wet | dagtekening\n1 | jw | 2019-01-01\n2 | wmo | 2018-01-01"
    )
    care(mart, f"1 | 45 | 2026-03-15 | 9999-12-31\n{before}".strip())

    found = mart.ask(stroom.herhaald, "instroom herhaald aandeel vanaf", **SPRING)

    assert found == [(*counted, "2019-01-01")]
