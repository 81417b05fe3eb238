"""Who has bijstand, who came and left and why, what trajecten came to: table in, table out."""

import warnings
from datetime import date, timedelta
from math import floor
from typing import Any

import duckdb
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf

from sdash.queries import participatie
from sdash.warehouse.marts import Marts
from tests.queries.marts import Mart, emptied

YEAR = {"van": date(2026, 1, 1), "tot": date(2026, 12, 31)}
HEAD = "client_id | regeling | begin | eind | maand"


def uitkeringen(mart: Mart, drawn: str, head: str = HEAD) -> None:
    """A file of uitkeringen, and what the warehouse makes of it."""
    mart.fill("levering", "levering_nr | soort\n1 | uitkeringen")
    mart.fill("uitkering_regel", f"{head}\n{drawn}")
    Marts(mart._connection)._derive("bijstand")


def stukken(mart: Mart, columns: str = "client_id, van, tot") -> list[Any]:
    asked = f"SELECT {columns} FROM bijstand ORDER BY ALL"  # noqa: S608  (names of ours)
    return [
        tuple(str(value) if isinstance(value, date) else value for value in row)
        for row in mart._connection.execute(asked).fetchall()
    ]


def test_without_a_file_nothing_is_known(mart: Mart) -> None:
    assert mart.ask(participatie.bekend, "van tot trajecten redenen") == [
        (None, None, False, False)
    ]
    assert mart.ask(participatie.per_maand, "maand", **YEAR) == []
    assert mart.ask(participatie.per_lid, "lid", **YEAR) == []


def test_months_of_one_uitkering_are_one_stretch_until_something_changes(mart: Mart) -> None:
    uitkeringen(
        mart,
        """1 | Pw | 2025-03-10 | - | 2026-01-01 | 2
        1 | Pw | 2025-03-10 | - | 2026-02-01 | 2
        1 | Pw | 2025-03-10 | - | 2026-03-01 | 3""",
        f"{HEAD} | trede",
    )

    assert stukken(mart, "trede, van, tot, begonnen, gestopt") == [
        ("2", "2025-03-10", "2026-02-28", "2025-03-10", "9999-12-31"),
        ("3", "2026-03-01", "9999-12-31", "2025-03-10", "9999-12-31"),
    ]


def test_an_uitkering_of_which_no_newer_month_came_is_over(mart: Mart) -> None:
    uitkeringen(
        mart,
        """1 | Pw | 2025-03-10 | - | 2026-01-01
        2 | Pw | 2025-03-10 | - | 2026-02-01
        3 | Pw | 2025-03-10 | 2026-01-15 | 2026-02-01""",
    )

    assert [row[::2] for row in stukken(mart)] == [
        (1, "2026-01-31"),
        (2, "9999-12-31"),
        (3, "2026-01-15"),
    ]


def test_loonkostensubsidie_is_no_bijstand(mart: Mart) -> None:
    uitkeringen(mart, "1 | LKS | 2025-03-10 | - | 2026-01-01")

    assert stukken(mart) == []


@pytest.mark.parametrize(
    ("again", "begonnen"), [("2026-03-03", "2025-03-10"), ("2026-03-04", "2026-03-04")]
)
def test_a_gap_of_thirty_days_is_bridged_and_one_of_more_is_not(
    mart: Mart, again: str, begonnen: str
) -> None:
    uitkeringen(
        mart,
        f"""1 | Pw | 2025-03-10 | 2026-01-31 | 2026-01-01
        1 | IOAW | {again} | - | 2026-03-01""",
    )

    [first, last] = stukken(mart, "van, tot, begonnen")
    assert first[1] == "2026-01-31"
    assert last == ("2026-02-01" if begonnen < again else again, "9999-12-31", begonnen)


def test_begin_and_in_less_out_is_eind_in_each_month(mart: Mart) -> None:
    uitkeringen(
        mart,
        """1 | Pw | 2025-03-10 | - | 2026-01-01
        2 | Pw | 2025-03-10 | 2026-01-31 | 2026-01-01
        3 | Pw | 2026-02-05 | - | 2026-02-01
        1 | Pw | 2025-03-10 | - | 2026-02-01""",
    )

    assert mart.ask(participatie.per_maand, "maand begin instroom uitstroom eind", **YEAR) == [
        ("2026-01-01", 2, 0, 0, 2),
        ("2026-02-01", 2, 1, 1, 2),
    ]


def test_who_changes_regeling_goes_elsewhere_and_does_not_leave(mart: Mart) -> None:
    uitkeringen(
        mart,
        """1 | Pw | 2025-03-10 | 2026-01-31 | 2026-01-01
        1 | IOAW | 2026-02-01 | - | 2026-02-01""",
    )

    asked = "begin instroom erbij uitstroom weg eind"
    assert mart.ask(participatie.per_maand, asked, **YEAR) == [(1, 0, 0, 0, 0, 1)] * 2
    assert mart.ask(participatie.per_maand, asked, **YEAR, regeling="Pw")[1] == (1, 0, 0, 0, 1, 0)
    assert mart.ask(participatie.per_maand, asked, **YEAR, regeling="IOAW")[1] == (
        *(0, 0, 1, 0, 0, 1),
    )
    assert mart.ask(participatie.per_lid, f"lid {asked}", **YEAR, verdeling="regeling") == [
        ("totaal", 1, 0, 0, 0, 0, 1),
        ("IOAW", 0, 0, 1, 0, 0, 1),
        ("Pw", 1, 0, 0, 0, 1, 0),
    ]


def test_what_a_file_does_not_say_is_unknown(mart: Mart) -> None:
    uitkeringen(mart, "1 | Pw | 2025-03-10 | - | 2026-01-01")

    for verdeling in ("leefvorm", "leeftijd", "trede", "wijk"):
        found = mart.ask(participatie.per_lid, "lid eind", **YEAR, verdeling=verdeling)
        assert found == [("totaal", 1), ("onbekend", 1)]


def test_a_division_is_called_by_words(mart: Mart) -> None:
    uitkeringen(
        mart,
        "1 | Pw | 2025-03-10 | - | 2026-01-01 | 3 | WK168101",
        f"{HEAD} | trede | wijk_code",
    )
    mart.fill("wijk", "wijk_code | naam\nWK168101 | Valthe")

    for verdeling, words in (("trede", "Trede 3"), ("wijk", "Valthe")):
        found = mart.ask(participatie.per_lid, "naam", **YEAR, verdeling=verdeling)
        assert found[1] == (words,)


def test_a_reason_has_the_words_of_the_settings_or_its_code(mart: Mart) -> None:
    uitkeringen(
        mart,
        """1 | Pw | 2026-01-10 | - | 2026-01-01 | A1 | -
        2 | Pw | 2025-01-10 | 2026-01-20 | 2026-01-01 | A1 | 7
        3 | Pw | 2025-01-10 | 2026-01-20 | 2026-01-01 | - | -
        4 | Pw | 2025-01-10 | 2026-01-20 | 2026-01-01 | - | 7""",
        f"{HEAD} | reden_instroom | reden_uitstroom",
    )
    mart.fill("reden", "richting | code | naam\nuitstroom | 7 | Werk")

    found = mart.ask(participatie.redenen, "richting code naam clienten samen", **YEAR)

    assert found == [
        ("instroom", "A1", "Code A1", 1, 1),
        ("uitstroom", "7", "Werk", 2, 3),
        ("uitstroom", "onbekend", "Onbekend", 1, 3),
    ]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 700), st.booleans()), min_size=2, max_size=40))
def test_a_cohort_and_its_band_are_those_of_scipy(
    database: duckdb.DuckDBPyConnection, spells: list[tuple[int, bool]]
) -> None:
    last = date(2026, 12, 31) - timedelta(days=30)
    first = date(2025, 1, 1)
    rows = []
    for person, (days, ended) in enumerate(spells):
        begin = first + timedelta(days=person % 5) if ended else last - timedelta(days=days - 1)
        begin = max(begin, first)
        eind = begin + timedelta(days=days - 1) if ended else date(9999, 12, 31)
        rows.append((person, begin, eind))
    with emptied(database) as mart:
        mart.fill("levering", "levering_nr | soort\n1 | uitkeringen")
        mart.fill(
            "uitkering_regel",
            f"{HEAD}\n99 | LKS | 2025-01-01 | - | 2025-01-01\n"
            "99 | LKS | 2025-01-01 | - | 2026-12-01",
        )
        mart.add(
            "bijstand",
            [
                {
                    "client_id": person,
                    "regeling": "Pw",
                    **dict.fromkeys(("begin", "van", "begonnen"), begin),
                    **dict.fromkeys(("tot", "gestopt"), eind),
                }
                for person, begin, eind in rows
            ],
        )
        found = mart.rows(participatie.cohorten, van=first, tot=date(2026, 12, 31), genoeg=1)

    for jaar in {begin.year for _, begin, _ in rows}:
        of = [(b, min(e, last)) for _, b, e in rows if b.year == jaar]
        times = np.array([(end - begin).days + 1 for begin, end in of])
        is_over = np.array([e <= last for _, b, e in rows if b.year == jaar])
        known = CensoredData(uncensored=times[is_over], right=times[~is_over])
        sf = ecdf(known).sf
        with warnings.catch_warnings():  # of a band that is not defined where all have ended
            warnings.simplefilter("ignore", RuntimeWarning)
            band = sf.confidence_interval() if is_over.any() else None
        for row in found:
            if row.groep != str(jaar):
                continue
            day = floor(row.stap * 30.4375)
            assert row.risico == int((times >= day).sum())
            if row.risico == 0:
                continue
            assert row.overleving == pytest.approx(float(sf.evaluate(day)), abs=1e-9)
            if band is None or not 0 < float(sf.evaluate(day)) < 1:
                continue
            assert row.laag == pytest.approx(float(band.low.evaluate(day)), abs=1e-9)
            assert row.hoog == pytest.approx(float(band.high.evaluate(day)), abs=1e-9)


def test_who_had_bijstand_when_files_begin_is_in_no_cohort(mart: Mart) -> None:
    uitkeringen(
        mart,
        """1 | Pw | 2025-12-31 | - | 2026-01-01
        2 | Pw | 2026-01-01 | - | 2026-01-01
        2 | Pw | 2026-01-01 | - | 2026-06-01
        1 | Pw | 2025-12-31 | - | 2026-06-01""",
    )

    params = {"van": date(2023, 1, 1), "tot": date(2026, 12, 31), "genoeg": 1}
    [first, *_] = mart.ask(participatie.cohorten, "groep naam clienten", **params)
    assert first == ("2026", "Begonnen in 2026", 1)


def test_loonkosten_are_paid_once_where_both_files_tell(mart: Mart) -> None:
    uitkeringen(
        mart,
        """1 | LKS | 2025-03-10 | - | 2026-01-01 | 500
        1 | LKS | 2025-03-10 | - | 2026-02-01 | 500
        2 | LKS | 2026-02-01 | - | 2026-02-01 | 300""",
        f"{HEAD} | bedrag",
    )
    mart.fill(
        "traject_regel",
        """client_id | traject | begin | eind | loonkostensubsidie
        1 | jobcoaching | 2026-01-01 | - | 900
        3 | jobcoaching | 2026-01-15 | 2026-01-20 | 700
        4 | scholing | 2026-01-15 | - | -""",
    )

    asked = "maand begin instroom uitstroom eind kosten"
    assert mart.ask(participatie.loonkosten, asked, **YEAR) == [
        ("2026-01-01", 2, 0, 0, 2, 1200.0),
        ("2026-02-01", 2, 1, 1, 2, 800.0),
    ]


TRAJECT = "client_id | traject | begin | eind | resultaat | trede_begin | trede | sector"


def test_of_who_ended_more_than_one_traject_the_last_one_counts(mart: Mart) -> None:
    mart.fill("levering", "levering_nr | soort\n1 | trajecten")
    mart.fill(
        "traject_regel",
        f"""{TRAJECT}
        1 | scholing | 2025-06-01 | 2026-02-01 | gestopt | 2 | 2 | -
        1 | jobcoaching | 2026-02-01 | 2026-06-01 | deels werk | 2 | 4 | zorg
        2 | scholing | 2026-02-01 | - | - | 3 | - | -
        3 | scholing | 2025-02-01 | 2025-12-31 | werk | 3 | 5 | zorg""",
    )

    asked = "lid lopend uit werk gestopt onbekend hoger gelijk anders"
    assert mart.ask(participatie.trajecten, asked, **YEAR) == [
        ("totaal", 1, 1, 1, 0, 0, 1, 0, 0),
        ("scholing", 1, 1, 0, 1, 0, 0, 1, 0),
        ("jobcoaching", 0, 1, 1, 0, 0, 1, 0, 0),
    ]
    assert mart.ask(participatie.trajecten, asked, **YEAR, verdeling="sector") == [
        ("totaal", 0, 1, 1, 0, 0, 1, 0, 0),
        ("zorg", 0, 1, 1, 0, 0, 1, 0, 0),
    ]
