"""What households have together, table in and table out."""

import pytest

from sdash.queries import gegevens, huishoudens
from tests.queries.marts import Mart

DAY = {"peildatum": "2026-06-30"}
KERN = "mensen geteld zonder dubbel huishoudens een_wet meer_wetten"


def homes(mart: Mart, *lines: str) -> None:
    """Who lives where, as a file says it."""
    file(mart, "huishouden_regel", "\n".join(["client_id | huishouden | van | tot", *lines]))
    mart.make("huishouden")


def care(mart: Mart, *lines: str) -> None:
    """Care of people: who, wet, categorie, aanbieder and days."""
    head = "toewijzing_nummer | client_id | wet | categorie | aanbieder | van | tot"
    rows = [f"{nr} | {line}" for nr, line in enumerate(lines)]
    mart.fill("inzet", "\n".join([head, *rows]))


def money(mart: Mart, *lines: str) -> None:
    mart.add("levering", [{"levering_nr": 2}])
    head = "levering_nr | client_id | regeling | begin | eind | maand"
    mart.fill("uitkering_regel", "\n".join([head, *lines]))
    mart.make("regeling")


def file(mart: Mart, table: str, drawn: str) -> None:
    mart.add("levering", [{"levering_nr": 1}])
    head, *rows = drawn.strip().splitlines()
    numbered = [f"{row} | {nr}" for nr, row in enumerate(rows)]
    mart.fill(table, "\n".join([f"{head} | plaats", *numbered]))


ALWAYS = "2024-01-01 | 9999-12-31"


def test_a_household_stands_in_one_combination_and_its_people_are_counted_once(mart: Mart) -> None:
    homes(mart, f"1 | 7 | {ALWAYS}", f"2 | 7 | {ALWAYS}", f"3 | 8 | {ALWAYS}")
    care(
        mart,
        f"1 | jw  | 45 | 42420001 | {ALWAYS}",
        f"1 | jw  | 43 | 42420001 | {ALWAYS}",
        f"2 | wmo | 01 | 42420002 | {ALWAYS}",
        f"3 | wmo | 01 | 42420002 | {ALWAYS}",
    )

    found = mart.ask(huishoudens.wetten, "combinatie huishoudens mensen samen aandeel", **DAY)

    assert found == [("jw + wmo", 1, 2, 2, 0.5), ("wmo", 1, 1, 2, 0.5)]
    assert mart.ask(huishoudens.kern, KERN, **DAY) == [(3, 3, 0, 0, 2, 1, 1)]


def test_care_that_is_over_and_a_household_that_one_left_count_no_more(mart: Mart) -> None:
    homes(mart, "1 | 7 | 2024-01-01 | 2026-06-29", f"2 | 7 | {ALWAYS}")
    care(
        mart,
        f"1 | jw | 45 | 42420001 | {ALWAYS}",
        "2 | wmo | 01 | 42420001 | 2024-01-01 | 2026-06-29",
    )

    assert mart.ask(huishoudens.kern, KERN, **DAY) == [(1, 0, 1, 0, 0, 0, 0)]
    before = mart.ask(huishoudens.kern, KERN, peildatum="2026-06-29")
    assert before == [(2, 2, 0, 0, 1, 0, 1)]


def test_who_stands_in_two_households_counts_where_he_came_last_and_is_told(mart: Mart) -> None:
    homes(mart, f"1 | 7 | {ALWAYS}", "1 | 8 | 2025-01-01 | 9999-12-31", f"2 | 8 | {ALWAYS}")
    care(mart, f"1 | jw | 45 | 42420001 | {ALWAYS}", f"2 | wmo | 01 | 42420001 | {ALWAYS}")

    assert mart.ask(huishoudens.kern, KERN, **DAY) == [(2, 2, 0, 1, 1, 0, 1)]


def test_an_uitkering_counts_in_its_months_and_until_its_newest_end(mart: Mart) -> None:
    homes(mart, *(f"{who} | {who} | {ALWAYS}" for who in (1, 2, 3)))
    money(
        mart,
        "1 | 1 | Pw | 2026-01-01 | -          | 2026-06-01",
        "1 | 2 | Pw | 2026-01-01 | -          | 2026-05-01",
        "1 | 3 | Pw | 2026-01-01 | -          | 2026-06-01",
        "2 | 3 | Pw | 2026-01-01 | 2026-06-15 | 2026-06-01",
    )

    found = mart.ask(huishoudens.wetten, "combinatie huishoudens", **DAY)

    assert found == [("pw", 1)]


def test_of_months_that_are_not_told_yet_the_newest_one_counts(mart: Mart) -> None:
    homes(mart, f"1 | 1 | {ALWAYS}")
    money(mart, "1 | 1 | Pw | 2026-01-01 | - | 2026-03-01")

    assert mart.ask(huishoudens.wetten, "combinatie huishoudens", **DAY) == [("pw", 1)]


def test_aanbieders_are_counted_once_a_household_and_four_is_four_or_more(mart: Mart) -> None:
    homes(mart, *(f"{who} | 7 | {ALWAYS}" for who in range(5)), f"9 | 8 | {ALWAYS}")
    care(
        mart,
        *(f"{who} | jw | 45 | 4242000{who} | {ALWAYS}" for who in range(5)),
        f"9 | jw  | 45 | 42420001 | {ALWAYS}",
        f"9 | wmo | 01 | 42420001 | {ALWAYS}",
    )

    found = mart.ask(huishoudens.aanbieders, "aantal huishoudens samen", **DAY)

    assert found == [(1, 1, 2), (4, 1, 2)]


def test_leefgebieden_are_those_of_the_day_and_each_geval_has_one_combination(mart: Mart) -> None:
    file(
        mart,
        "leefgebied_regel",
        """huishouden | casusnummer | leefgebied | van        | tot
           h1         | -           | wonen      | 2025-01-01 | -
           h1         | -           | geld       | 2025-01-01 | 2026-06-30
           h1         | -           | gezin      | 2025-01-01 | 2026-06-29
           -          | c1          | geld       | 2026-06-30 | -
           -          | c2          | geld       | 2026-07-01 | -""",
    )

    assert mart.ask(huishoudens.leefgebieden, "combinatie huishoudens samen", **DAY) == [
        ("geld", 1, 2),
        ("geld + wonen", 1, 2),
    ]
    assert mart.ask(huishoudens.problemen, "aantal huishoudens samen", **DAY) == [
        (1, 1, 2),
        (2, 1, 2),
    ]


@pytest.mark.parametrize(
    ("plannen", "stand"),
    [
        ("h1 | 2026-01-01 | wijkteam | -", "één plan, één regisseur"),
        ("h1 | 2026-01-01 | -        | -", "één plan, geen regisseur"),
        (
            "h1 | 2026-01-01 | wijkteam | -\nh1 | 2026-01-01 | aanbieder | -",
            "één plan, meer regisseurs",
        ),
        (
            "h1 | 2026-01-01 | wijkteam | -\nh1 | 2026-02-01 | wijkteam | 2026-06-30",
            "meer dan één plan",
        ),
        ("h1 | 2026-07-01 | wijkteam | -", "geen plan"),
        ("h1 | 2026-01-01 | wijkteam | 2026-06-29", "geen plan"),
        ("h2 | 2026-01-01 | wijkteam | -", "geen plan"),
    ],
)
def test_a_household_with_more_wetten_has_one_plan_and_one_regisseur_or_not(
    mart: Mart, plannen: str, stand: str
) -> None:
    file(mart, "plan_regel", f"huishouden | plan_van | regisseur | tot\n{plannen}")
    homes(mart, f"1 | h1 | {ALWAYS}", f"2 | h5 | {ALWAYS}")
    care(
        mart,
        f"1 | jw  | 45 | 42420001 | {ALWAYS}",
        f"1 | wmo | 01 | 42420001 | {ALWAYS}",
        f"2 | wmo | 01 | 42420001 | {ALWAYS}",
    )

    found = mart.ask(huishoudens.plannen, "stand huishoudens samen", **DAY)

    assert found == [(stand, 1, 1)]


def test_without_a_file_of_plannen_nothing_is_said_of_them(mart: Mart) -> None:
    homes(mart, f"1 | 1 | {ALWAYS}")
    care(mart, f"1 | jw | 45 | 42420001 | {ALWAYS}", f"1 | wmo | 01 | 42420001 | {ALWAYS}")

    assert mart.ask(huishoudens.plannen, "stand", **DAY) == []


def test_stapeling_counts_kinds_of_voorzieningen_in_each_half_year(mart: Mart) -> None:
    homes(mart, *(f"{who} | {who} | {ALWAYS}" for who in (1, 2)))
    care(
        mart,
        "1 | jw  | 45 | 42420001 | 2025-07-01 | 2025-12-31",
        "1 | wmo | 45 | 42420001 | 2025-12-31 | 2025-12-31",
        f"2 | jw  | 45 | 42420001 | {ALWAYS}",
        f"2 | jw  | 45 | 42420002 | {ALWAYS}",
    )
    mart.fill(
        "kerncijfer",
        """
        jaar | regio_code | regio_soort | indicator   | waarde
        2024 | GM1681     | gemeente    | Huishoudens | 20
        """,
    )

    found = mart.ask(
        huishoudens.stapeling,
        "begin eind huishoudens enkel gestapeld alle alle_jaar aandeel",
        van="2025-07-01",
        tot="2026-06-30",
    )

    assert found == [
        ("2025-07-01", "2025-12-31", 2, 1, 1, 20, 2024, 0.05),
        ("2026-01-01", "2026-06-30", 1, 1, 0, 20, 2024, 0.0),
    ]


def test_a_half_year_before_the_first_uitkering_that_is_known_is_left_out(mart: Mart) -> None:
    homes(mart, f"1 | 1 | {ALWAYS}")
    care(mart, f"1 | jw | 45 | 42420001 | {ALWAYS}")
    money(mart, "1 | 1 | Pw | 2026-01-01 | - | 2026-01-01")

    found = mart.ask(huishoudens.stapeling, "begin gestapeld", van="2024-01-01", tot="2026-06-30")

    assert found == [("2026-01-01", 1)]


def test_without_a_recorded_ground_no_household_is_counted_at_all(mart: Mart) -> None:
    homes(mart, f"1 | 1 | {ALWAYS}")
    care(mart, f"1 | jw | 45 | 42420001 | {ALWAYS}", f"1 | wmo | 01 | 42420001 | {ALWAYS}")
    file(
        mart,
        "leefgebied_regel",
        "huishouden | leefgebied | van | tot\nh1 | geld | 2025-01-01 | -",
    )
    mart._connection.execute("UPDATE grondslag SET huishoudens = FALSE")

    [kern] = mart.rows(huishoudens.kern, **DAY)

    assert (kern.grondslag, kern.mensen, kern.geteld, kern.huishoudens) == (False, 1, 0, 0)
    for query in (
        *(huishoudens.wetten, huishoudens.leefgebieden, huishoudens.problemen),
        *(huishoudens.aanbieders, huishoudens.plannen),
    ):
        assert mart.records(query, {**DAY}) == []
    period = {"van": "2024-01-01", "tot": "2026-06-30"}
    assert mart.rows(huishoudens.stapeling, **period) == []


def test_what_does_not_fit_the_households_is_told_with_how_often(mart: Mart) -> None:
    homes(mart, f"1 | h1 | {ALWAYS}", "1 | h2 | 2025-01-01 | 2025-12-31", f"2 | h2 | {ALWAYS}")
    file(
        mart,
        "leefgebied_regel",
        """huishouden | leefgebied | van        | tot
           h1         | geld       | 2025-01-01 | -
           h8         | geld       | 2025-01-01 | -
           h8         | wonen      | 2025-01-01 | -""",
    )
    file(mart, "plan_regel", "huishouden | plan_van | regisseur | tot\nh9 | 2026-01-01 | - | -")
    unknown = "het huishouden staat niet in het bestand huishoudens"

    told = mart.ask(gegevens.casussen, "soort omschrijving team aantal")
    mart._connection.execute("UPDATE grondslag SET huishoudens = FALSE")

    assert told == [
        ("huishoudens", "iemand staat in twee huishoudens tegelijk", None, 1),
        ("leefgebieden", unknown, None, 1),
        ("plannen", unknown, None, 1),
    ]
    assert mart.ask(gegevens.casussen, "soort") == []
