"""What the figures of the forecast are called and mean."""

from typing import Final

from sdash.measures.measure import BERICHTEN, Measure
from sdash.measures.measure import euro as _euro

PROGNOSE: Final[dict[str, Measure]] = {
    "prognose/driehoek.afgewezen": _euro(
        "Afgewezen", "Van wat is ingediend: de regels die de gemeente afwees."
    ),
    "volume": Measure(
        "Volume", "eenheden", "aantal", "Hoeveel er mag worden geleverd, of is geleverd.", BERICHTEN
    ),
    "toewijzing_nummer": Measure(
        "Toewijzing", "nummer", "aantal", "Het nummer van de toewijzing.", BERICHTEN
    ),
    "budget": _euro("Budget", "Wat een toewijzing op budget hoogstens mag kosten, in eurocenten."),
}
