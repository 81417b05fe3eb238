"""The elements of one message as a stream: only what is wanted, cleared as soon as it was seen."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final

from lxml import etree

from sdash.ingest.reading import Unreadable

MAX_LEAVES: Final = 60
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_HALF_WRITTEN = "Het bestand is geen volledig XML-bericht (regel {line})."


def root_tag(data: bytes) -> str:
    """The qualified name of the root element."""
    try:
        _, root = next(_iterparse(data, events=("start",)))
    except StopIteration:
        raise Unreadable("Het bestand is geen XML.") from None
    return str(root.tag)


def stream(data: bytes, tags: list[str]) -> Iterator[etree._Element]:
    """Each element with one of these qualified names, at its end.

    What went before a record is dropped while reading on, so that memory does not grow with the
    number of records. Raises Unreadable for a document type, a broken or a half written file.
    """
    yield from (element for _, element in _iterparse(data, events=("end",), tag=tags))


def _iterparse(
    data: bytes, *, events: tuple[str, ...], tag: list[str] | None = None
) -> Iterator[tuple[str, etree._Element]]:
    if _DOCTYPE.search(data):
        raise Unreadable("Het bestand heeft een documenttype (DOCTYPE); dat is niet toegestaan.")
    context = etree.iterparse(
        BytesIO(data),
        events=events,
        tag=tag,
        remove_comments=True,
        remove_pis=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    try:
        yield from context
    except etree.XMLSyntaxError as error:
        raise Unreadable(_HALF_WRITTEN.format(line=error.lineno or 1)) from None


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
        if len(leaf):
            continue
        tag = str(leaf.tag)
        name = names.get(tag, _unknown(tag))
        if name is None:
            continue
        if name in found:
            name = f"Tweede {name}"
        found[name] = (leaf.text or "").strip()
        if len(found) > MAX_LEAVES:
            break
    return found


def _unknown(tag: str) -> str:
    name = tag.rpartition("}")[2]
    return f"Element {name[:40]}" if name.isascii() and name.isalnum() else "Onbekend element"
