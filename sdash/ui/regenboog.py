"""The regenboog in words: how wide its arcs are, and whether help moves to the earlier layers."""

from collections.abc import Callable, Sequence
from math import sqrt
from typing import Final, NamedTuple

import streamlit as st

from sdash import format as fmt
from sdash.figures import regenboog as figures
from sdash.figures.style import Figure
from sdash.queries.regenboog import LaagJaar
from sdash.ui import links, viewer
from sdash.ui.koppen import Kop

BRON: Final = "berichten, casussen van de sociale teams, begroting"
BREEDTES: Final = {"beide": "Mensen en euro’s", "mensen": "Mensen", "geld": "Euro’s"}
BOOG: Final[dict[str, Callable[..., Figure]]] = {
    "beide": figures.beide,
    "mensen": figures.mensen,
    "geld": figures.geld,
}
TITEL: Final = {
    "beide": "De linkervoet is zo breed als de mensen, de rechter als de euro’s",
    "mensen": "Elke boog is zo breed als de mensen in deze laag",
    "geld": "Elke boog is zo breed als de euro’s in deze laag",
}
PRODUCTEN: Final[dict[str, Callable[..., Figure]]] = {
    "beide": figures.producten_mensen,
    "mensen": figures.producten_mensen,
    "geld": figures.producten_geld,
}
LEZEN: Final = (
    (
        "Wie in twee lagen hulp krijgt, telt in de regenboog bij beide. De mensen van de lagen "
        "zijn dus niet bij elkaar op te tellen."
    ),
    (
        "In de kolommen per jaar telt iedereen één keer, in de binnenste laag waarin hij hulp "
        "krijgt. Een casus van een sociaal team telt er los naast: sdash weet niet wie dat zijn."
    ),
    (
        "Het geld van een laag zonder berichten is wat ervoor is begroot. Een lopend jaar heeft "
        "wel een hele begroting en geen hele declaraties, en staat daarom niet in de kolommen."
    ),
    "Eigen kracht en netwerk hebben geen bron: dat er niets staat, zegt niet dat er niets is.",
    "Welke lagen er zijn en wat erin valt, staat in de instellingen.",
)
BUITEN: Final = (
    "Wie had met minder zware hulp verder gekund, als die er eerder was geweest?",
    "Wat doen buren, verenigingen en vrijwilligers al, zonder dat wij het tellen?",
)
Z: Final = 1.96
"""Of the normal distribution: in 95 of 100 cases chance stays within."""
A_POINT: Final = 0.01


class Begin(NamedTuple):
    """The part of the innermost layer in the first year that can be compared, and in the last."""

    eerst: LaagJaar
    laatst: LaagJaar


def breedte() -> str:
    """What the arcs are as wide as; on a stage the address decides."""
    if viewer.on_stage():
        by_words = {words: code for code, words in BREEDTES.items()}
        return by_words.get(st.query_params.get("breedte", ""), "beide")
    links.look("regenboog", {"breedte": BREEDTES}, "breedte")
    chosen = st.segmented_control(
        "Hoe breed de bogen zijn",
        list(BREEDTES),
        format_func=BREEDTES.__getitem__,
        default="beide",
        required=True,
        key="breedte",
        bind="query-params",
        label_visibility="collapsed",
    )
    return chosen or "beide"


def richting(jaren: Sequence[LaagJaar]) -> str:
    """Whether a larger part of the people is helped in the earlier layers, in one sentence."""
    found = _ends([row for row in jaren if row.deel_clienten is not None])
    if found is None:
        return "Of mensen eerder hulp krijgen, is nog niet te zeggen: er is geen eerder jaar."
    first, last = found
    was, now = first.deel_clienten or 0.0, last.deel_clienten or 0.0
    said = (
        f"{last.naam}: {fmt.percent(was)} van de mensen op {fmt.day(first.dag)}, "
        f"{fmt.percent(now)} op {fmt.day(last.dag)}"
    )
    if abs(now - was) <= Z * _spread(first) + Z * _spread(last) or abs(now - was) < A_POINT:
        return f"{said}. Dat verschil kan toeval zijn."
    if now < was:
        return f"{said}: een groter deel krijgt hulp in de eerdere lagen."
    return f"{said}: een kleiner deel krijgt hulp in de eerdere lagen."


def van_het_geld(jaren: Sequence[LaagJaar]) -> str:
    """The same of the money, between two years of which all of it is known."""
    found = _ends([row for row in jaren if row.volledig and row.deel_bedrag is not None])
    if found is None:
        return "Er zijn nog geen twee hele jaren waarvan al het geld bekend is."
    first, last = found
    was, now = first.deel_bedrag or 0.0, last.deel_bedrag or 0.0
    way = "eerdere lagen" if now < was else "binnenste laag"
    said = (
        f"{last.naam}: {fmt.percent(was)} van het geld in {first.jaar}, {fmt.percent(now)} in "
        f"{last.jaar}"
    )
    if abs(now - was) < A_POINT:
        return f"{said}. Dat is bijna gelijk."
    return f"{said}: een groter deel gaat naar de {way}."


def koppen(jaren: Sequence[LaagJaar]) -> list[tuple[str, Kop]]:
    """Which part of people and money is in the earlier layers, beside the first year."""
    people = _ends([row for row in jaren if row.deel_clienten is not None])
    money = _ends([row for row in jaren if row.volledig and row.deel_bedrag is not None])
    return [
        ("Deel van de mensen in eerdere lagen", _earlier(people, lambda row: row.deel_clienten)),
        ("Deel van het geld in eerdere lagen", _earlier(money, lambda row: row.deel_bedrag)),
    ]


def _ends(rows: Sequence[LaagJaar]) -> Begin | None:
    """The innermost layer in the first and the last of these years."""
    innermost = [row for row in rows if row.volgnr == max(other.volgnr for other in rows)]
    return Begin(innermost[0], innermost[-1]) if len(innermost) > 1 else None


def _spread(row: LaagJaar) -> float:
    """The standard error of a part, as if people of two years were different ones."""
    share = row.deel_clienten or 0.0
    return sqrt(share * (1 - share) / (row.clienten_totaal or 1))


def _earlier(found: Begin | None, part: Callable[[LaagJaar], float | None]) -> Kop:
    if found is None:
        return Kop("–", basis="geen twee jaren om te vergelijken")
    was, now = (1 - (part(row) or 0.0) for row in found)
    return Kop(fmt.percent(now), f"was {fmt.percent(was)}", f"in {found.eerst.jaar}")
