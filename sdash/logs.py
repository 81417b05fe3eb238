"""The log of a server, in its data folder: never a name, a number or a value of a record."""

import logging
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

BYTES: Final = 2_000_000
OLD_FILES: Final = 5


def where(error: BaseException) -> str:
    """What kind of error it is and where it came up, without what it says: that may hold values."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return " < ".join([type(error).__name__, *reversed(places)])


class _Discreet(logging.Formatter):
    def formatException(  # noqa: N802  (the name is that of logging)
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        return where(ei[1]) if ei[1] else ""


def start(folder: Path) -> Callable[[], None]:
    """Write what sdash says to `sdash.log` in a folder; gives back what ends that."""
    handler = RotatingFileHandler(
        folder / "sdash.log", maxBytes=BYTES, backupCount=OLD_FILES, encoding="utf-8"
    )
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("sdash")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)

    def end() -> None:
        logger.removeHandler(handler)
        handler.close()

    return end
