"""A figure on a page: its words, its size, and what is left of Plotly's own buttons."""

from collections.abc import Callable
from typing import Any, Final, Literal

import streamlit as st
from plotly.basedatatypes import BaseFigure

from sdash import format as fmt
from sdash.figures.alt import alt
from sdash.figures.style import Figure, is_blank

OnSelect = Literal["ignore", "rerun"] | Callable[[], None]
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


def show(figure: Figure, key: str, height: int | None, on_select: OnSelect = "ignore") -> Any:  # noqa: ANN401  (what is pointed at, when that is asked)
    """The figure with its words for who cannot see it; without a height it fills its place.

    A figure that can be clicked is a widget, and may not be drawn by what is cached.
    """
    if is_blank(figure):
        st.markdown(f":gray[:material/visibility_off: {fmt.HIDDEN.capitalize()}.]")
        return None
    layout = {**figure["layout"], **({"height": height} if height else {})}
    if on_select != "ignore":  # Streamlit's script says so too, but once, and not of a new figure
        layout["clickmode"] = "event+select"
    return st.plotly_chart(
        _Plain({"data": figure["data"], "layout": layout}),
        key=key,
        height="content" if "height" in layout else "stretch",
        theme=None,
        config=CONFIG,
        alt=alt(figure),
        on_select=on_select,
        selection_mode="points",
    )
