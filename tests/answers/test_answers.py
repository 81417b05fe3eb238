"""An answer passes the gate of the role that asks, and tells nothing else."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from sdash import answers as module
from sdash.answers import Answers, NotRunning
from sdash.domain import Rol
from sdash.privacy import NotAllowed
from sdash.queries import caseload, gegevens, uitgaven
from sdash.sql import Params, registry
from sdash.warehouse import Warehouse
from tests.queries.generated import EVERYTHING, LINE

DAY = caseload.Peildatum(peildatum=date(2026, 6, 15))
YEAR = uitgaven.Jaar(jaar=2026)
SMALL = uitgaven.Jaarstand(jaar=2026, team="Noord", aanbieder="42420002", wet="wmo")

every_query = pytest.mark.parametrize("name", [*registry])
people = pytest.mark.parametrize("rol", [Rol.BESTUURDER, Rol.CONTROLLER, Rol.PRESENTATOR])


@pytest.fixture
def running(answers: Answers) -> Iterator[Answers]:
    """Answers that the pages of this process ask."""
    module.use(answers)
    yield answers
    module.use(None)


def test_the_controller_sees_what_the_warehouse_knows(
    answers: Answers, warehouse: Warehouse
) -> None:
    with warehouse.cursor() as cursor:
        known = uitgaven.kern.rows(cursor, SMALL)

    answer = answers.rows(uitgaven.kern, SMALL, Rol.CONTROLLER)

    assert answer.rows == known
    assert answer.hidden == [frozenset()]


def test_the_bestuurder_sees_no_money_of_few_people(answers: Answers) -> None:
    (exact,) = answers.rows(uitgaven.kern, SMALL, Rol.CONTROLLER).rows
    assert exact.clienten in range(1, 5)

    answer = answers.rows(uitgaven.kern, SMALL, Rol.BESTUURDER)

    (row,) = answer.rows
    assert (row.clienten, row.ingediend) == (None, None)
    assert answer.hidden[0] >= {"clienten", "ingediend", "toegekend", "in_behandeling"}


def test_the_presentator_sees_round_counts(answers: Answers) -> None:
    rows = answers.rows(caseload.stand, DAY, Rol.PRESENTATOR).rows

    assert {(row.clienten or 0) % 5 for row in rows} == {0}


def test_an_amount_is_judged_by_people_that_its_answer_does_not_show(answers: Answers) -> None:
    exact = answers.rows(uitgaven.per_maand, YEAR, Rol.CONTROLLER).rows
    public = answers.rows(uitgaven.per_maand, YEAR, Rol.PRESENTATOR).rows

    assert [row.maand for row in public] == [row.maand for row in exact]
    assert {row.ingediend for row in public} == {None}


def test_the_beheerder_sees_gegevens_and_is_told_of_the_rest(answers: Answers) -> None:
    assert answers.rows(gegevens.leveringen, Params(), Rol.BEHEERDER).rows

    with pytest.raises(NotAllowed, match="De rol beheerder ziet alleen Gegevens"):
        answers.rows(caseload.stand, DAY, Rol.BEHEERDER)


@every_query
@people
def test_no_count_under_its_threshold_leaves_for_a_protected_role(
    name: str, rol: Rol, answers: Answers
) -> None:
    query = registry[name]
    params = _params(name)
    is_refused = rol is not Rol.CONTROLLER and "policy" in query.header.marks
    threshold = {Rol.BESTUURDER: 5, Rol.PRESENTATOR: 10, Rol.CONTROLLER: 1}[rol]

    rows = [] if is_refused else answers.rows(query, params, rol).rows

    counts = [column.name for column in query.header.columns if column.kind == "persons"]
    shown = [getattr(row, name) or 0 for row in rows for name in counts]
    assert [count for count in shown if 0 < count < threshold] == []


def test_the_version_grows_with_what_is_read(
    answers: Answers, warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = answers.version

    monkeypatch.setattr(warehouse, "_version", warehouse.version + 1)

    assert answers.version == before + 1
    assert answers.rows(caseload.stand, DAY, Rol.BESTUURDER).version == answers.version


def test_pages_ask_the_answers_that_run(running: Answers) -> None:
    assert module.current() is running


def test_without_a_server_pages_are_told_so() -> None:
    with pytest.raises(NotRunning, match="sdash serve"):
        module.current()


def _params(name: str) -> Any:  # noqa: ANN401  (each query has its own)
    model = registry[name].params
    chosen = {**EVERYTHING, "wijk": "WK168100"} if name.endswith("profiel") else EVERYTHING
    needed = {key for key, field in model.model_fields.items() if field.is_required()}
    line = {key: LINE[key] for key in needed & LINE.keys()}
    return model(**{key: chosen[key] for key in model.model_fields if key in chosen}, **line)
