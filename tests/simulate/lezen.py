"""Reads the simulator's messages back, in the plainest way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, fromstring

from sdash.simulate import Bericht


@dataclass(frozen=True)
class Record:
    """One record of a message, with every field under its own name."""

    soort: str
    naam: str
    dag: date
    aanbieder: str
    bsn: str
    velden: dict[str, str]

    def __getitem__(self, veld: str) -> str:
        return self.velden[veld]

    def get(self, veld: str) -> str | None:
        return self.velden.get(veld)

    @property
    def wet(self) -> str:
        return self.soort[:-3].lower()

    @property
    def maand(self) -> str:
        return self["Begindatum"][:7]

    @property
    def saldo(self) -> int:
        return int(self["Bedrag"]) * (-1 if self["DebetCredit"] == "C" else 1)

    @property
    def toewijzing(self) -> tuple[str, str]:
        return self.wet, self["ToewijzingNummer"]

    @property
    def regel(self) -> tuple[str, str, str]:
        return self.wet, self.aanbieder, self["ReferentieNummer"]


def soort_van(bericht: Bericht) -> str:
    return bericht.name.split("_")[1]


def van_code(berichten: Iterable[Bericht], code: str) -> list[Bericht]:
    return [bericht for bericht in berichten if soort_van(bericht).endswith(code)]


def records(berichten: Iterable[Bericht], code: str, naam: str) -> list[Record]:
    """Every element of this name in the messages of this code, in the order of sending."""
    gevonden = []
    for bericht in van_code(berichten, code):
        wortel = fromstring(bericht.inhoud)  # noqa: S314  (the tests made it themselves)
        kop = plat(wortel[0])
        ons = kop["Ontvanger"] if kop["Afzender"] == "1681" else kop["Afzender"]
        for client in _clienten(wortel):
            bsn = plat(client).get("Bsn", "")
            gevonden += [
                Record(soort_van(bericht), bericht.name, bericht.dagtekening, ons, bsn, plat(e))
                for e in client.iter()
                if lokaal(e) == naam
            ]
    return gevonden


def _clienten(wortel: Element) -> list[Element]:
    return [e for e in wortel.iter() if lokaal(e) == "Client"] or [wortel]


def plat(element: Element) -> dict[str, str]:
    """Name and text of every element without elements of its own; the first of a name counts."""
    velden: dict[str, str] = {}
    for deel in element.iter():
        if not len(deel):
            velden.setdefault(lokaal(deel), deel.text or "")
    return velden


def lokaal(element: Element) -> str:
    return element.tag.rpartition("}")[2]
