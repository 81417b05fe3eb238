"""Plafonds: every line counts for one at most, and what is wrong with a contract is said."""

from datetime import date, timedelta
from typing import Any, NamedTuple

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdash.queries import gegevens, plafonds
from tests.queries.marts import Mart, emptied

CONTRACT = "agb_code | contractnummer | categorie | productcode | jaar | van | tot | plafond"
LINE = "aanbieder | categorie | productcode | client_id | begin | maand | bedrag | status"


@pytest.fixture
def bought(mart: Mart) -> Mart:
    mart.fill("levering", "levering_nr\n1")
    mart.fill("aanbieder", "agb_code | naam\n42420001 | De Voorbeeldhoeve")
    return mart


def contracts(mart: Mart, *rows: str) -> None:
    mart.fill("inkoopcontract_regel", "\n".join([CONTRACT, *rows]))


def lines(mart: Mart, *rows: str) -> None:
    mart.fill("regel", "\n".join([LINE, *rows]))


def objections(mart: Mart) -> list[tuple[object, ...]]:
    return mart.ask(gegevens.contracten, "soort nummer")


def test_what_is_rejected_uses_nothing_of_a_plafond(bought: Mart) -> None:
    contracts(bought, "42420001 | C1 | - | - | - | 2025-01-01 | - | 10")
    lines(
        bought,
        "42420001 | 45 | 45A03 | 1 | 2026-01-01 | 2026-01-01 | 300 | toegekend",
        "42420001 | 45 | 45A03 | 2 | 2026-02-01 | 2026-02-01 | 200 | in_behandeling",
        "42420001 | 45 | 45A03 | 2 | 2026-02-01 | 2026-02-01 | 400 | afgewezen",
        "42420002 | 45 | 45A03 | 3 | 2026-02-01 | 2026-02-01 | 900 | toegekend",
    )

    columns = "code clienten ingediend toegekend in_behandeling gebruikt aandeel"
    assert bought.ask(plafonds.stand, columns, jaar=2026) == [
        ("jw/42420001/C1//", 2, 9.0, 3.0, 2.0, 5.0, 0.5)
    ]
    assert bought.ask(plafonds.kern, "aantal gebruikt ingediend_buiten", jaar=2026) == [(1, 5.0, 0)]


def test_a_line_counts_for_the_most_narrow_plafond(bought: Mart) -> None:
    contracts(
        bought,
        "42420001 | C1 | - | - | - | 2025-01-01 | - | 10",
        "42420001 | C1 | 45 | - | - | 2025-01-01 | - | 10",
        "42420001 | C1 | 45 | 45A04 | - | 2025-01-01 | - | 10",
    )
    lines(
        bought,
        "42420001 | 54 | 54001 | 1 | 2026-01-01 | 2026-01-01 | 100 | toegekend",
        "42420001 | 45 | 45A03 | 1 | 2026-01-01 | 2026-01-01 | 200 | toegekend",
        "42420001 | 45 | 45A04 | 1 | 2026-01-01 | 2026-01-01 | 400 | toegekend",
    )

    assert {*bought.ask(plafonds.stand, "product gebruikt", jaar=2026)} == {
        ("alle producten", 1.0),
        ("Jeugdhulp ambulant", 2.0),
        ("45A04", 4.0),
    }


def test_the_plafond_of_a_year_goes_before_that_of_each_year(bought: Mart) -> None:
    contracts(
        bought,
        "42420001 | C1 | - | - | - | 2025-01-01 | - | 10",
        "42420001 | C1 | - | - | 2026 | 2025-01-01 | - | 20",
    )

    assert bought.ask(plafonds.stand, "plafond", jaar=2025) == [(10,)]
    assert bought.ask(plafonds.stand, "plafond", jaar=2026) == [(20,)]
    assert objections(bought) == []


def test_a_line_outside_the_contract_falls_under_no_plafond(bought: Mart) -> None:
    contracts(bought, "42420001 | C1 | - | - | - | 2026-02-01 | 2026-02-28 | 10")
    lines(
        bought,
        "42420001 | 45 | 45A03 | 1 | 2026-01-31 | 2026-01-01 | 100 | toegekend",
        "42420001 | 45 | 45A03 | 1 | 2026-02-01 | 2026-02-01 | 200 | toegekend",
        "42420001 | 45 | 45A03 | 1 | 2026-03-01 | 2026-03-01 | 400 | toegekend",
    )

    assert bought.ask(plafonds.kern, "ingediend ingediend_buiten", jaar=2026) == [(2.0, 5.0)]
    assert bought.ask(
        plafonds.verloop, "maand gebruikt", jaar=2026, plafond="jw/42420001/C1//"
    ) == [("2026-02-01", 2.0)]


def test_a_plafond_without_lines_is_there(bought: Mart) -> None:
    contracts(bought, "42420001 | C1 | - | - | - | 2025-01-01 | - | 10")

    assert bought.ask(plafonds.stand, "naam clienten aandeel", jaar=2026) == [
        ("De Voorbeeldhoeve", 0, 0.0)
    ]


def test_a_contract_without_a_plafond_is_none(bought: Mart) -> None:
    contracts(bought, "42420001 | C1 | - | - | - | 2025-01-01 | - | -")

    assert bought.ask(plafonds.stand, "code", jaar=2026) == []
    assert bought.ask(plafonds.kern, "aantal plafond", jaar=2026) == [(0, None)]


def test_a_plafond_below_zero_is_said_and_gives_no_share(bought: Mart) -> None:
    contracts(bought, "42420001 | C1 | - | - | - | 2025-01-01 | - | -10")

    assert bought.ask(plafonds.stand, "aandeel", jaar=2026) == [(None,)]
    assert objections(bought) == [("negatief", "C1")]


def test_a_plafond_of_a_year_without_contract_is_said(bought: Mart) -> None:
    contracts(bought, "42420001 | C1 | - | - | 2026 | 2024-01-01 | 2025-12-31 | 10")

    assert bought.ask(plafonds.stand, "code", jaar=2026) == []
    assert objections(bought) == [("looptijd", "C1")]


def test_an_aanbieder_without_name_and_lines_is_said(bought: Mart) -> None:
    contracts(bought, "42420009 | C1 | - | - | - | 2025-01-01 | - | 10")

    assert objections(bought) == [("aanbieder", "C1")]
    lines(bought, "42420009 | 45 | 45A03 | 1 | 2026-01-01 | 2026-01-01 | 100 | toegekend")
    assert objections(bought) == []


def test_two_plafonds_for_the_same_are_said_and_a_line_counts_once(bought: Mart) -> None:
    contracts(
        bought,
        "42420001 | C1 | 45 | - | - | 2025-01-01 | - | 10",
        "42420001 | C2 | 45 | - | - | 2026-01-01 | - | 10",
        "42420001 | C3 | 54 | - | - | 2026-01-01 | - | 10",
    )
    lines(bought, "42420001 | 45 | 45A03 | 1 | 2026-01-01 | 2026-01-01 | 100 | toegekend")

    assert objections(bought) == [("overlap", "C1"), ("overlap", "C2")]
    assert {*bought.ask(plafonds.stand, "contractnummer gebruikt", jaar=2026)} == {
        ("C1", 0),
        ("C2", 1),
        ("C3", 0),
    }


def test_two_prices_on_the_same_day_are_said(bought: Mart) -> None:
    head = "agb_code | productcode | eenheid | tarief | van | tot"
    bought.fill(
        "tarief_regel",
        f"""{head}
        42420001 | 45A03 | 04 | 70 | 2025-01-01 | -
        42420001 | 45A03 | 04 | 72 | 2026-01-01 | -
        42420001 | 45A03 | 01 | 73 | 2026-01-01 | -
        - | 45A03 | 04 | 74 | 2025-01-01 | 2025-12-31
        - | 45A03 | 04 | 75 | 2026-01-01 | -""",
    )

    assert objections(bought) == [("tarief", "45A03")]


DAY = (st.sampled_from([0, 1, 364, 365]) | st.integers(0, 365)).map(
    lambda nr: date(2024, 1, 1) + timedelta(days=nr)
)
SOME = st.sampled_from(["-", "45", "54"])
AGB = st.sampled_from(["42420001", "42420002"])
STATUSES = ("toegekend", "in_behandeling", "afgewezen")
plafond = st.tuples(
    AGB,
    st.sampled_from(["C1", "C2"]),
    SOME,
    st.booleans(),
    st.tuples(DAY, DAY).map(lambda days: (min(days), max(days))),
)
line = st.tuples(
    AGB,
    st.sampled_from(["45A03", "45A04", "54001"]),
    DAY,
    st.integers(1, 3),
    st.integers(-9999, 9999),
    st.sampled_from(STATUSES),
)


class Scope(NamedTuple):
    """What a drawn plafond is about."""

    agb: str
    contract: str
    categorie: str
    code: str
    van: date
    tot: date

    @property
    def naam(self) -> str:
        return "/".join(["jw", *(part.strip("-") for part in self[:4])])

    def row(self) -> str:
        return " | ".join([*self[:4], "-", str(self.van), str(self.tot), "10"])

    def rank(self) -> tuple[object, ...]:
        return self.code != "-", self.categorie != "-", self.van, self.contract


def scope(drawn: Any) -> Scope:  # noqa: ANN401  (as Hypothesis draws it)
    agb, contract, categorie, narrow, days = drawn
    code = f"{categorie}A03" if narrow and categorie == "45" else "-"
    return Scope(agb, contract, categorie, code, *days)


def under(scopes: list[Scope], agb: str, code: str, day: date) -> str:
    """The plafond that a line counts for, or nothing."""
    holds = [
        one
        for one in scopes
        if one.agb == agb
        and one.categorie in {"-", code[:2]}
        and one.code in {"-", code}
        and one.van <= day <= one.tot
    ]
    return max(holds, key=Scope.rank).naam if holds else ""


def used(declared: list[Any]) -> tuple[object, ...]:
    """What lines say together: people, and cents declared, granted and used."""
    clients = {client for *_, client, _, _ in declared}
    cents = [
        sum(amount for *_, amount, status in declared if status in counted)
        for counted in (STATUSES, STATUSES[:1], STATUSES[:2])
    ]
    return len(clients), *cents


def said(row: plafonds.Stand | plafonds.Verloop) -> tuple[object, ...]:
    euros = (row.ingediend, row.toegekend, row.gebruikt)
    return row.clienten, *(round((euro or 0) * 100) for euro in euros)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    drawn=st.lists(plafond, max_size=6, unique_by=lambda it: scope(it)[:4]),
    declared=st.lists(line, max_size=12),
)
def test_used_is_as_in_plain_python_and_no_line_counts_twice(
    database: duckdb.DuckDBPyConnection, drawn: list[Any], declared: list[Any]
) -> None:
    scopes = [scope(one) for one in drawn]
    of = {one.naam: [it for it in declared if under(scopes, *it[:3]) == one.naam] for one in scopes}
    with emptied(database) as mart:
        mart.fill("levering", "levering_nr\n1")
        contracts(mart, *(one.row() for one in scopes))
        if declared:
            lines(
                mart,
                *(
                    f"{agb} | {code[:2]} | {code} | {client} | {day} | {day.replace(day=1)} "
                    f"| {cents} | {status}"
                    for agb, code, day, client, cents, status in declared
                ),
            )
        stand = {row.code: said(row) for row in mart.rows(plafonds.stand, jaar=2024)}
        (kern,) = mart.rows(plafonds.kern, jaar=2024)
        months = {
            (naam, row.maand): said(row)
            for naam in of
            for row in mart.rows(plafonds.verloop, jaar=2024, plafond=naam)
        }

    assert stand == {naam: used(counted) for naam, counted in of.items()}
    assert months == {
        (naam, maand): used([it for it in of[naam] if it[2].replace(day=1) == maand])
        for naam, maand in months
    }
    every = [it for counted in of.values() for it in counted]
    beside = [it for it in declared if it not in every and it[0] in {one.agb for one in scopes}]
    assert kern.clienten == used(every)[0]
    assert round((kern.gebruikt or 0) * 100) == used(every)[3]
    assert round((kern.ingediend_buiten or 0) * 100) == used(beside)[1]
