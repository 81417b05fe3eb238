"""What may happen to a message or a file: each way takes its chance, beside another content."""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

EXTREMES: Final = (
    *("", " ", "0", "-1", "+5", "1e9", "NaN", "0x10", "1_000", "1.234,56", "99999999"),
    *(
        "100000000",
        "999999999",
        "999999999999",
        "9" * 400,
        "\uff11\uff12",
        "\u0663",
        "²",
        "00",
        "01",
        "83",
    ),
    *("0000-00-00", "0001-01-01", "9999-12-31", "2026-02-30", "2026-13-01", "20260101"),
    *("2026-01-01T00:00:00", "24:00:00", "23:59:60", "12:00", "12:00:00.123456", "12:00:00+01:00"),
    *("D", "C", "X", "d", "JA", "x" * 21, "x" * 37, "x" * 201, "é" * 20, "999900006", "123456782"),
    *("000000000", "1681", "0000", "&#0;", "&#x1F600;", "&amp;", "&lt;b&gt;", "&niemand;", "]]>"),
    *("<!-- uit -->1", "<![CDATA[12]]>", "<?uit?>", "<a/>", "\u202e1", "\ufeff", "\x1b[1m", "\x7f"),
    *("=1+1", '"', "'", ";", ",", "\n", "\r", "\t", "\0", "9531 AA", "WK168100", "6.711"),
)
CODECS: Final = ("utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252", "utf-8-sig", "utf-7")
_LEAF: Final = re.compile(rb"<([A-Za-z][\w:.-]*)>([^<>]*)</\1>")
_START: Final = re.compile(rb"<([A-Za-z][\w:.-]*)>")
_CELL: Final = re.compile(rb"[^;\n]+")

Mutatie = Callable[[Random, bytes, bytes], bytes]
"""What is done to a content, by chance, beside another content of any kind."""


def _part(rng: Random, data: bytes, most: int = 40) -> tuple[int, int]:
    begin = rng.randint(0, len(data))
    return begin, min(len(data), begin + rng.randint(1, most))


def flip(rng: Random, data: bytes, _other: bytes) -> bytes:
    """Some bits the other way."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8)) if data else 0):
        changed[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def leave_out(rng: Random, data: bytes, _other: bytes) -> bytes:
    """Some bytes are gone."""
    begin, end = _part(rng, data)
    return data[:begin] + data[end:]


def repeat(rng: Random, data: bytes, _other: bytes) -> bytes:
    """Some bytes come once more."""
    begin, end = _part(rng, data)
    return data[:end] + data[begin:]


def overwrite(rng: Random, data: bytes, _other: bytes) -> bytes:
    """Some bytes are any others."""
    begin, end = _part(rng, data, 8)
    return data[:begin] + rng.randbytes(end - begin) + data[end:]


def insert(rng: Random, data: bytes, _other: bytes) -> bytes:
    """Something odd stands in between."""
    place = rng.randint(0, len(data))
    return data[:place] + rng.choice(EXTREMES).encode() + data[place:]


def cut(rng: Random, data: bytes, _other: bytes) -> bytes:
    """The end is missing."""
    return data[: rng.randint(0, len(data))]


def splice(rng: Random, data: bytes, other: bytes) -> bytes:
    """It goes on as another one."""
    return data[: rng.randint(0, len(data))] + other[rng.randint(0, len(other)) :]


def recode(rng: Random, data: bytes, _other: bytes) -> bytes:
    """Another encoding than it says."""
    text = data.decode("utf-8", "replace")
    return text.encode(rng.choice(CODECS), "replace")


def _element(rng: Random, data: bytes) -> tuple[int, int]:
    """Begin and end of any element; nothing at the end when there is none."""
    starts = [*_START.finditer(data)]
    if not starts:
        return len(data), len(data)
    start = rng.choice(starts)
    close = b"</" + start[1] + b">"
    end = data.find(close, start.end())
    return start.start(), len(data) if end < 0 else end + len(close)


def double_element(rng: Random, data: bytes, _other: bytes) -> bytes:
    """An element stands twice."""
    begin, end = _element(rng, data)
    return data[:end] + data[begin:end] + data[end:]


def drop_element(rng: Random, data: bytes, _other: bytes) -> bytes:
    """An element is gone."""
    begin, end = _element(rng, data)
    return data[:begin] + data[end:]


def swap_elements(rng: Random, data: bytes, _other: bytes) -> bytes:
    """Two elements in each other's place."""
    one, two = sorted((_element(rng, data), _element(rng, data)))
    if one[1] > two[0]:
        return data
    parts = data[: one[0]], data[slice(*two)], data[one[1] : two[0]], data[slice(*one)]
    return b"".join(parts) + data[two[1] :]


def foreign_element(rng: Random, data: bytes, other: bytes) -> bytes:
    """An element of another message in the place of one of this."""
    begin, end = _element(rng, data)
    return data[:begin] + other[slice(*_element(rng, other))] + data[end:]


def _replaced(rng: Random, data: bytes, places: Sequence[tuple[int, int]]) -> bytes:
    if not places:
        return data
    begin, end = rng.choice(places)
    values = [data[slice(*place)] for place in places]
    new = rng.choice(values) if rng.random() < 1 / 3 else rng.choice(EXTREMES).encode()
    return data[:begin] + new + data[end:]


def odd_value(rng: Random, data: bytes, _other: bytes) -> bytes:
    """Another text in an element: an extreme, or what another element says."""
    return _replaced(rng, data, [leaf.span(2) for leaf in _LEAF.finditer(data)])


def odd_cell(rng: Random, data: bytes, _other: bytes) -> bytes:
    """Another text in a cell."""
    return _replaced(rng, data, [cell.span() for cell in _CELL.finditer(data)])


def mix_lines(rng: Random, data: bytes, other: bytes) -> bytes:
    """A line is gone, comes once more, stands elsewhere, or is one of another file."""
    lines = data.splitlines(keepends=True) or [b""]
    line = lines.pop(rng.randrange(len(lines)))
    found = rng.choice(other.splitlines(keepends=True) or [b""])
    new = rng.choice(([], [line, line], [line], [found]))
    place = rng.randint(0, len(lines))
    return b"".join([*lines[:place], *new, *lines[place:]])


ANY: Final[tuple[Mutatie, ...]] = (flip, leave_out, repeat, overwrite, insert, cut, splice, recode)
OF_A_MESSAGE: Final[tuple[Mutatie, ...]] = (
    *(double_element, drop_element, swap_elements, swap_elements, foreign_element),
    *(odd_value, odd_value, odd_value),
)
OF_A_FILE: Final[tuple[Mutatie, ...]] = (odd_cell, odd_cell, odd_cell, mix_lines, mix_lines)
