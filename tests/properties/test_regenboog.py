"""The layers of help year by year, asked of lives of chance and of plain Python."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdash.queries import regenboog
from tests.queries.marts import Mart, connect, emptied

SOME = settings(max_examples=max(1, settings().max_examples // 2))
LAAG = {("jw", "45"): 4, ("wmo", "01"): 4, ("wmo", "99"): 2, ("jw", "98"): None}
"""The layer of each product; the third layer has the casussen."""
JAREN = (2025, 2026)
OPEN = date(9999, 12, 31)

days = st.dates(date(2025, 6, 1), date(2027, 3, 1))
stretches = st.tuples(days, st.one_of(st.just(OPEN), days)).filter(lambda pair: pair[0] <= pair[1])


class Zorg(NamedTuple):
    """What a person had from when until when."""

    client: int
    product: tuple[str, str]
    dagen: tuple[date, date]


zorgen = st.lists(
    st.builds(Zorg, st.integers(1, 4), st.sampled_from([*LAAG]), stretches), max_size=12
)


@pytest.fixture(scope="module")
def tables() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect() as connection:
        yield connection


def filled(mart: Mart, zorgen: list[Zorg], casussen: list[tuple[date, date]]) -> None:
    mart.add(
        "product",
        [
            {"wet": wet, "categorie": code, "naam": code, "laag": laag}
            for (wet, code), laag in LAAG.items()
            if code in {"98", "99"}
        ],
    )
    mart.add(
        "regel", [{"maand": date(jaar, 1, 1), "referentienummer": str(jaar)} for jaar in JAREN]
    )
    mart.add(
        "inzet",
        [
            {"client_id": z.client, "wet": z.product[0], "categorie": z.product[1]}
            | {"van": z.dagen[0], "tot": z.dagen[1], "toewijzing_nummer": nr}
            for nr, z in enumerate(zorgen)
        ],
    )
    mart.add(
        "casus",
        [
            {"casus_id": str(nr), "begindatum": van, "einddatum": tot}
            for nr, (van, tot) in enumerate(casussen)
        ],
    )


@SOME
@given(zorgen, st.lists(stretches, max_size=4), days)
def test_everyone_stands_where_plain_python_puts_him_and_the_parts_are_one(
    tables: duckdb.DuckDBPyConnection,
    zorgen: list[Zorg],
    casussen: list[tuple[date, date]],
    peildatum: date,
) -> None:
    with emptied(tables) as mart:
        filled(mart, zorgen, casussen)
        rows = mart.rows(regenboog.jaren, jaar=2026, peildatum=peildatum)

    for jaar in [jaar for jaar in JAREN if jaar <= peildatum.year]:
        dag = min(date(jaar, 12, 31), peildatum)
        innermost: dict[int, int] = {}
        for z in zorgen:
            if (laag := LAAG[z.product]) and z.dagen[0] <= dag <= z.dagen[1]:
                innermost[z.client] = max(innermost.get(z.client, 0), laag)
        expected = Counter(innermost.values())
        expected[3] = sum(van <= dag <= tot for van, tot in casussen)

        told = {row.volgnr: row for row in rows if row.jaar == jaar}
        assert {nr: row.clienten or 0 for nr, row in told.items()} == {
            nr: expected[nr] for nr in range(1, 5)
        }
        everybody = len(innermost) + expected[3]
        assert {row.clienten_totaal for row in told.values()} == {everybody}
        parts = [row.deel_clienten for row in told.values() if row.deel_clienten is not None]
        assert sum(parts) == pytest.approx(1 if everybody else 0)
    assert {row.jaar for row in rows} == {jaar for jaar in JAREN if jaar <= peildatum.year}
