"""What goes after `bewaarjaren`, as a delivery like any other: read from nothing but numbers."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date

from sdash.contracts.verwijdering import Verwijdering
from sdash.ingest.reading import Reading, arrow_table


def verwijdering(leveringen: Sequence[int], grens: date) -> Reading:
    """The reading that says which deliveries go, all of them from before a day."""
    content = json.dumps([f"{grens}", *leveringen]).encode()
    values = [
        value for plaats, nummer in enumerate(leveringen, 1) for value in (plaats, nummer, grens)
    ]
    return Reading(
        bestand=f"verwijdering van {len(leveringen)} leveringen van voor {grens}",
        sha256=hashlib.sha256(content).hexdigest(),
        soort=Verwijdering.soort,
        gelezen=len(leveringen),
        tables={Verwijdering.tabel: arrow_table(Verwijdering, values)},
    )
