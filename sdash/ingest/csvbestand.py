"""CSV: which encoding it is in, and its rows by delimiter."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import Final

from sdash.ingest.cellen import Rij, Tabel
from sdash.ingest.reading import Unreadable

DELIMITERS: Final = (";", ",", "\t")
_SIP: Final = 1024 * 1024
_MARKED: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def csv_tables(data: bytes) -> Iterator[Tabel]:
    """The same file as each delimiter divides it.

    Text is UTF-8, UTF-16 with a byte order mark, or Windows-1252. Raises Unreadable for what is no
    text; a table raises it for a row that is no CSV.
    """
    encoding = _encoding(data)
    for delimiter in DELIMITERS:
        yield Tabel(_rows(data, encoding, delimiter))


def _encoding(data: bytes) -> str:
    marked = next((name for bom, name in _MARKED if data.startswith(bom)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        if _is_text(data, encoding):
            return encoding
    raise Unreadable("Het bestand is geen tekst in UTF-8, UTF-16 of Windows-1252.")


def _is_text(data: bytes, encoding: str) -> bool:
    """Decode in parts and keep none: the text as a whole may take four times its bytes."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(data), _SIP):
            decoder.decode(data[start : start + _SIP])
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _rows(data: bytes, encoding: str, delimiter: str) -> Iterator[Rij]:
    text = io.TextIOWrapper(io.BytesIO(data), encoding, newline="")
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error:
        message = f"Regel {reader.line_num} van het bestand is geen CSV."
        raise Unreadable(message) from None
