"""Which screens are open, what each of them shows, and whose turn it is to be drawn again.

Knows nothing of Streamlit: script threads tell of their own screen, one event loop asks whom to
wake. A screen asks by itself every so often, and that alone keeps it true.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

SHORTEST: Final = 1.0
ALONE: Final = 0.5
"""The shortest time between two ticks when nobody wakes the screens."""
A_SCREEN: Final = 0.06
"""Seconds between two ticks for every open screen: a tick costs about 5 ms, so all together stay
under a tenth of a core."""
AT_A_TIME: Final = 2
"""So many screens are drawn at once: with more each of them would only be ready later."""
AGAIN: Final = 0.25
"""Seconds after which a screen that did not ask yet is left to its own tick."""
LONGEST: Final = 5.0
"""Seconds after which a screen that is still being drawn no longer holds up the others."""
SOONEST: Final = 0.4
FEW: Final = 10
A_REST: Final = 0.1
"""A screen is woken no sooner after its last drawing than this, for every screen beyond a few: in
an unbroken stream of messages, drawing must leave time for those who click."""
CLOSER: Final = 0.7
"""A tick that comes this much too soon is told its interval again."""
ABOUT: Final = 0.9
"""An interval that is less off than this stays as it is."""


@dataclass
class Scherm:
    """An open screen: which fragment of it ticks, and what it was last drawn from."""

    fragment: str
    version: int | None
    """None shows a past moment, which no message changes."""
    drawn: float
    told: float
    asked: float
    woken: float = 0.0
    waits: bool = False

    @property
    def attended(self) -> float:
        """When something was last done for it."""
        return max(self.drawn, self.woken)


@dataclass(frozen=True)
class Gewekt:
    """How the waking of a screen ended: whom to tell what, if anything."""

    session: str
    woken: Scherm
    now: Scherm | None


class Schermen:
    """The open screens of this process."""

    def __init__(self, moment: Callable[[], float] = time.monotonic) -> None:
        self._moment = moment
        self._open: dict[str, Scherm] = {}
        self._waking: dict[str, Scherm] = {}
        self.wakes = False
        """Whether someone wakes them."""

    def __len__(self) -> int:
        return len(self._open)

    def interval(self) -> float:
        """The seconds between two ticks of one screen."""
        return max(SHORTEST if self.wakes else ALONE, A_SCREEN * len(self._open))

    def drawn(self, session: str, fragment: str, version: int | None) -> None:
        """The page of a screen is being drawn anew."""
        moment = self._moment()
        self._open[session] = Scherm(fragment, version, moment, self.interval(), moment)

    def may_draw(self, session: str, version: int) -> bool:
        """A screen asked: whether it may be drawn, if there is something new.

        One that finds something new by itself first waits for its turn; when it asks once more it
        waits no longer. An answer to being woken may come late, when the server is busy.
        """
        screen = self._open.get(session)
        if screen is None or not self.wakes:
            return True
        has_waited, screen.waits = screen.waits, screen.version != version
        return has_waited or self._moment() - screen.woken < SHORTEST

    def pace(self, session: str) -> tuple[str, float] | None:
        """The fragment of a screen that asked and its interval, when it keeps to another one."""
        screen = self._open.get(session)
        if screen is None:
            return None
        moment, interval = self._moment(), self.interval()
        is_hurried = moment - screen.asked < CLOSER * screen.told
        screen.asked = moment
        if not is_hurried and ABOUT < screen.told / interval < 1 / ABOUT:
            return None
        screen.told = interval
        return screen.fragment, interval

    def turn(self, version: int) -> tuple[str, str] | None:
        """The session and fragment to wake now: of those behind, the one that waits longest."""
        if len(self._waking) >= AT_A_TIME:
            return None
        moment = self._moment()
        rested = moment - max(SOONEST, A_REST * (len(self._open) - FEW))
        behind = {
            session: screen
            for session, screen in [*self._open.items()]
            if screen.version not in {version, None} and screen.attended <= rested
        }
        if not behind:
            return None
        session = min(behind, key=lambda session: behind[session].attended)
        screen = self._waking[session] = behind[session]
        screen.woken = moment
        return session, screen.fragment

    def ended(self, is_ready: Callable[[str], bool]) -> list[Gewekt]:
        """The screens that are drawn, have gone or did not answer since they were woken."""
        moment = self._moment()
        over = []
        for session, woken in [*self._waking.items()]:
            screen, waited = self._open.get(session), moment - woken.woken
            if screen is woken:
                is_over = waited > AGAIN
            else:
                is_over = screen is None or waited > LONGEST or is_ready(session)
            if is_over:
                del self._waking[session]
                over.append(Gewekt(session, woken, screen))
        return over

    def keep(self, is_open: Callable[[str], bool]) -> None:
        """Forget the screens that have gone."""
        for session in [*self._open]:
            if not is_open(session):
                self._open.pop(session, None)
