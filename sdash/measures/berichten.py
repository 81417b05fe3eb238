"""What the figures about the quality of messages are called and mean."""

from typing import Final

from sdash.measures.measure import BERICHTEN as BRON
from sdash.measures.measure import Measure
from sdash.measures.measure import euro as _euro

NORM: Final = (
    "Werkdagen zonder zaterdag, zondag en de feestdagen van de Algemene termijnenwet (artikel 3)."
)


def _aantal(label: str, eenheid: str, definitie: str) -> Measure:
    return Measure(label, eenheid, "aantal", definitie, BRON)


BERICHTEN: Final[dict[str, Measure]] = {
    "berichten/afgekeurd.bedrag": _euro(
        "Afgewezen bedrag",
        "Wat is ingediend met regels die de gemeente om deze reden afwees. Een regel met twee "
        "redenen telt bij beide.",
    ),
    "berichten/afgekeurd.regels": _aantal(
        "Afgewezen regels", "regels", "Regels die de gemeente in een 325 om deze reden afwees."
    ),
    "berichten/per_aanbieder.regels": _aantal(
        "Afgewezen regels", "regels", "Regels die de gemeente in een 325 afwees."
    ),
    "berichten/per_maand.afgewezen": _euro(
        "Afgewezen", "Van wat is ingediend: de regels die de gemeente in een 325 afwees."
    ),
    "berichten/per_aanbieder.afgewezen": _euro(
        "Afgewezen", "Van wat is ingediend: de regels die de gemeente in een 325 afwees."
    ),
    "berichten/tegenspraak.bedrag": _euro(
        "Bedrag", "Wat is ingediend met regels die de toewijzing of de tarieven tegenspreken."
    ),
    "stops": _aantal(
        "Stops", "stopberichten", "Stopberichten (307) van zorg die in het jaar eindigde."
    ),
    "laat": _aantal(
        "Te laat",
        "stopberichten",
        f"Stopberichten die meer dan vijf werkdagen na het einde van de zorg kwamen. {NORM}",
    ),
    "toegewezen": _aantal(
        "Toegewezen",
        "eenheden",
        "Wat in de rijpe maanden mocht worden geleverd, naar dagen. Een maand is rijp als er drie "
        "maanden voorbij zijn. Zonder toewijzingen op budget, en zonder totalen zonder einddatum.",
    ),
    "geleverd": _aantal(
        "Geleverd",
        "eenheden",
        "Wat in die maanden is toegekend, in de eenheid van de toewijzing, credits eraf.",
    ),
    "verzilvering": Measure(
        "Verzilveringsgraad",
        "% van wat is toegewezen",
        "aandeel",
        "Geleverd gedeeld door toegewezen. Onder 100 % is minder geleverd dan mocht.",
        BRON,
    ),
    "beantwoord": _aantal("Beantwoord", "berichten", "Berichten waarop een antwoord kwam."),
    "te_laat": _aantal(
        "Te laat beantwoord",
        "berichten",
        f"Antwoorden die na de norm kwamen: tien werkdagen voor een 325, drie voor een retour. "
        f"{NORM}",
    ),
    "mediaan": Measure(
        "Mediaan",
        "werkdagen",
        "aantal",
        "De helft van de antwoorden kwam binnen zoveel werkdagen na het bericht.",
        BRON,
    ),
    "wacht": _aantal(
        "Wacht te lang",
        "declaraties",
        "Declaraties zonder antwoord die langer dan tien werkdagen geleden zijn verstuurd. Van "
        "andere berichten is niet bekend op welke nog een retour moet komen.",
    ),
}
