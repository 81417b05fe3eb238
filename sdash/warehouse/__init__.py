"""The warehouse: an append-only ledger of what deliveries said, and marts derived from it."""

from sdash.warehouse.intrekken import RetractionRefused
from sdash.warehouse.receipt import HistoryRefused, Receipt, Uitkomst, Wijze
from sdash.warehouse.warehouse import Warehouse, WarehouseNewer, WarehouseUnavailable

__all__ = [
    "HistoryRefused",
    "Receipt",
    "RetractionRefused",
    "Uitkomst",
    "Warehouse",
    "WarehouseNewer",
    "WarehouseUnavailable",
    "Wijze",
]
