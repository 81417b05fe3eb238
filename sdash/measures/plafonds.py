"""What the figures of plafonds are called and mean."""

from typing import Final

from sdash.measures.measure import BERICHTEN, Measure
from sdash.measures.measure import euro as _euro

CONTRACTEN: Final = "contracten van de gemeente"

PLAFONDS: Final[dict[str, Measure]] = {
    "plafond": _euro(
        "Plafond",
        "Het meeste dat een aanbieder in een jaar onder dit contract mag declareren. Wat onder een "
        "eigen plafond van een categorie of product valt, telt niet bij dat van het contract.",
        CONTRACTEN,
    ),
    "gebruikt": _euro("Gebruikt", "Wat is ingediend, zonder de regels die zijn afgewezen."),
    "ingediend_buiten": _euro(
        "Zonder plafond",
        "Wat aanbieders met een plafond indienden voor zorg waarvoor geen plafond geldt.",
    ),
    "plafonds/stand.aandeel": Measure(
        "Gebruikt deel",
        "% van het plafond",
        "aandeel",
        "Wat is gebruikt, gedeeld door het plafond van het jaar.",
        f"{BERICHTEN}; {CONTRACTEN}",
    ),
    "plafonds/kern.aantal": Measure(
        "Plafonds", "plafonds", "aantal", "Plafonds die in het jaar gelden.", CONTRACTEN
    ),
}
