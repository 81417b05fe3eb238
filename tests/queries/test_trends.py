"""What changed more than chance explains, table in and table out."""

from datetime import date
from typing import Any

import pytest

from sdash.privacy import Policy, protect
from sdash.queries import trends
from tests.queries.marts import Mart

TWO_YEARS: dict[str, Any] = {"van": date(2025, 1, 1), "tot": date(2026, 12, 31)}
FIRST_MESSAGE: dict[str, Any] = {"wet": "jw", "dagtekening": date(2024, 12, 3)}


def month(nr: int) -> date:
    """The first day of a month, counted from January 2025."""
    return date(2025 + nr // 12, nr % 12 + 1, 1)


def come(
    mart: Mart,
    counts: list[int],
    since: date = date(2024, 12, 3),
    **more: Any,  # noqa: ANN401
) -> None:
    """So many people whose care begins in each month, each of them once."""
    mart.add("levering", [FIRST_MESSAGE | {"dagtekening": since}])
    begun = [month(nr) for nr, count in enumerate(counts) for _ in range(count)]
    for nr, day in enumerate(begun):
        mart.add("inzet", [{"client_id": nr, "toewijzing_nummer": nr, "van": day, **more}])
        mart.add("zorgperiode", [{"client_id": nr, "wet": "totaal", "van": day}])


def stop(mart: Mart, day: date, wet: str, reden: str, people: int) -> None:
    told = {"soort": "stop", "einddatum": day, "reden_beeindiging": reden, "wet": wet}
    first = day.toordinal() * 1000 + int(reden) * 20 + 10 * (wet == "wmo")
    mart.add(
        "melding", [{**told, "client_id": nr, "plaats": nr} for nr in range(first, first + people)]
    )


def found(mart: Mart, wat: str, wanted: str, **asked: Any) -> dict[str, tuple[Any, ...]]:  # noqa: ANN401
    rows = mart.ask(trends.reeksen, f"reeks {wanted}", **{**TWO_YEARS, "wat": wat, **asked})
    return {str(row[0]): row[1:] for row in rows}


def test_a_month_unlike_the_months_before_it_stands_out_with_its_question(mart: Mart) -> None:
    come(mart, [4] * 22 + [16, 4])

    row = found(mart, "instroom", "maand aantal gewoon regel hoger een_op vraag")

    assert row["instroom/totaal/totaal"][:6] == (f"{month(22)}", 16, 4.0, 1, True, 10000)
    assert "wie mensen stuurt" in row["instroom/totaal/totaal"][6]


def test_a_month_that_is_hardly_otherwise_does_not_stand_out(mart: Mart) -> None:
    come(mart, [1, 0, 2, 1] * 5 + [1, 0, 3, 1])

    assert found(mart, "instroom", "regel een_op")["instroom/totaal/totaal"] == (None, None)


def test_eight_months_above_usual_stand_out_together(mart: Mart) -> None:
    come(mart, [9] * 16 + [13] * 8)

    row = found(mart, "instroom", "maand regel hoger")

    assert row["instroom/totaal/totaal"] == (f"{month(23)}", 4, True)


def test_seven_months_above_usual_do_not(mart: Mart) -> None:
    come(mart, [9] * 17 + [13] * 7)

    assert found(mart, "instroom", "regel")["instroom/totaal/totaal"] == (None,)


def test_a_rule_stands_out_only_where_the_gemeente_follows_it(mart: Mart) -> None:
    come(mart, [4] * 21 + [10, 4, 11])

    before = found(mart, "instroom", "regel")["instroom/totaal/totaal"]
    mart.insert("trendregel", [{"regel": 2, "kans": 0.1}])

    assert before == (None,)
    assert found(mart, "instroom", "regel")["instroom/totaal/totaal"] == (2,)


def test_a_month_that_is_not_over_is_not_told(mart: Mart) -> None:
    come(mart, [4] * 24)

    row = found(mart, "instroom", "maand", tot=date(2026, 12, 30))

    assert row["instroom/totaal/totaal"] == ("2026-11-01",)


def test_the_months_before_the_first_message_are_not_none(mart: Mart) -> None:
    come(mart, [0] * 6 + [4] * 18, date(2025, 6, 5))

    assert found(mart, "instroom", "gewoon")["instroom/totaal/totaal"] == (4.0,)


def test_what_went_after_bewaarjaren_leaves_whole_months(mart: Mart) -> None:
    come(mart, [4] * 24, date(2026, 11, 5))
    mart.add("verwijdering", [{"levering": 1, "grens": date(2025, 1, 1)}])

    assert found(mart, "instroom", "oordelen")["instroom/totaal/totaal"] == (3,)


def test_who_has_two_products_counts_with_both_and_once_together(mart: Mart) -> None:
    come(mart, [3] * 24, categorie="45", verwijzer="02")
    also = [{"client_id": 0, "toewijzing_nummer": 900, "van": month(0), "categorie": "54"}]
    mart.add("inzet", also)

    rows = mart.ask(trends.reeks, "maand aantal", reeks="instroom/totaal/totaal", **TWO_YEARS)
    assert rows[0] == ("2025-12-01", 3)
    assert {*found(mart, "instroom", "naam")} == {
        "instroom/product/jw-45",
        "instroom/product/jw-54",
        "instroom/totaal/totaal",
        "instroom/verwijzer/02",
    }


def test_who_died_or_was_interrupted_did_not_stop_against_plan(mart: Mart) -> None:
    mart.add("levering", [FIRST_MESSAGE])
    for nr in range(24):
        stop(mart, month(nr), "jw", "31", 3)
        stop(mart, month(nr), "wmo", "31", 1)
        stop(mart, month(nr), "wmo", "19", 2)
        stop(mart, month(nr), "jw", "02", 5)
        stop(mart, month(nr), "jw", "20", 5)

    assert found(mart, "plan", "aantal noemer")["plan/totaal/totaal"] == (5, 6)


def test_who_waits_longer_than_the_norm_is_a_part_of_who_began(mart: Mart) -> None:
    mart.add("levering", [FIRST_MESSAGE])
    waits = [(0, 43), (1, 42), (2, 0)]
    mart.add(
        "zorgtraject",
        [
            {"client_id": 10 * nr + who, "begonnen": date(2025 + nr // 12, nr % 12 + 1, 28)}
            | {"toegewezen_op": date.fromordinal(month(nr).toordinal() + 27 - dagen)}
            for nr in range(24)
            for who, dagen in waits
        ],
    )

    assert found(mart, "wacht", "aantal noemer")["wacht/totaal/totaal"] == (1, 3)


@pytest.mark.parametrize(("minstens", "doel"), [(True, 3.5), (False, 4.5)])
def test_a_goal_stands_beside_what_three_months_came_to(
    mart: Mart,
    minstens: bool,  # noqa: FBT001
    doel: float,
) -> None:
    come(mart, [2] * 21 + [3, 4, 5])
    goal = {"reeks": "instroom/totaal/totaal", "doel": doel, "minstens": minstens}
    mart.insert("trenddoel", [goal])

    row = found(mart, "instroom", "bereikt doel minstens")["instroom/totaal/totaal"]

    assert row == (4.0, doel, minstens)


@pytest.mark.parametrize(
    ("stand", "maand", "told"),
    [
        ("opgepakt", date(2026, 1, 1), "opgepakt"),
        ("gesloten", date(2026, 11, 1), "gesloten"),
        ("gesloten", date(2026, 10, 1), None),
    ],
    ids=["stays", "closes what was seen", "closes nothing newer"],
)
def test_the_newest_note_stands_beside_a_signal_until_there_is_a_newer_one(
    mart: Mart, stand: str, maand: date, told: str | None
) -> None:
    come(mart, [4] * 22 + [16, 4])
    note = {"reeks": "instroom/totaal/totaal", "notitie": "besproken", "plaats": 1}
    for nr, (day, said) in enumerate([(date(2026, 11, 1), "open"), (maand, stand)], start=1):
        moment = f"2026-12-0{nr} 12:00:00"
        mart.add("levering", [{"levering_nr": 10 + nr, "ontvangen_op": moment, "wet": None}])
        mart.add("trendnotitie", [{**note, "levering_nr": 10 + nr, "maand": day, "stand": said}])

    assert found(mart, "instroom", "stand")["instroom/totaal/totaal"] == (told,)


def test_a_role_that_sees_no_few_people_sees_no_sum_that_tells_of_them(mart: Mart) -> None:
    come(mart, [6] * 21 + [6, 3, 7])
    internal = Policy("internal", 5)

    records = mart.records(trends.reeksen, {**TWO_YEARS, "wat": "instroom"})
    [row] = [
        row
        for row in protect(trends.reeksen.header, records, internal).records
        if row["reeks"] == "instroom/totaal/totaal"
    ]

    assert (row["aantal"], row["bereikt"]) == (7, None)


def test_a_part_that_leaves_out_few_people_is_hidden(mart: Mart) -> None:
    mart.add("levering", [FIRST_MESSAGE])
    for nr in range(24):
        stop(mart, month(nr), "jw", "31", 9)
        stop(mart, month(nr), "jw", "34", 2)

    records = mart.records(trends.reeks, {**TWO_YEARS, "reeks": "plan/totaal/totaal"})
    shown = protect(trends.reeks.header, records, Policy("internal", 5)).records

    assert {(row["aantal"], row["aandeel"]) for row in shown} == {(None, None)}
