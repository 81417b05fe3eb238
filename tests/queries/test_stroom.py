"""Who comes into care within a selection, who leaves, and who goes on elsewhere."""

import pytest

from sdash.queries import stroom
from tests.queries.marts import Mart

FLOW = "begin nieuw herinstroom erbij uitstroom weg eind"
SPRING = {"van": "2026-03-01", "tot": "2026-05-31", "vandaag": "2026-12-31"}
HEAD = "client_id | toewijzing_nummer | categorie | van | tot"


def care(mart: Mart, drawn: str) -> None:
    """Stretches of care, numbered as they come."""
    lines = [line.strip() for line in drawn.strip().splitlines()]
    told = [
        f"{client} | {nr} | {rest}"
        for nr, (client, _, rest) in enumerate((line.partition(" | ") for line in lines), start=1)
    ]
    mart.fill("inzet", "\n".join([HEAD, *told]))
    mart.bridge()


def members(mart: Mart, snede: str | None = None, **chosen: str) -> dict[str, tuple[object, ...]]:
    """The flow of each member in the spring."""
    rows = mart.ask(stroom.per_lid, f"lid {FLOW}", **SPRING, **chosen, snede=snede)
    return {str(lid): tuple(flow) for lid, *flow in rows}


@pytest.mark.parametrize("chosen", [{}, {"aanbieder": "42420001"}])
@pytest.mark.parametrize(
    ("drawn", "flow"),
    [
        #                                                  begin new back from out to eind
        ("1 | 45 | 2026-02-01 | 9999-12-31", (1, 0, 0, 0, 0, 0, 1)),
        ("1 | 45 | 2026-02-01 | 2026-02-27", (0, 0, 0, 0, 0, 0, 0)),
        ("1 | 45 | 2026-02-01 | 2026-02-28", (1, 0, 0, 0, 1, 0, 0)),
        ("1 | 45 | 2026-03-01 | 2026-05-30", (0, 1, 0, 0, 1, 0, 0)),
        ("1 | 45 | 2026-03-01 | 2026-05-31", (0, 1, 0, 0, 0, 0, 1)),
        ("1 | 45 | 2026-05-31 | 9999-12-31", (0, 1, 0, 0, 0, 0, 1)),
        ("1 | 45 | 2026-06-01 | 9999-12-31", (0, 0, 0, 0, 0, 0, 0)),
        (
            # thirty days without care are bridged, also over the first day
            "1 | 45 | 2026-01-01 | 2026-02-10\n1 | 46 | 2026-03-13 | 9999-12-31",
            (1, 0, 0, 0, 0, 0, 1),
        ),
        (
            "1 | 45 | 2026-01-01 | 2026-01-29\n1 | 45 | 2026-03-01 | 9999-12-31",
            (1, 0, 0, 0, 0, 0, 1),
        ),
        (
            "1 | 45 | 2026-01-01 | 2026-02-10\n1 | 45 | 2026-03-14 | 9999-12-31",
            (0, 0, 1, 0, 0, 0, 1),
        ),
        (
            # and over the last one
            "1 | 45 | 2026-01-01 | 2026-05-20\n1 | 45 | 2026-06-20 | 9999-12-31",
            (1, 0, 0, 0, 0, 0, 1),
        ),
        (
            "1 | 45 | 2026-01-01 | 2026-05-20\n1 | 45 | 2026-06-21 | 9999-12-31",
            (1, 0, 0, 0, 1, 0, 0),
        ),
        (
            # who leaves and comes back is counted for each of both
            "1 | 45 | 2026-01-01 | 2026-03-05\n1 | 45 | 2026-04-10 | 2026-04-12",
            (1, 0, 1, 0, 2, 0, 0),
        ),
        (
            # a short stretch within a long one begins and ends nothing
            "1 | 45 | 2026-01-01 | 2026-12-31\n1 | 45 | 2026-04-01 | 2026-04-02",
            (1, 0, 0, 0, 0, 0, 1),
        ),
    ],
)
def test_a_person_comes_and_goes_once_for_every_stretch_of_care(
    drawn: str, flow: tuple[int, ...], chosen: dict[str, str], mart: Mart
) -> None:
    care(mart, drawn)

    assert members(mart, **chosen) == {"totaal": flow}


def test_another_product_without_a_gap_is_no_in_or_outflow_of_the_whole(mart: Mart) -> None:
    care(mart, "1 | 45 | 2026-01-01 | 2026-04-10\n1 | 46 | 2026-04-20 | 9999-12-31")

    assert members(mart, "product") == {
        "totaal": (1, 0, 0, 0, 0, 0, 1),
        "jw-45": (1, 0, 0, 0, 0, 1, 0),
        "jw-46": (0, 0, 0, 1, 0, 0, 1),
    }


def test_the_first_and_the_last_product_of_a_person_are_his_in_and_outflow(mart: Mart) -> None:
    care(mart, "1 | 45 | 2026-03-10 | 2026-04-10\n1 | 46 | 2026-03-10 | 2026-04-20")

    assert members(mart, "product") == {
        "totaal": (0, 1, 0, 0, 1, 0, 0),
        "jw-45": (0, 1, 0, 0, 0, 1, 0),
        "jw-46": (0, 1, 0, 0, 1, 0, 0),
    }


def test_a_gap_of_at_most_thirty_days_is_bridged_within_a_member_too(mart: Mart) -> None:
    drawn = """
        1 | 45 | 2026-01-01 | 9999-12-31
        1 | 46 | 2026-01-01 | 2026-03-31
        1 | 46 | 2026-05-01 | 9999-12-31
        2 | 46 | 2026-01-01 | 2026-03-31
        2 | 46 | 2026-05-02 | 9999-12-31
    """
    care(mart, drawn)

    assert members(mart, "product")["jw-46"] == (2, 0, 1, 0, 1, 0, 2)


def test_within_a_filter_other_care_is_elsewhere(mart: Mart) -> None:
    care(mart, "1 | 45 | 2026-01-01 | 2026-04-10\n1 | 46 | 2026-04-20 | 9999-12-31")

    assert members(mart, product="jw-46") == {"totaal": (0, 0, 0, 1, 0, 0, 1)}


def test_a_toewijzing_without_product_is_a_member_of_its_own(mart: Mart) -> None:
    care(mart, "1 | - | 2026-01-01 | 9999-12-31")

    assert members(mart, "product")["jw-onbekend"] == (1, 0, 0, 0, 0, 0, 1)
    assert mart.ask(stroom.per_lid, "naam", **SPRING, snede="product")[1] == ("Onbekend",)


@pytest.mark.parametrize(
    ("snede", "lid"),
    [
        ("wet", "jw"),
        ("product", "jw-45"),
        ("team", "Noord"),
        ("wijk", "WK168100"),
        ("aanbieder", "42420001"),
        ("verwijzer", "02"),
    ],
)
def test_care_can_be_cut_and_chosen_along_everything(snede: str, lid: str, mart: Mart) -> None:
    mart.fill("client", "client_id | wijk_code\n1 | WK168100\n2 | WK168101")
    mart.fill("team", "team | wijk_code\nNoord | WK168100\nZuid | WK168101")
    mart.fill(
        "inzet",
        """
        client_id | toewijzing_nummer | wet | categorie | aanbieder | verwijzer
        1         | 1                 | jw  | 45        | 42420001  | 02
        2         | 2                 | wmo | 01        | 42420002  | 01
        """,
    )
    mart.bridge()
    still = (1, 0, 0, 0, 0, 0, 1)

    assert members(mart, snede)[lid] == still
    assert len(members(mart, snede)) == 3
    assert members(mart, snede, **{snede: lid}) == {"totaal": still, lid: still}
    other = "pw" if snede == "wet" else "niets"
    assert members(mart, **{snede: other})["totaal"] == (0,) * 7


def test_a_wijk_that_changes_of_team_moves_its_people_to_the_other_team(mart: Mart) -> None:
    mart.fill("client", "client_id | wijk_code\n1 | WK168100\n2 | WK168109")
    mart.fill(
        "team",
        """
        team  | wijk_code | van        | tot
        Noord | WK168100  | 2020-01-01 | 2026-03-31
        Zuid  | WK168100  | 2026-04-01 | 9999-12-31
        """,
    )
    care(mart, "1 | 45 | 2026-01-01 | 9999-12-31\n2 | 45 | 2026-01-01 | 9999-12-31")

    of_one_aanbieder = members(mart, "team", aanbieder="42420001")

    assert members(mart, "team") == of_one_aanbieder
    assert of_one_aanbieder == {
        "totaal": (2, 0, 0, 0, 0, 0, 2),
        "Noord": (1, 0, 0, 0, 0, 1, 0),
        "Zuid": (0, 0, 0, 1, 0, 0, 1),
        "onbekend": (1, 0, 0, 0, 0, 0, 1),
    }
    assert members(mart, team="Zuid")["totaal"] == (0, 0, 0, 1, 0, 0, 1)


def test_before_a_team_is_there_its_people_have_care_already(mart: Mart) -> None:
    mart.fill("client", "client_id | wijk_code\n1 | WK168100")
    mart.fill("team", "team | wijk_code | van\nNoord | WK168100 | 2026-04-01")
    care(mart, "1 | 45 | 2026-01-01 | 9999-12-31")

    assert members(mart, "team", aanbieder="42420001") == {
        "totaal": (1, 0, 0, 0, 0, 0, 1),
        "Noord": (0, 0, 0, 1, 0, 0, 1),
    }


def test_months_follow_on_each_other_and_the_last_one_may_be_under_way(mart: Mart) -> None:
    care(mart, "1 | 45 | 2026-02-01 | 2026-03-31\n2 | 45 | 2026-04-02 | 2026-04-12")
    days = {"van": "2026-03-01", "tot": "2026-04-10", "vandaag": "2026-04-10"}

    assert mart.ask(stroom.per_maand, f"maand {FLOW} voorlopig", **days) == [
        ("2026-03-01", 1, 0, 0, 0, 0, 0, 1, 0),
        ("2026-04-01", 1, 1, 0, 0, 1, 0, 1, 1),
    ]


@pytest.mark.parametrize(("vandaag", "voorlopig"), [("2026-05-01", 1), ("2026-05-02", 0)])
def test_who_left_at_most_thirty_days_ago_may_still_go_on(
    vandaag: str, voorlopig: int, mart: Mart
) -> None:
    care(mart, "1 | 45 | 2026-02-01 | 2026-03-31")
    days = {**SPRING, "vandaag": vandaag}

    assert mart.ask(stroom.per_lid, "uitstroom voorlopig", **days) == [(1, voorlopig)]


@pytest.mark.parametrize(
    ("meldingen", "onderbroken"),
    [
        ("1 | stop | 20 | 2026-01-01 | 2026-05-30", 1),
        ("1 | stop | 20 | 2026-01-01 | 2026-05-31", 0),
        ("1 | stop | 31 | 2026-01-01 | 2026-05-30", 0),
        ("1 | stop | 20 | 2026-01-01 | 2026-04-01\n1 | start | - | 2026-05-31 | -", 0),
        ("1 | stop | 20 | 2026-01-01 | 2026-04-01\n1 | start | - | 2026-06-01 | -", 1),
        ("1 | stop | 20 | 2026-01-01 | 2026-04-01\n1 | start | - | 2026-04-01 | -", 1),
        ("2 | stop | 20 | 2026-01-01 | 2026-04-01", 0),
    ],
)
def test_who_is_interrupted_still_has_care(meldingen: str, onderbroken: int, mart: Mart) -> None:
    head = "toewijzing_nummer | soort | reden_beeindiging | begindatum | einddatum"
    mart.fill("melding", f"{head}\n{meldingen}")
    care(mart, "1 | 45 | 2026-01-01 | 9999-12-31\n2 | 45 | 2026-01-01 | 9999-12-31")

    assert mart.ask(stroom.per_lid, "eind onderbroken", **SPRING) == [(2, onderbroken)]


def test_who_keeps_other_care_is_interrupted_in_that_product_only(mart: Mart) -> None:
    head = "toewijzing_nummer | soort | reden_beeindiging | begindatum | einddatum"
    mart.fill("melding", f"{head}\n1 | stop | 20 | 2026-01-01 | 2026-04-01")
    care(mart, "1 | 45 | 2026-01-01 | 9999-12-31\n1 | 46 | 2026-01-01 | 9999-12-31")

    found = mart.ask(stroom.per_lid, "lid onderbroken", **SPRING, snede="product")

    assert found == [("totaal", 0), ("jw-45", 1), ("jw-46", 0)]


def test_a_member_is_named_and_everybody_stands_first(mart: Mart) -> None:
    mart.fill("aanbieder", "agb_code | naam\n42420001 | De Hoeve")
    care(mart, "1 | 45 | 2026-01-01 | 9999-12-31")

    def named(snede: str) -> list[tuple[object, ...]]:
        return mart.ask(stroom.per_lid, "naam", **SPRING, snede=snede)

    first = ("Iedereen, één keer geteld",)
    assert named("aanbieder") == [first, ("De Hoeve",)]
    assert named("product") == [first, ("Jeugdhulp ambulant",)]
    assert named("verwijzer") == [first, ("Onbekend",)]
