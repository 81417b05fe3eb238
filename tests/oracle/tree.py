"""Elements looked up by namespace and name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element


class Refused(Exception):
    """This record does not pass the door."""


@dataclass(frozen=True)
class Tree:
    """One element with the names of its law: `b:` before a name is the basisschema."""

    element: Element
    base: str
    message: str

    def all(self, path: str) -> "Iterator[Tree]":
        names = (
            f"{{{self.base}/basisschema/schema}}{name[2:]}"
            if name.startswith("b:")
            else f"{{{self.base}/{self.message}/schema}}{name}"
            for name in path.split("/")
        )
        found = self.element.findall("/".join(names))
        return (Tree(one, self.base, self.message) for one in found)

    def optional(self, path: str) -> str | None:
        found = next(self.all(path), None)
        return None if found is None else (found.element.text or "")

    def text(self, path: str) -> str:
        found = self.optional(path)
        if not found:
            raise Refused(path)
        return found

    def one_of(self, path: str, allowed: set[str]) -> str:
        found = self.text(path)
        if found not in allowed:
            raise Refused(path)
        return found

    def number(self, path: str, most: int = 99_999_999) -> int:
        found = self.text(path)
        if not found.isdigit() or int(found) > most:
            raise Refused(path)
        return int(found)

    def day(self, path: str) -> date:
        return date.fromisoformat(self.text(path))

    def codes(self, path: str = "RetourCodes") -> frozenset[str]:
        return frozenset(one.element.text or "" for one in self.all(f"{path}/RetourCode"))
