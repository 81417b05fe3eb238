"""Read one file: recognise it, parse and validate it, and turn persons into pseudonyms."""

import errno
import hashlib
import os
import re
import stat
from pathlib import Path
from typing import Final

from sdash.contracts.regels import why_not_gemeente
from sdash.domain import passes_elfproef
from sdash.ingest.elements import root_tag, stream
from sdash.ingest.envelope import is_envelope, message_in
from sdash.ingest.files import read_file
from sdash.ingest.header import read_header
from sdash.ingest.lezers import read_records, streamed
from sdash.ingest.nummers import about_nobody
from sdash.ingest.oogst import Oogst
from sdash.ingest.pseudonym import Pseudonymiser
from sdash.ingest.reading import ONLEESBAAR, Reading, Reden, Unreadable
from sdash.ingest.soorten import soort_of
from sdash.ingest.structuur import sound
from sdash.ingest.xlsx import PACKED
from sdash.settings import Settings

MAX_BYTES: Final = 100 * 1024 * 1024
"""Four times the 25 MB that the standard allows for a message."""

NOT_PLAIN: Final = "Dit is geen gewoon bestand, maar een verwijzing, map of apparaat."

CANNOT_READ: Final = "Het bestand kan niet gelezen worden: de schijf of het netwerk weigert het."
CHANGED: Final = "Het bestand veranderde terwijl het gelezen werd; lever het aan als het klaar is."
_REFUSED: Final = {
    **dict.fromkeys((errno.ELOOP, errno.EMLINK, errno.EISDIR, errno.ENXIO), NOT_PLAIN),
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR), "Dit bestand is er niet."),
    **dict.fromkeys(
        (errno.EACCES, errno.EPERM),
        "Het bestand mag niet gelezen worden: de rechten ervan, of van de map, staan dat niet toe.",
    ),
    errno.ENAMETOOLONG: "De naam van het bestand is te lang.",
}

_XML = re.compile(rb"(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\x00]*<")
_NINE_DIGITS = re.compile(
    r"(?<![0-9])([0-9]{9}|[0-9]{4}\.[0-9]{2}\.[0-9]{3}|[0-9]{3} [0-9]{3} [0-9]{3})(?![0-9])"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDINGS: Final = frozenset({"xml", "csv", "xlsx", "parquet", "XML", "CSV"})
_OF_A_PERSON: Final = rb"(?:Achternaam|Voornamen|Straatnaam)>[^<>]*%b"
_ARCHIVES: Final = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"


def read(path: Path, settings: Settings) -> Reading:
    """What a file holds: accepted records as Arrow tables, rejections with their reasons.

    Never raises for what the file says or how it looks: a file that can't be read gives a Reading
    without soort, with one reason.
    """
    bestand = safe_name(path.name)
    sha256 = ""
    try:
        content = _bytes(path)
        sha256 = hashlib.sha256(content).hexdigest()
        bestand = without_persons(bestand, content)
        return _read(content, bestand, sha256, settings)
    except Unreadable as verdict:
        return unreadable(bestand, str(verdict), sha256, verdict.voorstel)


def unreadable(bestand: str, why: str, sha256: str = "", voorstel: str = "") -> Reading:
    """The Reading of a file that can't be read."""
    reden = Reden(plaats="bestand", code=ONLEESBAAR, reden=why)
    return Reading(bestand=bestand, sha256=sha256, redenen=(reden,), voorstel=voorstel)


def safe_name(name: str) -> str:
    """A file name that can be shown and kept: printable, and without anything that may be a BSN."""
    printable = name if name.isprintable() else "".join(map(_printable, name))

    def mask(found: re.Match[str]) -> str:
        digits = "".join(filter(str.isdigit, found[0]))
        return "*********" if passes_elfproef(digits) else found[0]

    return _NINE_DIGITS.sub(mask, printable)[:255]


def without_persons(name: str, content: bytes) -> str:
    """A file name without the words in it that the file itself has in someone's name or street."""
    for word in {*_WORD.findall(name)} - _ENDINGS:
        # The first look costs next to nothing, and is the last one for nearly every name.
        if word.encode() in content and re.search(_OF_A_PERSON % word.encode(), content):
            name = name.replace(word, "*" * len(word))
    return name


def _printable(char: str) -> str:
    return char if char.isprintable() else "�"


def _bytes(path: Path) -> bytes:
    try:
        with open(path, "rb", opener=_open_plain) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable(NOT_PLAIN)
            if status.st_size > MAX_BYTES:
                raise Unreadable(f"Het bestand is groter dan {MAX_BYTES // 1024 // 1024} MB.")
            content = file.read(status.st_size + 1)
            if len(content) != status.st_size or _written(file.fileno()) != status.st_mtime_ns:
                raise Unreadable(CHANGED)
    except OSError as error:
        raise Unreadable(_REFUSED.get(error.errno or 0, CANNOT_READ)) from None
    _check_form(content)
    return content


def _check_form(content: bytes) -> None:
    """Refuse what says by its first bytes that it can't be read."""
    if not content or content.isspace():
        raise Unreadable("Het bestand is leeg.")
    if content.startswith(_ARCHIVES):
        raise Unreadable(PACKED)
    if content.startswith(_OLD_EXCEL):
        raise Unreadable(
            "Dit is een oud Excel-bestand (.xls), of een met een wachtwoord; bewaar het als "
            ".xlsx zonder wachtwoord, of als CSV."
        )


def _written(file: int) -> int:
    return os.fstat(file).st_mtime_ns


def _open_plain(path: str, flags: int) -> int:
    """Open without following a link, and without waiting for the other end of a pipe."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _read(content: bytes, bestand: str, sha256: str, settings: Settings) -> Reading:
    pseudonymiser = Pseudonymiser(settings.sleutel)
    oogst = Oogst()
    if _XML.match(content):
        return _read_message(content, bestand, sha256, settings, oogst)
    contract = read_file(content, oogst, pseudonymiser, settings, bestand)
    return Reading(
        bestand=bestand,
        sha256=sha256,
        soort=contract.soort,
        gelezen=oogst.gelezen,
        afgekeurd=oogst.afgekeurd,
        redenen=tuple(oogst.redenen),
        tables=oogst.tables(),
    )


def _read_message(
    content: bytes, bestand: str, sha256: str, settings: Settings, oogst: Oogst
) -> Reading:
    tag = root_tag(content)
    if is_envelope(tag):
        content = message_in(content)
        # The message is what may come twice: each envelope has a number and a moment of its own.
        sha256, tag = hashlib.sha256(content).hexdigest(), root_tag(content)
    soort = soort_of(tag)
    wanted = [soort.tag(name) for name in ("Header", *streamed(soort))]
    elements = about_nobody(soort, sound(soort, stream(content, wanted)))
    header = read_header(soort, elements)
    kop = header.kop
    why = why_not_gemeente(kop.gemeente, settings.gemeente)
    read_records(soort, header, elements, oogst, Pseudonymiser(settings.sleutel), why=why)
    if not oogst.gelezen:
        raise Unreadable("Het bericht bevat geen records.")
    return Reading(
        bestand=bestand,
        sha256=sha256,
        soort=soort.naam,
        wet=soort.wet,
        aanbieder=kop.aanbieder,
        identificatie=kop.identificatie,
        dagtekening=kop.dagtekening,
        gelezen=oogst.gelezen,
        afgekeurd=oogst.afgekeurd,
        redenen=tuple(oogst.redenen),
        tables=oogst.tables(),
    )
