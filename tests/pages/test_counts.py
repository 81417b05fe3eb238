"""What a page costs, counted: questions, drawings, elements and bytes, never seconds."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1.element_tree import Block

from sdash import answers as running
from sdash.answers import Answers
from sdash.domain import Rol
from sdash.ui import tegel as tegels
from sdash.ui.tegel import Tegel
from tests.figures import large
from tests.figures.test_every_figure import MOST_MARKS
from tests.pages.conftest import Open
from tests.pages.test_pages import charts, every_chart, every_page
from tests.pages.witness import Witness

MOST_QUERIES = 17
MOST_ELEMENTS = 160
MOST_BYTES = 80_000
LARGER = {"teams": (175, 100_000)}
"""Four of its tiles are about the same rows, and each sends their table."""


@pytest.fixture
def witness(gemeente: Answers) -> Witness:
    watching = Witness(gemeente)
    running.use(watching)  # type: ignore[arg-type]
    return watching


@pytest.fixture
def drawn(undrawn: None, monkeypatch: pytest.MonkeyPatch) -> list[str]:  # noqa: ARG001
    """The titles of the tiles that were drawn, and not played again."""
    titles: list[str] = []
    head = tegels._head

    def told(tegel: Tegel, look: Any) -> None:  # noqa: ANN401
        titles.append(tegel.titel)
        head(tegel, look)

    monkeypatch.setattr(tegels, "_head", told)
    return titles


def elements(part: Any) -> Iterator[Any]:  # noqa: ANN401  (a node of Streamlit's tree)
    """Every element and block below a node, as it travels to the browser."""
    for child in part.children.values():
        if getattr(child, "proto", None) is not None:
            yield child.proto
        if isinstance(child, Block):
            yield from elements(child)


@every_page
def test_a_page_asks_each_question_once(open_page: Open, witness: Witness, page: str) -> None:
    app = open_page(page)
    witness.asked.clear()
    witness.later += 1

    app.run()

    assert witness.asked != []
    assert [question for question, times in Counter(witness.asked).items() if times > 1] == []
    assert len(witness.asked) <= MOST_QUERIES


@every_page
def test_a_page_on_which_nothing_changed_asks_and_draws_nothing(
    open_page: Open, witness: Witness, drawn: list[str], page: str
) -> None:
    app = open_page(page)
    before = Counter(type(part).__name__ for part in elements(app._tree))
    witness.asked.clear()
    drawn.clear()

    app.run()

    assert (witness.asked, drawn) == ([], [])
    assert Counter(type(part).__name__ for part in elements(app._tree)) == before


@every_chart
def test_a_new_version_under_which_nothing_changed_draws_nothing(
    open_page: Open, witness: Witness, drawn: list[str], page: str
) -> None:
    app = open_page(page)
    drawn.clear()
    witness.later += 1

    app.run()

    assert drawn == []


def test_another_role_gets_a_drawing_of_its_own(open_page: Open, drawn: list[str]) -> None:
    controller = charts(open_page("uitgaven", Rol.CONTROLLER))
    drawn.clear()

    presentator = charts(open_page("uitgaven", Rol.PRESENTATOR))

    assert "Per product" in drawn
    assert [chart.spec for chart in controller] != [chart.spec for chart in presentator]


@every_page
def test_a_page_is_small_enough_for_a_phone(seen: Open, page: str) -> None:
    sent = [*elements(seen(page)._tree)]

    elements_allowed, bytes_allowed = LARGER.get(page, (MOST_ELEMENTS, MOST_BYTES))
    assert len(sent) <= elements_allowed
    assert sum(part.ByteSize() for part in sent) <= bytes_allowed


@every_chart
def test_no_chart_has_more_marks_than_a_browser_draws_at_once(seen: Open, page: str) -> None:
    drawn = charts(seen(page))

    assert drawn
    assert max(large.marks(json.loads(chart.spec)) for chart in drawn) <= MOST_MARKS
