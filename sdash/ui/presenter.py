"""The presenter's view: one chart a screen, large, and the arrow keys from one to the next."""

from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from sdash.ui import viewer


@dataclass(frozen=True)
class Dia:
    """One screen of the show: a page and the number of its chart."""

    page: StreamlitPage
    nummer: int


def controls(show: list[Dia], page: StreamlitPage, words: str) -> None:
    """Buttons for who has no keyboard, with the keys for who has."""
    at = show.index(Dia(page, viewer.slide())) if Dia(page, viewer.slide()) in show else 0
    with st.container(horizontal=True, vertical_alignment="center", key="bediening"):
        st.markdown(words)
        st.space("stretch")
        for name, key, step in (("Vorige", "Left", -1), ("Volgende", "Right", 1)):
            target = show[(at + step) % len(show)]
            if st.button(name, shortcut=key, type="tertiary", key=f"dia_{key}"):
                st.switch_page(target.page, query_params=_address(target.nummer))
        if st.button("Stoppen", shortcut="Esc", type="tertiary", key="dia_stop"):
            st.switch_page(page, query_params=_address(None))


def _address(slide: int | None) -> dict[str, str]:
    kept = {
        key: value
        for key, value in st.query_params.items()
        if key not in {viewer.STAGE, viewer.SLIDE}
    }
    return {**kept, viewer.STAGE: "1", viewer.SLIDE: str(slide)} if slide else kept
