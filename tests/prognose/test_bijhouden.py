"""The forecast is kept up to date beside the server, and never in the way of it."""

import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import pytest

from sdash.answers import Answer
from sdash.domain import Rol
from sdash.prognose import beeld as zicht
from sdash.prognose import bijhouden, lezen
from sdash.prognose.bijhouden import AGAIN, MOST, REST, Bijhouder
from sdash.prognose.lezen import Gelezen
from sdash.queries import prognose
from sdash.queries.prognose import Bekend
from sdash.sql import Row
from tests.prognose.gemeente import gelezen, steady
from tests.prognose.test_plafond import bereik

NOW = datetime(2025, 6, 15, 12, tzinfo=UTC)
THEN = datetime(2025, 3, 31, 21, 59, 59, tzinfo=UTC)


class Answers:
    """What a keeper asks of an installation: how new it is, and what it is made of."""

    version = 1
    changes = 1
    received: int | None = None
    """Before the end of the month; as many as there are versions when it is not told."""
    plafond = 1050
    vanaf: date | None = None

    def rows(self, query: Any, params: Any, _rol: Rol, per: datetime | None = None) -> Any:  # noqa: ANN401
        """As much was received as there are versions, and the plafonds of a year."""
        if query is prognose.bekend:
            newest = self.version if per is None else self.changes
            leveringen = newest if self.received is None else self.received
            found: list[Row] = [Bekend(leveringen=leveringen, vingerafdruk="")]
        else:
            begin, end = date(params.jaar, 1, 1), date(params.jaar, 12, 31)
            found = [bereik(self.plafond, code=str(params.jaar), van=begin, tot=end)]
        return Answer(found, [frozenset()], self.version)


class Clock:
    """A clock that a test sets."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Reading:
    """What is read, and how often."""

    def __init__(self, gelezen: Gelezen) -> None:
        self.gelezen = gelezen
        self.asked: list[datetime | None] = []
        self.error: Exception | None = None

    def __call__(self, _answers: Any, per: datetime | None = None) -> Gelezen:  # noqa: ANN401
        self.asked.append(per)
        if self.error:
            raise self.error
        return self.gelezen


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Reading:
    one = Reading(gelezen(*steady(45)))
    monkeypatch.setattr(lezen, "lees", one)
    monkeypatch.setattr(bijhouden, "now", lambda: NOW)
    return one


@pytest.fixture
def keeper(clock: Clock) -> Bijhouder:
    answers: Any = Answers()
    return Bijhouder(answers, clock)


def test_before_the_first_there_is_nothing_to_show(keeper: Bijhouder) -> None:
    assert keeper.toestand().beeld is None
    assert keeper.toestand().versie is None


def test_it_is_made_once_for_a_version(keeper: Bijhouder, reading: Reading) -> None:
    assert keeper.werk_bij()
    assert not keeper.werk_bij()

    assert reading.asked == [None]
    assert keeper.toestand().beeld is not None
    assert keeper.toestand().nummer == 2  # the forecast, and then the plafonds


@pytest.mark.usefixtures("reading")
def test_a_month_that_still_runs_is_not_said(keeper: Bijhouder) -> None:
    keeper.werk_bij()

    beeld = keeper.toestand().beeld
    assert beeld is not None
    assert beeld.nu is not None
    assert beeld.stof.begin + beeld.nu.maand == 2025 * 12 + 4  # May


@pytest.mark.parametrize(
    ("moment", "maand"),
    [
        (datetime(2026, 10, 31, 22, 59, 59, tzinfo=UTC), 9),  # the last second of October
        (datetime(2026, 10, 31, 22, 59, 58, tzinfo=UTC), 8),
        (datetime(2026, 11, 1, 12, tzinfo=UTC), 9),
    ],
)
def test_the_last_second_of_a_month_ends_it(moment: datetime, maand: int) -> None:
    assert bijhouden._last_month(moment) == 2026 * 12 + maand


def test_a_stream_of_messages_waits_for_a_rest(
    keeper: Bijhouder, reading: Reading, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = count()

    def slow(_answers: Any, _per: datetime | None = None) -> Gelezen:  # noqa: ANN401
        clock.now += 7
        next(ticks)
        return reading.gelezen

    monkeypatch.setattr(lezen, "lees", slow)
    keeper.werk_bij()
    monkeypatch.setattr(Answers, "version", 2)

    assert not keeper.werk_bij()
    clock.now += 7 * REST
    assert keeper.werk_bij()
    assert next(ticks) == 2


def test_a_past_moment_is_made_when_it_is_asked(keeper: Bijhouder, reading: Reading) -> None:
    keeper.werk_bij()

    assert keeper.toestand(THEN).beeld is None
    assert keeper.werk_bij()

    assert reading.asked == [None, THEN]
    beeld = keeper.toestand(THEN).beeld
    assert beeld is not None
    assert beeld.nu is not None
    assert beeld.stof.begin + beeld.nu.maand == 2025 * 12 + 2  # March


def test_few_past_moments_are_kept_and_the_present_always(
    keeper: Bijhouder, reading: Reading
) -> None:
    keeper.werk_bij()
    for month in range(1, MOST + 3):
        keeper.toestand(datetime(2024, month, 1, tzinfo=UTC))
    while keeper.werk_bij():
        pass

    assert len(reading.asked) == 1 + MOST
    assert keeper.toestand().beeld is not None


def test_what_came_after_the_month_changes_nothing_of_what_was_said_at_its_end(
    keeper: Bijhouder, reading: Reading, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.werk_bij()
    said = keeper.toestand()
    monkeypatch.setattr(Answers, "version", 2)
    monkeypatch.setattr(Answers, "received", 1)
    clock.now += 1000

    assert keeper.werk_bij()
    assert not keeper.werk_bij(), "it knows that it looked"
    assert reading.asked == [None]
    assert keeper.toestand().beeld is said.beeld
    assert keeper.toestand().nummer == said.nummer, "no page is drawn anew"


def test_what_went_after_its_years_is_in_no_forecast_any_more(
    keeper: Bijhouder, reading: Reading, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.werk_bij()
    monkeypatch.setattr(Answers, "version", 2)
    monkeypatch.setattr(Answers, "received", 1)
    monkeypatch.setattr(Answers, "vanaf", date(2023, 1, 1))
    clock.now += 1000

    assert keeper.werk_bij()
    assert reading.asked == [None, None]


@pytest.mark.usefixtures("reading")
def test_plafonds_of_this_year_are_there_and_those_of_another_when_they_were_asked(
    keeper: Bijhouder,
) -> None:
    keeper.werk_bij()
    assert keeper.plafonds(2025)["2025"].reden == ""
    this_year = keeper.toestand().plafonds[2025]

    assert keeper.plafonds(2024) == {}
    assert keeper.werk_bij(), "without a rest: somebody looks"

    assert keeper.plafonds(2024).keys() == {"2024"}
    assert keeper.plafonds(2025) is this_year, "only what was asked is worked out"
    assert not keeper.werk_bij()


@pytest.mark.usefixtures("reading")
def test_another_contract_is_another_plafond(
    keeper: Bijhouder, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.werk_bij()
    before = keeper.plafonds(2025)["2025"]
    monkeypatch.setattr(Answers, "version", 2)
    monkeypatch.setattr(Answers, "received", 1)
    monkeypatch.setattr(Answers, "plafond", 90)
    clock.now += 1000
    keeper.werk_bij()

    assert keeper.plafonds(2025)["2025"].kans != before.kans


def test_what_went_wrong_is_told_and_tried_again(
    keeper: Bijhouder, reading: Reading, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.werk_bij()
    monkeypatch.setattr(Answers, "version", 2)
    reading.error = RuntimeError("the file is damaged")
    clock.now += 1000

    assert keeper.werk_bij()
    toestand = keeper.toestand()
    assert toestand.mislukt is not None
    assert toestand.beeld is not None, "what was said before stays"
    assert not keeper.werk_bij()

    reading.error = None
    clock.now += AGAIN
    assert keeper.werk_bij()
    assert keeper.toestand().mislukt is None


@pytest.mark.usefixtures("reading")
def test_how_far_it_is_can_be_told(keeper: Bijhouder, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, int]] = []
    verder = zicht.verder

    def watched(stof: Any, eerder: Any, stap: Any, tot: int) -> Any:  # noqa: ANN401
        def told(gedaan: int, van: int) -> None:
            stap(gedaan, van)
            seen.append((keeper.toestand().gedaan, keeper.toestand().van))

        return verder(stof, eerder, told, tot)

    monkeypatch.setattr(bijhouden, "verder", watched)
    keeper.werk_bij()

    assert seen == [(nr, 39) for nr in range(39)]
    assert not keeper.toestand().bezig


def test_without_any_line_there_is_nothing_to_say(keeper: Bijhouder, reading: Reading) -> None:
    reading.gelezen = gelezen([], [])

    keeper.werk_bij()

    assert keeper.toestand().beeld is None
    assert keeper.toestand().versie is not None


@pytest.mark.usefixtures("reading")
def test_a_server_that_stops_does_not_wait_for_all_months(
    keeper: Bijhouder, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    done: list[int] = []
    verder = zicht.verder

    def held(stof: Any, eerder: Any, stap: Any, tot: int) -> Any:  # noqa: ANN401
        def counted(gedaan: int, van: int) -> None:
            stap(gedaan, van)
            done.append(gedaan)
            begun.set()
            go_on.wait(10)

        return verder(stof, eerder, counted, tot)

    monkeypatch.setattr(bijhouden, "verder", held)
    keeper.start()
    assert begun.wait(10)
    threading.Timer(0.2, go_on.set).start()
    keeper.stop()

    assert done == [0]
    assert not keeper._thread.is_alive()


@pytest.fixture
def nothing_kept() -> Iterator[None]:
    bijhouden.use(None)
    yield
    bijhouden.use(None)


@pytest.mark.usefixtures("nothing_kept", "reading")
def test_the_pages_find_it_only_while_it_is_kept() -> None:
    answers: Any = Answers()
    with bijhouden.keeping(answers):
        assert bijhouden._Running.bijhouder is not None
    assert bijhouden.toestand().beeld is None
