"""What who cannot see a figure hears instead."""

from decimal import Decimal

from sdash import format as fmt
from sdash.domain import Wet
from sdash.figures import regenboog, uitgaven, wijkprofiel
from sdash.figures.alt import alt
from sdash.figures.style import LIGHT
from sdash.queries import uitgaven as rijen
from tests.figures.conftest import kern, verloop
from tests.figures.test_regenboog import LAGEN
from tests.figures.test_wijkprofiel import CORNERS, profile, values

Shares = list[rijen.Volledigheid]


def said(words: str) -> str:
    return words.replace(fmt.NBSP, " ")


def test_a_course_is_told_from_its_first_to_its_last_month(volledigheid: Shares) -> None:
    rows = [*verloop(Wet.JW, [100, 200, 300]), *verloop(Wet.WMO, [50, 100, 150])]

    words = said(alt(uitgaven.koers(rows, [kern()], volledigheid, [], LIGHT)))

    assert words == (
        "Bedragen opgeteld per maand. Jeugd: € 100 in jan 2026, € 600 in mrt 2026. "
        "Wmo: € 50 in jan 2026, € 300 in mrt 2026. "
        "Begroting, gelijk verdeeld: € 200 in jan 2026, € 2.400 in dec 2026."
    )


def test_a_top_in_between_is_told_too(volledigheid: Shares) -> None:
    words = said(alt(uitgaven.per_maand(verloop(Wet.JW, [100, 400, 300]), volledigheid, LIGHT)))

    assert "het hoogst in feb 2026 met € 400" in words


def test_bars_are_told_from_the_largest_on_with_what_is_hidden() -> None:
    rows = [
        rijen.PerWijk(
            wijk_code=naam,
            naam=naam,
            clienten=None if bedrag is None else 20,
            ingediend=None if bedrag is None else Decimal(bedrag),
            toegekend=None,
            in_behandeling=None,
        )
        for naam, bedrag in (("a", 10), ("b", 40), ("c", None), ("d", 30), ("e", 20))
    ]

    words = said(alt(uitgaven.per_wijk(rows, LIGHT)))

    assert words == (
        "Liggende staven. b € 40, d € 30, e € 20, nog 1, tot € 10, "
        "1 met te weinig mensen om te tonen."
    )


def test_a_mark_beside_a_bar_is_not_told_as_a_course() -> None:
    row = rijen.PerTaakveld(
        wet=Wet.WMO,
        taakveld="6.711",
        naam="Huishoudelijke hulp",
        clienten=40,
        ingediend=Decimal(800),
        begroot=Decimal(1000),
    )

    words = said(alt(uitgaven.per_taakveld([row], LIGHT)))

    assert words == "Liggende staven. Huishoudelijke hulp € 800."


def test_a_map_is_told_by_its_highest_wijken() -> None:
    words = said(alt(wijkprofiel.kaart(values(10, 20, 30), CORNERS, LIGHT)))

    assert words.endswith("Wijk WK3 30 %, Wijk WK2 20 %, Wijk WK1 10 %.")


def test_a_profile_is_told_beside_gemeente_and_country() -> None:
    words = said(alt(wijkprofiel.profiel([profile("Koopwoningen", 60, 50)], LIGHT)))

    assert "Koopwoningen: 60 %, gemeente 50 %, Nederland 30 %" in words


def test_the_regenboog_is_told_layer_by_layer() -> None:
    words = said(alt(regenboog.lagen(LAGEN, LIGHT)))

    assert "Eigen kracht: geen bron. Maatwerk: 900 mensen · € 1,0 mln." in words
