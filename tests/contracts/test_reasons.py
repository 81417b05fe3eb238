"""What is said of a rejected record is shown and kept, so it holds nothing of the record."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdash.contracts.base import Contract
from sdash.contracts.berichten import CONTRACTS
from tests.contracts.records import GOOD, reasons

MARKER = "Zwartjes"
_MARKED = st.sampled_from(
    [
        MARKER,
        f" {MARKER}",
        f"9{MARKER}9",
        f"{MARKER}\n",
        MARKER * 40,
        f"<{MARKER}>",
        f"{{{MARKER}}}",
    ]
)
CASES = [(contract, name) for contract, good in GOOD.items() for name in good]


@pytest.mark.parametrize("contract", CONTRACTS.values(), ids=lambda it: it.__name__)
def test_the_record_that_tests_start_from_is_good(contract: type[Contract]) -> None:
    assert reasons(contract, {}) == []


@given(st.sampled_from(CASES), _MARKED, st.data())
def test_no_reason_holds_a_value_of_the_record(
    case: tuple[type[Contract], str], marked: str, data: st.DataObject
) -> None:
    contract, name = case
    others = data.draw(st.sets(st.sampled_from([*GOOD[contract]]), max_size=3))
    changed: dict[str, Any] = dict.fromkeys({name, *others}, marked)

    said = reasons(contract, changed)

    assert MARKER not in str(said)


@given(st.sampled_from(CASES), st.text() | st.integers() | st.binary() | st.none() | st.floats())
def test_every_value_is_accepted_or_refused_with_a_code_and_a_sentence(
    case: tuple[type[Contract], str], value: object
) -> None:
    contract, name = case

    said = reasons(contract, {name: value})

    assert all(len(code) == 4 and len(reden) > 5 for code, reden in said)
