"""The lines of a history by plain Python, chosen and added up as the pages do."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from hypothesis import strategies as st

from tests.oracle import money
from tests.oracle.messages import (
    TEST_BSNS,
    Declaratie,
    Kop,
    Prestatie,
    antwoordbericht,
    declaratiebericht,
)
from tests.oracle.mix import Mix
from tests.oracle.oracle import Oracle
from tests.oracle.records import Regel
from tests.oracle.strategies import JAREN
from tests.oracle.taakvelden import taakveld

Som = tuple[int, ...]
"""Persons, and cents: ingediend, toegekend and in behandeling."""
STATUSSEN = (None, "toegekend", "afgewezen", "in_behandeling")
CHOICES: dict[str, st.SearchStrategy[Any]] = {
    "jaar": st.sampled_from(JAREN),
    "wet": st.sampled_from([None, None, "jw", "wmo"]),
    "domein": st.sampled_from([None, None, None, "6.75", "6.712"]),
    "product": st.sampled_from([None, None, None, "jw-45", "wmo-02"]),
    "aanbieder": st.sampled_from([None, None, None, "42420001", "42420002"]),
    "maand": st.sampled_from([None, None, None, date(2026, 1, 1), date(2025, 12, 1)]),
    "status": st.sampled_from([None, None, *STATUSSEN]),
    "zoek": st.sampled_from([None, None, None, "r1", "D2"]),
    "volgorde": st.sampled_from([None, "bedrag", "ontvangen"]),
}


@dataclass(frozen=True)
class Lijn:
    """One line that counts, by the independent calculation."""

    regel: Regel
    status: str
    codes: frozenset[str] = frozenset()

    @property
    def seen(self) -> dict[str, object]:
        """What a selection can choose it by."""
        wet, begin = self.regel.bron.wet, self.regel.begin
        return {
            "jaar": begin.year,
            "wet": wet,
            "domein": taakveld(wet, *self.regel.product),
            "product": f"{wet}-{self.regel.product[0]}",
            "aanbieder": self.regel.bron.aanbieder,
            "maand": begin.replace(day=1),
            "status": self.status,
        }

    @property
    def sleutel(self) -> tuple[str, str, str]:
        """What makes one line."""
        return self.regel.bron.wet, self.regel.bron.aanbieder, self.regel.referentie

    def is_in(self, chosen: dict[str, Any]) -> bool:
        """Whether a selection holds it; a search looks in the numbers of a line."""
        numbers = f"{self.regel.referentie} {self.regel.declaratie}".lower()
        return (chosen.get("zoek") or "").lower() in numbers and all(
            chosen.get(name) in (None, value) for name, value in self.seen.items()
        )


_SENT = tuple(map(date.fromisoformat, ("2026-02-05", "2026-02-06")))
_MAANDEN = tuple(map(date.fromisoformat, ("2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01")))
_CODES = {
    "jw": (("45", "45A04"), ("45", "45A05"), ("48", "48A01"), ("31", "31A01")),
    "wmo": (("02", "02A04"), ("02", "02A05"), ("15", "15A01"), ("11", "11A01")),
}


@st.composite
def berichten(draw: st.DrawFn) -> list[bytes]:
    """Declaraties of some people and aanbieders, and answers on every level, in any order."""
    numbers = (f"{nr}" for nr in count(1))
    declared = [draw(_declaratie(next(numbers))) for _ in range(draw(st.integers(1, 5)))]
    answers = draw(
        st.lists(money.antwoorden(Mix("jw", odd=False), declared), min_size=1, max_size=7)
    )
    said = [
        *(declaratiebericht(*one) for one in declared),
        *(antwoordbericht(replace(kop, identificatie=next(numbers)), one) for kop, one in answers),
    ]
    return draw(st.permutations(said))


@st.composite
def _declaratie(draw: st.DrawFn, number: str) -> tuple[Kop, Declaratie]:
    wet = draw(st.sampled_from(["jw", "wmo"]))
    kop = Kop(
        number,
        draw(st.sampled_from(_SENT)),
        wet=wet,
        aanbieder=draw(st.sampled_from(["42420001", "42420002"])),
    )
    lines = st.lists(_prestatie(wet), min_size=1, max_size=5)
    clients = draw(
        st.lists(st.tuples(st.sampled_from(TEST_BSNS[:3]), lines), min_size=1, max_size=3)
    )
    nummer = f"D{draw(st.integers(1, 9))}"
    return kop, Declaratie(nummer, _MAANDEN[0], _MAANDEN[-1], clients)


@st.composite
def _prestatie(draw: st.DrawFn, wet: str) -> Prestatie:
    categorie, code = draw(st.sampled_from(_CODES[wet]))
    eenheid = draw(st.sampled_from(["04", "04", "82", "83"]))
    return Prestatie(
        f"R{draw(st.integers(1, 40))}",
        draw(st.sampled_from(_MAANDEN)),
        categorie=categorie,
        code=code,
        volume=draw(st.integers(0, 9)),
        eenheid=eenheid,
        tarief=None if eenheid == "83" else draw(st.sampled_from([100, 333, 1001])),
        debet_credit=draw(st.sampled_from("DDDC")),
        vorige_referentie=draw(st.sampled_from([None, "R1"])),
    )


def calculated(files: Iterable[bytes]) -> Iterator[Lijn]:
    """Every line that counts."""
    oracle = Oracle()
    for nr, content in enumerate(files):
        oracle.read(f"{nr}", content)
    codes = {id(regel): frozenset(found) for regel, found in oracle.redenen()}
    for regel, status in oracle.regels():
        yield Lijn(regel, status, codes.get(id(regel), frozenset()))


def within(lines: Iterable[Lijn], chosen: dict[str, Any], *names: str) -> list[Lijn]:
    """The lines that a selection holds, as far as a page knows of it."""
    only = {name: chosen[name] for name in names}
    return [one for one in lines if one.is_in(only)]


def sums(
    lines: Iterable[Lijn], key: Callable[[Lijn], tuple[str, ...]]
) -> dict[tuple[str, ...], Som]:
    """What the lines of each key add up to."""
    found: dict[tuple[str, ...], list[Lijn]] = {}
    for one in lines:
        found.setdefault(key(one), []).append(one)
    return {
        name: (
            len({one.regel.client for one in of}),
            sum(one.regel.saldo for one in of),
            *(
                sum(one.regel.saldo for one in of if one.status == status)
                for status in ("toegekend", "in_behandeling")
            ),
        )
        for name, of in found.items()
    }


def by(*names: str) -> Callable[[Lijn], tuple[str, ...]]:
    """The key of a line, as `names_of` has it of a row."""

    def key(line: Lijn) -> tuple[str, ...]:
        seen = {
            **line.seen,
            "categorie": line.regel.product[0],
            # Nobody's postcode is known here.
            "wijk_code": "onbekend",
        }
        return tuple(str(seen[name]) for name in names)

    return key


def names_of(row: object, names: Iterable[str]) -> tuple[str, ...]:
    """What a row is about."""
    return tuple(str(getattr(row, name)) for name in names)


def som(clienten: int, *amounts: Decimal | None) -> Som:
    """Persons and cents of a row."""
    return (clienten, *map(cents, amounts))


def cents(amount: Decimal | None) -> int:
    """Cents; nothing is none."""
    return int((amount or 0) * 100)
