"""Random toewijzingen, starts, stops and verzoeken that meet on a few numbers and days."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from tests.oracle.messages import (
    Client,
    Kop,
    Start,
    Stop,
    Toewijzing,
    Verzoek,
    startbericht,
    stopbericht,
    toewijzingsbericht,
    verzoekbericht,
)
from tests.oracle.mix import PRODUCTS, Mix
from tests.oracle.retouren import retourbericht

BEGINS = tuple(map(date.fromisoformat, ("2026-01-01", "2026-01-10", "2026-01-11")))
EINDES = tuple(map(date.fromisoformat, ("2026-01-09", "2026-01-10", "2026-01-20")))
NUMBERS = (1, 1, 1, 45)  # 45 is also a categorie, and a start may name either
_REDENEN = {"jw": ("31", "38", "20"), "wmo": ("19", "31", "20")}
_UNKNOWN = (("99", None), (None, None))
_LEVELS = ("Header", "Client", "Product", "Product1", "Product1", "Product2")
_CODES = (["9019"], ["9063"], ["0200", "9074"], ["0200"])
_TIMES = ("10:00:00", "10:00:00", "09:59:59", "10:00:00.5")


@st.composite
def _toewijzing(draw: st.DrawFn, mix: Mix) -> Toewijzing:
    categorie, code = draw(mix.mostly(PRODUCTS[mix.wet], _UNKNOWN))
    ingang = draw(st.sampled_from(BEGINS))
    return Toewijzing(
        nummer=draw(st.sampled_from(NUMBERS)),
        ingangsdatum=ingang,
        einddatum=draw(st.sampled_from([None, None, None, *_from(ingang)])),
        categorie=categorie,
        code=code,
        toewijzingsdatum=draw(st.sampled_from([date(2026, 1, 5), date(2026, 1, 6)])),
        toewijzingstijd=draw(st.sampled_from(_TIMES)),
        reden_wijziging=draw(st.sampled_from([*[None] * 7, "04", "13"])),
    )


@st.composite
def _start(draw: st.DrawFn, mix: Mix) -> Start:
    categorie, code = draw(mix.mostly(PRODUCTS[mix.wet], _UNKNOWN))
    return Start(
        begindatum=draw(st.sampled_from(BEGINS)),
        toewijzing=draw(st.sampled_from([*NUMBERS, None, None])),
        categorie=categorie,
        code=code,
        status=draw(mix.mostly(["1", "1", "3"], ["2", "9"])),
    )


@st.composite
def _stop(draw: st.DrawFn, mix: Mix) -> Stop:
    start = draw(_start(mix))
    return Stop(
        begindatum=start.begindatum,
        einddatum=draw(st.sampled_from(_from(start.begindatum))),
        toewijzing=start.toewijzing,
        reden=draw(mix.mostly(_REDENEN[mix.wet], ["23", "33"])),
        categorie=start.categorie,
        code=start.code,
        status=start.status,
    )


@st.composite
def _verzoek(draw: st.DrawFn, mix: Mix) -> Verzoek:
    categorie, code = draw(st.sampled_from(PRODUCTS[mix.wet]))
    return Verzoek("V1", draw(st.sampled_from(BEGINS)), categorie=categorie, code=code)


def _from(begin: date) -> list[date]:
    return [eind for eind in EINDES if eind >= begin]


_WRITERS: Sequence[tuple[Any, Any]] = [
    *[(_toewijzing, toewijzingsbericht)] * 4,
    *[(_start, startbericht)] * 4,
    *[(_stop, stopbericht)] * 4,
    (_verzoek, verzoekbericht),
]


@st.composite
def messages(draw: st.DrawFn, mix: Mix, kop: Kop) -> tuple[tuple[object, ...], bytes]:
    """A 301, 305, 307 or 315: what it says, and its XML."""
    client = Client(draw(mix.bsns))
    one, write = draw(st.sampled_from(_WRITERS))
    said = draw(st.lists(one(Mix(kop.wet, mix.odd)), min_size=1, max_size=3))
    return (kop, client, said), write(kop, client, said)


def _records(told: tuple[tuple[object, ...], bytes]) -> Sequence[object]:
    (_, _, records), _ = told
    assert isinstance(records, list)
    return records


@st.composite
def retouren(
    draw: st.DrawFn, told: Sequence[tuple[tuple[object, ...], bytes]], number: str
) -> tuple[tuple[object, ...], bytes]:
    """A return message to one of the messages: what it says, and its XML."""
    regie = [one for one in told if any(isinstance(it, Start | Stop) for it in _records(one))]
    (kop, *_), answered = draw(st.sampled_from(regie or told))
    assert isinstance(kop, Kop)
    codes = draw(st.dictionaries(st.sampled_from(_LEVELS), st.sampled_from(_CODES), min_size=1))
    said = (kop, number, codes)
    return said, retourbericht(answered, number, kop.dagtekening, codes)


@st.composite
def refused_stops(
    draw: st.DrawFn, mix: Mix, numbers: Iterator[str]
) -> list[tuple[tuple[object, ...], bytes]]:
    """A toewijzing, its stop, and what the gemeente says of that stop."""
    kop, client = draw(mix.koppen), Client(draw(mix.bsns))
    categorie, code = PRODUCTS[kop.wet][0]
    given = Toewijzing(1, BEGINS[0], categorie=categorie, code=code)
    stop = Stop(
        BEGINS[0],
        draw(st.sampled_from(EINDES)),
        draw(st.sampled_from([1, None])),
        _REDENEN[kop.wet][0],
        categorie,
        code,
    )
    first, second = (replace(kop, identificatie=next(numbers)) for _ in range(2))
    told = ((second, client, [stop]), stopbericht(second, client, [stop]))
    return [
        ((first, client, [given]), toewijzingsbericht(first, client, [given])),
        told,
        draw(retouren([told], next(numbers))),
    ]
