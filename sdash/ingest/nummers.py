"""The numbers of a message as a whole, in which nobody may stand whom it is about."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from sdash.ingest.reading import Unreadable
from sdash.ingest.soorten import Soort

_OTHERS: Final = re.compile(r"[^0-9]+")
_NAMES_A_PERSON: Final = (
    "Het nummer van het bericht of van de declaratie bevat het Bsn van een cliënt uit dit bericht; "
    "geef het bericht een ander nummer."
)


def has_digits_of(bsn: str, text: str) -> bool:
    """Whether a text holds this BSN, whatever stands between its digits."""
    return bool(bsn) and bsn in _OTHERS.sub("", text)


def about_nobody(soort: Soort, elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The elements as they come; raises Unreadable at the BSN of whom a number of them names.

    Only of those whom the message is about: of other numbers one in eleven looks like a BSN too.
    """
    header, bsn, nummer = map(soort.tag, ("Header", "Bsn", "DeclaratieNummer"))
    numbers: list[str] = []
    for element in elements:
        if element.tag == header:
            numbers += ["".join(map(str, part.itertext())) for part in element]
        elif element.tag == bsn:
            digits = (element.text or "").strip()
            client = next(element.iterancestors(soort.tag("Client")), element)
            around = (found for above in client.iterancestors() for found in above.findall(nummer))
            said = [*numbers, *(found.text or "" for found in around)]
            if any(has_digits_of(digits, number) for number in said):
                raise Unreadable(_NAMES_A_PERSON)
        yield element
