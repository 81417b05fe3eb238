"""The figures computed again from the message files, with dicts and whole cents."""

from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from tests.oracle.begroting import Begroting
from tests.oracle.reading import read_message
from tests.oracle.records import Melding, Record, Regel, Uitspraak, Versie, Weigering
from tests.oracle.values import GEMEENTE

T = TypeVar("T")

_NO_REJECTION = {"8001", "0200", "0233"}
_REMOVED = "13"
_INTERRUPTED = "20"
REJECTED_STAY_SUBMITTED = True
"""Whether a line that a 325 rejected still counts as ingediend."""


@dataclass(frozen=True)
class Telling:
    """What the door says of one file."""

    bestand: str
    soort: str
    gelezen: int
    geaccepteerd: int
    afgekeurd: int


@dataclass
class Bedragen:
    """Cents of the lines of one wet, in a month or a year."""

    ingediend: int = 0
    toegekend: int = 0
    in_behandeling: int = 0


@dataclass(frozen=True)
class Stand:
    clienten: int
    toewijzingen: int


class Oracle:
    """Holds every record that stood at the door, and answers from all of them at once."""

    def __init__(self, gemeente: str = GEMEENTE) -> None:
        self._gemeente = gemeente
        self._seen: set[bytes] = set()
        self._records: list[Record] = []
        self.begroting = Begroting()

    def read(self, bestand: str, content: bytes) -> Telling:
        """Takes one message file; an exact repeat counts nothing."""
        bericht = read_message(content, self._gemeente)
        accepted = [] if content in self._seen else bericht.records
        self._seen.add(content)
        self._records.extend(accepted)
        geaccepteerd = len(accepted)
        rejected = bericht.gelezen - geaccepteerd
        return Telling(bestand, bericht.soort, bericht.gelezen, geaccepteerd, rejected)

    def totaal(self, jaar: int) -> dict[str, tuple[Bedragen | None, int | None]]:
        """Per wet the amounts of the year, and what was begroot."""
        sums: dict[str, Bedragen] = {}
        for (_, wet), bedragen in self.per_maand(jaar).items():
            _add(sums.setdefault(wet, Bedragen()), bedragen)
        wetten = ("jw", "wmo", "pw") if self.begroting.knows("pw") else ("jw", "wmo")
        return {wet: (sums.get(wet), self.begroting.of(jaar, wet)) for wet in wetten}

    def per_maand(self, jaar: int) -> dict[tuple[date, str], Bedragen]:
        """Per first day of the month and wet: a line counts in the month in which it began."""
        sums: dict[tuple[date, str], Bedragen] = {}
        for regel, status in self.regels():
            if regel.begin.year == jaar:
                month = sums.setdefault((regel.begin.replace(day=1), regel.bron.wet), Bedragen())
                _add(month, _bedragen(regel.saldo, status))
        return sums

    def stand(self, peildatum: date) -> dict[str, Stand]:
        """Per wet and over all of them: persons and toewijzingen active on the day."""
        said = self._said()
        active = [
            one
            for one in self._current()
            if _is_active(one, said.get((one.bron.wet, one.nummer), []), peildatum)
        ]
        wetten = {wet: [one for one in active if one.bron.wet == wet] for wet in ("jw", "wmo")}
        return {
            name: Stand(len({one.client for one in these}), len(these))
            for name, these in (wetten | {"totaal": active}).items()
        }

    def loopt(self, jaar: int) -> Iterable[tuple[Versie, list[date]]]:
        """Every current toewijzing, with the days of a year on which it is active."""
        said = self._said()
        days = [date(jaar, 1, 1) + timedelta(days=nr) for nr in range(365 + isleap(jaar))]
        for one in self._current():
            of_one = said.get((one.bron.wet, one.nummer), [])
            yield one, [day for day in days if _is_active(one, of_one, day)]

    def regels(self) -> Iterable[tuple[Regel, str]]:
        """Each line key once: one that was not rejected goes before a rejected one."""
        answers = self._answers()
        of_key: dict[tuple[str, str, str], list[tuple[Regel, str]]] = {}
        for regel in self._of(Regel):
            sides = (regel.bron.wet, regel.bron.aanbieder)
            status = _status(regel, answers.get((*sides, regel.declaratie)))
            of_key.setdefault((*sides, regel.referentie), []).append((regel, status))
        return [
            min(them, key=lambda one: (one[1] == "afgewezen", one[0].bron.orde, one[0].plaats))
            for them in of_key.values()
        ]

    def redenen(self) -> Iterable[tuple[Regel, set[str]]]:
        """Of each line that stands rejected: the codes that reject it."""
        answers = self._answers()
        for regel, status in self.regels():
            if status == "afgewezen":
                antwoord = answers[regel.bron.wet, regel.bron.aanbieder, regel.declaratie]
                yield regel, _rejecting(regel, antwoord)

    def _answers(self) -> dict[tuple[str, str, str], Uitspraak]:
        """The newest 325 of each declaratie; without a DeclaratieAntwoord it names only the 323."""
        numbers: dict[tuple[str, str, tuple[str, date]], set[str]] = {}
        for regel in self._of(Regel):
            message = (regel.bron.identificatie, regel.bron.dagtekening)
            sides = (regel.bron.wet, regel.bron.aanbieder)
            numbers.setdefault((*sides, message), set()).add(regel.declaratie)
        newest: dict[tuple[str, str, str], Uitspraak] = {}
        for uitspraak in sorted(self._of(Uitspraak), key=lambda one: one.bron.orde):
            sides = (uitspraak.bron.wet, uitspraak.bron.aanbieder)
            named = (
                {uitspraak.declaratie}
                if uitspraak.declaratie
                else numbers.get((*sides, uitspraak.over), set())
            )
            newest |= {(*sides, number): uitspraak for number in named}
        return newest

    def _current(self) -> list[Versie]:
        """The newest version of every toewijzing, unless that says that it never existed."""
        newest: dict[tuple[str, int], Versie] = {}
        for versie in sorted(self._of(Versie), key=lambda v: (v.moment, v.bron.orde, v.plaats)):
            newest[versie.bron.wet, versie.nummer] = versie
        return [versie for versie in newest.values() if versie.reden != _REMOVED]

    def _standing(self) -> list[Melding]:
        """Of every start and stop the newest word that was not refused, unless that removes it."""
        newest: dict[tuple[object, ...], Melding] = {}
        refusals = self._of(Weigering)
        for melding in sorted(self._of(Melding), key=lambda m: (m.bron.orde, m.plaats)):
            if any(refusal.treft(melding) for refusal in refusals):
                continue
            of_what = melding.toewijzing if melding.toewijzing is not None else melding.product
            sender = (melding.bron.wet, melding.bron.aanbieder, melding.client)
            newest[*sender, of_what, melding.begin, melding.eind] = melding
        return [melding for melding in newest.values() if melding.status == "1"]

    def _said(self) -> dict[tuple[str, int], list[Melding]]:
        """The standing starts and stops by the one current toewijzing that each is about."""
        of_client: dict[str, list[Versie]] = {}
        for versie in self._current():
            of_client.setdefault(versie.client, []).append(versie)
        said: dict[tuple[str, int], list[Melding]] = {}
        for melding in self._standing():
            fitting = [one for one in of_client.get(melding.client, []) if _fits(melding, one)]
            if len(fitting) == 1:
                said.setdefault((melding.bron.wet, fitting[0].nummer), []).append(melding)
        return said

    def _of(self, kind: type[T]) -> list[T]:
        return [one for one in self._records if isinstance(one, kind)]


def _add(sums: Bedragen, more: Bedragen) -> None:
    sums.ingediend += more.ingediend
    sums.toegekend += more.toegekend
    sums.in_behandeling += more.in_behandeling


def _bedragen(saldo: int, status: str) -> Bedragen:
    if status == "toegekend":
        return Bedragen(saldo, toegekend=saldo)
    if status == "in_behandeling":
        return Bedragen(saldo, in_behandeling=saldo)
    return Bedragen(saldo if REJECTED_STAY_SUBMITTED else 0)


def _status(regel: Regel, antwoord: Uitspraak | None) -> str:
    if antwoord is None:
        return "in_behandeling"
    if _rejecting(regel, antwoord):
        return "afgewezen"
    unclear = antwoord.geheel_onleesbaar or regel.referentie in antwoord.onleesbaar
    return "in_behandeling" if unclear else "toegekend"


def _rejecting(regel: Regel, antwoord: Uitspraak) -> set[str]:
    of_client = antwoord.van_client.get(regel.client, set())
    codes = antwoord.codes | of_client | antwoord.van_regel.get(regel.referentie, set())
    return set(codes) - _NO_REJECTION


def _fits(melding: Melding, versie: Versie) -> bool:
    """By number, or else by product and date, always of the same wet, aanbieder and client."""
    mine = (melding.bron.wet, melding.bron.aanbieder, melding.client)
    if mine != (versie.bron.wet, versie.bron.aanbieder, versie.client):
        return False
    if melding.toewijzing is not None:
        return melding.toewijzing == versie.nummer
    categorie, code = melding.product
    if categorie is None or categorie != versie.product[0]:
        return False
    same_code = code is None or code == versie.product[1]
    return same_code and versie.ingang <= melding.begin <= (versie.eind or date.max)


def _is_active(versie: Versie, said: list[Melding], day: date) -> bool:
    """Within its period, and not ended before the day without a later start."""
    if not versie.ingang <= day <= (versie.eind or date.max):
        return False
    starts = [one.begin for one in said if one.eind is None]
    ends = [one.eind for one in said if one.eind and one.reden != _INTERRUPTED]
    return all(eind >= day or any(eind < begin <= day for begin in starts) for eind in ends)
