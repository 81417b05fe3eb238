"""What happens on which day, and the messages that come of it."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

from sdash.domain import Wet
from sdash.simulate.xml import Kop


class Bericht(NamedTuple):
    """A file as it is sent: its name, its bytes and the day that it carries."""

    name: str
    inhoud: bytes
    dagtekening: date


class Post:
    """The agenda of the whole simulation, and its outgoing mail."""

    def __init__(self, gemeente: str) -> None:
        self.gemeente = gemeente
        self._agenda: list[tuple[date, int, Callable[[date], None]]] = []
        self._volgnr = count()
        self._verstuurd: Counter[str] = Counter()
        self._uit: list[tuple[str, Bericht]] = []

    def plan(self, dag: date, doe: Callable[[date], None]) -> None:
        heappush(self._agenda, (dag, next(self._volgnr), doe))

    def kop(self, wet: Wet, soort: str, van: str, naar: str, dag: date) -> Kop:
        """The header of the next message of a sender, whose messages are numbered."""
        self._verstuurd[van] += 1
        return Kop(wet, f"{wet.upper()}{soort}", van, naar, f"{self._verstuurd[van]:08d}", dag)

    def stuur(self, kop: Kop, inhoud: bytes) -> None:
        naam = f"{kop.dagtekening}_{kop.soort}_{kop.afzender}_{kop.identificatie}.xml"
        self._uit.append((kop.soort, Bericht(naam, inhoud, kop.dagtekening)))

    def berichten(self) -> Iterator[Bericht]:
        """Every message in the order of day, kind and name, for as long as something is planned."""
        while self._agenda:
            dag = self._agenda[0][0]
            while self._agenda and self._agenda[0][0] == dag:
                _, _, doe = heappop(self._agenda)
                doe(dag)
            self._uit.sort()
            yield from (bericht for _, bericht in self._uit)
            self._uit.clear()
