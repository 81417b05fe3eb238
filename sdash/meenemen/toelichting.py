"""The sheet that says what the others are: without it a figure would travel without meaning."""

from collections.abc import Iterable, Sequence
from typing import Final

from sdash import format as fmt
from sdash import measures
from sdash.domain import Rol
from sdash.meenemen.blad import Blad, Kolom
from sdash.privacy.policy import Policy

NAAM: Final = "Toelichting"
KOLOMMEN: Final = (Kolom("Onderwerp"), Kolom("Uitleg"), Kolom("Eenheid"), Kolom("Bron"))
WAAROM: Final = (
    "Een getal over zo weinig mensen zou kunnen verraden wie zij zijn. Ook wat zo’n getal langs "
    "een omweg terug zou geven, is verborgen."
)

Feit = tuple[str, str]
"""What something is called, and what is to be said of it."""


def blad(feiten: Iterable[Feit], definities: Iterable[measures.Measure]) -> Blad:
    """What is to be said of the whole, then what each figure means."""
    facts = [(name, words, None, None) for name, words in feiten if words]
    told = [
        (measure.label, measure.definitie, measure.eenheid, measure.bron)
        for measure in dict.fromkeys(definities)
    ]
    return Blad(NAAM, KOLOMMEN, [*facts, *told])


def rol(rol: Rol, policy: Policy) -> str:
    """What a role may see, in words."""
    if policy.name == "exact":
        return f"{rol}: ziet exacte cijfers, zonder personen"
    hidden = f"aantallen mensen onder {policy.threshold}, en bedragen van zo weinig mensen"
    rounded = f"; de andere aantallen zijn afgerond op {policy.rounding}"
    return f"{rol}: ziet geen {hidden}{rounded if policy.rounding > 1 else ''}"


def verborgen(hidden: Sequence[frozenset[str]]) -> str:
    """How much is hidden, and why."""
    cells = sum(map(len, hidden))
    if not cells:
        return "niets"
    many = "1 cel" if cells == 1 else f"{fmt.number(cells)} cellen"
    return f"{many}, waar staat: “{fmt.HIDDEN}”. {WAAROM}"
