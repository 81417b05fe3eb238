"""What the figures of who sends people to care are called and mean."""

from typing import Final

from sdash.measures.measure import Measure
from sdash.measures.measure import personen as _personen

PRAKTIJKEN: Final = "verwijzingen van huisartsenpraktijken, eigen bestand"
MEDICIJNEN: Final = "gebruik van medicijnen, jaarcijfer van anderen"
_NIEUW: Final = (
    "Unieke personen van wie in deze periode een toewijzing begon; ook een verlenging is een "
    "toewijzing."
)
_SAMEN: Final = "Zij mogen niet worden opgeteld: wie twee verwijzers heeft, telt bij beide."


def _verwezen(label: str, definitie: str) -> Measure:
    return Measure(label, "verwijzingen", "aantal", definitie, PRAKTIJKEN)


def _gemiddeld(label: str, definitie: str) -> Measure:
    return Measure(label, "per praktijk en maand", "aantal", definitie, PRAKTIJKEN)


def _praktijken(label: str, definitie: str) -> Measure:
    return Measure(label, "praktijken", "aantal", definitie, PRAKTIJKEN)


_ALLEN: Final = _personen("Alle verwijzers", f"{_NIEUW} Elk één keer.")

VERWIJZERS: Final[dict[str, Measure]] = {
    "verwijzers/kern.clienten": _personen("Mensen met een nieuwe toewijzing", _NIEUW),
    "huisarts": _personen(
        "Door de huisarts verwezen", f"Van wie de aanvraag (315) de huisarts noemt. {_SAMEN}"
    ),
    "onbekend": _personen(
        "Verwijzer onbekend",
        "Bij de toewijzing hoort geen aanvraag (315), en alleen daarin staat de verwijzer. "
        "Er wordt niets geraden.",
    ),
    "groepen": Measure(
        "Eigen productgroepen",
        "productcodes",
        "aantal",
        "Productcodes die de gemeente zelf bij een groep zet, zoals dyslexie.",
        "instellingen van de gemeente",
    ),
    **{
        f"verwijzers/{query}.{column}": measure
        for query in ("per_kwartaal", "per_groep")
        for column, measure in {
            "clienten": _personen("Mensen", f"{_NIEUW} {_SAMEN}"),
            "samen": _ALLEN,
            "aandeel": Measure(
                "Aandeel",
                "% van de mensen",
                "aandeel",
                f"Mensen met deze verwijzer, als deel van alle mensen in dezelfde rij. {_SAMEN}",
                _ALLEN.bron,
                formule="mensen ÷ alle verwijzers",
            ),
        }.items()
    },
    "praktijken": _praktijken(
        "Met POH",
        "Praktijken die een POH kregen, waarvan het jaar ervoor en ten minste drie maanden erna "
        "bekend zijn.",
    ),
    "vergeleken": _praktijken("Zonder POH", "Praktijken die geen POH hebben of hadden."),
    "anders": _praktijken(
        "Niet te vergelijken",
        "Praktijken met een POH waarvan het jaar ervoor of drie maanden erna niet bekend zijn.",
    ),
    "zonder_datum": _praktijken(
        "Begin onbekend", "Praktijken met een POH waarvan het bestand niet zegt sinds wanneer."
    ),
    "leeg": Measure(
        "Lege maanden",
        "maanden",
        "aantal",
        "Maanden van een praktijk zonder regel in het bestand; die tellen als geen verwijzing.",
        PRAKTIJKEN,
    ),
    "verwezen": _verwezen("Verwezen, met POH", "Verwijzingen van praktijken die een POH kregen."),
    "verwezen_zonder": _verwezen(
        "Verwezen, zonder POH", "Verwijzingen in dezelfde maanden van praktijken zonder POH."
    ),
    "met": _gemiddeld("Met POH", "Verwijzingen per maand van een praktijk die een POH kreeg."),
    "zonder": _gemiddeld("Zonder POH", "In dezelfde maanden, van een praktijk zonder POH."),
    "met_voor": _gemiddeld("Met POH, ervoor", "Gemiddeld in het jaar voor de POH begon."),
    "met_na": _gemiddeld("Met POH, erna", "Gemiddeld in ten hoogste een jaar erna."),
    "zonder_voor": _gemiddeld("Zonder POH, ervoor", "In dezelfde maanden, zonder POH."),
    "zonder_na": _gemiddeld("Zonder POH, erna", "In dezelfde maanden, zonder POH."),
    "verwijzers/poh.verschil": Measure(
        "Verschil van verschillen",
        "per praktijk en maand",
        "aantal",
        "De verandering bij praktijken met een POH, min die in dezelfde maanden bij praktijken "
        "zonder. Elke praktijk telt één keer.",
        PRAKTIJKEN,
        formule="(erna − ervoor, met POH) − (erna − ervoor, zonder POH)",
    ),
    "verwijzers/poh.fout": _gemiddeld(
        "Standaardfout", "Hoe ver het verschil door toeval ernaast kan zitten (Welch)."
    ),
    "vrijheid": Measure(
        "Vrijheidsgraden",
        "graden",
        "aantal",
        "Hoeveel de praktijken samen over het toeval zeggen (Welch–Satterthwaite).",
        PRAKTIJKEN,
    ),
    "per_duizend": Measure(
        "Per 1.000 jeugdigen",
        "per 1.000",
        "aantal",
        "Hoeveel van elke duizend jeugdigen het middel in dat jaar kregen. Een jaarcijfer van "
        "anderen: niet live.",
        MEDICIJNEN,
    ),
}
