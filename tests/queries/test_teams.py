"""Whether the teams are overloaded, what they work on, and how old that is."""

from typing import Any

import duckdb
import pytest

from sdash.queries import gegevens, teams
from sdash.settings import Settings, SocialeTeams, Toen
from sdash.warehouse.reference import REFERENCE_TABLES, fill_reference
from tests.queries.marts import SETTINGS, Mart

DAY = {"peildatum": "2026-06-15"}
PERIOD = {"van": "2026-01-01", "tot": "2026-06-30"}
KERN = "casussen_begin casussen_instroom casussen_uitstroom casussen casussen_lang"


@pytest.fixture
def work(mart: Mart) -> Mart:
    """Five casussen of two teams, of which one is over and one is long open."""
    mart.fill(
        "casus",
        """
        casus_id | team  | begindatum | einddatum
        a        | Noord | 2024-01-01 | 9999-12-31
        b        | Noord | 2025-06-16 | 9999-12-31
        c        | Noord | 2025-06-15 | 2026-06-14
        d        | Zuid  | 2026-06-15 | 2026-06-15
        e        | Zuid  | 2026-06-16 | 9999-12-31
        """,
    )
    return mart


def settle(mart: Mart) -> None:
    mart.fill(
        "team",
        """
        team  | wijk_code | van        | tot
        Noord | WK168100  | 2015-01-01 | 9999-12-31
        Zuid  | WK168101  | 2018-01-01 | 9999-12-31
        """,
    )


def staff(mart: Mart, drawn: str) -> None:
    mart.fill("levering", "levering_nr\n1")
    mart.fill("formatie_regel", drawn)


def test_a_year_begins_with_what_was_open_and_ends_with_what_is(work: Mart) -> None:
    assert work.ask(teams.kern, KERN, **DAY) == [(2, 2, 1, 3, 1)]
    assert work.ask(teams.kern, KERN, **DAY, team="Zuid") == [(0, 1, 0, 1, 0)]


def test_casussen_a_fte_are_those_of_the_newest_month_of_the_year(work: Mart) -> None:
    staff(
        work,
        """
        team  | maand      | fte | taak
        Noord | 2026-05-01 | 4   | -
        Noord | 2026-06-01 | 1.5 | -
        Noord | 2026-06-01 | 9   | indicering
        Zuid  | 2026-06-01 | 0.5 | indicering
        Zuid  | 2026-06-01 | 0.5 | regievoering
        Leeg  | 2026-06-01 | 70  | -
        Noord | 2026-07-01 | 99  | -
        """,
    )

    assert work.ask(teams.kern, "maand fte per_fte", **DAY) == [("2026-06-01", 2.5, 3 / 2.5)]


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param("Noord | 2026-06-01 | 4", id="only of one of the teams"),
        pytest.param("Noord | 2025-06-01 | 4\nZuid | 2025-06-01 | 4", id="too long ago"),
        pytest.param("Noord | 2026-06-01 | 4\nZuid | 2026-05-01 | 4", id="of different months"),
    ],
)
def test_without_the_fte_of_every_team_nothing_is_divided(drawn: str, work: Mart) -> None:
    staff(work, f"team | maand | fte\n{drawn}")

    assert work.ask(teams.kern, "fte per_fte", **DAY) == [(None, None)]


def test_casussen_stand_beside_the_households_of_the_newest_year(work: Mart) -> None:
    settle(work)
    work.fill(
        "kerncijfer",
        """
        jaar | regio_code | regio_soort | indicator   | waarde
        2022 | GM1681     | gemeente    | Huishoudens | 30
        2024 | GM1681     | gemeente    | Huishoudens | 60
        2025 | GM1681     | gemeente    | Huishoudens | -
        2022 | WK168100   | wijk        | Huishoudens | 4
        2024 | WK168101   | wijk        | Huishoudens | 5
        """,
    )
    columns = "huishoudens huishoudens_jaar aandeel"

    assert work.ask(teams.kern, columns, **DAY) == [(60, 2024, 3 / 60)]
    assert work.ask(teams.kern, columns, **DAY, team="Noord") == [(4, 2022, 2 / 4)]
    assert work.ask(teams.kern, columns, **DAY, team="Nergens") == [(None, None, None)]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        pytest.param({}, (None, None, 2018, 1000, 0.10), id="what Borger-Odoorn told"),
        pytest.param({"gemeente": "0106"}, (None,) * 5, id="of another gemeente nothing"),
        pytest.param(
            {
                "sociale_teams": SocialeTeams(
                    casussen_per_fte=(18, 24.5), toen=Toen(jaar=2020, casussen=7, aandeel=0.5)
                )
            },
            (18, 24.5, 2020, 7, 0.5),
            id="as in the settings",
        ),
    ],
)
def test_band_and_dated_line_are_those_of_the_settings(
    more: dict[str, Any], said: tuple[object, ...], database: duckdb.DuckDBPyConnection, mart: Mart
) -> None:
    database.execute(REFERENCE_TABLES)
    fill_reference(database, Settings.model_validate({**SETTINGS.model_dump(), **more}))
    columns = "band_laag band_hoog toen_jaar toen_stand toen_aandeel"

    assert mart.ask(teams.kern, columns, **DAY) == [said]
    assert mart.ask(teams.kern, columns, **DAY, team="Noord") == [(*said[:2], None, None, None)]


def test_a_team_has_months_from_its_first_day_on_and_as_long_as_it_has_casussen(
    work: Mart,
) -> None:
    work.fill(
        "team",
        """
        team  | van        | tot
        Noord | 2026-05-31 | 9999-12-31
        Nieuw | 2026-06-30 | 2026-06-30
        """,
    )
    columns = "maand team begin instroom uitstroom eind"

    assert work.ask(teams.verloop, columns, van="2026-05-03", tot="2026-07-01") == [
        ("2026-05-01", "Noord", 3, 0, 0, 3),
        ("2026-06-01", "Nieuw", 0, 0, 0, 0),
        ("2026-06-01", "Noord", 3, 0, 1, 2),
        ("2026-06-01", "Zuid", 0, 2, 1, 1),
        ("2026-07-01", "Noord", 2, 0, 0, 2),
        ("2026-07-01", "Zuid", 1, 0, 0, 1),
    ]


def test_the_fte_of_a_month_stands_beside_its_own_casussen(work: Mart) -> None:
    staff(work, "team | maand | fte | taak\nNoord | 2026-06-01 | 4 | -")

    answer = work.ask(teams.verloop, "maand fte per_fte", **PERIOD, team="Noord")

    assert answer[-2:] == [("2026-05-01", None, None), ("2026-06-01", 4, 0.5)]


@pytest.mark.parametrize(
    ("begindatum", "klasse"),
    [
        ("2026-06-15", 0),
        ("2026-03-16", 0),
        ("2026-03-15", 3),
        ("2025-12-16", 3),
        ("2025-12-15", 6),
        ("2025-06-16", 6),
        ("2025-06-15", 12),
    ],
)
def test_a_casus_is_as_old_as_its_months(begindatum: str, klasse: int, mart: Mart) -> None:
    mart.fill("casus", f"begindatum\n{begindatum}")

    answer = mart.ask(teams.leeftijd, "klasse casussen", **DAY)

    assert answer == [(of, int(of == klasse)) for of in (0, 3, 6, 12)]


def test_what_came_through_a_taak_is_counted_over_casussen_that_are_gone(mart: Mart) -> None:
    mart.fill(
        "casus",
        """
        casus_id | begindatum | einddatum
        a        | 2026-01-01 | 2026-06-29
        b        | 2026-01-01 | 2026-06-30
        c        | 2026-01-01 | 2025-12-31
        d        | 2026-01-01 | 2025-12-30
        """,
    )
    mart.fill(
        "casustaak",
        """
        casus_id | taak        | van        | tot
        a        | signalering | 2026-01-01 | 2026-01-10
        a        | signalering | 2026-03-01 | 2026-03-02
        a        | activering  | 2026-01-05 | 9999-12-31
        a        | indicering  | 2026-06-30 | 9999-12-31
        b        | signalering | 2026-01-01 | 2026-01-10
        c        | signalering | 2025-12-31 | 2026-01-10
        d        | signalering | 2025-12-30 | 2026-01-10
        x        | signalering | 2026-01-01 | 2026-01-10
        """,
    )

    answer = mart.ask(teams.taken, "taak casussen lopend begonnen", **PERIOD)

    assert answer[:2] == [("signalering", 2, 0, 2), ("activering", 1, 0, 1)]
    assert {row[1:] for row in answer[2:]} == {(0, 0, 0)}


@pytest.mark.parametrize(
    ("drawn", "median"),
    [
        pytest.param("2026-01-01 | 2026-01-10", 10, id="one that is done"),
        pytest.param("2026-01-01 | 9999-12-31", None, id="one that goes on"),
        pytest.param("2026-01-01 | 2026-06-30", None, id="one that goes on till that day"),
        pytest.param("2026-01-01|2026-01-10\n2026-01-01|2026-01-20", 10, id="half is enough"),
        pytest.param("2026-01-01|2026-01-10\n2026-06-30|9999-12-31", 10, id="a short one left"),
        pytest.param(
            "2026-01-01|2026-01-10\n2026-01-01|9999-12-31\n2026-01-01|9999-12-31",
            None,
            id="more than half goes on",
        ),
        pytest.param("2025-12-31 | 2026-01-10", None, id="one of before the period"),
    ],
)
def test_what_still_goes_on_counts_in_how_long_a_taak_takes(
    drawn: str, median: int | None, mart: Mart
) -> None:
    lines = [f"{nr} | {line}" for nr, line in enumerate(drawn.splitlines())]
    mart.fill("casustaak", "\n".join(["casus_id | van | tot", *lines]))
    mart.fill("casus", "\n".join(["casus_id", *(str(nr) for nr in range(len(lines)))]))

    answer = mart.ask(teams.taken, "taak doorlooptijd", **PERIOD)

    assert answer[0] == ("signalering", median)


def test_without_a_source_no_taak_has_a_figure(work: Mart) -> None:
    assert work.ask(teams.taken, "taak", **PERIOD) == []


def test_who_is_gone_before_indicering_is_a_part_of_those_whose_taken_are_told(mart: Mart) -> None:
    mart.fill(
        "casus",
        """
        casus_id | team  | begindatum | einddatum
        a        | Noord | 2026-01-01 | 2026-03-01
        b        | Noord | 2026-01-01 | 2026-03-01
        c        | Noord | 2026-01-01 | 2026-03-01
        d        | Zuid  | 2026-01-01 | 2026-03-01
        e        | Noord | 2026-01-01 | 9999-12-31
        """,
    )
    mart.fill(
        "casustaak",
        """
        casus_id | taak         | van
        a        | activering   | 2026-01-01
        b        | activering   | 2026-01-01
        b        | regievoering | 2026-02-01
        c        | signalering  | 2026-01-01
        c        | indicering   | 2026-03-02
        e        | indicering   | 2026-01-01
        """,
    )
    columns = "afgesloten voor_indicering na_indicering zonder gevolgd voor_aandeel"

    assert mart.ask(teams.afgesloten, columns, **PERIOD) == [(4, 2, 1, 1, 3, 2 / 3)]
    assert mart.ask(teams.afgesloten, columns, **PERIOD, team="Zuid") == [(1, 0, 0, 1, 0, None)]


def test_a_taak_has_its_own_people_and_casussen(work: Mart) -> None:
    staff(
        work,
        """
        team   | maand      | fte | taak
        Noord  | 2026-05-01 | 9   | regievoering
        Noord  | 2026-06-01 | 2   | indicering
        Noord  | 2026-06-01 | 3   | -
        Zuid   | 2025-12-01 | 1   | activering
        Binnen | 2025-06-01 | 4   | indicering
        """,
    )
    columns = "team taak maand fte casussen per_fte afgerond"
    ours = ("Noord", "indicering", "2026-06-01", 2)
    theirs = ("Zuid", "activering", "2025-12-01", 1)

    untold = work.ask(teams.bezetting, columns, **DAY)
    work.fill(
        "casustaak",
        """
        casus_id | taak       | van        | tot
        a        | indicering | 2026-01-01 | 9999-12-31
        b        | indicering | 2026-01-01 | 2026-06-14
        c        | indicering | 2026-01-01 | 2026-06-15
        d        | activering | 2026-06-15 | 2026-06-15
        """,
    )
    told = work.ask(teams.bezetting, columns, **DAY)

    assert untold == [(*ours, None, None, None), (*theirs, None, None, None)]
    assert told == [(*ours, 1, 0.5, 2), (*theirs, 1, 1, 0)]


def test_a_pair_of_teams_shares_wijken_and_their_inhabitants(mart: Mart) -> None:
    mart.fill("levering", "levering_nr\n1")
    mart.fill(
        "wijkteam_regel",
        """
        wijk_code | team_soort | team   | van        | tot
        WK168100  | wijkteam   | Noord  | 2020-01-01 | -
        WK168101  | wijkteam   | Noord  | 2020-01-01 | -
        WK168102  | wijkteam   | Zuid   | 2020-01-01 | 2026-06-15
        WK168103  | wijkteam   | Later  | 2026-06-16 | -
        WK168100  | jeugdteam  | Jong   | 2020-01-01 | -
        WK168101  | jeugdteam  | Jong   | 2020-01-01 | -
        WK168102  | jeugdteam  | Jonger | 2020-01-01 | -
        """,
    )
    mart.fill("wijk", "wijk_code | inwoners\nWK168100 | 700\nWK168101 | 50\nWK168102 | -")

    assert mart.ask(teams.overlap, "wijkteam jeugdteam wijken inwoners", **DAY) == [
        ("Noord", "Jong", 2, 750),
        ("Noord", "Jonger", 0, 0),
        ("Zuid", "Jong", 0, 0),
        ("Zuid", "Jonger", 1, None),
    ]


def test_a_day_on_which_teams_changed_says_how_many_there_are_then(mart: Mart) -> None:
    mart.fill(
        "team",
        """
        team  | wijk_code | van        | tot
        Noord | WK168100  | 2015-01-01 | 9999-12-31
        Noord | WK168101  | 2015-01-01 | 2017-12-31
        Weg   | WK168102  | 2015-01-01 | 2019-12-31
        Zuid  | WK168101  | 2018-01-01 | 9999-12-31
        Later | WK168103  | 2026-07-01 | 9999-12-31
        """,
    )

    assert mart.ask(teams.wisselingen, "dag team soort wijken teams", tot="2026-06-30") == [
        ("2015-01-01", "Noord", "begonnen", 2, 2),
        ("2015-01-01", "Weg", "begonnen", 1, 2),
        ("2018-01-01", "Noord", "andere wijken", 1, 3),
        ("2018-01-01", "Zuid", "begonnen", 1, 3),
        ("2020-01-01", "Weg", "gestopt", 0, 2),
    ]


def test_what_does_not_fit_is_told_by_its_reason_and_team(work: Mart) -> None:
    work.fill("team", "team | van\nNoord | 2025-06-15")
    work.fill(
        "casustaak",
        """
        casus_id | taak        | van        | tot        | overlapt | gat
        a        | signalering | 2023-12-31 | 2024-02-01 | false    | false
        a        | activering  | 2024-01-20 | 2024-03-01 | true     | false
        a        | indicering  | 2024-03-20 | 9999-12-31 | false    | true
        b        | signalering | 2025-06-16 | 9999-12-31 | false    | false
        c        | signalering | 2025-06-15 | 2026-06-15 | false    | false
        d        | signalering | 2026-06-16 | 9999-12-31 | false    | false
        x        | signalering | 2025-06-15 | 9999-12-31 | false    | false
        """,
    )

    assert work.ask(gegevens.casussen, "soort omschrijving team aantal") == [
        ("casussen", "het team bestond niet op de begindatum", "Noord", 1),
        ("casussen", "het team staat niet in het bestand teams", "Zuid", 2),
        ("casustaken", "de casus is niet bekend", None, 1),
        ("casustaken", "de taak valt buiten de casus", "Noord", 2),
        ("casustaken", "de taak valt buiten de casus", "Zuid", 1),
        ("casustaken", "taken overlappen elkaar", "Noord", 1),
        ("casustaken", "tussen taken zitten dagen zonder taak", "Noord", 1),
    ]
