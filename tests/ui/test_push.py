"""What waking a screen leans on inside Streamlit; another version that differs fails here first."""

from types import SimpleNamespace

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime import Runtime, SessionClient
from streamlit.runtime.app_session import AppSession

from sdash.ui import push, quirks


@pytest.mark.parametrize("name", ["get_client", "get_app_session", "is_active_session"])
def test_the_runtime_finds_a_screen_by_its_session(name: str) -> None:
    assert callable(getattr(Runtime, name))


@pytest.mark.parametrize("name", ["track_settling", "is_settled", "request_rerun"])
def test_a_session_tells_whether_it_is_drawn(name: str) -> None:
    assert hasattr(AppSession, name)


def test_a_screen_can_be_told_something_outside_its_script() -> None:
    assert callable(SessionClient.write_forward_msg)


def test_a_browser_is_told_an_interval_as_streamlit_tells_it() -> None:
    message = push._interval("fragment", 0.5)

    assert message.WhichOneof("type") == "auto_rerun"
    assert (message.auto_rerun.fragment_id, message.auto_rerun.interval) == ("fragment", 0.5)


def test_outside_a_server_a_page_may_always_be_drawn() -> None:
    assert push.may_draw(1)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[ClientState | None]:
    """What reaches Streamlit's own method after the ticks were held back."""
    reached: list[ClientState | None] = []
    monkeypatch.setattr(
        AppSession, "request_rerun", lambda _session, client_state: reached.append(client_state)
    )
    quirks.let_runs_finish()
    quirks.let_runs_finish()
    return reached


@pytest.mark.parametrize(
    ("is_tick", "is_running", "is_heard"),
    [(True, True, False), (True, False, True), (False, True, True), (False, False, True)],
)
def test_only_a_tick_during_a_run_is_held_back(
    asked: list[ClientState | None], *, is_tick: bool, is_running: bool, is_heard: bool
) -> None:
    session = SimpleNamespace(_scriptrunner=object() if is_running else None)

    AppSession.request_rerun(session, ClientState(is_auto_rerun=is_tick))  # type: ignore[arg-type]

    assert len(asked) == is_heard
