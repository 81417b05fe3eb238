"""Messages: from XML to the records of their contract, by namespace and element name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree
from pydantic import ValidationError

from sdash.contracts.base import TECHNISCH, Contract, explain, field_names
from sdash.contracts.declaratie import Declaratie, Prestatie
from sdash.contracts.persoon import ClientVersie
from sdash.contracts.regels import Why, why_not_person
from sdash.contracts.toewijzing import (
    AangevraagdProduct,
    StartProduct,
    StopProduct,
    ToegewezenProduct,
)
from sdash.contracts.wijziging import VerzochtProduct, VerzoekAntwoord
from sdash.domain import passes_elfproef
from sdash.ingest.client import read_client
from sdash.ingest.elements import drop, leaves
from sdash.ingest.nummers import has_digits_of
from sdash.ingest.oogst import Oogst
from sdash.ingest.pseudonym import Pseudonymiser
from sdash.ingest.reading import Unreadable
from sdash.ingest.soorten import Kop, Soort

RECORD: Final[Mapping[str, tuple[str, type[Contract]]]] = {
    "301": ("ToegewezenProduct", ToegewezenProduct),
    "305": ("StartProduct", StartProduct),
    "307": ("StopProduct", StopProduct),
    "315": ("AangevraagdProduct", AangevraagdProduct),
    "317": ("Verzoek", VerzochtProduct),
    "319": ("Antwoord", VerzoekAntwoord),
    "323": ("Prestatie", Prestatie),
}
DECLARATIE: Final = "TotaalIngediendBedrag"
"""The last element of the head of a declaratie."""

REFERENTIES: Final = ("ReferentieNummer", "VorigReferentieNummer")
"""An aanbieder's own numbers of a line, in which some write the BSN."""

_NOT_KEPT: Final = (
    "Commentaar",
    "Raamcontract",
    "BeschikkingNummer",
    "BeschikkingIngangsdatum",
)
_BASIS_NOT_KEPT: Final = ("Naam", "ZorgverlenerCode")


def streamed(soort: Soort) -> tuple[str, ...]:
    """The elements of a message that BerichtLezer wants to see, at their end."""
    name, _ = RECORD[soort.nummer]
    return ("Bsn", name, "Client", *((DECLARATIE,) if soort.nummer == "323" else ()))


@dataclass
class Persoon:
    """The person whose records are being read; without `pseudoniem` the BSN failed its check.

    `bsn` is here for one purpose: to find it where it does not belong.
    """

    pseudoniem: str | None = None
    bsn: str = field(default="", repr=False)


def names_of(soort: Soort, contract: type[Contract]) -> dict[str, str | None]:
    """Which qualified element carries which field of the contract; None for what is not kept."""
    own = [name for name in field_names(contract) if name[0].isupper()]
    names: dict[str, str | None] = dict.fromkeys(map(soort.tag, _NOT_KEPT))
    names |= dict.fromkeys(map(soort.basis_tag, _BASIS_NOT_KEPT))
    for name in own:
        tag = soort.basis_tag if name in contract.basis else soort.tag
        names[tag(name)] = name
    return names


def read_bsn(element: etree._Element, pseudonymiser: Pseudonymiser) -> Persoon:
    """The person behind a Bsn element."""
    bsn = (element.text or "").strip()
    return Persoon(pseudonymiser.person(bsn) if passes_elfproef(bsn) else None, bsn)


BSN_ELSEWHERE: Final[Why] = (TECHNISCH, "Het Bsn staat ook in een veld dat bewaard wordt")


class BerichtLezer:
    """Reads the records of a 301, 305, 307, 315, 319 or 323; `why` refuses all of them."""

    def __init__(
        self, soort: Soort, kop: Kop, oogst: Oogst, pseudonymiser: Pseudonymiser, why: Why | None
    ) -> None:
        self._soort = soort
        self._kop = kop
        self._oogst = oogst
        self._pseudonymiser = pseudonymiser
        self._why = why
        self._record_name, self._contract = RECORD[soort.nummer]
        self._has_person = "client" in self._contract.model_fields
        self._names = names_of(soort, self._contract)
        self._shared: dict[str, Any] = {"wet": soort.wet, "aanbieder": kop.aanbieder}
        self._persoon = Persoon()
        self._accepted = 0

    def read(self, elements: Iterable[etree._Element]) -> None:
        """Read all records; a person's BSN and a declaratie's head stand before them."""
        tag = self._soort.tag
        actions = {
            tag("Bsn"): self._bsn,
            tag(self._record_name): self._record,
            tag("Client"): self._client,
            tag(DECLARATIE): self._declaratie,
        }
        for element in elements:
            actions[element.tag](element)

    def _bsn(self, element: etree._Element) -> None:
        self._persoon = read_bsn(element, self._pseudonymiser)

    def _record(self, element: etree._Element) -> None:
        self._take(element, self._record_name)
        drop(element)

    def _take(self, element: etree._Element, name: str, why: Why | None = None) -> None:
        why = self._why or why or self._why_not_person()
        values: dict[str, Any] = {} if why else {**leaves(element, self._names), **self._shared}
        if why := why or self._why_not_kept(values):
            self._oogst.refuse(name, why)
            return
        if self._has_person:
            values["client"] = self._persoon.pseudoniem
        self._oogst.add(self._contract, values)

    def _why_not_person(self) -> Why | None:
        return why_not_person(passes=not self._has_person or bool(self._persoon.pseudoniem))

    def _why_not_kept(self, values: dict[str, Any]) -> Why | None:
        """Put pseudonyms for what identifies; refuse a BSN where there is no pseudonym for it."""
        aanbieder, bsn = self._kop.aanbieder, self._persoon.bsn
        if "ReferentieAanbieder" in values:
            values["ReferentieAanbieder"] = self._pseudonymiser.referentie(
                aanbieder, values["ReferentieAanbieder"]
            )
        for naam in REFERENTIES:
            if has_digits_of(bsn, values.get(naam, "")):
                values[naam] = self._pseudonymiser.nummer(aanbieder, values[naam])
        return BSN_ELSEWHERE if bsn and any(bsn in it for it in values.values()) else None

    def _client(self, element: etree._Element) -> None:
        pseudoniem, self._persoon = self._persoon.pseudoniem, Persoon()
        before, self._accepted = self._accepted, self._oogst.geaccepteerd
        if self._soort.nummer == "301" and pseudoniem and self._accepted > before:
            said = read_client(self._soort, element, self._kop.dagtekening, self._pseudonymiser)
            self._oogst.keep(ClientVersie.model_validate({"client": pseudoniem, **said}))
        drop(element)

    def _declaratie(self, element: etree._Element) -> None:
        if self._why:
            return
        values: dict[str, Any] = dict(self._shared)
        # What follows may already be parsed, so the head is what stands before its last element.
        for part in (element, *element.itersiblings(preceding=True)):
            values |= leaves(part, names_of(self._soort, Declaratie))
        try:
            head = Declaratie.model_validate(values)
        except ValidationError as error:
            _, why = next(explain(error))
            raise Unreadable(f"De kop van de declaratie klopt niet: {why}.") from None
        self._oogst.keep(head)
        self._shared["declaratienummer"] = head.declaratienummer
