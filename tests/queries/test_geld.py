"""What each query on the budget answers, table in and table out."""

import pytest

from sdash.queries import gegevens, geld
from tests.queries.marts import Mart

TARIEF = "wet | productcode | eenheid | tarief | van | agb_code | tot\n"


@pytest.fixture(autouse=True)
def delivered(mart: Mart) -> None:
    """What files say, a delivery has brought."""
    mart.fill("levering", "levering_nr\n1")


def assign(mart: Mart, rows: str) -> None:
    """Draw toewijzingen that run over all of their period."""
    head = "toewijzing_nummer | ingangsdatum | einddatum | volume | eenheid | frequentie | budget"
    mart.fill("toewijzing", f"{head} | productcode\n{rows.strip()}")
    for row in rows.strip().splitlines():
        number, van, tot, *_ = (cell.strip() for cell in row.split("|"))
        end = "9999-12-31" if tot == "-" else tot
        mart.fill("inzet", f"toewijzing_nummer | van | tot\n{number} | {van} | {end}")


def spend(mart: Mart, rows: str) -> None:
    """Draw lines of toewijzingen."""
    head = "toewijzing_nummer | maand | status | eenheid | volume | bedrag | referentienummer"
    mart.fill("regel", f"{head} | productcode\n{rows.strip()}")


def promised(mart: Mart, jaar: int = 2026) -> list[tuple[object, ...]]:
    return mart.ask(geld.per_taakveld, "taakveld verplicht zonder_prijs", jaar=jaar)


@pytest.mark.parametrize(
    ("frequentie", "euro"),
    [
        pytest.param("1", 10 * 5 * 30, id="a day"),
        pytest.param("2", 214.29, id="a week: 10 x 5 x 30 / 7"),
        pytest.param("4", 10 * 5, id="a month"),
        pytest.param("6", 24.59, id="in total, over the 61 days of November and December"),
    ],
)
def test_what_is_promised_follows_the_frequentie(frequentie: str, euro: float, mart: Mart) -> None:
    tot = "2026-12-31" if frequentie == "6" else "2026-11-30"
    assign(mart, f"1 | 2026-11-01 | {tot} | 10 | 04 | {frequentie} | - | 45A03")
    mart.fill("tarief_regel", f"{TARIEF}jw | 45A03 | 04 | 5 | 2026-01-01 | - | -")
    if frequentie == "6":
        spend(mart, "1 | 2026-12-01 | toegekend | 04 | 0 | 0 | R1 | 45A03")

    assert promised(mart) == [("6.75", euro, 0)]


def test_a_month_is_declared_or_promised_and_a_rejected_one_is_promised(mart: Mart) -> None:
    assign(mart, "1 | 2026-10-01 | 2026-12-31 | 10 | 04 | 4 | - | 45A03")
    spend(
        mart,
        """
        1 | 2026-10-01 | toegekend      | 04 | 8 | 8000 | R1 | 45A03
        1 | 2026-11-01 | afgewezen      | 04 | 8 | 8000 | R2 | 45A03
        """,
    )

    assert promised(mart) == [("6.75", 2 * 10 * 10, 0)]


def test_the_price_of_an_aanbieder_goes_before_that_of_all_and_before_its_own_lines(
    mart: Mart,
) -> None:
    assign(mart, "1 | 2026-11-01 | 2026-12-31 | 10 | 04 | 4 | - | 45A03")
    spend(mart, "1 | 2026-11-01 | toegekend | 04 | 1 | 9900 | R1 | 45A03")
    mart.fill(
        "tarief_regel",
        """
        wet | productcode | eenheid | tarief | van        | agb_code | tot
        jw  | 45A03       | 04      | 7      | 2026-01-01 | -        | -
        jw  | 45A03       | 04      | 6      | 2026-01-01 | 42420001 | -
        """,
    )

    assert promised(mart) == [("6.75", 60, 0)]


def test_without_an_agreed_price_the_newest_year_with_lines_tells_it(mart: Mart) -> None:
    assign(mart, "1 | 2025-12-01 | 2026-02-28 | 10 | 04 | 4 | - | 45A03")
    spend(
        mart,
        """
        1 | 2025-12-01 | toegekend | 04 | 1 | 500 | R1 | 45A03
        1 | 2026-01-01 | toegekend | 04 | 1 | 700 | R2 | 45A03
        """,
    )

    assert promised(mart) == [("6.75", 10 * 7, 0)]


def test_what_nobody_can_price_is_counted_and_no_silent_zero(mart: Mart) -> None:
    assign(mart, "1 | 2026-11-01 | 2026-12-31 | 10 | 04 | 4 | - | 45A03")

    assert promised(mart) == [("6.75", 0, 1)]


def test_a_volume_in_euros_is_in_eurocents_and_needs_no_price(mart: Mart) -> None:
    assign(mart, "1 | 2026-11-01 | 2026-12-31 | 20000 | 83 | 4 | - | 45A03")

    assert promised(mart) == [("6.75", 2 * 200, 0)]


def test_a_budget_promises_no_more_than_what_is_left_of_it(mart: Mart) -> None:
    assign(mart, "1 | 2026-01-01 | 2026-12-31 | - | - | - | 36500 | 45A03")
    spend(mart, "1 | 2026-01-01 | toegekend | 83 | 1 | 36000 | R1 | 45A03")

    assert promised(mart) == [("6.75", 5, 0)]


def test_a_year_whose_accounts_are_known_promises_nothing(mart: Mart) -> None:
    assign(mart, "1 | 2026-11-01 | 2026-12-31 | - | - | - | 36500 | 45A03")
    mart.fill("begroting_regel", "jaar | stand | taakveld\n2026 | rekening | 6.752")

    assert promised(mart) == []


@pytest.fixture
def planned(mart: Mart) -> Mart:
    """A budget, some lines of it, and what comes beside the messages."""
    mart.fill(
        "begroting_regel",
        """
        jaar | taakveld | stand     | lasten | baten | plaats
        2026 | 6.751    | primitief | 80     | 0     | 1
        2026 | 6.752    | primitief | 100    | 0     | 2
        2026 | 6.752    | gewijzigd | 120    | 10    | 3
        2026 | 6.92     | primitief | 50     | 0     | 4
        2026 | 6.811    | primitief | 40     | 0     | 5
        2026 | 6.812    | rekening  | 33     | 0     | 6
        """,
    )
    mart.fill(
        "begroting",
        """
        jaar | taakveld | boekveld | wet | lasten | baten
        2026 | 6.751    | 6.75     | jw  | 80     | 0
        2026 | 6.752    | 6.75     | jw  | 120    | 10
        2026 | 6.92     | 6.92     | jw  | 50     | 0
        2026 | 6.811    | 6.811    | wmo | 40     | 0
        """,
    )
    mart.fill(
        "buiten",
        """
        jaar | wet | taakveld | boekveld | soort           | lasten | baten | clienten
        2026 | wmo | 6.811    | 6.811    | taakgericht     | 45     | 0     | 0
        2026 | jw  | 6.752    | 6.75     | taakgericht     | 20     | 0     | 0
        2026 | wmo | 6.711    | 6.711    | eigen_bijdragen | 0      | 7     | 0
        """,
    )
    mart.spend(
        """
        wet | taakveld | maand      | referentienummer | ingediend | toegekend | in_behandeling
        jw  | 6.75     | 2026-01-01 | R1               | 6000      | 5000      | 1000
        jw  | onbekend | 2026-01-01 | R2               | 300       | 300       | 0
        """
    )
    return mart


def test_vrij_is_the_budget_less_all_that_is_spent_beside_and_in_messages(planned: Mart) -> None:
    columns = "taakveld begroot toegekend in_behandeling buiten vrij"

    assert planned.ask(geld.per_taakveld, columns, jaar=2026) == [
        ("6.75", 200, 50, 10, 20, 120),
        ("6.811", 40, None, None, 45, -5),
        ("6.92", 50, None, None, None, None),
        ("onbekend", None, 3, 0, None, None),
    ]


def test_what_files_tell_stands_beside_the_budget_of_its_taakveld(planned: Mart) -> None:
    told = planned.ask(geld.buiten, "taakveld begroot buiten", jaar=2026)

    assert [row for row in told if row[2] is not None] == [("6.75", 200, 20), ("6.811", 40, 45)]


def test_a_wet_is_shown_apart_from_beschermd_wonen_and_without_what_is_silent(
    planned: Mart,
) -> None:
    columns = "wet opvang begroot begroot_stil vrij"

    assert planned.ask(geld.per_deel, columns, jaar=2026) == [
        ("jw", False, 250, 50, 117),
        ("wmo", True, 40, None, -5),
    ]


def test_nothing_is_silent_where_most_lines_are_on_no_known_taakveld(planned: Mart) -> None:
    planned.spend(
        """
        wet | taakveld | maand      | referentienummer | ingediend | toegekend | in_behandeling
        jw  | onbekend | 2026-01-01 | R3               | 8500      | 8500      | 0
        """
    )
    columns = "wet opvang begroot begroot_stil vrij"

    assert planned.ask(geld.per_deel, columns, jaar=2026, wet="jw") == [
        ("jw", False, 250, None, 82),
    ]


def test_lasten_and_baten_have_all_their_versions(planned: Mart) -> None:
    columns = "taakveld begroot_primitief begroot begroot_wijziging begroot_baten rekening baten"

    assert planned.ask(geld.lasten_baten, columns, jaar=2026, wet="wmo") == [
        ("6.711", None, None, None, None, None, 7),
        ("6.811", 40, 40, 0, 0, None, None),
        ("6.812", None, None, None, None, 33, None),
    ]


def test_the_level_of_procurement_stands_on_the_contract(planned: Mart) -> None:
    planned.fill(
        "inkoopcontract_regel",
        """
        agb_code | wet | contractnummer | van        | tot | niveau    | categorie | productcode
        42420001 | jw  | C1             | 2020-01-01 | -   | landelijk | -         | -
        42420001 | jw  | C2             | 2020-01-01 | -   | regionaal | 45        | -
        """,
    )

    assert planned.ask(geld.niveau, "taakveld niveau begroot ingediend", jaar=2026) == [
        ("6.75", "lokaal", 80, None),
        ("6.75", "regionaal", 120, 60),
    ]


def test_two_contracts_that_contradict_each_other_leave_the_level_unknown(planned: Mart) -> None:
    planned.fill(
        "inkoopcontract_regel",
        """
        agb_code | wet | contractnummer | van        | tot        | niveau
        42420001 | jw  | C1             | 2020-01-01 | -          | landelijk
        42420001 | jw  | C2             | 2020-01-01 | 2026-03-31 | lokaal
        """,
    )

    rows = planned.ask(geld.niveau, "niveau ingediend", jaar=2026)

    assert ("onbekend", 60) in rows


def test_a_series_goes_over_a_break_only_for_all_youth_care(mart: Mart) -> None:
    head = "jaar | taakveld | stand | lasten | plaats"
    mart.fill(
        "begroting_regel",
        f"""
        {head}
        2024 | 6.72a | primitief | 5  | 1
        2024 | 6.74b | primitief | 6  | 2
        2025 | 6.751 | primitief | 7  | 3
        2025 | 6.792 | primitief | 8  | 4
        2025 | 6.711 | primitief | 9  | 5
        """,
    )
    for row in ("2024 | 6.72a | 5", "2024 | 6.74b | 6", "2025 | 6.751 | 7"):
        mart.fill("begroting", f"jaar | taakveld | lasten\n{row}")
    for row in ("2025 | 6.792 | 8", "2025 | 6.711 | 9"):
        mart.fill("begroting", f"jaar | taakveld | lasten\n{row}")

    assert mart.ask(geld.reeks, "reeks jaar begroot doorgaand taakvelden") == [
        ("Jeugd maatwerk", 2024, 11, False, "6.72a, 6.74b"),
        ("Jeugd maatwerk", 2025, 15, True, "6.751, 6.792"),
        ("Wmo maatwerk", 2025, 9, False, "6.711"),
    ]


def test_bookings_that_contradict_something_are_counted_with_their_amount(mart: Mart) -> None:
    mart.fill(
        "taakgericht_regel",
        """
        agb_code | wet | taakveld | maand      | bedrag | plaats
        42420001 | jw  | 6.711    | 2026-01-01 | 10     | 1
        42420001 | jw  | 6.72a    | 2026-01-01 | 20     | 2
        42420001 | jw  | 6.752    | 2026-01-01 | -30    | 3
        42420001 | jw  | 6.23     | 2026-01-01 | 5      | 4
        """,
    )
    mart.fill(
        "reserve_regel",
        """
        reserve | jaar | stand | storting | onttrekking | plaats
        R       | 2024 | 100   | 0        | 0           | 1
        R       | 2025 | 90    | 0        | 20          | 2
        """,
    )

    assert mart.ask(gegevens.boekingen, "soort omschrijving jaar taakveld aantal bedrag") == [
        ("taakgericht", "samen negatief", 2026, "6.752", 1, -30),
        ("taakgericht", "taakveld van andere jaren", 2026, "6.72a", 1, 20),
        ("taakgericht", "taakveld van een andere wet", 2026, "6.711", 1, 10),
        ("reserves", "stand volgt niet uit het jaar ervoor", 2025, None, 1, 10),
    ]


def test_a_payment_is_held_against_the_lines_of_its_declaratie(mart: Mart) -> None:
    mart.spend(
        """
        wet | taakveld | maand      | declaratienummer | referentienummer
        jw  | 6.75     | 2026-01-01 | D1               | R1
        jw  | onbekend | 2026-01-01 | D2               | R2
        """
    )
    mart.fill("begroting", "jaar | wet\n2026 | jw")
    mart.fill(
        "betaling_regel",
        """
        boekstuk | boekjaar | agb_code | wet | declaratienummer | taakveld | bedrag | plaats
        B1       | 2026     | 42420001 | jw  | D1               | 6.752    | 1      | 1
        B2       | 2026     | 42420001 | jw  | D1               | 6.761    | 2      | 2
        B3       | 2025     | 42420001 | jw  | D1               | 6.752    | 3      | 3
        B4       | 2026     | 42420001 | jw  | D9               | 6.752    | 4      | 4
        B5       | 2026     | 42420001 | jw  | D2               | 6.762    | 5      | 5
        B6       | 2026     | 42420001 | jw  | -                | 6.762    | 6      | 6
        """,
    )

    assert mart.ask(gegevens.boekingen, "omschrijving jaar taakveld bedrag") == [
        ("declaratie hoort op een ander taakveld", 2026, "6.761", 2),
        ("declaratie niet gevonden", 2026, "6.752", 4),
        ("declaratie van een ander jaar", 2025, "6.752", 3),
    ]


def test_a_budget_that_is_not_there_or_counts_twice_is_said(mart: Mart) -> None:
    mart.spend("wet | maand | referentienummer | ingediend\nwmo | 2026-01-01 | R1 | 500")
    mart.fill("begroting_regel", "jaar | taakveld | lasten\n2026 | 6.75 | 10\n2026 | 6.752 | 4")
    for row in ("6.75 | 10", "6.752 | 4"):
        mart.fill("begroting", f"jaar | wet | taakveld | lasten\n2026 | jw | {row}")

    rows = mart.ask(gegevens.boekingen, "soort omschrijving taakveld bedrag")

    assert ("begroting", "geen begroting voor Wmo", None, 5) in rows
    assert ("begroting", "taakveld telt dubbel: ook verdeeld begroot", "6.75", 10) in rows
