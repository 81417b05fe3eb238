"""Lines of a 323 as they count: with a status by the 325s, and flags by what else was delivered."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from tests.oracle.messages import (
    AANBIEDER,
    TEST_BSNS,
    Antwoord,
    AntwoordClient,
    AntwoordPrestatie,
    Client,
    Declaratie,
    DeclaratieAntwoord,
    Kop,
    Omvang,
    Prestatie,
    Toewijzing,
    antwoordbericht,
    declaratiebericht,
    toewijzingsbericht,
)
from tests.warehouse.boek import Boek, Rows

BSN, OTHER = TEST_BSNS[:2]
FAILING_BSN = "999900007"
JAN, JAN_END, FEB = date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1)
GIVEN = Toewijzing(1, JAN, date(2026, 12, 31))
IN_TOTAL = replace(GIVEN, omvang=Omvang(20, "04", "6"))
LINE = Prestatie("R1", JAN)


def given(toewijzing: Toewijzing, nummer: str = "1", dag: date = JAN) -> bytes:
    return toewijzingsbericht(Kop(nummer, dag), Client(BSN), [toewijzing])


def declared(
    *lines: Prestatie, nummer: str = "D1", bsn: str = BSN, aanbieder: str = AANBIEDER
) -> bytes:
    kop = Kop(nummer, date(2026, 2, 5), aanbieder=aanbieder)
    return declaratiebericht(kop, Declaratie(nummer, JAN, JAN_END, [(bsn, lines)]))


def answered(nummer: str = "D1", *, says_more: bool = True, **codes: str) -> bytes:
    """A 325 with a code at each of its levels: header, declaratie, client and line."""
    at = dict.fromkeys(("header", "declaratie", "client", "line"), "0200") | codes
    detail = AntwoordClient(BSN, [AntwoordPrestatie(LINE, [at["line"]])], [at["client"]])
    inhoud = DeclaratieAntwoord(nummer, [detail], [at["declaratie"]]) if says_more else None
    said = Antwoord(nummer, date(2026, 2, 5), [at["header"]], inhoud)
    return antwoordbericht(Kop(f"A{nummer}", date(2026, 2, 10)), said)


ANSWER = Antwoord("D1", date(2026, 2, 5))
REJECTED = AntwoordClient(BSN, [AntwoordPrestatie(LINE, ["9338"])])


def flags(boek: Boek) -> Rows:
    return boek.ask("SELECT referentienummer, vlaggen FROM regel ORDER BY ALL")


@pytest.mark.parametrize(
    ("toewijzing", "line", "expected"),
    [
        pytest.param(GIVEN, LINE, [], id="as given"),
        pytest.param(GIVEN, replace(LINE, toewijzing=2), ["9338"], id="no such toewijzing"),
        pytest.param(replace(GIVEN, reden_wijziging="13"), LINE, ["9384"], id="removed"),
        pytest.param(replace(GIVEN, ingangsdatum=date(2026, 1, 2)), LINE, ["9307"], id="too soon"),
        pytest.param(replace(GIVEN, einddatum=date(2026, 1, 30)), LINE, ["9308"], id="too late"),
        pytest.param(replace(GIVEN, einddatum=JAN_END), LINE, [], id="until its last day"),
        pytest.param(replace(GIVEN, einddatum=None), LINE, [], id="an open end"),
        pytest.param(
            replace(GIVEN, categorie="46", code=None), LINE, ["9339"], id="another categorie"
        ),
        pytest.param(replace(GIVEN, code="45A05"), LINE, ["9340"], id="another code"),
        pytest.param(replace(GIVEN, code=None), LINE, [], id="aspecifiek: any code"),
        pytest.param(
            replace(GIVEN, omvang=Omvang(4, "01", "2")), LINE, ["9341"], id="another eenheid"
        ),
        pytest.param(replace(GIVEN, omvang=None), LINE, [], id="no omvang"),
        pytest.param(IN_TOTAL, replace(LINE, volume=20), [], id="all of the volume"),
        pytest.param(
            IN_TOTAL, replace(LINE, volume=21), ["9321", "9322"], id="more than the volume"
        ),
        pytest.param(GIVEN, replace(LINE, volume=21), [], id="a volume by the week"),
        pytest.param(
            IN_TOTAL,
            replace(LINE, volume=21, eenheid="01"),
            ["9341"],
            id="a volume in another eenheid",
        ),
        pytest.param(
            GIVEN, replace(LINE, begin=date(2026, 1, 2)), ["9387"], id="not from the first day"
        ),
        pytest.param(
            replace(GIVEN, ingangsdatum=date(2026, 1, 2)),
            replace(LINE, begin=date(2026, 1, 2)),
            [],
            id="from the first day of the toewijzing",
        ),
        pytest.param(
            GIVEN, replace(LINE, eind=date(2026, 1, 30)), ["9388"], id="not until the last day"
        ),
        pytest.param(
            replace(GIVEN, einddatum=None),
            replace(LINE, eind=date(2026, 1, 30)),
            ["9388"],
            id="not until the last day, and the toewijzing goes on",
        ),
        pytest.param(
            replace(GIVEN, einddatum=date(2026, 1, 30)),
            replace(LINE, eind=date(2026, 1, 30)),
            [],
            id="until the last day of the toewijzing",
        ),
        pytest.param(
            GIVEN,
            replace(LINE, toewijzing=2, begin=date(2026, 1, 2), eind=date(2026, 1, 30)),
            ["9338"],
            id="a part of a month, of no toewijzing",
        ),
        pytest.param(replace(GIVEN, budget=50_000), LINE, [], id="all of the budget"),
        pytest.param(replace(GIVEN, budget=49_999), LINE, ["9369"], id="a cent over the budget"),
    ],
)
def test_a_line_is_judged_by_its_toewijzing_also_when_that_came_later(
    toewijzing: Toewijzing, line: Prestatie, expected: Sequence[str], boek: Boek
) -> None:
    boek.deliver(declared(line))
    boek.deliver(given(toewijzing))

    assert flags(boek) == [("R1", expected)]


def test_a_line_of_someone_else_is_flagged(boek: Boek) -> None:
    boek.deliver(given(GIVEN), declared(LINE, bsn=OTHER))

    assert flags(boek) == [("R1", ["8187"])]


def test_a_line_of_another_aanbieder_has_no_toewijzing(boek: Boek) -> None:
    boek.deliver(given(GIVEN), declared(LINE, aanbieder="42420002"))

    assert flags(boek) == [("R1", ["9338"])]


def test_a_newer_version_of_the_toewijzing_takes_a_flag_away(boek: Boek) -> None:
    boek.deliver(given(replace(GIVEN, ingangsdatum=FEB)), declared(LINE))
    newer = replace(GIVEN, toewijzingsdatum=date(2026, 1, 9))

    before = flags(boek)
    boek.deliver(given(newer, "2", date(2026, 1, 9)))

    assert (before, flags(boek)) == ([("R1", ["9307"])], [("R1", [])])


CREDIT = Prestatie("R2", JAN, debet_credit="C", vorige_referentie="R1")


def test_a_credit_without_its_debit_is_flagged_until_that_comes(boek: Boek) -> None:
    boek.deliver(given(GIVEN), declared(CREDIT, nummer="D2"))

    before = flags(boek)
    boek.deliver(declared(LINE))

    assert (before, flags(boek)) == ([("R2", ["8017"])], [("R1", []), ("R2", [])])


def test_a_credit_of_another_amount_is_flagged(boek: Boek) -> None:
    boek.deliver(given(GIVEN), declared(LINE), declared(replace(CREDIT, volume=9), nummer="D2"))

    assert flags(boek) == [("R1", []), ("R2", ["9389"])]


def test_two_credits_of_one_line_are_both_flagged_until_one_of_them_is_rejected(
    boek: Boek,
) -> None:
    other = replace(CREDIT, referentie="R3")
    boek.deliver(given(GIVEN), declared(LINE), declared(CREDIT, nummer="D2"))
    boek.deliver(declared(other, nummer="D3"))
    before = flags(boek)
    detail = AntwoordClient(BSN, [AntwoordPrestatie(other, ["9390"])])
    said = Antwoord("D3", date(2026, 2, 5), inhoud=DeclaratieAntwoord("D3", [detail]))

    boek.deliver(antwoordbericht(Kop("A9", date(2026, 2, 10)), said))
    after = flags(boek)
    boek.warehouse.rebuild()

    assert before == [("R1", []), ("R2", ["9390"]), ("R3", ["9390"])]
    assert after == flags(boek) == [("R1", []), ("R2", []), ("R3", [])]


def test_lines_that_together_exceed_the_budget_are_all_flagged_until_one_is_credited(
    boek: Boek,
) -> None:
    second = replace(LINE, referentie="R2", begin=FEB)
    boek.deliver(given(replace(GIVEN, omvang=None, budget=60_000)), declared(LINE))
    before = flags(boek)
    boek.deliver(declared(second, nummer="D2"))
    over = flags(boek)

    boek.deliver(declared(replace(CREDIT, referentie="R3"), nummer="D3"))

    assert before == [("R1", [])]
    assert over == [("R1", ["9369"]), ("R2", ["9369"])]
    assert flags(boek) == [("R1", []), ("R2", []), ("R3", [])]


def test_a_reference_that_came_twice_counts_once_and_is_flagged(boek: Boek) -> None:
    boek.deliver(given(GIVEN), declared(LINE))
    boek.deliver(declared(replace(LINE, volume=12), nummer="D2"))

    assert boek.ask("SELECT referentienummer, volume, vlaggen FROM regel") == [("R1", 10, ["8021"])]


def test_a_declaratie_number_that_came_twice_flags_its_lines(boek: Boek) -> None:
    first = declared(LINE)
    second = declared(Prestatie("R2", FEB)).replace(b"Identificatie>D1<", b"Identificatie>D9<")

    boek.deliver(given(GIVEN), first)
    boek.deliver(second)

    assert flags(boek) == [("R1", ["9333"]), ("R2", ["9333"])]


@pytest.mark.parametrize(
    ("codes", "damage", "expected"),
    [
        pytest.param(
            {"line": "9338"}, (BSN, FAILING_BSN), ("in_behandeling", "toegekend"), id="no person"
        ),
        pytest.param(
            {"line": "9338"}, (">9338<", ">stuk<"), ("in_behandeling", "toegekend"), id="no code"
        ),
        pytest.param({}, (BSN, FAILING_BSN), ("toegekend", "toegekend"), id="no rejection"),
        pytest.param(
            {"line": "9338"}, (">R1<", "><"), ("in_behandeling", "in_behandeling"), id="no number"
        ),
        pytest.param(
            {"line": "9338"},
            (">R1<", f">{'R' * 21}<"),
            ("in_behandeling", "in_behandeling"),
            id="a number that no line can have",
        ),
        pytest.param(
            {"client": "8187"},
            (BSN, FAILING_BSN),
            ("in_behandeling", "in_behandeling"),
            id="of which person is unknown",
        ),
        pytest.param(
            {"line": "9338", "declaratie": "9333"},
            (BSN, FAILING_BSN),
            ("afgewezen", "afgewezen"),
            id="rejected as a whole",
        ),
    ],
)
def test_a_line_that_an_unreadable_prestatie_may_reject_waits_for_another_answer(
    codes: dict[str, str], damage: tuple[str, str], expected: tuple[str, str], boek: Boek
) -> None:
    sound, broken = (text.encode() for text in damage)
    damaged = answered(says_more=True, **codes).replace(sound, broken)
    second = replace(LINE, referentie="R2")

    _, outcome = boek.deliver(declared(LINE, second), damaged)
    statuses = boek.ask("SELECT status FROM regel ORDER BY referentienummer")

    assert (outcome.gelezen, outcome.afgekeurd) == (2, 1)
    assert tuple(status for (status,) in statuses) == expected


def test_a_later_answer_that_can_be_read_settles_the_line(boek: Boek) -> None:
    damaged = answered(line="9338").replace(BSN.encode(), FAILING_BSN.encode())
    said = replace(ANSWER, inhoud=DeclaratieAntwoord("D1", [REJECTED]))
    later = antwoordbericht(Kop("AD2", date(2026, 2, 11)), said)

    boek.deliver(declared(LINE), damaged, later)

    assert boek.ask("SELECT status FROM regel") == [("afgewezen",)]


AGAIN = declared(replace(LINE, referentie="R2"), nummer="D2")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param([], [["9389"], ["9389"]], id="a second debit of the period"),
        pytest.param(
            [declared(replace(CREDIT, referentie="R3"), nummer="D3")],
            [[], [], []],
            id="the first one is credited",
        ),
        pytest.param([answered(line="8021")], [[], []], id="the first one is rejected"),
    ],
)
def test_a_second_debit_of_a_period_is_flagged_until_one_of_both_goes(
    more: list[bytes], expected: list[list[str]], boek: Boek
) -> None:
    boek.deliver(given(GIVEN), declared(LINE))
    before = flags(boek)

    for one in (AGAIN, *more):
        boek.deliver(one)
    found = flags(boek)
    boek.warehouse.rebuild()

    assert before == [("R1", [])]
    assert [vlaggen for _, vlaggen in found] == expected
    assert flags(boek) == found


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(Prestatie("R2", FEB), id="another period"),
        pytest.param(replace(LINE, referentie="R2", toewijzing=2), id="another toewijzing"),
        pytest.param(replace(LINE, referentie="R2", code="45A05"), id="another product"),
    ],
)
def test_a_debit_of_something_else_is_not_a_second_one(second: Prestatie, boek: Boek) -> None:
    given_too = given(replace(GIVEN, nummer=2, code=None), "2")
    boek.deliver(given(replace(GIVEN, code=None)), given_too, declared(LINE, second))

    assert flags(boek) == [("R1", []), ("R2", [])]


def agreed(*rows: str) -> str:
    """A file of tarieven, of the product and unit of the line."""
    lines = [row.replace("uur", "jw;45A04;04") for row in rows]
    return "\n".join(["agb_code;wet;productcode;eenheid;tarief;van;tot", *lines, ""])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([";uur;50,00;2025-01-01;"], [], id="as agreed with all"),
        pytest.param([";uur;50,01;2025-01-01;"], ["0611"], id="another tariff"),
        pytest.param([";uur;60;2025-01-01;2025-12-31"], [], id="of a year before"),
        pytest.param([";jw;45A05;04;60;2025-01-01;"], [], id="of another product"),
        pytest.param([";jw;45A04;01;60;2025-01-01;"], [], id="of another eenheid"),
        pytest.param([";wmo;45A04;04;60;2025-01-01;"], [], id="of another wet"),
        pytest.param([f"{AANBIEDER};uur;60;2025-01-01;"], ["0611"], id="of the aanbieder"),
        pytest.param(["42429999;uur;60;2025-01-01;"], [], id="of another aanbieder"),
        pytest.param(
            [";uur;60;2025-01-01;", f"{AANBIEDER};uur;50;2025-01-01;"],
            [],
            id="its own goes before that of all",
        ),
        pytest.param(
            [";uur;50;2025-01-01;", f"{AANBIEDER};uur;60;2025-01-01;"],
            ["0611"],
            id="also when that of all would do",
        ),
    ],
)
def test_a_tariff_other_than_agreed_is_flagged_whatever_came_first(
    rows: list[str], expected: list[str], boek: Boek
) -> None:
    line = replace(LINE, tarief=5000)
    boek.deliver(given(GIVEN), declared(line))

    boek.deliver(agreed(*rows))
    boek.deliver(declared(replace(line, referentie="R2", begin=FEB), nummer="D2"))

    assert flags(boek) == [("R1", expected), ("R2", expected)]


def test_a_tariff_that_is_corrected_takes_its_flags_away(boek: Boek) -> None:
    boek.deliver(given(GIVEN), declared(replace(LINE, tarief=5000)), agreed(";uur;51;2025-01-01;"))
    before = flags(boek)

    boek.deliver(agreed(";uur;50;2025-01-01;"))

    assert (before, flags(boek)) == ([("R1", ["0611"])], [("R1", [])])


def test_a_line_without_a_tariff_has_no_other_one(boek: Boek) -> None:
    free = replace(LINE, tarief=None)

    boek.deliver(given(GIVEN), agreed(";uur;51;2025-01-01;"), declared(free))

    assert flags(boek) == [("R1", [])]


THREE = [Prestatie(f"R{nr}", date(2026, nr, 1), volume=8) for nr in (1, 2, 3)]


def test_lines_that_together_exceed_the_volume_are_all_flagged(boek: Boek) -> None:
    boek.deliver(given(IN_TOTAL), declared(*THREE[:2]))

    before = flags(boek)
    boek.deliver(declared(THREE[2], nummer="D2"))

    assert before == [("R1", []), ("R2", [])]
    assert flags(boek) == [("R1", ["9322"]), ("R2", ["9322"]), ("R3", ["9322"])]


@pytest.mark.parametrize(
    "relief",
    [
        pytest.param(
            declared(
                replace(THREE[0], referentie="R4", debet_credit="C", vorige_referentie="R1"),
                nummer="D3",
            ),
            id="a credit",
        ),
        pytest.param(answered(line="8021"), id="a 325 that rejects one of them"),
        pytest.param(
            given(
                replace(IN_TOTAL, omvang=Omvang(24, "04", "6"), toewijzingsdatum=date(2026, 2, 9)),
                "2",
            ),
            id="a wider toewijzing",
        ),
        pytest.param(
            given(
                replace(IN_TOTAL, omvang=Omvang(4, "04", "2"), toewijzingsdatum=date(2026, 2, 9)),
                "2",
            ),
            id="a toewijzing by the week",
        ),
    ],
)
def test_the_flag_of_a_volume_goes_from_all_lines_at_once(relief: bytes, boek: Boek) -> None:
    boek.deliver(given(IN_TOTAL), declared(*THREE))

    before = flags(boek)
    boek.deliver(relief)

    assert {repr(vlaggen) for _, vlaggen in before} == {"['9322']"}
    assert {repr(vlaggen) for _, vlaggen in flags(boek)} == {"[]"}


def test_a_line_that_counts_for_another_toewijzing_after_all_frees_the_volume(boek: Boek) -> None:
    elsewhere = replace(THREE[0], toewijzing=2)
    boek.deliver(given(IN_TOTAL), given(replace(IN_TOTAL, nummer=2), "2"))
    boek.deliver(declared(*THREE), declared(elsewhere, nummer="D2"))

    boek.deliver(answered(line="8021"))
    after = flags(boek)
    boek.warehouse.rebuild()

    assert after == [("R1", ["8021"]), ("R2", []), ("R3", [])]
    assert flags(boek) == after


@pytest.mark.parametrize(
    ("answer", "first", "second"),
    [
        pytest.param(answered(), "toegekend", "toegekend", id="nothing to say"),
        pytest.param(answered(line="8021"), "afgewezen", "toegekend", id="at the line"),
        pytest.param(answered(client="8021"), "afgewezen", "afgewezen", id="at the client"),
        pytest.param(answered(declaratie="9333"), "afgewezen", "afgewezen", id="at the declaratie"),
        pytest.param(answered(header="0001"), "afgewezen", "afgewezen", id="at the header"),
        pytest.param(
            answered(header="8001", says_more=False), "toegekend", "toegekend", id="all granted"
        ),
        pytest.param(
            answered(header="0001", says_more=False), "afgewezen", "afgewezen", id="all refused"
        ),
        pytest.param(
            answered("D9", line="8021"), "in_behandeling", "in_behandeling", id="to another"
        ),
    ],
)
def test_a_rejecting_code_at_any_level_rejects_what_is_below_it_also_when_it_came_first(
    answer: bytes, first: str, second: str, boek: Boek
) -> None:
    boek.deliver(answer)
    boek.deliver(declared(LINE, replace(LINE, referentie="R2")))

    assert boek.ask("SELECT referentienummer, status FROM regel ORDER BY ALL") == [
        ("R1", first),
        ("R2", second),
    ]


def test_the_newest_answer_counts_also_when_it_came_first(boek: Boek) -> None:
    older, newer = answered(line="8021"), answered()
    newer = newer.replace(b"Identificatie>AD1<", b"Identificatie>AD2<")

    boek.deliver(declared(LINE), newer)
    boek.deliver(older)

    assert boek.ask("SELECT status FROM regel") == [("toegekend",)]


def test_money_of_a_month_is_the_sum_of_its_lines_by_status(boek: Boek) -> None:
    lines = [LINE, replace(LINE, referentie="R2"), replace(CREDIT, referentie="R3", volume=1)]
    boek.deliver(declared(*lines), declared(Prestatie("R4", FEB), nummer="D2"))

    boek.deliver(answered(line="8021"))

    columns = "maand, ingediend, toegekend, in_behandeling, regels"
    assert boek.ask(f"SELECT {columns} FROM uitgave_maand ORDER BY ALL") == [  # noqa: S608
        ("2026-01-01", 95_000, 45_000, 0, 3),
        ("2026-02-01", 50_000, 0, 50_000, 1),
    ]


@pytest.mark.parametrize(
    ("line", "taakveld"),
    [
        pytest.param(LINE, "6.75", id="a categorie"),
        pytest.param(replace(LINE, categorie="46", code="46A01"), "6.75", id="a code"),
        pytest.param(replace(LINE, categorie="46", code="46C01"), "onbekend", id="another code"),
        pytest.param(replace(LINE, categorie="36", code="36A01"), "onbekend", id="no official row"),
    ],
)
def test_a_line_is_booked_on_the_taakveld_of_its_product(
    line: Prestatie, taakveld: str, boek: Boek
) -> None:
    boek.deliver(declared(line))

    assert boek.ask("SELECT taakveld FROM regel") == [(taakveld,)]


@pytest.mark.parametrize(
    ("jaar", "soort", "code", "taakveld"),
    [
        pytest.param(2022, "45", "45A04", "6.72", id="all youth care was one taakveld"),
        pytest.param(2022, "46", "46A01", "onbekend", id="of crisis nobody is sure"),
        pytest.param(2024, "35", "35A01", "6.73a", id="a kind of care"),
        pytest.param(2024, "45", "45A04", "onbekend", id="no kind of care"),
        pytest.param(2024, "54", "54001", "6.74a", id="ggz without verblijf"),
        pytest.param(2024, "54", "54008", "6.74b", id="ggz with verblijf"),
        pytest.param(2025, "54", "54008", "6.76", id="from 2025 on"),
    ],
)
def test_a_line_is_booked_by_the_generation_of_its_year(
    jaar: int, soort: str, code: str, taakveld: str, boek: Boek
) -> None:
    begin = LINE.begin.replace(year=jaar)
    old = replace(LINE, categorie=soort, code=code, begin=begin, eind=None)

    boek.deliver(declared(old))

    assert boek.ask("SELECT taakveld FROM regel") == [(taakveld,)]
