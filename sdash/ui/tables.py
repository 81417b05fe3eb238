"""Rows as a Dutch table: the twin of every chart."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from sdash import format as fmt
from sdash import measures
from sdash.answers import Answer
from sdash.domain import EENHEID, WET_NAAM
from sdash.meenemen.blad import Blad, Cel, Kolom, Vorm
from sdash.sql import Query

MOST: Final = 100
"""Rows of a table on a page; a file has all of them."""
FEW: Final = 12
"""Rows that need no window of their own."""

LABELS: Final = {
    "aanbieder": "AGB-code",
    "begroot_fictief": "Begroting fictief",
    "bericht": "Antwoordbericht",
    "code": "Code",
    "declaratienummer": "Declaratie",
    "indicator": "Kerncijfer",
    "ingetrokken_op": "Ingetrokken",
    "laatste": "Laatste bericht",
    "laatste_maand": "Laatste maand",
    "norm": "Norm (werkdagen)",
    "nummer": "Levering",
    "omschrijving": "Wat er aan de hand is",
    "ontvangen_op": "Ontvangen",
    "referentienummer": "Referentie",
    "regels/berichten.nummer": "Berichtnummer",
    "regels/berichten.omschrijving": "Wat het zegt",
    "regels/berichten.plaats": "Regel in bestand",
    "regels/historie.nummer": "Berichtnummer",
    "regels/historie.omschrijving": "Wat er gebeurde",
    "regels/historie.plaats": "Regel in bestand",
    "regels/historie.soort": "Bericht",
    "regels/berichten.soort": "Bericht",
    "regels/lijst.naam": "Aanbieder",
    "regels/lijst.plaats": "Regel in bestand",
    "regels/lijst.productcode": "Product",
    "lid": "Code",
    "sinds": "Maanden sinds de POH",
    "volgnr": "Laag",
    "wijk_code": "Wijkcode",
}
"""What is no figure has no measure; a word that is not here is its own label."""


def markdown(
    name: str,
    answer: Answer[Any],
    moment: datetime | None = None,
    only: Sequence[str] | None = None,
) -> str:
    """The answer as a markdown table; names from data are escaped, numbers stand to the right.

    With a moment, every other moment also says how long before it that was. `only` names the
    columns that are shown, when those are not all.
    """
    columns = only or list(type(answer.rows[0]).model_fields)
    right = [_is_number(answer.rows, column) for column in columns]
    lines = [
        _line([_label(name, column) for column in columns]),
        _line(["---:" if number else ":---" for number in right]),
    ]
    for row, hidden in list(zip(answer.rows, answer.hidden, strict=True))[:MOST]:
        cells = [
            fmt.HIDDEN if column in hidden else cell(column, getattr(row, column), moment)
            for column in columns
        ]
        # What we wrote of a number has nothing to escape.
        safe = zip(cells, right, strict=True)
        lines.append(_line([w if number else fmt.escape_markdown(w) for w, number in safe]))
    return "\n".join(lines)


def blad(query: Query[Any, Any], answer: Answer[Any]) -> Blad:
    """All rows of the answer for a file: numbers and days as they are, the rest in words."""
    names = [column.name for column in query.header.columns]
    kolommen = tuple(Kolom(_label(query.name, name), _vorm(query.name, name)) for name in names)
    rows = [
        [fmt.HIDDEN if name in hidden else _cel(name, getattr(row, name)) for name in names]
        for row, hidden in zip(answer.rows, answer.hidden, strict=True)
    ]
    return Blad(query.name.partition("/")[2].replace("_", " ").capitalize(), kolommen, rows)


def _cel(name: str, value: Any) -> Cel:  # noqa: ANN401  (any column)
    if value is None:
        return UNKNOWN.get(name)
    is_plain = isinstance(value, int | float | Decimal | date) and not isinstance(value, bool)
    return value if is_plain else cell(name, value)


def _vorm(name: str, column: str) -> Vorm:
    known = measure(name, column)
    if column == "aandeel" or (known and known.soort == "aandeel"):
        return "aandeel"
    return VORM.get(column, "gewoon")


def definitions(name: str, answer: Answer[Any]) -> str:
    """What the figures of a table mean, each in a sentence."""
    known = [
        found for column in type(answer.rows[0]).model_fields if (found := measure(name, column))
    ]
    return "\n".join(f"- **{one.label}**: {one.definitie}" for one in known)


def measure(name: str, column: str) -> measures.Measure | None:
    """The measure behind a column of a query; a kerncijfer carries its own name and unit."""
    return None if name in OF_THEIR_OWN else measures.find(name, column)


def _label(name: str, column: str) -> str:
    known = measure(name, column)
    own = LABELS.get(f"{name}.{column}") or LABELS.get(column)
    return known.label if known else own or column.replace("_", " ").capitalize()


def cell(name: str, value: Any, moment: datetime | None = None) -> str:  # noqa: ANN401  (any column)
    """One value as a reader writes it."""
    if value is None:
        return UNKNOWN.get(name, "–")
    if isinstance(value, datetime) and moment is not None:
        return f"{fmt.moment_short(value)}, {fmt.age(value, moment)}"
    if name in EXACT:
        return EXACT[name](value)
    words = BY_TYPE.get(type(value))
    return words(value) if words else WET_NAAM.get(value, str(value))


def _status(value: str) -> str:
    return value.replace("_", " ")


VORM: Final[dict[str, Vorm]] = {
    "maand": "maand",
    "laatste_maand": "maand",
    "jaar": "kaal",
    "nummer": "kaal",
    "volgnr": "kaal",
}
OF_THEIR_OWN: Final = frozenset({"wijkprofiel/per_wijk", "wijkprofiel/profiel"})
UNKNOWN: Final = {"soort": "niet te lezen"}
EXACT: Final[dict[str, Callable[[Any], str]]] = {
    "maand": fmt.month,
    "vrij": fmt.saldo,
    "laatste_maand": fmt.month,
    "jaar": str,
    "indeling": lambda jaar: f"vanaf {jaar}",
    "volgnr": str,
    "kans": fmt.percent,
    "aandeel": lambda share: fmt.percent(share, 1),
    "verzilvering": lambda share: fmt.percent(share, 1),
    "groei_intensiteit": fmt.change,
    "groei_prijs": fmt.change,
    "eenheid": lambda code: EENHEID.get(code, str(code)),
    "wet": lambda wet: WET_NAAM.get(wet, str(wet).capitalize()),
    "status": _status,
}
BY_TYPE: Final[dict[type, Callable[[Any], str]]] = {
    bool: lambda claim: "ja" if claim else "nee",
    Decimal: lambda amount: fmt.euro(amount, 2),
    int: fmt.number,
    float: lambda value: fmt.number(value, 1),
    datetime: fmt.moment_short,
    date: fmt.day,
    list: ", ".join,
    tuple: ", ".join,
}


def _is_number(rows: Sequence[Any], name: str) -> bool:
    """Whether a column holds numbers; all that is known in it is of one kind."""
    values = (getattr(row, name) for row in rows)
    known = next((value for value in values if value is not None), None)
    return isinstance(known, int | float | Decimal) and not isinstance(known, bool)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
