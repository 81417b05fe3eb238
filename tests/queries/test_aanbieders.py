"""Aanbieders beside each other: only on what others deliver too, and each on its own mix."""

from sdash.queries import aanbieders
from tests.queries.marts import Mart

LINE = "aanbieder | productcode | eenheid | client_id | maand | begin | bedrag | volume | status"
CARE = (
    "aanbieder | categorie | productcode | toewijzing_nummer | client_id | ingangsdatum | "
    "reden_wijziging"
)
JAN = "2026-01-01 | 2026-01-01"


def lines(mart: Mart, *rows: str) -> None:
    mart.fill("levering", "levering_nr\n1")
    mart.fill("regel", "\n".join([LINE, *rows]))


def cared(mart: Mart, *rows: str) -> None:
    """Toewijzingen of a hundred days from the first of January on."""
    mart.fill("toewijzing", "\n".join([CARE, *rows]))
    stretches = ["aanbieder | toewijzing_nummer | client_id | van | tot"]
    for row in rows:
        agb, _, _, nummer, client, van, _ = (cell.strip() for cell in row.split("|"))
        tot = "2026-01-31" if van == "2026-01-01" else "9999-12-31"
        stretches.append(f"{agb} | {nummer} | {client} | {van} | {tot}")
    mart.fill("inzet", "\n".join(stretches))


def test_who_asks_twice_as_much_for_the_same_has_an_index_of_two(mart: Mart) -> None:
    lines(
        mart,
        f"1 | 45A03 | 04 | 1 | {JAN} | 2000 | 10 | toegekend",
        f"2 | 45A03 | 04 | 2 | {JAN} | 1000 | 10 | toegekend",
        f"2 | 45A03 | 04 | 3 | {JAN} | 9000 | 10 | afgewezen",
    )

    assert mart.ask(aanbieders.kosten, "aanbieder prijs intensiteit clienten", jaar=2026) == [
        ("1", 2.0, 1.0, 1),
        ("2", 0.5, 1.0, 1),
    ]


def test_who_delivers_half_as_much_to_each_client_has_half_the_intensity(mart: Mart) -> None:
    lines(
        mart,
        f"1 | 45A03 | 04 | 1 | {JAN} | 1000 | 10 | toegekend",
        f"2 | 45A03 | 04 | 2 | {JAN} | 2000 | 20 | toegekend",
        f"2 | 45A03 | 04 | 3 | {JAN} | 2000 | 20 | toegekend",
    )

    found = mart.ask(aanbieders.kosten, "aanbieder prijs intensiteit", jaar=2026)
    assert {*found} == {("1", 1.0, 0.5), ("2", 1.0, 2.0)}


def test_intensity_is_of_a_client_and_a_month(mart: Mart) -> None:
    lines(
        mart,
        f"1 | 45A03 | 04 | 1 | {JAN} | 1000 | 10 | toegekend",
        "1 | 45A03 | 04 | 1 | 2026-02-01 | 2026-02-01 | 1000 | 10 | toegekend",
        f"2 | 45A03 | 04 | 2 | {JAN} | 1000 | 10 | toegekend",
    )

    found = mart.ask(aanbieders.kosten, "aanbieder intensiteit", jaar=2026)
    assert {*found} == {("1", 1.0), ("2", 1.0)}


def test_a_dear_mix_is_no_dear_aanbieder(mart: Mart) -> None:
    lines(
        mart,
        f"1 | 45A03 | 04 | 1 | {JAN} | 1000 | 10 | toegekend",
        f"1 | 54001 | 04 | 2 | {JAN} | 9000 | 10 | toegekend",
        f"2 | 45A03 | 04 | 3 | {JAN} | 1000 | 10 | toegekend",
        f"3 | 54001 | 04 | 4 | {JAN} | 9000 | 10 | toegekend",
    )

    found = mart.ask(aanbieders.kosten, "prijs intensiteit", jaar=2026)
    assert found == [(1.0, 1.0)] * 3


def test_what_nobody_else_delivers_is_not_compared(mart: Mart) -> None:
    lines(
        mart,
        f"1 | 45A03 | 04 | 1 | {JAN} | 1000 | 10 | toegekend",
        f"1 | 54001 | 04 | 1 | {JAN} | 3000 | 10 | toegekend",
        f"2 | 45A03 | 04 | 3 | {JAN} | 1000 | 10 | toegekend",
        f"3 | 48A01 | 04 | 3 | {JAN} | 500 | 10 | toegekend",
    )

    found = mart.ask(aanbieders.kosten, "aanbieder vergelijkbaar prijs", jaar=2026)
    assert found == [("1", 0.25, 1.0), ("2", 1.0, 1.0), ("3", 0.0, None)]


def test_a_toewijzing_is_extended_when_the_next_begins_within_thirty_days(mart: Mart) -> None:
    cared(
        mart,
        "1 | 45 | 45A03 | 1 | 1 | 2026-01-01 | -",
        "1 | 45 | 45A03 | 2 | 1 | 2026-03-02 | -",
        "2 | 45 | 45A03 | 3 | 2 | 2026-01-01 | -",
        "2 | 45 | 45A03 | 4 | 2 | 2026-03-03 | -",
        "2 | 45 | 45A03 | 5 | 3 | 2026-01-01 | 04",
    )

    asked = mart.ask(
        aanbieders.afloop,
        "aanbieder clienten verlengd verlengd_verwacht duur",
        jaar=2026,
        peildatum="2026-06-30",
    )
    assert asked == [("2", 2, 1, 1.0, 31.0), ("1", 1, 1, 0.5, 31.0)]


def test_care_lasts_from_its_first_day_to_its_last_also_where_it_was_interrupted(
    mart: Mart,
) -> None:
    cared(
        mart,
        "1 | 45 | 45A03 | 1 | 1 | 2026-01-01 | -",
        "2 | 45 | 45A03 | 2 | 2 | 2026-01-01 | -",
    )
    mart.fill(
        "inzet",
        """aanbieder | toewijzing_nummer | client_id | van | tot
        1 | 1 | 1 | 2025-12-01 | 2026-01-31
        1 | 1 | 1 | 2026-02-10 | 2026-03-10
        2 | 2 | 2 | 2026-01-01 | 2026-01-31""",
    )

    asked = mart.ask(aanbieders.afloop, "aanbieder duur", jaar=2026, peildatum="2026-06-30")
    assert {*asked} == {("1", 100.0), ("2", 31.0)}


def test_the_last_thirty_days_are_left_out(mart: Mart) -> None:
    cared(
        mart,
        "1 | 45 | 45A03 | 1 | 1 | 2026-01-01 | -",
        "2 | 45 | 45A03 | 3 | 2 | 2026-01-01 | -",
    )

    before = mart.ask(aanbieders.afloop, "aanbieder", jaar=2026, peildatum="2026-03-01")
    after = mart.ask(aanbieders.afloop, "aanbieder", jaar=2026, peildatum="2026-03-02")
    assert (before, after) == ([], [("1",), ("2",)])


def test_a_stop_by_the_client_is_early(mart: Mart) -> None:
    cared(
        mart,
        "1 | 45 | 45A03 | 1 | 1 | 2026-01-01 | -",
        "2 | 45 | 45A03 | 3 | 2 | 2026-01-01 | -",
    )
    mart.fill(
        "melding",
        """soort | toewijzing_nummer | reden_beeindiging | einddatum
        stop | 1 | 32 | 2026-01-31
        stop | 3 | 31 | 2026-01-31""",
    )

    found = mart.ask(
        aanbieders.afloop,
        "aanbieder voortijdig voortijdig_verwacht",
        jaar=2026,
        peildatum="2026-06-30",
    )
    assert found == [("1", 1, 0.0), ("2", 0, 1.0)]


def test_all_at_one_aanbieder_is_an_hhi_of_one(mart: Mart) -> None:
    lines(mart, f"1 | 45A03 | 04 | 1 | {JAN} | 1000 | 10 | toegekend")
    assert mart.ask(aanbieders.concentratie, "grootste hhi", jaar=2026) == [(1.0, 1.0)]

    lines(mart, *(f"{nr} | 45A03 | 04 | 1 | {JAN} | 1000 | 10 | toegekend" for nr in range(2, 21)))
    assert mart.ask(aanbieders.concentratie, "aanbieders grootste", jaar=2026) == [(20, 0.5)]
