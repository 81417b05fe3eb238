"""What each query on people with care answers, table in and table out."""

import pytest

from sdash.queries import caseload
from tests.queries.marts import Mart

DAY = "2026-06-15"
FLOWS = "instroom nieuw herinstroom uitstroom"
CASUSSEN = "casussen casussen_instroom casussen_bekend"


@pytest.fixture
def people(mart: Mart) -> Mart:
    """1 has care of both wetten, once in two stretches; 2 of one; 3 has no known address."""
    mart.fill(
        "inzet",
        """
        client_id | wet | toewijzing_nummer | categorie
        1         | jw  | 1                 | 45
        1         | jw  | 2                 | 45
        1         | wmo | 1                 | 01
        2         | jw  | 3                 | -
        3         | wmo | 2                 | 99
        """,
    )
    mart.fill("client", "client_id | wijk_code\n1 | WK168100\n2 | WK168101")
    mart.fill("wijk", "wijk_code | naam\nWK168100 | Valthe\nWK168102 | Leeg")
    mart.fill("team", "team | wijk_code\nNoord | WK168100\nZuid | WK168101")
    return mart


def test_a_person_with_two_wetten_is_one_person(people: Mart) -> None:
    assert people.ask(caseload.stand, "wet clienten toewijzingen", peildatum=DAY) == [
        ("jw", 2, 3),
        ("wmo", 2, 2),
        ("totaal", 3, 5),
    ]


def test_without_care_there_are_no_people(mart: Mart) -> None:
    assert mart.ask(caseload.stand, "wet clienten toewijzingen", peildatum=DAY) == [
        ("jw", 0, 0),
        ("wmo", 0, 0),
        ("totaal", 0, 0),
    ]


def test_care_counts_from_its_first_day_up_to_its_last(mart: Mart) -> None:
    mart.fill(
        "inzet",
        """
        client_id | toewijzing_nummer | van        | tot
        1         | 1                 | 2026-06-15 | 2026-06-15
        2         | 2                 | 2026-06-16 | 9999-12-31
        3         | 3                 | 2020-01-01 | 2026-06-14
        """,
    )

    assert mart.ask(caseload.stand, "clienten", peildatum=DAY) == [(1,), (0,), (1,)]


def test_pw_appears_once_it_has_figures(mart: Mart) -> None:
    mart.fill("inzet", "wet | van | tot\npw | 2020-01-01 | 2020-01-31")

    assert mart.ask(caseload.stand, "wet clienten", peildatum=DAY) == [
        ("jw", 0),
        ("wmo", 0),
        ("pw", 0),
        ("totaal", 0),
    ]


@pytest.mark.parametrize(
    ("chosen", "answer"),
    [
        ({}, (3, 5)),
        ({"wet": "jw"}, (2, 3)),
        ({"team": "Noord"}, (1, 3)),
        ({"wijk": "WK168101"}, (1, 1)),
        ({"wijk": "onbekend"}, (1, 1)),
        ({"wet": "wmo", "team": "Zuid"}, (0, 0)),
    ],
)
def test_a_selection_restricts_who_counts(
    chosen: dict[str, str], answer: tuple[int, int], people: Mart
) -> None:
    assert people.ask(caseload.kern, "clienten toewijzingen", peildatum=DAY, **chosen) == [answer]


@pytest.mark.parametrize("day", ["2026-06-14", "2026-06-17"])
def test_care_on_another_day_is_not_on_top(day: str, mart: Mart) -> None:
    mart.fill("inzet", "van | tot\n2026-06-15 | 2026-06-16")

    assert mart.ask(caseload.kern, "clienten toewijzingen", peildatum=day) == [(0, 0)]


@pytest.mark.parametrize(("day", "clienten"), [("2026-06-15", 1), ("2026-06-16", 0)])
def test_a_wijk_belongs_to_its_team_on_the_day(day: str, clienten: int, mart: Mart) -> None:
    mart.fill("inzet", "client_id\n1")
    mart.fill("client", "client_id | wijk_code\n1 | WK168100")
    mart.fill(
        "team",
        """
        team  | wijk_code | van        | tot
        Noord | WK168100  | 2026-06-15 | 2026-06-15
        Noord | WK168101  | 2020-01-01 | 9999-12-31
        Zuid  | WK168100  | 2020-01-01 | 9999-12-31
        """,
    )

    by_product = mart.ask(caseload.per_product, "clienten", peildatum=day, team="Noord")

    assert mart.ask(caseload.kern, "clienten", peildatum=day, team="Noord") == [(clienten,)]
    assert by_product == [(1,)] * clienten


def test_flow_is_that_of_the_year_up_to_the_day(mart: Mart) -> None:
    mart.fill("inzet", "client_id\n1\n2\n3\n4\n5\n6\n7")
    mart.fill(
        "zorgperiode",
        """
        wet    | client_id | volgnr | van        | tot
        totaal | 1         | 1      | 2025-06-15 | 2025-06-14
        totaal | 2         | 1      | 2025-06-16 | 2025-06-15
        totaal | 3         | 1      | 2026-06-15 | 2026-06-14
        totaal | 4         | 1      | 2026-06-16 | 2026-06-15
        totaal | 5         | 2      | 2025-06-16 | 9999-12-31
        totaal | 6         | 3      | 2025-07-01 | 2025-07-02
        totaal | 6         | 4      | 2025-09-01 | 2025-09-02
        jw     | 7         | 1      | 2026-01-01 | 2026-01-02
        """,
    )

    assert mart.ask(caseload.kern, FLOWS, peildatum=DAY) == [(4, 2, 2, 3)]


@pytest.mark.parametrize(
    ("chosen", "answer"),
    [
        ({}, (1, 1, 0, 0)),
        ({"wet": "jw"}, (2, 2, 0, 0)),
        ({"team": "Noord"}, (0, 0, 0, 0)),
        ({"team": "Zuid"}, (1, 1, 0, 0)),
        ({"wijk": "WK168101"}, (1, 1, 0, 0)),
    ],
)
def test_a_selection_restricts_whose_flow_counts(
    chosen: dict[str, str], answer: tuple[int, ...], people: Mart
) -> None:
    people.fill(
        "zorgperiode",
        """
        wet    | client_id | van        | tot
        totaal | 2         | 2026-01-01 | 9999-12-31
        jw     | 2         | 2026-01-01 | 9999-12-31
        jw     | 1         | 2026-01-01 | 9999-12-31
        wmo    | 1         | 2020-01-01 | 9999-12-31
        """,
    )

    assert people.ask(caseload.kern, FLOWS, peildatum=DAY, **chosen) == [answer]


@pytest.fixture
def files(mart: Mart) -> Mart:
    """Casussen of two teams; C began a year before the day, F after it."""
    mart.fill(
        "casus",
        """
        casus_id | team  | wijk_code | begindatum | einddatum  | eerder_bekend
        A        | Noord | WK168100  | 2026-01-01 | 2026-06-15 | true
        B        | Noord | WK168101  | 2025-06-16 | 2026-06-14 | false
        C        | Noord | WK168100  | 2025-06-15 | 9999-12-31 | true
        D        | Zuid  | WK168100  | 2026-06-15 | 9999-12-31 | true
        F        | Zuid  | WK168100  | 2026-06-16 | 9999-12-31 | true
        """,
    )
    return mart


@pytest.mark.parametrize(
    ("chosen", "answer"),
    [
        ({}, (3, 3, 2)),
        ({"team": "Noord"}, (2, 2, 1)),
        ({"wijk": "WK168101"}, (0, 1, 0)),
        ({"wet": "jw"}, (3, 3, 2)),
    ],
)
def test_casussen_are_those_of_the_teams(
    chosen: dict[str, str], answer: tuple[int, int, int], files: Mart
) -> None:
    assert files.ask(caseload.kern, CASUSSEN, peildatum=DAY, **chosen) == [answer]


def test_a_team_has_people_by_their_wijk_and_casussen_of_its_own(files: Mart) -> None:
    files.fill(
        "team",
        """
        team  | wijk_code | van        | tot
        Noord | WK168100  | 2026-06-15 | 9999-12-31
        Noord | WK168101  | 2020-01-01 | 9999-12-31
        Oost  | WK168102  | 2020-01-01 | 2026-06-15
        Weg   | WK168100  | 2020-01-01 | 2026-06-14
        Later | WK168100  | 2026-06-16 | 9999-12-31
        """,
    )
    files.fill("client", "client_id | wijk_code\n1 | WK168100\n2 | WK168101")
    files.fill(
        "inzet",
        """
        client_id | wet | toewijzing_nummer | van        | tot
        1         | jw  | 1                 | 2026-06-15 | 2026-06-15
        1         | jw  | 1                 | 2026-06-01 | 2026-06-10
        1         | wmo | 1                 | 2020-01-01 | 9999-12-31
        2         | jw  | 2                 | 2020-01-01 | 9999-12-31
        2         | jw  | 3                 | 2026-06-16 | 9999-12-31
        2         | jw  | 4                 | 2020-01-01 | 2026-06-14
        """,
    )

    answer = files.ask(caseload.per_team, f"team clienten toewijzingen {CASUSSEN}", peildatum=DAY)

    assert answer == [
        ("Noord", 2, 3, 2, 2, 1),
        ("Oost", 0, 0, 0, 0, 0),
        ("Zuid", 0, 0, 1, 1, 1),
    ]


def test_a_team_of_the_past_without_recent_casussen_is_gone(mart: Mart) -> None:
    mart.fill(
        "casus",
        """
        casus_id | team | begindatum | einddatum
        A        | Oud  | 2020-01-01 | 2026-06-14
        B        | Kort | 2026-01-01 | 2026-06-14
        """,
    )

    assert mart.ask(caseload.per_team, f"team {CASUSSEN}", peildatum=DAY) == [("Kort", 0, 1, 0)]


def test_every_wijk_has_a_row_and_so_has_nowhere(people: Mart) -> None:
    assert people.ask(caseload.per_wijk, "wijk_code naam clienten toewijzingen", peildatum=DAY) == [
        ("WK168100", "Valthe", 1, 3),
        ("WK168101", "WK168101", 1, 1),
        ("WK168102", "Leeg", 0, 0),
        ("onbekend", "Wijk onbekend", 1, 1),
    ]


def test_a_wijk_can_be_counted_for_one_wet(people: Mart) -> None:
    answer = people.ask(caseload.per_wijk, "wijk_code clienten", peildatum=DAY, wet="wmo")

    assert answer == [("WK168100", 1), ("WK168102", 0), ("onbekend", 1)]


@pytest.mark.parametrize("day", ["2026-06-14", "2026-06-17"])
def test_care_on_another_day_is_in_no_wijk_and_of_no_product(day: str, mart: Mart) -> None:
    mart.fill("inzet", "van | tot\n2026-06-15 | 2026-06-16")

    assert mart.rows(caseload.per_wijk, peildatum=day) == []
    assert mart.rows(caseload.per_product, peildatum=day) == []


@pytest.mark.parametrize(
    ("chosen", "answer"),
    [
        (
            {},
            [
                ("jw", "45", "Jeugdhulp ambulant", 1, 2),
                ("jw", "onbekend", "Zonder product", 1, 1),
                ("wmo", "01", "Hulp bij het huishouden", 1, 1),
                ("wmo", "99", "99", 1, 1),
            ],
        ),
        ({"wet": "jw", "team": "Zuid"}, [("jw", "onbekend", "Zonder product", 1, 1)]),
        ({"wet": "wmo", "wijk": "onbekend"}, [("wmo", "99", "99", 1, 1)]),
    ],
)
def test_people_by_product(
    chosen: dict[str, str], answer: list[tuple[object, ...]], people: Mart
) -> None:
    columns = "wet categorie naam clienten toewijzingen"

    assert people.ask(caseload.per_product, columns, peildatum=DAY, **chosen) == answer


def test_the_product_of_most_people_stands_first(mart: Mart) -> None:
    mart.fill("inzet", "client_id | categorie\n1 | 45\n2 | 46\n3 | 46")

    assert mart.ask(caseload.per_product, "categorie", peildatum=DAY) == [("46",), ("45",)]


def test_verwijzers_are_counted_by_the_first_day_of_a_toewijzing(mart: Mart) -> None:
    mart.fill(
        "toewijzing",
        """
        toewijzing_nummer | wet | client_id | verwijzer | ingangsdatum | verwijderd
        1                 | jw  | 1         | 02        | 2026-01-01   | false
        2                 | jw  | 1         | 02        | 2026-12-31   | false
        3                 | jw  | 2         | 02        | 2025-12-31   | false
        4                 | jw  | 3         | 02        | 2027-01-01   | false
        5                 | jw  | 4         | 02        | 2026-06-01   | true
        6                 | jw  | 5         | onbekend  | 2026-06-01   | false
        7                 | jw  | 7         | onbekend  | 2026-06-01   | false
        1                 | wmo | 6         | 77        | 2026-06-01   | false
        """,
    )
    columns = "verwijzer naam clienten toewijzingen"
    year = {"van": "2026-01-01", "tot": "2026-12-31"}

    assert mart.ask(caseload.verwijzer, columns, **year) == [
        ("onbekend", "Onbekend", 2, 2),
        ("02", "Huisarts", 1, 2),
        ("77", "77", 1, 1),
    ]
    assert mart.ask(caseload.verwijzer, "verwijzer", **year, wet="wmo") == [("77",)]
