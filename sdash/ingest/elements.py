"""The elements of one message as a stream: only what is wanted, cleared as soon as it was seen."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final

from lxml import etree

from sdash.ingest.reading import Unreadable

MAX_LEAVES: Final = 60
MAX_HEAD: Final = 1024 * 1024
"""What may stand before the end of the root's own tag; of a message that is a few hundred bytes."""
_SIP: Final = 1024
HALF_WRITTEN: Final = "Het bestand is geen volledig XML-bericht (regel {line})."
_OTHER_ENCODING: Final = "WAR_ENCODING_MISMATCH"


class _Sips(BytesIO):
    """Bytes that a parser takes in small sips, so that it reads no further than it is asked to."""

    def read(self, size: int | None = None, /) -> bytes:
        if self.tell() >= MAX_HEAD:  # a start tag without end takes longer the longer it gets
            raise Unreadable("Het begin van het bestand is te lang voor een bericht.")
        return super().read(min(size or _SIP, _SIP))


def root_tag(data: bytes) -> str:
    """The qualified name of the root element, reading no further than that.

    Raises Unreadable for a document type, which can only stand before it, and for a file that is
    not in the encoding that it names.
    """
    context = _context(_Sips(data), "start")
    root = next(_elements(context), None)
    if root is None:
        raise Unreadable("Het bestand is geen XML.")
    is_ucs4 = b"\0\0" in data[:4]  # no XML of anyone: the parser guesses that, and asks nothing
    if is_ucs4 or any(entry.type_name == _OTHER_ENCODING for entry in context.error_log):
        raise Unreadable("Het bestand heeft een andere tekencodering dan het zelf noemt.")
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("Het bestand heeft een documenttype (DOCTYPE); dat is niet toegestaan.")
    return str(root.tag)


def stream(data: bytes, tags: list[str]) -> Iterator[etree._Element]:
    """Each element with one of these qualified names, at its end.

    What went before a record is dropped while reading on, so that memory does not grow with the
    number of records. Raises Unreadable for a broken or a half written file.
    """
    return _elements(_context(BytesIO(data), "end", tags))


def _context(source: BytesIO, event: str, tags: list[str] | None = None) -> etree.iterparse:
    return etree.iterparse(
        source,
        events=(event,),
        tag=tags,
        remove_comments=True,
        remove_pis=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )


def _elements(context: etree.iterparse) -> Iterator[etree._Element]:
    try:
        for _, element in context:
            yield element
    except etree.XMLSyntaxError as error:
        raise Unreadable(HALF_WRITTEN.format(line=error.lineno or 1)) from None


def drop(element: etree._Element) -> None:
    """Forget an element and its earlier siblings."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def leaves(element: etree._Element, names: Mapping[str, str | None]) -> dict[str, str]:
    """The texts of an element, or below it, by the contract's names.

    `names` gives for a qualified name the contract's own, or None for what is not kept. What it
    does not know, or what stands twice, keeps a name that no contract has, so that it is refused.
    """
    found: dict[str, str] = {}
    for leaf in element.iter():
        tag = leaf.tag
        name = names.get(tag)
        if name is not None and name not in found:
            found[name] = (leaf.text or "").strip()
        elif name is not None or (tag not in names and not len(leaf)):
            name = name or _unknown(tag)
            found[f"Tweede {name}" if name in found else name] = ""
            if len(found) > MAX_LEAVES:
                break
    return found


def _unknown(tag: str) -> str:
    name = tag.rpartition("}")[2]
    return f"Element {name[:40]}" if name.isascii() and name.isalpha() else "Onbekend element"
