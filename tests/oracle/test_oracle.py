"""Worked examples: what the independent calculation makes of a few small messages.

The cents of an example stand in its comment, so that it can be checked with pencil and paper.
"""

from collections.abc import Sequence
from datetime import date

import pytest

from tests.oracle.begroting import HEADER
from tests.oracle.messages import (
    TEST_BSNS,
    Antwoord,
    AntwoordClient,
    AntwoordPrestatie,
    Client,
    Declaratie,
    DeclaratieAntwoord,
    Kop,
    Prestatie,
    Start,
    antwoordbericht,
    declaratiebericht,
    startbericht,
)
from tests.oracle.oracle import Bedragen, Oracle, Telling

ANNE, BEN = TEST_BSNS[0], TEST_BSNS[1]
FAILING_BSN = "999900007"
JAN, FEB, MRT = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
DAG = date(2026, 1, 20)


@pytest.fixture
def oracle() -> Oracle:
    return Oracle()


def kop(identificatie: str, dagtekening: date = DAG, wet: str = "jw") -> Kop:
    return Kop(identificatie, dagtekening, wet=wet)


def regel(referentie: str, bedrag: int, begin: date = JAN) -> Prestatie:
    return Prestatie(referentie, begin, volume=1, tarief=bedrag)


def declaratie(*of_client: tuple[str, Sequence[Prestatie]], nummer: str = "D1") -> Declaratie:
    return Declaratie(nummer, JAN, date(2026, 1, 31), of_client)


def afgekeurd(bsn: str, lines: Sequence[Prestatie], code: str) -> AntwoordClient:
    return AntwoordClient(bsn, [AntwoordPrestatie(line, [code]) for line in lines])


def test_a_line_without_an_answer_is_in_behandeling(oracle: Oracle) -> None:
    oracle.read("a", declaratiebericht(kop("1"), declaratie((ANNE, [regel("R1", 1000)]))))
    # 1000 submitted, nothing answered
    assert oracle.totaal(2026)["jw"] == (Bedragen(1000, 0, 1000), None)


def test_a_credit_is_subtracted(oracle: Oracle) -> None:
    credit = Prestatie("R2", JAN, volume=1, tarief=1000, debet_credit="C", vorige_referentie="R1")
    lines = [regel("R1", 1000), credit, regel("R3", 700)]
    oracle.read("a", declaratiebericht(kop("1"), declaratie((ANNE, lines))))
    # 1000 - 1000 + 700
    assert oracle.totaal(2026)["jw"] == (Bedragen(700, 0, 700), None)


def test_a_line_counts_in_the_month_and_year_of_its_begin_however_late_it_came(
    oracle: Oracle,
) -> None:
    lines = [regel("R1", 1000, date(2025, 12, 1)), regel("R2", 50, FEB)]
    late = kop("1", date(2026, 6, 5))
    oracle.read("a", declaratiebericht(late, declaratie((ANNE, lines))))
    # 1000 in December 2025, 50 in February 2026
    assert oracle.per_maand(2025) == {(date(2025, 12, 1), "jw"): Bedragen(1000, 0, 1000)}
    assert oracle.per_maand(2026) == {(FEB, "jw"): Bedragen(50, 0, 50)}


def test_a_wet_without_lines_in_the_year_has_no_amounts(oracle: Oracle) -> None:
    oracle.begroting.read(
        HEADER + "2026;6.711;Huishoudelijke hulp;100.50;0;primitief;2025-11-05;nee\n"
        "2026;6.23;Integraal;999;0;primitief;2025-11-05;nee\n"
    )
    # 6.711 is wmo; 6.23 belongs to no single wet
    assert oracle.totaal(2026) == {"jw": (None, None), "wmo": (None, 10050)}


def test_the_latest_budget_counts_and_accounts_are_no_budget(oracle: Oracle) -> None:
    oracle.begroting.read(
        HEADER + "2026;6.752;Ambulant;300;0;gewijzigd;2026-06-01;nee\n"
        "2026;6.752;Ambulant;200;0;primitief;2025-11-05;nee\n"
        "2026;6.752;Ambulant;900;0;rekening;2027-05-01;nee\n"
        "2026;6.3;Inkomen;50;0;primitief;2025-11-05;nee\n"
    )
    # the change of June replaces the 200
    assert oracle.totaal(2026)["jw"] == (None, 30000)
    assert oracle.totaal(2026)["pw"] == (None, 5000)


def test_a_line_that_a_325_rejects_is_not_toegekend(oracle: Oracle) -> None:
    rejected = regel("R1", 1000)
    oracle.read("a", declaratiebericht(kop("1"), declaratie((ANNE, [rejected, regel("R2", 50)]))))
    inhoud = DeclaratieAntwoord("D1", [afgekeurd(ANNE, [rejected], "9338")])
    oracle.read("b", antwoordbericht(kop("9"), Antwoord("1", DAG, inhoud=inhoud)))
    # 1050 submitted, 50 granted, nothing waits
    assert oracle.totaal(2026)["jw"] == (Bedragen(1050, 50, 0), None)


def test_a_code_at_the_client_rejects_all_lines_of_that_client(oracle: Oracle) -> None:
    first, second, other = regel("R1", 1000), regel("R2", 200), regel("R3", 50)
    lines = declaratie((ANNE, [first, second]), (BEN, [other]))
    oracle.read("a", declaratiebericht(kop("1"), lines))
    client = AntwoordClient(ANNE, [AntwoordPrestatie(first, ["0200"])], ["8187"])
    inhoud = DeclaratieAntwoord("D1", [client])
    oracle.read("b", antwoordbericht(kop("9"), Antwoord("1", DAG, inhoud=inhoud)))
    # 1000 + 200 of Anne rejected, 50 of Ben granted
    assert oracle.totaal(2026)["jw"] == (Bedragen(1250, 50, 0), None)


@pytest.mark.parametrize(
    ("client", "expected"),
    [
        (AntwoordClient(FAILING_BSN, [AntwoordPrestatie(regel("R1", 1000), ["9338"])]), (50, 1000)),
        (AntwoordClient(FAILING_BSN, [AntwoordPrestatie(regel("R1", 1000), ["0200"])]), (1050, 0)),
        (
            AntwoordClient(FAILING_BSN, [AntwoordPrestatie(regel("R1", 1000), ["0200"])], ["8187"]),
            (0, 1050),
        ),
    ],
    ids=["a line", "no rejection", "a client"],
)
def test_what_may_be_rejected_under_a_failing_bsn_keeps_waiting(
    oracle: Oracle, client: AntwoordClient, expected: tuple[int, int]
) -> None:
    lines = declaratie((ANNE, [regel("R1", 1000), regel("R2", 50)]))
    oracle.read("a", declaratiebericht(kop("1"), lines))
    answer = Antwoord("1", DAG, inhoud=DeclaratieAntwoord("D1", [client]))
    assert oracle.read("b", antwoordbericht(kop("9"), answer)) == Telling("b", "JW325", 2, 1, 1)
    assert oracle.totaal(2026)["jw"] == (Bedragen(1050, *expected), None)


@pytest.mark.parametrize(
    "antwoord",
    [
        Antwoord("1", DAG, ("0001",), DeclaratieAntwoord("D1")),
        Antwoord("1", DAG, ("0200",), DeclaratieAntwoord("D1", codes=["9333"])),
        Antwoord("1", DAG, ("0001",)),
    ],
    ids=["header", "declaratie", "header without DeclaratieAntwoord"],
)
def test_a_code_above_the_clients_rejects_every_line(oracle: Oracle, antwoord: Antwoord) -> None:
    oracle.read("a", declaratiebericht(kop("1"), declaratie((ANNE, [regel("R1", 1000)]))))
    oracle.read("b", antwoordbericht(kop("9"), antwoord))
    # 1000 submitted and rejected
    assert oracle.totaal(2026)["jw"] == (Bedragen(1000, 0, 0), None)


def test_8001_without_a_declaratieantwoord_grants_all(oracle: Oracle) -> None:
    oracle.read("a", declaratiebericht(kop("1"), declaratie((ANNE, [regel("R1", 1000)]))))
    oracle.read("b", antwoordbericht(kop("9"), Antwoord("1", DAG, ("8001",))))
    # 1000 granted
    assert oracle.totaal(2026)["jw"] == (Bedragen(1000, 1000, 0), None)


def test_an_answer_to_another_message_or_law_answers_nothing(oracle: Oracle) -> None:
    oracle.read("a", declaratiebericht(kop("1"), declaratie((ANNE, [regel("R1", 1000)]))))
    oracle.read("b", antwoordbericht(kop("9"), Antwoord("2", DAG, ("8001",))))
    same_in_wmo = Antwoord("1", DAG, ("8001",), DeclaratieAntwoord("D1"))
    oracle.read("c", antwoordbericht(kop("9", wet="wmo"), same_in_wmo))
    # 1000 still waits
    assert oracle.totaal(2026)["jw"] == (Bedragen(1000, 0, 1000), None)


def test_the_newest_of_two_answers_counts_and_10_is_newer_than_9(oracle: Oracle) -> None:
    oracle.read("a", declaratiebericht(kop("1"), declaratie((ANNE, [regel("R1", 1000)]))))
    oracle.read("c", antwoordbericht(kop("10"), Antwoord("1", DAG, ("8001",))))
    oracle.read("b", antwoordbericht(kop("9"), Antwoord("1", DAG, ("0001",))))
    # 9 refused, 10 of the same day grants
    assert oracle.totaal(2026)["jw"] == (Bedragen(1000, 1000, 0), None)


def test_of_lines_with_the_same_reference_the_earliest_counts(oracle: Oracle) -> None:
    later = declaratie((ANNE, [regel("R1", 9000)]), nummer="D2")
    oracle.read("b", declaratiebericht(kop("2", MRT), later))
    oracle.read("a", declaratiebericht(kop("1", FEB), declaratie((ANNE, [regel("R1", 1000)]))))
    # the 9000 of March has a reference that was used in February
    assert oracle.totaal(2026)["jw"] == (Bedragen(1000, 0, 1000), None)


def test_a_rejected_line_gives_way_to_its_second_delivery(oracle: Oracle) -> None:
    rejected = regel("R1", 1000)
    oracle.read("a", declaratiebericht(kop("1", FEB), declaratie((ANNE, [rejected]))))
    inhoud = DeclaratieAntwoord("D1", [afgekeurd(ANNE, [rejected], "9346")])
    oracle.read("b", antwoordbericht(kop("9", FEB), Antwoord("1", FEB, inhoud=inhoud)))
    again = declaratie((ANNE, [regel("R1", 800)]), nummer="D2")
    oracle.read("c", declaratiebericht(kop("2", MRT), again))
    # the 800 of March stands in the place of the rejected 1000
    assert oracle.totaal(2026)["jw"] == (Bedragen(800, 0, 800), None)


@pytest.mark.parametrize(
    "line",
    [
        Prestatie("R1", JAN, volume=2, tarief=500, bedrag=999),
        Prestatie("R1", JAN, date(2026, 2, 1)),
        Prestatie("R1", JAN, categorie="39"),
    ],
    ids=["amount is not volume x tarief", "period in two months", "unknown categorie"],
)
def test_a_line_that_shows_itself_wrong_is_rejected_at_the_door(
    oracle: Oracle, line: Prestatie
) -> None:
    content = declaratiebericht(kop("1"), declaratie((ANNE, [line, regel("R2", 50)])))
    assert oracle.read("a", content) == Telling("a", "JW323", 2, 1, 1)
    # only the 50 stands
    assert oracle.totaal(2026)["jw"] == (Bedragen(50, 0, 50), None)


def test_without_tarief_or_in_euros_any_amount_stands(oracle: Oracle) -> None:
    free = Prestatie("R1", JAN, volume=2, tarief=None, bedrag=999)
    euros = Prestatie("R2", JAN, volume=2, tarief=500, eenheid="83", bedrag=1)
    oracle.read("a", declaratiebericht(kop("1"), declaratie((ANNE, [free, euros]))))
    # 999 + 1
    assert oracle.totaal(2026)["jw"] == (Bedragen(1000, 0, 1000), None)


def test_a_failing_bsn_rejects_the_lines_of_that_client_only(oracle: Oracle) -> None:
    lines = declaratie((FAILING_BSN, [regel("R1", 1000)]), (ANNE, [regel("R2", 50)]))
    assert oracle.read("a", declaratiebericht(kop("1"), lines)) == Telling("a", "JW323", 2, 1, 1)
    # only the 50 of Anne
    assert oracle.totaal(2026)["jw"] == (Bedragen(50, 0, 50), None)


def test_a_message_of_another_gemeente_is_rejected_whole(oracle: Oracle) -> None:
    elsewhere = Kop("1", DAG, gemeente="0106")
    content = declaratiebericht(elsewhere, declaratie((ANNE, [regel("R1", 1000)])))
    assert oracle.read("a", content) == Telling("a", "JW323", 1, 0, 1)


def test_an_exact_repeat_counts_nothing(oracle: Oracle) -> None:
    content = declaratiebericht(kop("1"), declaratie((ANNE, [regel("R1", 1000)])))
    assert oracle.read("a", content) == Telling("a", "JW323", 1, 1, 0)
    assert oracle.read("b", content) == Telling("b", "JW323", 1, 0, 1)


def test_an_answer_is_one_record_and_one_for_every_line_in_it(oracle: Oracle) -> None:
    inhoud = DeclaratieAntwoord("D1", [afgekeurd(ANNE, [regel("R1", 1), regel("R2", 2)], "9338")])
    content = antwoordbericht(kop("9"), Antwoord("1", DAG, inhoud=inhoud))
    assert oracle.read("a", content) == Telling("a", "JW325", 3, 3, 0)


def test_status_2_and_9_are_rejected_at_the_door(oracle: Oracle) -> None:
    starts = [Start(JAN, 1, status="1"), Start(JAN, 1, status="2"), Start(JAN, 1, status="9")]
    content = startbericht(kop("1"), Client(ANNE), starts)
    assert oracle.read("a", content) == Telling("a", "JW305", 3, 1, 2)
