"""What is said goes on when more is known, and stays as it is when nothing is."""

import json
from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest

from sdash.prognose import zeggen
from sdash.prognose.beeld import Beeld, Groep, verder
from sdash.prognose.jaareinde import jaareinde
from sdash.prognose.stand import standen
from sdash.prognose.stof import Stof
from sdash.queries.prognose import Driehoek
from tests.prognose.gemeente import BEGIN, lines, regel, steady, stof_of

JULI = 31
WAVES = [100 + 5 * (nr % 7) for nr in range(48)]


def uneven(maanden: int) -> Stof:
    """A municipality whose months differ, so that there is something to miss."""
    driehoek, loopt = steady(maanden)
    more = [regel(nr, 1, WAVES[nr] - 100) for nr in range(maanden - 1)]
    return stof_of([*driehoek, *more], loopt)


class Steps(list[tuple[int, int]]):
    """Remembers how far it was."""

    def __call__(self, gedaan: int, van: int) -> None:
        self.append((gedaan, van))


def made(stof: Stof, eerder: Beeld | None = None) -> tuple[Beeld, Steps]:
    steps = Steps()
    return verder(stof, eerder, steps), steps


def test_it_says_what_the_engine_says() -> None:
    stof = uneven(45)
    beeld, steps = made(stof)

    alle = standen(stof)
    assert steps == [(nr, len(alle)) for nr in range(len(alle))]
    assert beeld.jaareinde(Groep(), 2025) == jaareinde(stof, alle, 2025, np.array([0]))


def test_what_was_known_before_is_not_worked_out_again() -> None:
    before, _ = made(uneven(44))
    after, steps = made(uneven(46), before)

    whole, _ = made(uneven(46))
    assert steps == [(0, 2), (1, 2)]
    assert all(one is other for one, other in zip(after.standen, before.standen, strict=False))
    assert after.gezegd == whole.gezegd


def test_nothing_new_costs_no_step() -> None:
    before, _ = made(uneven(44))

    _, steps = made(uneven(44), before)

    assert steps == []


def test_a_line_that_is_added_to_history_is_worked_out_from_there() -> None:
    driehoek, loopt = steady(44)
    before, _ = made(stof_of(driehoek, loopt))

    late = regel(20, 10, 7)
    after, steps = made(stof_of([*driehoek, late], loopt), before)

    whole, _ = made(stof_of([*driehoek, late], loopt))
    assert len(steps) == 44 - 30
    assert after.gezegd == whole.gezegd


def test_a_toewijzing_that_is_added_to_history_is_worked_out_from_there() -> None:
    driehoek, loopt = steady(44)
    before, _ = made(stof_of(driehoek, loopt))
    second = loopt[0].model_copy(update={"toewijzing_nummer": 2, "ontvangen": date(2024, 1, 1)})

    _, steps = made(stof_of(driehoek, [*loopt, second]), before)

    assert len(steps) == 44 - 24


def test_a_month_that_still_runs_is_left_out() -> None:
    stof = uneven(44)

    beeld = verder(stof, None, Steps(), BEGIN + 40)

    assert beeld.nu is not None
    assert beeld.nu.maand == 40


def said(what: str, stof: Stof, jaar: int = 2025) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(zeggen.zeg(made(stof)[0], what, Groep(), jaar))
    return found


def amounts(rows: Sequence[dict[str, object]], name: str) -> list[float]:
    return [float(str(row[name])) for row in rows if row[name] is not None]


def test_the_way_ends_where_the_year_ends() -> None:
    stof = uneven(45)
    (kern,) = said("jaareinde/kern", stof)
    *_, december = said("jaareinde/verloop", stof)

    assert [december[name] for name in ("laag", "midden", "hoog")] == pytest.approx(
        [kern[name] for name in ("p10", "p50", "p90")], abs=0.02
    )
    assert sum(amounts(said("jaareinde/verloop", stof), "verwacht")) == pytest.approx(
        kern["p50"], abs=0.1
    )


def test_the_band_never_becomes_narrower() -> None:
    rows = said("jaareinde/verloop", uneven(45))

    widths = np.array(amounts(rows, "hoog")) - np.array(amounts(rows, "laag"))
    assert len(widths) > 3
    assert (np.diff(widths) >= -0.02).all()


def test_of_a_year_that_is_over_for_long_no_way_is_drawn() -> None:
    assert amounts(said("jaareinde/verloop", uneven(45), 2023), "midden") == []


def test_of_a_year_that_is_not_known_nothing_is_said() -> None:
    assert said("jaareinde/verloop", uneven(45), 2019) == []
    assert zeggen.zeg(None, "jaareinde/kern", Groep(), 2025) == zeggen.NIETS
    assert json.loads(zeggen.zeg(made(uneven(45))[0], "jaareinde/kern", Groep("pw"), 2025)) == []


def test_a_look_back_has_an_outcome_only_of_years_that_are_over() -> None:
    rows = said("jaareinde/terugblik", uneven(45))

    assert {row["jaar"] for row in rows if row["uitkomst"] is not None} == {2023, 2024}
    assert rows[-1]["uitkomst"] is None


def test_a_short_history_is_said_in_words() -> None:
    few: list[Driehoek] = [*lines(6)]
    (kern,) = said("jaareinde/kern", stof_of(few, []), 2022)

    assert kern["p50"] is None
    assert str(kern["reden"]).startswith("er zijn")
