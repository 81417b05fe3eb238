"""The log of a server: a line of JSON for machines, plain text on the terminal, and never a name,
a number or a value of a record.
"""

import contextlib
import json
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Final

BYTES_A_DAY: Final = 20_000_000
"""A mistake that repeats itself may not fill the disk."""
FIELDS: Final = "velden"
"""The attribute of a record with more of what happened, by name."""
ENDING: Final = ".jsonl"
OURS: Final = "sdash"


def where(error: BaseException) -> str:
    """What kind of error it is and where it came up, without what it says: that may hold values."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return " < ".join([type(error).__name__, *reversed(places)])


def fields(**values: str | float | list[str] | None) -> dict[str, object]:
    """More of what happened, for the argument `extra` of a log: counts, kinds and codes only."""
    return {FIELDS: values}


class _Discreet(logging.Formatter):
    def formatException(  # noqa: N802  (the name is that of logging)
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        return where(ei[1]) if ei[1] else ""


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        said = {
            "moment": _moment(record).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "niveau": record.levelname,
            "bron": record.name,
            "bericht": record.getMessage(),
            **getattr(record, FIELDS, {}),
            **({"fout": where(error)} if error else {}),
        }
        return json.dumps(said, ensure_ascii=False)


def _moment(record: logging.LogRecord) -> datetime:
    return datetime.fromtimestamp(record.created, UTC)


class _DayFile(logging.Handler):
    """Appends to one file a day; a disk that refuses a line does not stop who wrote it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._day: date | None = None
        self._file: IO[str] | None = None
        self.setFormatter(_Json())

    def emit(self, record: logging.LogRecord) -> None:
        with contextlib.suppress(OSError, ValueError):
            file = self._file_of(_moment(record).date())
            if file.tell() < BYTES_A_DAY:
                file.write(f"{self.format(record)}\n")
                file.flush()

    def _file_of(self, day: date) -> IO[str]:
        if self._file is None or day != self._day:
            self._close_file()
            path = self._folder / f"sdash-{day}{ENDING}"
            self._file, self._day = path.open("a", encoding="utf-8", errors="backslashreplace"), day
        return self._file

    def _close_file(self) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None

    def close(self) -> None:
        self._close_file()
        super().close()


def start(folder: Path) -> Callable[[], None]:
    """Write what sdash says to one file a day in a folder; gives back what ends that."""
    return _begin(_DayFile(folder))


def show() -> Callable[[], None]:
    """Write what sdash says to the terminal too, and let no library write there what an error says.

    Gives back what ends that.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(message)s"))
    end = _begin(handler)
    hook, make = threading.excepthook, logging.getLogRecordFactory()
    threading.excepthook = _tell_of_thread
    logging.setLogRecordFactory(_Discreetly(make))

    def stop() -> None:
        threading.excepthook = hook
        logging.setLogRecordFactory(make)
        end()

    return stop


class _Discreetly:
    """Makes the log records of every library, with the kind and place of an error in its stead."""

    def __init__(self, make: Callable[..., logging.LogRecord]) -> None:
        self._make = make

    def __call__(self, *args: object, **more: object) -> logging.LogRecord:
        record = self._make(*args, **more)
        error = record.exc_info[1] if record.exc_info else None
        if error is not None and not record.name.startswith(OURS):
            record.msg, record.args = f"{record.getMessage()}: {where(error)}", ()
            record.exc_info = None
        return record


def _tell_of_thread(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is not None:
        logging.getLogger(OURS).error("Een draad is gestopt: %s", where(failed.exc_value))


def _begin(handler: logging.Handler) -> Callable[[], None]:
    logger = logging.getLogger(OURS)
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)

    def end() -> None:
        logger.removeHandler(handler)
        handler.close()

    return end
