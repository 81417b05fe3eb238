"""A file that can't be read is refused whole, with one reason that a person understands."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdash.ingest import Reading, read
from sdash.ingest.read import MAX_BYTES
from tests.ingest.berichten import (
    BERICHTEN,
    SETTINGS,
    Lezer,
    counts,
    declaratie,
    start,
    toewijzing,
    why,
)

_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>'
_BODY = declaratie()[len(_HEAD) :]
_LOL = "".join(f'<!ENTITY l{nr} "{f"&l{nr - 1};" * 10}">' for nr in range(1, 20))
_LAUGHS = f'<!DOCTYPE b [<!ENTITY l0 "ha">{_LOL}]>'.encode()
_PLACES = range(1, len(declaratie()) - 1, 97)


def _zipped() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("bericht.xml", declaratie())
    return packed.getvalue()


def _in_release(number: bytes) -> bytes:
    return declaratie().replace(b"3_2", number)


def _other_kind(nummer: bytes) -> bytes:
    return toewijzing().replace(b"jw301", b"jw" + nummer)


UNREADABLE = {
    "empty": (b"", "Het bestand is leeg."),
    "whitespace": (b" \r\n\t", "Het bestand is leeg."),
    "release 3.1": (_in_release(b"3_1"), "Dit bericht heeft release 3.1; sdash leest release 3.2."),
    "release 2.4": (_in_release(b"2_4"), "Dit bericht heeft release 2.4; sdash leest release 3.2."),
    "303": (_other_kind(b"303"), "Berichten van soort JW303 leest sdash niet."),
    "999": (_other_kind(b"999"), "Berichten van soort JW999 leest sdash niet."),
    "a mix of wetten": (
        toewijzing().replace(b"/jw301/", b"/wmo301/"),
        "Berichten van soort WMO301 leest sdash niet.",
    ),
    "other XML": (b"<html><body/></html>", "Dit is geen bericht van iJw of iWmo."),
    "only a root": (b"<a/>", "Dit is geen bericht van iJw of iWmo."),
    "only a comment": (b"<!-- niets -->", "Het bestand is geen volledig XML-bericht (regel 1)."),
    "a part of a message": (
        toewijzing().replace(b":Bericht", b":Client2"),
        "Dit is geen bericht van iJw of iWmo.",
    ),
    "a header of another release": (
        declaratie().replace(b"Subversie>2<", b"Subversie>1<"),
        "De header noemt een andere release dan de naamruimte van het bericht.",
    ),
    "a header of another kind": (
        declaratie().replace(b">490<", b">436<"),
        "De berichtcode in de header hoort niet bij dit soort bericht.",
    ),
    "no header": (
        declaratie().replace(b"jw323:Header>", b"jw323:Kop>"),
        "Het bericht heeft geen header.",
    ),
    "an aanbieder of seven digits": (
        declaratie().replace(b">42420001<", b">4242001<"),
        "De afzender of ontvanger in de header heeft niet de goede vorm.",
    ),
    "no identificatie": (
        declaratie().replace(b"<ijw:Identificatie>1<", b"<ijw:Identificatie><"),
        "De BerichtIdentificatie in de header is niet volledig.",
    ),
    "a dagtekening that is no day": (
        start().replace(b"2026-02-05", b"2026-02-30"),
        "De dagtekening in BerichtIdentificatie is geen datum.",
    ),
    "a head that is not complete": (
        declaratie().replace(b">D1<", b"><"),
        "De kop van de declaratie klopt niet: DeclaratieNummer heeft niet de goede vorm.",
    ),
    "no records": (
        start().replace(b"StartProduct>", b"IetsAnders>"),
        "Het bericht bevat geen records.",
    ),
    "a document type": (
        _HEAD + b"<!DOCTYPE b>" + _BODY,
        "Het bestand heeft een documenttype (DOCTYPE); dat is niet toegestaan.",
    ),
    "a document type in UTF-16": (
        ("<!DOCTYPE b>" + _BODY.decode()).encode("utf-16"),
        "Het bestand heeft een documenttype (DOCTYPE); dat is niet toegestaan.",
    ),
    "a document type elsewhere": (
        _HEAD + b'<!DOCTYPE b SYSTEM "http://voorbeeld.invalid/b.dtd">' + _BODY,
        "Het bestand heeft een documenttype (DOCTYPE); dat is niet toegestaan.",
    ),
    "an entity that names a file": (
        _HEAD
        + b'<!DOCTYPE b [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
        + _BODY.replace(b">R1<", b">&f;<"),
        "Het bestand heeft een documenttype (DOCTYPE); dat is niet toegestaan.",
    ),
    "an entity of nobody": (
        declaratie().replace(b">R1<", b">&f;<"),
        "Het bestand is geen volledig XML-bericht",
    ),
    "a billion laughs": (
        _HEAD + _LAUGHS + _BODY.replace(b">R1<", b">&l19;<"),
        "Het bestand heeft een documenttype (DOCTYPE); dat is niet toegestaan.",
    ),
    "a billion laughs in the root": (
        _HEAD + _LAUGHS + b'<b a="&l19;"/>',
        "Het bestand is geen volledig XML-bericht (regel 1).",
    ),
    "300,000 levels": (
        declaratie().replace(b">R1<", b">" + b"<a>" * 300_000 + b"</a>" * 300_000 + b"<"),
        "Het bestand is geen volledig XML-bericht (regel 2).",
    ),
    "a text without end": (
        declaratie().replace(b">R1<", b">" + b"x" * 11_000_000 + b"<"),
        "Het bestand is geen volledig XML-bericht (regel 2).",
    ),
    "latin-1 that says UTF-8": (
        declaratie().replace(b">R1<", ">Hélène<".encode("latin-1")),
        "Het bestand is geen volledig XML-bericht (regel 2).",
    ),
    "an encoding of nobody": (
        declaratie().replace(b"UTF-8", b"UTF-5", 1),
        "Het bestand is geen volledig XML-bericht (regel 1).",
    ),
    "zip": (_zipped(), "Dit is een ingepakt bestand; lever het uitgepakt aan."),
    "gzip": (gzip.compress(toewijzing()), "Dit is een ingepakt bestand; lever het uitgepakt aan."),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x81", "Het bestand is geen tekst"),
    "numbers": (bytes(range(128)) * 50, "Dit is geen bestand dat sdash kent."),
    "a letter": (b"Geachte heer,\nhierbij.\n", "Dit is geen bestand dat sdash kent."),
}


def refused(reading: Reading) -> bool:
    """Whether nothing at all was taken from a file."""
    return (counts(reading), len(reading.redenen), dict(reading.tables)) == ((None, 0, 0, 0), 1, {})


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_cannot_be_read_says_why(name: str, lezer: Lezer) -> None:
    inhoud, reason = UNREADABLE[name]

    reading = lezer.read(inhoud)

    assert refused(reading)
    assert why(reading)[0][:2] == ("bestand", "onleesbaar")
    assert why(reading)[0][2].startswith(reason)


@pytest.mark.parametrize("place", _PLACES)
def test_a_message_that_was_cut_off_is_never_accepted_in_part(place: int, lezer: Lezer) -> None:
    assert refused(lezer.read(declaratie()[:place]))


@pytest.mark.parametrize("place", _PLACES)
def test_a_message_that_is_broken_anywhere_is_never_accepted_in_part(
    place: int, lezer: Lezer
) -> None:
    whole = declaratie()

    assert refused(lezer.read(whole[:place] + b"<" + whole[place:]))


@pytest.mark.parametrize(
    "inhoud",
    [
        pytest.param(b"\xef\xbb\xbf" + declaratie(), id="UTF-8 with a byte order mark"),
        pytest.param(declaratie().decode()[38:].encode("utf-16"), id="UTF-16"),
        pytest.param(declaratie().replace(b"UTF-8", b"ISO-8859-1", 1), id="latin-1"),
        pytest.param(_HEAD + b"\n" + b"<!-- lang -->" * 1000 + _BODY, id="a long comment first"),
        pytest.param(b"\r\n " + _BODY, id="no declaration"),
    ],
)
def test_a_message_in_another_encoding_is_read_as_well(inhoud: bytes, lezer: Lezer) -> None:
    assert lezer.read(inhoud).tables == lezer.read(declaratie()).tables


def test_a_file_larger_than_any_message_is_not_even_parsed(tmp_path: Path) -> None:
    path = tmp_path / "groot.xml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    assert why(read(path, SETTINGS)) == [
        ("bestand", "onleesbaar", "Het bestand is groter dan 100 MB.")
    ]


def test_a_file_that_is_gone_a_folder_and_a_link_are_refused(tmp_path: Path) -> None:
    link = tmp_path / "link.xml"
    link.symlink_to("/etc/hostname")

    said = [why(read(path, SETTINGS))[0][2] for path in (tmp_path / "weg", tmp_path, link)]

    not_plain = "Dit is geen gewoon bestand, maar een verwijzing, map of apparaat."
    assert said == ["Dit bestand is er niet.", not_plain, not_plain]


def test_a_name_is_kept_without_a_bsn_and_without_what_cannot_be_printed(lezer: Lezer) -> None:
    reading = lezer.read(declaratie(), "a\n999900006 1681000001.xml")

    assert reading.bestand == "a�********* 1681000001.xml"


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A valid message with some bytes overwritten, left out, repeated or put elsewhere."""
    make, _ = BERICHTEN[draw(st.sampled_from(sorted(BERICHTEN)))]
    data = make()
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(data)))
        end = min(len(data), begin + draw(st.integers(0, 60)))
        part = draw(st.sampled_from([b"", data[begin:end] * 2]) | st.binary(max_size=8))
        data = data[:begin] + part + data[end:]
    return data


@settings(max_examples=300)
@given(inhoud=mutated() | st.binary(max_size=200))
def test_no_mutation_of_a_message_raises_or_loses_a_record(inhoud: bytes, lezer: Lezer) -> None:
    reading = lezer.read(inhoud)

    assert reading.gelezen == reading.geaccepteerd + reading.afgekeurd
    assert (reading.afgekeurd == 0) == (not reading.redenen) or reading.soort is None
    assert (reading.soort is None) == (reading.gelezen == 0)
    assert all(0 < place <= reading.gelezen for place in places(reading))


def places(reading: Reading) -> list[int]:
    """The places of all accepted records of a message that are counted."""
    counted = [table for name, table in reading.tables.items() if name in _COUNTED]
    return [place for table in counted for place in table["plaats"].to_pylist()]


_COUNTED = {
    *("toewijzing_versie", "start", "stop", "verzoek", "wijziging", "verzoek_antwoord"),
    "prestatie",
}
