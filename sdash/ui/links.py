"""What a link asks for and is not there: it is said, and never silently shown as everything."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from sdash import format as fmt
from sdash.ui import viewer
from sdash.ui.opties import Options

LOST: Final = "niet_gevonden"
SHOWN: Final = "getoonde_pagina"
LONG: Final = 60
LOST_DAY: Final = "dag_niet_gevonden"
SHOWN_OF_DAY: Final = "getoonde_pagina_per_dag"
GEEN_DAG: Final = (
    "De link vraagt om de stand per ‘{asked}’. {reden} Wat hier staat, is de stand van nu."
)


def look(page: str, options: Mapping[str, Options], place: str = "filters") -> None:
    """Remember what the address of a page asks for and is not there; a widget would forget it.

    What can be chosen at another place is known at another moment.
    """
    if st.session_state.get(f"{SHOWN}_{place}") == page:
        return
    st.session_state[f"{SHOWN}_{place}"] = page
    asked = {key: st.query_params.get(key) for key in options}
    st.session_state[f"{LOST}_{place}"] = {
        key: words[:LONG]
        for key, words in asked.items()
        if words and words not in options[key] and words not in options[key].values()
    }


def tell(options: Mapping[str, Options], labels: Mapping[str, str], place: str = "filters") -> None:
    """Say what was asked for in vain, until something else is chosen in its place."""
    lost: dict[str, str] = st.session_state.get(f"{LOST}_{place}", {})
    still = {
        key: words
        for key, words in lost.items()
        if key in options and st.session_state.get(key) in {None, next(iter(options[key]), None)}
    }
    st.session_state[f"{LOST}_{place}"] = still
    for key, words in still.items():
        st.warning(
            f"De link vraagt om {labels[key].lower()} ‘{fmt.escape_markdown(words)}’, en die is er "
            "hier niet (meer). Daarop is niet gefilterd.",
            icon=":material/link_off:",
        )


def look_back(page: str) -> None:
    """Remember the day that the address of a page asks for in vain; its widget would forget it."""
    if viewer.per().dag:
        st.session_state[LOST_DAY] = ""
    if st.session_state.get(SHOWN_OF_DAY) != page:
        st.session_state[SHOWN_OF_DAY] = page
        st.session_state[LOST_DAY] = viewer.lost_day()


def tell_day() -> None:
    """Say which day was asked for in vain, and why, until another one is chosen."""
    asked: str = st.session_state.get(LOST_DAY, "")
    if asked and not viewer.per().dag:
        day = fmt.escape_markdown(asked[:LONG])
        words = GEEN_DAG.format(asked=day, reden=viewer.why_lost(asked))
        st.warning(words, icon=":material/link_off:")
