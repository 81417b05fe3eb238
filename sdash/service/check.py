"""Reading files without keeping anything: no warehouse, no data folder."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sdash.ingest import Reader
from sdash.service.control import Progress
from sdash.service.selection import select
from sdash.settings import Settings
from sdash.warehouse import Uitkomst


def check(paths: Sequence[Path], settings: Settings, progress: Progress) -> list[dict[str, Any]]:
    """What ingest would say of these files, but for exact repeats: those only a warehouse knows."""
    files = [found.path for found in select(paths)]
    outcomes: list[dict[str, Any]] = []
    with Reader(settings) as reader:
        for reading in reader.read_all(files):
            outcomes.append(Uitkomst.of(reading).model_dump(mode="json"))
            progress(len(outcomes), len(files))
    return outcomes
