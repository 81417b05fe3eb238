"""Lets a chart keep its zoom when its figure changes.

Streamlit 1.67 takes the figure into the identity of a chart, key or no key, so that the browser
would mount a changed chart anew. Here the key alone is its identity, as it is for every widget, and
Plotly's `uirevision` does the rest. A browser test notices when another Streamlit does otherwise.
"""

from typing import Any

from streamlit.elements import plotly_chart
from streamlit.elements.lib.utils import compute_and_register_element_id


def _by_key(element_type: str, **facts: Any) -> str:  # noqa: ANN401  (what Streamlit passes)
    return compute_and_register_element_id(element_type, **{**facts, "key_as_main_identity": True})


def keep() -> None:
    """Give charts their key as identity; doing it again changes nothing."""
    vars(plotly_chart).update(compute_and_register_element_id=_by_key)
