"""A difference as steps: each begins where the last one ended, and the end is all of it."""

from decimal import Decimal
from itertools import accumulate
from typing import Any

import pytest

from sdash import format as fmt
from sdash.figures import _bars
from sdash.figures import waarom as figures
from sdash.figures.alt import alt
from sdash.figures.style import LIGHT, Figure, is_blank
from sdash.queries import waarom
from tests.figures.reading import traces, words


def cause(wet: str = "totaal", categorie: str = "totaal", **known: Any) -> waarom.Oorzaken:  # noqa: ANN401  (any column)
    """A row of which nothing differs but what is told."""
    plausible: dict[str, object] = {
        name: Decimal(0) for name in waarom.Oorzaken.model_fields if name.startswith("door_")
    }
    plausible |= {"clienten": 50, "clienten_toen": 40, "bedrag": 1500, "bedrag_toen": 1000}
    plausible |= {"verschil": 500, "groei_intensiteit": None, "groei_prijs": None, "eenheid": None}
    names = {"wet": wet, "categorie": categorie, "naam": categorie}
    return waarom.Oorzaken.model_validate({**plausible, **names, **known})


WHOLE = cause(door_clienten=700, door_intensiteit=-300, door_anders=100, door_mix=100)


def bars(figure: Figure) -> dict[str, Any]:
    (trace,) = traces(figure)
    return trace


def test_each_step_begins_where_the_one_before_it_ended() -> None:
    trace = bars(figures.oorzaken([WHOLE], LIGHT))

    *steps, whole = trace["x"]
    assert steps == [700, -300, 100]
    assert trace["base"] == [0, *accumulate(steps[:-1]), 0]
    assert whole == sum(steps) == 500


def test_what_changed_nothing_is_no_step() -> None:
    figure = figures.oorzaken([WHOLE], LIGHT)

    assert "prijs" not in words(figure).lower()
    assert "−€ 300" in words(figure).replace(fmt.NBSP, " ")
    assert "+€ 700" in words(figure).replace(fmt.NBSP, " ")


def test_what_few_people_did_is_told_together_with_the_other_products() -> None:
    few = WHOLE.model_copy(
        update=dict.fromkeys(("door_mix", "door_nieuw", "door_vervallen", "door_rest"))
    )

    figure = figures.oorzaken([few], LIGHT)

    assert bars(figure)["x"] == [700, -300, 100, 500]
    assert figures.SAMEN in words(figure)
    assert fmt.HIDDEN not in words(figure)


def test_a_difference_that_is_hidden_is_not_drawn() -> None:
    names = (name for name in waarom.Oorzaken.model_fields if name.startswith("door_"))
    hidden = WHOLE.model_copy(update=dict.fromkeys(("verschil", *names)))

    assert is_blank(figures.oorzaken([hidden], LIGHT))


def test_products_stand_by_themselves_the_largest_difference_first() -> None:
    rows = [WHOLE, cause("jw", "45", verschil=-900), cause("wmo", "01", verschil=400)]
    rows += [cause("jw", "43", verschil=None)]

    figure = figures.per_product(rows, LIGHT)

    assert bars(figure)["x"] == [-900, 400, None]
    assert bars(figure)["base"] == [0, 0, 0]
    assert figure["layout"]["meta"]["codes"] == ["jw-45", "wmo-01", "jw-43"]
    assert fmt.HIDDEN in words(figure)


def test_the_steps_are_told_to_who_cannot_see_them() -> None:
    told = alt(figures.oorzaken([WHOLE], LIGHT)).replace(fmt.NBSP, " ")

    assert "Meer of minder cliënten +€ 700; Meer of minder per cliënt −€ 300" in told


@pytest.mark.parametrize("missing", ["instroom", "gebleven"])
def test_a_stream_without_anybody_is_no_step(missing: str) -> None:
    names = [name for name in (*figures.STROMEN, "totaal") if name != missing]
    rows = [
        waarom.Stroom(
            wet="totaal",
            stroom=name,
            clienten=9,
            clienten_toen=9,
            bedrag=Decimal(9),
            bedrag_toen=Decimal(4),
            verschil=Decimal(5),
        )
        for name in names
    ]

    figure = figures.stromen(rows, LIGHT)

    assert len(bars(figure)["x"]) == len(names)
    assert figures.STROMEN[missing] not in words(figure)


def test_beside_a_chosen_product_the_others_fade_and_it_is_always_there() -> None:
    rows = [WHOLE, *(cause("jw", str(nr), verschil=100 - nr) for nr in range(40, 60))]

    figure = figures.per_product(rows, LIGHT, gekozen="jw-59")

    codes, colours = figure["layout"]["meta"]["codes"], bars(figure)["marker"]["color"]
    assert len(codes) == _bars.MOST
    assert {code for code, colour in zip(codes, colours, strict=True) if "rgba" not in colour} == {
        "jw-59"
    }
