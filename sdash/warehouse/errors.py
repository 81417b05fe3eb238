"""Why a warehouse can't be used: now, with this sdash, or at all."""

from datetime import date


class WarehouseUnavailable(OSError):
    """Disk or memory fails the warehouse: no delivery is to blame, and it may come again."""


class NotKept(Exception):
    """It was asked of a time of which not all is kept; the message says so in plain Dutch."""

    def __init__(self, vanaf: date) -> None:
        super().__init__(
            f"Van voor {vanaf:%d-%m-%Y} is niet alles bewaard (de instelling bewaarjaren). "
            "Kies een later moment of jaar."
        )


class WarehouseNewer(Exception):
    """It was made with a newer DuckDB or sdash than this one, which can't read it."""


class WarehouseDamaged(Exception):
    """Ledger and archive together can't give what was recorded; the message says what is lost."""
