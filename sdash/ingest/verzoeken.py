"""The 317: products under one verzoek, whose reference and reason hold for all of them."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from sdash.contracts.regels import why_nothing_changes, why_nothing_there
from sdash.contracts.wijziging import Wens
from sdash.ingest.elements import drop
from sdash.ingest.messages import BerichtLezer
from sdash.ingest.structuur import check_distinct

_PRODUCTEN: Final[dict[Wens, tuple[str, str]]] = {
    "ongewijzigd": ("OngewijzigdeProducten", "OngewijzigdProduct"),
    "te wijzigen": ("TeWijzigenProducten", "TeWijzigenProduct"),
    "nieuw": ("NieuweProducten", "NieuwProduct"),
}
_OF_VERZOEK: Final = ("ReferentieAanbieder", "RedenVerzoek")


class WijzigingLezer(BerichtLezer):
    """Reads a 317: its records are the products that stay, change or are new."""

    def _record(self, element: etree._Element) -> None:
        found = [*self._products(element)]
        wensen: set[str] = {wens for wens, _, _ in found}
        why = why_nothing_there(wensen) or why_nothing_changes(wensen)
        tags = {self._soort.tag(name) for name in _OF_VERZOEK}
        check_distinct(part for part in element if part.tag in tags)
        for name in _OF_VERZOEK:
            self._names.pop(self._soort.tag(name), None)
            self._shared.pop(name, None)
            said = element.findtext(self._soort.tag(name))
            if said is not None:
                self._shared[name] = said.strip()
        for wens, name, product in found:
            self._shared["wens"] = wens
            self._take(product, name, why)
        drop(element)

    def _products(self, verzoek: etree._Element) -> Iterator[tuple[Wens, str, etree._Element]]:
        for wens, (around, name) in _PRODUCTEN.items():
            path = f"{self._soort.tag(around)}/{self._soort.tag(name)}"
            for product in verzoek.iterfind(path):
                yield wens, name, product
