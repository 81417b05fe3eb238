"""What the queries of Jaareinde lay beside what the forecast says, and what the gate hides."""

import json
from pathlib import Path
from typing import Any

import pytest

from sdash.domain import Rol
from sdash.privacy import policy_for, protect
from sdash.queries import jaareinde
from sdash.settings import Settings
from sdash.sql import Query, Record
from tests.queries.marts import Mart

SETTINGS = Settings(data=Path("data"))
BEGROTING = """
    jaar | taakveld | wet | lasten | fictief
    2026 | 6.751    | jw  | 1000   | true
    2026 | 6.792    | jw  | 5000   | false
    2025 | 6.751    | jw  | 9000   | false
"""


def people(mart: Mart, count: int, maand: str = "2026-01-01", first: int = 1) -> None:
    rows = "\n".join(f"{nr} | {maand} | jw | 6.75 | 45" for nr in range(first, first + count))
    mart.spend(f"client_id | maand | wet | taakveld | categorie\n{rows}")


def said(**parts: Any) -> str:  # noqa: ANN401  (any value of JSON)
    usual = {"maand": "2026-05-01", "velden": ["6.75"], "p10": 900.0, "p50": 1100.0, "p90": 1300.0}
    return json.dumps([{**usual, **parts}])


def as_bestuurder(mart: Mart, query: Query[Any, Any], params: dict[str, Any]) -> list[Record]:
    policy = policy_for(Rol.BESTUURDER, SETTINGS, query.name, query.header)
    return protect(query.header, mart.records(query, params), policy).records


def test_the_budget_is_that_of_the_taakvelden_that_are_forecast(mart: Mart) -> None:
    people(mart, 20)
    mart.fill("begroting", BEGROTING)

    columns = "clienten midden begroot begroot_fictief afwijking kans"
    chance = [900.0, 950.0, 1100.0, 1300.0]
    gezegd = said(percentielen=chance)
    assert mart.ask(jaareinde.kern, columns, jaar=2026, gezegd=gezegd) == [
        (20, 1100, 1000, True, 100, 0.5)
    ]


def test_nothing_said_is_nothing_and_no_zero(mart: Mart) -> None:
    people(mart, 20)
    mart.fill("begroting", BEGROTING)

    columns = "maand laag midden hoog naief begroot afwijking kans"
    assert mart.ask(jaareinde.kern, columns, jaar=2026, gezegd="[]") == [(None,) * 8]


def test_without_a_budget_nothing_is_said_of_an_overrun(mart: Mart) -> None:
    people(mart, 20)

    gezegd = said(percentielen=[900.0, 1300.0])
    columns = "midden begroot afwijking kans"
    assert mart.ask(jaareinde.kern, columns, jaar=2026, gezegd=gezegd) == [(1100, None, None, None)]


def test_a_forecast_of_few_people_is_hidden(mart: Mart) -> None:
    people(mart, 3)
    mart.fill("begroting", BEGROTING)

    gezegd = said(percentielen=[900.0, 1300.0], naief=1.0, toegekend=1.0, komt=1.0, komt_fout=1.0)
    (row,) = as_bestuurder(mart, jaareinde.kern, {"jaar": 2026, "gezegd": gezegd})

    money = ("laag", "midden", "hoog", "naief", "toegekend", "komt", "komt_fout", "afwijking")
    assert {row[name] for name in (*money, "kans", "clienten")} == {None}
    assert row["begroot"] == 1000


def test_a_forecast_behind_which_nobody_is_known_is_hidden(mart: Mart) -> None:
    (row,) = as_bestuurder(mart, jaareinde.kern, {"jaar": 2026, "gezegd": said()})

    assert row["midden"] is None


def test_a_year_that_has_just_begun_leans_on_the_people_of_the_one_before(mart: Mart) -> None:
    people(mart, 20, "2025-12-01")

    (row,) = as_bestuurder(mart, jaareinde.kern, {"jaar": 2026, "gezegd": said()})

    assert (row["clienten"], row["midden"]) == (20, 1100)


@pytest.fixture
def months(mart: Mart) -> Mart:
    """Twenty people in January, two in February."""
    people(mart, 20)
    people(mart, 2, "2026-02-01")
    return mart


def path(**february: Any) -> str:  # noqa: ANN401  (any value of JSON)
    way = {"laag": 1.0, "midden": 2.0, "hoog": 3.0}
    return json.dumps(
        [
            {"maand": "2026-01-01", "binnen": 2000.0, "verwacht": 2000.0, "rijp": True},
            {"maand": "2026-02-01", "binnen": 200.0, "verwacht": 210.0, **way, **february},
            {"maand": "2026-12-01", "binnen": None, "verwacht": 900.0, "rijp": False, **way},
        ]
    )


def test_a_month_of_few_people_is_hidden_and_the_way_to_the_end_is_not(months: Mart) -> None:
    gezegd = path(rijp=False)
    _, february, december = as_bestuurder(
        months, jaareinde.verloop, {"jaar": 2026, "gezegd": gezegd}
    )

    assert february["binnen"] is None
    assert (february["midden"], december["midden"]) == (2, 2)
    assert (february["verwacht"], december["verwacht"]) == (210, 900)


def test_what_a_mature_month_of_few_people_comes_to_is_hidden_too(months: Mart) -> None:
    gezegd = path(rijp=True)
    _, february, _ = as_bestuurder(months, jaareinde.verloop, {"jaar": 2026, "gezegd": gezegd})

    assert (february["binnen"], february["verwacht"]) == (None, None)


def test_a_taakveld_stands_beside_its_budget_and_its_wet(mart: Mart) -> None:
    people(mart, 20)
    mart.fill("begroting", BEGROTING)
    gezegd = json.dumps(
        [
            {"wet": "jw", "taakveld": veld, "p50": 900.0, "percentielen": [800.0, 1100.0]}
            for veld in (None, "6.75")
        ]
    )

    columns = "wet taakveld naam clienten midden begroot afwijking gunstig kans"
    assert mart.ask(jaareinde.per_taakveld, columns, jaar=2026, gezegd=gezegd) == [
        ("jw", "alles", "Alle taakvelden samen", 20, 900, 1000, -100, "V", 0.5),
        ("jw", "6.75", "Jeugdhulp ambulant", 20, 900, 1000, -100, "V", 0.5),
    ]


def test_people_of_older_years_count_by_the_rules_of_now(mart: Mart) -> None:
    rows = "\n".join(f"{nr} | 2023-03-01 | jw | onbekend | 45" for nr in range(1, 21))
    mart.spend(f"client_id | maand | wet | taakveld | categorie\n{rows}")
    gezegd = json.dumps([{"maand": "2023-06-01", "jaar": 2023, "p50": 5.0, "uitkomst": 6.0}])

    columns = "maand jaar clienten midden uitkomst"
    (row,) = mart.ask(jaareinde.terugblik, columns, domein="6.75", gezegd=gezegd)
    assert row[1:] == (2023, 20, 5, 6)
