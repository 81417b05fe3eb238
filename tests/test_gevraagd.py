"""What the README says that the five municipalities asked for, and where it is answered."""

import tomllib
from collections import Counter

import sdash.queries  # noqa: F401  (fills the registry)
from sdash.docs import GEVRAAGD
from sdash.simulate.plaats import ANDERE, VOORBEELD, plaats
from sdash.sql import registry

PAGES = GEVRAAGD.parents[1] / "sdash" / "pages"
VRAGEN = tomllib.loads(GEVRAAGD.read_text("utf-8"))["vraag"]


def test_every_answer_is_a_page_and_a_query_that_exist() -> None:
    pages = {path.stem for path in PAGES.glob("*.py")}

    assert {vraag["pagina"] for vraag in VRAGEN if "pagina" in vraag} <= pages
    assert {vraag["query"] for vraag in VRAGEN if "query" in vraag} <= {*registry}


def test_an_answer_has_both_a_page_and_a_query() -> None:
    assert [vraag for vraag in VRAGEN if ("pagina" in vraag) != ("query" in vraag)] == []


def test_each_of_the_five_is_heard_and_no_question_twice() -> None:
    heard = Counter(vraag["gemeente"] for vraag in VRAGEN)

    assert {plaats(code).naam for code in (VOORBEELD, *ANDERE)} == {*heard} - {"all"}
    assert max(Counter(vraag["vraag"] for vraag in VRAGEN).values()) == 1
