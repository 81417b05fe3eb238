"""The kinds of message of iJw and iWmo 3.2 that sdash reads, recognised by their namespace."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from sdash.domain import Wet
from sdash.ingest.reading import Unreadable

RELEASE: Final = "3.2"
_NAMESPACE = re.compile(
    r"http://www\.istandaarden\.nl/(ijw|iwmo)/([0-9]+)_([0-9]+)/(jw|wmo)([0-9]{3})/schema"
)
_BERICHTCODE: Final = {
    ("jw", "301"): "436",
    ("jw", "302"): "437",
    ("jw", "305"): "438",
    ("jw", "306"): "439",
    ("jw", "307"): "440",
    ("jw", "308"): "441",
    ("jw", "315"): "446",
    ("jw", "316"): "447",
    ("jw", "317"): "486",
    ("jw", "318"): "487",
    ("jw", "319"): "488",
    ("jw", "320"): "489",
    ("jw", "323"): "490",
    ("jw", "325"): "491",
    ("wmo", "301"): "414",
    ("wmo", "302"): "415",
    ("wmo", "305"): "418",
    ("wmo", "306"): "419",
    ("wmo", "307"): "420",
    ("wmo", "308"): "421",
    ("wmo", "315"): "444",
    ("wmo", "316"): "445",
    ("wmo", "317"): "480",
    ("wmo", "318"): "481",
    ("wmo", "319"): "482",
    ("wmo", "320"): "483",
    ("wmo", "323"): "484",
    ("wmo", "325"): "485",
}
_VAN_GEMEENTE: Final = frozenset({"301", "302", "319", "320", "325"})
"""A return message repeats the sender and receiver of the message that it answers."""
RETOUR: Final = frozenset({"302", "306", "308", "316", "318", "320"})


@dataclass(frozen=True)
class Soort:
    """One kind of message: its wet, number, the code of its header, and its namespaces."""

    wet: Wet
    nummer: str
    berichtcode: str
    namespace: str
    basis: str

    @property
    def naam(self) -> str:
        """The name as the field writes it, such as JW323."""
        return f"{self.wet.upper()}{self.nummer}"

    @property
    def is_retour(self) -> bool:
        """Whether it says of another message what was wrong with it (302, 306, ...)."""
        return self.nummer in RETOUR

    @property
    def from_gemeente(self) -> bool:
        """Whether its header names the municipality as the sender (301, 325) or the receiver."""
        return self.nummer in _VAN_GEMEENTE

    def tag(self, name: str) -> str:
        """The qualified name of an element of the message itself."""
        return f"{{{self.namespace}}}{name}"

    def basis_tag(self, name: str) -> str:
        """The qualified name of an element of the basisschema."""
        return f"{{{self.basis}}}{name}"


@dataclass(frozen=True)
class Kop:
    """What the header of a message says: between whom, and how it is identified."""

    aanbieder: str
    gemeente: str
    identificatie: str
    dagtekening: date


def soort_of(root_tag: str) -> Soort:
    """The kind of message that a root element announces; Unreadable says what it is instead."""
    namespace, _, name = root_tag.removeprefix("{").rpartition("}")
    found = _NAMESPACE.fullmatch(namespace)
    if found is None or name != "Bericht":
        raise Unreadable("Dit is geen bericht van iJw of iWmo.")
    standard, major, minor, prefix, nummer = found.groups()
    if f"{major}.{minor}" != RELEASE:
        message = f"Dit bericht heeft release {major}.{minor}; sdash leest release {RELEASE}."
        raise Unreadable(message)
    code = _BERICHTCODE.get((prefix, nummer))
    if code is None or standard != f"i{prefix}":
        message = f"Berichten van soort {prefix.upper()}{nummer} leest sdash niet."
        raise Unreadable(message)
    basis = f"http://www.istandaarden.nl/{standard}/{major}_{minor}/basisschema/schema"
    return Soort(Wet(prefix), nummer, code, namespace, basis)
