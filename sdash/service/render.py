"""Answers as JSON says them: money as a string, moments in UTC with a Z, missing as null."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel

HIDDEN_COLUMNS = "verborgen"


def rows(found: Iterable[tuple[BaseModel, frozenset[str]]]) -> list[dict[str, Any]]:
    """Rows with their hidden columns; a row says only when it has any which they are."""
    return [_row(row, hidden) for row, hidden in found]


def _row(row: BaseModel, hidden: frozenset[str]) -> dict[str, Any]:
    values = {name: plain(value) for name, value in row}
    return {**values, HIDDEN_COLUMNS: sorted(hidden)} if hidden else values


def plain(value: object) -> object:
    """One value as JSON has it."""
    match value:
        case Enum():
            return value.value
        case Decimal():
            return f"{value:.2f}"
        case datetime():
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case tuple() | list():
            return [plain(part) for part in value]
        case _:
            return value
