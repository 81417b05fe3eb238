"""What is gathered while one file is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import pyarrow as pa
from pydantic import ValidationError

from sdash.contracts.base import Contract, explain
from sdash.contracts.regels import Why
from sdash.ingest.reading import Reden, Unreadable, arrow_table

MAX_REDENEN: Final = 200_000
"""More than the records of the largest message: what has more to say would fill the memory."""


@dataclass
class Oogst:
    """Accepted records by contract, and why others are not.

    Of each contract, `records` holds place and values one after another in one list: a tuple a
    record would be an object a record for the garbage collector to go through.
    """

    records: dict[type[Contract], list[object]] = field(default_factory=dict)
    packed: dict[type[Contract], list[pa.Table]] = field(default_factory=dict)
    redenen: list[Reden] = field(default_factory=list)
    gelezen: int = 0
    afgekeurd: int = 0

    @property
    def geaccepteerd(self) -> int:
        """How many records were accepted so far."""
        return self.gelezen - self.afgekeurd

    def add(self, contract: type[Contract], values: Mapping[str, Any]) -> None:
        """Validate a record, and accept it or keep why not."""
        self.gelezen += 1
        try:
            record = contract.__pydantic_validator__.validate_python(values)
        except ValidationError as error:
            self.refuse_at(f"{contract.__name__} {self.gelezen}", list(explain(error)))
        else:
            self.keep(record)

    def accept(self, record: Contract) -> None:
        """Keep a record."""
        self.gelezen += 1
        self.keep(record)

    def keep(self, record: Contract) -> None:
        """Keep what a file says beside its records, such as the head of a declaratie."""
        values = self.records.setdefault(type(record), [])
        values.append(self.gelezen)
        values.extend(record.__dict__.values())

    def pack(self) -> None:
        """Put the records so far into a table, where they take a tenth of the memory."""
        for contract, values in self.records.items():
            self.packed.setdefault(contract, []).append(arrow_table(contract, values))
        self.records.clear()

    def tables(self) -> dict[str, pa.Table]:
        """All accepted records by ledger table."""
        self.pack()
        return {it.tabel: pa.concat_tables(tables) for it, tables in self.packed.items()}

    def refuse(self, name: str, why: Why) -> None:
        """Count one more record and keep why it is rejected."""
        self.gelezen += 1
        self.refuse_at(f"{name} {self.gelezen}", [why])

    def refuse_at(self, place: str, why: list[Why]) -> None:
        """Keep why the record that was counted last is rejected."""
        self.afgekeurd += 1
        self.redenen += [Reden(plaats=place, code=code, reden=reden) for code, reden in why]
        if len(self.redenen) > MAX_REDENEN:
            raise Unreadable("Er is zo veel mis met dit bestand dat het als geheel is afgekeurd.")
