"""What is still promised of a year, computed again day by day with fractions of eurocents."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from tests.oracle.oracle import Oracle
from tests.oracle.records import Regel, Versie

_YEAR = timedelta(days=364)
_IN_TOTAL = "6"
Tarieven = Sequence[tuple[str, str | None, str, str, int]]
"""Wet, aanbieder or None for all, productcode, eenheid, and cents; good at all times."""


@dataclass
class Belofte:
    """Cents that are promised under a wet, and how many toewijzingen have no price."""

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


def verplicht(oracle: Oracle, jaar: int, tarieven: Tarieven = ()) -> dict[str, Belofte]:
    """By wet, for every wet with a toewijzing of which something is promised."""
    lines = [regel for regel, status in oracle.regels() if status != "afgewezen"]
    promised: dict[str, Belofte] = {}
    for versie, days in oracle.loopt(jaar):
        done = _delivered(versie, lines, jaar)
        last = versie.eind or versie.ingang + _YEAR
        open_days = _open_days(versie, days, done, jaar, last)
        if not open_days:
            continue
        of_wet = promised.setdefault(versie.bron.wet, Belofte())
        cents = _cents(versie, open_days, done, jaar, tarieven)
        if cents is None:
            of_wet.zonder_prijs += 1
        else:
            of_wet.centen += cents
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


def _open_days(
    versie: Versie, days: Counter[int], done: _Geleverd, jaar: int, last: date
) -> dict[int, int]:
    """The days of each month without a line; a total without an end is meant for a year."""
    found = {month: count for month, count in days.items() if month not in done.months}
    if versie.eind is None and (versie.omvang is None or versie.omvang[2] == _IN_TOTAL):
        for month in [*found]:
            end = date(jaar, month, monthrange(jaar, month)[1])
            found[month] -= max(0, min((end - last).days, found[month]))
    return {month: count for month, count in found.items() if count > 0}


def _cents(
    versie: Versie, days: dict[int, int], done: _Geleverd, jaar: int, tarieven: Tarieven
) -> int | None:
    duration = ((versie.eind or versie.ingang + _YEAR) - versie.ingang).days + 1
    if versie.omvang is None:
        if versie.budget is None:
            return None
        parts = [_round(Fraction(versie.budget * count, duration)) for count in days.values()]
        return min(sum(parts), max(versie.budget - done.besteed, 0))
    volume, _, frequentie = versie.omvang
    price = _agreed(versie, tarieven) or done.price
    if price is None:
        return None
    total = 0
    for month, count in days.items():
        per = {"1": 1, "2": 7, "4": monthrange(jaar, month)[1], _IN_TOTAL: duration}[frequentie]
        total += _round(price * volume * count / per)
    left = max(volume - sum(done.units.values()), 0)
    return min(total, _round(price * left)) if frequentie == _IN_TOTAL else total


def _agreed(versie: Versie, tarieven: Tarieven) -> Fraction | None:
    """The price of the aanbieder before that of all."""
    for whose in (versie.bron.aanbieder, None):
        for wet, aanbieder, code, eenheid, cents in tarieven:
            asked = (versie.bron.wet, whose, versie.product[1], versie.omvang and versie.omvang[1])
            if (wet, aanbieder, code, eenheid) == asked:
                return Fraction(cents)
    return None


def _round(amount: Fraction) -> int:
    """To the cent, a half upwards."""
    return int((amount * 2 + 1) // 2)
