"""StUF envelopes (Ggk0210, Ggk0310): the one message that an envelope carries.

Shape: a root in the namespace of the koppelvlak, often in a SOAP Envelope, with stuurgegevens (who
sends it to whom; not kept) and the message, which is an element, text, or base64 in `xmlBestand`.
Source: Specificatie StUF-envelop 2.1, patch 04.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from sdash.ingest.elements import HALF_WRITTEN, root_tag
from sdash.ingest.reading import Unreadable

ARCHIVES: Final = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_ENVELOPE: Final = re.compile(
    r"\{[^}]*(ggk0[23]10|/soap/envelope/?|/soap-envelope/?)[^}]*\}.*", re.IGNORECASE
)
_BERICHT: Final = re.compile(r"\{http://www\.istandaarden\.nl/[^}]*\}Bericht")
_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")
_XML: Final = re.compile(rb"(\xef\xbb\xbf)?\s*<")


def is_envelope(tag: str) -> bool:
    """Whether a root element is that of an envelope."""
    return _ENVELOPE.fullmatch(tag) is not None


def message_in(data: bytes) -> bytes:
    """The message in an envelope, written the same whatever the envelope says around it.

    Raises Unreadable when there is none, more than one, or a zipped one: what is zipped may be
    of any size.
    """
    found = [*_messages(_tree(data))]
    if not found:
        raise Unreadable("In deze envelop zit geen bericht van iJw of iWmo.")
    if len(found) > 1:
        raise Unreadable("In deze envelop zit meer dan één bericht; lever ze los aan.")
    return found[0]


def _tree(data: bytes) -> etree._Element:
    # A message in base64 is one text, and longer than the parser takes when it is not told to.
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(HALF_WRITTEN.format(line=error.lineno or 1)) from None


def _messages(envelope: etree._Element) -> Iterator[bytes]:
    walk = etree.iterwalk(envelope, events=("start",))
    for _, element in walk:
        if _BERICHT.fullmatch(str(element.tag)):
            walk.skip_subtree()
            yield etree.tostring(element, method="c14n", exclusive=True)
        elif not len(element) and element.text:
            text = _decoded(element.text)
            if _XML.match(text) and _BERICHT.fullmatch(root_tag(text)):
                yield text


def _decoded(text: str) -> bytes:
    """The bytes that a text stands for: XML as it is written, or base64; nothing for other texts.

    XML in a text is no longer in the encoding that it may say itself.
    """
    if text.lstrip().startswith("<"):
        return _DECLARATION.sub("", text, count=1).encode()
    try:
        decoded = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""
    if decoded.startswith(ARCHIVES):
        raise Unreadable("Het bericht in deze envelop is ingepakt; lever het uitgepakt aan.")
    return decoded
