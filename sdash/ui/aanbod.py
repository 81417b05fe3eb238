"""Meenemen, in the foot of a tile: what can be taken along of it, and where."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Final

import streamlit as st

from sdash.figures.style import Figure
from sdash.ui import viewer
from sdash.ui.data import Vraag
from sdash.ui.meenemen import Gevraagd, Uitvoer, boek

WORDS: Final = "Alle rijen; in het XLSX-bestand ook wat ze betekenen."


def of(
    titel: str,
    bron: str,
    vragen: Sequence[Vraag[Any, Any]],
    draw: Callable[..., Figure] | None,
    gekozen: Hashable | None,
) -> Uitvoer:
    """What one may take along of a tile, in the role of who looks."""
    asked = tuple(Gevraagd(vraag.query, vraag.params, vraag.per) for vraag in vragen)
    return Uitvoer(titel, bron, vragen[0].keuze, viewer.role(), asked, draw, gekozen)


def show(uitvoer: Uitvoer) -> None:
    """The addresses of its files; each file is made when its address is opened."""
    word = boek.word(uitvoer)
    with st.popover("Meenemen", type="tertiary", icon=":material/download:"):
        st.markdown(WORDS)
        with st.container(horizontal=True):
            st.link_button("XLSX", f"./meenemen/{word}.xlsx")
            st.link_button("CSV", f"./meenemen/{word}.csv")
            if uitvoer.draw:
                st.link_button("PNG of SVG", f"./meenemen/{word}.html")
