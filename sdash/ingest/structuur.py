"""What must stand in one place in a message: of two, nobody can say which one was meant."""

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from sdash.ingest.reading import Unreadable
from sdash.ingest.soorten import Soort

ONCE: Final = ("Bsn", "DeclaratieNummer", "TotaalIngediendBedrag")
"""These stand behind nothing of which there may be two."""
MANY: Final = "RetourCodes"
CLIENT: Final = "Client"


def sound(soort: Soort, elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The elements as they come.

    Raises Unreadable at what stands twice and may not, and at a person outside a Client.
    """
    header, bsn = soort.tag("Header"), soort.tag("Bsn")
    once = {soort.tag(name) for name in ONCE}
    has_header = False
    for element in elements:
        if element.tag == header:
            if has_header:
                raise _double(header)
            has_header = True
            _check_within(element, soort.tag(MANY))
        elif element.tag in once:
            _check_distinct([element, *element.itersiblings(preceding=True)])
            parent = element.getparent()
            if element.tag == bsn and (parent is None or parent.tag != soort.tag(CLIENT)):
                raise Unreadable("Een Bsn staat niet waar het hoort, direct in Client.")
        yield element


def _check_within(element: etree._Element, many: str) -> None:
    for part in element.iter():
        if part.tag != many:
            _check_distinct(part)


def _check_distinct(elements: Iterable[etree._Element]) -> None:
    seen: set[str] = set()
    for element in elements:
        if element.tag in seen:
            raise _double(element.tag)
        seen.add(element.tag)


def _double(tag: str) -> Unreadable:
    name = tag.rpartition("}")[2]
    what = name if name.isascii() and name.isalpha() else "Een onbekend element"
    return Unreadable(f"{what[:40]} staat twee keer in het bericht, waar het maar één keer mag.")
