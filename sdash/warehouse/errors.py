"""Why a warehouse can't be used: now, with this sdash, or at all."""


class WarehouseUnavailable(OSError):
    """Disk or memory fails the warehouse: no delivery is to blame, and it may come again."""


class WarehouseNewer(Exception):
    """It was made with a newer DuckDB or sdash than this one, which can't read it."""


class WarehouseDamaged(Exception):
    """Ledger and archive together can't give what was recorded; the message says what is lost."""
