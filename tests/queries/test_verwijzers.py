"""Who sent people to care, table in and table out."""

import pytest

from sdash.queries import verwijzers
from tests.queries.marts import Mart

YEAR = {"van": "2026-01-01", "tot": "2026-12-31"}
RONDE = ["toewijzing_nummer | client_id | verwijzer | categorie | productcode | ingangsdatum"]


def toewijzingen(mart: Mart, *lines: str) -> None:
    mart.fill("toewijzing", "\n".join([*RONDE, *lines]))


def praktijken(mart: Mart, drawn: str) -> None:
    mart.fill("levering", "levering_nr | soort\n1 | verwijzingen")
    head, *rows = drawn.strip().splitlines()
    numbered = [f"{row} | {nr}" for nr, row in enumerate(rows)]
    mart.fill("verwijzing_regel", "\n".join([f"{head} | plaats", *numbered]))


def months(praktijk: str, poh_van: str, counts: list[int]) -> list[str]:
    """A practice from January 2024 on, with a row a month."""
    poh = "false" if poh_van == "-" else "true"
    return [
        f"{praktijk} | {2024 + nr // 12}-{nr % 12 + 1:02}-01 | 02 | {count} | {poh} | {poh_van}"
        for nr, count in enumerate(counts)
    ]


HEAD = "praktijk | maand | verwijzer | aantal | poh | poh_van"


def test_who_was_sent_by_two_counts_at_both_and_once_together(mart: Mart) -> None:
    toewijzingen(
        mart,
        "1 | 1 | 01 | 45 | 45A03 | 2026-01-05",
        "2 | 1 | 02 | 45 | 45A03 | 2026-03-31",
        "3 | 2 | 02 | 45 | 45A03 | 2026-03-31",
        "4 | 2 | 02 | 45 | 45A03 | 2026-04-01",
    )

    found = mart.ask(
        verwijzers.per_kwartaal, "kwartaal verwijzer naam clienten samen aandeel", **YEAR
    )

    assert [(str(day), *rest) for day, *rest in found] == [
        ("2026-01-01", "01", "Gemeente", 1, 2, 0.5),
        ("2026-01-01", "02", "Huisarts", 2, 2, 1.0),
        ("2026-04-01", "02", "Huisarts", 1, 1, 1.0),
    ]


def test_a_whole_quarter_is_told_of_a_day_in_it(mart: Mart) -> None:
    toewijzingen(mart, "1 | 1 | 01 | 45 | 45A03 | 2026-01-01")

    asked = {"van": "2026-02-15", "tot": "2026-02-15"}

    assert mart.ask(verwijzers.per_kwartaal, "clienten", **asked) == [(1,)]


def test_a_productcode_stands_in_the_group_that_the_gemeente_gave_it(mart: Mart) -> None:
    mart.insert("productgroep", [{"productcode": "45D01", "naam": "Dyslexie"}])
    toewijzingen(
        mart,
        "1 | 1 | 02 | 45 | 45D01 | 2026-01-05",
        "2 | 2 | 02 | 45 | 45A03 | 2026-01-05",
        "3 | 3 | 01 | - | - | 2026-01-05",
    )

    found = mart.ask(verwijzers.per_groep, "groep verwijzer samen", **YEAR)

    assert found == [
        ("Dyslexie", "02", 1),
        ("Jeugdhulp ambulant", "02", 1),
        ("Zonder product", "01", 1),
    ]


def test_the_kern_counts_each_person_once_and_tells_whether_groups_are_set(mart: Mart) -> None:
    toewijzingen(
        mart,
        "1 | 1 | 02 | 45 | 45A03 | 2026-01-05",
        "2 | 1 | onbekend | 45 | 45A03 | 2026-02-05",
        "3 | 2 | onbekend | 45 | 45A03 | 2026-02-05",
        "4 | 3 | 02 | 45 | 45A03 | 2025-12-31",
    )

    assert mart.ask(verwijzers.kern, "clienten huisarts onbekend groepen", **YEAR) == [(2, 1, 2, 0)]


def test_a_practice_is_laid_beside_others_in_its_own_months(mart: Mart) -> None:
    lines = [
        *months("a", "2025-01-15", [4] * 12 + [1] * 12),
        *months("b", "-", [5] * 12 + [6] * 12),
        *months("c", "-", [2] * 12 + [1] * 12),
    ]
    praktijken(mart, "\n".join([HEAD, *lines]))

    wanted = "praktijken vergeleken met_voor met_na zonder_voor zonder_na verschil fout"
    found = mart.ask(verwijzers.poh, wanted)

    assert found == [(1, 2, 4.0, 1.0, 3.5, 3.5, -3.0, None)]
    rows = mart.ask(verwijzers.rond_poh, "sinds praktijken met zonder")
    assert rows[0] == (-12, 1, 4.0, 3.5)
    assert rows[-1] == (9, 1, 1.0, 3.5)
    assert len(rows) == 8


@pytest.mark.parametrize(
    ("poh_van", "counted"),
    [
        ("2024-12-31", (0, 1)),
        ("2025-01-01", (1, 0)),
        ("2025-10-31", (1, 0)),
        ("2025-11-01", (0, 1)),
    ],
    ids=["no year before", "a year before", "three months after", "two months after"],
)
def test_who_got_a_poh_too_early_or_late_is_counted_apart(
    mart: Mart, poh_van: str, counted: tuple[int, int]
) -> None:
    lines = [*months("a", poh_van, [4] * 24), *months("b", "-", [5] * 24)]
    praktijken(mart, "\n".join([HEAD, *lines]))

    assert mart.ask(verwijzers.poh, "praktijken anders") == [counted]


def test_a_poh_without_a_first_day_is_no_practice_without_a_poh(mart: Mart) -> None:
    praktijken(mart, f"{HEAD}\na | 2024-01-01 | 02 | 3 | true | -")

    assert mart.ask(verwijzers.poh, "vergeleken zonder_datum") == [(0, 1)]


def test_a_month_without_a_row_has_no_referrals_and_is_counted(mart: Mart) -> None:
    whole = months("b", "-", [5] * 24)
    praktijken(mart, "\n".join([HEAD, *months("a", "2025-01-01", [4] * 24)[:23], *whole]))

    assert mart.ask(verwijzers.poh, "met_na leeg") == [(44 / 12, 1)]


def test_only_referrals_of_huisartsen_count(mart: Mart) -> None:
    lines = months("a", "2025-01-01", [4] * 24)
    others = [line.replace("| 02 |", "| 03 |") for line in lines]
    praktijken(mart, "\n".join([HEAD, *lines, *others, *months("b", "-", [5] * 24)]))

    assert mart.ask(verwijzers.poh, "met_voor") == [(4.0,)]


def test_after_the_last_day_of_a_poh_nothing_is_compared(mart: Mart) -> None:
    lines = months("a", "2025-01-01", [4] * 12 + [1] * 6 + [9] * 6)
    with_end = [f"{line} | 2025-06-30" for line in lines]
    others = [f"{line} | -" for line in months("b", "-", [5] * 24)]
    praktijken(mart, "\n".join([f"{HEAD} | poh_tot", *with_end, *others]))

    assert mart.ask(verwijzers.poh, "met_na") == [(1.0,)]


def test_medicine_is_told_as_a_rate_or_as_two_numbers(mart: Mart) -> None:
    mart.fill(
        "levering",
        """
        levering_nr | soort     | ontvangen_op
        1           | medicatie | 2026-02-03 12:00:00
        2           | begroting | 2026-03-03 12:00:00
        """,
    )
    mart.fill(
        "medicatie_regel",
        """
        plaats | jaar | groep | regio_code | per_duizend | teller | noemer
        1      | 2023 | ADHD  | NL01       | 41.5        | -      | -
        2      | 2024 | ADHD  | -          | -           | 30     | 600
        """,
    )

    found = mart.ask(verwijzers.medicatie, "jaar regio per_duizend ontvangen_op")

    received = "2026-02-03 12:00:00"
    assert found == [(2023, "NL01", 41.5, received), (2024, "gemeente", 50.0, received)]
