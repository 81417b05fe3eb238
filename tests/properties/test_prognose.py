"""What the forecast knew at the end of a month is what the marts of that moment say."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdash.clock import end_of
from sdash.queries import prognose
from sdash.warehouse import Receipt, Wijze
from tests.oracle.strategies import History, histories
from tests.warehouse.boek import Boek, boek_in_a_folder
from tests.warehouse.test_regel import LINE, answered, declared

pytestmark = pytest.mark.slow

SOME = settings(max_examples=max(4, settings().max_examples // 10))
ALL = prognose.Vanaf(van=date(2000, 1, 1))
ENDS = (date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31))
MOMENTS = (
    datetime(2026, 2, 28, 22, 59, 59, tzinfo=UTC),  # the last second of February
    datetime(2026, 2, 28, 23, tzinfo=UTC),  # midnight in winter
    datetime(2026, 3, 31, 21, 59, 59, tzinfo=UTC),
    datetime(2026, 3, 31, 22, tzinfo=UTC),  # midnight in summer
    datetime(2026, 5, 4, 12, tzinfo=UTC),
)
LINES = """
    SELECT
        wet, aanbieder, categorie, productcode, maand, sum(bedrag) AS ingediend,
        coalesce(sum(bedrag) FILTER (status = 'toegekend'), 0) AS toegekend,
        coalesce(sum(bedrag) FILTER (status = 'afgewezen'), 0) AS afgewezen,
        sum(CASE WHEN bedrag < 0 THEN -volume ELSE volume END) AS volume
    FROM regel GROUP BY ALL
"""
VERSIONS = """
    SELECT
        wet, toewijzing_nummer, aanbieder, categorie, productcode, ingangsdatum, einddatum,
        volume, eenheid, frequentie, budget, verwijderd
    FROM toewijzing
"""
Sums = dict[tuple[Any, ...], tuple[int, ...]]


@pytest.fixture(scope="module")
def boek() -> Iterator[Boek]:
    with boek_in_a_folder() as one:
        yield one


@SOME
@given(history=histories(), data=st.data())
def test_a_cut_by_month_of_receipt_is_what_the_marts_of_that_moment_say(
    boek: Boek, history: History, data: st.DataObject
) -> None:
    boek.empty()
    for file in history.files:
        deliver(boek, file.inhoud, data.draw(st.sampled_from(MOMENTS)))
    check(boek, data.draw(st.sampled_from(ENDS)))


REFUSED, GRANTED = answered(line="9338"), answered(says_more=False)
AGAIN = declared(replace(LINE, volume=3, bedrag=30_00), nummer="D2")


@pytest.mark.parametrize(
    "files",
    [
        (declared(LINE), REFUSED, REFUSED.replace(b">AD1<", b">AD9<").replace(b"9338", b"0200")),
        (declared(LINE), GRANTED.replace(b">AD1<", b">AD9<"), REFUSED),
        (declared(LINE), REFUSED, AGAIN),
        (AGAIN, declared(LINE), REFUSED),
        (REFUSED, declared(LINE), AGAIN),
    ],
    ids=["granted after all", "an older answer", "again", "twice", "an answer before the line"],
)
def test_a_line_that_changed_its_state_had_each_state_in_its_time(
    boek: Boek, files: tuple[bytes, ...]
) -> None:
    boek.empty()
    for file, moment in zip(files, MOMENTS[::2], strict=True):
        deliver(boek, file, moment)

    for end in ENDS[::2]:
        check(boek, end)


def deliver(boek: Boek, inhoud: bytes, moment: datetime) -> None:
    receipt = Receipt(ontvangen_op=moment, wijze=Wijze.DATUM, historie=True)
    boek.record([boek.reading(inhoud)], receipt)


def check(boek: Boek, end: date) -> None:
    with boek.warehouse.cursor() as cursor:
        driehoek = prognose.driehoek.rows(cursor, ALL)
        versies = prognose.toewijzingen.rows(cursor, ALL)
    assert cut(driehoek, end) == known(boek, end)
    assert current(versies, end) == sorted(boek.ask(VERSIONS, end_of(end)), key=repr)


def cut(driehoek: list[prognose.Driehoek], end: date) -> Sums:
    """What was received until the end of a month, in cents."""
    sums: defaultdict[tuple[Any, ...], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for row in driehoek:
        if row.ontvangen <= end:
            key = (str(row.wet), row.aanbieder, row.categorie, row.productcode, str(row.maand))
            cents = [int(euro * 100) for euro in (row.ingediend, row.toegekend, row.afgewezen)]
            sums[key] = [a + b for a, b in zip(sums[key], [*cents, row.volume], strict=True)]
    return {key: tuple(parts) for key, parts in sums.items() if any(parts)}


def known(boek: Boek, end: date) -> Sums:
    found = boek.ask(LINES, end_of(end))
    return {row[:5]: tuple(map(int, row[5:])) for row in found if any(row[5:])}


def current(versies: list[prognose.Toewijzing], end: date) -> list[tuple[Any, ...]]:
    newest = [row for row in versies if row.ontvangen <= end and (not row.tot or end < row.tot)]
    return sorted((_fields(row) for row in newest), key=repr)


def _fields(row: prognose.Toewijzing) -> tuple[Any, ...]:
    names = [name.strip(" ,") for name in VERSIONS.replace("SELECT", "").split() if name != "FROM"]
    values = (getattr(row, name) for name in names if hasattr(row, name))
    return tuple(str(one) if isinstance(one, date | str) else one for one in values)
