"""What the figures of trends are called and mean."""

from typing import Final

from sdash.measures.measure import BERICHTEN, Measure
from sdash.measures.measure import personen as _personen

_PER_MAAND: Final = (
    "Personen in deze maand. Wie in twee maanden telt, telt in beide; maanden en reeksen zijn niet "
    "op te tellen."
)
_GEWOON: Final = _personen(
    "Gewoon",
    "Wat de maand zou zijn als hij was als de maanden ervoor, op één cijfer achter de komma.",
)
_NOEMER: Final = _personen("Van alle", "Alle personen van wie dit een deel is. " + _PER_MAAND)

TRENDS: Final[dict[str, Measure]] = {
    "trends/reeksen.aantal": _personen("Mensen", _PER_MAAND),
    "trends/reeks.aantal": _personen("Mensen", _PER_MAAND),
    "trends/reeksen.noemer": _NOEMER,
    "trends/reeks.noemer": _NOEMER,
    "trends/reeks.aandeel": Measure(
        "Aandeel",
        "% van de mensen",
        "aandeel",
        "De mensen van wie dit geldt, als deel van alle mensen in die maand.",
        BERICHTEN,
        formule="mensen ÷ alle mensen",
    ),
    "trends/reeksen.gewoon": _GEWOON,
    "trends/reeks.gewoon": _personen(
        "Gewoon", "Wat de maand zou zijn als hij was als de maanden ervoor, op een half."
    ),
    "onder": _personen(
        "Onderkant van de band",
        "Minder dan dit komt bij toeval in minder dan 1 op de 700 maanden voor.",
    ),
    "boven": _personen(
        "Bovenkant van de band",
        "Meer dan dit komt bij toeval in minder dan 1 op de 700 maanden voor.",
    ),
    "een_op": Measure(
        "Bij toeval eens in",
        "maanden",
        "aantal",
        "Als er niets verandert, komt zo'n maand hooguit eens in zoveel maanden voor.",
        BERICHTEN,
    ),
    "oordelen": Measure(
        "Beoordeelde maanden",
        "maanden",
        "aantal",
        "Van de laatste drie hele maanden: die met genoeg maanden ervoor om ze naast te leggen.",
        BERICHTEN,
    ),
    "bereikt": Measure(
        "Laatste drie maanden",
        "deel, of mensen per maand",
        "aantal",
        "Het deel van alle mensen in die maanden samen, of het gemiddelde aantal per maand.",
        BERICHTEN,
    ),
    "doel": Measure(
        "Doel", "deel, of mensen per maand", "aantal", "Wat de gemeente zelf wil.", "instellingen"
    ),
    "vals": Measure(
        "Toeval",
        "% van de maanden",
        "aandeel",
        "Welk deel van de maanden opvalt als er niets verandert, ten hoogste, met deze regels.",
        BERICHTEN,
    ),
}
