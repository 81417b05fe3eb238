"""What is said of duration and waiting, from the rows of an answer."""

import pytest

from sdash import format as fmt
from sdash.figures import duur as figures
from sdash.figures.alt import alt
from sdash.figures.style import LIGHT
from sdash.queries import duur
from sdash.ui.duur import _achteraf, _mediaan
from sdash.ui.koppen import TE_WEINIG


def times(**known: object) -> duur.Tijden:
    """A row of which nothing is hidden."""
    usual = {
        **dict.fromkeys(("groep", "naam"), "totaal"),
        **dict.fromkeys(("clienten", "gemeten", "loopt", "risico_vier", "risico_tien"), 40),
        **dict.fromkeys(("binnen_vier", "binnen_tien", "binnen_norm", "achteraf_aandeel"), 0.5),
        "mediaan": 20,
        "norm": 6,
        "achteraf": 20,
        "onbekend": 0,
    }
    return duur.Tijden.model_validate({**usual, **known})


def course(*parts: float | None) -> list[duur.Verloop]:
    """The rows of one group, a step each."""
    return [
        duur.Verloop(
            groep="jw-45",
            naam="Jeugdhulp",
            stap=stap,
            clienten=None if part is None else 20,
            risico=None if part is None else 20,
            overleving=part,
            laag=part,
            hoog=part,
        )
        for stap, part in enumerate(parts)
    ]


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "1 dag"), (20, "20 dagen"), (91, "91 dagen"), (183, "6 maanden"), (517, "17 maanden")],
)
def test_a_long_time_is_said_in_months(days: int, words: str) -> None:
    assert figures.duur_in_woorden(days).replace(fmt.NBSP, " ") == words


def test_a_median_that_is_not_reached_is_no_zero() -> None:
    kop = _mediaan(times(mediaan=None))

    assert kop.waarde == "–"
    assert "meer dan de helft is nog niet voorbij" in kop.basis


def test_a_median_of_few_people_is_hidden() -> None:
    assert _mediaan(times(gemeten=None, mediaan=None)) == TE_WEINIG


def test_what_was_arranged_afterwards_is_said_with_its_share() -> None:
    [said] = _achteraf(times(achteraf_aandeel=0.12), times(achteraf_aandeel=None))

    assert said.replace(fmt.NBSP, " ").startswith("Van de mensen is 12 % achteraf toegewezen,")


def test_a_line_says_when_half_of_it_is_over_and_stops_where_too_few_are_followed() -> None:
    drawing = figures.verloop(course(1.0, 0.7, 0.4, None), LIGHT)

    said = alt(drawing).replace(fmt.NBSP, " ")
    assert "40 % duurt langer dan 2 maanden; na 2 maanden is de helft voorbij" in said
    [line] = [trace for trace in drawing["data"] if trace.get("name")]
    assert line["y"] == [100, 70, 40]


def test_under_a_line_stands_how_many_are_followed_and_a_dash_for_few() -> None:
    drawing = figures.verloop([*course(1.0, 0.9), *course(*[None] * 4)[3:]], LIGHT)

    [written] = [trace for trace in drawing["data"] if trace["mode"] == "text"]
    assert written["text"][1:] == ["20", "–"]
