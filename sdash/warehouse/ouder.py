"""A data folder of an earlier sdash, whose archive has form 1: brought up to date from its ledger.

Form 1 had no control totals, and no deliveries of which nothing was accepted, so a ledger can't be
made of it. It does say how many rows each table had.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from sdash.warehouse.archive import HASH, METADATA, numbers
from sdash.warehouse.extract import Extract

ASIDE: Final = ".ouder-"
OLDER: Final = "Deze gegevensmap is van een oudere versie van sdash en wordt bijgewerkt."
UPDATED: Final = (
    "De gegevensmap was van een oudere versie van sdash; archief en gegevensbestand zijn nu "
    "bijgewerkt."
)
NO_SOURCE: Final = (
    "Deze gegevensmap is van een oudere versie van sdash. Het gegevensbestand, waaruit zij wordt "
    "bijgewerkt, ontbreekt, is niet te lezen of zegt iets anders dan het archief ({0}). Zet beide "
    "terug uit een reservekopie en begin opnieuw; er is niets veranderd."
)


def older(folder: Path, names: Iterable[str]) -> list[str]:
    """Which of these files are of form 1, as an earlier sdash made them."""
    return [naam for naam in names if _said(folder / naam) is not None]


def agrees(ledger: Extract, folder: Path, names: Iterable[str]) -> bool:
    """Whether the ledger has as many rows of each table as files of form 1 had."""
    return all(_has(ledger, folder / naam, *numbers(naam)) for naam in names)


def _has(ledger: Extract, path: Path, van: int, tot: int) -> bool:
    said = _said(path) or {}
    told = {tabel: len(rows) for tabel, rows in said["tabellen"].items()}
    told |= {"levering": len(said["leveringen"]), "afkeuring": len(said["afkeuringen"])}
    told[said["body"]] = pq.read_metadata(path).num_rows
    found = ledger.between(van, tot)
    return all(len(found.get(tabel, ())) == count for tabel, count in told.items())


def _said(path: Path) -> dict[str, Any] | None:
    """What a file of form 1 says beside its body; None for any other file."""
    try:
        metadata = pq.read_metadata(path).metadata or {}
        said: dict[str, Any] = json.loads(metadata.get(METADATA, b"{}"))
    except (OSError, pa.ArrowException, ValueError):
        return None
    form_1 = {"body", "leveringen", "afkeuringen", "tabellen"}
    return said if HASH not in metadata and said.keys() == form_1 else None
