"""Herkomst: the passport of a figure, in the foot of its tile.

What it is, how it is computed, where it comes from, how complete it is and as of when, and which
messages and files that is made of.
"""

from collections.abc import Sequence
from typing import Any, Final

import streamlit as st

from sdash import format as fmt
from sdash.answers import Answer
from sdash.measures import BEGROTING, BERICHTEN, MEASURES, Measure
from sdash.measures.measure import CBS, FORMATIE, LEVERINGEN, TAKEN, TEAMS
from sdash.queries import gegevens
from sdash.sql import Params
from sdash.ui import data, tables, zinnen
from sdash.ui.data import Vraag

BRONNEN: Final = Vraag(gegevens.bronnen, Params())
GELD: Final = ("323", "325")
ZORG: Final = ("301", "305", "307")
FILES: Final = {
    BEGROTING: ("begroting",),
    TEAMS: ("casussen", "teams"),
    FORMATIE: ("formatie", "wijkteams"),
    TAKEN: ("casustaken",),
    CBS: ("kerncijfers",),
}
ALL_KINDS: Final = ""
IN_OTHER_WORDS: Final = {"Begroting": "Begroot", "Mensen met ondersteuning": "Cliënten"}
"""What a headline is called otherwise than its figure."""


def paspoort(place: str, vragen: Sequence[Vraag[Any, Any]], bron: str, stand: str) -> None:
    """What opens on demand in a foot: the passport of the figures that these questions answer."""
    names = [(vraag.query.name, [*vraag.query.row.model_fields]) for vraag in vragen]
    found = [
        measure
        for name, columns in names
        for column in columns
        if (measure := tables.measure(name, column))
    ]
    wet = getattr(vragen[0].params, "wet", None)
    _button(place, tuple(dict.fromkeys(found)), bron, stand, wet)


def van(place: str, titels: Sequence[str], bron: str, stand: str) -> None:
    """The passport of figures that are known by their titles."""
    by_label = {measure.label: measure for measure in reversed(MEASURES.values())}
    labels = [IN_OTHER_WORDS.get(titel, titel) for titel in titels]
    found = tuple(by_label[label] for label in labels if label in by_label)
    _button(place, found, bron, stand, None)


def _button(place: str, found: tuple[Measure, ...], bron: str, stand: str, wet: str | None) -> None:
    """It is written when someone opens it: most tiles are looked at without."""
    opened = st.popover(
        "Herkomst",
        type="tertiary",
        icon=":material/fingerprint:",
        key=f"{place}_herkomst",
        on_change="rerun",
    )
    if opened.open:
        with opened:
            _told(found, bron, stand, wet, vragen=(BRONNEN,))


@data.drawn
def _told(found: tuple[Measure, ...], bron: str, stand: str, wet: str | None) -> None:
    """Drawn apart from its tile: a delivery changes these counts, and seldom the figure."""
    st.markdown(words(found, bron, stand))
    if kinds := _kinds(found):
        st.markdown(sources(data.ask(BRONNEN), kinds, wet))


def words(found: Sequence[Measure], bron: str, stand: str) -> str:
    """Definition, formula, source, completeness and moment of these figures."""
    parts = [_measure(measure) for measure in found]
    parts.append(f"**Bron en volledigheid**: {fmt.escape_markdown(bron)}")
    if stand:
        parts.append(f"**Stand**: {stand.removeprefix('stand ')}")
    return "\n\n".join(parts)


def _measure(measure: Measure) -> str:
    formula = f" *Berekening: {measure.formule}.*" if measure.formule else ""
    return f"**{measure.label}** ({measure.eenheid}): {measure.definitie}{formula}"


def _kinds(found: Sequence[Measure]) -> tuple[str, ...]:
    """The kinds of messages and files that these figures are made of; the end of their names."""
    kinds: list[str] = []
    for measure in found:
        if LEVERINGEN in measure.bron:
            return (ALL_KINDS,)
        if BERICHTEN in measure.bron:
            kinds += GELD if measure.soort == "euro" else (*ZORG, *GELD)
        kinds += [kind for said, files in FILES.items() if said in measure.bron for kind in files]
    return tuple(kinds)


def sources(answer: Answer[gegevens.Bron], kinds: tuple[str, ...], wet: str | None) -> str:
    """How many messages and files of these kinds there are, and how new the newest is."""
    shown = [
        row
        for row in answer.rows
        if (row.soort or "").endswith(kinds) and wet in {None, row.wet or wet}
    ]
    lines = [
        "| Berichten en bestanden | Aantal | Aangenomen | Afgekeurd | Laatste |",
        "| :--- | ---: | ---: | ---: | :--- |",
        *(_source(row) for row in shown),
    ]
    return "\n".join(lines) if shown else "Er zijn nog geen berichten of bestanden van deze soort."


def _source(row: gegevens.Bron) -> str:
    counts = (row.leveringen, row.geaccepteerd, row.afgekeurd)
    said = zinnen.soort(row.soort).capitalize().replace("jeugd", "Jeugd").replace("wmo", "Wmo")
    cells = [fmt.escape_markdown(said), *map(fmt.number, counts), fmt.moment_short(row.laatste)]
    return f"| {' | '.join(cells)} |"
