"""Random declaraties that meet on a few line numbers, and answers with codes on every level."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from tests.oracle.messages import (
    Antwoord,
    AntwoordClient,
    AntwoordPrestatie,
    Declaratie,
    DeclaratieAntwoord,
    Kop,
    Prestatie,
)
from tests.oracle.mix import PRODUCTS, Mix

_BEGINS = tuple(map(date.fromisoformat, ("2025-12-01", "2026-01-01", "2026-01-15")))
_LEVELS = st.sampled_from(["kop", "declaratie", "client", "prestatie", "prestatie"])
_REJECTING = st.sampled_from([["9338"], ["8001", "0001"], ["0611"], ["0200", "8187"]])
_HARMLESS = st.sampled_from([["0200"], ["8001"], ["0233"], ["0233", "8001"]])


@st.composite
def _prestatie(draw: st.DrawFn, mix: Mix) -> Prestatie:
    categorie, _ = PRODUCTS[mix.wet][0]
    line = Prestatie(
        referentie=draw(st.sampled_from(["R1", "R2", "R3", "r1"])),
        begin=draw(st.sampled_from(_BEGINS)),
        toewijzing=draw(st.sampled_from([1, 999])),
        categorie=draw(mix.mostly([categorie], ["99"])),
        code=f"{categorie}A04",
        volume=draw(st.integers(0, 3)),
        eenheid=draw(mix.mostly(["04"], ["83", "82", "05"])),
        tarief=draw(st.sampled_from([100, 333, 1001, None])),
        debet_credit=draw(mix.mostly(["D", "D", "C"], ["X"])),
        vorige_referentie=draw(st.sampled_from([None, "R1"])),
    )
    eind = draw(mix.mostly([line.laatste_dag], [date(2026, 2, 1), line.begin]))
    free = line.tarief is None or line.eenheid == "83"
    more = draw(st.sampled_from([0, 7]) if free else mix.mostly([0], [1]))
    return replace(line, eind=eind, bedrag=line.centen + more)


@st.composite
def declaraties(draw: st.DrawFn, mix: Mix) -> tuple[Kop, Declaratie]:
    """A 323 whose header is not yet numbered."""
    kop = draw(mix.koppen)
    lines = st.lists(_prestatie(Mix(kop.wet, mix.odd)), min_size=1, max_size=3)
    clients = draw(st.lists(st.tuples(mix.bsns, lines), min_size=1, max_size=2))
    number = draw(st.sampled_from(["D1", "D2", "D3", "D4"]))
    return kop, Declaratie(number, date(2026, 1, 1), date(2026, 1, 31), clients)


@st.composite
def antwoorden(
    draw: st.DrawFn, mix: Mix, declared: Sequence[tuple[Kop, Declaratie]]
) -> tuple[Kop, Antwoord]:
    """A 325, not yet numbered, mostly to one of the declaraties, with codes on some levels."""
    about, declaratie = draw(st.sampled_from(declared))
    kop = draw(Mix(about.wet, mix.odd).koppen)
    kop = replace(kop, aanbieder=draw(mix.mostly([about.aanbieder], ["42420002"])))
    levels = draw(st.lists(_LEVELS, max_size=2))
    inhoud = draw(st.none() | _inhoud(mix, declaratie, levels)) if kop.wet == about.wet else None
    answered = draw(mix.mostly([about.identificatie], ["9"]))
    return kop, Antwoord(answered, about.dagtekening, draw(_codes("kop", levels)), inhoud)


@st.composite
def _inhoud(
    draw: st.DrawFn, mix: Mix, declaratie: Declaratie, levels: Sequence[str]
) -> DeclaratieAntwoord:
    clients = []
    for bsn, lines in declaratie.clienten:
        named = draw(st.lists(st.sampled_from(lines), max_size=2))
        of_lines = [AntwoordPrestatie(line, draw(_codes("prestatie", levels))) for line in named]
        if of_lines:
            clients.append(AntwoordClient(bsn, of_lines, draw(_codes("client", levels))))
    nummer = draw(mix.mostly([declaratie.nummer], ["D1", "D9"]))
    return DeclaratieAntwoord(nummer, clients, draw(_codes("declaratie", levels)))


def _codes(level: str, rejecting: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return _REJECTING if level in rejecting else _HARMLESS
