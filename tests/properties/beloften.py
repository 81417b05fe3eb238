"""Random toewijzingen of every omvang, with lines of some of their months, answers and a stop."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from tests.oracle import money
from tests.oracle.messages import (
    TEST_BSNS,
    Client,
    Declaratie,
    Kop,
    Omvang,
    Prestatie,
    Stop,
    Toewijzing,
    antwoordbericht,
    declaratiebericht,
    stopbericht,
    toewijzingsbericht,
)
from tests.oracle.mix import Mix
from tests.oracle.verplicht import Tarieven

CODES = {"jw": ("45A04", "45A05"), "wmo": ("02A04", "02A05")}
MEEST = {wet: (first, first, first, second) for wet, (first, second) in CODES.items()}
OMVANGEN = (*(Omvang(volume, "04", often) for volume in (1, 3) for often in "1246"), None)
_INGANG = tuple(map(date.fromisoformat, ("2025-11-20", "2026-01-01", "2026-02-10")))
_EIND = (None, *map(date.fromisoformat, ("2026-03-31", "2026-06-15", "2026-12-31")))
_MAANDEN = tuple(map(date.fromisoformat, ("2025-12-01", "2026-01-01", "2026-02-01", "2026-03-01")))
_REDEN = {"jw": "31", "wmo": "19"}
_DAG = date(2026, 4, 1)
_BSN = TEST_BSNS[0]
Bericht = tuple[str, bytes]


@st.composite
def _toewijzing(draw: st.DrawFn, wet: str) -> Toewijzing:
    code = draw(st.sampled_from(MEEST[wet]))
    omvang = draw(st.sampled_from(OMVANGEN))
    return Toewijzing(
        nummer=draw(st.sampled_from([1, 2])),
        ingangsdatum=draw(st.sampled_from(_INGANG)),
        einddatum=draw(st.sampled_from(_EIND)),
        categorie=code[:2],
        code=code,
        toewijzingsdatum=draw(st.sampled_from([date(2025, 11, 1), date(2026, 1, 5)])),
        omvang=omvang,
        budget=None if omvang else draw(st.sampled_from([None, 900, 50_000])),
    )


@st.composite
def _prestatie(draw: st.DrawFn, wet: str) -> Prestatie:
    code = draw(st.sampled_from(MEEST[wet]))
    return Prestatie(
        referentie=draw(st.sampled_from(["R1", "R2", "R3", "R4"])),
        begin=draw(st.sampled_from(_MAANDEN)),
        toewijzing=draw(st.sampled_from([1, 2])),
        categorie=code[:2],
        code=code,
        volume=draw(st.integers(0, 3)),
        eenheid=draw(st.sampled_from(["04", "04", "04", "82"])),
        tarief=draw(st.sampled_from([100, 333, 1001])),
        debet_credit=draw(st.sampled_from("DDDC")),
    )


@st.composite
def beloften(draw: st.DrawFn) -> list[Bericht]:
    """The messages of one person, in any order."""
    wet = draw(st.sampled_from(["jw", "wmo"]))
    client, numbers = Client(_BSN), iter("123456789")

    def kop() -> Kop:
        return Kop(next(numbers), _DAG, wet=wet)

    given = draw(st.lists(_toewijzing(wet), min_size=1, max_size=3))
    said = [toewijzingsbericht(kop(), client, [one]) for one in given]
    lines = draw(st.lists(st.lists(_prestatie(wet), min_size=1, max_size=3), max_size=2))
    declared = [
        (kop(), Declaratie(f"D{nr}", _MAANDEN[0], _MAANDEN[-1], [(_BSN, of)]))
        for nr, of in enumerate(lines)
    ]
    said += [declaratiebericht(*one) for one in declared]
    is_answered = draw(st.booleans())
    if declared and is_answered:
        answer_kop, answer = draw(money.antwoorden(Mix(wet, odd=False), declared))
        answered = replace(answer_kop, identificatie=next(numbers), wet=wet)
        said.append(antwoordbericht(answered, answer))
    if draw(st.booleans()):
        begin = given[0].ingangsdatum
        stop = Stop(begin, draw(st.sampled_from([date(2026, 3, 5), date(2026, 5, 31)])), 1)
        said.append(stopbericht(kop(), client, [replace(stop, reden=_REDEN[wet])]))
    return [(f"{nr}.xml", inhoud) for nr, inhoud in enumerate(draw(st.permutations(said)))]


@st.composite
def tarieven(draw: st.DrawFn) -> Tarieven:
    """Prices that are good at all times, of one aanbieder or of all, each key once."""
    keys = st.tuples(st.sampled_from(["jw", "wmo"]), st.sampled_from([None, "42420001"]))
    code = st.sampled_from([0, 0, 1])
    rows = draw(st.lists(st.tuples(keys, code), unique=True, max_size=4))
    return [
        (wet, whose, CODES[wet][code], "04", draw(st.sampled_from([1, 333, 5001])))
        for (wet, whose), code in rows
    ]
