"""Wakes the open screens when something was read, so that they need not wait for their tick.

It tells the browser to ask at once, in the words with which Streamlit tells it the time between two
ticks. So the browser's own question, with its address, its choices and what it kept, starts the
drawing, and the server has to guess none of that. Without it a page only comes later.

Streamlit has no public way to speak to a screen outside its script: what is used of its inside
stands here and nowhere else, and a test notices when another version changes it.
"""

import asyncio
import contextlib
import itertools
import logging
from collections.abc import AsyncIterator
from typing import Final

from streamlit import runtime
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ThreadState

from sdash.ui import data, quirks
from sdash.ui.schermen import Gewekt, Schermen

STEP: Final = 0.02
"""Seconds between two looks at who is behind; at each at most one screen is woken."""
AT_ONCE: Final = 0.02
A_ROUND: Final = 50
"""After so many steps it is looked at which screens have gone."""

log = logging.getLogger(__name__)
_schermen: Final = Schermen()
_loops: Final[list[asyncio.AbstractEventLoop]] = []


def interval() -> float:
    """The seconds between two ticks of a screen that is drawn now."""
    return _schermen.interval()


def screens() -> int:
    """How many screens are open now."""
    return len(_schermen)


def may_draw(drawn: int, *, is_past: bool = False) -> bool:
    """Called by the fragment that ticks: whether a screen that shows that version may be redrawn.

    That is always so where nothing wakes screens, and when the page was drawn just now. Who looks
    at a past moment is not woken, since no message changes it.
    """
    context = get_script_run_ctx()
    fragment = ThreadState.get().fragment_id if context else None
    if context is None or fragment is None:
        return True
    session = context.session_id
    if not context.fragment_ids_this_run:
        _schermen.drawn(session, fragment, None if is_past else drawn)
        return True
    if (told := _schermen.pace(session)) is not None:
        for loop in _loops:
            # Not through the script: a rerun would throw away what it said before.
            loop.call_soon_threadsafe(_tell, session, _interval(*told))
    return _schermen.may_draw(session, data.newest())


@contextlib.asynccontextmanager
async def following() -> AsyncIterator[None]:
    """Wake the screens for as long as the server runs."""
    quirks.let_runs_finish()
    task = asyncio.create_task(_follow(), name="sdash-wekken")
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _follow() -> None:
    _loops.append(asyncio.get_running_loop())
    _schermen.wakes = True
    try:
        for step in itertools.count():
            await asyncio.sleep(STEP)
            _wake(data.newest())
            if step % A_ROUND == 0:
                _schermen.keep(runtime.get_instance().is_active_session)
                data.step_for(len(_schermen))
    except Exception:
        log.exception("Schermen worden niet meer gewekt; ze vragen het nu vaker zelf.")
    finally:
        _schermen.wakes = False
        _loops.clear()


def _wake(version: int) -> None:
    for gewekt in _schermen.ended(_is_ready):
        _calm(gewekt)
    if (turn := _schermen.turn(version)) is not None:
        session, fragment = turn
        _tell(session, _interval(fragment, AT_ONCE))


def _calm(gewekt: Gewekt) -> None:
    """Stop a browser that would go on asking at once, since nothing told it otherwise."""
    if gewekt.now is gewekt.woken:
        _tell(gewekt.session, _interval(gewekt.woken.fragment, gewekt.woken.told))
    elif gewekt.now and gewekt.now.fragment != gewekt.woken.fragment:
        message = ForwardMsg()
        message.stop_auto_rerun.fragment_ids.append(gewekt.woken.fragment)
        _tell(gewekt.session, message)


def _is_ready(session: str) -> bool:
    """Whether the page of a screen is drawn, and all of it was sent."""
    known = runtime.get_instance().get_app_session(session)
    if known is None:
        return True
    known.track_settling()
    return known.is_settled


def _interval(fragment: str, seconds: float) -> ForwardMsg:
    message = ForwardMsg()
    message.auto_rerun.fragment_id = fragment
    message.auto_rerun.interval = seconds
    return message


def _tell(session: str, message: ForwardMsg) -> None:
    """Send a message to a screen, unless it has gone."""
    client = runtime.get_instance().get_client(session)
    if client is not None:
        with contextlib.suppress(runtime.SessionClientDisconnectedError):
            client.write_forward_msg(message)
