"""What the figures of aanbieders beside each other are called and mean."""

from typing import Final

from sdash.measures.measure import BERICHTEN, Measure
from sdash.measures.measure import personen as _personen


def _beside(label: str, definitie: str) -> Measure:
    uitleg = "Verwacht is wat anderen met dezelfde producten voor deze mix doen."
    return Measure(label, "verhouding", "aandeel", f"{definitie} {uitleg}", BERICHTEN)


AANBIEDERS: Final[dict[str, Measure]] = {
    "vergelijkbaar": Measure(
        "Vergelijkbaar",
        "% van ingediend",
        "aandeel",
        "Het deel van het bedrag aan producten die ook een andere aanbieder levert.",
        BERICHTEN,
    ),
    "aanbieders/kosten.prijs": _beside("Prijs", "Prijs per eenheid, gedeeld door wat is verwacht."),
    "aanbieders/kosten.intensiteit": _beside(
        "Intensiteit", "Eenheden per cliënt per maand, gedeeld door wat is verwacht."
    ),
    "aanbieders/afloop.clienten": _personen(
        "Cliënten",
        "Personen van wie een toewijzing eindigde voor een product dat anderen ook leveren.",
    ),
    "duur": Measure(
        "Lengte",
        "dagen",
        "aantal",
        "Gemiddeld aantal dagen van toewijzingen die eindigden. Wie nog zorg heeft, telt niet mee.",
        BERICHTEN,
    ),
    "duur_verwacht": Measure(
        "Lengte bij anderen",
        "dagen",
        "aantal",
        "Hetzelfde bij anderen met dezelfde producten, voor deze mix.",
        BERICHTEN,
    ),
    "verlengd": _personen(
        "Verlengd",
        "Van hen: met binnen dertig dagen een volgende toewijzing van hetzelfde product, of een "
        "herbeoordeling met verlenging (reden 04).",
    ),
    "verlengd_aandeel": Measure(
        "Deel verlengd",
        "% van de cliënten",
        "aandeel",
        "Verlengd, gedeeld door cliënten.",
        BERICHTEN,
    ),
    "verlengd_verwacht": _beside("Deel verlengd bij anderen", "Het deel dat te verwachten was."),
    "voortijdig": _personen(
        "Voortijdig", "Van hen: gestopt door cliënt, aanbieder, in overleg of door iets van buiten."
    ),
    "voortijdig_aandeel": Measure(
        "Deel voortijdig",
        "% van de cliënten",
        "aandeel",
        "Voortijdig, gedeeld door cliënten.",
        BERICHTEN,
    ),
    "voortijdig_verwacht": _beside(
        "Deel voortijdig bij anderen", "Het deel dat te verwachten was."
    ),
    "aanbieders": Measure(
        "Aanbieders", "aanbieders", "aantal", "Aanbieders die iets indienden.", BERICHTEN
    ),
    "grootste": Measure(
        "Tien grootste",
        "% van ingediend",
        "aandeel",
        "Het deel van wat is ingediend bij de tien grootste aanbieders.",
        BERICHTEN,
    ),
    "hhi": Measure(
        "HHI",
        "index",
        "aandeel",
        "De som van de gekwadrateerde delen van alle aanbieders: 1 is één aanbieder.",
        BERICHTEN,
    ),
}
