"""How people and casussen come and go, month by month."""

import pytest

from sdash.queries import caseload
from tests.queries.marts import Mart

MONTH = "maand begin instroom nieuw herinstroom uitstroom eind"
SPRING = {"van": "2026-03-20", "tot": "2026-05-01"}


def course(mart: Mart, drawn: str, **chosen: str) -> list[tuple[object, ...]]:
    """The months around the care of one person."""
    mart.fill("zorgperiode", f"wet | volgnr | van | tot\n{drawn}")
    return mart.ask(caseload.verloop, MONTH, **SPRING, **chosen)


@pytest.mark.parametrize(
    ("drawn", "maart", "april", "mei"),
    [
        # van and tot                                  begin in nieuw terug uit eind
        ("totaal|1|2026-02-28|2026-02-28", (1, 0, 0, 0, 1, 0), (0,) * 6, (0,) * 6),
        ("totaal|1|2026-02-01|2026-03-31", (1, 0, 0, 0, 0, 1), (1, 0, 0, 0, 1, 0), (0,) * 6),
        ("totaal|1|2026-03-01|2026-03-30", (0, 1, 1, 0, 1, 0), (0,) * 6, (0,) * 6),
        ("totaal|1|2026-03-31|2026-03-31", (0, 1, 1, 0, 0, 1), (1, 0, 0, 0, 1, 0), (0,) * 6),
        ("totaal|2|2026-04-01|9999-12-31", (0,) * 6, (0, 1, 0, 1, 0, 1), (1, 0, 0, 0, 0, 1)),
        ("totaal|3|2026-05-31|2026-05-31", (0,) * 6, (0,) * 6, (0, 1, 0, 1, 0, 1)),
        ("totaal|1|2026-02-27|2026-02-27", (0,) * 6, (0,) * 6, (0,) * 6),
        ("totaal|1|2026-06-01|2026-06-02", (0,) * 6, (0,) * 6, (0,) * 6),
        ("jw|1|2026-04-01|2026-04-02", (0,) * 6, (0,) * 6, (0,) * 6),
    ],
)
def test_a_stretch_of_care_is_counted_where_it_begins_and_ends(
    drawn: str, maart: tuple[int, ...], april: tuple[int, ...], mei: tuple[int, ...], mart: Mart
) -> None:
    assert course(mart, drawn) == [
        ("2026-03-01", *maart),
        ("2026-04-01", *april),
        ("2026-05-01", *mei),
    ]


def test_flow_can_be_that_of_one_wet(mart: Mart) -> None:
    answer = course(mart, "jw|1|2026-04-01|9999-12-31\nwmo|1|2026-04-01|9999-12-31", wet="jw")

    assert answer[1] == ("2026-04-01", 0, 1, 1, 0, 0, 1)


@pytest.mark.parametrize(
    ("chosen", "begin"),
    [
        ({}, [1, 1, 1]),
        ({"wijk": "WK168100"}, [1, 1, 1]),
        ({"wijk": "WK168101"}, [0, 0, 0]),
        ({"wijk": "onbekend"}, [0, 0, 0]),
        ({"team": "Noord"}, [0, 1, 0]),
        ({"team": "Zuid"}, [0, 0, 0]),
    ],
)
def test_flow_can_be_that_of_a_wijk_or_of_its_team_in_that_month(
    chosen: dict[str, str], begin: list[int], mart: Mart
) -> None:
    mart.fill("client", "client_id | wijk_code\n1 | WK168100")
    mart.fill(
        "team",
        """
        team  | wijk_code | van        | tot
        Noord | WK168100  | 2026-03-02 | 2026-04-30
        Zuid  | WK168101  | 2020-01-01 | 9999-12-31
        """,
    )

    answer = course(mart, "totaal|1|2020-01-01|9999-12-31", **chosen)

    assert [row[1] for row in answer] == begin


def test_someone_without_an_address_is_in_wijk_onbekend(mart: Mart) -> None:
    answer = course(mart, "totaal|1|2020-01-01|9999-12-31", wijk="onbekend")

    assert answer[0] == ("2026-03-01", 1, 0, 0, 0, 0, 1)


@pytest.mark.parametrize(
    ("drawn", "maart", "april"),
    [
        # begindatum, einddatum and eerder_bekend      begin in nieuw bekend uit eind
        ("2026-02-28|2026-02-28|true", (1, 0, 0, 0, 1, 0), (0, 0, 0, 0, 0, 0)),
        ("2026-03-01|2026-03-31|true", (0, 1, 0, 1, 0, 1), (1, 0, 0, 0, 1, 0)),
        ("2026-03-01|2026-03-30|false", (0, 1, 1, 0, 1, 0), (0, 0, 0, 0, 0, 0)),
        ("2026-03-31|2026-04-29|false", (0, 1, 1, 0, 0, 1), (1, 0, 0, 0, 1, 0)),
        ("2026-04-30|9999-12-31|false", (0, 0, 0, 0, 0, 0), (0, 1, 1, 0, 0, 1)),
        ("2026-05-01|9999-12-31|false", (0, 0, 0, 0, 0, 0), (0, 0, 0, 0, 0, 0)),
        ("2026-01-01|2026-02-27|false", (0, 0, 0, 0, 0, 0), (0, 0, 0, 0, 0, 0)),
    ],
)
def test_a_casus_is_counted_where_it_begins_and_ends(
    drawn: str, maart: tuple[int, ...], april: tuple[int, ...], mart: Mart
) -> None:
    mart.fill("casus", f"begindatum | einddatum | eerder_bekend\n{drawn}")

    answer = mart.ask(
        caseload.casussen,
        "maand begin instroom nieuw bekend uitstroom eind",
        van="2026-03-31",
        tot="2026-04-01",
    )

    assert answer == [("2026-03-01", *maart), ("2026-04-01", *april)]


def test_casussen_can_be_those_of_one_team(mart: Mart) -> None:
    mart.fill("casus", "casus_id | team\nA | Noord\nB | Zuid")
    day = {"van": "2026-03-01", "tot": "2026-03-01"}

    assert mart.ask(caseload.casussen, "begin", **day) == [(2,)]
    assert mart.ask(caseload.casussen, "begin", **day, team="Noord") == [(1,)]
