"""A note to a signal as a delivery like any other: read from nothing but what was said."""

import hashlib
from datetime import datetime

from sdash.contracts.trendnotitie import Trendnotitie
from sdash.ingest.reading import Reading, arrow_table


def trendnotitie(record: Trendnotitie, moment: datetime) -> Reading:
    """The reading of a note; the same words at another moment are another note."""
    content = f"{moment.isoformat()} {record.model_dump_json()}".encode()
    return Reading(
        bestand=f"notitie bij {record.reeks.replace('/', ' ')}",
        sha256=hashlib.sha256(content).hexdigest(),
        soort=Trendnotitie.soort,
        gelezen=1,
        tables={Trendnotitie.tabel: arrow_table(Trendnotitie, [1, *record.__dict__.values()])},
    )
