"""Worked examples of the caseload: who is in care on a day, after a few small messages."""

from datetime import date

import pytest

from tests.oracle.messages import (
    TEST_BSNS,
    Client,
    Kop,
    Start,
    Stop,
    Toewijzing,
    startbericht,
    stopbericht,
    toewijzingsbericht,
)
from tests.oracle.oracle import Oracle, Stand

ANNE, BEN = TEST_BSNS[0], TEST_BSNS[1]
JAN, FEB = date(2026, 1, 1), date(2026, 2, 1)
DAG = date(2026, 1, 20)


@pytest.fixture
def oracle() -> Oracle:
    return Oracle()


def kop(identificatie: str, wet: str = "jw") -> Kop:
    return Kop(identificatie, DAG, wet=wet)


def toegewezen(oracle: Oracle, toewijzing: Toewijzing, identificatie: str = "1") -> None:
    content = toewijzingsbericht(kop(identificatie), Client(ANNE), [toewijzing])
    oracle.read(f"{identificatie}.xml", content)


def test_a_repeated_toewijzing_counts_once_in_its_newest_version(oracle: Oracle) -> None:
    toegewezen(oracle, Toewijzing(1, JAN, FEB, toewijzingsdatum=date(2026, 1, 10)), "2")
    toegewezen(oracle, Toewijzing(1, JAN, toewijzingsdatum=date(2026, 1, 9)), "3")
    # the version of the 10th ends on 1 February, although its message has a lower number
    assert oracle.stand(FEB)["jw"] == Stand(1, 1)
    assert oracle.stand(date(2026, 2, 2))["jw"] == Stand(0, 0)


def test_a_toewijzing_with_reden_13_never_existed(oracle: Oracle) -> None:
    toegewezen(oracle, Toewijzing(1, JAN), "1")
    removed = Toewijzing(1, JAN, JAN, toewijzingstijd="10:00:01", reden_wijziging="13")
    toegewezen(oracle, removed, "2")
    assert oracle.stand(JAN)["totaal"] == Stand(0, 0)


def test_a_stop_ends_care_after_its_last_day_unless_its_reden_is_20(oracle: Oracle) -> None:
    toegewezen(oracle, Toewijzing(1, JAN))
    pause = Stop(JAN, date(2026, 1, 10), 1, reden="20")
    oracle.read("b", stopbericht(kop("2"), Client(ANNE), [pause]))
    assert oracle.stand(FEB)["jw"] == Stand(1, 1)
    oracle.read("c", stopbericht(kop("3"), Client(ANNE), [Stop(JAN, date(2026, 1, 15), 1)]))
    assert oracle.stand(date(2026, 1, 15))["jw"] == Stand(1, 1)
    assert oracle.stand(date(2026, 1, 16))["jw"] == Stand(0, 0)


def test_a_removed_stop_never_ended_anything(oracle: Oracle) -> None:
    toegewezen(oracle, Toewijzing(1, JAN))
    removed = stopbericht(kop("3"), Client(ANNE), [Stop(JAN, JAN, 1, status="3")])
    oracle.read("c", removed)
    oracle.read("b", stopbericht(kop("2"), Client(ANNE), [Stop(JAN, JAN, 1)]))
    assert oracle.stand(FEB)["jw"] == Stand(1, 1)


def test_a_later_start_reopens_and_a_removed_start_does_not(oracle: Oracle) -> None:
    toegewezen(oracle, Toewijzing(1, JAN))
    oracle.read("b", stopbericht(kop("2"), Client(ANNE), [Stop(JAN, date(2026, 1, 10), 1)]))
    oracle.read("c", startbericht(kop("3"), Client(ANNE), [Start(FEB, 1)]))
    assert oracle.stand(date(2026, 1, 31))["jw"] == Stand(0, 0)
    assert oracle.stand(FEB)["jw"] == Stand(1, 1)
    oracle.read("d", startbericht(kop("4"), Client(ANNE), [Start(FEB, 1, status="3")]))
    assert oracle.stand(FEB)["jw"] == Stand(0, 0)


def test_a_stop_without_number_links_on_product_and_date_when_one_fits(oracle: Oracle) -> None:
    toegewezen(oracle, Toewijzing(1, JAN))
    nameless = Stop(JAN, date(2026, 1, 10), categorie="45", code="45A04")
    oracle.read("b", stopbericht(kop("2"), Client(ANNE), [nameless]))
    assert oracle.stand(FEB)["jw"] == Stand(0, 0)
    toegewezen(oracle, Toewijzing(2, JAN), "3")
    # with two candidates it is not clear what stopped, so nothing did
    assert oracle.stand(FEB)["jw"] == Stand(1, 2)


def test_a_stop_of_another_aanbieder_or_client_ends_nothing(oracle: Oracle) -> None:
    toegewezen(oracle, Toewijzing(1, JAN))
    stop = Stop(JAN, JAN, 1)
    other = Kop("2", DAG, aanbieder="42420002")
    oracle.read("b", stopbericht(other, Client(ANNE), [stop]))
    oracle.read("c", stopbericht(kop("3"), Client(BEN), [stop]))
    oracle.read(
        "d", stopbericht(kop("4", wet="wmo"), Client(ANNE), [Stop(JAN, JAN, 1, "19", None, None)])
    )
    assert oracle.stand(FEB)["jw"] == Stand(1, 1)


def test_a_person_in_two_wetten_counts_once_in_the_total(oracle: Oracle) -> None:
    toegewezen(oracle, Toewijzing(1, JAN))
    wmo = Toewijzing(1, JAN, categorie="02", code="02A01")
    oracle.read("b", toewijzingsbericht(kop("2", wet="wmo"), Client(ANNE), [wmo]))
    expected = {"jw": Stand(1, 1), "wmo": Stand(1, 1), "totaal": Stand(1, 2)}
    assert oracle.stand(JAN) == expected
