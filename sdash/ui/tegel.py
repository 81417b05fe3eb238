"""One tile: its title, its value, its chart or table, and its quiet line.

What a tile shows is drawn once for all who see the same. Only a chart that can be clicked, and what
tells where the figures come from, is drawn for each screen.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import streamlit as st

from sdash import format as fmt
from sdash.answers import Answer
from sdash.figures.style import Figure, Look
from sdash.privacy import NotAllowed
from sdash.ui import aanbod, chart, data, header, herkomst, tables, viewer
from sdash.ui.chart import OnSelect
from sdash.ui.data import Vraag
from sdash.ui.koppen import Kop
from sdash.ui.meenemen import Uitvoer
from sdash.ui.stappen import Stap, aangewezen, naar_regels

EMPTY: Final = "Voor deze keuze zijn er geen gegevens."
PARTLY_HIDDEN: Final = f"een deel is verborgen: {fmt.HIDDEN}"
ROWS_IN_SIGHT: Final = 420


@dataclass(frozen=True)
class Tegel:
    """One tile as a value: the same answers look the same to all of one role."""

    titel: str
    vragen: tuple[Vraag[Any, Any], ...]
    bron: str
    draw: Callable[..., Figure] | None = None
    kop: Kop | None = None
    hoogte: int | None = None
    naar: str = ""
    gekozen: Hashable | None = None
    """What is drawn beside the rows, which the drawing gets by this name."""
    zin: str = ""
    leeg: str = EMPTY
    """What is said when there are no rows."""
    deel: str = ""
    """What tells it from another tile of its page with the same query and drawing."""

    @property
    def key(self) -> str:
        """A name that stays the same while titles and figures change."""
        kind = self.draw.__name__ if self.draw else "tabel"
        parts = (self.vragen[0].query.name.replace("/", "_"), kind, self.deel)
        return "_".join(filter(None, parts))


def show(tegel: Tegel, stap: Stap | None = None) -> None:
    """Draw a tile for who looks; what may not be asked is told."""
    look = viewer.look()
    with st.container(border=not look.stage, height="stretch", key=_place(tegel, look)):
        try:
            answers = [data.ask(vraag) for vraag in tegel.vragen]
        except NotAllowed as refusal:
            st.subheader(tegel.titel, anchor=False)
            st.info(str(refusal), icon=":material/lock:")
            return
        if stap and answers[0].rows:
            _head_only(tegel, look, vragen=tegel.vragen)
            _steppable(tegel, stap, look)
        else:
            _body(tegel, look, vragen=tegel.vragen)
        if answers[0].rows:
            _foot(tegel, answers, look, stap)


@data.drawn
def _body(tegel: Tegel, look: Look) -> None:
    """What a tile shows, drawn once for all who see the same."""
    answers = [data.ask(vraag) for vraag in tegel.vragen]
    _head(tegel, look)
    if not answers[0].rows:
        st.markdown(f":gray[:material/inbox: {tegel.leeg}]")
    elif tegel.draw:
        chart.show(_drawing(tegel, look), f"{tegel.key}_figuur", _height(tegel, look))
    else:
        _rows(tegel, answers[0])


@data.drawn
def _head_only(tegel: Tegel, look: Look) -> None:
    _head(tegel, look)


def _steppable(tegel: Tegel, stap: Stap, look: Look) -> None:
    """A chart that can be clicked: a widget, which no cache may replay; only its figure is kept.

    What is chosen is a part of its name, so that a choice starts with nothing pointed at.
    """
    make = partial(_drawing, tegel, look)
    drawing = data.derived(("figuur", tegel, look), make, *tegel.vragen)
    place = f"{tegel.key}_figuur_{stap.gekozen}"
    codes = drawing["layout"]["meta"]["codes"]
    act: OnSelect = "rerun" if stap.is_link else stap.klik(place, codes)
    selected = chart.show(drawing, place, _height(tegel, look), act)
    if selected and stap.is_link and (code := aangewezen(selected, codes)):
        words = stap.options(())[code]
        naar_regels(f"Naar de regels van {words}", **{stap.key: words})


def _drawing(tegel: Tegel, look: Look) -> Figure:
    draw = tegel.draw
    assert draw  # noqa: S101  (a tile without one shows its rows)
    extra = {} if tegel.gekozen is None else {"gekozen": tegel.gekozen}
    return draw(*(data.ask(vraag).rows for vraag in tegel.vragen), look, **extra)


def _height(tegel: Tegel, look: Look) -> int | None:
    return None if look.stage else tegel.hoogte


def _head(tegel: Tegel, look: Look) -> None:
    """Title and value; each change flips the name of the place, which lets it glow once."""
    flip = sum(data.stand(vraag).gewijzigd for vraag in tegel.vragen) % 2
    with st.container(key=f"gloed{flip}_{tegel.key}"):
        if look.stage and tegel.zin:
            st.title(fmt.escape_markdown(tegel.zin), anchor=False)
        st.subheader(tegel.titel, anchor=False)
        if tegel.kop:
            metric(tegel.titel, tegel.kop, inside=True)


def _place(tegel: Tegel, look: Look) -> str:
    return "podium" if look.stage else tegel.key


def _rows(tegel: Tegel, answer: Answer[Any]) -> None:
    words = tables.markdown(tegel.vragen[0].query.name, answer)
    if len(answer.rows) > tables.FEW:
        with st.container(height=ROWS_IN_SIGHT, border=False):
            st.markdown(words)
    else:
        st.markdown(words)


def _foot(tegel: Tegel, answers: list[Answer[Any]], look: Look, stap: Stap | None) -> None:
    """The quiet line, and what opens on demand: the table, where it comes from, a next step."""
    stand = "" if tegel.vragen[0].nu else header.stand()
    with st.container(horizontal=True, vertical_alignment="center", key=f"{tegel.key}_voet"):
        taken = aanbod.of(tegel.titel, tegel.bron, tegel.vragen, tegel.draw, tegel.gekozen)
        _told(tegel, stand, look, taken, vragen=tegel.vragen)
        if look.stage:
            return
        herkomst.paspoort(tegel.key, tegel.vragen, tegel.bron, stand)
        if stap:
            stap.kies(tegel.key, stap.options(answers[0].rows))
        if tegel.naar:
            label = f"Naar {tegel.naar.capitalize()}"
            st.page_link(f"pages/{tegel.naar}.py", label=label, icon=":material/arrow_forward:")


@data.drawn
def _told(tegel: Tegel, stand: str, look: Look, uitvoer: Uitvoer) -> Uitvoer:
    """The quiet line with the table and the files; these are known as long as this is kept."""
    answers = [data.ask(vraag) for vraag in tegel.vragen]
    parts = [f"Bron: {tegel.bron}", stand]
    if tegel.vragen[0].buiten:
        parts.append(f"niet gefilterd op {fmt.listing([*tegel.vragen[0].buiten])}")
    if any(names for answer in answers for names in answer.hidden):
        parts.append(PARTLY_HIDDEN)
    st.caption(" · ".join(part for part in parts if part))
    if look.stage:
        return uitvoer
    if tegel.draw:
        with st.popover("Tabel", type="tertiary", icon=":material/table:"):
            name = tegel.vragen[0].query.name
            told = (tables.markdown(name, answers[0]), tables.definitions(name, answers[0]))
            st.markdown("\n\n".join(told))
    aanbod.show(uitvoer)
    return uitvoer


def metric(titel: str, kop: Kop, *, border: bool = False, inside: bool = False) -> None:
    """A number with its change, and what that is measured against."""
    st.metric(
        titel,
        kop.waarde,
        kop.verandering or None,
        delta_color="off",
        delta_arrow=kop.pijl,
        delta_description=kop.basis or None,
        label_visibility="collapsed" if inside else "visible",
        border=border,
        height="stretch" if border else "content",
    )
