"""How deliveries are recorded: whole or not at all, once, and readable while it happens."""

import threading
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdash.warehouse import HistoryRefused, Receipt, Warehouse, Wijze, archive
from sdash.warehouse.marts import Marts
from tests.oracle.strategies import History, histories
from tests.warehouse.boek import LEDGER, MART, NOON, Boek
from tests.warehouse.test_regel import GIVEN, LINE, declared
from tests.warehouse.test_regel import given as toegewezen

AANBIEDERS = "agb_code;naam\n42420001;Zorg\n42420002;\n"
EARLIER = NOON - timedelta(days=30)


class Boom(Exception):
    """What a test lets go wrong."""


def test_what_fails_while_the_marts_follow_leaves_no_trace(
    nieuw: Boek, monkeypatch: pytest.MonkeyPatch
) -> None:
    nieuw.deliver(toegewezen(GIVEN))
    before = nieuw.tables(*LEDGER, *MART)
    refresh = Marts.refresh

    def fails(marts: Marts, *args: object) -> None:
        refresh(marts, *args)  # type: ignore[arg-type]
        raise Boom

    with monkeypatch.context() as patch:
        patch.setattr(Marts, "refresh", fails)
        with pytest.raises(Boom):
            nieuw.deliver(declared(LINE), AANBIEDERS)

    assert nieuw.tables(*LEDGER, *MART) == before
    assert nieuw.warehouse.version == 1
    assert [path.name for path in nieuw.settings.data.rglob("*.parquet")] == [
        "000000001-000000001.parquet"
    ]

    [uitkomst] = nieuw.deliver(declared(LINE))

    assert (uitkomst.geaccepteerd, nieuw.warehouse.version) == (1, 2)
    assert nieuw.ask("SELECT referentienummer, vlaggen FROM regel") == [("R1", [])]


def test_an_archive_that_cannot_be_written_leaves_no_trace(
    nieuw: Boek, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise Boom

    with monkeypatch.context() as patch:
        patch.setattr(archive, "write", fails)
        with pytest.raises(Boom):
            nieuw.deliver(declared(LINE))

    assert nieuw.ask("SELECT count(*) FROM levering") == [(0,)]
    assert nieuw.deliver(declared(LINE))[0].geaccepteerd == 1


def test_every_delivery_gets_the_next_number_and_the_version_follows(nieuw: Boek) -> None:
    nieuw.deliver(toegewezen(GIVEN), AANBIEDERS)
    first = nieuw.warehouse.version

    nieuw.deliver("geen bestand")

    assert (first, nieuw.warehouse.version) == (2, 3)
    assert nieuw.ask("SELECT levering_nr, soort, gelezen FROM levering ORDER BY ALL") == [
        (1, "JW301", 1),
        (2, "aanbieders", 2),
        (3, None, 0),
    ]
    assert nieuw.ask("SELECT levering_nr, plaats, code FROM afkeuring ORDER BY ALL") == [
        (2, 'regel 3, kolom "naam"', "0001"),
        (3, "bestand", "onleesbaar"),
    ]


def test_nothing_delivered_changes_nothing(nieuw: Boek) -> None:
    assert nieuw.deliver() == []
    assert nieuw.warehouse.version == 0
    assert list(nieuw.settings.data.rglob("*.parquet")) == []


def test_an_exact_repeat_is_dubbel_in_one_batch_and_afterwards(boek: Boek) -> None:
    both = boek.deliver(declared(LINE), declared(LINE))
    [again] = boek.deliver(declared(LINE))

    said = [(one.gelezen, one.geaccepteerd, one.afgekeurd) for one in (*both, again)]
    assert said == [(1, 1, 0), (1, 0, 1), (1, 0, 1)]
    assert [[reden.code for reden in one.redenen] for one in (*both, again)] == [
        [],
        ["dubbel"],
        ["dubbel"],
    ]
    assert boek.ask("SELECT count(*) FROM prestatie") == [(1,)]


def test_a_repeat_is_known_after_the_warehouse_was_opened_again(nieuw: Boek) -> None:
    nieuw.deliver(AANBIEDERS)
    nieuw.warehouse.close()

    nieuw.warehouse = Warehouse.open(nieuw.settings)
    [again] = nieuw.deliver(AANBIEDERS)

    assert (again.geaccepteerd, again.afgekeurd, nieuw.warehouse.version) == (0, 2, 2)
    assert nieuw.ask("SELECT naam FROM aanbieder") == [("Zorg",)]


def test_a_file_of_which_nothing_was_accepted_may_come_again(boek: Boek) -> None:
    refused = declared(replace(LINE, bedrag=1))

    outcomes = [boek.deliver(refused)[0], boek.deliver(refused)[0]]

    assert [[reden.code for reden in one.redenen] for one in outcomes] == [["9346"], ["9346"]]


def test_the_moment_of_receipt_is_kept_in_utc(boek: Boek) -> None:
    amsterdam = timezone(timedelta(hours=2))

    boek.deliver(AANBIEDERS, op=datetime(2026, 7, 1, 1, 30, tzinfo=amsterdam))

    assert boek.ask("SELECT ontvangen_op, wijze FROM levering") == [
        (datetime(2026, 6, 30, 23, 30), "live")  # noqa: DTZ001  (that is how it is stored)
    ]


def test_history_is_refused_unless_it_is_said_to_be_history(boek: Boek) -> None:
    boek.deliver(AANBIEDERS)
    old = [boek.reading(declared(LINE))]
    receipt = Receipt(ontvangen_op=EARLIER, wijze=Wijze.DAGTEKENING)

    with pytest.raises(HistoryRefused, match="--historie"):
        boek.record(old, receipt)
    refused = boek.warehouse.version
    [uitkomst] = boek.record(old, receipt.model_copy(update={"historie": True}))

    assert (refused, uitkomst.geaccepteerd) == (1, 1)


def test_history_in_another_zone_is_compared_as_a_moment(boek: Boek) -> None:
    boek.deliver(AANBIEDERS)
    later = NOON + timedelta(minutes=30)
    far = timezone(timedelta(hours=-8))
    receipt = Receipt(ontvangen_op=later.astimezone(far), wijze=Wijze.DATUM)

    [uitkomst] = boek.record([boek.reading(declared(LINE))], receipt)

    assert uitkomst.geaccepteerd == 1


def test_a_backfill_before_the_first_live_delivery_is_no_change_of_history(boek: Boek) -> None:
    boek.deliver(AANBIEDERS, op=NOON, wijze=Wijze.DATUM)

    [uitkomst] = boek.deliver(declared(LINE), op=EARLIER, wijze=Wijze.DAGTEKENING)

    assert uitkomst.geaccepteerd == 1


@settings(
    max_examples=10,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(history=histories(), data=st.data())
def test_the_marts_after_any_order_are_those_of_a_rebuild(
    history: History, data: st.DataObject, boek: Boek
) -> None:
    boek.empty()
    files = data.draw(st.permutations([file.inhoud for file in history.files]))
    cut = data.draw(st.integers(0, len(files)))
    boek.deliver(*files[:cut])
    boek.deliver(*files[cut:])
    before = boek.tables(*MART)

    boek.warehouse.rebuild()

    assert boek.tables(*MART) == before


def test_a_reader_sees_a_delivery_whole_or_not_at_all(nieuw: Boek) -> None:
    stop = threading.Event()
    torn: list[object] = []
    seen: set[int] = set()

    def watch() -> None:
        while not stop.is_set():
            with nieuw.warehouse.cursor() as cursor:
                [row] = cursor.execute(
                    "SELECT (SELECT count(*) FROM levering), (SELECT count(*) FROM prestatie), "
                    "(SELECT count(*) FROM regel), "
                    "(SELECT coalesce(sum(regels), 0) FROM uitgave_maand)"
                ).fetchall()
            seen.add(row[0])
            if not row[0] == row[1] == row[2] == row[3]:
                torn.append(row)

    watchers = [threading.Thread(target=watch) for _ in range(3)]
    for watcher in watchers:
        watcher.start()
    for number in range(8):
        nieuw.deliver(declared(replace(LINE, referentie=f"R{number}"), nummer=f"D{number}"))
    stop.set()
    for watcher in watchers:
        watcher.join()

    assert torn == []
    assert len(seen) > 2


def test_cursors_of_threads_at_once_give_everyone_his_own_answer(boek: Boek) -> None:
    boek.deliver(AANBIEDERS)
    found: dict[int, set[str]] = {}

    def ask(number: int) -> None:
        query = f"SELECT {number}, naam FROM aanbieder"  # noqa: S608
        found[number] = {str(boek.ask(query)) for _ in range(50)}

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == {number: {f"[({number}, 'Zorg')]"} for number in range(4)}


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_csv('/etc/hostname')",
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM '/etc/hostname'",
        "SELECT * FROM glob('/etc/*')",
        "COPY levering TO 'gestolen.csv'",
        "EXPORT DATABASE 'gestolen'",
        "ATTACH 'gestolen.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET memory_limit = '64GB'",
        "SET lock_configuration = false",
    ],
)
def test_a_cursor_reaches_no_file_no_network_and_no_setting(statement: str, boek: Boek) -> None:
    with boek.warehouse.cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute(statement)
