"""Random histories of a very small municipality that step into every trap of the messages.

Few persons, aanbieders, numbers and days, so that messages meet: the same toewijzing in several
versions and messages, a stop and its removal, a credit, a line twice, two answers to one 323.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from hypothesis import strategies as st

from tests.oracle import care, money
from tests.oracle.begroting import HEADER
from tests.oracle.messages import Kop, antwoordbericht, declaratiebericht
from tests.oracle.mix import MIXES

JAREN = (2025, 2026)
PEILDATA = tuple(sorted({*care.BEGINS, *care.EINDES, date(2025, 12, 31), date(2026, 1, 12)}))
_NUMBERS = ("9", "10", "100", "99", "a1", "A1", "B", "é1", "z", "099", "2", "11", "b2", "C")


@dataclass(frozen=True)
class Bestand:
    """A message file; a failing example shows what it says instead of its XML."""

    naam: str
    zegt: tuple[object, ...]
    inhoud: bytes = field(repr=False)


@dataclass(frozen=True)
class History:
    """Message files in the order of delivery, and perhaps a begroting."""

    files: tuple[Bestand, ...]
    begroting: str | None


@st.composite
def begrotingen(draw: st.DrawFn) -> str:
    """A begroting file of a few rows, each key once."""
    taakvelden = st.sampled_from(["6.1", "6.22", "6.23", "6.752", "6.821", "6.711", "6.60", "6.3"])
    stands = st.sampled_from(["primitief", "gewijzigd"])
    keys = st.lists(st.tuples(st.sampled_from(JAREN), taakvelden, stands), unique=True, min_size=1)
    rows = [
        f"{jaar};{taakveld};Omschrijving;{draw(st.integers(0, 10**6))}.25;0;{stand};"
        f"{jaar - 1 if stand == 'primitief' else jaar}-06-01;nee\n"
        for jaar, taakveld, stand in draw(keys)
    ]
    return HEADER + "".join(rows)


@st.composite
def histories(draw: st.DrawFn, *, clashes: bool = False) -> History:
    """Messages in any order, some delivered twice; with clashes all of them have one number."""
    mix = draw(MIXES)
    numbers = iter(("1",) * len(_NUMBERS) if clashes else draw(st.permutations(_NUMBERS)))

    def numbered(kop: Kop) -> Kop:
        return replace(kop, identificatie=next(numbers))

    claims, cares = draw(st.sampled_from([(3, 2), (0, 8)]))
    drawn = draw(st.lists(money.declaraties(mix), min_size=claims and 1, max_size=claims))
    declared = [(numbered(kop), one) for kop, one in drawn]
    answers = draw(st.lists(money.antwoorden(mix, declared), max_size=3)) if declared else []
    koppen = draw(st.lists(mix.koppen, min_size=cares // 2, max_size=cares))
    told = [draw(care.messages(mix, numbered(kop))) for kop in koppen]
    refusals = draw(st.integers(0, 3)) if told else 0
    said = [
        *(((kop, one), declaratiebericht(kop, one)) for kop, one in declared),
        *(
            ((kop, one), antwoordbericht(kop, one))
            for kop, one in ((numbered(kop), one) for kop, one in answers)
        ),
        *told,
        *(draw(care.retouren(told, next(numbers))) for _ in range(refusals)),
        *(draw(care.refused_stops(mix, numbers)) if draw(st.booleans()) else ()),
    ]
    again = draw(st.lists(st.sampled_from(said), max_size=2)) if said else []
    delivered = draw(st.permutations([*said, *again]))
    files = tuple(Bestand(f"{nr:02}.xml", *one) for nr, one in enumerate(delivered))
    return History(files, draw(st.none() | begrotingen()))
