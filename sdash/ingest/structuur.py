"""What must stand in one place in a message: of two, nobody can say which one was meant."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
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

    Raises Unreadable at what stands twice and may not, and at a header or a person elsewhere.
    """
    header, bsn = soort.tag("Header"), soort.tag("Bsn")
    once = {soort.tag(name) for name in ONCE}
    has_header = False
    for element in elements:
        if element.tag == header:
            if has_header:
                raise _double(header)
            has_header = True
            _check_is_below(element, None, "Header")
            check_within(soort, element)
        elif element.tag in once:
            check_distinct([element, *element.itersiblings(preceding=True)])
            if element.tag == bsn:
                _check_is_below(element, soort.tag(CLIENT), "Bsn")
        yield element


def _check_is_below(element: etree._Element, above: str | None, name: str) -> None:
    """`above` is the tag of the element around it; None is the root, whatever its tag."""
    parent = element.getparent()
    if parent is None or (parent.getparent() if above is None else parent.tag) != above:
        raise Unreadable(f"{name} staat niet op zijn eigen plaats in het bericht.")


def check_within(soort: Soort, element: etree._Element) -> None:
    """Raise Unreadable when something in an element stands twice; only retourcodes may."""
    for part in element.iter():
        if part.tag != soort.tag(MANY):
            check_distinct(part)


def check_distinct(elements: Iterable[etree._Element]) -> None:
    """Raise Unreadable when two of these elements have the same name."""
    seen: set[str] = set()
    for element in elements:
        if element.tag in seen:
            raise _double(element.tag)
        seen.add(element.tag)


def check_apart(element: etree._Element, tags: AbstractSet[str]) -> None:
    """Raise Unreadable when an element lies in one with such a tag, of which it would be a part."""
    if any(around.tag in tags for around in element.iterancestors()):
        raise Unreadable(f"{_shown(element.tag)} staat niet op zijn eigen plaats in het bericht.")


def _double(tag: str) -> Unreadable:
    what = _shown(tag)
    return Unreadable(f"{what} staat twee keer in het bericht, waar het maar één keer mag.")


def _shown(tag: str) -> str:
    name = tag.rpartition("}")[2]
    return name[:40] if name.isascii() and name.isalpha() else "Een onbekend element"
