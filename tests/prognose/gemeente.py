"""A municipality of one or two toewijzingen a month, of which every figure can be worked out."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

import pyarrow as pa

from sdash.domain import Wet
from sdash.prognose.lezen import Gelezen
from sdash.prognose.stof import Stof, eerste_dag, nummer
from sdash.queries import prognose
from sdash.queries.prognose import Driehoek, Toewijzing
from sdash.sql import Header, Row

BEGIN = nummer(date(2022, 1, 1))
KINDS: Final = {
    "DATE": pa.date32(),
    "VARCHAR": pa.string(),
    "BIGINT": pa.int64(),
    "BOOLEAN": pa.bool_(),
    "DECIMAL(18,2)": pa.decimal128(18, 2),
}
JAN_2024 = nummer(date(2024, 1, 1)) - BEGIN


def regel(maand: int, lag: int, euro: float, wet: Wet = Wet.WMO) -> Driehoek:
    """Lines of a month that were received and granted so many months later."""
    return Driehoek(
        maand=eerste_dag(BEGIN + maand),
        ontvangen=eerste_dag(BEGIN + maand + lag),
        wet=wet,
        categorie="01",
        productcode="01A04",
        aanbieder="99000201",
        ingediend=Decimal(str(euro)),
        toegekend=Decimal(str(euro)),
        afgewezen=Decimal(0),
        volume=round(euro),
    )


def toewijzing(nr: int, van: date, tot: date | None, ontvangen: date) -> Toewijzing:
    """A hundred pieces of one euro a month."""
    return Toewijzing(
        wet=Wet.WMO,
        categorie="01",
        productcode="01A04",
        aanbieder="99000201",
        toewijzing_nummer=nr,
        ingangsdatum=van,
        einddatum=tot,
        volume=100,
        eenheid="84",
        frequentie="4",
        budget=None,
        verwijderd=False,
        ontvangen=ontvangen,
        tot=None,
        gestopt=None,
        gestopt_bekend=None,
    )


def lines(maanden: int, per_maand: float = 100) -> Iterator[Driehoek]:
    """Nine parts of each month come a month later, the tenth two months later."""
    for maand in range(maanden):
        for lag, part in ((1, 0.9), (2, 0.1)):
            if maand + lag < maanden:
                yield regel(maand, lag, per_maand * part)


def steady(maanden: int) -> tuple[list[Driehoek], list[Toewijzing]]:
    """One toewijzing that runs on, of which all is used."""
    first = eerste_dag(BEGIN)
    return [*lines(maanden)], [toewijzing(1, first, None, first)]


def gelezen(driehoek: Sequence[Driehoek], toewijzingen: Sequence[Toewijzing]) -> Gelezen:
    """These rows as the answers that they would come in."""
    return Gelezen(
        tabel(prognose.driehoek.header, driehoek), tabel(prognose.toewijzingen.header, toewijzingen)
    )


def tabel(header: Header, rows: Sequence[Row]) -> pa.Table:
    """Rows as the columns that the header says."""
    schema = pa.schema([(field.name, KINDS[field.type]) for field in header.columns])
    return pa.Table.from_pylist([row.model_dump() for row in rows], schema)


def stof_of(driehoek: Sequence[Driehoek], toewijzingen: Sequence[Toewijzing]) -> Stof:
    found = gelezen(driehoek, toewijzingen).stof()
    assert found is not None
    return found
