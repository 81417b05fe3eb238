"""What it costs to record one delivery, beside what it costs in a small municipality."""

from collections.abc import Sequence
from contextlib import closing
from hashlib import sha256
from typing import Any, Final

import pyarrow as pa

from sdash.bench.gemeente import gemeente, kleine_gemeente
from sdash.bench.keuze import Keuze
from sdash.bench.meting import WAND, Meting, mediaan, p95
from sdash.bench.teller import TellendPakhuis
from sdash.clock import now
from sdash.contracts.base import Contract
from sdash.contracts.declaratie import Declaratie, Prestatie
from sdash.ingest import Reading
from sdash.ingest.reading import SCHEMA
from sdash.warehouse import Receipt

VRAAG: Final = (
    "Kost een levering van 100 regels in een grote gemeente evenveel als in een kleine van "
    "100.000 regels?"
)
LINES: Final = 100
WARM, TIMES = 10, 100
TIMES_OF_A_TRIAL: Final = 3
MOST_TIMES_AS_MUCH: Final = 1.5

_BUSIEST: Final = """
    SELECT wet, aanbieder
    FROM prestatie
    WHERE debet_credit = 'D' AND begin > (SELECT max(begin) - INTERVAL 2 MONTH FROM prestatie)
    GROUP BY wet, aanbieder
    ORDER BY count(*) >= $lines DESC, count(*) ASC, aanbieder ASC
    LIMIT 1
"""
_LIKE_THESE: Final = """
    SELECT r.*, p.pseudoniem AS client
    FROM prestatie AS r
    LEFT JOIN persoon AS p ON r.client_id = p.client_id
    WHERE r.wet = $wet AND r.aanbieder = $aanbieder AND r.debet_credit = 'D'
    ORDER BY r.begin DESC, r.levering_nr DESC, r.plaats ASC
    LIMIT $lines
"""
_HEADED_LIKE: Final = """
    SELECT * FROM declaratie_kop WHERE wet = $wet AND aanbieder = $aanbieder
    ORDER BY levering_nr DESC
    LIMIT 1
"""


def meet(keuze: Keuze) -> list[Meting]:
    """The same kind of delivery here and there in turn, so that both meet the same machine."""
    warm, times = (1, TIMES_OF_A_TRIAL) if keuze.kort else (WARM, TIMES)
    with (
        closing(TellendPakhuis.open(kleine_gemeente(keuze))) as klein,
        closing(TellendPakhuis.open(gemeente(keuze))) as groot,
    ):
        who = busiest(klein)
        small, large = Bestemming(klein, who), Bestemming(groot, who)
        pairs = [(small.deliver(number), large.deliver(number)) for number in range(warm + times)]
        statements = groot.statements
    there, here = zip(*pairs[warm:], strict=True)
    return [
        *_of("in de kleine gemeente", there),
        *_of(f"in de gemeente van maat {keuze.maat}", here),
        Meting(
            "zoveel keer zo duur als in de kleine gemeente",
            mediaan(here) / mediaan(there),
            "keer",
            MOST_TIMES_AS_MUCH,
        ),
        Meting("opdrachten aan de database voor een levering", statements, ""),
    ]


def _of(where: str, seconds: Sequence[float]) -> list[Meting]:
    return [
        Meting(f"{where}, mediaan", mediaan(seconds) * 1000, "ms"),
        Meting(f"{where}, 95e percentiel", p95(seconds) * 1000, "ms"),
    ]


def busiest(warehouse: TellendPakhuis) -> dict[str, str]:
    """An aanbieder, within one wet, that lately declared just enough lines."""
    with warehouse.cursor() as cursor:
        [found] = cursor.execute(_BUSIEST, {"lines": LINES}).fetchall()
    return dict(zip(("wet", "aanbieder"), found, strict=True))


class Bestemming:
    """A municipality to which an aanbieder sends its newest lines again, under new numbers."""

    def __init__(self, warehouse: TellendPakhuis, who: dict[str, str]) -> None:
        self._warehouse = warehouse
        self._who = who
        with warehouse.cursor() as cursor:
            self._lines = _asked(cursor, Prestatie, _LIKE_THESE, {**who, "lines": LINES})
            self._head = _asked(cursor, Declaratie, _HEADED_LIKE, {**who})

    def deliver(self, number: int) -> float:
        """The seconds that recording the next one takes; the statements are counted anew."""
        reading = self._reading(number)
        receipt = Receipt(ontvangen_op=now())
        self._warehouse.statements = 0
        begin = WAND()
        self._warehouse.record([reading], [receipt])
        return WAND() - begin

    def _reading(self, number: int) -> Reading:
        count = len(self._lines)
        name = f"BENCH{number}"
        lines = [f"{name}.{line}" for line in range(count)]
        return Reading(
            bestand=f"{name}.xml",
            sha256=sha256(name.encode()).hexdigest(),
            soort=f"{self._who['wet'].upper()}323",
            wet=self._who["wet"],
            aanbieder=self._who["aanbieder"],
            identificatie=name,
            dagtekening=now().date(),
            gelezen=count,
            tables={
                Declaratie.tabel: _with(self._head, declaratienummer=[name]),
                Prestatie.tabel: _with(
                    self._lines,
                    plaats=range(1, count + 1),
                    declaratienummer=[name] * count,
                    referentienummer=lines,
                ),
            },
        )


def _asked(
    cursor: Any,  # noqa: ANN401  (a cursor that counts)
    contract: type[Contract],
    question: str,
    values: dict[str, object],
) -> pa.Table:
    """Rows of the ledger as a reading has them."""
    wanted = SCHEMA[contract]
    return cursor.sql(question, params=values).to_arrow_table().select(wanted.names).cast(wanted)


def _with(records: pa.Table, **columns: Sequence[object]) -> pa.Table:
    for name, values in columns.items():
        place = records.schema.get_field_index(name)
        field = records.schema.field(name)
        records = records.set_column(place, field, pa.array(values, field.type))
    return records
