"""The little that Streamlit's theme cannot say, in two style sheets of our own."""

from pathlib import Path
from typing import Final

import streamlit as st

HERE: Final = Path(__file__).parent
ICON: Final = str(HERE / "regenboog.svg")
LOGO: Final = str(HERE / "regenboog.svg")


def apply(*, on_stage: bool) -> None:
    """Load the style sheets; they hold no data, and nothing else in sdash writes HTML."""
    st.html(HERE / "rust.css")
    if on_stage:
        st.html(HERE / "podium.css")
    else:
        st.logo(LOGO, size="large")
