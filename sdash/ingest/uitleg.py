"""Why a cell is rejected, in one sentence for a clerk: what stands there, and what should.

No sentence holds anything of the cell itself: where columns have shifted, a name or a BSN may stand
in any of them.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from sdash.contracts.base import TECHNISCH, Contract, field_names
from sdash.contracts.notatie import TwoReadings, iso_day, number
from sdash.contracts.velden import Verwacht, literals, mark

_FAULT: Final = {
    "decimal_max_places": "dit getal heeft te veel cijfers achter de komma",
    "decimal_whole_digits": "dit getal is te groot",
    "decimal_max_digits": "dit getal is te groot",
    "less_than_equal": "dit getal is te groot",
    "greater_than_equal": "dit getal is te klein",
    "string_too_long": "deze tekst is te lang",
}
_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SAID: Final = {
    "doorstaat de elfproef niet": "dit nummer doorstaat de elfproef niet",
    "kan een BSN bevatten": "in deze tekst staat een nummer dat een BSN kan zijn",
    "is op twee manieren te lezen": "deze dag is op twee manieren te lezen",
    "is geen bekende gemeente": "deze gemeente kent sdash niet",
    "is geen bekend taakveld": "dit taakveld kent sdash niet",
}


def explain_line(
    contract: type[Contract], error: ValidationError, texts: Mapping[str, str]
) -> Iterator[tuple[str | None, str, str]]:
    """The faults of a line as (column or None for the line as a whole, retourcode, sentence).

    `texts` are its cells as they stand in the file.
    """
    names = field_names(contract)
    for detail in error.errors(include_url=False, include_input=False, include_context=False):
        name = str(detail["loc"][0]) if detail["loc"] else None
        code = detail["type"] if len(detail["type"]) == len(TECHNISCH) else TECHNISCH
        if name is None or name not in names:
            yield None, code, detail["msg"]
        else:
            info = contract.model_fields[names[name]]
            yield name, code, f"{_fault(detail, info, texts.get(name, ''))}; {should_be(info)}"


def should_be(info: FieldInfo) -> str:
    """What belongs in a column."""
    if expected := mark(info, Verwacht):
        return f"hier hoort {expected.zin}"
    return f"hier hoort een van deze woorden: {', '.join(literals(info.annotation))}"


def _fault(detail: ErrorDetails, info: FieldInfo, text: str) -> str:
    if not text:
        return "deze cel is leeg"
    if said := _SAID.get(detail["msg"]):
        return said
    looks = looks_like(text)
    if looks == "een datum" and "date" in str(info.annotation):
        return "deze dag bestaat niet"
    return _FAULT.get(detail["type"], f"hier staat {looks}")


def looks_like(text: str) -> str:
    """What kind of thing a text is, without saying it."""
    try:
        is_day = _ISO.fullmatch(iso_day(text)) is not None
    except TwoReadings:
        is_day = True
    if is_day:
        return "een datum"
    if number(text) is not None:
        return "een getal"
    return "tekst" if any(char.isalpha() for char in text) else "iets anders"
