"""Reading files without keeping anything: no warehouse, and of the data folder only settings."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sdash.ingest import Reader
from sdash.service.control import Progress
from sdash.service.selection import select
from sdash.settings import Settings
from sdash.warehouse import Uitkomst


def check(paths: Sequence[Path], settings: Settings, progress: Progress) -> list[dict[str, Any]]:
    """What ingest would say of these files, but for exact repeats: those only a warehouse knows.

    A file with columns that sdash does not know gets a `voorstel`: the text of a koppeling.
    """
    files = [found.path for found in select(paths)]
    outcomes: list[dict[str, Any]] = []
    with Reader(settings) as reader:
        for reading in reader.read_all(files):
            outcome = Uitkomst.of(reading).model_dump(mode="json")
            outcomes.append(outcome | ({"voorstel": reading.voorstel} if reading.voorstel else {}))
            progress(len(outcomes), len(files))
    return outcomes
