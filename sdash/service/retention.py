"""What is kept no longer than was set: logs here, refused files by the thread of the inbox."""

import contextlib
import logging

from sdash.clock import now
from sdash.service import refused
from sdash.service.folder import DataFolder
from sdash.settings import Settings

log = logging.getLogger(__name__)


def sweep(folder: DataFolder, settings: Settings) -> None:
    """Delete the logs that were last written longer ago than the settings allow."""
    with contextlib.suppress(OSError):  # at the next turn again
        gone = refused.sweep(folder.logs, now(), settings.logdagen)
        if gone:
            log.info("Oude logbestanden verwijderd: %d.", gone)
