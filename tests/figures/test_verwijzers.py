"""Who sends people to care, drawn: nothing that is hidden is drawn as none."""

from datetime import UTC, date, datetime

from sdash import format as fmt
from sdash.figures import verwijzers as figures
from sdash.figures.style import LIGHT
from sdash.queries import verwijzers
from tests.figures.reading import traces, words

FIRST, SECOND = date(2026, 1, 1), date(2026, 4, 1)


def kwartaal(day: date, code: str, share: float | None) -> verwijzers.Kwartaal:
    return verwijzers.Kwartaal(
        kwartaal=day, verwijzer=code, naam=code, clienten=9, samen=30, aandeel=share
    )


def test_a_quarter_without_people_is_none_and_a_hidden_one_is_a_gap() -> None:
    rows = [
        kwartaal(FIRST, "01", 0.5),
        kwartaal(FIRST, "02", 0.25),
        kwartaal(SECOND, "01", None),
    ]

    gemeente, huisarts = traces(figures.per_kwartaal(rows, LIGHT))

    assert gemeente["y"] == [50.0, None]
    assert huisarts["y"] == [25.0, 0.0]
    assert gemeente["x"] == ["K1\N{NO-BREAK SPACE}2026", "K2\N{NO-BREAK SPACE}2026"]


def test_who_is_unknown_flattens_no_other_line() -> None:
    rows = [kwartaal(FIRST, "01", 0.1), kwartaal(FIRST, "onbekend", 0.9)]

    [gemeente] = traces(figures.per_kwartaal(rows, LIGHT))

    assert gemeente["y"] == [10.0]


def test_a_line_of_which_all_is_hidden_has_no_name_beside_it() -> None:
    rows = [kwartaal(FIRST, "01", 0.5), kwartaal(FIRST, "08", None)]

    drawn = figures.per_kwartaal(rows, LIGHT)

    assert "gemeente" in words(drawn)
    assert "rechter" not in words(drawn)


def test_a_bar_says_who_sent_most_and_nothing_of_few() -> None:
    rows = [
        verwijzers.Groep(
            groep="Dyslexie", verwijzer=code, naam=code, clienten=9, samen=30, aandeel=share
        )
        for code, share in (("01", 0.2), ("02", 0.5), ("03", None))
    ]

    said = words(figures.per_groep(rows, LIGHT)).replace(fmt.NBSP, " ")

    assert "huisarts 50 % · gemeente 20 %" in said
    assert "jeugdarts" not in said


def test_a_poh_begins_before_its_first_three_months() -> None:
    rows = [
        verwijzers.RondPoh(
            sinds=sinds, praktijken=3, verwezen=20, verwezen_zonder=20, met=2.0, zonder=zonder
        )
        for sinds, zonder in ((-3, 3.0), (0, None))
    ]

    drawn = figures.rond_poh(rows, LIGHT)

    met, zonder = traces(drawn)
    [begin] = drawn["layout"]["shapes"]
    assert met["x"][0] < begin["x0"] < met["x"][1]
    assert zonder["y"] == [3.0, None]


def test_medicine_of_the_gemeente_stands_beside_the_country() -> None:
    rows = [
        verwijzers.Medicatie(
            jaar=2024,
            groep="ADHD",
            regio=regio,
            per_duizend=40.0,
            ontvangen_op=datetime(2026, 1, 1, tzinfo=UTC),
        )
        for regio in ("GM1681", "NL01")
    ]

    said = words(figures.medicatie(rows, LIGHT))

    assert "Onze gemeente" in said
    assert "Nederland" in said
