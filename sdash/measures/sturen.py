"""What the figures of Sturen are called and mean."""

from typing import Final

from sdash.measures.measure import Measure
from sdash.measures.measure import euro as _euro

STUREN: Final[dict[str, Measure]] = {
    "komend": _euro("Nog komende maanden", "Wat de maanden die dit jaar nog komen kosten."),
    "sturen/basis.nieuw": _euro(
        "Waarvan nieuwe zorg",
        "Van de maanden die dit jaar nog komen: zorg waarvoor nog geen toewijzing is.",
    ),
    "verder": _euro("Komende twaalf maanden", "Wat de twaalf maanden na nu kosten."),
    "verder_nieuw": _euro(
        "Waarvan nieuwe zorg daarin",
        "Van de komende twaalf maanden: zorg waarvoor nog geen toewijzing is.",
    ),
}
