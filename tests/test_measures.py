"""Every figure on a page has a title, a unit, a meaning and a source."""

import pytest

import sdash.queries  # noqa: F401  (fills the registry)
from sdash.measures import MEASURES, Measure, of
from sdash.sql import registry

NUMBERS = ("BIGINT", "DOUBLE", "DECIMAL")
# A kerncijfer carries its own name, unit and source; a place on the map is no figure.
OF_THEIR_OWN = {"wijkprofiel/per_wijk", "wijkprofiel/profiel", "wijkprofiel/kaart"}

FIGURES = [
    (query.name, column.name)
    for query in registry.values()
    for column in query.header.columns
    if column.type.startswith(NUMBERS) and query.name not in OF_THEIR_OWN
]
every_measure = pytest.mark.parametrize("measure", MEASURES.values(), ids=[*MEASURES])


@pytest.mark.parametrize(("query", "column"), FIGURES)
def test_every_figure_of_a_query_has_a_measure(query: str, column: str) -> None:
    assert of(query, column).label


def test_every_measure_is_that_of_a_figure() -> None:
    used = {id(of(query, column)) for query, column in FIGURES}

    assert [name for name, measure in MEASURES.items() if id(measure) not in used] == []


def test_a_query_may_mean_something_else_by_a_name() -> None:
    assert of("caseload/kern", "begin") is MEASURES["begin"]
    assert of("caseload/casussen", "begin") is MEASURES["caseload/casussen.begin"]


@every_measure
def test_a_definition_is_a_sentence(measure: Measure) -> None:
    assert measure.definitie[0].isupper()
    assert measure.definitie.endswith(".")


@every_measure
def test_a_measure_says_where_it_comes_from(measure: Measure) -> None:
    assert measure.bron
    assert measure.eenheid
