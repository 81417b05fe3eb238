"""What the figures of In en uit are called and mean."""

from typing import Final

from sdash.measures.measure import BERICHTEN, TEAMS, Measure
from sdash.measures.measure import casussen as _casussen
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
    "stroom/bekend.casussen_instroom": _casussen(
        "Nieuwe casussen", "Casussen die begonnen in de twaalf maanden tot en met deze maand."
    ),
    "stroom/bekend.casussen_bekend": _casussen(
        "Al eerder bekend", "Van deze casussen: die het team zelf al eerder kende."
    ),
    "stroom/bekend.aandeel": Measure(
        "Al eerder bekend",
        "% van de nieuwe casussen",
        "aandeel",
        "Van de casussen die in twaalf maanden begonnen: het deel dat het team al eerder kende. In "
        "2018 was dat ruim 40 %.",
        TEAMS,
    ),
    "stroom/terug.nieuw": _personen(
        "Nieuw",
        "Personen die in twaalf maanden in zorg kwamen, en van wie dat de eerste zorg was die de "
        "gemeente in berichten kent.",
    ),
    "stroom/terug.herinstroom": _personen(
        "Terug",
        "Personen die in twaalf maanden in zorg kwamen, en die al eerder zorg hadden, meer dan 30 "
        "dagen daarvoor. Wie in die maanden ook voor het eerst kwam, telt als nieuw.",
    ),
    "stroom/terug.instroom": _personen(
        "Instroom", "Personen die in twaalf maanden in zorg kwamen, elk één keer."
    ),
    "stroom/terug.aandeel": Measure(
        "Had eerder zorg",
        "% van de instroom",
        "aandeel",
        "Van wie in twaalf maanden in zorg kwam: het deel dat eerder zorg had, meer dan 30 dagen "
        "daarvoor, voor zover onze berichten teruggaan. Dit is iets anders dan wie een team kent.",
        BERICHTEN,
    ),
    "tot_drie": _personen("Binnen 3 maanden", "Personen die binnen 3 maanden terugkwamen."),
    "tot_zes": _personen("3 tot 6 maanden", "Personen die na 3 tot 6 maanden terugkwamen."),
    "tot_twaalf": _personen("6 tot 12 maanden", "Personen die na 6 tot 12 maanden terugkwamen."),
    "tot_twee": _personen("1 tot 2 jaar", "Personen die na 1 tot 2 jaar terugkwamen."),
    "later": _personen("Langer", "Personen die na meer dan 2 jaar terugkwamen."),
    "terug": _personen(
        "Terug",
        "Personen die terugkwamen na meer dan 30 dagen zonder zorg, naar wat het laatst eindigde. "
        "Wie twee producten had, telt bij beide; wie vaker terugkwam, met de laatste keer.",
    ),
    "stroom/herhaald.instroom": _personen(
        "Begonnen met jeugdhulp",
        "Jongeren van wie jeugdhulp begon na ten minste een dag zonder, elk één keer.",
    ),
    "herhaald": _personen(
        "Herhaald beroep",
        "Van hen: die in de vijf jaar ervoor ook jeugdhulp hadden, voor zover onze berichten "
        "teruggaan. CBS telt het zo over alle vijf jaar.",
    ),
    "stroom/herhaald.aandeel": Measure(
        "Herhaald beroep",
        "% van wie begon",
        "aandeel",
        "Het deel van wie met jeugdhulp begon, dat die in de vijf jaar ervoor ook had, voor zover "
        "onze berichten teruggaan.",
        BERICHTEN,
    ),
}
