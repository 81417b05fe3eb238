"""What Streamlit 1.67 does otherwise than these pages need; a browser test notices a change."""

from typing import Any

from streamlit.elements import plotly_chart
from streamlit.elements.lib.utils import compute_and_register_element_id

from sdash.service import charts


def keep_zoom() -> None:
    """Let the key alone be the identity of a chart, as it is for every widget.

    Streamlit takes the figure into it too, so that the browser would mount a chart that changed
    anew, and lose its zoom; with the same identity Plotly's `uirevision` keeps it. Only where the
    browser's script was mended too: elsewhere a chart would stay as it was first drawn.
    """
    if not charts.follows.is_set():
        return
    vars(plotly_chart).update(compute_and_register_element_id=_by_key)


def _by_key(element_type: str, **facts: Any) -> str:  # noqa: ANN401  (what Streamlit passes)
    return compute_and_register_element_id(element_type, **{**facts, "key_as_main_identity": True})
