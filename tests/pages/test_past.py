"""A page as of a past day: the same page, from what was known then, and it says so."""

from datetime import date

import pytest

from sdash import answers as running
from sdash.answers import Answers
from sdash.clock import end_of
from sdash.domain import Rol
from sdash.ui import viewer
from tests.pages.conftest import Open
from tests.pages.test_pages import every_page, metric, words
from tests.pages.witness import Witness

THEN = date(2026, 3, 1)


@pytest.fixture
def witness(gemeente: Answers) -> Witness:
    watching = Witness(gemeente)
    running.use(watching)  # type: ignore[arg-type]
    return watching


@every_page
def test_every_question_of_a_page_is_of_the_day_in_its_address(
    open_page: Open, witness: Witness, page: str
) -> None:
    app = open_page(page, per=THEN.isoformat())

    compares = {"gegevens": {"gegevens/verschil"}, "waarom": {"waarom/tussen"}}.get(page, set())
    assert [*app.error, *app.exception] == []
    assert witness.moments - {None} == {end_of(THEN)}
    assert witness.of_now == compares


@every_page
def test_a_page_says_as_of_when_it_is(seen: Open, page: str) -> None:
    told = "Stand per 1 maart 2026"

    assert told in words(seen(page, per=THEN.isoformat()))
    assert told not in words(seen(page))


def test_less_was_known_then(seen: Open) -> None:
    then = metric(seen("uitgaven", Rol.CONTROLLER, per=THEN.isoformat()), "Ingediend")
    now = metric(seen("uitgaven", Rol.CONTROLLER), "Ingediend")

    assert then != now


def test_a_new_message_draws_nothing_of_a_past_day(open_page: Open, witness: Witness) -> None:
    app = open_page("uitgaven", per=THEN.isoformat())
    witness.asked.clear()
    witness.later += 1

    app.run()

    assert witness.asked == []


@pytest.mark.parametrize("per", ["", "2999-01-01", "morgen"])
def test_a_day_that_is_none_is_now(open_page: Open, witness: Witness, per: str) -> None:
    app = open_page("uitgaven", per=per)

    assert [*app.error, *app.exception] == []
    assert witness.moments == {None}


@pytest.mark.parametrize(
    ("per", "why"),
    [
        ("2999-01-01", "Die dag is nog niet voorbij."),
        ("morgen", "Dat is geen dag."),
        ("2001-01-01", "Wat er bewaard is, begint op 1 januari 2015."),
    ],
)
@pytest.mark.parametrize("stage", [{}, {"presenteer": "1"}])
def test_a_day_of_a_link_that_cannot_be_shown_is_said(
    open_page: Open, stage: dict[str, str], per: str, why: str
) -> None:
    app = open_page(per=per, **stage)

    (said,) = [part.value.replace("\\", "") for part in app.warning]
    assert f"‘{per}’. {why}" in said
    assert "de stand van nu" in said


def test_nothing_is_said_of_a_day_that_is_shown_or_of_today(seen: Open) -> None:
    for per in (THEN, viewer.today()):
        assert [*seen(per=per.isoformat()).warning] == []


def test_what_a_link_asked_in_vain_is_forgotten_when_a_day_is_chosen(open_page: Open) -> None:
    app = open_page(per="morgen")
    assert len(app.warning) == 1

    app.date_input(key="per").set_value(THEN).run()
    assert [*app.warning] == []

    app.date_input(key="per").set_value(None).run()
    assert [*app.warning] == []


@every_page
def test_of_a_day_that_is_not_kept_nothing_is_asked(
    open_page: Open, witness: Witness, page: str
) -> None:
    witness.vanaf = date(2026, 4, 1)

    app = open_page(page, per=THEN.isoformat())

    assert [*app.error, *app.exception] == []
    assert witness.moments == {None}
    days = [getattr(params, "van", witness.vanaf) for _, params, _ in witness.asked]
    assert min(days) >= witness.vanaf


@pytest.mark.parametrize("per", ["2999-01-01", "morgen", "2026-03-01"])
def test_a_stage_is_as_of_the_day_in_its_address(
    open_page: Open, witness: Witness, per: str
) -> None:
    app = open_page("uitgaven", presenteer="1", per=per)

    is_past = per == "2026-03-01"
    assert witness.moments == {end_of(THEN) if is_past else None}
    assert ("stand per 1 maart 2026" in words(app)) == is_past


def test_the_link_to_a_stage_takes_the_day_along(seen: Open) -> None:
    app = seen("uitgaven", per=THEN.isoformat())

    addresses = [part.proto.url for part in app.get("link_button")]
    assert [address for address in addresses if "per=2026-03-01" in address] != []
