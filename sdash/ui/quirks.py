"""What Streamlit 1.67 does otherwise than these pages need; a browser test notices a change."""

from collections.abc import Mapping
from functools import wraps
from typing import Any

from streamlit.elements import plotly_chart
from streamlit.elements.lib.utils import compute_and_register_element_id
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state.query_params import QueryParams

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


def write_address(choices: Mapping[str, str]) -> None:
    """Give the page another address, as one place in the browser's history.

    Streamlit writes the address itself when a choice is set for a widget that is bound to it, but
    makes a place for every widget apart: a step up that drops three filters would take three times
    back. What stands in the address already is written by no widget again.
    """
    context = get_script_run_ctx()
    if context is None:
        return
    with context.session_state.query_params() as address:
        address.clear_with_no_forward_msg(preserve_embed=True)
        for key, words in choices.items():
            address.set_with_no_forward_msg(key, words)
        address._send_query_param_msg()  # noqa: SLF001  (there is no other way to say it once)


def leave_address() -> None:
    """Let no walk to another page take choices out of the address.

    Streamlit asks the browser which widgets there are, takes those in a closed popover for gone,
    and strips the address of them before it sets them again: that made places in the history to
    which nobody went, and the back button lost the choice. What is in the address and no widget of
    a page asks for, is for nobody.
    """
    vars_of_class: Any = QueryParams
    vars_of_class.remove_stale_bindings = _leave


def _leave(*_: object) -> None:
    """Forget no binding; a new widget takes it over."""


def let_runs_finish() -> None:
    """Let no tick of a fragment come between a run and what it said last.

    A tick that comes when a run has ended, but before all that it said was handled, starts a new
    runner; Streamlit then throws away what the earlier one still had to say. The page would stay
    half drawn, and look whole. A tick may be missed: the next one asks the same.
    """
    original = AppSession.request_rerun
    if hasattr(original, "__wrapped__"):
        return

    @wraps(original)
    def request_rerun(self: AppSession, client_state: ClientState | None) -> None:
        is_tick = client_state is not None and client_state.is_auto_rerun
        if not is_tick or self._scriptrunner is None:
            original(self, client_state)

    AppSession.request_rerun = request_rerun  # type: ignore[method-assign]
