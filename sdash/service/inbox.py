"""The thread that watches the inbox: it takes what is complete, and never dies of a file."""

import contextlib
import logging
import os
import stat
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from sdash import logs
from sdash.clock import now
from sdash.ingest import ReadingStopped
from sdash.ingest.read import safe_name, unreadable
from sdash.service import refused
from sdash.service.arrivals import Arrivals, Shape, shape
from sdash.service.folder import DataFolder
from sdash.warehouse import Uitkomst
from sdash.warehouse.receipt import DUBBEL

GROUP: Final = 100
SECONDS_BETWEEN_TRIES: Final = 5.0
SECONDS_BETWEEN_SWEEPS: Final = 3600.0

log = logging.getLogger(__name__)
Take = Callable[[Sequence[Path]], list[Uitkomst]]


class Inbox:
    """Watches the inbox of a data folder and gives its files to `take`, oldest first.

    A file is deleted once what it said is durable. What was not accepted whole moves to the folder
    of refused files with a report, and of an exact repeat only the report stays.
    """

    def __init__(self, folder: DataFolder, take: Take, refusal_days: int) -> None:
        self._folder = folder
        self._take = take
        self._refusal_days = refusal_days
        self._swept = -SECONDS_BETWEEN_SWEEPS
        self._stuck: dict[Path, tuple[Shape, Uitkomst]] = {}
        self._tried = 0.0
        self._is_well = True
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="sdash-inbox", daemon=True)
        self._thread.start()

    def is_well(self) -> bool:
        """Whether the inbox is being read, and did not fail at the last try."""
        return self._is_well and self._thread.is_alive()

    def close(self) -> None:
        """Finish the files in hand, and stop."""
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stop.is_set():
            try:
                self._watch_folder()
            except ReadingStopped:
                return
            except Exception:
                # Whatever happened, the next message must still be read.
                self._is_well = False
                log.exception("De inbox kan even niet gelezen worden.")
                self._stop.wait(SECONDS_BETWEEN_TRIES)

    def _watch_folder(self) -> None:
        self._folder.inbox.mkdir(mode=0o700, exist_ok=True)
        arrivals = Arrivals(self._folder.inbox)
        try:
            while not self._stop.is_set():
                paths = arrivals.wait(self._stop)
                for start in range(0, len(paths), GROUP):
                    self._read(paths[start : start + GROUP])
                self._is_well = True
                self._try_again()
                self._sweep()
        finally:
            arrivals.close()

    def _read(self, paths: Sequence[Path]) -> None:
        """Read some files; if that fails each by itself, so that one does not hold up the rest."""
        files = self._regular(paths)
        if not files or self._stop.is_set():
            return
        try:
            outcomes = self._take([*files])
        except OSError:
            raise  # the disk, not the file: it stays where it is until the next try
        except Exception as error:
            if len(files) > 1:
                for path in files:
                    self._read([path])
                return
            log.exception("Een bestand is niet te verwerken en gaat naar de afgekeurde bestanden.")
            outcomes = [
                _failed(path, f"Onverwachte fout: {type(error).__name__}.") for path in files
            ]
        for (path, before), outcome in zip(files.items(), outcomes, strict=True):
            self._finish(path, before, outcome)

    def _regular(self, paths: Sequence[Path]) -> dict[Path, Shape]:
        """The plain files among the paths; links, pipes and the like are refused unread."""
        files: dict[Path, Shape] = {}
        for path in paths:
            try:
                found = path.lstat()
            except FileNotFoundError:
                continue
            if path in self._stuck and self._stuck[path][0] == shape(found):
                continue
            if stat.S_ISREG(found.st_mode):
                files[path] = shape(found)
            else:
                refusal = _failed(
                    path, "Dit is geen gewoon bestand maar een verwijzing of apparaat."
                )
                self._finish(path, shape(found), refusal)
        return files

    def _finish(self, path: Path, before: Shape, outcome: Uitkomst) -> None:
        """Clear the inbox of a file; one that can't be moved is moved later, and not read again."""
        try:
            self._clear(path, before, outcome)
        except OSError:
            if path not in self._stuck:
                log.exception("Een gelezen bestand kan niet uit de inbox verplaatst worden.")
            self._stuck[path] = before, outcome
        else:
            self._stuck.pop(path, None)

    def _try_again(self) -> None:
        if time.monotonic() - self._tried >= SECONDS_BETWEEN_TRIES:
            self._tried = time.monotonic()
            for path, (before, outcome) in [*self._stuck.items()]:
                self._finish(path, before, outcome)

    def _clear(self, path: Path, before: Shape, outcome: Uitkomst) -> None:
        report = outcome.model_dump(mode="json")
        # Another file may have taken the name while this one was read: that one is left alone.
        is_there = os.path.lexists(path)
        is_same = is_there and shape(path.lstat()) == before
        if is_there and not is_same and not outcome.is_readable:
            log.info("Een bestand veranderde terwijl het gelezen werd; het komt zo opnieuw.")
            return
        if outcome.redenen and is_same and not is_dubbel(outcome):
            refused.keep(path, self._folder.afgekeurd, report)
        else:
            with contextlib.ExitStack() as undo:
                if outcome.redenen:
                    beside = refused.report_only(path.name, self._folder.afgekeurd, report)
                    undo.callback(beside.unlink, missing_ok=True)
                if is_same:
                    path.unlink()
                undo.pop_all()
        _tell(outcome)

    def _sweep(self) -> None:
        if time.monotonic() - self._swept >= SECONDS_BETWEEN_SWEEPS:
            self._swept = time.monotonic()
            refused.sweep(self._folder.afgekeurd, now(), self._refusal_days)


def is_dubbel(outcome: Uitkomst) -> bool:
    """Whether this very file was read before."""
    return any(reden.code == DUBBEL for reden in outcome.redenen)


def _tell(outcome: Uitkomst) -> None:
    """Log what came of a file, without its name: the sender chose that, and may have put one in."""
    log.info(
        "Bestand gelezen: %s, %d geaccepteerd, %d afgekeurd.",
        outcome.soort or "onleesbaar",
        outcome.geaccepteerd,
        outcome.afgekeurd,
        extra=logs.fields(
            soort=outcome.soort,
            gelezen=outcome.gelezen,
            geaccepteerd=outcome.geaccepteerd,
            afgekeurd=outcome.afgekeurd,
            codes=sorted({reden.code for reden in outcome.redenen}),
        ),
    )


def _failed(path: Path, why: str) -> Uitkomst:
    return Uitkomst.of(unreadable(safe_name(path.name), why))
