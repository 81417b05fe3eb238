"""The warehouse: an append-only ledger of what deliveries said, and marts derived from it."""

from sdash.warehouse.errors import NotKept, WarehouseDamaged, WarehouseNewer, WarehouseUnavailable
from sdash.warehouse.intrekken import RetractionRefused
from sdash.warehouse.receipt import HistoryRefused, Receipt, Uitkomst, Wijze
from sdash.warehouse.warehouse import Warehouse

__all__ = [
    "HistoryRefused",
    "NotKept",
    "Receipt",
    "RetractionRefused",
    "Uitkomst",
    "Warehouse",
    "WarehouseDamaged",
    "WarehouseNewer",
    "WarehouseUnavailable",
    "Wijze",
]
