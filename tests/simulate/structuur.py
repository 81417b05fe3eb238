"""Checks a message against structuur.txt, which was written apart from the simulator."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

TABEL = Path(__file__).with_name("structuur.txt")
BASIS = "http://www.istandaarden.nl/i{wet}/3_2"
VAAK = {"1": (1, 1), "?": (0, 1), "+": (1, None)}


@dataclass(frozen=True)
class Regel:
    """One line of the table with the lines below it."""

    woorden: tuple[str, ...]
    onder: "list[Regel]" = field(default_factory=list)


@dataclass(frozen=True)
class Soort:
    """A kind of message within a wet: JW323 is wet jw, code 323."""

    wet: str
    code: str

    def tag(self, naam: str) -> str:
        deel = "basisschema" if naam.startswith("b:") else f"{self.wet}{self.code}"
        return f"{{{BASIS.format(wet=self.wet)}/{deel}/schema}}{naam.removeprefix('b:')}"


def fouten(soort: Soort, inhoud: bytes) -> list[str]:
    """Every place where a message is not as the table says."""
    wortel = fromstring(inhoud)  # noqa: S314  (the tests made it themselves)
    if wortel.tag != soort.tag("Bericht"):
        return [wortel.tag]
    bericht = _deel(("bericht", soort.code))
    return list(_vergelijk(soort, wortel, bericht.onder, "Bericht"))


@cache
def _tabel() -> Regel:
    wortel = Regel(())
    pad = [wortel]
    for tekst in TABEL.read_text(encoding="utf-8").splitlines():
        if not tekst or tekst.startswith("#"):
            continue
        diepte = (len(tekst) - len(tekst.lstrip())) // 2
        regel = Regel(tuple(tekst.split(maxsplit=2)))
        del pad[diepte + 1 :]
        pad[-1].onder.append(regel)
        pad.append(regel)
    return wortel


@cache
def _deel(begin: tuple[str, ...]) -> Regel:
    (gevonden,) = (r for r in _tabel().onder if r.woorden[: len(begin)] == begin)
    return gevonden


def _elementen(soort: Soort, regels: list[Regel]) -> Iterator[Regel]:
    """The lines, with groups written out and without what belongs to the other wet."""
    for regel in regels:
        naam = regel.woorden[0]
        wet, _, van_wet = naam.partition(":")
        if naam.startswith("*"):
            yield from _elementen(soort, _deel(("groep", naam[1:])).onder)
        elif wet not in {"jw", "wmo"}:
            yield regel
        elif wet == soort.wet:
            yield Regel((van_wet, *regel.woorden[1:]), regel.onder)


def _vergelijk(soort: Soort, element: Element, regels: list[Regel], plaats: str) -> Iterator[str]:
    if (element.text or "").strip() or element.attrib:
        yield f"{plaats}: tekst of attributen"
    over = list(element)
    for regel in _elementen(soort, regels):
        naam, vaak, *_ = regel.woorden
        minstens, hoogstens = VAAK[vaak]
        gelijk = 0
        while over and over[0].tag == soort.tag(naam) and gelijk != hoogstens:
            yield from _inhoud(soort, over.pop(0), regel, f"{plaats}/{naam}")
            gelijk += 1
        if gelijk < minstens:
            yield f"{plaats}/{naam}: ontbreekt"
    yield from (f"{plaats}: {kind.tag} hoort hier niet" for kind in over)


def _inhoud(soort: Soort, element: Element, regel: Regel, plaats: str) -> Iterator[str]:
    if regel.onder:
        yield from _vergelijk(soort, element, regel.onder, plaats)
    elif len(element) or not re.fullmatch(_patroon(soort, regel.woorden[2]), element.text or ""):
        yield f"{plaats}: {element.text}"


@cache
def _patroon(soort: Soort, naam: str) -> str:
    patronen = {
        regel.woorden[0]: " ".join(regel.woorden[1:]) for regel in _deel(("patroon",)).onder
    }
    if naam == "berichtcode":
        codes = dict(
            re.findall(r"(jw|wmo)=(\d+)", " ".join(_deel(("bericht", soort.code)).woorden))
        )
        return str(codes[soort.wet])
    return patronen.get(f"{naam}.{soort.wet}") or patronen.get(naam, naam)
