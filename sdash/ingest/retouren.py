"""Return messages: which retourcodes stand at which level of the message that they answer."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from lxml import etree
from pydantic import ValidationError

from sdash.contracts.base import explain
from sdash.contracts.regels import Why, why_not_person
from sdash.contracts.retour import Niveau, Retour
from sdash.contracts.retourcodes import NIET_AFWIJZEND
from sdash.ingest.answers import Vraag, codes_of
from sdash.ingest.elements import drop
from sdash.ingest.messages import BSN_ELSEWHERE, Persoon, read_bsn
from sdash.ingest.oogst import Oogst
from sdash.ingest.pseudonym import Pseudonymiser
from sdash.ingest.reading import Unreadable
from sdash.ingest.soorten import Kop, Soort
from sdash.ingest.structuur import check_apart, check_within

_NIVEAU: Final[Mapping[str, Niveau]] = {
    "Client": "client",
    "Relatie": "relatie",
    "Contact": "contact",
    "Verzoek": "verzoek",
    "ToegewezenProduct": "product",
    "StartProduct": "product",
    "StopProduct": "product",
    "AangevraagdProduct": "product",
    "OngewijzigdProduct": "product",
    "TeWijzigenProduct": "product",
    "NieuwProduct": "product",
    "Antwoord": "antwoord",
    "Woonplaatsbeginsel": "woonplaatsbeginsel",
}
_COUNTED: Final = frozenset({"bericht", "product", "antwoord"})
"""The levels that are records of their own; the others only add to them."""

STREAMED: Final = ("Bsn", *_NIVEAU)
"""The elements of a return message that RetourLezer wants to see, at their end."""

_SLEUTEL: Final = ("ToewijzingNummer", "Begindatum", "Einddatum", "StatusAanlevering")
_PRODUCT: Final = ("Categorie", "Code")
_REFERENTIE: Final = "ReferentieAanbieder"


class RetourLezer:
    """Reads one return message: the answer itself is a record, and each record that it repeats."""

    def __init__(
        self, soort: Soort, kop: Kop, vraag: Vraag, oogst: Oogst, pseudonymiser: Pseudonymiser
    ) -> None:
        self._soort = soort
        self._kop = kop
        self._oogst = oogst
        self._pseudonymiser = pseudonymiser
        self._persoon = None if soort.nummer == "320" else Persoon()  # which names nobody
        self._records = {soort.tag(name) for name, of in _NIVEAU.items() if of in _COUNTED}
        self._fixed: dict[str, Any] = {
            "wet": soort.wet,
            "aanbieder": kop.aanbieder,
            "bericht": soort.nummer,
            "identificatie": vraag.identificatie,
            "dagtekening": vraag.dagtekening.isoformat(),
        }

    def read(
        self, elements: Iterable[etree._Element], header_codes: tuple[str, ...], why: Why | None
    ) -> None:
        """Gather what each level says; `why` refuses everything."""
        if why:
            self._oogst.refuse("Retour", why)
        else:
            refused = self._oogst.afgekeurd
            self._add("bericht", header_codes, {})
            if self._oogst.afgekeurd > refused:  # without it, what it refuses would count
                raise Unreadable("De retourcodes in de header hebben niet de goede vorm.")
        for element in elements:
            name = str(element.tag).rpartition("}")[2]
            if name == "Bsn":
                self._persoon = read_bsn(element, self._pseudonymiser)
                continue
            self._level(name, element, why)
            if name == "Client":
                self._persoon = Persoon()
            if name in {"Client", "Antwoord"} or _NIVEAU[name] == "product":
                drop(element)

    def _level(self, name: str, element: etree._Element, why: Why | None) -> None:
        niveau = _NIVEAU[name]
        nobody = self._persoon is not None and self._persoon.pseudoniem is None
        why = why or why_not_person(passes=not nobody)
        if niveau in _COUNTED:
            check_within(self._soort, element)
            check_apart(element, self._records)
        key = {} if why else self._key(element)
        bsn = self._persoon.bsn if self._persoon else ""
        if bsn and any(bsn in text for text in key.values()):
            why = BSN_ELSEWHERE
        if why is None:
            self._add(niveau, codes_of(self._soort, element), key)
        elif niveau in _COUNTED:
            self._oogst.refuse(name, why)

    def _key(self, element: etree._Element) -> dict[str, Any]:
        soort = self._soort
        product = soort.tag("Product")
        paths = {name: soort.tag(name) for name in _SLEUTEL}
        paths |= {name: f"{product}/{soort.basis_tag(name)}" for name in _PRODUCT}
        found = {name: element.findtext(path) for name, path in paths.items()}
        values: dict[str, Any] = {
            name: text.strip() for name, text in found.items() if text is not None
        }
        if self._persoon is not None:
            values["client"] = self._persoon.pseudoniem
        if referentie := self._referentie(element):
            values[_REFERENTIE] = self._pseudonymiser.referentie(self._kop.aanbieder, referentie)
        return values

    def _referentie(self, element: etree._Element) -> str:
        """The reference of a record, or of the verzoek that it belongs to."""
        tag = self._soort.tag(_REFERENTIE)
        around = (element, *element.iterancestors(self._soort.tag("Verzoek")))
        return next((found.strip() for one in around if (found := one.findtext(tag))), "")

    def _add(self, niveau: Niveau, codes: tuple[str, ...], key: dict[str, Any]) -> None:
        values = {
            **self._fixed,
            **key,
            "niveau": niveau,
            "codes": " ".join(codes),
            "wijst_af": any(code not in NIET_AFWIJZEND for code in codes),
        }
        if niveau in _COUNTED:
            self._oogst.add(Retour, values)
            return
        if not codes:
            return
        try:
            self._oogst.keep(Retour.model_validate(values))
        except ValidationError as error:
            _, why = next(explain(error))
            raise Unreadable(f"De retour op niveau {niveau} klopt niet: {why}.") from None
