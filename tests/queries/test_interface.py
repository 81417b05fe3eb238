"""What every SQL module promises: its header, DuckDB and its binding say the same."""

from datetime import date
from types import NoneType
from typing import Any, get_args

import duckdb
import pytest

import sdash.queries  # noqa: F401  (fills the registry)
from sdash.sql import FOLDER, Field, Query, registry
from tests.queries.generated import CHOICES, EVERYTHING, LINE
from tests.queries.marts import Mart

BUILDING = {"mart", "staging", "keuze", "checks"}
PUBLIC = ("begroot", "plafond", "rekening", "saldo", "baten", "stand", "storting", "onttrekking")
"""What the gemeente publishes of its own books."""
KNOWN_MARKS = {"grain", "balance", "together", "policy", "moments"}
UNKNOWN = {
    "jaar": 1990,
    "aantal": 5,
    "vanaf": 0,
    "peildatum": date(1990, 1, 1),
    "van": date(1990, 1, 1),
    "tot": date(1990, 3, 1),
    "vandaag": date(1990, 3, 1),
    "toen_van": date(1989, 1, 1),
    "toen_tot": date(1989, 3, 1),
    "indicator": "Bestaat niet",
    "gezegd": "[]",
    "wijk": "WK999999",
    "plafond": "jw/99999999/C9//",
    "gemeente": "GM9999",
    "stand": "rekening",
    "onderdeel": "niets",
    "soort": "zorg",
    "indeling": "product",
    "genoeg": 1,
    "wat": "plan",
    "reeks": "plan/team/Niets",
}

every_query = pytest.mark.parametrize("query", registry.values(), ids=lambda query: query.name)
every_choice = pytest.mark.parametrize("choice", CHOICES, ids=["everything", "a wijk", "nothing"])


@every_query
def test_a_query_is_one_select(query: Query[Any, Any], mart: Mart) -> None:
    (statement,) = mart.statements(query)

    assert statement.type == duckdb.StatementType.SELECT


@every_query
def test_parameters_are_those_of_the_header(query: Query[Any, Any], mart: Mart) -> None:
    (statement,) = mart.statements(query)
    promised = {param.name for param in query.header.params}

    assert statement.named_parameters == promised
    assert set(query.params.model_fields) == promised


@every_query
def test_an_optional_parameter_may_be_left_out(query: Query[Any, Any]) -> None:
    required = {name for name, field in query.params.model_fields.items() if field.is_required()}

    assert required == {param.name for param in query.header.params if not param.nullable}


@every_query
def test_columns_are_those_of_the_header(query: Query[Any, Any], mart: Mart) -> None:
    described = mart.describe(query, _values(query, UNKNOWN))

    assert described == [(column.name, column.type) for column in query.header.selected]


@every_query
def test_a_row_has_the_columns_that_are_shown(query: Query[Any, Any]) -> None:
    assert [*query.row.model_fields] == [column.name for column in query.header.columns]


@every_query
def test_a_column_that_may_be_missing_or_hidden_may_be_none(query: Query[Any, Any]) -> None:
    may_be_none = {
        name
        for name, field in query.row.model_fields.items()
        if NoneType in get_args(field.annotation)
    }

    assert may_be_none == {
        column.name for column in query.header.columns if column.nullable or column.kind
    }


@every_query
def test_the_gate_knows_every_mark_of_a_header(query: Query[Any, Any]) -> None:
    assert set(query.header.marks) <= KNOWN_MARKS


@every_query
def test_amounts_and_counts_of_people_say_so(query: Query[Any, Any]) -> None:
    silent = [
        column.name
        for column in query.header.columns
        if column.kind is None and _tells_of_people(column, query)
    ]

    assert silent == []


@every_query
@every_choice
def test_rows_are_unique_by_grain(
    query: Query[Any, Any], choice: dict[str, Any], gemeente: Mart
) -> None:
    records = gemeente.records(query, _values(query, choice))

    keys = [tuple(record[name] for name in query.header.grain) for record in records]
    assert len(keys) == len(set(keys))


@every_query
@every_choice
def test_only_what_the_header_says_may_be_missing(
    query: Query[Any, Any], choice: dict[str, Any], gemeente: Mart
) -> None:
    records = gemeente.records(query, _values(query, choice))

    certain = {column.name for column in query.header.selected if not column.nullable}
    assert {name for record in records for name in certain if record[name] is None} == set()


@every_query
def test_every_query_has_an_answer_in_the_generated_municipality(
    query: Query[Any, Any], gemeente: Mart
) -> None:
    assert gemeente.records(query, _values(query, EVERYTHING))


@every_query
def test_the_order_of_rows_in_a_mart_does_not_matter(
    query: Query[Any, Any], gemeente: Mart, gemeente_backward: Mart
) -> None:
    records = gemeente.records(query, _values(query, EVERYTHING))

    assert gemeente_backward.records(query, _values(query, EVERYTHING)) == records


@every_query
def test_empty_marts_give_no_people_and_no_money(query: Query[Any, Any], mart: Mart) -> None:
    records = mart.records(query, _values(query, UNKNOWN))

    told = [column.name for column in query.header.selected if column.kind]
    assert {record[name] for record in records for name in told} <= {0, None}


@pytest.mark.parametrize("name", ["uitgaven/kern", "caseload/kern"])
def test_one_row_means_one_row_also_of_nothing(name: str, mart: Mart) -> None:
    query = registry[name]

    assert query.header.grain == ()
    assert len(mart.records(query, _values(query, UNKNOWN))) == 1


def test_every_file_has_one_binding() -> None:
    files = {
        path.relative_to(FOLDER).with_suffix("").as_posix()
        for path in FOLDER.rglob("*.sql")
        if path.parent.name not in BUILDING
    }

    assert files == set(registry)


@every_query
def test_no_row_names_a_person(query: Query[Any, Any]) -> None:
    assert {"client_id", "pseudoniem", "casus_id"}.isdisjoint(
        column.name for column in query.header.selected
    )


def _values(query: Query[Any, Any], choice: dict[str, Any]) -> dict[str, Any]:
    required = {"wijk": "WK168100"} if query.name == "wijkprofiel/profiel" else {}
    line = LINE if "referentienummer" in query.params.model_fields else {}
    chosen = {**required, **line, **choice}
    return {
        name: chosen.get(name, field.default) for name, field in query.params.model_fields.items()
    }


def _tells_of_people(column: Field, query: Query[Any, Any]) -> bool:
    if column.type.startswith("DECIMAL"):
        return not column.name.startswith(PUBLIC) and "policy" not in query.header.marks
    return column.name.startswith(("clienten", "toewijzingen", "casussen"))
