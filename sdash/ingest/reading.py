"""What reading a file gives: accepted records as Arrow tables, and why others are rejected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from types import NoneType
from typing import Any, Final, get_args

import pyarrow as pa
from pydantic import BaseModel, ConfigDict

from sdash.contracts.base import Contract
from sdash.contracts.berichten import CONTRACTS

ONLEESBAAR: Final = "onleesbaar"


class Reden(BaseModel):
    """Why a record was rejected: where it stands in its file, a retourcode and a Dutch sentence."""

    model_config = ConfigDict(frozen=True)

    plaats: str
    code: str
    reden: str


@dataclass(frozen=True)
class Reading:
    """One file, read: gelezen = geaccepteerd + afgekeurd, and `tables` by ledger table name.

    `voorstel` is the koppeling (TOML) that may let a file with unknown columns be read. It holds
    names from that file's header, so it is shown to who checks the file, and never kept.
    """

    bestand: str
    sha256: str
    soort: str | None = None
    wet: str | None = None
    aanbieder: str | None = None
    identificatie: str | None = None
    dagtekening: date | None = None
    gelezen: int = 0
    afgekeurd: int = 0
    redenen: tuple[Reden, ...] = ()
    tables: Mapping[str, pa.Table] = field(default_factory=dict)
    voorstel: str = ""

    @property
    def geaccepteerd(self) -> int:
        """How many records were accepted."""
        return self.gelezen - self.afgekeurd


class Unreadable(Exception):
    """The file as a whole can't be read; the message says why in plain Dutch."""

    def __init__(self, why: str, voorstel: str = "") -> None:
        super().__init__(why)
        self.voorstel = voorstel


_ARROW: Final[Mapping[type, pa.DataType]] = {
    str: pa.string(),
    int: pa.int64(),
    bool: pa.bool_(),
    date: pa.date32(),
    time: pa.time64("us"),
    Decimal: pa.decimal128(18, 4),
}


def _arrow_type(annotation: Any) -> pa.DataType:  # noqa: ANN401  (annotations have no common type)
    if isinstance(annotation, type):
        return _ARROW[str if issubclass(annotation, StrEnum) else annotation]
    for part in get_args(annotation):
        if part is not NoneType:
            return _arrow_type(type(part) if isinstance(part, str) else part)
    message = f"no Arrow type for {annotation}"
    raise TypeError(message)


def _schema(contract: type[Contract]) -> pa.Schema:
    columns = [
        pa.field(name, _arrow_type(info.annotation)) for name, info in contract.model_fields.items()
    ]
    return pa.schema([pa.field("plaats", pa.int32()), *columns])


SCHEMA: Final = {contract: _schema(contract) for contract in CONTRACTS.values()}
"""The columns of a contract's ledger table, after the place of the record in its file."""


def arrow_table(contract: type[Contract], values: Sequence[object]) -> pa.Table:
    """Accepted records as one Arrow table, from their places and values one after another."""
    schema = SCHEMA[contract]
    columns = [
        pa.array(values[first :: len(schema)], column.type) for first, column in enumerate(schema)
    ]
    return pa.Table.from_arrays(columns, schema=schema)
