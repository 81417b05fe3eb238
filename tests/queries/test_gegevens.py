"""What each query on deliveries answers, table in and table out."""

from datetime import UTC, datetime

import pytest

from sdash.queries import berichten, gegevens, overzicht
from tests.queries.marts import Mart


@pytest.fixture
def deliveries(mart: Mart) -> Mart:
    """Four files, of which one could not be read and one came twice."""
    mart.fill(
        "levering",
        """
        levering_nr | bestand | soort | wet | ontvangen_op     | gelezen | geaccepteerd | afgekeurd
        1           | a.xml   | JW323 | jw  | 2026-03-01 12:00 | 10      | 8            | 2
        2           | a.xml   | JW323 | jw  | 2026-01-01 12:00 | 10      | 0            | 10
        3           | b.csv   | teams | -   | 2026-02-01 12:00 | 5       | 5            | 0
        4           | c.xml   | -     | -   | 2026-02-02 12:00 | 0       | 0            | 0
        """,
    )
    return mart


def test_every_file_that_was_read_has_a_row_in_order_of_reading(deliveries: Mart) -> None:
    columns = "bestand soort gelezen geaccepteerd afgekeurd"

    assert deliveries.ask(gegevens.leveringen, columns) == [
        ("a.xml", "JW323", 10, 8, 2),
        ("a.xml", "JW323", 10, 0, 10),
        ("b.csv", "teams", 5, 5, 0),
        ("c.xml", None, 0, 0, 0),
    ]


def test_a_moment_is_in_utc(deliveries: Mart) -> None:
    first = deliveries.rows(gegevens.leveringen)[0]

    assert first.ontvangen_op == datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_source_adds_up_its_files_and_says_when_the_last_came(deliveries: Mart) -> None:
    columns = "soort wet leveringen gelezen geaccepteerd afgekeurd laatste"

    assert deliveries.ask(gegevens.bronnen, columns) == [
        ("JW323", "jw", 2, 20, 8, 12, "2026-03-01 12:00:00"),
        ("teams", None, 1, 5, 5, 0, "2026-02-01 12:00:00"),
        (None, None, 1, 0, 0, 0, "2026-02-02 12:00:00"),
    ]


def test_refusals_say_what_and_why_the_newest_first(deliveries: Mart) -> None:
    deliveries.fill(
        "afkeuring",
        """
        levering_nr | plaats | code | reden
        1           | 2      | 0001 | Bedrag klopt niet
        1           | 1      | 0001 | Bedrag klopt niet
        4           | alles  | 0001 | Geen bericht
        """,
    )
    columns = "bestand soort plaats code reden"

    assert deliveries.ask(gegevens.afkeuringen, columns, aantal=5) == [
        ("c.xml", None, "alles", "0001", "Geen bericht"),
        ("a.xml", "JW323", "1", "0001", "Bedrag klopt niet"),
        ("a.xml", "JW323", "2", "0001", "Bedrag klopt niet"),
    ]
    assert len(deliveries.rows(gegevens.afkeuringen, aantal=1)) == 1


def test_a_line_with_two_flags_counts_under_both(mart: Mart) -> None:
    mart.fill(
        "regel",
        """
        wet | client_id | referentienummer | bedrag | vlaggen
        jw  | 1         | A                | 100    | [9338, XXXX]
        jw  | 1         | B                | -50    | [9338]
        wmo | 2         | C                | 1      | [9338]
        jw  | 3         | D                | 800    | []
        """,
    )

    assert mart.ask(gegevens.vlaggen, "code omschrijving wet regels bedrag clienten") == [
        ("9338", "Geen toewijzing", "jw", 2, 0.5, 1),
        ("9338", "Geen toewijzing", "wmo", 1, 0.01, 1),
        ("XXXX", None, "jw", 1, 1, 1),
    ]


def test_what_was_refused_is_counted_by_kind_and_code(mart: Mart) -> None:
    mart.fill(
        "retour",
        """
        levering_nr | wet | bericht | niveau  | client_id | codes     | wijst_af
        1           | jw  | 306     | bericht | -         | 0200      | false
        1           | jw  | 306     | client  | 1         | 0200 9019 | true
        1           | jw  | 306     | product | 1         | 9019 9074 | true
        2           | jw  | 306     | product | 2         | 9019      | true
        3           | wmo | 308     | bericht | -         | 0001      | true
        4           | wmo | 308     | bericht | -         | 0001      | true
        5           | wmo | 308     | bericht | -         | XXXX      | true
        """,
    )

    assert mart.ask(gegevens.retouren, "soort code omschrijving aantal clienten") == [
        ("JW306", "9019", "Geen toewijzing bij start of stop", 3, 2),
        ("JW306", "9074", "Bericht is dubbel", 1, 1),
        ("WMO308", "0001", "Technisch afgekeurd", 2, 2),
        ("WMO308", "XXXX", None, 1, 1),
    ]


def test_what_is_suspicious_is_counted_by_kind_code_and_wet(mart: Mart) -> None:
    mart.fill(
        "signaal",
        """
        soort | code | wet | client_id
        start | 9019 | jw  | 1
        start | 9019 | jw  | 1
        start | 9019 | jw  | 2
        start | 9019 | wmo | 1
        stop  | 9071 | jw  | 1
        """,
    )

    assert mart.ask(gegevens.signalen, "soort code omschrijving wet aantal clienten") == [
        ("start", "9019", "Geen toewijzing bij start of stop", "jw", 3, 2),
        ("start", "9019", "Geen toewijzing bij start of stop", "wmo", 1, 1),
        ("stop", "9071", "Start verwijderd terwijl er al een stop is", "jw", 1, 1),
    ]


@pytest.mark.parametrize(
    ("einde", "dagtekening", "is_late"),
    [
        ("2026-02-02", "2026-02-09", False),
        ("2026-02-02", "2026-02-10", True),
        ("2026-02-02", "2026-02-01", False),
        # Good Friday and Easter Monday are no working days.
        ("2026-03-30", "2026-04-08", False),
        ("2026-03-30", "2026-04-09", True),
        # Neither is Monday 27 April, when the King has his birthday.
        ("2026-04-22", "2026-04-30", False),
        ("2026-04-22", "2026-05-01", True),
        ("2099-01-01", "2099-12-31", False),
    ],
)
def test_a_stop_is_late_after_five_working_days_without_holidays(
    einde: str, dagtekening: str, *, is_late: bool, mart: Mart
) -> None:
    mart.add("levering", [{"dagtekening": dagtekening, "soort": "JW307"}])
    mart.add("melding", [{"soort": "stop", "einddatum": einde}, {"soort": "start"}])

    told = mart.ask(gegevens.signalen, "soort code omschrijving wet aantal clienten")

    late = "Stop kwam meer dan vijf werkdagen na het einde"
    assert told == ([("stop", "laat", late, "jw", 1, 1)] if is_late else [])
    if not is_late:
        return
    (row,) = mart.ask(berichten.stops, "stops laat", jaar=int(einde[:4]))
    assert row == (1, 1)


def test_a_refused_message_is_not_suspicious_as_well(mart: Mart) -> None:
    mart.fill(
        "levering",
        """
        levering_nr | soort | wet | aanbieder | identificatie | dagtekening | geaccepteerd
        1           | JW305 | jw  | 1         | A             | 2025-12-01  | 1
        2           | JW305 | jw  | 1         | A             | 2026-12-01  | 0
        3           | JW305 | jw  | 2         | A             | 2025-12-01  | 1
        4           | JW307 | jw  | 1         | A             | 2025-12-01  | 1
        """,
    )

    assert mart.ask(gegevens.signalen, "soort code") == []


def test_money_that_no_taakveld_books_is_shown_by_product(mart: Mart) -> None:
    mart.fill(
        "regel",
        """
        maand      | taakveld | categorie | productcode | client_id | referentienummer | bedrag
        2026-01-01 | onbekend | 36        | 36A01       | 1         | A                | 100
        2026-12-01 | onbekend | 36        | 36A01       | 1         | B                | 100
        2026-01-01 | onbekend | 46        | 46Z99       | 2         | C                | 900
        2026-01-01 | onbekend | 99        | 99A01       | 2         | G                | 1
        2026-01-01 | 6.75     | 45        | 45A03       | 3         | D                | 1
        2025-12-01 | onbekend | 36        | 36A01       | 4         | E                | 1
        2027-01-01 | onbekend | 36        | 36A01       | 5         | F                | 1
        """,
    )
    columns = "wet categorie productcode naam regels ingediend clienten"

    assert mart.ask(gegevens.taakveld_onbekend, columns, jaar=2026) == [
        ("jw", "46", "46Z99", "Jeugdhulp crisis", 1, 9, 1),
        ("jw", "36", "36A01", "Gezinsgericht", 2, 2, 1),
        ("jw", "99", "99A01", "99", 1, 0.01, 1),
    ]


def test_the_stream_shows_what_was_received_last(deliveries: Mart) -> None:
    columns = "ontvangen_op soort wet geaccepteerd afgekeurd bestand"

    assert deliveries.ask(overzicht.stroom, columns, aantal=2) == [
        ("2026-03-01 12:00:00", "JW323", "jw", 8, 2, "a.xml"),
        ("2026-02-02 12:00:00", None, None, 0, 0, "c.xml"),
    ]
