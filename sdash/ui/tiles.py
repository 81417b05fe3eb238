"""Tiles: what every number, chart and table of every page has around it.

A title that says what one sees, a value with its change and what that is measured against, the
chart, its table and its words for who cannot see it, and one quiet line: source, moment and
completeness. Empty, hidden and refused are told here, once.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sdash import format as fmt
from sdash.figures.style import Figure
from sdash.sql import Query
from sdash.ui import aanbod, data, header, herkomst, tables, tegel, viewer
from sdash.ui.data import Vraag
from sdash.ui.koppen import Kop
from sdash.ui.stappen import Stap
from sdash.ui.tegel import EMPTY, Tegel

ALLES: Final = "berichten en bestanden van de gemeente"
BRONNEN: Final = "Bronnen, en hoe oud hun laatste bericht is"
SMALL: Final = 260


def figure(
    titel: str,
    draw: Callable[..., Figure],
    *vragen: Vraag[Any, Any],
    bron: str,
    dia: int | None = None,
    stap: Stap | None = None,
    **more: Any,  # noqa: ANN401  (the other fields of a Tegel)
) -> None:
    """A chart of the rows of these queries; on a stage only the one whose turn it is.

    With a stap one can choose by a click on it.
    """
    if viewer.on_stage():
        if dia == viewer.slide():
            tegel.show(Tegel(titel, vragen, bron, draw, **more))
    elif stap is None or stap.is_link:
        tegel.show(Tegel(titel, vragen, bron, draw, **more), stap)
    else:
        tegel.show(Tegel(titel, vragen, bron, draw, gekozen=stap.gekozen, **more), stap)


def choose(
    titel: str,
    draw: Callable[..., Figure],
    query: Query[Any, Any],
    stap: Stap,
    *,
    bron: str,
) -> None:
    """A chart of what one can choose from, also of what was not chosen; a click chooses."""
    figure(titel, draw, stap(query), bron=bron, stap=stap)


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
        tegel.show(Tegel(titel, (vraag,), bron))


def findings(titel: str, vraag: Vraag[Any, Any], *, bron: str) -> None:
    """Rows that are told of where there are any, such as what is wrong."""
    if data.rows(vraag):
        table(titel, vraag, bron=bron)


def bronnen(vraag: Vraag[Any, Any]) -> None:
    """The sources with their age now; drawn anew each time, since ages grow by themselves."""
    if viewer.on_stage():
        return
    with st.container(border=True, key="bronnen"):
        st.subheader(BRONNEN, anchor=False)
        answer = data.ask(vraag)
        st.markdown(
            tables.markdown(vraag.query.name, answer, viewer.moment()) if answer.rows else EMPTY
        )
        with st.container(horizontal=True, vertical_alignment="center", key="bronnen_voet"):
            st.caption(f"Bron: {ALLES}")
            aanbod.show(aanbod.of(BRONNEN, ALLES, (vraag,), None, None))


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
                tegel.metric(titel, kop, border=border)
        with st.container(horizontal=True, vertical_alignment="center", key="kerngetallen_voet"):
            st.caption(" · ".join(filter(None, [f"Bron: {bron}", header.stand()])))
            if not viewer.on_stage():
                herkomst.van("kerngetallen", [titel for titel, _ in named], bron, header.stand())
