"""A past moment: what was known then, built once, and gone when it is not true any more."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import duckdb
import pytest

from sdash.warehouse import Receipt, Warehouse, Wijze
from sdash.warehouse.moment import fill
from sdash.warehouse.moments import MOST, Moments
from tests.warehouse.boek import MART, NOON, Boek
from tests.warehouse.test_regel import GIVEN, LINE, declared
from tests.warehouse.test_regel import given as toegewezen

DAY = timedelta(days=1)
LINES = "SELECT referentienummer FROM regel"
SCHEMAS = "SELECT schema_name FROM duckdb_schemas() WHERE starts_with(schema_name, 'moment_')"

FILL = "sdash.warehouse.moments.fill"
Filling = list[datetime]


@pytest.fixture
def filled(monkeypatch: pytest.MonkeyPatch) -> Filling:
    """The moments that were built."""
    built: Filling = []

    def told(cursor: duckdb.DuckDBPyConnection, schema: str, moment: datetime) -> int:
        built.append(moment)
        return fill(cursor, schema, moment)

    monkeypatch.setattr(FILL, told)
    return built


def meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """Something that happens once, just after a moment was filled."""
    todo = [happens]

    def interrupted(cursor: duckdb.DuckDBPyConnection, schema: str, moment: datetime) -> int:
        newest = fill(cursor, schema, moment)
        if todo:
            todo.pop()()
        return newest

    monkeypatch.setattr(FILL, interrupted)


def backfill(boek: Boek, inhoud: bytes, op: datetime) -> None:
    receipt = Receipt(ontvangen_op=op, wijze=Wijze.DATUM, historie=True)
    boek.record([boek.reading(inhoud)], receipt)


def test_a_delivery_counts_from_its_receipt_on(nieuw: Boek) -> None:
    nieuw.deliver(declared(LINE), op=NOON)

    assert nieuw.ask(LINES, NOON - timedelta(microseconds=1)) == []
    assert nieuw.ask(LINES, NOON) == [("R1",)]


def test_a_retracted_delivery_counts_until_its_retraction(nieuw: Boek) -> None:
    nieuw.deliver(declared(LINE), op=NOON)
    nieuw.retract(1, NOON + DAY)

    assert nieuw.ask(LINES) == nieuw.ask(LINES, NOON + DAY) == []
    assert nieuw.ask(LINES, NOON + DAY - timedelta(microseconds=1)) == [("R1",)]


def test_a_moment_after_everything_is_what_is_known_now(nieuw: Boek) -> None:
    nieuw.deliver(toegewezen(GIVEN), declared(LINE), op=NOON)

    for name in MART:
        assert nieuw.ask(f"FROM {name}", NOON) == nieuw.ask(f"FROM {name}")


def test_nothing_of_now_can_slip_into_a_moment(nieuw: Boek) -> None:
    nieuw.deliver(declared(LINE), op=NOON)

    with nieuw.warehouse.at(NOON - DAY) as cursor:
        (path,) = cursor.execute("SELECT current_setting('search_path')").fetchone() or ()
        [(received,)] = cursor.execute("SELECT count(*) FROM levering").fetchall()

    assert (path.startswith("moment_"), "mart" in path, received) == (True, False, 0)


def test_threads_that_ask_the_same_moment_build_it_once(nieuw: Boek, filled: Filling) -> None:
    nieuw.deliver(declared(LINE), op=NOON)
    found: list[object] = []
    threads = [
        threading.Thread(target=lambda: found.append(nieuw.ask(LINES, NOON))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [[("R1",)]] * 4
    assert len(filled) == 1


def test_a_live_delivery_leaves_a_moment_as_it_is(nieuw: Boek, filled: Filling) -> None:
    nieuw.deliver(declared(LINE), op=NOON)
    nieuw.ask(LINES, NOON)
    before = nieuw.warehouse.changes

    nieuw.deliver(toegewezen(GIVEN), op=NOON + DAY)
    nieuw.retract(1, NOON + DAY)

    assert nieuw.ask(LINES, NOON) == [("R1",)]
    assert (len(filled), nieuw.warehouse.changes) == (1, before)


def test_history_changes_the_moments_after_it_and_no_others(nieuw: Boek, filled: Filling) -> None:
    nieuw.deliver(toegewezen(GIVEN), op=NOON - 3 * DAY)
    for days in (2, 1):
        nieuw.ask(LINES, NOON - days * DAY)
    before = nieuw.warehouse.changes

    backfill(nieuw, declared(LINE), NOON - DAY)

    assert nieuw.warehouse.changes > before
    assert nieuw.ask(LINES, NOON - 2 * DAY) == []
    assert nieuw.ask(LINES, NOON - DAY) == [("R1",)]
    assert len(filled) == 3


def test_history_that_comes_while_a_moment_is_built_is_in_it(
    nieuw: Boek, monkeypatch: pytest.MonkeyPatch
) -> None:
    nieuw.deliver(toegewezen(GIVEN), op=NOON - 3 * DAY)
    meanwhile(monkeypatch, lambda: backfill(nieuw, declared(LINE), NOON - DAY))

    assert nieuw.ask(LINES, NOON - DAY) == [("R1",)]
    assert len(nieuw.ask(SCHEMAS)) == 1


def test_a_moment_that_was_built_is_not_swept_away_before_it_counts(
    nieuw: Boek, monkeypatch: pytest.MonkeyPatch
) -> None:
    nieuw.deliver(declared(LINE), op=NOON)
    has_changed = Moments._has_changed

    def swept_first(moments: Moments, moment: datetime, known: int) -> bool:
        moments._sweep()
        return has_changed(moments, moment, known)

    monkeypatch.setattr(Moments, "_has_changed", swept_first)

    assert nieuw.ask(LINES, NOON) == [("R1",)]


def test_reading_goes_on_while_a_moment_is_built(
    nieuw: Boek, monkeypatch: pytest.MonkeyPatch
) -> None:
    nieuw.deliver(toegewezen(GIVEN), op=NOON)
    meanwhile(monkeypatch, lambda: nieuw.deliver(declared(LINE), op=NOON + DAY))

    assert nieuw.ask(LINES, NOON) == []
    assert nieuw.ask(LINES) == [("R1",)]


def test_a_few_moments_are_kept_and_those_used_last(nieuw: Boek, filled: Filling) -> None:
    nieuw.deliver(declared(LINE), op=NOON)
    for days in (0, *range(1, MOST), 0, MOST):
        nieuw.ask(LINES, NOON + days * DAY)
    filled.clear()

    nieuw.ask(LINES, NOON)
    nieuw.ask(LINES, NOON + DAY)

    assert len(nieuw.ask(SCHEMAS)) == MOST
    assert filled == [datetime(2026, 10, 2, 12)]  # noqa: DTZ001  (as it is stored)


def test_a_moment_stays_for_who_reads_it(nieuw: Boek) -> None:
    nieuw.deliver(declared(LINE), op=NOON)

    with nieuw.warehouse.at(NOON) as cursor:
        backfill(nieuw, declared(LINE), NOON - DAY)
        for days in range(1, MOST + 2):
            nieuw.ask(LINES, NOON + days * DAY)
        found = cursor.execute(LINES).fetchall()
    nieuw.ask(LINES, NOON + 99 * DAY)

    assert found == [("R1",)]
    assert len(nieuw.ask(SCHEMAS)) == MOST


def test_moments_outlive_the_process_that_built_them(nieuw: Boek, filled: Filling) -> None:
    nieuw.deliver(declared(LINE), op=NOON)
    nieuw.ask(LINES, NOON)
    nieuw.warehouse.close()

    nieuw.warehouse = Warehouse.open(nieuw.settings)

    assert nieuw.ask(LINES, NOON) == [("R1",)]
    assert len(filled) == 1


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM mart.moment",
        "UPDATE mart.gemaakt SET vingerafdruk = 'x'",
        "UPDATE mart.moment SET vingerafdruk = 'x'",
    ],
)
def test_moments_of_another_version_or_half_built_go_at_the_start(
    nieuw: Boek, filled: Filling, damage: str
) -> None:
    nieuw.deliver(declared(LINE), op=NOON)
    nieuw.ask(LINES, NOON)
    nieuw.ask(f"{damage} RETURNING 1")
    nieuw.warehouse.close()

    nieuw.warehouse = Warehouse.open(nieuw.settings)

    assert nieuw.ask(SCHEMAS) == []
    assert nieuw.ask(LINES, NOON) == [("R1",)]
    assert len(filled) == 2


def test_a_rebuild_forgets_all_moments(nieuw: Boek) -> None:
    nieuw.deliver(declared(LINE), op=NOON)
    nieuw.ask(LINES, NOON)

    nieuw.warehouse.rebuild()

    assert nieuw.ask(SCHEMAS) == []


def test_a_moment_is_one_whatever_its_time_zone(nieuw: Boek, filled: Filling) -> None:
    nieuw.deliver(declared(LINE), op=NOON)
    for moment in (NOON, NOON.astimezone(UTC), datetime.fromisoformat("2026-10-01T14:00+02:00")):
        nieuw.ask(LINES, moment)

    assert len(filled) == 1


def test_who_asks_a_moment_while_the_file_is_replaced_gets_it_from_the_new_one(
    nieuw: Boek, monkeypatch: pytest.MonkeyPatch
) -> None:
    nieuw.deliver(declared(LINE), op=NOON)
    held, replaced = Moments.held, [nieuw.warehouse.renew]

    @contextmanager
    def replaced_just_then(moments: Moments, moment: datetime) -> Iterator[str]:
        with held(moments, moment) as naam:
            if replaced:
                replaced.pop()()
            yield naam

    monkeypatch.setattr(Moments, "held", replaced_just_then)

    assert nieuw.ask(LINES, NOON) == [("R1",)]
