"""What is still promised of a year, computed again day by day with fractions of eurocents."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from tests.oracle.oracle import Oracle
from tests.oracle.records import Regel, Versie
from tests.oracle.taakvelden import taakveld

_YEAR = timedelta(days=364)
_IN_TOTAL = "6"
_EURO = "83"
Key = tuple[str, str]
"""A wet and the taakveld on which its products are booked."""


class Tarief(NamedTuple):
    """What a unit costs between two days, in cents; of one aanbieder, or of all."""

    wet: str
    aanbieder: str | None
    code: str
    eenheid: str
    van: date
    cents: int
    tot: date | None = None


@dataclass
class Belofte:
    """Cents that are promised, and how many toewijzingen have a month without a price."""

    centen: int = 0
    zonder_prijs: int = 0


@dataclass
class _Geleverd:
    """What the lines of a toewijzing that stand say of it."""

    months: set[int] = field(default_factory=set)
    besteed: int = 0
    units: Counter[int] = field(default_factory=Counter)
    cents: Counter[int] = field(default_factory=Counter)

    @property
    def price(self) -> Fraction | None:
        """Cents a unit, by the newest year that tells it."""
        for jaar in sorted(self.units, reverse=True):
            if self.units[jaar] > 0 and self.cents[jaar] > 0:
                return Fraction(self.cents[jaar], self.units[jaar])
        return None


def verplicht(oracle: Oracle, jaar: int, tarieven: Iterable[Tarief] = ()) -> dict[Key, Belofte]:
    """By wet and taakveld, for every one with a toewijzing of which something is promised."""
    lines = [regel for regel, status in oracle.regels() if status != "afgewezen"]
    prices = [*tarieven]
    promised: dict[Key, Belofte] = {}
    for versie, days in oracle.loopt(jaar):
        done = _delivered(versie, lines, jaar)
        open_days = _open_days(versie, days, done)
        if not open_days:
            continue
        booked = taakveld(versie.bron.wet, *versie.product)
        of_key = promised.setdefault((versie.bron.wet, booked), Belofte())
        cents, is_priced = _cents(versie, open_days, done, prices)
        of_key.centen += cents
        of_key.zonder_prijs += not is_priced
    return promised


def _delivered(versie: Versie, lines: Iterable[Regel], jaar: int) -> _Geleverd:
    done = _Geleverd()
    mine = (versie.bron.wet, versie.bron.aanbieder, versie.nummer)
    for line in lines:
        if (line.bron.wet, line.bron.aanbieder, line.toewijzing) != mine or line.begin.year > jaar:
            continue
        if line.begin.year == jaar:
            done.months.add(line.begin.month)
        done.besteed += line.saldo
        if versie.omvang and line.eenheid == versie.omvang[1]:
            sign = (line.saldo > 0) - (line.saldo < 0)
            done.units[line.begin.year] += sign * line.volume
            done.cents[line.begin.year] += line.saldo
    return done


def _open_days(versie: Versie, days: Iterable[date], done: _Geleverd) -> dict[int, list[date]]:
    """The days of each month without a line; a total without an end is meant for a year."""
    whole = versie.omvang is None or versie.omvang[2] == _IN_TOTAL
    last = _last(versie) if whole else date.max
    found: dict[int, list[date]] = {}
    for day in days:
        if day.month not in done.months and day <= last:
            found.setdefault(day.month, []).append(day)
    return found


def _last(versie: Versie) -> date:
    return versie.eind or versie.ingang + _YEAR


def _cents(
    versie: Versie, months: dict[int, list[date]], done: _Geleverd, tarieven: Iterable[Tarief]
) -> tuple[int, bool]:
    """Cents of the months with a price, and whether all have one."""
    duration = (_last(versie) - versie.ingang).days + 1
    if versie.omvang is None:
        if versie.budget is None:
            return 0, False
        parts = [_round(Fraction(versie.budget * len(of), duration)) for of in months.values()]
        return min(sum(parts), max(versie.budget - done.besteed, 0)), True
    volume, _, frequentie = versie.omvang
    total, dearest, is_priced = 0, Fraction(0), True
    for days in months.values():
        price = _price(versie, days[0], done, tarieven)
        if price is None:
            is_priced = False
            continue
        in_month = monthrange(days[0].year, days[0].month)[1]
        per = {"1": 1, "2": 7, "4": in_month, _IN_TOTAL: duration}[frequentie]
        total += _round(price * volume * len(days) / per)
        dearest = max(dearest, price)
    left = max(volume - sum(done.units.values()), 0)
    most = _round(dearest * left) if frequentie == _IN_TOTAL else total
    return min(total, most), is_priced


def _price(
    versie: Versie, day: date, done: _Geleverd, tarieven: Iterable[Tarief]
) -> Fraction | None:
    """A unit euro is one cent (IV042); else what was agreed on, and else what lines tell."""
    if versie.omvang and versie.omvang[1] == _EURO:
        return Fraction(1)
    asked = (versie.bron.wet, versie.product[1], versie.omvang and versie.omvang[1])
    agreed = [
        one
        for one in tarieven
        if (one.wet, one.code, one.eenheid) == asked and one.van <= day <= (one.tot or date.max)
    ]
    for whose in (versie.bron.aanbieder, None):
        mine = [one for one in agreed if one.aanbieder == whose]
        if mine:
            return Fraction(max(mine, key=lambda one: one.van).cents)
    return done.price


def _round(amount: Fraction) -> int:
    """To the cent, a half upwards."""
    return int((amount * 2 + 1) // 2)
