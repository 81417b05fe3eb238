import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from sdash.bench import Keuze
from sdash.bench.gemeente import DISTRICTS_OF_A_TRIAL as TIMES
from sdash.bench.gemeente import gemeente
from sdash.settings import Settings
from sdash.sql import load
from sdash.warehouse import Warehouse, marts
from sdash.warehouse.mart import Mart
from sdash.warehouse.marts import MARTS

COUNTED = (
    "regel",
    "uitgave_maand",
    "toewijzing",
    "melding",
    "inzet",
    "zorgperiode",
    "declaratie",
    "casus",
)


@contextmanager
def opened(settings: Settings) -> Iterator[Any]:
    with closing(Warehouse.open(settings)) as warehouse, warehouse.cursor() as cursor:
        yield cursor


def ask(keuze: Keuze, question: str, naam: str) -> list[tuple[Any, ...]]:
    with opened(gemeente(keuze, naam)) as cursor:
        found: list[tuple[Any, ...]] = cursor.execute(question).fetchall()
    return found


def times(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Rows whose last column is a count or a sum, of as many districts."""
    return [(*key, value * TIMES) for *key, value in rows]


SPENT = """
    SELECT maand, wet, categorie, status, sum(bedrag) FROM mart.regel GROUP BY ALL ORDER BY ALL
"""
PEOPLE = """
    SELECT wet, van, tot, count(DISTINCT client_id) FROM mart.zorgperiode GROUP BY ALL ORDER BY ALL
"""
FLAGS = """
    SELECT vlag, count(*) FROM (SELECT unnest(vlaggen) AS vlag FROM mart.regel)
    GROUP BY vlag ORDER BY vlag
"""
BUDGET = "SELECT jaar, taakveld, sum(lasten) FROM mart.begroting GROUP BY ALL ORDER BY ALL"


@pytest.mark.parametrize("question", [SPENT, PEOPLE, FLAGS, BUDGET])
def test_a_multiple_adds_up_to_so_many_times_the_village(
    keuze: Keuze, village: Keuze, question: str
) -> None:
    assert ask(keuze, question, "veelvoud") == times(ask(village, question, "dorp"))


def test_every_row_of_the_village_is_in_each_district(keuze: Keuze, village: Keuze) -> None:
    question = " UNION ALL ".join(f"SELECT count(*) FROM mart.{mart}" for mart in COUNTED)  # noqa: S608

    assert ask(keuze, question, "veelvoud") == times(ask(village, question, "dorp"))


@pytest.mark.parametrize("mart", MARTS, ids=lambda mart: mart.naam)
def test_every_key_of_a_multiple_is_unique(keuze: Keuze, mart: Mart) -> None:
    key = ", ".join(f'"{column}"' for column in load(f"mart/{mart.naam}")[0].grain)
    twice = f"SELECT {key} FROM mart.{mart.naam} GROUP BY ALL HAVING count(*) > 1"  # noqa: S608

    assert ask(keuze, twice, "veelvoud") == []


def test_deliveries_are_numbered_without_a_gap_in_the_order_of_receipt(keuze: Keuze) -> None:
    found = ask(keuze, "SELECT levering_nr, ontvangen_op FROM levering ORDER BY 1", "veelvoud")

    assert [number for number, _ in found] == [*range(1, len(found) + 1)]


def test_rebuilding_a_multiple_gives_the_same_answers(keuze: Keuze) -> None:
    settings = gemeente(keuze)
    with opened(settings) as cursor:
        before = [
            cursor.execute(f"FROM mart.{mart.naam} ORDER BY ALL").fetchall() for mart in MARTS
        ]
    with closing(Warehouse.open(settings)) as warehouse:
        warehouse.rebuild()
    with opened(settings) as cursor:
        after = [cursor.execute(f"FROM mart.{mart.naam} ORDER BY ALL").fetchall() for mart in MARTS]

    assert after == before


def test_a_rebuild_in_many_parts_gives_the_same(
    keuze: Keuze, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = gemeente(keuze)
    monkeypatch.setattr(marts, "LINES_AT_ONCE", 100)
    with opened(settings) as cursor:
        before = [
            cursor.execute(f"FROM mart.{mart.naam} ORDER BY ALL").fetchall() for mart in MARTS
        ]
    with closing(Warehouse.open(settings)) as warehouse:
        warehouse.rebuild()
    with opened(settings) as cursor:
        after = [cursor.execute(f"FROM mart.{mart.naam} ORDER BY ALL").fetchall() for mart in MARTS]

    assert after == before


def test_a_copy_can_be_written_to_without_harm_to_the_next(keuze: Keuze) -> None:
    first = gemeente(keuze)
    shutil.rmtree(first.data)

    assert gemeente(keuze).data.exists()


def test_what_is_kept_is_used_again(keuze: Keuze, kept: Path) -> None:
    gemeente(keuze)
    made = {path: path.stat().st_mtime_ns for path in kept.rglob("*.duckdb")}
    gemeente(keuze)

    assert {path: path.stat().st_mtime_ns for path in kept.rglob("*.duckdb")} == made
