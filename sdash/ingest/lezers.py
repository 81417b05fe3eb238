"""Which reader a kind of message has, and which of its elements that reader wants to see."""

from collections.abc import Iterator

from lxml import etree

from sdash.contracts.regels import Why
from sdash.ingest import answers, messages, retouren
from sdash.ingest.answers import AntwoordLezer
from sdash.ingest.header import Header
from sdash.ingest.messages import BerichtLezer
from sdash.ingest.oogst import Oogst
from sdash.ingest.pseudonym import Pseudonymiser
from sdash.ingest.retouren import RetourLezer
from sdash.ingest.soorten import Soort
from sdash.ingest.verzoeken import WijzigingLezer


def streamed(soort: Soort) -> tuple[str, ...]:
    """The elements of a message that its reader wants to see, at their end."""
    if soort.nummer == "325":
        return answers.STREAMED
    return retouren.STREAMED if soort.is_retour else messages.streamed(soort)


def read_records(  # noqa: PLR0913  (what a message says, how it is read, where it goes)
    soort: Soort,
    header: Header,
    elements: Iterator[etree._Element],
    oogst: Oogst,
    pseudonymiser: Pseudonymiser,
    *,
    why: Why | None,
) -> None:
    """Read what follows the header; `why` refuses all of it."""
    kop, vraag, codes = header
    if vraag is None:
        lezer = WijzigingLezer if soort.nummer == "317" else BerichtLezer
        lezer(soort, kop, oogst, pseudonymiser, why).read(elements)
    elif soort.is_retour:
        RetourLezer(soort, kop, vraag, oogst, pseudonymiser).read(elements, codes, why)
    else:
        AntwoordLezer(soort, kop, vraag, oogst).read(elements, codes, pseudonymiser, why)
