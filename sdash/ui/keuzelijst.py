"""A choice of one page, beside the filters of all: it stands in the address as they do."""

from typing import Final

import streamlit as st

from sdash.ui import links, viewer
from sdash.ui.opties import Options

WIDTH: Final = 260


def pick(page: str, key: str, label: str, woorden: Options) -> str:
    """The code that is chosen, from a list in sight or, on a stage, from the address.

    Without a choice it is the first one.
    """
    first = next(iter(woorden))
    if viewer.on_stage():
        by_words = {words: code for code, words in woorden.items()}
        return by_words.get(st.query_params.get(key, ""), first)
    links.look(page, {key: woorden}, key)
    chosen = st.selectbox(
        label,
        list(woorden),
        format_func=lambda code: woorden.get(code, code),
        key=key,
        bind="query-params",
        width=WIDTH,
    )
    links.tell({key: woorden}, {key: label}, key)
    return chosen if chosen in woorden else first
