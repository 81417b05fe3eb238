"""Numbers, dates and times are read in one notation each, by pydantic itself."""

import re
from collections.abc import Callable, Iterator
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from sdash.contracts.base import Clock, Contract, IsoDate, Whole
from sdash.contracts.berichten import BERICHTEN
from sdash.contracts.declaratie import Prestatie
from sdash.contracts.toewijzing import ToegewezenProduct
from tests.contracts.records import reasons

Reader = Callable[[str], object]
WHOLE, ISO, CLOCK = r"[0-9]{1,12}", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", r"[0-9]{2}(:[0-9]{2}){2}"
NOTATIONS = [
    pytest.param(Whole, WHOLE, int, id="whole"),
    pytest.param(IsoDate, ISO, date.fromisoformat, id="date"),
    pytest.param(Clock, CLOCK + r"(\.[0-9]{1,6})?", time.fromisoformat, id="time"),
]
_NEAR = st.sampled_from(["", "1_0", "+1", " 1", "1 ", "1.0", "1e3", "0" * 12, "9" * 13, "٣"])
_NEAR |= st.sampled_from(["0000-01-01", "2024-02-29", "2026-02-29", "20260131", "1735689600"])
_NEAR |= st.sampled_from(["2026-1-1", "2026-01-31T00:00:00", "2026-01-31\n", "10:00", "10:00:00Z"])
_NEAR |= st.sampled_from(["24:00:00", "23:59:60", "10:00:00.", "10:00:00.1234567"])


def read_by_pydantic(notation: Any, text: str) -> object:  # noqa: ANN401  (an annotation has no type)
    try:
        return TypeAdapter(notation).validate_python(text)
    except ValidationError:
        return None


def read_by_python(form: str, reader: Reader, text: str) -> object:
    try:
        return reader(text) if re.fullmatch(form, text) else None
    except ValueError:
        return None


@pytest.mark.parametrize(("notation", "form", "reader"), NOTATIONS)
@given(data=st.data())
def test_a_text_is_read_as_python_reads_it_or_refused(
    notation: Any,  # noqa: ANN401  (an annotation has no type)
    form: str,
    reader: Reader,
    data: st.DataObject,
) -> None:
    text = data.draw(st.from_regex(form, fullmatch=True) | _NEAR | st.text(max_size=12))

    assert read_by_pydantic(notation, text) == read_by_python(form, reader, text)


@given(st.from_regex(ISO, fullmatch=True).filter(lambda it: read_by_pydantic(IsoDate, it) is None))
def test_a_day_that_does_not_exist_is_no_date(text: str) -> None:
    assert reasons(Prestatie, {"Begindatum": text}) == [("0001", "Begindatum is geen datum")]


@given(st.from_regex(CLOCK, fullmatch=True).filter(lambda it: read_by_pydantic(Clock, it) is None))
def test_a_moment_that_does_not_exist_is_no_time(text: str) -> None:
    said = reasons(ToegewezenProduct, {"Toewijzingstijd": text})

    assert said == [("0001", "Toewijzingstijd is geen tijd")]


@pytest.mark.parametrize("value", [1.0, b"2026-01-31", [], date(2026, 1, 31)])
def test_what_is_no_text_is_never_turned_into_a_number(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Whole).validate_python(value)


def python_functions(schema: object) -> Iterator[str]:
    """What of a schema is a call of a Python function."""
    if isinstance(schema, dict):
        if str(schema.get("type")).startswith("function"):
            yield schema["type"]
        for part in schema.values():
            yield from python_functions(part)
    elif isinstance(schema, list | tuple):
        for part in schema:
            yield from python_functions(part)


@pytest.mark.parametrize("contract", BERICHTEN, ids=lambda it: it.__name__)
def test_a_record_of_a_message_takes_one_call_of_python_at_most(contract: type[Contract]) -> None:
    assert list(python_functions(contract.__pydantic_core_schema__)) in ([], ["function-after"])
