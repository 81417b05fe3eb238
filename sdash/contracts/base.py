"""What every contract shares: types that read the source's own notation, and reasons in Dutch."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Final

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    StringConstraints,
    ValidationError,
)
from pydantic_core import CoreSchema, ErrorDetails, PydanticCustomError, core_schema

from sdash.contracts import notatie

TECHNISCH: Final = "0001"


class Contract(BaseModel):
    """One record of a message or file: field names are ours, aliases the source's own names.

    `tabel` is the ledger table that keeps it, `soort` the name of the file's kind (messages have
    none: theirs follows from the namespace), `sleutel` the fields of which the newest row counts.
    `basis` names the elements that lie in the basisschema; the others lie in that of the message.
    `in_naam` names the fields that the name of a file may say in place of a column.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)

    tabel: ClassVar[str]
    soort: ClassVar[str] = ""
    sleutel: ClassVar[tuple[str, ...]] = ()
    basis: ClassVar[frozenset[str]] = frozenset()
    in_naam: ClassVar[frozenset[str]] = frozenset()


def refuse(code: str, reden: str) -> PydanticCustomError:
    """A rejection with a retourcode; the reason may not hold anything of the record itself."""
    return PydanticCustomError(code, reden)


@dataclass(frozen=True)
class _Notation:
    """Text of one form and nothing wider, before pydantic reads it.

    The form is part of pydantic's own schema, since a call of a Python function costs more than
    all that pydantic does with such a field, and a line of a declaratie has six of them.
    """

    form: str
    reden: str

    def __get_pydantic_core_schema__(
        self, source: type, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        text = core_schema.custom_error_schema(
            core_schema.str_schema(pattern=self.form, strict=True),
            custom_error_type=TECHNISCH,
            custom_error_message=self.reden,
        )
        return core_schema.chain_schema([text, handler(source)])


def _iso_day(value: object) -> object:
    try:
        return notatie.iso_day(value) if isinstance(value, str) else value
    except notatie.TwoReadings:
        raise refuse(TECHNISCH, "is op twee manieren te lezen") from None


def _iso_month(value: object) -> object:
    try:
        return notatie.iso_month(value) if isinstance(value, str) else value
    except notatie.TwoReadings:
        raise refuse(TECHNISCH, "is op twee manieren te lezen") from None


def _amount(value: object) -> object:
    if not isinstance(value, str):
        return value
    amount = notatie.number(value)
    if amount is None:
        raise refuse(TECHNISCH, "is geen bedrag of getal")
    return amount


_ANSWER: Final = {
    **dict.fromkeys(("ja", "j", "yes", "true", "waar"), True),
    **dict.fromkeys(("nee", "n", "no", "false", "onwaar"), False),
}


def _yes_or_no(value: object) -> object:
    if isinstance(value, str):
        try:
            return _ANSWER[value.lower()]
        except KeyError:
            raise refuse(TECHNISCH, "is geen ja of nee") from None
    return value


def _empty_is_none(value: object) -> object:
    return None if value == "" else value


Digits: Final = _Notation(r"^[0-9]{1,12}$", "is geen geheel getal")
Whole = Annotated[int, Digits]
IsoDate = Annotated[date, _Notation(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "is geen datum")]
Day = Annotated[IsoDate, BeforeValidator(_iso_day)]
Month = Annotated[IsoDate, BeforeValidator(_iso_month)]
"""A month as its first day."""
Clock = Annotated[time, _Notation(r"^[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?$", "is geen tijd")]
Amount = Annotated[Decimal, BeforeValidator(_amount)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Empty = BeforeValidator(_empty_is_none)
Text = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        min_length=1,
        max_length=200,
        pattern=r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$",
    ),
]
"""Text that can be shown: without the signs that steer a terminal or end a string."""


_REDEN: Final = {
    "missing": "ontbreekt",
    "extra_forbidden": "hoort hier niet",
    "string_too_short": "is leeg",
    "string_too_long": "is te lang",
    "string_pattern_mismatch": "heeft niet de goede vorm",
    "literal_error": "is geen bekende code",
    "date_parsing": "is geen datum",
    "date_from_datetime_parsing": "is geen datum",
    "time_parsing": "is geen tijd",
    "less_than_equal": "is te groot",
    "greater_than_equal": "is te klein",
    "decimal_max_places": "heeft te veel decimalen",
    "decimal_whole_digits": "is te groot",
    "decimal_max_digits": "is te groot",
}


def _explain(error: ErrorDetails) -> tuple[str, str]:
    where = str(error["loc"][-1]) if error["loc"] else ""
    kind = error["type"]
    if kind in _REDEN:
        return TECHNISCH, f"{where} {_REDEN[kind]}"
    if error["loc"]:
        return kind if len(kind) == len(TECHNISCH) else TECHNISCH, f"{where} {error['msg']}"
    return kind, error["msg"]


def explain(error: ValidationError) -> Iterator[tuple[str, str]]:
    """The reasons of a rejected record as (retourcode, sentence), without any of its values."""
    for detail in error.errors(include_url=False, include_input=False, include_context=False):
        yield _explain(detail)


def field_names(contract: type[Contract]) -> dict[str, Any]:
    """The source's names of a contract's fields, each with ours."""
    return {info.alias or name: name for name, info in contract.model_fields.items()}
