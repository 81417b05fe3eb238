"""What keeps an open page true: the only timer, and the only rerun.

A tick compares two integers and writes one line; it asks the warehouse nothing. Only when
something was read since this page was drawn does the page ask again, and then everything that did
not change stays as it is: the zoom, the place on the page, the filters. The more screens are open,
the longer the time between two ticks; `push` wakes a screen when there is something to ask.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

import streamlit as st

from sdash import format as fmt
from sdash.clock import now
from sdash.ui import data, push, viewer

SLOW: Final = timedelta(seconds=30)
SILENT_AFTER: Final = timedelta(minutes=10)


def pulse(drawn: int, last: datetime | None, *, words: bool) -> None:
    """Redraw the page when there is something new, and say how old the last message is."""
    st.fragment(_tick, run_every=push.interval())(drawn, last, words=words)


def _tick(drawn: int, last: datetime | None, *, words: bool) -> None:
    per = viewer.per().moment
    if push.may_draw(drawn, is_past=per is not None) and data.version(per) != drawn:
        st.rerun()
    if words:
        alive = last is not None and now() - last < SILENT_AFTER
        with st.container(width="content", key="hart_klopt" if alive else "hart_stil"):
            st.markdown(sentence(last, now()), width="content")


@st.fragment(run_every=SLOW)
def slowly(draw: Callable[..., None], *what: object) -> None:
    """Draw again now and then what tells how old something is."""
    draw(*what)


def sentence(last: datetime | None, moment: datetime) -> str:
    """`laatste bericht 14:03:22, 8 s geleden`, or since when it has been silent."""
    if last is None:
        return ":gray[○] nog geen berichten"
    age = fmt.age(last, moment)
    if moment - last < SILENT_AFTER:
        return f":green[●] laatste bericht {fmt.clock(last)}, {age}"
    return f":gray[○] stil sinds {fmt.moment(last)}, {age}"
