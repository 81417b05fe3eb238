"""Rows as a Dutch table: the twin of every chart."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from sdash import format as fmt
from sdash.answers import Answer
from sdash.domain import WET_NAAM

MOST: Final = 100
"""Rows of a table on a page; more is for the command line."""
FEW: Final = 12
"""Rows that need no window of their own."""

LABELS: Final = {
    "aandeel": "Aandeel",
    "aanbieder": "AGB-code",
    "afgekeurd": "Afgekeurd",
    "bedrag": "Bedrag",
    "begin": "Begin",
    "begroot": "Begroot",
    "begroot_fictief": "Begroting fictief",
    "bekend": "Waren al bekend",
    "bestand": "Bestand",
    "bron": "Bron",
    "casussen": "Casussen",
    "casussen_bekend": "Waren al bekend",
    "casussen_instroom": "Instroom casussen",
    "categorie": "Categorie",
    "clienten": "Mensen",
    "declaratienummer": "Declaratie",
    "eenheid": "Eenheid",
    "eind": "Einde",
    "geaccepteerd": "Geaccepteerd",
    "gedeclareerd": "Gedeclareerd",
    "gelezen": "Gelezen",
    "gemeente": "Gemeente",
    "herinstroom": "Kwam terug",
    "in_behandeling": "In behandeling",
    "indicator": "Kerncijfer",
    "laatste": "Laatste bericht",
    "leveringen": "Leveringen",
    "omschrijving": "Wat er aan de hand is",
    "plaats": "Plaats",
    "reden": "Reden",
    "regels": "Regels",
    "code": "Code",
    "ingediend": "Ingediend",
    "ingediend_vorig_jaar": "Ingediend vorig jaar",
    "inwoners": "Inwoners",
    "jaar": "Jaar",
    "laatste_maand": "Laatste maand",
    "maand": "Maand",
    "naam": "Naam",
    "nederland": "Nederland",
    "nieuw": "Nieuw",
    "ontvangen_op": "Ontvangen",
    "productcode": "Productcode",
    "referentienummer": "Referentie",
    "soort": "Soort",
    "status": "Status",
    "taakveld": "Taakveld",
    "team": "Team",
    "toegekend": "Toegekend",
    "toewijzingen": "Toewijzingen",
    "uitstroom": "Ging weg",
    "verwijzer": "Verwijzer",
    "vlaggen": "Vlaggen",
    "volgnr": "Laag",
    "waarde": "Waarde",
    "wet": "Wet",
    "wijk_code": "Wijkcode",
}


def markdown(answer: Answer[Any], moment: datetime | None = None) -> str:
    """The answer as a markdown table; names from data are escaped, numbers stand to the right.

    With a moment, every other moment also says how long before it that was.
    """
    names = list(type(answer.rows[0]).model_fields)
    right = [_is_number(answer.rows, name) for name in names]
    lines = [
        _line([LABELS.get(name, name.capitalize()) for name in names]),
        _line(["---:" if number else ":---" for number in right]),
    ]
    for row, hidden in list(zip(answer.rows, answer.hidden, strict=True))[:MOST]:
        cells = [
            fmt.HIDDEN if name in hidden else cell(name, getattr(row, name), moment)
            for name in names
        ]
        lines.append(_line([fmt.escape_markdown(words) for words in cells]))
    return "\n".join(lines)


def cell(name: str, value: Any, moment: datetime | None = None) -> str:  # noqa: ANN401  (any column)
    """One value as a reader writes it."""
    if value is None:
        return UNKNOWN.get(name, "–")
    if isinstance(value, datetime) and moment is not None:
        return f"{fmt.moment_short(value)}, {fmt.age(value, moment)}"
    if name in EXACT:
        return EXACT[name](value)
    for kind, words in BY_TYPE:
        if isinstance(value, kind):
            return words(value)
    return WET_NAAM.get(value, str(value))


def _status(value: str) -> str:
    return value.replace("_", " ")


UNKNOWN: Final = {"soort": "niet te lezen"}
EXACT: Final[dict[str, Callable[[Any], str]]] = {
    "maand": fmt.month,
    "laatste_maand": fmt.month,
    "jaar": str,
    "volgnr": str,
    "aandeel": lambda share: fmt.percent(share, 1),
    "wet": lambda wet: WET_NAAM.get(wet, str(wet).capitalize()),
    "status": _status,
}
BY_TYPE: Final[tuple[tuple[type, Callable[[Any], str]], ...]] = (
    (bool, lambda claim: "ja" if claim else "nee"),
    (Decimal, lambda amount: fmt.euro(amount, 2)),
    (int, fmt.number),
    (float, lambda value: fmt.number(value, 1)),
    (datetime, fmt.moment_short),
    (date, fmt.day),
    (list, ", ".join),
    (tuple, ", ".join),
    (StrEnum, str),
)


def _is_number(rows: Sequence[Any], name: str) -> bool:
    values = [getattr(row, name) for row in rows]
    known = [value for value in values if value is not None]
    return bool(known) and all(
        isinstance(value, int | float | Decimal) and not isinstance(value, bool) for value in known
    )


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
