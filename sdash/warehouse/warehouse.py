"""One DuckDB file, one writer, any number of readers."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import date, datetime, timedelta
from typing import Final

import duckdb

from sdash.ingest import Reading
from sdash.ingest.verwijdering import verwijdering
from sdash.warehouse import (
    archive,
    bewaren,
    intrekken,
    ledger,
    moments,
    opruimen,
    recovery,
    register,
    replay,
)
from sdash.warehouse.archive import Archived, NotReadable
from sdash.warehouse.errors import NotKept, WarehouseUnavailable
from sdash.warehouse.ledger import Levering
from sdash.warehouse.marts import Marts
from sdash.warehouse.opened import Opened
from sdash.warehouse.receipt import Receipt, Uitkomst, Wijze

log = logging.getLogger(__name__)

A_SMALL_STEP: Final = timedelta(minutes=1)
"""A clock that is kept in time goes back less than this, and nobody has to know."""


class Warehouse(Opened):
    """The ledger and its marts: one thread records at a time, every reader has its own cursor."""

    _looked_at: tuple[date, int] | None = None
    """The limit for which old deliveries were looked at last, and how many stayed."""

    @property
    def changes(self) -> int:
        """Grows when a past moment that was asked for may have become another one."""
        return self._moments.changes

    @contextmanager
    def at(
        self, moment: datetime | None, eerder: datetime | None = None
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor on what was known at a moment, or on what is known now.

        With an earlier moment beside it, `eerder` has the lines as they stood then. Raises NotKept
        for a moment of which not all is kept.
        """
        for asked in (moment, eerder):
            if asked and self._vanaf and asked < bewaren.first_moment(self._vanaf):
                raise NotKept(self._vanaf)
        while True:
            with ExitStack() as stack:
                known = self.changes
                before = stack.enter_context(self._moments.held(eerder)) if eerder else None
                then = stack.enter_context(self._moments.held(moment)) if moment else None
                cursor = stack.enter_context(self.cursor())
                if (before or then) and self.changes != known:
                    continue  # the file may be another one now, which has no such schema
                if before:
                    cursor.execute(f"CREATE TEMP VIEW eerder AS FROM {before}.regel")
                if then:
                    cursor.execute(f"SET search_path = '{then}'")
                yield cursor
                return

    def find(self, asked: str) -> intrekken.Gevonden:
        """The delivery that can be retracted under this number, sha256 or file name.

        Raises RetractionRefused.
        """
        with self.cursor() as cursor:
            return intrekken.find(cursor, asked)

    def record(self, readings: Sequence[Reading], receipts: Sequence[Receipt]) -> list[Uitkomst]:
        """Record deliveries in one transaction, archived before it commits; all of them or none.

        Raises HistoryRefused when a backfill changes what past moments answer without saying so.
        """
        with self._writing:
            with self.cursor() as cursor:
                leveringen = ledger.numbered(cursor, self._version, readings, receipts)
            if not leveringen:
                return []
            archived = self._write(leveringen)
            self._files.append(archived)
            self._version = archived.tot
            self._newest = max(self._newest, *(one.live_moment for one in leveringen))
            with suppress(OSError):
                register.add(self._archief, archived)
            self._moments.forgotten(min(receipt.ontvangen_op for receipt in receipts))
            self._write_back()
            return [levering.uitkomst for levering in leveringen]

    def in_order(self, receipt: Receipt) -> Receipt:
        """The receipt, not before that of an earlier live one, also when the clock went back."""
        if receipt.wijze is not Wijze.LIVE or receipt.ontvangen_op >= self._newest:
            return receipt
        if self._newest - receipt.ontvangen_op > A_SMALL_STEP:
            log.warning("De klok is teruggezet; wat nu komt telt op het moment van het vorige.")
        return receipt.model_copy(update={"ontvangen_op": self._newest})

    @property
    def vanaf(self) -> date | None:
        """The first day that is kept whole, or None when nothing went yet."""
        return self._vanaf

    def retain(self, grens: date, receipt: Receipt) -> int:
        """Let everything go that no figure from that day on needs; how many deliveries went.

        Which they are is recorded first, so that what breaks off is finished at the next turn. Then
        the archive is written anew, and of that the whole file: no byte of them stays.
        """
        with self._writing:
            with self.cursor() as cursor:
                known = grens, bewaren.old(cursor, grens)
                looks = known[1] and known != self._looked_at
                gone = bewaren.may_go(cursor, grens) if looks else []
            if gone:
                self.record([verwijdering(gone, grens)], [receipt])
                self._vanaf = max(grens, self._vanaf or grens)
            self._looked_at = grens, known[1] - len(gone)
            with self.cursor() as cursor:
                going = opruimen.waiting(cursor)
            if going:
                opruimen.begin(self._settings.data)
                self._take_out_of_archive()
                self.renew()
            if opruimen.is_begun(self._settings.data):
                recovery.forget_aside(self._path)
                opruimen.end(self._settings.data)
            return len(going)

    def _take_out_of_archive(self) -> None:
        found = register.inventory(self._archief)
        if found.gaps(self._version):
            self.renew()  # which completes it from the ledger while that can be compared
            found = register.inventory(self._archief)
        try:
            for one in found.whole:  # of half an archive the ledger could mend nothing any more
                archive.read(self._archief, one.naam)
            with self.cursor() as cursor:
                files = opruimen.concerned(cursor, found.whole)
                opruimen.rewrite(cursor, self._archief, files)
        except NotReadable as damaged:
            register.doubt(self._archief, damaged.naam)
            raise WarehouseUnavailable(type(damaged).__name__) from damaged

    def rebuild(self) -> None:
        """Derive all marts again from the ledger."""
        with self._writing:
            with self._transaction() as cursor:
                moments.forget(cursor, moments.EVER)
                Marts(cursor).rebuild(self._version)
            self._moments.forgotten(moments.EVER)

    def renew(self) -> None:
        """Make the file again from the archive; until it takes the other's place, that answers.

        What the archive lacks is written from the ledger first.
        """
        with self._writing:
            with self.cursor() as cursor:
                found, fresh = recovery.rebuilt(self._settings, cursor, self._version)
            with self._gate.alone(self._interrupt):
                self._shut()
                try:
                    recovery.put_in_place(fresh, self._path, found)
                finally:
                    self._is_broken = True  # until it is open
                    self._open()
                    self._is_broken = False

    def close(self) -> None:
        """Write everything back and close the file; readers that are still busy fail."""
        with self._writing:
            if not self._is_broken:
                with suppress(duckdb.Error, OSError):
                    self._settle()
            self._shut()

    def _write(self, leveringen: Sequence[Levering]) -> Archived:
        """Write deliveries to ledger, marts and archive; of what fails nothing stays behind."""
        written: list[Archived] = []
        try:
            with self._transaction() as cursor:
                tables = ledger.with_new_persons(cursor, ledger.tables_of(leveringen))
                replay.enter(cursor, tables)
                written.append(archive.write(self._archief, tables))
        except BaseException as error:
            for archived in written:
                self._is_broken = True  # only opening it again tells whether it was committed
                with suppress(OSError):
                    archive.take_back(self._archief, archived)
            if isinstance(error, OSError):
                raise WarehouseUnavailable(type(error).__name__) from error
            raise
        return written[0]
