"""A StUF envelope is opened, and what is in it is read as if it came by itself."""

import base64
import gzip

import pytest

from tests.ingest.berichten import BERICHTEN, Lezer, counts, declaratie, start, toewijzing, why

_SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
_SOAP_1_2 = "http://www.w3.org/2003/05/soap-envelope"
_GGK = "http://www.stufstandaarden.nl/koppelvlak/ggk0210"
_GGK_3 = "http://www.stufstandaarden.nl/koppelvlak/ggk0310"
_SENDER = "Geheime Afzender"


def envelope(
    *content: bytes, namespace: str = _GGK, prefix: str = "ggk", nummer: str = "uuid-1"
) -> bytes:
    """A Di01 with stuurgegevens and, for each content, the binary content of a GGk message."""
    p = prefix
    head = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{p}:ggk_Di01 xmlns:{p}="{namespace}"'
        f' xmlns:s="http://www.egem.nl/StUF/StUF0301"><{p}:stuurgegevens>'
        f"<s:zender><s:organisatie>{_SENDER}</s:organisatie></s:zender>"
        f"<s:referentienummer>{nummer}</s:referentienummer>"
        f"<s:tijdstipBericht>20260205120000</s:tijdstipBericht></{p}:stuurgegevens>"
        f"<{p}:parameters><{p}:bericht>"
    )
    around = (f"<{p}:xmlBestand>".encode(), f"</{p}:xmlBestand>".encode())
    berichten = b"".join(around[0] + one + around[1] for one in content)
    tail = f"</{p}:bericht></{p}:parameters></{p}:ggk_Di01>"
    return head.encode() + berichten + tail.encode()


def soap(body: bytes, namespace: str = _SOAP) -> bytes:
    start_tag = f'<e:Envelope xmlns:e="{namespace}"><e:Header/><e:Body>'.encode()
    return start_tag + body.partition(b"?>\n")[2] + b"</e:Body></e:Envelope>"


def element(bericht: bytes) -> bytes:
    """A message without its XML declaration, as it can stand within another."""
    return bericht.partition(b"?>\n")[2]


BASE64 = base64.b64encode(declaratie())
IN_LINES = b"\n  ".join(BASE64[at : at + 76] for at in range(0, len(BASE64), 76))

FORMS = {
    "base64": envelope(BASE64),
    "base64 in lines": envelope(b"\n  " + IN_LINES + b"\n"),
    "an element": envelope(element(declaratie())),
    "text": envelope(b"<![CDATA[" + declaratie() + b"]]>"),
    "escaped text": envelope(declaratie().replace(b"<", b"&lt;")),
    "text in another encoding than it says": envelope(
        b"<![CDATA[" + declaratie().replace(b"UTF-8", b"UTF-16") + b"]]>"
    ),
    "Ggk0310": envelope(BASE64, namespace=_GGK_3),
    "another prefix": envelope(element(declaratie()), prefix="x"),
    "SOAP": soap(envelope(BASE64)),
    "SOAP 1.2": soap(envelope(element(declaratie())), _SOAP_1_2),
    "UTF-16": envelope(BASE64).decode().replace("UTF-8", "UTF-16").encode("utf-16"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_message_is_read_out_of_any_form_of_envelope(form: str, lezer: Lezer) -> None:
    alone, found = lezer.read(declaratie()), lezer.read(FORMS[form])

    assert counts(found) == ("JW323", 3, 3, 0)
    assert found.tables == alone.tables
    assert (found.identificatie, found.aanbieder) == (alone.identificatie, alone.aanbieder)


@pytest.mark.parametrize("soort", BERICHTEN)
def test_every_kind_of_message_can_come_in_an_envelope(soort: str, lezer: Lezer) -> None:
    make, gelezen = BERICHTEN[soort]

    assert counts(lezer.read(envelope(base64.b64encode(make())))) == (soort, gelezen, gelezen, 0)


@pytest.mark.parametrize("wrapped", [BASE64, element(declaratie())], ids=["base64", "element"])
def test_the_same_message_in_another_envelope_is_the_same_delivery(
    wrapped: bytes, lezer: Lezer
) -> None:
    first = lezer.read(envelope(wrapped))
    again = lezer.read(envelope(wrapped, namespace=_GGK_3, prefix="n", nummer="uuid-2"))
    other = lezer.read(envelope(base64.b64encode(declaratie("wmo"))))

    assert first.sha256 == again.sha256 != other.sha256


def test_a_message_in_base64_is_the_same_delivery_as_the_message_alone(lezer: Lezer) -> None:
    assert lezer.read(envelope(BASE64)).sha256 == lezer.read(declaratie()).sha256


def test_a_message_longer_than_any_other_text_may_be_is_read(lezer: Lezer) -> None:
    spaces = b" " * 9_000_000
    long = declaratie().replace(b"<jw323:Clienten>", b"<jw323:Clienten>" + spaces)

    assert counts(lezer.read(envelope(base64.b64encode(long)))) == ("JW323", 3, 3, 0)


def test_nothing_of_the_envelope_is_kept(lezer: Lezer) -> None:
    reading = lezer.read(envelope(BASE64))

    assert _SENDER not in repr(reading)
    assert _SENDER not in repr([table.to_pylist() for table in reading.tables.values()])


_BROKEN = b"<![CDATA[" + declaratie()[:-9] + b"]]>"
_WITH_DTD = declaratie().replace(b"?>\n", b'?>\n<!DOCTYPE b [<!ENTITY a "b">]>\n')
REFUSED = {
    "none": (envelope(), "In deze envelop zit geen bericht van iJw of iWmo."),
    "other text": (envelope(b"Geachte heer"), "In deze envelop zit geen bericht"),
    "other XML": (envelope(base64.b64encode(b"<a/>")), "In deze envelop zit geen bericht"),
    "two": (envelope(BASE64, BASE64), "In deze envelop zit meer dan één bericht"),
    "two of two forms": (
        envelope(BASE64, element(start())),
        "In deze envelop zit meer dan één bericht",
    ),
    "zipped": (
        envelope(base64.b64encode(gzip.compress(declaratie()))),
        "Het bericht in deze envelop is ingepakt",
    ),
    "cut off inside": (envelope(_BROKEN), "Het bestand is geen volledig XML-bericht"),
    "cut off": (envelope(BASE64)[:-9], "Het bestand is geen volledig XML-bericht"),
    "a document type inside": (
        envelope(base64.b64encode(_WITH_DTD)),
        "Het bestand heeft een documenttype",
    ),
    "a document type outside": (
        envelope(BASE64).replace(b"?>\n", b"?>\n<!DOCTYPE b>\n"),
        "Het bestand heeft een documenttype",
    ),
    "another release inside": (
        envelope(base64.b64encode(toewijzing().replace(b"3_2", b"3_1"))),
        "Dit bericht heeft release 3.1",
    ),
    "an envelope in base64": (envelope(base64.b64encode(envelope(BASE64))), "In deze envelop"),
    "300,000 levels": (
        envelope(b"<a>" * 300_000 + b"</a>" * 300_000),
        "Het bestand is geen volledig XML-bericht",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_envelope_without_exactly_one_message_is_refused_with_its_reason(
    name: str, lezer: Lezer
) -> None:
    inhoud, reason = REFUSED[name]

    reading = lezer.read(inhoud)

    assert (counts(reading), dict(reading.tables)) == ((None, 0, 0, 0), {})
    assert why(reading)[0][2].startswith(reason)
