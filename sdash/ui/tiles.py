"""Tiles: what every number, chart and table of every page has around it.

A title that says what one sees, a value with its change and what that is measured against, the
chart, its table and its words for who cannot see it, and one quiet line: source, moment and
completeness. Empty, hidden and refused are told here, once.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sdash import format as fmt
from sdash.answers import Answer
from sdash.figures.style import Figure, Look
from sdash.privacy import NotAllowed
from sdash.ui import aanbod, chart, data, header, tables, viewer
from sdash.ui.data import Vraag
from sdash.ui.koppen import Kop
from sdash.ui.meenemen import Uitvoer

EMPTY: Final = "Voor deze keuze zijn er geen gegevens."
ALLES: Final = "berichten en bestanden van de gemeente"
PARTLY_HIDDEN: Final = f"een deel is verborgen: {fmt.HIDDEN}"
ROWS_IN_SIGHT: Final = 420
SMALL: Final = 260


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

    @property
    def key(self) -> str:
        """A name that stays the same while titles and figures change."""
        kind = self.draw.__name__ if self.draw else "tabel"
        return f"{self.vragen[0].query.name.replace('/', '_')}_{kind}"


def figure(
    titel: str,
    draw: Callable[..., Figure],
    *vragen: Vraag[Any, Any],
    bron: str,
    dia: int | None = None,
    **more: Any,  # noqa: ANN401  (the other fields of a Tegel)
) -> None:
    """A chart of the rows of these queries; on a stage only the one whose turn it is."""
    if not viewer.on_stage() or dia == viewer.slide():
        _show(Tegel(titel, vragen, bron, draw, **more))


def small(
    titel: str,
    draw: Callable[..., Figure],
    *vragen: Vraag[Any, Any],
    **more: Any,  # noqa: ANN401  (the other fields of a Tegel)
) -> None:
    """A chart that only points to its page; never on a stage."""
    if not viewer.on_stage():
        figure(titel, draw, *vragen, hoogte=SMALL, **more)


def columns(*widths: int) -> list[DeltaGenerator]:
    """Places beside each other; on a stage everything gets the whole width."""
    if viewer.on_stage():
        return [st.container() for _ in widths]
    return st.columns(widths)


def table(titel: str, vraag: Vraag[Any, Any], *, bron: str) -> None:
    """Rows as they are; never on a stage."""
    if not viewer.on_stage():
        _show(Tegel(titel, (vraag,), bron))


def bronnen(vraag: Vraag[Any, Any]) -> None:
    """The sources with their age now; drawn anew each time, since ages grow by themselves."""
    if viewer.on_stage():
        return
    with st.container(border=True, key="bronnen"):
        st.subheader("Bronnen, en hoe oud hun laatste bericht is", anchor=False)
        answer = data.ask(vraag)
        st.markdown(
            tables.markdown(vraag.query.name, answer, viewer.moment()) if answer.rows else EMPTY
        )


def zin(woorden: str, dia: int | None = None) -> None:
    """The answer to the question of a page, in one sentence."""
    if not viewer.on_stage():
        st.header(fmt.escape_markdown(woorden), anchor=False)
    elif dia == viewer.slide():
        st.title(fmt.escape_markdown(woorden), anchor=False)


def punten(titel: str, zinnen: Sequence[str]) -> None:
    """A short list of sentences, or the words that say there are none."""
    if viewer.on_stage():
        return
    with st.container(border=True, height="stretch"):
        st.subheader(titel, anchor=False)
        said = [fmt.escape_markdown(zin) for zin in zinnen]
        st.markdown("\n".join(f"- {zin}" for zin in said) or "Niets op dit moment.")


def kpis(*named: tuple[str, Kop], bron: str = ALLES) -> None:
    """A row of numbers, none of them alone."""
    if not viewer.on_stage():
        _row(named, bron, border=True)


def stage_kpis(*named: tuple[str, Kop], dia: int, bron: str = ALLES) -> None:
    """The numbers of a page that fill a screen of their own on a stage."""
    if viewer.on_stage() and dia == viewer.slide():
        _row(named, bron, border=False)


def _row(named: Sequence[tuple[str, Kop]], bron: str, *, border: bool) -> None:
    with st.container(key="kerngetallen"):
        for column, (titel, kop) in zip(st.columns(len(named)), named, strict=True):
            with column:
                _metric(titel, kop, border=border)
        st.caption(" · ".join(filter(None, [f"Bron: {bron}", header.stand()])))


def _show(tegel: Tegel) -> None:
    try:
        stand = "" if tegel.vragen[0].nu else header.stand()
        _draw(
            tegel,
            viewer.look(),
            stand,
            aanbod.of(tegel.titel, tegel.bron, tegel.vragen, tegel.draw, tegel.gekozen),
            vragen=tegel.vragen,
        )
    except NotAllowed as refusal:
        with st.container(border=True, height="stretch"):
            st.subheader(tegel.titel, anchor=False)
            st.info(str(refusal), icon=":material/lock:")


@data.drawn
def _draw(tegel: Tegel, look: Look, stand: str, uitvoer: Uitvoer) -> Uitvoer:
    answers = [data.ask(vraag) for vraag in tegel.vragen]
    with st.container(border=not look.stage, height="stretch", key=_place(tegel, look)):
        _head(tegel, look)
        if not answers[0].rows:
            st.markdown(f":gray[:material/inbox: {EMPTY}]")
            return uitvoer
        if tegel.draw:
            _chart(tegel, tegel.draw, answers, look)
        else:
            _rows(tegel, answers[0])
        _foot(tegel, answers, stand, look, uitvoer)
    return uitvoer


def _head(tegel: Tegel, look: Look) -> None:
    """Title and value; each change flips the name of the place, which lets it glow once."""
    flip = sum(data.stand(vraag).gewijzigd for vraag in tegel.vragen) % 2
    with st.container(key=f"gloed{flip}_{tegel.key}"):
        if look.stage and tegel.zin:
            st.title(fmt.escape_markdown(tegel.zin), anchor=False)
        st.subheader(tegel.titel, anchor=False)
        if tegel.kop:
            _metric(tegel.titel, tegel.kop, inside=True)


def _place(tegel: Tegel, look: Look) -> str:
    return "podium" if look.stage else tegel.key


def _chart(
    tegel: Tegel, draw: Callable[..., Figure], answers: list[Answer[Any]], look: Look
) -> None:
    extra = {} if tegel.gekozen is None else {"gekozen": tegel.gekozen}
    drawing = draw(*(answer.rows for answer in answers), look, **extra)
    chart.show(drawing, f"{tegel.key}_figuur", None if look.stage else tegel.hoogte)


def _rows(tegel: Tegel, answer: Answer[Any]) -> None:
    words = tables.markdown(tegel.vragen[0].query.name, answer)
    if len(answer.rows) > tables.FEW:
        with st.container(height=ROWS_IN_SIGHT, border=False):
            st.markdown(words)
    else:
        st.markdown(words)


def _foot(
    tegel: Tegel, answers: list[Answer[Any]], stand: str, look: Look, uitvoer: Uitvoer
) -> None:
    """The quiet line, and what opens on demand: the table, files, the page that tells more."""
    parts = [f"Bron: {tegel.bron}", stand]
    if tegel.vragen[0].buiten:
        parts.append(f"niet gefilterd op {fmt.listing([*tegel.vragen[0].buiten])}")
    if any(names for answer in answers for names in answer.hidden):
        parts.append(PARTLY_HIDDEN)
    with st.container(horizontal=True, vertical_alignment="center", key=f"{tegel.key}_voet"):
        st.caption(" · ".join(part for part in parts if part))
        if look.stage:
            return
        if tegel.draw:
            with st.popover("Tabel", type="tertiary", icon=":material/table:"):
                name = tegel.vragen[0].query.name
                told = (tables.markdown(name, answers[0]), tables.definitions(name, answers[0]))
                st.markdown("\n\n".join(told))
        aanbod.show(uitvoer)
        if tegel.naar:
            label = f"Naar {tegel.naar.capitalize()}"
            st.page_link(f"pages/{tegel.naar}.py", label=label, icon=":material/arrow_forward:")


def _metric(titel: str, kop: Kop, *, border: bool = False, inside: bool = False) -> None:
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
