"""The person in a 301: year and month of birth and the woonadres, without keeping either whole."""

from datetime import date
from typing import Final

from lxml import etree

from sdash.ingest.pseudonym import Pseudonymiser
from sdash.ingest.soorten import Soort

WOONADRES: Final = "01"
DAG_ONBEKEND: Final = "1"
MAAND_ONBEKEND: Final = "2"


def read_client(
    soort: Soort, client: etree._Element, dagtekening: date, pseudonymiser: Pseudonymiser
) -> dict[str, object]:
    """The fields of a ClientVersie, from the Client element of a 301."""
    jaar, maand = _birth(soort, client)
    postcode = _postcode(soort, client, dagtekening.isoformat()) or ""
    return {
        "geboortejaar": jaar,
        "geboortemaand": maand,
        "postcode": pseudonymiser.postcode(postcode),
        "postcodegebied": pseudonymiser.postcode_area(postcode),
    }


def _birth(soort: Soort, client: etree._Element) -> tuple[int | None, int | None]:
    birth = client.find(soort.tag("Geboortedatum"))
    if birth is None:
        return None, None
    day = birth.findtext(soort.basis_tag("Datum"), "")
    known = birth.findtext(soort.basis_tag("DatumGebruik"), "")
    if known not in {"", DAG_ONBEKEND, MAAND_ONBEKEND}:
        return None, None
    try:
        birthday = date.fromisoformat(day)
    except ValueError:
        return None, None
    return birthday.year, None if known == MAAND_ONBEKEND else birthday.month


def _postcode(soort: Soort, client: etree._Element, day: str) -> str | None:
    path = f"{soort.tag('Contactgegevens')}/{soort.tag('Contact')}"
    for contact in client.iterfind(path):
        if contact.findtext(soort.tag("Soort")) != WOONADRES:
            continue
        begin = contact.findtext(f"{soort.tag('Periode')}/{soort.basis_tag('Begindatum')}", "")
        end = contact.findtext(f"{soort.tag('Periode')}/{soort.basis_tag('Einddatum')}", "")
        if begin <= day and (not end or day <= end):
            return contact.findtext(f"{soort.tag('Adres')}/{soort.basis_tag('Postcode')}")
    return None
