"""The table behind a chart: Dutch, escaped, and hidden where it must be."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from sdash import format as fmt
from sdash.answers import Answer
from sdash.domain import Wet
from sdash.queries import gegevens, uitgaven
from sdash.ui import tables

NAME = "uitgaven/per_aanbieder"
NOTHING: frozenset[str] = frozenset()


def aanbieder(naam: str, bedrag: int | None = 1234567) -> uitgaven.PerAanbieder:
    money = None if bedrag is None else Decimal(bedrag)
    return uitgaven.PerAanbieder(
        aanbieder="42420001",
        naam=naam,
        clienten=None if bedrag is None else 1234,
        ingediend=money,
        toegekend=money,
        in_behandeling=money,
    )


def test_numbers_stand_to_the_right_under_the_name_of_their_measure() -> None:
    head, sides, row = tables.markdown(NAME, Answer([aanbieder("Zorg")], [NOTHING], 1)).split("\n")

    assert head == ("| AGB-code | Naam | Cliënten | Ingediend | Toegekend | In behandeling |")
    assert sides == "| :--- | :--- | ---: | ---: | ---: | ---: |"
    assert row.replace(fmt.NBSP, " ").startswith("| 42420001 | Zorg | 1.234 | € 1.234.567,00 |")


def test_a_hidden_cell_says_that_it_is_hidden() -> None:
    hidden = frozenset({"clienten", "ingediend", "toegekend", "in_behandeling"})

    table = tables.markdown(NAME, Answer([aanbieder("Klein", None)], [hidden], 1))

    assert table.count(fmt.HIDDEN) == 4


def test_a_name_cannot_break_out_of_its_cell() -> None:
    table = tables.markdown(NAME, Answer([aanbieder("a | ![](//b)")], [NOTHING], 1))

    assert "a \\| \\!\\[\\]\\(//b\\)" in table


def test_a_long_answer_is_cut() -> None:
    rows = [aanbieder(str(nr)) for nr in range(300)]

    table = tables.markdown(NAME, Answer(rows, [NOTHING] * 300, 1))

    assert len(table.split("\n")) == tables.MOST + 2


def test_words_of_the_database_become_dutch() -> None:
    assert tables.cell("wet", Wet.JW) == "Jeugd"
    assert tables.cell("wet", "totaal") == "Totaal"
    assert tables.cell("status", "in_behandeling") == "in behandeling"
    assert tables.cell("fictief", value=True) == "ja"
    assert tables.cell("maand", date(2026, 10, 1)) == fmt.month(date(2026, 10, 1))
    assert tables.cell("begin", date(2026, 10, 3)) == "3 oktober 2026"
    assert tables.cell("aandeel", 0.123) == fmt.percent(0.123, 1)
    assert tables.cell("vlaggen", ("9338", "9307")) == "9338, 9307"
    assert tables.cell("waarde", None) == "–"


def test_a_source_tells_its_age() -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    row = gegevens.Bron(
        soort=None,
        wet=None,
        leveringen=1,
        gelezen=1,
        geaccepteerd=0,
        afgekeurd=1,
        laatste=now - timedelta(days=3),
    )

    table = tables.markdown("gegevens/bronnen", Answer([row], [NOTHING], 1), now)

    assert "3 dagen geleden" in table
    assert "niet te lezen" in table


def test_every_figure_of_a_table_is_explained() -> None:
    said = tables.definitions(NAME, Answer([aanbieder("Zorg")], [NOTHING], 1))

    assert said.startswith("- **Cliënten**: Unieke personen")
    assert said.count("\n") == 3
