"""What is kept no longer than was set: figures and logs here, refused files by the inbox."""

import contextlib
import logging

from sdash.clock import AMSTERDAM, now
from sdash.service import refused
from sdash.service.folder import DataFolder
from sdash.settings import Settings
from sdash.warehouse import Receipt, Warehouse, WarehouseDamaged
from sdash.warehouse.bewaren import limit

log = logging.getLogger(__name__)


def sweep(folder: DataFolder, settings: Settings) -> None:
    """Delete the logs that were last written longer ago than the settings allow."""
    with contextlib.suppress(OSError):  # at the next turn again
        gone = refused.sweep(folder.logs, now(), settings.logdagen)
        if gone:
            log.info("Oude logbestanden verwijderd: %d.", gone)


def let_go(warehouse: Warehouse, settings: Settings) -> None:
    """Let go what is older than the settings allow; what fails is tried again at the next turn."""
    receipt = warehouse.in_order(Receipt(ontvangen_op=now()))
    grens = limit(receipt.ontvangen_op.astimezone(AMSTERDAM).date(), settings.bewaarjaren)
    try:
        gone = warehouse.retain(grens, receipt)
    except (OSError, WarehouseDamaged) as error:
        log.warning("Verwijderen na de bewaartermijn is niet gelukt (%s).", type(error).__name__)
        return
    if gone:
        log.info("Verwijderd na de bewaartermijn: %d leveringen van voor %s.", gone, grens)
