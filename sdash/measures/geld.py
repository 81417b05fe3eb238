"""What the figures of the budget and of what it is spent on are called and mean."""

from typing import Final

from sdash.measures.measure import BEGROTING, BERICHTEN, Measure
from sdash.measures.measure import euro as _euro

BESTANDEN: Final = "bestanden van de gemeente naast de berichten"
BOEKHOUDING: Final = "boekhouding van de gemeente"
_LASTEN: Final = "De lasten in de nieuwste begroting die bekend is."

GELD: Final[dict[str, Measure]] = {
    "verplicht": _euro(
        "Verplicht",
        "Wat nog is toegezegd: van elke toewijzing de prijs maal de hoeveelheid over de maanden "
        "van het jaar waarin zij loopt en waarvoor nog geen regel staat, ook als de maand voorbij "
        "is. "
        "De prijs is het afgesproken tarief, en anders wat de eigen regels per eenheid kostten. "
        "Nooit meer dan er van een totaal of budget over is; niets als de rekening er al is.",
    ),
    "vrij": _euro(
        "Vrij",
        "Begroot min toegekend, in behandeling, naast de berichten en verplicht: V is voordelig, N "
        "is nadelig. Alleen van taakvelden waarvan een begroting en kosten bekend zijn.",
        f"{BEGROTING}; {BERICHTEN}; {BESTANDEN}",
    ),
    "buiten": _euro(
        "Naast de berichten",
        "Wat niet via berichten loopt en uit bestanden komt: taakgericht, pgb, subsidies en "
        "uitkeringen.",
        BESTANDEN,
    ),
    "zonder_prijs": Measure(
        "Toewijzingen zonder prijs",
        "toewijzingen",
        "aantal",
        "Toewijzingen waarvan niet elke maand een prijs heeft: er is geen tarief en er zijn geen "
        "eigen regels. Wat daarvan geen prijs heeft, zit niet in verplicht.",
        BERICHTEN,
        beter="lager",
    ),
    **{
        f"geld/{naam}.begroot": _euro("Begroot", _LASTEN, BEGROTING)
        for naam in ("per_taakveld", "per_deel", "buiten", "lasten_baten", "niveau", "reeks")
    },
    "gegevens/boekingen.aantal": Measure(
        "Boekingen", "boekingen", "aantal", "Hoe vaak dit voorkomt.", BESTANDEN, beter="lager"
    ),
    "gegevens/boekingen.bedrag": _euro(
        "Bedrag", "Om hoeveel het gaat; bij een reserve het verschil.", BESTANDEN
    ),
    "begroot_stil": _euro(
        "Begroot zonder kosten",
        "Het deel van de begroting op taakvelden waarvan niets zegt wat zij kosten: geen berichten "
        "en geen bestand. Daarvan is niet te zeggen wat er vrij is.",
        BEGROTING,
    ),
    "begroot_primitief": _euro(
        "Begroot primitief", "De lasten in de begroting zoals die eerst is vastgesteld.", BEGROTING
    ),
    "begroot_wijziging": _euro(
        "Begrotingswijziging", "Wat er sindsdien bij kwam of af ging.", BEGROTING
    ),
    "begroot_baten": _euro(
        "Begrote baten", "De baten in de nieuwste begroting die bekend is.", BEGROTING
    ),
    "rekening": _euro("Rekening", "De lasten in de jaarrekening.", BEGROTING),
    "geld/lasten_baten.saldo": _euro(
        "Saldo",
        "Begroot min rekening: wat er minder is uitgegeven dan begroot; een min is nadelig.",
        BEGROTING,
    ),
    "baten": _euro(
        "Eigen bijdragen", "Ontvangen eigen bijdragen, via het CAK of de gemeente.", BESTANDEN
    ),
    "betaald": _euro(
        "Betaald",
        "Wat de gemeente aan aanbieders heeft betaald, geboekt op het jaar van levering.",
        BOEKHOUDING,
    ),
    "stand": _euro("Stand", "Wat er op 31 december in de reserve zit.", BESTANDEN),
    "storting": _euro("Storting", "Wat in het jaar aan de reserve is toegevoegd.", BESTANDEN),
    "onttrekking": _euro("Onttrekking", "Wat in het jaar uit de reserve is gehaald.", BESTANDEN),
}
