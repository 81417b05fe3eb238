"""A warehouse that a test delivers files to, and whose tables it looks into."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pydantic import SecretBytes

from sdash.contracts.berichten import CONTRACTS
from sdash.ingest import Reading, read
from sdash.ingest.intrekking import intrekking
from sdash.settings import Settings
from sdash.warehouse import Receipt, Uitkomst, Warehouse, Wijze
from sdash.warehouse.marts import MARTS

KEY = SecretBytes(b"a key that only the tests know of")
NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)
LEDGER = ("levering", "afkeuring", "persoon", *CONTRACTS)
MART = tuple(mart.naam for mart in MARTS)
Rows = list[tuple[Any, ...]]


class Boek:
    """A warehouse in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(data=folder / "data", sleutel=KEY)
        self.warehouse = Warehouse.open(self.settings)
        self._folder = folder
        self._files = 0

    def reading(self, inhoud: bytes | str) -> Reading:
        """Read a file that is not like any before it in name."""
        self._files += 1
        path = self._folder / f"{self._files:04}"
        path.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
        return read(path, self.settings)

    def deliver(
        self, *files: bytes | str, op: datetime = NOON, wijze: Wijze = Wijze.LIVE
    ) -> list[Uitkomst]:
        """Hand over files as one batch."""
        receipt = Receipt(ontvangen_op=op, wijze=wijze)
        return self.record([self.reading(inhoud) for inhoud in files], receipt)

    def receipt(self, op: datetime = NOON) -> Receipt:
        """A live receipt."""
        return Receipt(ontvangen_op=op)

    def record(self, readings: Sequence[Reading], receipt: Receipt) -> list[Uitkomst]:
        """Record readings that share a receipt."""
        return self.warehouse.record(readings, [receipt] * len(readings))

    def retract(self, nummer: int, op: datetime = NOON, reden: str = "dubbel geleverd") -> None:
        """Take a delivery out of all figures."""
        self.record([intrekking(nummer, reden)], Receipt(ontvangen_op=op))

    def ask(self, query: str, per: datetime | None = None) -> Rows:
        """The rows of a query, dates as written, perhaps as of a moment."""
        with self.warehouse.at(per) as cursor:
            rows = cursor.execute(query).fetchall()
        return [tuple(_written(cell) for cell in row) for row in rows]

    def tables(self, *names: str) -> dict[str, Rows]:
        """The rows of tables, in an order of their own."""
        return {name: sorted(self.ask(f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608

    def empty(self) -> None:
        """Take everything out again, which costs less than a new warehouse."""
        with self.warehouse.cursor() as cursor:
            twins = [f"ingetrokken.{name}" for name in CONTRACTS]
            for name in (*LEDGER, *MART, *twins, "mart.moment"):
                cursor.execute(f"DELETE FROM {name}")  # noqa: S608
        self.warehouse._version = 0
        self.warehouse._files.clear()
        self.warehouse._vanaf = self.warehouse._looked_at = None
        shutil.rmtree(self.settings.data / "archief", ignore_errors=True)


def _written(cell: object) -> object:
    return cell.isoformat() if isinstance(cell, date) and not isinstance(cell, datetime) else cell


@contextmanager
def boek_in_a_folder() -> Iterator[Boek]:
    """A new warehouse that is gone afterwards."""
    with TemporaryDirectory() as folder:
        boek = Boek(Path(folder))
        try:
            yield boek
        finally:
            boek.warehouse.close()
