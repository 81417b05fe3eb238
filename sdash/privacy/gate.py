"""The gate: what an answer may show of people.

It protects each answer by itself: small counts, what depends on them, and the few other cells of
the same answer that would give them back. Answers that overlap (another filter, another period) can
still be subtracted from each other; only protection on one fixed lattice of cells ends that, and it
will take the place of `_complement` here.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sdash.privacy.policy import Policy
from sdash.sql import Field, Header, Kind, Record

Cell = tuple[int, str]
"""A count of people: the number of its row and the name of its column."""


class Line(NamedTuple):
    """Cells with a total that may be known, and which of them may be hidden beside another."""

    cells: list[Cell]
    spare: list[Cell]


@dataclass(frozen=True)
class Protected:
    """The records as a policy shows them, with the names of the hidden columns of each."""

    records: list[Record]
    hidden: list[frozenset[str]]


def protect(header: Header, records: Sequence[Record], policy: Policy) -> Protected:
    """Hide and round what the policy does not show; hidden values are None."""
    if policy.name == "exact":
        return Protected([*records], [frozenset()] * len(records))
    counts = _counts(header, records)
    small = {cell for cell, count in counts.items() if 0 < count < policy.threshold}
    lines = _lines(header, records) if small else []
    persons: dict[int, set[str]] = defaultdict(set)
    for row, name in _complement(lines, counts, small, policy.threshold):
        persons[row].add(name)
    hidden = [
        frozenset(persons[row] | {*_dependents(header, record, persons[row], policy)})
        for row, record in enumerate(records)
    ]
    shown = [_show(header, *pair, policy) for pair in zip(records, hidden, strict=True)]
    visible = {column.name for column in header.columns}
    return Protected(shown, [names & visible for names in hidden])


def _counts(header: Header, records: Sequence[Record]) -> dict[Cell, int]:
    persons = [column.name for column in header.selected if column.kind is Kind.PERSONS]
    return {
        (row, name): record[name]
        for row, record in enumerate(records)
        for name in persons
        if record[name] is not None
    }


def _lines(header: Header, records: Sequence[Record]) -> list[Line]:
    """The lines of an answer: along each column of the grain, of rows that the header puts together
    by a column, and within each row that adds up.
    """
    along_grain: dict[tuple[object, ...], list[Cell]] = defaultdict(list)
    persons = [column.name for column in header.selected if column.kind is Kind.PERSONS]
    for row, record in enumerate(records):
        for along in header.grain:
            rest = tuple(record[name] for name in header.grain if name != along)
            for name in persons:
                along_grain[name, along, rest].append((row, name))
        if (whole := record.get(header.marks.get("together", ""))) is not None:
            for name in persons:
                along_grain[name, whole].append((row, name))
    lines = [Line(cells, _not_empty(cells, records)) for cells in along_grain.values()]
    for row in range(len(records)):
        for terms, own in header.balances:
            lines.append(Line([(row, name) for name in terms], [(row, name) for name in own]))
    return lines


def _not_empty(cells: list[Cell], records: Sequence[Record]) -> list[Cell]:
    return [(row, name) for row, name in cells if records[row][name]]


def _complement(
    lines: list[Line], counts: Mapping[Cell, int], small: set[Cell], threshold: int
) -> set[Cell]:
    """The small cells, and the smallest others, until no line has so little hidden that its total
    minus its shown cells is again a small count.
    """
    hidden, before = {*small}, -1
    while before < len(hidden):
        before = len(hidden)
        for line in lines:
            while other := _weakest(line, counts, hidden, threshold):
                hidden.add(other)
    return hidden


def _weakest(
    line: Line, counts: Mapping[Cell, int], hidden: set[Cell], threshold: int
) -> Cell | None:
    inside = [cell for cell in line.cells if cell in hidden]
    if not inside or (len(inside) > 1 and sum(counts[cell] for cell in inside) >= threshold):
        return None
    others = [cell for cell in line.spare if cell in counts and cell not in hidden]
    return min(others, key=lambda cell: (counts[cell] == 0, counts[cell]), default=None)


def _dependents(header: Header, record: Record, persons: set[str], policy: Policy) -> Iterator[str]:
    """Columns that would give away a hidden count, or of which nobody knows how many people."""
    for column in header.selected:
        if column.kind is None or column.kind is Kind.PERSONS:
            continue
        unknown = record[column.of] is None and record[column.name] is not None
        few = column.kind is Kind.COUNT and 0 < (record[column.name] or 0) < policy.threshold
        if unknown or few or {column.of, column.within} & persons:
            yield column.name


def _show(header: Header, record: Record, hidden: frozenset[str], policy: Policy) -> Record:
    shown = {name: None if name in hidden else value for name, value in record.items()}
    if policy.rounding == 1:
        return shown
    known = [column for column in header.selected if shown[column.name] is not None]
    for column in known:
        if column.kind in {Kind.PERSONS, Kind.COUNT}:
            shown[column.name] = _rounded(record[column.name], policy.rounding)
    for column in known:
        if column.kind is Kind.SHARE:
            shown[column.name] = _share(shown, column)
    return shown


def _rounded(count: int, rounding: int) -> int:
    return (count + rounding // 2) // rounding * rounding


def _share(shown: Mapping[str, Any], column: Field) -> float | None:
    """A ratio of what is shown, since the exact ratio would give the exact count back."""
    whole = shown[column.within]
    return shown[column.of] / whole if whole else None
