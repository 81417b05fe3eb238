"""XML as text: a message is put together from strings, since there are thousands of them."""

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Final

from sdash.domain import Wet

BERICHTCODE: Final = {
    "JW301": "436", "JW305": "438", "JW307": "440", "JW315": "446", "JW323": "490", "JW325": "491",
    "WMO301": "414", "WMO305": "418", "WMO307": "420", "WMO315": "444", "WMO323": "484",
    "WMO325": "485",
}  # fmt: skip
XSD_VERSIE: Final = "1.0.0"
NAMESPACE: Final = "http://www.istandaarden.nl/i{wet}/3_2/{schema}/schema"


@dataclass(frozen=True, slots=True)
class Kop:
    """Who sends which message to whom, and the two namespaces of its elements."""

    wet: Wet
    soort: str
    """The kind of message, such as JW323."""
    afzender: str
    ontvanger: str
    identificatie: str
    dagtekening: date

    def m(self, naam: str, *delen: str) -> str:
        """An element of the message, around elements that are text already."""
        prefix = self.soort.lower()
        return f"<{prefix}:{naam}>{''.join(delen)}</{prefix}:{naam}>"

    def b(self, naam: str, *delen: str) -> str:
        """An element of the basisschema."""
        return f"<i{self.wet}:{naam}>{''.join(delen)}</i{self.wet}:{naam}>"

    def xsd_versie(self, naam: str = "XsdVersie") -> str:
        return self.m(
            naam,
            self.b("BasisschemaXsdVersie", XSD_VERSIE),
            self.b("BerichtXsdVersie", XSD_VERSIE),
        )

    def identificatie_van(self, naam: str, identificatie: str, dagtekening: date) -> str:
        return self.m(
            naam,
            self.b("Identificatie", identificatie),
            self.b("Dagtekening", f"{dagtekening}"),
        )

    def bericht(self, inhoud: str, *, in_header: str = "") -> bytes:
        """The whole file: declaration, namespaces, header, content."""
        header = self.m(
            "Header",
            self.m("BerichtCode", BERICHTCODE[self.soort]),
            self.m("BerichtVersie", "3"),
            self.m("BerichtSubversie", "2"),
            self.m("Afzender", self.afzender),
            self.m("Ontvanger", self.ontvanger),
            self.identificatie_van("BerichtIdentificatie", self.identificatie, self.dagtekening),
            self.xsd_versie(),
            in_header,
        )
        prefix = self.soort.lower()
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<{prefix}:Bericht xmlns:{prefix}="{NAMESPACE.format(wet=self.wet, schema=prefix)}"'
            f' xmlns:i{self.wet}="{NAMESPACE.format(wet=self.wet, schema="basisschema")}">'
            f"{header}{inhoud}</{prefix}:Bericht>\n"
        ).encode()


def tekst(waarde: str) -> str:
    """Text as it may stand between two tags."""
    return escape(waarde, quote=False)
