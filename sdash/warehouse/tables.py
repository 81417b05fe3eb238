"""The ledger's tables as they travel: into the ledger, into the archive and back out of it."""

from collections.abc import Iterable
from typing import Final

import pyarrow as pa

from sdash.contracts.berichten import CONTRACTS
from sdash.ingest.reading import SCHEMA

Tables = dict[str, pa.Table]
"""Rows by ledger table; each row has the number of its delivery, and the lowest number is first."""

NUMMER: Final = pa.field("levering_nr", pa.int32())
LEVERING: Final = pa.schema(
    [
        NUMMER,
        *(pa.field(name, pa.string()) for name in ("bestand", "soort", "wet", "aanbieder")),
        pa.field("identificatie", pa.string()),
        pa.field("dagtekening", pa.date32()),
        pa.field("sha256", pa.string()),
        pa.field("ontvangen_op", pa.timestamp("us")),
        pa.field("ingelezen_op", pa.timestamp("us")),
        pa.field("wijze", pa.string()),
        *(pa.field(name, pa.int64()) for name in ("gelezen", "geaccepteerd", "afgekeurd")),
    ]
)
AFKEURING: Final = pa.schema(
    [NUMMER, *(pa.field(name, pa.string()) for name in ("plaats", "code", "reden"))]
)
PERSOON: Final = pa.schema(
    [NUMMER, pa.field("client_id", pa.int32()), pa.field("pseudoniem", pa.string())]
)
"""A person with the first delivery that knew him."""

TABLES: Final = {
    "levering": LEVERING,
    "afkeuring": AFKEURING,
    "persoon": PERSOON,
    **{tabel: pa.schema([NUMMER, *SCHEMA[contract]]) for tabel, contract in CONTRACTS.items()},
}
"""In the order in which they are written: a record needs its person."""


def between(tables: Tables) -> tuple[int, int]:
    """The first and the last delivery."""
    numbers = tables["levering"]["levering_nr"]
    return numbers[0].as_py(), numbers[-1].as_py()


def joined(parts: Iterable[Tables]) -> Tables:
    """Tables one after the other."""
    found: dict[str, list[pa.Table]] = {}
    for part in parts:
        for tabel, table in part.items():
            found.setdefault(tabel, []).append(table)
    return {tabel: pa.concat_tables(some) for tabel, some in found.items()}
