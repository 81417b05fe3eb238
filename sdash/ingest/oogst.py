"""What is gathered while one file is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from sdash.contracts.base import Contract, explain
from sdash.ingest.reading import Reden

Why = tuple[str, str]
"""A retourcode and a Dutch sentence."""


@dataclass
class Oogst:
    """Accepted records by contract, each with its place in the file, and why others are not."""

    records: dict[type[Contract], list[tuple[object, ...]]] = field(default_factory=dict)
    redenen: list[Reden] = field(default_factory=list)
    gelezen: int = 0
    afgekeurd: int = 0

    def add(self, contract: type[Contract], values: Mapping[str, Any]) -> None:
        """Validate a record, and accept it or keep why not."""
        try:
            record = contract.model_validate(values)
        except ValidationError as error:
            self.gelezen += 1
            self.refuse_at(f"{contract.__name__} {self.gelezen}", list(explain(error)))
        else:
            self.accept(record)

    def accept(self, record: Contract) -> None:
        """Keep a record."""
        self.gelezen += 1
        self.keep(record)

    def keep(self, record: Contract) -> None:
        """Keep what a file says beside its records, such as the head of a declaratie."""
        self.records.setdefault(type(record), []).append((self.gelezen, *record.__dict__.values()))

    def refuse(self, name: str, why: Why) -> None:
        """Count one more record and keep why it is rejected."""
        self.gelezen += 1
        self.refuse_at(f"{name} {self.gelezen}", [why])

    def refuse_at(self, place: str, why: list[Why]) -> None:
        """Keep why the record that was counted last is rejected."""
        self.afgekeurd += 1
        self.redenen += [Reden(plaats=place, code=code, reden=reden) for code, reden in why]
