"""One valid message of every kind, and a reader of bytes."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from pydantic import SecretBytes

from sdash.ingest import Reading, read
from sdash.settings import Settings
from tests.oracle.messages import (
    TEST_BSNS,
    Antwoord,
    AntwoordClient,
    AntwoordPrestatie,
    Client,
    Declaratie,
    DeclaratieAntwoord,
    Gewenst,
    Kop,
    Prestatie,
    Start,
    Stop,
    Toewijzing,
    Verzoek,
    VerzoekAntwoord,
    Wijziging,
    antwoordbericht,
    declaratiebericht,
    startbericht,
    stopbericht,
    toewijzingsbericht,
    verzoekantwoordbericht,
    verzoekbericht,
    wijzigingsbericht,
)
from tests.oracle.retouren import retourbericht

Maker = Callable[..., bytes]
SETTINGS = Settings(data=Path("data"), sleutel=SecretBytes(b"a key that only the tests know of"))
JAN, JAN_END, FEB = date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1)
BSN, OTHER_BSN = TEST_BSNS[:2]
CLIENT = Client(BSN)
_CODES = {"jw": ("45", "45A04"), "wmo": ("02", "02A04")}


def kop(wet: str = "jw", gemeente: str = "1681") -> Kop:
    return Kop("1", date(2026, 2, 5), wet=wet, gemeente=gemeente)


def toewijzing(wet: str = "jw", gemeente: str = "1681") -> bytes:
    """A 301 with two toewijzingen."""
    categorie, code = _CODES[wet]
    both = [Toewijzing(nummer, JAN, categorie=categorie, code=code) for nummer in (1, 2)]
    return toewijzingsbericht(kop(wet, gemeente), CLIENT, both)


def start(wet: str = "jw", gemeente: str = "1681", status: str = "1") -> bytes:
    """A 305."""
    categorie, code = _CODES[wet]
    return startbericht(
        kop(wet, gemeente), CLIENT, [Start(JAN, 1, categorie=categorie, code=code, status=status)]
    )


def stop(wet: str = "jw", gemeente: str = "1681", status: str = "1") -> bytes:
    """A 307."""
    categorie, code = _CODES[wet]
    ended = Stop(JAN, FEB, 1, categorie=categorie, code=code, status=status)
    return stopbericht(kop(wet, gemeente), CLIENT, [ended])


def verzoek(wet: str = "jw", gemeente: str = "1681") -> bytes:
    """A 315."""
    categorie, code = _CODES[wet]
    asked = Verzoek("Referentie 1", JAN, categorie=categorie, code=code)
    return verzoekbericht(kop(wet, gemeente), CLIENT, [asked])


def wijziging(wet: str = "jw", gemeente: str = "1681") -> bytes:
    """A 317 with one product that stays, one that changes and one that is new."""
    categorie, code = _CODES[wet]
    asked = Wijziging(
        "Referentie 2", [1], [Gewenst(FEB, 2)], [Gewenst(FEB, categorie=categorie, code=code)]
    )
    return wijzigingsbericht(kop(wet, gemeente), CLIENT, asked)


def verzoekantwoord(wet: str = "jw", gemeente: str = "1681") -> bytes:
    """A 319."""
    return verzoekantwoordbericht(kop(wet, gemeente), VerzoekAntwoord("Referentie 2"))


def retour(answered: Maker, wet: str = "jw", gemeente: str = "1681") -> bytes:
    """A 302, 306, 308, 316, 318 or 320 that has nothing to say."""
    return retourbericht(answered(wet, gemeente), "1", date(2026, 2, 5))


def lines(wet: str = "jw") -> list[Prestatie]:
    categorie, code = _CODES[wet]
    return [
        Prestatie(referentie, JAN, categorie=categorie, code=code) for referentie in ("R1", "R2")
    ]


def declaratie(wet: str = "jw", gemeente: str = "1681", *more: Prestatie) -> bytes:
    """A 323 with three lines of two persons, and more lines of the second."""
    own = lines(wet)
    third = Prestatie("R3", JAN, categorie=own[0].categorie, code=own[0].code)
    clienten = [(BSN, own), (OTHER_BSN, [third, *more])]
    return declaratiebericht(kop(wet, gemeente), Declaratie("D1", JAN, JAN_END, clienten))


def antwoord(wet: str = "jw", gemeente: str = "1681") -> bytes:
    """A 325 that rejects one line: the answer and the line are its records."""
    refused = AntwoordClient(BSN, [AntwoordPrestatie(lines(wet)[0], ["8021"])])
    said = Antwoord("1", date(2026, 2, 5), inhoud=DeclaratieAntwoord("D1", [refused]))
    return antwoordbericht(kop(wet, gemeente), said)


BERICHTEN: Mapping[str, tuple[Maker, int]] = {
    f"{wet.upper()}{nummer}": (partial(maker, wet), gelezen)
    for wet in ("jw", "wmo")
    for nummer, maker, gelezen in (
        ("301", toewijzing, 2),
        ("305", start, 1),
        ("307", stop, 1),
        ("315", verzoek, 1),
        ("317", wijziging, 3),
        ("319", verzoekantwoord, 1),
        ("323", declaratie, 3),
        ("325", antwoord, 2),
    )
} | {
    f"{wet.upper()}{nummer}": (partial(retour, maker, wet), gelezen)
    for wet in ("jw", "wmo")
    for nummer, maker, gelezen in (
        ("302", toewijzing, 3),
        ("306", start, 2),
        ("308", stop, 2),
        ("316", verzoek, 2),
        ("318", wijziging, 4),
        ("320", verzoekantwoord, 2),
    )
}
"""How each kind of message is made, and how many records it then holds."""


class Lezer:
    """Reads bytes as a file of its own folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, inhoud: bytes, naam: str = "bestand") -> Path:
        path = self._folder / naam
        path.write_bytes(inhoud)
        return path

    def read(self, inhoud: bytes | str, naam: str = "bestand") -> Reading:
        data = inhoud.encode() if isinstance(inhoud, str) else inhoud
        return read(self.put(data, naam), SETTINGS)


def why(reading: Reading) -> list[tuple[str, str, str]]:
    """Place, code and sentence of every reason."""
    return [(reden.plaats, reden.code, reden.reden) for reden in reading.redenen]


def counts(reading: Reading) -> tuple[str | None, int, int, int]:
    return reading.soort, reading.gelezen, reading.geaccepteerd, reading.afgekeurd
