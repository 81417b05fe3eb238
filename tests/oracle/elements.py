"""Element trees as nested pairs, written as the XML of a message: order and namespaces as given."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias
from xml.sax.saxutils import escape

Node: TypeAlias = "tuple[str, str | Sequence[Node]]"
"""A name and its text or its children; `b:` before a name is the basisschema of the law."""


def document(wet: str, soort: str, content: Sequence[Node]) -> bytes:
    """The message: `Bericht` in its own namespace, elements marked `b:` in that of the law."""
    law, message = f"i{wet}", f"{wet}{soort}"
    base = f"http://www.istandaarden.nl/{law}/3_2"
    names = {"": message, "b": law}
    spaces = f'xmlns:{law}="{base}/basisschema/schema" xmlns:{message}="{base}/{message}/schema"'
    body = "".join(_text(node, names) for node in content)
    whole = f"<{message}:Bericht {spaces}>{body}</{message}:Bericht>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}\n'.encode()


def iso(day: date) -> str:
    return day.isoformat()


def known(*pairs: tuple[str, str | int | date | None]) -> Iterator[Node]:
    """The elements that have a value."""
    return ((name, str(value)) for name, value in pairs if value is not None)


def optional(name: str, children: Sequence[Node] | None) -> Sequence[Node]:
    """An element that is left out when there is nothing to put in it."""
    return [(name, children)] if children else []


def identification(name: str, identificatie: str, dagtekening: date) -> Node:
    return (name, [("b:Identificatie", identificatie), ("b:Dagtekening", iso(dagtekening))])


def period(name: str, begin: date, eind: date) -> Node:
    return (name, [("b:Begindatum", iso(begin)), ("b:Einddatum", iso(eind))])


def total(name: str, centen: int) -> Node:
    sign = "C" if centen < 0 else "D"
    return (name, [("b:TotaalBedrag", str(abs(centen))), ("b:DebetCredit", sign)])


def retourcodes(codes: Sequence[str]) -> Node:
    return ("RetourCodes", [("RetourCode", code) for code in codes])


def _text(node: Node, names: dict[str, str]) -> str:
    name, content = node
    prefix, _, local = name.rpartition(":")
    tag = f"{names[prefix]}:{local}"
    if isinstance(content, str):
        return f"<{tag}>{escape(content)}</{tag}>"
    return f"<{tag}>{''.join(_text(child, names) for child in content)}</{tag}>"
