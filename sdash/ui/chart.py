"""A figure on a page: its words, its size, and what is left of Plotly's own buttons."""

from typing import Any, Final

import streamlit as st
from plotly.basedatatypes import BaseFigure

from sdash import format as fmt
from sdash.figures.alt import alt
from sdash.figures.style import Figure, is_blank

CONFIG: Final = {
    "displaylogo": False,
    "modeBarButtons": [["zoom2d", "pan2d", "resetScale2d"]],
    "showTips": False,
}


class _Plain(BaseFigure):  # type: ignore[misc]  # Plotly publishes no types
    """A figure that Streamlit sends as it is; it would validate a dict, and copy a `go.Figure`."""

    def __init__(self, figure: Figure) -> None:
        self._plain = figure

    def to_dict(self) -> dict[str, Any]:
        return {**self._plain}


def show(figure: Figure, key: str, height: int | None) -> None:
    """The figure with its words for who cannot see it; without a height it fills its place."""
    if is_blank(figure):
        st.markdown(f":gray[:material/visibility_off: {fmt.HIDDEN.capitalize()}.]")
        return
    if height:
        figure["layout"]["height"] = height
    st.plotly_chart(
        _Plain(figure),
        key=key,
        height="content" if "height" in figure["layout"] else "stretch",
        theme=None,
        config=CONFIG,
        alt=alt(figure),
    )
