"""What is kept of answers: shared by all who may see the same, made once, and never a mistake."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from threading import Barrier
from types import SimpleNamespace
from typing import Any

import pytest

from sdash import answers as running
from sdash.answers import Answer
from sdash.domain import Rol
from sdash.queries import uitgaven
from sdash.sql import Params, Query
from sdash.ui import data, viewer
from sdash.ui.data import Vraag
from sdash.ui.kept import MOST, Kept

JAREN = Vraag(uitgaven.jaren, Params())
KEUZES = Vraag(uitgaven.keuzes, uitgaven.Jaar(jaar=2026))
KERN = Vraag(uitgaven.kern, uitgaven.Jaarstand(jaar=2026))


class Changing:
    """Answers whose rows and version a test decides."""

    def __init__(self) -> None:
        self.version = 1
        self.changes = 0
        self.moments: list[datetime | None] = []
        self.jaar = 2026
        self.asked: list[Rol] = []

    def waits(self) -> None:
        """Nothing, unless a test waits for another question."""

    def rows(
        self, _query: Query[Any, Any], _params: Params, rol: Rol, per: datetime | None
    ) -> Answer[Any]:
        self.waits()
        self.asked.append(rol)
        self.moments.append(per)
        return Answer([uitgaven.JaarMetRegels(jaar=self.jaar)], [frozenset()], self.version)


@pytest.fixture
def changing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Changing]:
    answers = Changing()
    running.use(answers)  # type: ignore[arg-type]
    looks_as(monkeypatch, Rol.BESTUURDER)
    yield answers
    running.use(None)


def looks_as(monkeypatch: pytest.MonkeyPatch, rol: Rol) -> None:
    monkeypatch.setattr(viewer, "role", lambda: rol)
    monkeypatch.setattr(viewer, "per", viewer.Per)


def looks_at(monkeypatch: pytest.MonkeyPatch, day: date | None) -> datetime | None:
    """Look at a past day; its moment."""
    per = viewer.Per(dag=day)
    monkeypatch.setattr(viewer, "per", lambda: per)
    return per.moment


def test_an_answer_is_asked_once_for_each_version(changing: Changing) -> None:
    same = data.ask(JAREN) is data.ask(JAREN)
    changing.version = 2
    data.ask(JAREN)

    assert same
    assert len(changing.asked) == 2


def test_while_messages_stream_in_the_version_takes_steps(
    changing: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data.Stap, "seconds", 3600)
    first = data.version()
    data.ask(JAREN)
    changing.version = 2
    held = data.version()
    data.ask(JAREN)
    monkeypatch.setattr(data.Stap, "seconds", 0)

    assert (first, held, data.version()) == (1, 1, 2)
    assert len(changing.asked) == 1


def test_the_steps_are_longer_with_more_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data.Stap, "seconds", 0)
    data.step_for(3)
    few = data.Stap.seconds
    data.step_for(300)

    assert (few, data.Stap.seconds) == (0.5, 3)


def test_every_role_gets_answers_of_its_own(
    changing: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.ask(JAREN)
    looks_as(monkeypatch, Rol.PRESENTATOR)
    data.ask(JAREN)

    assert changing.asked == [Rol.BESTUURDER, Rol.PRESENTATOR]


def test_every_role_gets_what_is_made_of_its_own_answers(
    changing: Changing,  # noqa: ARG001  (it answers)
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = data.derived("words", lambda: "for the bestuurder", JAREN)
    looks_as(monkeypatch, Rol.CONTROLLER)

    assert made == "for the bestuurder"
    assert data.derived("words", lambda: "for the controller", JAREN) == "for the controller"


@pytest.mark.parametrize(("jaar", "times"), [(2026, 1), (2025, 2)])
def test_what_is_made_of_an_answer_outlives_versions_that_change_nothing_of_it(
    changing: Changing, jaar: int, times: int
) -> None:
    made: list[int] = []
    for version in (1, 2):
        data.derived("words", lambda: made.append(changing.version), JAREN)
        changing.version, changing.jaar = version + 1, jaar

    assert len(made) == times


def test_an_answer_that_becomes_another_is_counted(changing: Changing) -> None:
    counts = [data.stand(JAREN).gewijzigd]
    for version, jaar in ((2, 2026), (3, 2025), (4, 2026)):
        changing.version, changing.jaar = version, jaar
        counts.append(data.stand(JAREN).gewijzigd)

    assert counts == [0, 0, 1, 2]


def test_an_answer_that_comes_back_is_not_taken_for_the_first(changing: Changing) -> None:
    numbers = [data.stand(JAREN).nummer]
    for version, jaar in ((2, 2025), (3, 2026)):
        changing.version, changing.jaar = version, jaar
        numbers.append(data.stand(JAREN).nummer)

    assert len({*numbers}) == 3


def test_what_a_picture_asked_before_is_asked_beside_each_other(
    changing: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.ask_ahead("a page")
    data.ask(JAREN)
    data.ask(KEUZES)
    both = Barrier(3)
    monkeypatch.setattr(changing, "waits", lambda: both.wait(timeout=30))
    changing.version = 2
    data.ask_ahead("a page")
    both.wait(timeout=30)

    assert (data.ask(JAREN).version, data.ask(KEUZES).version) == (2, 2)
    assert len(changing.asked) == 4


def test_what_took_longest_is_asked_first(
    changing: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead: list[str] = []
    clock = iter((0.0, 1.0, 1.0, 6.0, 6.0, 8.0))
    monkeypatch.setattr("sdash.ui.data.time.perf_counter", lambda: next(clock))
    beside = SimpleNamespace(submit=lambda _get, key, _make: ahead.append(key[1].query))
    monkeypatch.setattr(data, "_beside", beside)
    data.ask_ahead("a page")
    asked: list[Vraag[Any, Any]] = [JAREN, KEUZES, KERN]
    for vraag in asked:
        data.ask(vraag)

    changing.version = 2
    data.ask_ahead("a page")

    assert ahead == [vraag.query.name for vraag in (KEUZES, KERN, JAREN)]


def test_a_picture_asks_nothing_ahead_that_is_known_or_is_another_ones(
    changing: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.ask_ahead("a page")
    data.ask(JAREN)
    data.ask_ahead("a page")
    changing.version = 2
    data.ask_ahead("another page")
    looks_as(monkeypatch, Rol.PRESENTATOR)
    data.ask_ahead("a page")
    data.ask(JAREN)

    assert changing.asked == [Rol.BESTUURDER, Rol.PRESENTATOR]


def test_another_warehouse_has_answers_of_its_own(changing: Changing) -> None:
    data.ask(JAREN)
    other = Changing()
    running.use(other)  # type: ignore[arg-type]
    data.ask(JAREN)

    assert (len(changing.asked), len(other.asked)) == (1, 1)


def test_many_who_ask_at_once_wait_for_one_making() -> None:
    kept: Kept[int] = Kept()
    made: list[int] = []
    start = Barrier(8)

    def ask(_nr: int) -> int:
        start.wait(timeout=10)
        return kept.get("key", make)

    def make() -> int:
        made.append(7)
        return 7

    with ThreadPoolExecutor(8) as pool:
        assert [*pool.map(ask, range(8))] == [7] * 8
    assert made == [7]


def fails() -> int:
    raise OSError("no room")


def test_a_mistake_is_not_kept() -> None:
    kept: Kept[int] = Kept()
    with pytest.raises(OSError, match="no room"):
        kept.get("key", fails)

    assert kept.get("key", lambda: 7) == 7


def test_what_nobody_used_for_longest_makes_room() -> None:
    kept: Kept[str] = Kept()
    for nr in range(MOST):
        kept.get(nr, lambda: "first")
    kept.get(0, lambda: "used again")
    kept.get("one more", lambda: "new")

    assert kept.get(0, lambda: "made again") == "first"
    assert kept.get(1, lambda: "made again") == "made again"


def test_a_past_moment_is_asked_once_whatever_comes_in(
    changing: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    then = looks_at(monkeypatch, date(2026, 10, 1))
    data.ask(JAREN)
    changing.version = 2
    data.ask(JAREN)

    assert changing.moments == [then]


def test_a_past_moment_is_asked_again_when_history_was_added(
    changing: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks_at(monkeypatch, date(2026, 10, 1))
    data.ask(JAREN)
    changing.changes = 1
    data.ask(JAREN)

    assert len(changing.moments) == 2


def test_every_moment_has_answers_and_drawings_of_its_own(
    changing: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [data.derived("words", lambda: "now", JAREN)]
    for day in (date(2026, 10, 1), date(2026, 10, 2)):
        looks_at(monkeypatch, day)
        made.append(data.derived("words", lambda day=day: f"{day}", JAREN))

    assert made == ["now", "2026-10-01", "2026-10-02"]
    assert len({*changing.moments}) == 3


def test_a_question_about_now_is_asked_of_now_beside_a_past_moment(
    changing: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks_at(monkeypatch, date(2026, 10, 1))
    for version in (1, 2):
        changing.version = version
        data.ask(Vraag(uitgaven.jaren, Params(), nu=True))
        monkeypatch.setattr(data.Stap, "seconds", 0)

    assert changing.moments == [None, None]
