"""Bounds on text before it is taken apart: a line as long as a file would take all memory."""

from typing import Final

from sdash.ingest.reading import Unreadable

MAX_LINE: Final = 1024 * 1024
"""Bytes of a line; the longest that a contract can need is a few thousand."""


def check_lines(data: bytes) -> None:
    """Raise Unreadable for a text with a line that no table has."""
    begin = 0
    while begin + MAX_LINE < len(data):
        end = data.rfind(b"\n", begin, begin + MAX_LINE)
        if end < 0:
            raise Unreadable("Een regel van het bestand is te lang; dit is geen tabel.")
        begin = end + 1
