"""What each query on the money answers, table in and table out."""

from typing import Any

import pytest

from sdash.queries import uitgaven
from sdash.sql import Query
from tests.queries.marts import Mart

MONEY = "ingediend toegekend in_behandeling"


@pytest.fixture
def spending(mart: Mart) -> Mart:
    """Two months and two wetten; person 1 has care of both."""
    mart.spend(
        """
        client_id | maand      | wet | taakveld | categorie | ingediend | toegekend | in_behandeling
        1         | 2026-01-01 | jw  | 6.75     | 45        | 10050     | 10000     | 50
        1         | 2026-02-01 | jw  | onbekend | 36        | 30000     | 0         | 0
        1         | 2026-02-01 | wmo | 6.711    | 01        | 1         | 1         | 0
        """,
    )
    mart.spend(
        "client_id | aanbieder | ingediend | in_behandeling\n2 | 42420002 | 20000 | 20000",
    )
    mart.fill("client", "client_id | wijk_code\n1 | WK168100\n2 | WK168101")
    mart.fill("wijk", "wijk_code | naam\nWK168100 | Valthe")
    mart.fill("aanbieder", "agb_code | naam\n42420001 | De Voorbeeldhoeve")
    return mart


def test_the_total_of_a_wet_stands_beside_its_budget(spending: Mart) -> None:
    spending.fill(
        "begroting",
        """
        jaar | taakveld | wet | lasten
        2026 | 6.751    | jw  | 1000.50
        2026 | 6.92     | jw  | 200
        2026 | 6.1      | -   | 5000
        2025 | 6.751    | jw  | 9000
        """,
    )

    assert spending.ask(uitgaven.totaal, f"wet {MONEY} begroot clienten", jaar=2026) == [
        ("jw", 600.5, 100, 200.5, 1200.5, 2),
        ("wmo", 0.01, 0.01, 0, None, 1),
    ]


def test_a_wet_without_lines_has_no_amounts(mart: Mart) -> None:
    assert mart.ask(uitgaven.totaal, f"wet {MONEY} begroot clienten", jaar=2026) == [
        ("jw", None, None, None, None, 0),
        ("wmo", None, None, None, None, 0),
    ]


def test_pw_appears_once_a_budget_of_any_year_has_it(mart: Mart) -> None:
    mart.fill("begroting", "jaar | wet | taakveld | lasten\n2025 | pw | 6.3 | 10")

    assert mart.ask(uitgaven.totaal, "wet begroot", jaar=2026) == [
        ("jw", None),
        ("wmo", None),
        ("pw", None),
    ]


def test_pw_appears_once_it_has_figures(mart: Mart) -> None:
    mart.spend("maand | wet\n2025-01-01 | pw")

    assert mart.ask(uitgaven.totaal, "wet", jaar=2026) == [("jw",), ("wmo",), ("pw",)]


def test_the_total_is_of_one_year(mart: Mart) -> None:
    mart.spend(
        """
        maand      | ingediend
        2025-12-01 | 1
        2026-01-01 | 2
        2026-12-01 | 4
        2027-01-01 | 8
        """,
    )

    assert mart.ask(uitgaven.totaal, "wet ingediend", jaar=2026)[0] == ("jw", 0.06)


def test_a_month_without_lines_has_no_row(spending: Mart) -> None:
    assert spending.ask(uitgaven.per_maand, f"maand wet {MONEY} clienten", jaar=2026) == [
        ("2026-01-01", "jw", 300.5, 100, 200.5, 2),
        ("2026-02-01", "jw", 300, 0, 0, 1),
        ("2026-02-01", "wmo", 0.01, 0.01, 0, 1),
    ]


@pytest.mark.parametrize(
    "query",
    [
        uitgaven.per_maand,
        uitgaven.verloop,
        uitgaven.kern,
        uitgaven.per_taakveld,
        uitgaven.per_product,
        uitgaven.per_wijk,
    ],
    ids=lambda query: query.name,
)
def test_a_person_with_two_aanbieders_is_one_person(query: Query[Any, Any], mart: Mart) -> None:
    mart.spend("aanbieder\n42420001\n42420002")

    assert mart.ask(query, "clienten", jaar=2026) == [(1,)]


def test_a_person_with_two_products_of_an_aanbieder_is_one_person(mart: Mart) -> None:
    mart.spend("categorie\n45\n46")

    assert mart.ask(uitgaven.per_aanbieder, "clienten", jaar=2026) == [(1,)]


def test_a_taakveld_of_no_list_keeps_its_code(mart: Mart) -> None:
    mart.spend("taakveld\n6.98")
    mart.fill("begroting", "taakveld | wet\n7.99 | jw")

    assert mart.ask(uitgaven.per_taakveld, "taakveld naam", jaar=2026) == [
        ("6.98", "6.98"),
        ("7.99", "7.99"),
    ]


def test_the_months_are_those_of_one_year(mart: Mart) -> None:
    mart.spend("maand\n2025-12-01\n2026-12-01\n2027-01-01")

    assert mart.ask(uitgaven.per_maand, "maand", jaar=2026) == [("2026-12-01",)]


def test_the_course_of_a_selection_counts_people(spending: Mart) -> None:
    answer = spending.ask(uitgaven.verloop, f"maand wet clienten {MONEY}", jaar=2026, wet="jw")

    assert answer == [
        ("2026-01-01", "jw", 2, 300.5, 100, 200.5),
        ("2026-02-01", "jw", 1, 300, 0, 0),
    ]


def test_a_year_on_top_counts_each_person_once(spending: Mart) -> None:
    answer = spending.ask(uitgaven.kern, f"clienten {MONEY} laatste_maand", jaar=2026)

    assert answer == [(2, 600.51, 100.01, 200.5, "2026-02-01")]


def test_a_year_without_lines_costs_nothing(spending: Mart) -> None:
    answer = spending.ask(
        uitgaven.kern, f"clienten {MONEY} ingediend_vorig_jaar laatste_maand", jaar=2027
    )

    assert answer == [(0, 0, 0, 0, None, None)]


def test_a_month_with_few_lines_so_far_is_not_reached_yet(mart: Mart) -> None:
    mart.spend(
        """
        maand      | client_id | categorie | ingediend
        2026-01-01 | 1         | 45        | 100
        2026-01-01 | 2         | 45        | 100
        2026-01-01 | 3         | 45        | 100
        2026-01-01 | 3         | 46        | 100
        2026-01-01 | 4         | 45        | 100
        2026-02-01 | 5         | 45        | 200
        2026-02-01 | 2         | 45        | 200
        2026-02-01 | 2         | 46        | 0
        2026-03-01 | 6         | 45        | 800
        2026-03-01 | 6         | 46        | 400
        """,
    )
    columns = "laatste_maand ingediend_tot clienten_tot ingediend clienten"

    half = mart.ask(uitgaven.kern, columns, jaar=2026, genoeg=0.5)
    any_line = mart.ask(uitgaven.kern, columns, jaar=2026)

    assert half == [("2026-02-01", 9, 5, 21, 6)]
    assert any_line == [("2026-03-01", 21, 6, 21, 6)]


def test_last_year_is_counted_up_to_the_same_month(mart: Mart) -> None:
    mart.spend(
        """
        maand      | client_id | ingediend
        2024-12-01 | 1         | 100
        2025-01-01 | 2         | 200
        2025-02-01 | 3         | 400
        2025-02-01 | 2         | 0
        2025-03-01 | 4         | 800
        2026-02-01 | 5         | 1600
        """,
    )

    answer = mart.ask(
        uitgaven.kern, "ingediend ingediend_vorig_jaar clienten clienten_vorig_jaar", jaar=2026
    )

    assert answer == [(16, 6, 1, 2)]


@pytest.mark.parametrize(
    ("chosen", "begroot"),
    [
        ({}, 60),
        ({"wet": "jw"}, 30),
        ({"domein": "6.75"}, 30),
        ({"domein": "6.711"}, 30),
        ({"domein": "6.76"}, None),
        ({"product": "jw-45"}, None),
        ({"aanbieder": "42420001"}, None),
        ({"wijk": "WK168100"}, None),
        ({"team": "Noord"}, None),
    ],
)
def test_a_budget_is_that_of_whole_taakvelden_of_wetten_with_lines(
    chosen: dict[str, str], begroot: int | None, spending: Mart
) -> None:
    spending.fill(
        "begroting",
        """
        jaar | taakveld | wet | lasten
        2026 | 6.751    | jw  | 10
        2026 | 6.752    | jw  | 20
        2026 | 6.711    | wmo | 30
        2026 | 6.3      | pw  | 40
        2026 | 6.1      | -   | 50
        2025 | 6.751    | jw  | 60
        """,
    )

    assert spending.ask(uitgaven.kern, "begroot", jaar=2026, **chosen) == [(begroot,)]


def test_a_budget_that_is_partly_made_up_says_so(spending: Mart) -> None:
    spending.fill(
        "begroting",
        """
        taakveld | wet | lasten | fictief
        6.751    | jw  | 10     | false
        6.92     | jw  | 10     | true
        6.711    | wmo | 10     | false
        """,
    )

    assert spending.ask(uitgaven.kern, "begroot_fictief", jaar=2026) == [(True,)]
    assert spending.ask(uitgaven.kern, "begroot_fictief", jaar=2026, wet="wmo") == [(False,)]
    assert spending.ask(uitgaven.kern, "begroot_fictief", jaar=2025) == [(None,)]


def test_a_taakveld_stands_beside_the_budget_that_is_divided_further(spending: Mart) -> None:
    spending.fill(
        "begroting",
        """
        jaar | taakveld | wet | lasten
        2026 | 6.751    | jw  | 10
        2026 | 6.752    | jw  | 20
        2026 | 6.23     | -   | 40
        2025 | 6.711    | wmo | 80
        """,
    )

    answer = spending.ask(
        uitgaven.per_taakveld, "wet taakveld naam clienten ingediend begroot", jaar=2026
    )

    assert answer == [
        (None, "6.23", "Toegang en eerstelijn integraal", 0, None, 40),
        ("wmo", "6.711", "Huishoudelijke hulp", 1, 0.01, None),
        ("jw", "6.75", "Jeugdhulp ambulant", 2, 300.5, 30),
        ("jw", "onbekend", "Taakveld onbekend", 1, 300, None),
    ]


@pytest.mark.parametrize(
    ("chosen", "begroot"),
    [
        ({"wet": "jw"}, [("6.75", 10)]),
        ({"domein": "6.711"}, [("6.711", 20)]),
        ({"product": "jw-99"}, []),
        ({"aanbieder": "99999999"}, []),
        ({"wijk": "WK168199"}, []),
        ({"team": "Bestaat niet"}, []),
    ],
)
def test_a_budget_follows_the_wet_and_the_taakveld_and_nothing_else(
    chosen: dict[str, str], begroot: list[tuple[str, int]], mart: Mart
) -> None:
    mart.fill("begroting", "taakveld | wet | lasten\n6.751 | jw | 10\n6.711 | wmo | 20")

    answer = mart.ask(uitgaven.per_taakveld, "taakveld begroot", jaar=2026, **chosen)

    assert answer == begroot


def test_products_stand_in_the_order_of_their_cost(spending: Mart) -> None:
    answer = spending.ask(uitgaven.per_product, f"wet categorie naam clienten {MONEY}", jaar=2026)

    assert answer == [
        ("jw", "45", "Jeugdhulp ambulant", 2, 300.5, 100, 200.5),
        ("jw", "36", "Gezinsgericht", 1, 300, 0, 0),
        ("wmo", "01", "Hulp bij het huishouden", 1, 0.01, 0.01, 0),
    ]


def test_a_product_of_no_code_list_keeps_its_code(mart: Mart) -> None:
    mart.spend("categorie\n99")

    assert mart.ask(uitgaven.per_product, "categorie naam", jaar=2026) == [("99", "99")]


def test_an_aanbieder_without_a_name_keeps_its_code(spending: Mart) -> None:
    answer = spending.ask(uitgaven.per_aanbieder, f"aanbieder naam clienten {MONEY}", jaar=2026)

    assert answer == [
        ("42420001", "De Voorbeeldhoeve", 1, 400.51, 100.01, 0.5),
        ("42420002", "42420002", 1, 200, 0, 200),
    ]


def test_money_belongs_to_the_wijk_where_the_person_lives(spending: Mart) -> None:
    spending.spend("client_id | ingediend\n3 | 700")

    answer = spending.ask(uitgaven.per_wijk, f"wijk_code naam clienten {MONEY}", jaar=2026)

    assert answer == [
        ("WK168100", "Valthe", 1, 400.51, 100.01, 0.5),
        ("WK168101", "WK168101", 1, 200, 0, 200),
        ("onbekend", "Wijk onbekend", 1, 7, 0, 0),
    ]


def test_lines_come_newest_month_first_and_no_more_than_asked(mart: Mart) -> None:
    mart.fill("levering", "levering_nr | bestand\n1 | oud.xml\n2 | nieuw.xml")
    mart.fill("aanbieder", "agb_code | naam\n42420001 | De Voorbeeldhoeve")
    mart.fill(
        "regel",
        """
        levering_nr | maand      | aanbieder | referentienummer | bedrag | status         | vlaggen
        1           | 2026-01-01 | 42420001  | A                | -4500  | toegekend      | [9338]
        1           | 2026-02-01 | 42420002  | C                | 1      | in_behandeling | []
        2           | 2026-02-01 | 42420001  | B                | 100    | afgewezen      | []
        """,
    )
    columns = "naam referentienummer bedrag status vlaggen bestand"

    assert mart.ask(uitgaven.regels, columns, jaar=2026, aantal=5) == [
        ("De Voorbeeldhoeve", "B", 1, "afgewezen", [], "nieuw.xml"),
        ("42420002", "C", 0.01, "in_behandeling", [], "oud.xml"),
        ("De Voorbeeldhoeve", "A", -45, "toegekend", ["9338"], "oud.xml"),
    ]
    assert len(mart.rows(uitgaven.regels, jaar=2026, aantal=2)) == 2


def test_a_month_is_complete_when_every_active_toewijzing_has_a_line(mart: Mart) -> None:
    mart.fill(
        "inzet",
        """
        toewijzing_nummer | wet | van        | tot
        1                 | jw  | 2025-01-01 | 2026-01-01
        2                 | jw  | 2026-01-31 | 2026-02-01
        2                 | jw  | 2026-02-02 | 2026-02-28
        3                 | jw  | 2026-02-28 | 2026-02-28
        1                 | wmo | 2026-01-01 | 2026-01-31
        """,
    )
    mart.fill(
        "regel",
        """
        toewijzing_nummer | wet | maand      | referentienummer
        1                 | jw  | 2026-01-01 | A
        1                 | jw  | 2026-01-01 | B
        2                 | jw  | 2026-02-01 | C
        1                 | jw  | 2026-02-01 | D
        2                 | jw  | 2025-12-01 | E
        9                 | jw  | 2026-02-01 | F
        3                 | jw  | 2026-02-01 | G
        2                 | wmo | 2026-01-01 | H
        """,
    )

    answer = mart.ask(
        uitgaven.volledigheid, "maand wet toewijzingen gedeclareerd aandeel", jaar=2026
    )

    assert answer == [
        ("2026-01-01", "jw", 2, 1, 0.5),
        ("2026-01-01", "wmo", 1, 0, 0),
        ("2026-02-01", "jw", 2, 2, 1),
    ]


def test_completeness_is_of_one_year(mart: Mart) -> None:
    mart.fill("inzet", "van | tot\n2025-12-01 | 2027-02-28")
    mart.fill("regel", "maand | referentienummer\n2026-01-01 | A\n2026-12-01 | B")

    first, *months, last = mart.ask(uitgaven.volledigheid, "maand gedeclareerd", jaar=2026)

    assert (first, len(months), last) == (("2026-01-01", 1), 10, ("2026-12-01", 1))


def test_a_line_before_or_after_its_toewijzing_completes_nothing(mart: Mart) -> None:
    mart.fill(
        "inzet",
        """
        toewijzing_nummer | van        | tot
        1                 | 2026-03-01 | 2026-03-31
        2                 | 2026-01-01 | 2026-05-31
        """,
    )
    mart.fill(
        "regel",
        """
        toewijzing_nummer | maand      | referentienummer
        1                 | 2026-02-01 | A
        1                 | 2026-04-01 | B
        """,
    )

    answer = mart.ask(uitgaven.volledigheid, "gedeclareerd", jaar=2026)

    assert answer == [(0,), (0,), (0,), (0,), (0,)]


def test_the_years_to_choose_from_are_those_with_lines(mart: Mart) -> None:
    mart.spend("maand\n2026-01-01\n2024-05-01\n2026-02-01")

    assert mart.ask(uitgaven.jaren, "jaar") == [(2024,), (2026,)]


def test_a_filter_offers_what_the_year_has(spending: Mart) -> None:
    spending.spend(
        """
        maand      | wet | taakveld | categorie | aanbieder | client_id
        2026-12-01 | jw  | 6.99     | 97        | 42420001  | 3
        2025-12-01 | pw  | 6.3      | 99        | 42420003  | 1
        2027-01-01 | pw  | 6.4      | 98        | 42420004  | 2
        """,
    )
    spending.fill(
        "team",
        """
        team   | wijk_code | van        | tot
        Noord  | WK168100  | 2020-01-01 | 2026-01-01
        Zuid   | WK168101  | 2026-12-31 | 9999-12-31
        Weg    | WK168100  | 2020-01-01 | 2025-12-31
        Straks | WK168100  | 2027-01-01 | 9999-12-31
        """,
    )

    assert spending.ask(uitgaven.keuzes, "soort code naam", jaar=2026) == [
        ("wet", "jw", "Jeugd"),
        ("wet", "wmo", "Wmo"),
        ("domein", "6.99", "6.99"),
        ("domein", "6.711", "Huishoudelijke hulp"),
        ("domein", "6.75", "Jeugdhulp ambulant"),
        ("domein", "onbekend", "Taakveld onbekend"),
        ("product", "jw-97", "97"),
        ("product", "jw-36", "Gezinsgericht"),
        ("product", "wmo-01", "Hulp bij het huishouden"),
        ("product", "jw-45", "Jeugdhulp ambulant"),
        ("aanbieder", "42420002", "42420002"),
        ("aanbieder", "42420001", "De Voorbeeldhoeve"),
        ("wijk", "WK168100", "Valthe"),
        ("wijk", "WK168101", "WK168101"),
        ("wijk", "onbekend", "Wijk onbekend"),
        ("team", "Noord", "Noord"),
        ("team", "Zuid", "Zuid"),
    ]
