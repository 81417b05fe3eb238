"""A message as another parser sees it: out of its envelope, its elements by their end tags."""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self
from xml.etree.ElementTree import Element, ParseError, fromstring

from sdash.bench.regelboek import Fout

_ROOT: Final = re.compile(
    r"\{(http://www\.istandaarden\.nl/i(jw|wmo)/3_2)/((?:jw|wmo)([0-9]{3}))/schema\}Bericht"
)
_ANY_RELEASE: Final = re.compile(r"\{http://www\.istandaarden\.nl/[^}]*\}Bericht")
_DECLARATION: Final = re.compile(r"\A<\?xml[^>]*\?>")
_ENVELOP: Final = re.compile(
    r"\{[^}]*(ggk0[23]10|/soap/envelope/?|/soap-envelope/?)[^}]*\}.*", re.IGNORECASE
)


@dataclass(frozen=True)
class Ontleed:
    """The elements of a message; `ended` are they in the order of their end tags."""

    root: Element
    ended: Sequence[Element]
    basis: str
    soort: str
    nummer: str

    @classmethod
    def of(cls, inhoud: bytes) -> Self:
        """The message in a content; raises Fout when there is not one."""
        root = _bericht(inhoud)
        found = _ROOT.fullmatch(root.tag)
        if found is None:
            raise Fout("geen bericht van deze release")
        return cls(root, _by_their_ends(root), found[1], found[3], found[4])

    def tag(self, name: str) -> str:
        """The qualified name; `b:` is the basisschema."""
        schema = "basisschema" if name.startswith("b:") else self.soort
        return f"{{{self.basis}/{schema}/schema}}{name.removeprefix('b:')}"

    def path(self, names: str) -> str:
        """A path of qualified names."""
        return "/".join(map(self.tag, names.split("/")))

    def one(self, element: Element, path: str) -> str:
        """The text at a path of which each step is there exactly once."""
        for name in path.split("/"):
            found = element.findall(self.tag(name))
            if len(found) != 1:
                raise Fout(f"{name} staat er niet of vaker")
            element = found[0]
        return (element.text or "").strip()

    def below(self, name: str) -> Mapping[Element, Element]:
        """For every element the one with this name that it lies in."""
        return {part: around for around in self.root.iter(self.tag(name)) for part in around.iter()}


def codes(bericht: Ontleed, element: Element) -> str:
    """The retourcodes that stand at an element itself."""
    found = element.findall(bericht.path("RetourCodes/RetourCode"))
    return " ".join((one.text or "").strip() for one in found)


def _bericht(inhoud: bytes) -> Element:
    root = _parsed(inhoud)
    if not _ENVELOP.fullmatch(root.tag):
        return root
    found = [*_inside(root)]
    if len(found) != 1:
        raise Fout("niet één bericht in de envelop")
    return found[0]


def _inside(element: Element) -> Iterator[Element]:
    if _ANY_RELEASE.fullmatch(element.tag):
        yield element
    elif len(element):
        for part in element:
            yield from _inside(part)
    else:
        written = _written(element.text or "")
        if written is not None and _ANY_RELEASE.fullmatch(written.tag):
            yield written


def _written(text: str) -> Element | None:
    """The root of the XML that a text is, or that its base64 stands for."""
    try:
        if text.lstrip().startswith("<"):
            return _parsed(_DECLARATION.sub("", text.lstrip(), count=1))
        content = base64.b64decode("".join(text.split()), validate=True)
        return _parsed(content.lstrip()) if content else None
    except (Fout, binascii.Error, ValueError):
        return None


def _parsed(inhoud: bytes | str) -> Element:
    try:
        return fromstring(inhoud)  # noqa: S314  (the reader refused what has a document type)
    except (ParseError, ValueError, LookupError) as error:
        raise Fout(f"geen XML volgens een andere lezer: {error}") from None


def _by_their_ends(root: Element) -> list[Element]:
    found, waiting = [], [root]
    while waiting:
        found.append(waiting.pop())
        waiting.extend(found[-1])
    return found[::-1]
