"""What a tile lets one take along: its rows as XLSX or CSV, its chart as a picture.

The address of a file is an unguessable word that stands for what the tile asked, in the role that
it was drawn for. Nothing is made before someone opens that address, so that a page costs nothing
extra; and nothing is kept afterwards. Streamlit's own download button would belong to the one
session for which a tile was first drawn, while a drawing is shared by all who see the same; and its
file would stay under an address of its own.
"""

import re
import secrets
import unicodedata
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any, Final
from weakref import WeakValueDictionary

from sdash import answers
from sdash import format as fmt
from sdash.answers import Answer, Answers
from sdash.clock import AMSTERDAM, now
from sdash.domain import Rol
from sdash.figures.prent import prent
from sdash.figures.style import LIGHT, Figure, is_blank
from sdash.meenemen import csvbestand, toelichting, werkboek
from sdash.meenemen.blad import Blad
from sdash.privacy import policy_for
from sdash.queries import gegevens
from sdash.sql import Params, Query
from sdash.ui import tables

MOST_ROWS: Final = 100_000
"""Rows of one file, about 8 s and 0.3 GB; who needs more narrows the choice."""
MOST_KEPT: Final = 5_000
_ODD: Final = re.compile(r"[^a-z0-9]+")
_making: Final = Lock()
"""One file at a time, since the rows of a large one are all in memory."""


@dataclass(frozen=True)
class Gevraagd:
    """One question of a tile, with the moment that it is asked of."""

    query: Query[Any, Any]
    params: Params
    per: datetime | None

    def full(self) -> Params:
        """The same question for all rows, where the tile shows the first of them."""
        known = {"aantal": MOST_ROWS, "vanaf": 0}
        asked = {name: value for name, value in known.items() if hasattr(self.params, name)}
        return self.params.model_copy(update=asked) if asked else self.params


@dataclass(frozen=True)
class Uitvoer:
    """What one can take along of a tile."""

    titel: str
    bron: str
    keuze: str
    rol: Rol
    vragen: tuple[Gevraagd, ...]
    draw: Callable[..., Figure] | None = None
    gekozen: Hashable | None = None

    def csv(self) -> bytes:
        """The rows of the table."""
        return csvbestand.write(self._bladen()[0])

    def xlsx(self) -> bytes:
        """The rows of the table, those of the other questions of the chart, and what they mean."""
        running = answers.current()
        return werkboek.write(self._bladen(told=True), f"Gemeente {running.settings.gemeente_naam}")

    def beeld(self) -> Figure | None:
        """The chart on paper with its title, source and moment; None when all of it is hidden."""
        if self.draw is None:
            return None
        running = answers.current()
        extra = {} if self.gekozen is None else {"gekozen": self.gekozen}
        found = [running.rows(v.query, v.params, self.rol, v.per) for v in self.vragen]
        if not found[0].rows:
            return None
        drawing = self.draw(*(answer.rows for answer in found), LIGHT, **extra)
        if is_blank(drawing):
            return None
        about = (f"Gemeente {running.settings.gemeente_naam}", self.keuze, f"Bron: {self.bron}")
        fictitious = "fictieve gegevens" if running.settings.demo else ""
        onder = " · ".join(filter(None, (*about, self.stand(running), fictitious)))
        return prent(drawing, LIGHT, self.titel, onder)

    def naam(self) -> str:
        """The name of its file without the kind: subject, choice and moment."""
        per = self.vragen[0].per
        day = (per or now()).astimezone(AMSTERDAM).date().isoformat()
        parts = (self.vragen[0].query.name, self.keuze)
        return "_".join([*filter(None, map(_plain, parts)), f"stand-{day}"])

    def stand(self, running: Answers) -> str:
        """As of when the rows are."""
        per = self.vragen[0].per
        if per is not None:
            return f"stand per {fmt.day(per.astimezone(AMSTERDAM).date())}"
        last = running.rows(gegevens.bronnen, Params(), self.rol).rows
        return f"stand {fmt.moment(max(bron.laatste for bron in last))}" if last else ""

    def _bladen(self, *, told: bool = False) -> list[Blad]:
        running = answers.current()
        with _making:
            found = [running.rows(v.query, v.full(), self.rol, v.per) for v in self.vragen]
            pairs = zip(self.vragen, found, strict=True)
            sheets = [tables.blad(vraag.query, answer) for vraag, answer in pairs]
        return [*sheets, self._told(running, found)] if told else sheets

    def _told(self, running: Answers, found: list[Answer[Any]]) -> Blad:
        first = self.vragen[0]
        policy = policy_for(self.rol, running.settings, first.query.name, first.query.header)
        rows = len(found[0].rows)
        cut = rows == MOST_ROWS and "aantal" in type(first.params).model_fields
        feiten = [
            ("Titel", self.titel),
            ("Gemeente", running.settings.gemeente_naam),
            ("Let op", "fictieve gegevens" if running.settings.demo else ""),
            ("Keuze", self.keuze),
            ("Stand", self.stand(running)),
            ("Bron en volledigheid", self.bron),
            ("Gemaakt", fmt.moment(now())),
            ("Rol", toelichting.rol(self.rol, policy)),
            ("Verborgen", toelichting.verborgen([h for answer in found for h in answer.hidden])),
            ("Rijen", f"{fmt.number(rows)}, {'de eerste; er zijn er meer' if cut else 'alle'}"),
            *(("Vraag", _command(vraag, self.rol)) for vraag in self.vragen),
        ]
        names = [
            tables.measure(vraag.query.name, column.name)
            for vraag in self.vragen
            for column in vraag.query.header.columns
        ]
        return toelichting.blad(feiten, filter(None, names))


class Boek:
    """The words under which things can be taken along.

    They are known for as long as a drawing that shows them is kept, and the last ones longer, for
    the screens that still show what nobody draws any more.
    """

    def __init__(self) -> None:
        self._last: dict[Uitvoer, str] = {}
        self._known: WeakValueDictionary[str, Uitvoer] = WeakValueDictionary()
        self._lock = Lock()

    def word(self, uitvoer: Uitvoer) -> str:
        """The word for it: the same one as long as it is one of the last."""
        with self._lock:
            word = self._last.pop(uitvoer, None) or secrets.token_urlsafe(18)
            self._last[uitvoer] = word
            self._known[word] = uitvoer
            if len(self._last) > MOST_KEPT:
                del self._last[next(iter(self._last))]
        return word

    def find(self, word: str) -> Uitvoer | None:
        """What a word stands for, or None when nobody ever got it, or long ago."""
        with self._lock:
            return self._known.get(word)


boek: Final = Boek()


def _plain(words: str) -> str:
    """Words as a part of a name of a file that every system takes."""
    ascii_only = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return _ODD.sub("-", ascii_only.lower()).strip("-")[:60].strip("-")


def _command(vraag: Gevraagd, rol: Rol) -> str:
    """How to ask the same on the command line."""
    given = vraag.full().model_dump(mode="json", exclude_none=True)
    plain = {name: value for name, value in given.items() if isinstance(value, str | int | float)}
    params = "".join(f" -p {name}={value}" for name, value in plain.items())
    per = f" --as-of {vraag.per.isoformat()}" if vraag.per else ""
    return f"sdash query {vraag.query.name}{params} --role {rol}{per}"
