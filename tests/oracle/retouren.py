"""Makes a return message out of the message that it answers: the same content, with retourcodes."""

from collections.abc import Mapping, Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from tests.oracle.values import BERICHTCODES

NIETS = ("0200",)
_LEVELS = ("Client", "Relatie", "Contact", "Verzoek", "Antwoord", "Woonplaatsbeginsel")
_KEPT_OF_305 = "Product"


def retourbericht(
    answered: bytes,
    identificatie: str,
    dagtekening: date,
    codes: Mapping[str, Sequence[str]] | None = None,
) -> bytes:
    """A 302, 306, 308, 316, 318 or 320; `codes` by level: Header, Client, Product, Antwoord, ...

    Product stands for every kind of product, and Product2 for the second one only.
    """
    said = codes or {}
    root = fromstring(answered)  # noqa: S314  (the tests made it themselves)
    space, _, _ = root.tag.removeprefix("{").partition("}")
    *_, message, _ = space.split("/")
    wet, number = message[:-3], str(int(message[-3:]) + 1)
    other = space.replace(message, f"{wet}{number}")
    for element in root.iter():
        element.tag = element.tag.replace(space, other)
    header = root[0]
    _text(header, other, "BerichtCode").text = BERICHTCODES[wet, number]
    asked = _identification(header, identificatie, dagtekening)
    for name, value in zip(("IdentificatieRetour", "DagtekeningRetour"), asked, strict=True):
        SubElement(header, f"{{{other}}}{name}").text = value
    _judge(header, other, said.get("Header", NIETS))
    products = [one for one in root.iter() if _is_product(one, other)]
    for place, product in enumerate(products, start=1):
        _judge(product, other, said.get(f"Product{place}", said.get("Product", NIETS)))
    for level in _LEVELS:
        for element in root.iter(f"{{{other}}}{level}"):
            _judge(element, other, said.get(level, NIETS))
    return tostring(root)


def _is_product(element: Element, space: str) -> bool:
    name = element.tag.removeprefix(f"{{{space}}}")
    return name.endswith("Product") and name != _KEPT_OF_305


def _text(header: Element, space: str, name: str) -> Element:
    found = header.find(f"{{{space}}}{name}")
    if found is None:
        raise ValueError(name)
    return found


def _identification(header: Element, identificatie: str, dagtekening: date) -> tuple[str, str]:
    """Give the message an identification of its own, and say which one it had."""
    (said,) = (one for one in header if one.tag.endswith("}BerichtIdentificatie"))
    before = (said[0].text or "", said[1].text or "")
    said[0].text, said[1].text = identificatie, dagtekening.isoformat()
    return before


def _judge(element: Element, space: str, codes: Sequence[str]) -> None:
    around = SubElement(element, f"{{{space}}}RetourCodes")
    for code in codes:
        SubElement(around, f"{{{space}}}RetourCode").text = code
