"""All money of a year by wet and taakveld, from message files and other files, in whole cents."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from io import StringIO

from tests.oracle.oracle import Oracle
from tests.oracle.taakvelden import boekveld, taakveld, wet_of
from tests.oracle.verplicht import verplicht

KEYS = {
    "stand": ("jaar", "taakveld", "stand"),
    "verleend": ("subsidienummer", "jaar"),
    "inner": ("maand", "taakveld", "inner"),
    "besteed": ("bsn", "wet", "maand"),
    "regeling": ("bsn", "regeling", "begin", "maand"),
    "boekstuk": ("boekstuk", "taakveld", "boekjaar"),
    "agb_code": ("agb_code", "wet", "taakveld", "maand"),
}
"""By the column that tells the kind of a file: what makes one of its rows."""
Key = tuple[str | None, str]
"""A wet, or None, and the taakveld on which messages can be booked."""


@dataclass
class Post:
    """Cents on one taakveld in a year; None where nothing says any."""

    begroot: int | None = None
    primitief: int | None = None
    begroot_baten: int | None = None
    rekening: int | None = None
    toegekend: int | None = None
    in_behandeling: int | None = None
    verplicht: int | None = None
    buiten: int | None = None
    baten: int | None = None
    betaald: int | None = None

    def add(self, **cents: int) -> None:
        """Adds amounts up, of which the first says that there is any."""
        for name, amount in cents.items():
            setattr(self, name, (getattr(self, name) or 0) + amount)

    @property
    def kosten(self) -> int | None:
        """What is spent or promised."""
        parts = (self.toegekend, self.in_behandeling, self.verplicht, self.buiten)
        known = [part for part in parts if part is not None]
        return sum(known) if known else None

    def __add__(self, other: "Post") -> "Post":
        both = Post()
        for one in fields(Post):
            for amount in (getattr(self, one.name), getattr(other, one.name)):
                if amount is not None:
                    both.add(**{one.name: amount})
        return both


@dataclass
class Boeken:
    """The contents of all files as they came, messages among them; a repeat counts nothing."""

    files: Sequence[bytes]

    def posten(self, jaar: int) -> dict[Key, Post]:
        """The amounts of a year of delivery."""
        oracle, rows = self._read()
        found: dict[Key, Post] = {}
        for key, name, cents in (*_told(rows, jaar), *_lines(oracle, jaar)):
            found.setdefault(key, Post()).add(**{name: cents})
        has_accounts = any(
            (kind, row["jaar"], row["stand"]) == ("stand", f"{jaar}", "rekening")
            for kind, row in rows
            if kind == "stand"
        )
        for (wet, veld), one in () if has_accounts else verplicht(oracle, jaar).items():
            found.setdefault((wet, veld), Post()).add(verplicht=one.centen)
        return found

    def _read(self) -> tuple[Oracle, list[tuple[str, dict[str, str]]]]:
        oracle = Oracle()
        newest: dict[tuple[str, ...], tuple[str, dict[str, str]]] = {}
        for nr, content in enumerate(dict.fromkeys(self.files)):
            if content.startswith(b"<"):
                oracle.read(f"{nr}", content)
                continue
            for row in csv.DictReader(StringIO(content.decode()), delimiter=";"):
                kind = next(column for column in KEYS if column in row)
                newest[kind, *(row[part] for part in KEYS[kind])] = (kind, row)
        return oracle, [*newest.values()]


def _told(rows: Sequence[tuple[str, dict[str, str]]], jaar: int) -> Iterator[tuple[Key, str, int]]:
    """What files other than messages say of a year."""
    yield from _budget([row for kind, row in rows if kind == "stand"], jaar)
    for kind, row in rows:
        if kind == "stand" or _year(row) != jaar:
            continue
        match kind:
            case "verleend":
                amount = row["vastgesteld"] or row["verleend"]
                yield _key(row["taakveld"]), "buiten", _cents(amount)
            case "inner":
                yield _key(row["taakveld"]), "baten", _cents(row["bedrag"])
            case "besteed":
                veld = "6.792" if row["wet"] == "jw" else "6.791"
                yield (row["wet"], veld), "buiten", _cents(row["besteed"])
            case "regeling":
                veld = "6.4" if row["regeling"] == "beschut" else "6.3"
                yield ("pw", veld), "buiten", _cents(row["bedrag"])
            case "boekstuk":
                yield _key(row["taakveld"]), "betaald", _cents(row["bedrag"])
            case _:
                yield _key(row["taakveld"]), "buiten", _cents(row["bedrag"])


def _budget(rows: Sequence[dict[str, str]], jaar: int) -> Iterator[tuple[Key, str, int]]:
    """What was decided first, what was decided last, and the accounts."""
    of_year = [row for row in rows if row["jaar"] == f"{jaar}"]
    latest: dict[str, dict[str, str]] = {}
    for row in sorted(
        of_year, key=lambda one: (one["vastgesteld_op"], one["stand"] != "primitief")
    ):
        key, lasten = _key(row["taakveld"]), _cents(row["lasten"])
        if row["stand"] == "rekening":
            yield key, "rekening", lasten
            continue
        latest[row["taakveld"]] = row
        if row["stand"] == "primitief":
            yield key, "primitief", lasten
    for veld, row in latest.items():
        yield _key(veld), "begroot", _cents(row["lasten"])
        yield _key(veld), "begroot_baten", _cents(row["baten"])


def _lines(oracle: Oracle, jaar: int) -> Iterator[tuple[Key, str, int]]:
    """A line counts in the year in which its care began, whenever its file came."""
    for regel, status in oracle.regels():
        if regel.begin.year == jaar:
            key = (regel.bron.wet, taakveld(regel.bron.wet, *regel.product))
            yield key, "toegekend", regel.saldo if status == "toegekend" else 0
            yield key, "in_behandeling", regel.saldo if status == "in_behandeling" else 0


def _year(row: dict[str, str]) -> int:
    if "maand" in row:
        return date.fromisoformat(f"{row['maand']}-01").year
    return int(row.get("boekjaar") or row["jaar"])


def _key(veld: str) -> Key:
    return wet_of(veld), boekveld(veld)


def _cents(amount: str) -> int:
    return int(Decimal(amount) * 100)
