"""Regels: what the figures of a declaration line are."""

from typing import Final

from sdash.measures.measure import BERICHTEN, Measure, euro

REGELS: Final[dict[str, Measure]] = {
    "tarief": euro("Tarief", "Wat de aanbieder voor één eenheid declareerde."),
    "regels/som.bedrag": euro(
        "Som van de regels", "Alle regels van deze keuze, één voor één opgeteld: debet min credit."
    ),
    "regels/regel.bedrag": euro(
        "Bedrag",
        "Het bedrag van deze regel. Een credit neemt een eerdere regel terug: negatief.",
        formule="geleverd volume × tarief, als de regel een tarief noemt",
    ),
    "regels/som.leveringen": Measure(
        "Leveringen", "bestanden", "aantal", "Bestanden waaruit deze regels komen.", BERICHTEN
    ),
}
