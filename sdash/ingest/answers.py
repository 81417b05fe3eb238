"""The 325: which retourcodes stand on which of its four levels."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from lxml import etree
from pydantic import ValidationError

from sdash.contracts.base import explain
from sdash.contracts.declaratie import Antwoord
from sdash.contracts.regels import Why, why_not_person
from sdash.contracts.retourcodes import NIET_AFWIJZEND
from sdash.ingest.elements import drop
from sdash.ingest.messages import Persoon, read_bsn
from sdash.ingest.nummers import has_digits_of
from sdash.ingest.oogst import Oogst
from sdash.ingest.pseudonym import Pseudonymiser
from sdash.ingest.reading import Unreadable
from sdash.ingest.soorten import Kop, Soort

Niveau = Literal["bericht", "declaratie", "client", "prestatie", "twijfel"]
COUNTED: Final = frozenset({"bericht", "prestatie"})
"""The levels that are records of their own; declaratie and client only add to them."""

STREAMED: Final = ("DeclaratieNummer", "Bsn", "Prestatie", "Client", "DeclaratieAntwoord")
"""The elements of a 325 that AntwoordLezer wants to see, at their end."""


@dataclass(frozen=True)
class Vraag:
    """The 323 that a 325 answers, by the identification of that message."""

    identificatie: str
    dagtekening: date


def codes_of(soort: Soort, element: etree._Element) -> tuple[str, ...]:
    """The retourcodes that stand directly at an element; an empty one is no code of any list."""
    path = f"{soort.tag('RetourCodes')}/{soort.tag('RetourCode')}"
    return tuple((code.text or "").strip() or "-" for code in element.iterfind(path))


class AntwoordLezer:
    """Reads one 325: the answer itself is a record, and each prestatie that it details."""

    def __init__(self, soort: Soort, kop: Kop, vraag: Vraag, oogst: Oogst) -> None:
        self._soort = soort
        self._oogst = oogst
        self._nummer: str | None = None
        self._fixed: dict[str, Any] = {
            "wet": soort.wet,
            "aanbieder": kop.aanbieder,
            "declaratie_identificatie": vraag.identificatie,
            "declaratie_dagtekening": vraag.dagtekening.isoformat(),
        }

    def read(
        self,
        elements: Iterable[etree._Element],
        header_codes: tuple[str, ...],
        pseudonymiser: Pseudonymiser,
        why: Why | None,
    ) -> None:
        """Gather what each level says; `why` refuses everything."""
        rows = list(self._levels(elements, pseudonymiser, why))
        if why:
            self._oogst.refuse("Antwoord", why)
            return
        refused = self._oogst.afgekeurd
        self._add("bericht", header_codes, {})
        if self._oogst.afgekeurd > refused:  # without it, what it rejects would count as granted
            raise Unreadable("De retourcodes in de header hebben niet de goede vorm.")
        for niveau, codes, extra in rows:
            refused = self._oogst.afgekeurd
            if niveau != "twijfel":
                self._add(niveau, codes, extra)
            if (niveau == "twijfel" or self._oogst.afgekeurd > refused) and _rejects(codes):
                self._doubt(extra.get("referentienummer"))

    def _levels(
        self, elements: Iterable[etree._Element], pseudonymiser: Pseudonymiser, why: Why | None
    ) -> Iterator[tuple[Niveau, tuple[str, ...], dict[str, Any]]]:
        persoon = Persoon()
        for element in elements:
            name = str(element.tag).rpartition("}")[2]
            if name == "DeclaratieNummer":
                self._nummer = (element.text or "").strip()
            elif name == "Bsn":
                persoon = read_bsn(element, pseudonymiser)
            elif name == "DeclaratieAntwoord":
                yield "declaratie", codes_of(self._soort, element), {}
            else:
                extra: dict[str, Any] = {"client": persoon.pseudoniem}
                if name == "Prestatie":
                    extra["referentienummer"] = self._referentie(element, persoon, pseudonymiser)
                codes = codes_of(self._soort, element)
                reason = why or why_not_person(passes=persoon.pseudoniem is not None)
                if reason and name == "Prestatie":
                    self._oogst.refuse("Prestatie", reason)
                yield "twijfel" if reason else _niveau(name), codes, extra
                persoon = persoon if name == "Prestatie" else Persoon()
                drop(element)

    def _referentie(
        self, prestatie: etree._Element, persoon: Persoon, pseudonymiser: Pseudonymiser
    ) -> str | None:
        soort = self._soort
        path = f"{soort.tag('ProductReferentie')}/{soort.basis_tag('ReferentieNummer')}"
        nummer = prestatie.findtext(path, "").strip()
        if has_digits_of(persoon.bsn, nummer):
            return pseudonymiser.nummer(self._fixed["aanbieder"], nummer)
        return nummer or None

    def _add(self, niveau: Niveau, codes: tuple[str, ...], extra: dict[str, Any]) -> None:
        values = {
            **self._fixed,
            **extra,
            "niveau": niveau,
            "declaratienummer": self._nummer,
            "codes": " ".join(codes),
            "wijst_af": _rejects(codes),
        }
        if niveau in COUNTED:
            self._oogst.add(Antwoord, values)
            return
        try:
            self._oogst.keep(Antwoord.model_validate(values))
        except ValidationError as error:
            _, why = next(explain(error))
            raise Unreadable(f"Het antwoord op niveau {niveau} klopt niet: {why}.") from None

    def _doubt(self, referentienummer: str | None) -> None:
        """Keep that a line may be rejected: without this it would count as granted.

        Of a number that no line can have, nobody knows which line is meant, so all may be.
        """
        named = {"referentienummer": referentienummer} if referentienummer else {}
        values = {**self._fixed, "niveau": "twijfel", "declaratienummer": self._nummer}
        values |= {"codes": "", "wijst_af": False}
        try:
            self._oogst.keep(Antwoord.model_validate({**values, **named}))
        except ValidationError:
            self._oogst.keep(Antwoord.model_validate(values))


def _rejects(codes: Iterable[str]) -> bool:
    return any(code not in NIET_AFWIJZEND for code in codes)


def _niveau(name: str) -> Niveau:
    return "prestatie" if name == "Prestatie" else "client"
