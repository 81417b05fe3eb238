"""What the queries about the quality of messages answer, beside a second calculation."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdash.queries import berichten
from tests.queries.marts import Mart

JAAR: Final = {"jaar": 2026}
RIJP: Final = {"jaar": 2026, "peildatum": date(2026, 6, 15)}


def easter(year: int) -> date:
    """Easter after Meeus, Jones and Butcher, another way than that of the query."""
    gold, (century, rest) = year % 19, divmod(year, 100)
    leap, skipped = divmod(century, 4)
    moon = (19 * gold + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % 7
    month, day = divmod(moon + week - 7 * ((gold + 11 * moon + 22 * week) // 451) + 114, 31)
    return date(year, month, day + 1)


def is_workday(day: date) -> bool:
    """By the Algemene termijnenwet, article 3."""
    king = date(day.year, 4, 27) if day.year > 2013 else date(day.year, 4, 30)
    king -= timedelta(days=king.weekday() == 6)
    fixed = {(1, 1), (5, 5), (12, 25), (12, 26)}
    moving = {easter(day.year) + timedelta(days=days) for days in (-2, 1, 39, 50)}
    return day.weekday() < 5 and (day.month, day.day) not in fixed and day not in {king, *moving}


def workdays(first: date, last: date) -> int:
    """Working days after the first up to and including the last."""
    days = (last - first).days
    return sum(is_workday(first + timedelta(days=nr)) for nr in range(1, days + 1))


def test_easter_is_that_of_the_almanac() -> None:
    known = {2018: (4, 1), 2019: (4, 21), 2024: (3, 31), 2025: (4, 20), 2026: (4, 5)}

    assert {year: (easter(year).month, easter(year).day) for year in known} == known


def test_every_day_of_forty_years_is_a_working_day_or_not(mart: Mart) -> None:
    mart.derive()
    text = "SELECT w.dag, w.werkdagen FROM werkdag AS w ORDER BY w.dag"
    days = mart._connection.execute(text).fetchall()

    said = [day for (_, before), (day, upto) in pairwise(days) if upto > before]
    counted = [day for day, _ in days[1:] if is_workday(day)]
    assert len(days) == 14_610
    assert said == counted


@pytest.fixture
def declared(mart: Mart) -> Mart:
    """Lines of two declaraties: one rejected in parts, one as a whole; and one in behandeling."""
    mart.fill(
        "regel",
        """
        referentienummer | declaratienummer | client_id | bedrag | status         | maand
        A                | D1               | 1         | 100    | afgewezen      | 2026-01-01
        B                | D1               | 2         | 200    | afgewezen      | 2026-02-01
        C                | D1               | 3         | 400    | toegekend      | 2026-02-01
        D                | D2               | 3         | 800    | afgewezen      | 2026-02-01
        E                | D3               | 4         | 1600   | in_behandeling | 2026-03-01
        F                | D2               | 3         | 50     | afgewezen      | 2025-12-01
        """,
    )
    mart.fill(
        "declaratie",
        """
        wet | aanbieder | declaratienummer | antwoord_nr | afgewezen | aangeleverd
        jw  | 42420001  | D1               | 11          | FALSE     | 1
        jw  | 42420001  | D2               | 12          | TRUE      | 1
        jw  | 42420001  | D3               | -           | FALSE     | 1
        """,
    )
    mart.fill(
        "antwoord",
        """
        levering_nr | niveau     | client_id | referentienummer | codes          | wijst_af
        11          | bericht    | -         | -                | 0200           | FALSE
        11          | prestatie  | 1         | A                | 9338 9307 0200 | TRUE
        11          | client     | 2         | -                | 8187           | TRUE
        12          | declaratie | -         | -                | 9333           | TRUE
        12          | prestatie  | 9         | A                | 0001           | TRUE
        """,
    )
    return mart


def test_a_rejected_line_counts_under_each_of_its_codes(declared: Mart) -> None:
    columns = "code wet regels bedrag clienten"

    assert declared.ask(berichten.afgekeurd, columns, **JAAR) == [
        ("9333", "jw", 1, 8, 1),
        ("8187", "jw", 1, 2, 1),
        ("9307", "jw", 1, 1, 1),
        ("9338", "jw", 1, 1, 1),
    ]


def test_a_rejection_is_told_in_words(declared: Mart) -> None:
    told = declared.ask(berichten.afgekeurd, "code omschrijving", **JAAR)

    assert ("9338", "Geen toewijzing") in told


def test_what_was_rejected_of_a_month_is_a_part_of_what_was_declared(declared: Mart) -> None:
    columns = "maand wet regels ingediend afgewezen clienten ingediend_van"

    assert declared.ask(berichten.per_maand, columns, **JAAR) == [
        ("2026-01-01", "jw", 1, 1, 1, 1, 1),
        ("2026-02-01", "jw", 3, 14, 10, 2, 2),
        ("2026-03-01", "jw", 1, 16, 0, 0, 1),
    ]


def test_an_aanbieder_without_rejections_is_left_out(declared: Mart) -> None:
    declared.fill("regel", "aanbieder | referentienummer\n42420002 | Z")

    columns = "aanbieder naam regels ingediend afgewezen clienten"
    assert declared.ask(berichten.per_aanbieder, columns, **JAAR) == [
        ("42420001", "42420001", 3, 31, 11, 3)
    ]


@pytest.mark.parametrize(
    ("other", "left"),
    [({"wet": "wmo"}, []), ({"product": "jw-46"}, []), ({"aanbieder": "42420009"}, [])],
)
def test_a_filter_leaves_out_what_it_says(
    declared: Mart, other: dict[str, str], left: list[object]
) -> None:
    queries = (berichten.afgekeurd, berichten.per_maand, berichten.per_aanbieder)

    assert [declared.rows(query, **JAAR, **other) for query in queries] == [left] * 3


def test_lines_that_something_contradicts_are_counted_by_code_and_aanbieder(mart: Mart) -> None:
    mart.fill(
        "regel",
        """
        referentienummer | client_id | bedrag | aanbieder | vlaggen
        A                | 1         | 100    | 42420001  | [0611, 9338]
        B                | 2         | 300    | 42420001  | [9338]
        C                | 3         | -50    | 42420002  | [9308]
        D                | 3         | 999    | 42420002  | [9387]
        """,
    )

    assert mart.ask(berichten.tegenspraak, "code aanbieder regels bedrag clienten", **JAAR) == [
        ("9338", "42420001", 2, 4, 2),
        ("0611", "42420001", 1, 1, 1),
        ("9308", "42420002", 1, -0.5, 1),
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(eind=st.dates(date(2026, 1, 1), date(2026, 12, 31)), later=st.integers(-3, 20))
def test_a_stop_is_late_after_five_working_days(mart: Mart, eind: date, later: int) -> None:
    for table in ("melding", "levering"):
        mart._connection.execute(f"DELETE FROM {table}")  # noqa: S608  (names of ours)
    sent = eind + timedelta(days=later)
    mart.fill("levering", f"levering_nr | dagtekening\n1 | {sent}")
    mart.fill("melding", f"soort | levering_nr | einddatum\nstop | 1 | {eind}\nstart | 1 | -")

    late = int(later > 0 and workdays(eind, sent) > 5)

    assert mart.ask(berichten.stops, "stops laat clienten te_laat", **JAAR) == [(1, late, 1, late)]


def test_a_stop_around_easter_is_in_time(mart: Mart) -> None:
    mart.fill("levering", "levering_nr | dagtekening\n1 | 2026-04-09\n2 | 2026-04-10")
    mart.fill(
        "melding",
        """
        soort | levering_nr | plaats | client_id | einddatum
        stop  | 1           | 1      | 1         | 2026-03-31
        stop  | 2           | 1      | 2         | 2026-03-31
        stop  | 2           | 2      | 3         | 2025-12-31
        """,
    )

    assert mart.ask(berichten.stops, "stops laat", **JAAR) == [(2, 1)]


def assign(mart: Mart, frequentie: str, volume: int, eind: str = "2026-12-31") -> None:
    """One toewijzing from 1 January on, with 40 units granted in January and 7 that are not."""
    mart.fill(
        "toewijzing",
        f"""
        categorie | volume   | eenheid | frequentie   | ingangsdatum | einddatum
        45        | {volume} | 04      | {frequentie} | 2026-01-01   | {eind}
        """,
    )
    tot = "9999-12-31" if eind == "-" else eind
    mart.fill("inzet", f"van | tot | categorie\n2026-01-01 | {tot} | 45")
    mart.fill(
        "regel",
        """
        referentienummer | volume | eenheid | status         | bedrag | maand
        A                | 50     | 04      | toegekend      | 100    | 2026-01-01
        B                | 10     | 04      | toegekend      | -20    | 2026-01-01
        C                | 7      | 04      | in_behandeling | 14     | 2026-02-01
        D                | 9      | 01      | toegekend      | 14     | 2026-02-01
        E                | 30     | 04      | toegekend      | 60     | 2026-04-01
        F                | 1      | 04      | afgewezen      | 2      | 2026-03-01
        """,
    )


@pytest.mark.parametrize(
    ("frequentie", "volume", "toegewezen"),
    [("1", 1, 90), ("2", 7, 90), ("4", 20, 60), ("6", 365, 90)],
)
def test_what_was_assigned_is_counted_by_the_day_over_the_mature_months(
    mart: Mart, frequentie: str, volume: int, toegewezen: int
) -> None:
    assign(mart, frequentie, volume)

    assert mart.ask(berichten.verzilvering, "toegewezen geleverd verzilvering", **RIJP) == [
        (toegewezen, 40, pytest.approx(40 / toegewezen))
    ]


def test_a_total_without_an_end_says_nothing_of_a_month(mart: Mart) -> None:
    assign(mart, "6", 365, "-")

    assert mart.rows(berichten.verzilvering, **RIJP) == []


def test_months_of_which_nothing_was_received_are_not_assigned(mart: Mart) -> None:
    assign(mart, "1", 1)
    mart._connection.execute("DELETE FROM regel WHERE maand < DATE '2026-02-01'")

    assert mart.ask(berichten.verzilvering, "toegewezen geleverd", **RIJP) == [(59, 0)]


def test_what_was_ended_or_removed_is_not_assigned(mart: Mart) -> None:
    assign(mart, "1", 1, "2026-01-20")
    gone = "toewijzing_nummer | categorie | volume | eenheid | frequentie | verwijderd"
    mart.fill("toewijzing", f"{gone}\n2 | 45 | 9 | 04 | 1 | TRUE")
    mart.fill("inzet", "toewijzing_nummer | van | categorie\n2 | 2026-01-01 | 45")

    assert mart.ask(berichten.verzilvering, "toegewezen geleverd", **RIJP) == [(20, 40)]


def test_of_a_year_without_mature_months_nothing_is_said(mart: Mart) -> None:
    assign(mart, "1", 1)

    assert mart.rows(berichten.verzilvering, jaar=2026, peildatum=date(2026, 3, 31)) == []


def test_a_declaratie_is_to_be_answered_within_ten_working_days(mart: Mart) -> None:
    mart.fill(
        "levering",
        """
        levering_nr | dagtekening | identificatie | sha256
        1           | 2026-03-02  | 1             | 1
        2           | 2026-03-02  | 2             | 2
        3           | 2026-03-02  | 3             | 3
        4           | 2026-06-02  | 4             | 4
        11          | 2026-03-16  | 11            | 11
        12          | 2026-03-17  | 12            | 12
        13          | 2026-05-01  | 13            | 13
        """,
    )
    mart.fill(
        "declaratie_kop",
        """
        levering_nr | declaratienummer
        1           | D1
        2           | D2
        3           | D3
        4           | D4
        """,
    )
    mart.fill(
        "antwoord",
        """
        levering_nr | declaratienummer | niveau
        11          | D1               | bericht
        13          | D1               | bericht
        12          | D2               | bericht
        """,
    )

    columns = "bericht wet norm beantwoord te_laat mediaan wacht"
    assert mart.ask(berichten.antwoordtijd, columns, **RIJP) == [("325", "jw", 10, 2, 1, 10.5, 1)]
    # 2 to 17 March is eleven working days, and so is 2 to 16 June minus none.
    assert workdays(date(2026, 3, 2), date(2026, 3, 17)) == 11
    assert workdays(date(2026, 6, 2), date(2026, 6, 15)) == 9


def test_another_message_is_to_be_answered_within_three(mart: Mart) -> None:
    mart.fill("levering", "levering_nr | dagtekening\n1 | 2026-04-09\n2 | 2026-04-10")
    mart.fill(
        "retour",
        """
        levering_nr | bericht | identificatie | dagtekening | niveau  | client_id
        1           | 306     | X             | 2026-04-02  | bericht | -
        1           | 306     | X             | 2026-04-02  | product | 1
        2           | 306     | Y             | 2026-04-02  | bericht | -
        2           | 306     | Z             | 2025-12-31  | bericht | -
        """,
    )

    # Good Friday 3 and Easter Monday 6 April are no working days.
    columns = "bericht norm beantwoord te_laat mediaan wacht"
    assert mart.ask(berichten.antwoordtijd, columns, **RIJP) == [("306", 3, 2, 1, 3.5, 0)]
