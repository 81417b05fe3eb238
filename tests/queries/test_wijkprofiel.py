"""What each query on wijken answers, table in and table out."""

import pytest

from sdash.queries import wijkprofiel
from tests.queries.marts import Mart


@pytest.fixture
def wijken(mart: Mart) -> Mart:
    """Two wijken of one gemeente; one of their codes once was another wijk's."""
    mart.fill(
        "wijk",
        """
        wijk_code | naam   | inwoners | jaar
        WK168100  | Valthe | 1000     | 2024
        WK168182  | Borger | -        | 2024
        """,
    )
    return mart


def kerncijfers(mart: Mart, drawn: str) -> None:
    """Published figures by year, region and name."""
    head = "jaar | regio_code | regio_naam | regio_soort | indicator | waarde | eenheid | bron"
    mart.fill("kerncijfer", f"{head}\n{drawn.strip()}")


def test_wijken_stand_in_the_order_of_their_names(wijken: Mart) -> None:
    assert wijken.ask(wijkprofiel.wijken, "wijk_code naam inwoners jaar") == [
        ("WK168182", "Borger", None, 2024),
        ("WK168100", "Valthe", 1000, 2024),
    ]


def test_the_map_has_the_corners_of_known_wijken_in_order(wijken: Mart) -> None:
    wijken.fill(
        "kaart",
        """
        regio_code | volgnr | x   | y
        WK168100   | 2      | 1.5 | 3
        WK168100   | 1      | 1   | 2
        WK999999   | 1      | 0   | 0
        """,
    )

    assert wijken.ask(wijkprofiel.kaart, "wijk_code naam volgnr x y") == [
        ("WK168100", "Valthe", 1, 1, 2),
        ("WK168100", "Valthe", 2, 1.5, 3),
    ]


def test_a_kerncijfer_is_of_the_newest_year_that_has_it_for_a_wijk(wijken: Mart) -> None:
    kerncijfers(
        wijken,
        """
        2022 | WK168100 | Valthe         | wijk     | Inwoners | 900 | personen | CBS
        2023 | WK168100 | Valthe         | wijk     | Inwoners | 950 | inw.     | CBS
        2024 | WK168100 | Valthe         | wijk     | Inwoners | -   | personen | CBS
        2025 | GM1681   | Borger-Odoorn  | gemeente | Inwoners | 100 | personen | CBS
        2024 | WK168100 | Valthe         | wijk     | Schulden | -   | %        | CBS
        """,
    )

    assert wijken.ask(wijkprofiel.indicatoren, "indicator eenheid jaar") == [
        ("Inwoners", "inw.", 2023)
    ]


def test_every_wijk_has_a_value_or_a_gap(wijken: Mart) -> None:
    kerncijfers(
        wijken,
        """
        2022 | WK168182 | Borger        | wijk     | Inwoners | 4935 | personen | CBS 2022
        2023 | WK168100 | Valthe        | wijk     | Inwoners | 950  | inw.     | CBS 2023
        2024 | WK168100 | Valthe        | wijk     | Inwoners | -    | personen | CBS 2024
        2025 | GM1681   | Borger-Odoorn | gemeente | Inwoners | 100  | personen | CBS 2025
        2023 | WK010600 | Valthe        | wijk     | Inwoners | 1    | inw.     | elders
        2024 | WK168100 | Valthe        | wijk     | Schulden | 7    | %        | BKR
        """,
    )

    answer = wijken.ask(
        wijkprofiel.per_wijk, "wijk_code naam waarde eenheid jaar bron", indicator="Inwoners"
    )

    assert answer == [
        ("WK168100", "Valthe", 950, "inw.", 2023, "CBS 2023"),
        ("WK168182", "Borger", None, "inw.", 2023, None),
    ]


def test_a_code_that_was_another_wijk_in_that_year_has_no_value(wijken: Mart) -> None:
    kerncijfers(wijken, "2020 | WK168100 | Borger | wijk | Misdrijven | 12 | per 1.000 | Bron: CBS")

    on_the_map = wijken.ask(wijkprofiel.per_wijk, "naam waarde", indicator="Misdrijven")
    profile = wijken.ask(wijkprofiel.profiel, "indicator waarde", wijk="WK168100")

    assert on_the_map == [("Valthe", None), ("Borger", None)]
    assert profile == [("Misdrijven", None)]


def test_an_unknown_kerncijfer_has_no_wijken(wijken: Mart) -> None:
    assert wijken.rows(wijkprofiel.per_wijk, indicator="Bestaat niet") == []


def test_a_profile_stands_beside_gemeente_and_country_of_the_same_year(wijken: Mart) -> None:
    kerncijfers(
        wijken,
        """
        2022 | WK168100 | Valthe        | wijk     | Inwoners | 900   | personen | CBS
        2022 | WK168182 | Borger        | wijk     | Inwoners | 4935  | personen | CBS
        2022 | GM1681   | Borger-Odoorn | gemeente | Inwoners | 25681 | personen | CBS
        2022 | GM0106   | Assen         | gemeente | Inwoners | 68979 | personen | CBS
        2022 | NL       | Nederland     | land     | Inwoners | 17    | mln      | CBS
        2022 | WK010600 | Valthe        | wijk     | Inwoners | 1     | elders   | elders
        2023 | WK168100 | Valthe        | wijk     | Inwoners | -     | nieuw    | nieuw
        2021 | WK168100 | Valthe        | wijk     | Inwoners | 1     | oud      | oud
        2021 | GM1681   | Borger-Odoorn | gemeente | Inwoners | 2     | oud      | oud
        2021 | NL       | Nederland     | land     | Inwoners | 3     | oud      | oud
        2022 | GM1681   | Borger-Odoorn | gemeente | Alleen   | 1     | %        | CBS
        2022 | WK168182 | Borger        | wijk     | Ouderen  | 5     | %        | RIVM
        """,
    )

    answer = wijken.ask(
        wijkprofiel.profiel,
        "indicator eenheid jaar bron waarde gemeente nederland",
        wijk="WK168100",
    )

    assert answer == [
        ("Inwoners", "personen", 2022, "CBS", 900, 25681, 17),
        ("Ouderen", "%", 2022, "RIVM", None, None, None),
    ]


def test_an_unknown_wijk_has_no_profile(wijken: Mart) -> None:
    kerncijfers(wijken, "2022 | WK168100 | Valthe | wijk | Inwoners | 900 | personen | CBS")

    assert wijken.rows(wijkprofiel.profiel, wijk="WK999999") == []


def test_the_use_of_care_stands_beside_the_inhabitants(wijken: Mart) -> None:
    wijken.fill("client", "client_id | wijk_code\n1 | WK168100\n2 | WK168100\n3 | onbekend")
    wijken.fill(
        "inzet",
        """
        client_id | wet | van        | tot
        1         | jw  | 2026-06-15 | 2026-06-15
        1         | wmo | 2020-01-01 | 9999-12-31
        2         | jw  | 2020-01-01 | 2026-06-14
        2         | jw  | 2026-06-16 | 9999-12-31
        2         | wmo | 2020-01-01 | 9999-12-31
        3         | jw  | 2020-01-01 | 9999-12-31
        """,
    )

    answer = wijken.ask(
        wijkprofiel.gebruik, "naam wet clienten inwoners aandeel", peildatum="2026-06-15"
    )

    assert answer == [
        ("Valthe", "jw", 1, 1000, 0.001),
        ("Valthe", "wmo", 2, 1000, 0.002),
        ("Valthe", "totaal", 2, 1000, 0.002),
        ("Borger", "jw", 0, None, None),
        ("Borger", "wmo", 0, None, None),
        ("Borger", "totaal", 0, None, None),
    ]


def test_a_wijk_without_inhabitants_has_no_share(mart: Mart) -> None:
    mart.fill("wijk", "wijk_code | inwoners\nWK168100 | 0")

    answer = mart.ask(wijkprofiel.gebruik, "clienten inwoners aandeel", peildatum="2026-06-15")

    assert answer == [(0, 0, None)] * 3


def test_pw_appears_in_a_wijk_once_it_has_figures(wijken: Mart) -> None:
    wijken.fill("inzet", "wet | van | tot\npw | 2020-01-01 | 2020-01-31")

    answer = wijken.ask(wijkprofiel.gebruik, "wet", peildatum="2026-06-15")

    assert answer == [("jw",), ("wmo",), ("pw",), ("totaal",)] * 2


def test_people_are_counted_once_in_the_area_of_their_team(wijken: Mart) -> None:
    wijken.fill("wijk", "wijk_code | naam | inwoners | jaar\nWK168183 | Bronneger | 500 | 2024")
    wijken.fill(
        "team",
        """
        team  | wijk_code | van        | tot
        Zuid  | WK168100  | 2020-01-01 | 9999-12-31
        Zuid  | WK168183  | 2020-01-01 | 9999-12-31
        Noord | WK168182  | 2020-01-01 | 9999-12-31
        Oud   | WK168182  | 2015-01-01 | 2019-12-31
        """,
    )
    wijken.fill(
        "client",
        """
        client_id | wijk_code
        1         | WK168100
        2         | WK168183
        3         | WK168183
        """,
    )
    wijken.fill(
        "inzet",
        """
        client_id | wet | van        | tot
        1         | jw  | 2026-06-15 | 2026-06-15
        1         | wmo | 2020-01-01 | 9999-12-31
        2         | jw  | 2020-01-01 | 9999-12-31
        3         | jw  | 2020-01-01 | 2026-06-14
        """,
    )

    answer = wijken.ask(
        wijkprofiel.gebruik_team,
        "wijk_code team clienten inwoners aandeel",
        peildatum="2026-06-15",
    )

    assert answer == [
        ("WK168100", "Zuid", 2, 1500, 2 / 1500),
        ("WK168182", "Noord", 0, None, None),
        ("WK168183", "Zuid", 2, 1500, 2 / 1500),
    ]
