"""Many readers at once on one warehouse, while it is written to."""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from threading import Event, Thread
from typing import Any

from sdash.answers import Answers
from sdash.domain import Rol
from sdash.queries import caseload, uitgaven
from sdash.sql import Params, Query
from sdash.warehouse import Warehouse

THREADS = 16
ASKED = 1_000
ENOUGH_ANSWERS = 15

Question = tuple[Query[Any, Any], Params]


def questions() -> list[Question]:
    """Questions whose answers differ, by query and by parameter."""
    days = [date(2025, 1, 1) + timedelta(days=30 * step) for step in range(20)]
    of_days: list[Question] = [(caseload.stand, caseload.Peildatum(peildatum=day)) for day in days]
    of_years: list[Question] = [
        (uitgaven.per_maand, uitgaven.Jaar(jaar=jaar)) for jaar in (2025, 2026)
    ]
    of_products: list[Question] = [
        (uitgaven.verloop, uitgaven.Selectie(jaar=2026, product=product))
        for product in ("jw-45", "jw-36", "wmo-01")
    ]
    return [*of_days, *of_years, *of_products]


def test_a_thousand_interleaved_questions_get_no_wrong_row(
    answers: Answers, warehouse: Warehouse
) -> None:
    asked = questions()
    alone = [answers.rows(query, params, Rol.CONTROLLER).rows for query, params in asked]
    numbers = [*range(len(asked))] * (ASKED // len(asked) + 1)
    random.Random(1).shuffle(numbers)

    with _writing(warehouse), ThreadPoolExecutor(THREADS) as threads:
        together = [
            *threads.map(
                lambda number: answers.rows(*asked[number], Rol.CONTROLLER).rows,
                numbers[:ASKED],
            )
        ]

    assert len({str(rows) for rows in alone}) > ENOUGH_ANSWERS
    assert together == [alone[number] for number in numbers[:ASKED]]


@contextmanager
def _writing(warehouse: Warehouse) -> Iterator[None]:
    """Commits what no question asks about, for as long as the block lasts."""
    is_over = Event()
    thread = Thread(target=_write, args=(warehouse, is_over))
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def _write(warehouse: Warehouse, is_over: Event) -> None:
    while not is_over.is_set():
        with warehouse.cursor() as cursor:
            cursor.execute("INSERT INTO aanbieder VALUES ('99999999', 'Komt net binnen')")
