"""What the figures of the regenboog are called and mean."""

from typing import Final

from sdash.measures.measure import BEGROTING, BERICHTEN, TEAMS, Measure
from sdash.measures.measure import euro as _euro
from sdash.measures.measure import personen as _personen

REGENBOOG: Final[dict[str, Measure]] = {
    "regenboog/lagen.bedrag": _euro(
        "Geld",
        "Wat in het jaar is ingediend voor producten van deze laag. Bij een laag zonder berichten: "
        "wat ervoor is begroot.",
        f"{BERICHTEN}; {BEGROTING}",
    ),
    "regenboog/jaren.bedrag": _euro(
        "Geld",
        "Wat in het jaar is ingediend voor producten van deze laag. Bij een laag zonder berichten: "
        "wat ervoor is begroot, ook in een jaar dat nog loopt.",
        f"{BERICHTEN}; {BEGROTING}",
    ),
    "regenboog/lagen.clienten": Measure(
        "Mensen",
        "personen",
        "aantal",
        "Unieke personen met zorg uit deze laag op de peildatum. Bij het sociaal team: casussen "
        "die dan open zijn.",
        f"{BERICHTEN}; {TEAMS}",
    ),
    "regenboog/jaren.clienten": Measure(
        "Mensen",
        "personen",
        "aantal",
        "Unieke personen met zorg op die dag, ieder één keer: in de binnenste laag waarin hij zorg "
        "heeft. Bij het sociaal team: casussen die dan open zijn.",
        f"{BERICHTEN}; {TEAMS}",
    ),
    "clienten_totaal": Measure(
        "Alle lagen",
        "personen",
        "aantal",
        "Deze personen van alle lagen, en de open casussen. Wie een casus én een voorziening "
        "heeft, telt bij beide.",
        f"{BERICHTEN}; {TEAMS}",
    ),
    "deel_clienten": Measure(
        "Deel van de mensen",
        "%",
        "aandeel",
        "De mensen van deze laag, gedeeld door die van alle lagen.",
        f"{BERICHTEN}; {TEAMS}",
    ),
    "deel_bedrag": Measure(
        "Deel van het geld",
        "%",
        "aandeel",
        "Het geld van deze laag, gedeeld door dat van alle lagen waarvan iets bekend is.",
        f"{BERICHTEN}; {BEGROTING}",
    ),
    "regenboog/producten.clienten": _personen(
        "Cliënten",
        "Unieke personen met zorg op de peildatum. Wie twee producten heeft, telt bij beide.",
    ),
}
