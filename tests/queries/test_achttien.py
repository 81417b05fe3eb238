"""What young people have around their eighteenth birthday, table in and table out."""

import pytest

from sdash.domain import Rol
from sdash.privacy import policy_for, protect
from sdash.queries import achttien
from tests.queries.marts import SETTINGS, Mart

FLOW = "leeftijd van naar clienten"
YEAR = {"van": "2025-01-01", "tot": "2025-12-01", "peildatum": "2027-06-30"}
BORN = """
    client_id | geboortejaar | geboortemaand
    1         | 2007         | 3
"""
"""Who is 17.5 on 1 October 2024, 18 on 1 April 2025 and 19.5 on 1 October 2026."""


def course(mart: Mart, **asked: object) -> list[object]:
    """What the only person has at each age."""
    rows = mart.ask(achttien.stromen, FLOW, **{**YEAR, **asked})
    return [naar for _, van, naar, _ in rows if van is None]


def care(mart: Mart, drawn: str) -> None:
    mart.fill("client", BORN)
    mart.fill("inzet", drawn)


def uitkeringen(mart: Mart, drawn: str) -> None:
    mart.fill("levering", "levering_nr | soort\n1 | uitkeringen")
    mart.fill("uitkering_regel", drawn)


def test_care_counts_at_an_age_on_the_first_day_of_the_month_after_it(mart: Mart) -> None:
    care(
        mart,
        """
        client_id | wet | van        | tot
        1         | jw  | 2024-10-01 | 2025-04-01
        """,
    )

    assert course(mart) == ["jeugdhulp", "jeugdhulp", "geen hulp", "geen hulp", "geen hulp"]


@pytest.mark.parametrize(
    ("van", "tot"), [("2024-10-02", "9999-12-31"), ("2020-01-01", "2024-09-30")]
)
def test_who_had_no_care_at_the_first_age_is_not_followed(mart: Mart, van: str, tot: str) -> None:
    care(mart, f"client_id | wet | van | tot\n1 | jw | {van} | {tot}")

    assert course(mart) == []


@pytest.mark.parametrize(("tot", "found"), [("2025-02-01", 0), ("2025-03-01", 5)])
def test_the_month_of_turning_18_decides_who_is_meant(mart: Mart, tot: str, found: int) -> None:
    care(mart, "client_id | wet | van | tot\n1 | jw | 2020-01-01 | 9999-12-31")

    assert len(course(mart, tot=tot)) == found


def test_who_has_more_counts_once_by_what_goes_first(mart: Mart) -> None:
    care(
        mart,
        """
        client_id | toewijzing_nummer | wet | categorie | van        | tot
        1         | 1                 | jw  | 45        | 2020-01-01 | 2026-04-01
        1         | 2                 | wmo | 15        | 2025-04-01 | 2025-09-30
        1         | 3                 | wmo | 02        | 2025-10-01 | 2026-04-01
        """,
    )
    uitkeringen(
        mart,
        """
        client_id | regeling | begin      | eind | maand
        1         | Pw       | 2025-10-01 | -    | 2026-10-01
        """,
    )

    assert course(mart) == [
        "jeugdhulp",
        "beschermd wonen",
        "jeugdhulp",
        "jeugdhulp",
        "participatiewet",
    ]


def test_wmo_goes_before_an_uitkering(mart: Mart) -> None:
    care(
        mart,
        """
        client_id | toewijzing_nummer | wet | categorie | van        | tot
        1         | 1                 | jw  | 45        | 2020-01-01 | 2025-03-31
        1         | 3                 | wmo | 02        | 2025-04-01 | 2025-10-01
        """,
    )
    uitkeringen(
        mart,
        """
        client_id | regeling | begin      | eind       | maand
        1         | Pw       | 2025-04-01 | 2026-04-01 | 2026-04-01
        """,
    )

    assert course(mart)[1:] == ["wmo", "wmo", "participatiewet", "geen hulp"]


@pytest.mark.parametrize(
    ("rows", "last"),
    [
        ("1 | - | 2026-09-01\n9 | - | 2026-10-01", "geen hulp"),
        ("1 | - | 2026-09-01\n9 | - | 2026-09-01", "participatiewet"),
        ("1 | 2026-08-31 | 2026-09-01", "geen hulp"),
        ("1 | 2026-08-31 | 2026-08-01\n1 | - | 2026-09-01", "participatiewet"),
    ],
    ids=["no row in a later month", "no later month", "ended", "its end was taken back"],
)
def test_an_uitkering_ends_as_its_newest_row_says(mart: Mart, rows: str, last: str) -> None:
    care(mart, "client_id | wet | van | tot\n1 | jw | 2020-01-01 | 2025-01-01")
    lines = [f"{line} | 2026-01-01 | Pw" for line in rows.splitlines()]
    uitkeringen(mart, "\n".join(["client_id | eind | maand | begin | regeling", *lines]))

    assert course(mart)[-1] == last


def test_a_row_that_came_again_counts_as_it_came_last(mart: Mart) -> None:
    care(mart, "client_id | wet | van | tot\n1 | jw | 2020-01-01 | 2025-01-01")
    mart.fill(
        "levering",
        """
        levering_nr | sha256 | ontvangen_op
        1           | a      | 2026-11-02 12:00:00
        2           | b      | 2026-11-01 12:00:00
        """,
    )
    mart.fill(
        "uitkering_regel",
        """
        client_id | levering_nr | regeling | begin      | eind       | maand
        1         | 1           | Pw       | 2026-01-01 | -          | 2026-10-01
        1         | 2           | Pw       | 2026-01-01 | 2026-02-01 | 2026-10-01
        """,
    )

    assert course(mart)[-1] == "participatiewet"


@pytest.mark.parametrize(("peildatum", "later"), [("2026-10-01", 0), ("2026-09-30", 1)])
def test_a_day_that_is_still_to_come_is_later(mart: Mart, peildatum: str, later: int) -> None:
    care(mart, "client_id | wet | van | tot\n1 | jw | 2020-01-01 | 9999-12-31")

    assert course(mart, peildatum=peildatum).count("later") == later


def test_flows_are_told_beside_what_all_have(mart: Mart) -> None:
    mart.fill(
        "client",
        """
        client_id | geboortejaar | geboortemaand
        1         | 2007         | 3
        2         | 2007         | 12
        """,
    )
    mart.fill(
        "inzet",
        """
        client_id | toewijzing_nummer | wet | categorie | van        | tot
        1         | 1                 | jw  | 45        | 2020-01-01 | 2025-03-31
        1         | 2                 | wmo | 02        | 2025-10-01 | 9999-12-31
        2         | 3                 | jw  | 45        | 2020-01-01 | 9999-12-31
        """,
    )

    rows = mart.ask(achttien.stromen, FLOW, **YEAR)

    assert [row for row in rows if row[0] == 18.5] == [
        (18.5, None, "jeugdhulp", 1),
        (18.5, None, "wmo", 1),
        (18.5, "geen hulp", "wmo", 1),
        (18.5, "jeugdhulp", "jeugdhulp", 1),
    ]


def test_few_people_are_hidden_together_with_what_would_give_them_back(mart: Mart) -> None:
    mart.add(
        "client",
        [{"client_id": nr, "geboortejaar": 2007, "geboortemaand": 3} for nr in range(20)],
    )
    mart.add(
        "inzet",
        [
            {"client_id": nr, "toewijzing_nummer": nr, "van": "2020-01-01", "tot": tot}
            for nr in range(20)
            for tot in ["2025-03-31" if nr < 3 else "2025-09-30" if nr < 9 else "9999-12-31"]
        ],
    )
    policy = policy_for(Rol.BESTUURDER, SETTINGS, "achttien/stromen", achttien.stromen.header)

    records = mart.records(achttien.stromen, YEAR)
    seen = protect(achttien.stromen.header, records, policy).records

    found = {(row["leeftijd"], row["van"], row["naar"]): row["clienten"] for row in seen}
    # Three left at 18: how many stayed would tell it, by itself and as the sum of what came next.
    assert found[18, None, "geen hulp"] is found[18, None, "jeugdhulp"] is None
    assert found[18, "jeugdhulp", "jeugdhulp"] is None
    assert found[18.5, "jeugdhulp", "geen hulp"] is None
    assert found[18.5, None, "geen hulp"] == 9


def test_the_kern_counts_who_is_18_and_who_still_has_care_then(mart: Mart) -> None:
    mart.add(
        "client",
        [{"client_id": nr, "geboortejaar": 2007, "geboortemaand": nr} for nr in (1, 2, 3, 12)],
    )
    mart.fill(
        "inzet",
        """
        client_id | toewijzing_nummer | wet | categorie | van        | tot
        1         | 1                 | jw  | 45        | 2020-01-01 | 2024-12-31
        2         | 2                 | jw  | 45        | 2020-01-01 | 9999-12-31
        3         | 3                 | jw  | 45        | 2020-01-01 | 9999-12-31
        12        | 4                 | jw  | 45        | 2020-01-01 | 9999-12-31
        """,
    )

    kern = "clienten bereikt later verlengd anders uitkering_vanaf"
    found = mart.ask(achttien.kern, kern, **{**YEAR, "peildatum": "2025-07-01"})

    assert found == [(4, 3, 1, 2, 1, None)]


@pytest.mark.parametrize(
    ("peildatum", "categorie", "counted"),
    [
        ("2024-10-01", "44", 1),
        ("2024-09-30", "44", 0),
        ("2025-03-31", "44", 1),
        ("2025-04-01", "44", 0),
        ("2024-10-01", "45", 0),
        ("2025-03-31", "35", 1),
    ],
)
def test_who_lives_in_care_and_turns_18_within_six_months_is_counted(
    mart: Mart, peildatum: str, categorie: str, counted: int
) -> None:
    care(mart, f"client_id | categorie | van\n1 | {categorie} | 2024-01-01")

    assert mart.ask(achttien.kern, "verblijf", **{**YEAR, "peildatum": peildatum}) == [(counted,)]
