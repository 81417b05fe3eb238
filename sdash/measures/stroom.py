"""What the figures of In en uit are called and mean."""

from typing import Final

from sdash.measures.measure import Measure
from sdash.measures.measure import personen as _personen

_VAKER: Final = "Wie in deze periode vaker kwam of ging, telt elke keer."

STROOM: Final[dict[str, Measure]] = {
    "stroom/per_maand.begin": _personen(
        "Begin",
        "Personen met zorg uit deze keuze op de laatste dag ervoor. Een gat van ten hoogste 30 "
        "dagen telt als zorg.",
    ),
    "stroom/per_lid.begin": _personen(
        "Begin",
        "Personen met zorg op de laatste dag ervoor, elk één keer. Wie twee producten, aanbieders "
        "of teams heeft, telt bij beide; daarom is dit niet op te tellen.",
    ),
    "stroom/per_maand.nieuw": _personen(
        "Nieuw", "Personen van wie de eerste zorg begon die de gemeente in berichten kent."
    ),
    "stroom/per_lid.nieuw": _personen(
        "Nieuw", "Personen van wie de eerste zorg begon die de gemeente in berichten kent."
    ),
    "stroom/per_maand.herinstroom": _personen(
        "Terug", "Personen die terugkwamen na meer dan 30 dagen zonder enige zorg."
    ),
    "stroom/per_lid.herinstroom": _personen(
        "Terug", f"Personen die terugkwamen na meer dan 30 dagen zonder enige zorg. {_VAKER}"
    ),
    "erbij": _personen(
        "Van elders",
        "Personen die hier begonnen en al andere zorg hadden, zonder gat van meer dan 30 dagen: "
        f"doorstroom. In het geheel is dit geen instroom. {_VAKER}",
    ),
    "stroom/per_maand.uitstroom": _personen(
        "Uit zorg",
        "Personen van wie de laatste zorg eindigde. Voorlopig tot 30 dagen later: wie dan weer "
        "begint, was niet weg. Een onderbreking (reden 20) telt niet.",
    ),
    "stroom/per_lid.uitstroom": _personen(
        "Uit zorg",
        "Personen van wie de laatste zorg eindigde. Voorlopig tot 30 dagen later. Een onderbreking "
        f"(reden 20) telt niet. {_VAKER}",
    ),
    "weg": _personen(
        "Naar elders",
        "Personen van wie de zorg hier eindigde en die andere zorg houden of binnen 30 dagen "
        f"krijgen: doorstroom. In het geheel is dit geen uitstroom. {_VAKER}",
    ),
    "stroom/per_maand.eind": _personen(
        "Eind",
        "Personen met zorg uit deze keuze op de laatste dag: begin + nieuw + terug + van elders − "
        "uit zorg − naar elders.",
    ),
    "stroom/per_lid.eind": _personen(
        "Eind", "Personen met zorg op de laatste dag, elk één keer; bij wie twee heeft bij beide."
    ),
    "onderbroken": _personen(
        "Ligt stil",
        "Van wie aan het eind zorg heeft: personen van wie elke toewijzing die dan loopt tijdelijk "
        "is gestopt (reden 20) en nog niet hervat.",
    ),
    "voorlopig": _personen(
        "Voorlopig uit zorg",
        "Van wie uit zorg ging: personen van wie dat ten hoogste 30 dagen geleden is. Wie weer "
        "begint, was niet weg.",
    ),
}
