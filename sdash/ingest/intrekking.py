"""A retraction as a delivery like any other: read from nothing but what was asked."""

import hashlib
import json

from sdash.contracts.intrekking import Intrekking
from sdash.ingest.reading import Reading, arrow_table


def intrekking(levering: int, reden: str) -> Reading:
    """The reading of a retraction; raises ValidationError when the reason may not be kept."""
    record = Intrekking(levering=levering, reden=reden)
    content = json.dumps(record.model_dump(), sort_keys=True).encode()
    return Reading(
        bestand=f"intrekking van levering {levering}",
        sha256=hashlib.sha256(content).hexdigest(),
        soort=Intrekking.soort,
        gelezen=1,
        tables={Intrekking.tabel: arrow_table(Intrekking, [1, *record.__dict__.values()])},
    )
