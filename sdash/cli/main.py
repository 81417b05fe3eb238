"""Runs one command, and says in plain Dutch what is wrong when it can't."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from io import TextIOWrapper
from types import FrameType
from typing import Final, cast

from sdash.cli.output import say
from sdash.cli.parser import parser
from sdash.logs import where
from sdash.service.control import CommandFailed, CommandRefused
from sdash.service.folder import WHY_NOT
from sdash.settings import SettingsError

FAILED: Final = 1
REFUSED: Final = 2
INTERRUPTED: Final = 130
OWN_MODULE: Final = {"bench", "demo", "serve", "simulate"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    chosen = parser().parse_args(arguments)
    chosen.data = getattr(chosen, "data", None)
    try:
        with _stopped_in_order():
            return cast("int", _command(chosen.command)(chosen))
    except (SettingsError, CommandRefused) as refused:
        say(str(refused))
        return REFUSED
    except CommandFailed as failed:
        say(str(failed))
        return FAILED
    except BrokenPipeError:
        # Who read along has gone; at exit Python would complain of it once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  (what it says may hold values of a record)
        say(_plainly(error))
        return FAILED


def _plainly(error: Exception) -> str:
    """What went wrong: why the system refuses when that is known, and else where it was."""
    why = WHY_NOT.get(error.errno or 0) if isinstance(error, OSError) else None
    if why is None:
        return f"Dit ging mis: {where(error)}"
    return f"sdash kan een map of bestand van deze opdracht niet lezen of schrijven: {why}."


@contextlib.contextmanager
def _stopped_in_order() -> Iterator[None]:
    """Let who is told to stop by a service manager finish as after Ctrl+C, and close what is open.

    As the first process of a container it would otherwise not even hear of it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    told = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        told.set()
        raise KeyboardInterrupt

    before = [(number, signal.signal(number, stop)) for number in (signal.SIGINT, signal.SIGTERM)]
    try:
        yield
    except Exception as error:
        if told.is_set():  # the database makes an error of its own of it
            raise KeyboardInterrupt from error
        raise
    finally:
        for number, earlier in before:
            signal.signal(number, earlier)


def _command(name: str) -> Callable[..., object]:
    """The function of a command; the module of one that is not asked for is not even loaded."""
    module = import_module(f"sdash.cli.{name if name in OWN_MODULE else 'commands'}")
    return cast("Callable[..., object]", getattr(module, name))
