"""The header of a message: who sends what to whom, and when."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lxml import etree

from sdash.ingest.answers import Vraag, codes_of
from sdash.ingest.reading import Unreadable
from sdash.ingest.soorten import RELEASE, Kop, Soort

_GEMEENTE = re.compile(r"[0-9]{4}")
_AANBIEDER = re.compile(r"[0-9]{8}")
_DAG = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Header(NamedTuple):
    """A message's header; `vraag` and `codes` are only those of a message that answers another."""

    kop: Kop
    vraag: Vraag | None
    codes: tuple[str, ...]


def read_header(soort: Soort, elements: Iterator[etree._Element]) -> Header:
    """Read the header, which comes first; raises Unreadable when it says something impossible."""
    element = next(elements, None)
    if element is None or element.tag != soort.tag("Header"):
        raise Unreadable("Het bericht heeft geen header.")
    _check_release(soort, element)
    afzender = _text(soort, element, "Afzender")
    ontvanger = _text(soort, element, "Ontvanger")
    gemeente, aanbieder = (afzender, ontvanger) if soort.from_gemeente else (ontvanger, afzender)
    if not _GEMEENTE.fullmatch(gemeente) or not _AANBIEDER.fullmatch(aanbieder):
        raise Unreadable("De afzender of ontvanger in de header heeft niet de goede vorm.")
    kop = Kop(aanbieder, gemeente, *_identification(soort, element, "BerichtIdentificatie"))
    return Header(kop, _vraag(soort, element), codes_of(soort, element))


def _vraag(soort: Soort, header: etree._Element) -> Vraag | None:
    if soort.nummer == "325":
        return Vraag(*_identification(soort, header, "DeclaratieIdentificatie"))
    if soort.is_retour:
        said = (_text(soort, header, f"{part}Retour") for part in ("Identificatie", "Dagtekening"))
        return Vraag(*_checked("IdentificatieRetour", *said))
    return None


def _check_release(soort: Soort, header: etree._Element) -> None:
    if _text(soort, header, "BerichtCode") != soort.berichtcode:
        raise Unreadable("De berichtcode in de header hoort niet bij dit soort bericht.")
    versie = f"{_text(soort, header, 'BerichtVersie')}.{_text(soort, header, 'BerichtSubversie')}"
    if versie != RELEASE:
        message = "De header noemt een andere release dan de naamruimte van het bericht."
        raise Unreadable(message)


def _text(soort: Soort, header: etree._Element, name: str) -> str:
    return (header.findtext(soort.tag(name)) or "").strip()


def _identification(soort: Soort, header: etree._Element, name: str) -> tuple[str, date]:
    found = header.find(soort.tag(name))
    identificatie = dagtekening = ""
    if found is not None:
        identificatie = (found.findtext(soort.basis_tag("Identificatie")) or "").strip()
        dagtekening = (found.findtext(soort.basis_tag("Dagtekening")) or "").strip()
    return _checked(name, identificatie, dagtekening)


def _checked(name: str, identificatie: str, dagtekening: str) -> tuple[str, date]:
    if not 0 < len(identificatie) <= 12 or not _DAG.fullmatch(dagtekening):  # noqa: PLR2004
        raise Unreadable(f"De {name} in de header is niet volledig.")
    try:
        return identificatie, date.fromisoformat(dagtekening)
    except ValueError:
        raise Unreadable(f"De dagtekening in {name} is geen datum.") from None
