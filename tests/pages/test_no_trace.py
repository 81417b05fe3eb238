"""What a browser gets holds no person of the municipality that was read."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest
from streamlit.testing.v1.element_tree import Block, Node

from sdash.domain import Rol
from sdash.simulate import generate
from tests.pages.conftest import YEAR, Open

PAGES = (
    "overzicht",
    "uitgaven",
    "geld",
    "jaareinde",
    "waarom",
    "berichten",
    "vergelijken",
    "preventie",
    "plafonds",
    "aanbieders",
    "caseload",
    "stroom",
    "teams",
    "achttien",
    "duur",
    "regenboog",
    "verwijzers",
    "resultaten",
    "huishoudens",
    "trends",
    "participatie",
    "wijkprofiel",
    "sturen",
    "gegevens",
)
PERSONAL = rb":(?:Bsn|Achternaam|Straatnaam|Commentaar|Postcode)>([^<]{5,})<"


def sent(node: Node) -> Iterator[bytes]:
    """What goes over the wire of an element and of all below it."""
    proto = getattr(node, "proto", None)
    if proto is not None:
        yield proto.SerializeToString()
    if isinstance(node, Block):
        for child in node.children.values():
            yield from sent(child)


@pytest.fixture(scope="module")
def persons() -> set[bytes]:
    """Everyone in the messages of the municipality of these tests."""
    texts = (bericht.inhoud for bericht in generate(7, 200, 15, tot=date(YEAR, 10, 1)))
    return {found for text in texts for found in re.findall(PERSONAL, text)}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "rol"),
    [*product(PAGES, (Rol.BESTUURDER, Rol.CONTROLLER)), ("overzicht", Rol.BEHEERDER)],
)
def test_a_page_sends_no_person(page: str, rol: Rol, seen: Open, persons: set[bytes]) -> None:
    app = seen(page, rol)

    message = b"".join(sent(app._tree))

    assert len(persons) > 300
    assert len(message) > 2000
    assert {person for person in persons if person in message} == set()
