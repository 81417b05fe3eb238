"""Results in words: a goal is only judged when chance cannot explain it, and says whose it is."""

from datetime import date
from typing import Any

import pytest

from sdash import format as fmt
from sdash.figures import resultaten as figures
from sdash.figures.style import LIGHT, Figure
from sdash.normen import Doel
from sdash.queries import duur, resultaten
from sdash.ui import resultaten as woorden

GOAL = Doel(maat="volgens_plan", aandeel=0.7, door="de raad", op=date(2026, 1, 15))
FEWER = Doel(maat="voortijdig", aandeel=0.2, door="het college", op=date(2026, 1, 15))


@pytest.fixture
def goals(monkeypatch: pytest.MonkeyPatch) -> list[Doel]:
    """The goals of the gemeente, which a test may add to."""
    found: list[Doel] = []
    monkeypatch.setattr(woorden, "doelen", lambda: tuple(found))
    return found


def plain(text: str) -> str:
    return text.replace(fmt.NBSP, " ")


def ended(plan: int | None = 30, whole: int | None = 40) -> resultaten.Afloop:
    share = None if plan is None or whole is None else plan / whole
    return resultaten.Afloop(
        groep="jw-45", naam="Ambulant", clienten=whole, toewijzingen=whole, volgens_plan=plan,
        aandeel_plan=share, voortijdig=4, aandeel_voortijdig=0.1, voorlopig=2,
    )  # fmt: skip


def told(figure: Figure) -> str:
    """The words in a drawing."""
    parts: list[Any] = []
    for trace in figure["data"]:
        for cells in trace.get("text", []):
            parts += cells if isinstance(cells, list) else [cells]
    return plain(" | ".join(parts))


@pytest.mark.parametrize(
    ("deel", "words"),
    [
        ((300, 400), "doel gehaald"),
        ((20, 25), "doel: onzeker"),
        ((200, 400), "doel niet gehaald"),
    ],
)
def test_a_goal_is_judged_by_the_whole_band(
    goals: list[Doel], deel: tuple[int, int], words: str
) -> None:
    goals.append(GOAL)

    assert plain(woorden.kop("volgens_plan", deel, "mensen").verandering) == words


@pytest.mark.parametrize(
    ("part", "words"), [(40, "doel gehaald"), (80, "doel: onzeker"), (140, "doel niet gehaald")]
)
def test_of_what_should_be_less_a_low_part_reaches_the_goal(
    goals: list[Doel], part: int, words: str
) -> None:
    goals.append(FEWER)

    assert woorden.kop("voortijdig", (part, 400), "mensen").verandering == words
    assert plain(woorden.doelzinnen()[0]) == (
        "Doel: ten hoogste 20 % voortijdig geëindigd (het college, 15 januari 2026)."
    )


@pytest.mark.usefixtures("goals")
def test_without_a_goal_nothing_is_judged() -> None:
    kop = woorden.kop("volgens_plan", (30, 40), "mensen")

    assert (kop.waarde, kop.verandering) == (f"75{fmt.NBSP}%", "")
    assert kop.basis == "van 40 mensen; geen doel gesteld"
    assert woorden.doelzinnen() == [woorden.GEEN_DOEL]


@pytest.mark.usefixtures("goals")
def test_what_may_not_be_told_is_hidden_and_nobody_is_no_part() -> None:
    assert woorden.kop("volgens_plan", None, "mensen").basis == fmt.HIDDEN
    assert woorden.kop("volgens_plan", (0, 0), "mensen").waarde == "–"


def test_a_bar_says_its_part_its_number_its_band_and_what_else() -> None:
    said = told(figures.afloop([ended(), ended(None)], LIGHT, (GOAL,)))

    assert "75 % (40)" in said
    assert "tussen 60 % en 86 % · 10 % voortijdig" in said
    assert fmt.HIDDEN in said


def test_the_scorecard_judges_only_what_has_a_goal() -> None:
    row = ended(30, 40).model_copy(update={"groep": "1", "naam": "De Voorbeeldhoeve"})
    next_ = resultaten.Vervolg(
        aanbieder="1", naam="x", clienten=20, opnieuw=None, aandeel_opnieuw=None, vervolgd=0,
        lichter=0, aandeel_lichter=None,
    )  # fmt: skip
    empty = dict.fromkeys(duur.Tijden.model_fields)
    times = duur.Tijden.model_validate(
        {**empty, "groep": "1", "naam": "x", "gemeten": 10, "binnen_norm": 0.9}
    )

    said = told(figures.kaart([row], [next_], [times], LIGHT, (GOAL,)))

    assert said == "90 %<br>van 10 | 75 % ~<br>van 40 |  | te<br>weinig"
