"""Everything hostile that can lie in an inbox, by name, with a word of why it is refused.

CONTENTS is what a file says, THINGS what is no file, NAMES what it is called. What only hurts by
its size is made large in tests/ingest/test_large.py.
"""

import gzip
import io
import os
import socket
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.ingest.berichten import BSN, declaratie, start
from tests.service.files import put

MB = 1024 * 1024
HEAD = b'<?xml version="1.0" encoding="UTF-8"?>'
BODY = declaratie()[len(HEAD) :]
CSV = b"agb_code;naam\n42420001;Zorg\n"


def around(inside: bytes) -> bytes:
    """A declaratie with something else in the place of its first number."""
    return declaratie().replace(b">R1<", b">" + inside + b"<")


def with_type(declared: bytes, used: bytes = b"R1") -> bytes:
    """A declaratie below a document type."""
    return HEAD + b"<!DOCTYPE b " + declared + b">" + BODY.replace(b">R1<", b">" + used + b"<")


def laughs(times: int) -> bytes:
    rows = (f'<!ENTITY l{nr} "{f"&l{nr - 1};" * 10}">' for nr in range(1, times))
    return f'[<!ENTITY l0 "ha">{"".join(rows)}]'.encode()


def in_encoding(name: str, said: str) -> bytes:
    return declaratie().decode().replace("UTF-8", said, 1).encode(name)


def bomb(name: str, size: int, said: int | None = None) -> bytes:
    """A ZIP of a few megabytes with one entry of so many zeros; `said` is what it tells of that.

    The stream is one deflated megabyte, many times over: to really deflate gigabytes takes long.
    """
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    part = deflate.compress(bytes(MB)) + deflate.flush(zlib.Z_FULL_FLUSH)
    packed = part * (size // MB) + deflate.flush()
    shared = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(packed), said or size, len(name), 0)
    local = b"PK\x03\x04" + shared + name.encode()
    central = b"PK\x01\x02\x14\x00" + shared + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name.encode()
    begin = len(local) + len(packed)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), begin, 0)
    return local + packed + central + end


def packed(inhoud: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("bericht.xml", inhoud)
    return file.getvalue()


def tarred(inhoud: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        entry = tarfile.TarInfo("../../bericht.xml")
        entry.size = len(inhoud)
        archive.addfile(entry, io.BytesIO(inhoud))
    return file.getvalue()


NO_XML = "geen volledig XML-bericht"
NO_TYPE = "documenttype"
OTHER = "andere tekencodering"
UNKNOWN = "geen bestand dat sdash kent"

CONTENTS: Mapping[str, tuple[bytes, str]] = {
    "empty": (b"", "leeg"),
    "only spaces": (b" \r\n\t" * 100, "leeg"),
    "half a message": (declaratie()[:-300], NO_XML),
    "UTF-16 that says UTF-8": (in_encoding("utf-16", "UTF-8"), OTHER),
    "UTF-8 that says UTF-16": (in_encoding("utf-8", "UTF-16"), NO_XML),
    "UTF-8 that says UTF-16, with a mark": (in_encoding("utf-8-sig", "UTF-16"), OTHER),
    "UTF-8 with a mark that says latin-1": (in_encoding("utf-8-sig", "ISO-8859-1"), OTHER),
    "UTF-32": (in_encoding("utf-32-be", "UTF-8"), OTHER),
    "UTF-7": (b"+ADw-" + BODY, UNKNOWN),
    "latin-1 that says UTF-8": (around("Hélène".encode("latin-1")), NO_XML),
    "the mark of another encoding": (b"\xff\xfe" + declaratie(), NO_XML),
    "an encoding of nobody": (in_encoding("utf-8", "UTF-5"), NO_XML),
    "an entity": (with_type(b'[<!ENTITY a "R1">]', b"&a;"), NO_TYPE),
    "an entity of nobody": (around(b"&niemand;"), NO_XML),
    "a billion laughs": (with_type(laughs(20), b"&l19;"), NO_TYPE),
    "a quadratic blow-up": (
        with_type(b'[<!ENTITY a "' + b"x" * 100_000 + b'">]', b"&a;" * 10_000),
        NO_TYPE,
    ),
    "an entity that names a file": (
        with_type(b'[<!ENTITY f SYSTEM "file:///etc/hostname">]', b"&f;"),
        NO_TYPE,
    ),
    "an entity that names a server": (
        with_type(b'[<!ENTITY f SYSTEM "http://127.0.0.1:9/f">]', b"&f;"),
        NO_TYPE,
    ),
    "a parameter entity": (
        with_type(b'[<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]'),
        NO_TYPE,
    ),
    "a document type elsewhere": (with_type(b'SYSTEM "http://127.0.0.1:9/b.dtd"'), NO_TYPE),
    "an inclusion": (
        b'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/hostname"/>',
        "geen bericht van iJw of iWmo",
    ),
    "a million levels": (around(b"<a>" * 1_000_000 + b"</a>" * 1_000_000), NO_XML),
    "a million levels of nobody": (b"<a>" * 1_000_000, "geen bericht van iJw of iWmo"),
    "a tag without end": (b"<a " + b'b="c" ' * 500_000, "begin van het bestand is te lang"),
    "twice the same attribute": (b'<a b="1" b="2"/>', NO_XML),
    "two messages in one file": (declaratie() + declaratie(), NO_XML),
    "a message and rubbish": (declaratie() + b"\0" * 5000, NO_XML),
    "two headers": (
        declaratie().replace(b"</jw323:Header>", b"</jw323:Header><jw323:Header/>"),
        "Header staat twee keer",
    ),
    "a zip": (packed(declaratie()), "ingepakt"),
    "gigabytes in a zip": (bomb("bericht.xml", 3 * 1024 * MB), "ingepakt"),
    "gigabytes in a zip that says less": (bomb("bericht.xml", 3 * 1024 * MB, 100), "ingepakt"),
    "a gzip": (gzip.compress(declaratie()), "ingepakt"),
    "gigabytes in a gzip": (gzip.compress(bytes(64 * MB)), "ingepakt"),
    "a tar that points outside": (tarred(declaratie()), UNKNOWN),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x81", "geen tekst"),
    "a program": (b"\x7fELF\x02\x01\x01" + bytes(64) + b"\x81", "geen tekst"),
    "a letter": (b"Geachte heer,\nhierbij.\n", UNKNOWN),
    "200,000 columns": (b";".join(b"k%d" % nr for nr in range(200_000)) + b"\n", "lang"),
    "a few thousand columns": (b";".join(b"k%d" % nr for nr in range(20_000)) + b"\n", UNKNOWN),
    "the same column again and again": (b"naam;" * 100_000 + b"\n", "twee keer"),
    "a line of two megabytes": (CSV + b"42420002;" + b"x" * 2 * MB, "te lang"),
    "a cell of half a megabyte": (CSV + b"42420002;" + b"x" * (MB // 2), "geen CSV"),
    "a quote without end": (CSV + b'42420002;"Zorg\n' * 3, "geen CSV"),
    "only NUL bytes": (bytes(2 * MB), "te lang"),
    "NUL bytes before a header": (b"\0" * 10 + CSV, UNKNOWN),
}  # fmt: skip


def _link(target: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / "verwijzing.xml"
        path.symlink_to(folder.parent / target)
        return path

    return make


def _hard_to_open(make: Callable[[Path], object], name: str) -> Callable[[Path], Path]:
    def made(folder: Path) -> Path:
        make(folder / name)
        return folder / name

    return made


def _socket(path: Path) -> None:
    before = Path.cwd()
    os.chdir(path.parent)  # the whole path may be longer than the system takes for a socket
    try:
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind(path.name)
    finally:
        os.chdir(before)


NOT_PLAIN = "geen gewoon bestand"
THINGS: Mapping[str, Callable[[Path], Path]] = {
    "a link to a good file": _link("elders.xml"),
    "a link to a folder": _link("afgekeurd"),
    "a link to itself": _link("inbox/verwijzing.xml"),
    "a link to nothing": _link("nergens"),
    "a link to the warehouse": _link("sdash.duckdb"),
    "a link to a device": _link("../../../../../../../../../../dev/zero"),
    "a pipe": _hard_to_open(os.mkfifo, "pijp.xml"),
    "a socket": _hard_to_open(_socket, "contact.xml"),
}
"""What is no plain file: refused with NOT_PLAIN."""

NAMES: Mapping[str, bytes] = {
    "newlines": b"een\ntwee\r\ndrie.xml",
    "control characters": b"een\x01\x1b[31m\x7f.xml",
    "no UTF-8": b"caf\xe9\xff.xml",
    "255 bytes": b"n" * 251 + b".xml",
    "255 bytes of accents": "é".encode() * 125 + b".xml",
    "a BSN": f"Kind {BSN}.xml".encode(),
    "a BSN with dots": f"{BSN[:4]}.{BSN[4:6]}.{BSN[6:]}.xml".encode(),
    "a BSN behind letters": f"BSN{BSN}_x.xml".encode(),
    "another direction": "een\u202elmx.xml".encode(),
    "markup": b"<b>&amp;![x](y).xml",
    "a formula": b"=1+1.xml",
    "quotes and a semicolon": b"a'; DROP TABLE levering; --\".xml",
    "an option": b"--data.xml",
    "the name of a report": b"x.xml.rapport.json",
    "spaces": b"   .xml",
}
"""Names that may not harm the file below them, good or bad."""


def put_named(folder: Path, name: bytes, content: bytes) -> Path:
    """Rename a file to a name of any bytes into a folder."""
    path = folder / os.fsdecode(name)
    return put(folder.parent, "op-weg", content).rename(path)


def truncated() -> list[bytes]:
    """A small message, cut off after every one of its bytes but the last newline."""
    whole = start()
    return [whole[:size] for size in range(len(whole.rstrip()))]
