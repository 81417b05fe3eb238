"""What the figures of who turns 18 are called and mean."""

from typing import Final

from sdash.measures.measure import BERICHTEN, Measure
from sdash.measures.measure import personen as _personen

ACHTTIEN: Final[dict[str, Measure]] = {
    "leeftijd": Measure(
        "Leeftijd",
        "jaar",
        "aantal",
        "De leeftijd op de eerste dag van de maand na die waarin iemand hem bereikt.",
        BERICHTEN,
    ),
    "achttien/kern.clienten": _personen(
        "Jongeren",
        "Unieke personen die in deze periode 18 worden en op hun 17½ jeugdhulp hadden. Van een "
        "geboortedatum bewaart sdash jaar en maand: iemand telt als 18 vanaf de eerste dag van de "
        "maand na die waarin hij 18 wordt.",
    ),
    "bereikt": _personen("Al 18", "De jongeren die nu 18 zijn."),
    "later": _personen("Nog geen 18", "De jongeren die nog 18 worden."),
    "achttien/kern.verlengd": _personen(
        "Jeugdhulp na 18",
        "Van wie nu 18 is: wie dan nog jeugdhulp heeft. De Jeugdwet kan doorlopen tot 23 jaar.",
    ),
    "achttien/kern.anders": _personen(
        "Geen jeugdhulp meer",
        "Van wie nu 18 is: wie dan iets anders heeft (beschermd wonen, Wmo, een uitkering), of "
        "geen hulp van de gemeente.",
    ),
    "verblijf": _personen(
        "Wordt 18 met verblijf",
        "Personen die op de peildatum wonen in de jeugdhulp (pleegzorg, gezinsgericht, gesloten, "
        "overig residentieel, verblijf met of zonder behandeling) en binnen zes maanden 18 zijn.",
    ),
    "achttien/stromen.clienten": _personen(
        "Jongeren",
        "Unieke personen met jeugdhulp op hun 17½ die op deze leeftijd dit hebben. Wie meer "
        "heeft, telt één keer, bij het eerste van: beschermd wonen, jeugdhulp, Wmo, "
        "Participatiewet, geen hulp.",
    ),
}
