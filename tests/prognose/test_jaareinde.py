"""The end of a year: exact where all is steady, said to be unknown where it is."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from math import isfinite
from pathlib import Path

import numpy as np
import pytest

from sdash.answers import Answers
from sdash.bench.gemeente import Stroom, lees, settings_of
from sdash.prognose import lezen
from sdash.prognose.jaareinde import (
    GEEN_BAND,
    NIETS,
    TE_KORT,
    TE_VER,
    TE_VROEG,
    ZONDER_BEGROTING,
    Jaareinde,
    afwijking,
    jaareinde,
)
from sdash.prognose.lezen import Gelezen
from sdash.prognose.nakomend import nakomend
from sdash.prognose.stand import standen
from sdash.prognose.stof import Stof, nummer
from sdash.prognose.terugblik import oordeel, terugblik
from sdash.queries import prognose
from sdash.warehouse import Warehouse
from tests.prognose.gemeente import gelezen, lines, regel, steady, stof_of

ALL = np.array([0])


def said(stof: Stof, jaar: int = 2024) -> Jaareinde:
    return jaareinde(stof, standen(stof), jaar, np.arange(len(stof.posten)))


def test_what_goes_on_as_it_was_ends_as_it_was() -> None:
    gezegd = said(stof_of(*steady(31)))  # until the end of July 2024

    assert gezegd.maand == date(2024, 7, 1)
    assert gezegd.toegekend == pytest.approx(590)
    assert gezegd.p50 == pytest.approx(1200, rel=1e-3)
    assert gezegd.naief == pytest.approx(590 / 7 * 12)
    assert gezegd.naief_vol == pytest.approx(590 / 6 * 12)


def test_a_toewijzing_that_ends_is_not_expected_after_its_end() -> None:
    driehoek, (loopt,) = steady(31)
    eindigt = loopt.model_copy(update={"einddatum": date(2024, 9, 30)})

    assert said(stof_of(driehoek, [eindigt])).p50 == pytest.approx(900, rel=1e-3)


def test_without_toewijzingen_the_average_month_is_expected() -> None:
    assert said(stof_of([*lines(31)], [])).p50 == pytest.approx(1200, rel=1e-3)


def test_a_credit_comes_off() -> None:
    driehoek, loopt = steady(31)
    credit = regel(25, 3, -50)

    assert said(stof_of([*driehoek, credit], loopt)).toegekend == pytest.approx(540)


def test_a_short_history_says_so() -> None:
    gezegd = said(stof_of(*steady(4)), 2022)

    assert (gezegd.p10, gezegd.p50, gezegd.p90) == (None, None, None)
    assert gezegd.reden == TE_KORT.format(er=1, nodig=12)


def test_one_month_of_history_says_so() -> None:
    stof = stof_of([regel(0, 0, 100)], [])

    assert standen(stof) == []
    assert nakomend(stof, 0, ALL).reden


def test_nothing_at_all_is_nothing() -> None:
    assert gelezen([], []).stof() is None


def test_few_earlier_moments_give_no_band_and_say_so() -> None:
    gezegd = said(stof_of(*steady(27)))

    assert gezegd.p50 is not None
    assert (gezegd.p10, gezegd.p90) == (None, None)
    assert gezegd.reden.startswith(GEEN_BAND.split("{er}", maxsplit=1)[0])


@pytest.mark.parametrize(("jaar", "reden"), [(2021, TE_VROEG), (2026, TE_VER)])
def test_a_year_out_of_reach_says_so(jaar: int, reden: str) -> None:
    assert said(stof_of(*steady(31)), jaar).reden == reden


def test_a_year_of_which_all_was_credited_is_no_zero() -> None:
    driehoek = [*lines(24), *(regel(maand, 1, 0) for maand in range(24, 44))]
    credit = [regel(maand, 3, -100) for maand in range(12, 24)]
    gezegd = said(stof_of([*driehoek, *credit], []), 2023)

    assert (gezegd.p50, gezegd.reden) == (None, NIETS)


def test_without_a_budget_nothing_is_said_of_an_overrun() -> None:
    gezegd = said(stof_of(*steady(31)))

    assert afwijking(gezegd, None).reden == ZONDER_BEGROTING
    assert afwijking(gezegd, 1000).p50 == pytest.approx(200, rel=1e-2)


def test_the_chain_ladder_tells_what_is_still_to_come() -> None:
    komt = nakomend(stof_of(*steady(31)), 30, ALL)

    assert komt.bedrag == pytest.approx(10)
    assert komt.fout == pytest.approx(0, abs=1e-6)
    assert komt.zonder == 1


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answers]:
    """A simulated municipality of which nothing is known but its messages."""
    place: Path = tmp_path_factory.mktemp("gemeente")
    (site := place / "site").mkdir()
    settings = settings_of(place / "data")
    lees(settings, Stroom(clients=25, months=48, regels=0), site, 5)
    with closing(Warehouse.open(settings)) as warehouse:
        yield Answers(warehouse, settings)


@pytest.mark.slow
def test_a_past_moment_says_what_it_would_have_said_then(
    rows: Answers,
) -> None:
    stof = lezen.lees(rows).stof()
    assert stof is not None
    maand = 38
    posten = np.arange(len(stof.posten))
    later = jaareinde(stof, standen(stof)[: maand - 1], 2025, posten)

    toen = known(lezen.lees(rows), stof.begin + maand).stof()

    assert toen is not None
    gezegd = jaareinde(toen, standen(toen), 2025, np.arange(len(toen.posten)))
    assert gezegd.maand == later.maand
    for name in ("toegekend", "p10", "p50", "p90", "naief", "naief_vol"):
        assert getattr(gezegd, name) == pytest.approx(getattr(later, name))
    assert gezegd == jaareinde(toen, standen(toen), 2025, np.arange(len(toen.posten)))


def known(alles: Gelezen, maand: int) -> Gelezen:
    """No more than was known at the end of a month."""

    def is_known(dag: date | None) -> bool:
        return dag is not None and nummer(dag) <= maand

    def then(row: prognose.Toewijzing) -> prognose.Toewijzing:
        is_stopped = is_known(row.gestopt_bekend)
        return row.model_copy(
            update={
                "tot": row.tot if is_known(row.tot) else None,
                "gestopt": row.gestopt if is_stopped else None,
                "gestopt_bekend": row.gestopt_bekend if is_stopped else None,
            }
        )

    regels = [prognose.Driehoek(**row) for row in alles.regels.to_pylist()]
    versies = [prognose.Toewijzing(**row) for row in alles.toewijzingen.to_pylist()]
    return gelezen(
        [row for row in regels if is_known(row.ontvangen)],
        [then(row) for row in versies if is_known(row.ontvangen)],
    )


@pytest.mark.slow
def test_looking_back_on_a_simulated_municipality_gives_figures_or_reasons(rows: Answers) -> None:
    stof = lezen.lees(rows).stof()
    assert stof is not None

    alle = [*terugblik(stof, standen(stof), np.arange(len(stof.posten)))]

    for een in alle:
        p10, p50, p90 = een.gezegd.p10, een.gezegd.p50, een.gezegd.p90
        assert all(part is None or isfinite(part) for part in (p10, p50, p90))
        if p10 is None or p50 is None or p90 is None:
            assert een.gezegd.reden
        else:
            assert p10 <= p50 <= p90
    assert oordeel(alle).momenten > 0
