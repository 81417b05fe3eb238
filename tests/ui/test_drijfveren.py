"""What made the difference, in sentences that are computed and can be said aloud."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from sdash.queries.waarom import Oorzaken, Verandering
from sdash.ui import drijfveren, perioden
from sdash.ui.koppen import TE_WEINIG
from tests.figures.test_waarom import cause
from tests.ui.rows import plain

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
CODES = {"jaar": "2026", "periode": "t10", "tegen": "2025-t10", "maat": "ingediend"}
KEUZE = perioden.Naast(CODES, {}, NOW)
BEGELEIDING = cause(
    "wmo",
    "02",
    naam="Begeleiding",
    verschil=214_000,
    clienten=162,
    clienten_toen=150,
    door_clienten=140_000,
    door_intensiteit=74_000,
    groei_intensiteit=0.04,
    groei_prijs=0.0,
    eenheid="04",
)


def whole(**known: Any) -> Oorzaken:  # noqa: ANN401  (any column)
    usual: dict[str, Any] = {
        "verschil": 800_000,
        "bedrag": 10_800_000,
        "bedrag_toen": 10_000_000,
    }
    return cause(**{**usual, "door_clienten": 500_000, "door_prijs": 300_000, **known})


def test_a_product_is_told_in_one_sentence() -> None:
    first, *_ = drijfveren.punten([whole(), BEGELEIDING])

    assert plain(first) == (
        "Begeleiding (Wmo) kost € 214.000 meer: 12 cliënten meer (+8 %), "
        "per cliënt 4 % meer uren en de prijs bleef gelijk."
    )


def test_what_fell_is_told_as_less() -> None:
    cheaper = BEGELEIDING.model_copy(
        update={
            "verschil": Decimal(-20_000),
            "clienten": 149,
            "door_clienten": Decimal(-6_000),
            "groei_intensiteit": -0.1,
            "groei_prijs": -0.02,
            "eenheid": None,
        }
    )

    (said, _) = drijfveren.punten([whole(), cheaper])

    assert plain(said) == (
        "Begeleiding (Wmo) kost € 20.000 minder: 1 cliënt minder (−1 %), "
        "per cliënt 10 % minder zorg en de prijs 2 % lager."
    )


def test_a_shift_or_a_new_product_is_named_when_it_is_a_large_part() -> None:
    same = {"clienten": 150, "door_clienten": Decimal(0), "door_mix": Decimal(100_000)}
    shifted = BEGELEIDING.model_copy(update={**same, "door_nieuw": Decimal(20_000)})
    new = BEGELEIDING.model_copy(update={"door_nieuw": Decimal(60_000)})

    (of_shifted, _), (of_new, _) = (drijfveren.punten([whole(), row]) for row in (shifted, new))

    assert "evenveel cliënten" in of_shifted
    assert plain(of_shifted).endswith("en +€ 100.000 door een verschuiving naar andere codes.")
    assert plain(of_new).endswith("en +€ 60.000 door nieuwe producten.")


def test_five_are_named_by_their_money_and_the_rest_is_one() -> None:
    rows = [cause("jw", str(nr), naam=f"P{nr}", verschil=nr * (-1) ** nr) for nr in range(1, 9)]
    rows += [cause("jw", "99", naam="verborgen", verschil=None), whole(verschil=1000)]

    said = drijfveren.punten(rows)

    assert [words.split(" ")[0] for words in said] == ["P8", "P7", "P6", "P5", "P4", "Alle"]
    assert plain(said[-1]) == "Alle andere producten samen: € 994 meer."


def test_the_whole_says_how_much_and_what_did_most() -> None:
    said = plain(drijfveren.zin([whole(), BEGELEIDING], KEUZE))

    assert said == (
        "In 2026 tot en met oktober is € 800.000 meer ingediend dan in 2025 tot en met oktober "
        "(+8,0 %), vooral door meer cliënten."
    )


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([], "niets dat getoond kan worden"),
        ([whole(verschil=None)], "kan hier niet getoond worden"),
        ([whole(bedrag_toen=0)], "Van 2025 tot en met oktober zijn er geen bedragen"),
    ],
)
def test_what_cannot_be_compared_is_said(rows: list[Oorzaken], words: str) -> None:
    assert words in drijfveren.zin(rows, KEUZE)


def test_what_became_known_is_told_of_each_wet() -> None:
    rows = [
        Verandering(wet=wet, soort=soort, clienten=9, ingediend=amount, toegekend=None)
        for wet, soort, amount in (
            ("jw", "nieuw", Decimal(1200)),
            ("jw", "gecorrigeerd", Decimal(-300)),
            ("jw", "totaal", Decimal(900)),
            ("wmo", "laat", None),
            ("wmo", "totaal", None),
        )
    ]

    assert [plain(said) for said in drijfveren.bekend(rows)] == [
        "Jeugd: maanden die nog liepen +€ 1.200 en door correcties −€ 300.",
        "Wmo: later ontvangen over maanden die al voorbij waren te weinig mensen om te tonen.",
    ]


def test_a_hidden_whole_has_no_numbers() -> None:
    hidden = whole(verschil=None, door_clienten=None, door_intensiteit=None, door_prijs=None)

    for kop in (drijfveren.verschil, drijfveren.clienten, drijfveren.intensiteit, drijfveren.prijs):
        assert kop([hidden]) == TE_WEINIG


def test_a_year_has_the_stretches_that_are_over() -> None:
    assert [*perioden.stretches(4)] == ["t4", "k1", "m1", "m2", "m3", "m4"]
    assert perioden.stretches(12)["t12"] == "Heel het jaar"


@pytest.mark.parametrize(
    ("deel", "first", "last"),
    [("t10", (1, 1), (10, 1)), ("k2", (4, 1), (6, 1)), ("m12", (12, 1), (12, 1))],
)
def test_a_stretch_is_from_its_first_month_to_its_last(
    deel: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    assert perioden.months(2026, deel) == (date(2026, *first), date(2026, *last))


def test_a_stretch_is_laid_beside_others_of_its_kind_that_of_a_year_before_first() -> None:
    beside = perioden.besides(2026, "k3", [2025, 2026], date(2015, 1, 1))

    assert next(iter(beside)) == "2025-k3"
    assert {*beside} == {f"{jaar}-k{nr}" for jaar in (2025, 2026) for nr in range(1, 5)} - {
        "2026-k3"
    }


def test_what_is_not_kept_any_more_is_nothing_to_lay_beside() -> None:
    assert [*perioden.besides(2026, "t10", [2026], date(2026, 1, 1))] == ["2026-t10"]
