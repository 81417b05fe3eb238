"""A run: claims one after the other, in a folder that is gone afterwards, whatever happens."""

import logging
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

from sdash.bench import ruimte, verslag
from sdash.bench.claims import claim
from sdash.bench.keuze import Keuze
from sdash.bench.machine import Anderen, Machine, load, too_busy
from sdash.bench.verslag import Deel
from sdash.clock import now

PREFIX: Final = ".sdash-bench-"
_STOPPING: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


@contextmanager
def workplace(beside: Path | None = None) -> Iterator[Path]:
    """A folder that is removed at the end, also when the run is told to stop."""
    told = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        told.set()
        raise KeyboardInterrupt

    with _signals(stop):
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=beside))
        earlier = tempfile.tempdir
        try:
            tempfile.tempdir = str(folder)  # for whatever a claim uses
            yield folder
        except Exception as error:
            if told.is_set():  # the database makes an error of its own of it
                raise KeyboardInterrupt from error
            raise
        finally:
            tempfile.tempdir = earlier
            with _signals(signal.SIG_IGN):  # who presses twice may not stop the cleaning
                shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _signals(
    handler: Callable[[int, FrameType | None], object] | signal.Handlers,
) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = [(number, signal.signal(number, handler)) for number in _STOPPING]
    try:
        yield
    finally:
        for number, earlier in before:
            signal.signal(number, earlier)


@contextmanager
def quiet() -> Iterator[None]:
    """Without the warnings that pages give when no server runs them."""
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def run(namen: Sequence[str], keuze: Keuze, opdracht: str) -> Iterator[tuple[Deel, str | None]]:
    """Measure claims; each with why it may not be published, or None when it may and was."""
    ruimte.check(ruimte.needed(keuze, namen), ruimte.available(keuze.werkmap), keuze.maat)
    before_all, machine = load(), Machine.this()
    for naam in namen:
        before, anderen, measured = load(), Anderen(), claim(naam)
        metingen = measured.meet(keuze)
        deel = Deel(
            claim=naam,
            maat=keuze.maat,
            vraag=measured.VRAAG,
            metingen=metingen,
            opdracht=opdracht.format(claim=naam),
            moment=now(),
            machine=machine,
            belasting_voor=before,
            belasting_na=load(),
            anderen=anderen.deel,
        )
        objection = _objection(keuze, before_all, anderen.deel)
        if objection is None:
            verslag.publish(deel)
        yield deel, objection


def _objection(keuze: Keuze, load_before: float | None, others: float | None) -> str | None:
    """The load counts before the first claim: later it holds what the claims did themselves."""
    return "dit was een korte proef" if keuze.kort else too_busy(load_before, others)
