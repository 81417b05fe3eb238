"""The messages about money: 323 (declaratie) and 325 (answer)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Final

from sdash.simulate.kalender import laatste_dag
from sdash.simulate.xml import Kop

TOEGEKEND: Final = "8001"
BEOORDEELD: Final = "0200"
PER_CLIENT: Final = "8187"
"""The retourcode that is given to a client as a whole."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of a declaratie, and what the gemeente will think of it."""

    nummer: str
    bsn: str
    toewijzing: int
    categorie: str
    code: str
    begin: date
    eind: date
    volume: int
    eenheid: str
    tarief: int | None
    bedrag: int
    vorig: str | None = None
    credit: bool = False
    afwijzing: str | None = None

    @property
    def saldo(self) -> int:
        return -self.bedrag if self.credit else self.bedrag

    def terug(self) -> "Regel":
        """The credit line that takes this one back; it still needs a number of its own."""
        return replace(self, nummer="", vorig=self.nummer, credit=True)


@dataclass(frozen=True, slots=True)
class Declaratie:
    """The lines that an aanbieder declares at once."""

    nummer: str
    maand: date
    regels: tuple[Regel, ...]
    """In the order of clients."""

    @property
    def saldo(self) -> int:
        return sum(regel.saldo for regel in self.regels)

    @property
    def toegekend(self) -> int:
        return sum(regel.saldo for regel in self.regels if not regel.afwijzing)


def _bedrag(kop: Kop, naam: str, deel: str, saldo: int, *, credit: bool) -> str:
    return kop.m(naam, kop.b(deel, f"{abs(saldo)}"), kop.b("DebetCredit", "C" if credit else "D"))


def _totaal(kop: Kop, naam: str, saldo: int) -> str:
    return _bedrag(kop, naam, "TotaalBedrag", saldo, credit=saldo < 0)


def _periode(kop: Kop, naam: str, begin: date, eind: date) -> str:
    return kop.m(naam, kop.b("Begindatum", f"{begin}"), kop.b("Einddatum", f"{eind}"))


def _prestatie(kop: Kop, regel: Regel, retour: str = "") -> str:
    vorig = kop.b("VorigReferentieNummer", regel.vorig) if regel.vorig else ""
    return kop.m(
        "Prestatie",
        kop.m("ProductReferentie", kop.b("ReferentieNummer", regel.nummer), vorig),
        kop.m("ToewijzingNummer", f"{regel.toewijzing}"),
        kop.m("ProductCategorie", regel.categorie),
        kop.m("ProductCode", regel.code),
        _periode(kop, "ProductPeriode", regel.begin, regel.eind),
        kop.m("GeleverdVolume", f"{regel.volume}"),
        kop.m("Eenheid", regel.eenheid),
        "" if regel.tarief is None else kop.m("ProductTarief", f"{regel.tarief}"),
        _bedrag(kop, "IngediendBedrag", "Bedrag", regel.bedrag, credit=regel.credit),
        retour,
    )


def _clienten(
    kop: Kop,
    regels: Iterable[Regel],
    client: Callable[[str, list[Regel]], str],
) -> str:
    per_client = groupby(regels, key=lambda regel: regel.bsn)
    return kop.m("Clienten", *(client(bsn, list(groep)) for bsn, groep in per_client))


def _retour(kop: Kop, *codes: str) -> str:
    return kop.m("RetourCodes", *(kop.m("RetourCode", code) for code in codes))


def bericht_323(kop: Kop, declaratie: Declaratie) -> bytes:
    """A declaratie, whose lines stand in the order of clients."""

    def client(bsn: str, regels: list[Regel]) -> str:
        prestaties = kop.m("Prestaties", *(_prestatie(kop, regel) for regel in regels))
        return kop.m("Client", kop.m("Bsn", bsn), prestaties)

    inhoud = kop.m(
        "Declaratie",
        kop.m("DeclaratieNummer", declaratie.nummer),
        _periode(kop, "DeclaratiePeriode", declaratie.maand, laatste_dag(declaratie.maand)),
        kop.m("DeclaratieDagtekening", f"{kop.dagtekening}"),
        _totaal(kop, "TotaalIngediendBedrag", declaratie.saldo),
        _clienten(kop, declaratie.regels, client),
    )
    return kop.bericht(inhoud)


def _afgewezen_client(kop: Kop, bsn: str, regels: list[Regel]) -> str:
    """A client with rejected lines; a code on the client itself leaves its lines without one."""
    geheel = regels[0].afwijzing == PER_CLIENT
    codes = [BEOORDEELD if geheel else f"{regel.afwijzing}" for regel in regels]
    return kop.m(
        "Client",
        kop.m("Bsn", bsn),
        kop.m(
            "Prestaties",
            *(
                _prestatie(kop, regel, _retour(kop, code))
                for regel, code in zip(regels, codes, strict=True)
            ),
        ),
        _retour(kop, PER_CLIENT if geheel else BEOORDEELD),
    )


def _antwoord(kop: Kop, declaratie: Declaratie) -> str:
    afgewezen = [regel for regel in declaratie.regels if regel.afwijzing]
    clienten = ""
    if afgewezen:
        clienten = _clienten(
            kop, afgewezen, lambda bsn, regels: _afgewezen_client(kop, bsn, regels)
        )
    return kop.m(
        "DeclaratieAntwoord",
        kop.m("DeclaratieNummer", declaratie.nummer),
        _totaal(kop, "TotaalIngediendBedrag", declaratie.saldo),
        _totaal(kop, "TotaalToegekendBedrag", declaratie.toegekend),
        clienten,
        _retour(kop, BEOORDEELD),
    )


def bericht_325(
    kop: Kop, kop_323: Kop, declaratie: Declaratie, code: str, *, met_antwoord: bool
) -> bytes:
    """The answer to a declaratie; without the part on its lines, the code in the header is all."""
    in_header = (
        kop.identificatie_van("DeclaratieIdentificatie", kop_323.identificatie, kop_323.dagtekening)
        + kop.xsd_versie("XsdVersieDeclaratie")
        + _retour(kop, code)
    )
    return kop.bericht(_antwoord(kop, declaratie) if met_antwoord else "", in_header=in_header)
