"""Waiting for what another thread does, with a limit."""

import threading
import time
from collections.abc import Callable

LIMIT = 20.0


def eventually(claim: Callable[[], object], limit: float = LIMIT) -> bool:
    """Whether a claim becomes true within the limit."""
    end = time.monotonic() + limit
    pause = threading.Event()
    while not claim():
        if time.monotonic() > end:
            return False
        pause.wait(0.02)
    return True
