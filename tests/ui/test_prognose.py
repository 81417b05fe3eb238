"""What a page says of the forecast, written from its rows."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sdash import format as fmt
from sdash.prognose import bijhouden
from sdash.prognose.toestand import Toestand
from sdash.queries import geld, jaareinde
from sdash.ui import prognose, viewer

NOTHING: dict[str, Any] = dict.fromkeys(jaareinde.Kern.model_fields)
USUAL = {
    "maand": date(2026, 9, 1),
    "clienten": 900,
    "laag": Decimal(11_800_000),
    "midden": Decimal(12_200_000),
    "hoog": Decimal(12_600_000),
    "begroot": Decimal(12_100_000),
    "afwijking": Decimal(100_000),
    "kans": 0.6,
}


def kern(**parts: Any) -> jaareinde.Kern:  # noqa: ANN401  (any column)
    return jaareinde.Kern(**{**NOTHING, **USUAL, **parts})


def plain(said: str) -> str:
    return said.replace(fmt.NBSP, " ")


def test_the_sentence_names_the_band_and_the_budget() -> None:
    assert plain(prognose.zin(kern(), 2026)) == (
        "Het jaar 2026 eindigt waarschijnlijk tussen € 11,8 en € 12,6 mln; begroot is € 12,1 mln."
    )


@pytest.mark.parametrize(
    ("laag", "hoog", "said"),
    [
        (3_760_000, 3_840_000, "tussen € 3,76 en € 3,84 mln"),
        (980_000, 1_240_000, "tussen € 1,0 en € 1,2 mln"),
        (61_440, 67_830, "tussen € 61.400 en € 67.800"),
        (40_000, 1_240_000, "tussen € 40.000 en € 1,2 mln"),
        (3_800_000, 3_801_000, "rond € 3,8 mln"),
        (14_943_000, 14_943_000, "rond € 14,9 mln"),
        (61_440, 61_440, "rond € 61.400"),
    ],
)
def test_a_band_is_as_precise_as_its_edges_differ(laag: int, hoog: int, said: str) -> None:
    assert plain(prognose.tussen(kern(laag=Decimal(laag), hoog=Decimal(hoog)))) == said


def test_without_a_band_it_is_about_that_much() -> None:
    assert plain(prognose.tussen(kern(laag=None, hoog=None))) == "rond € 12,2 mln"


def test_what_is_expected_stands_beside_the_budget_of_the_same_taakvelden() -> None:
    assert plain(prognose.verwachting(kern())) == (
        " Naar verwachting eindigt het jaar tussen € 11,8 en € 12,6 mln;"
        " voor dezelfde taakvelden is € 12,1 mln begroot."
    )
    assert plain(prognose.verwachting(kern(begroot=None))).endswith("€ 12,6 mln.")
    assert prognose.verwachting(kern(midden=None)) == ""


def test_without_a_forecast_the_sentence_says_so() -> None:
    assert "kan hier nog niet gezegd worden" in prognose.zin(kern(midden=None), 2026)


def test_an_invented_budget_is_called_so() -> None:
    assert "; fictief begroot is " in prognose.zin(kern(begroot_fictief=True), 2026)


@pytest.mark.parametrize(
    ("afwijking", "side"), [(100_000, "N, nadelig"), (-100_000, "V, voordelig")]
)
def test_the_sign_of_a_deviation_is_said(afwijking: int, side: str) -> None:
    found = prognose.afwijking(kern(afwijking=Decimal(afwijking)))

    assert (plain(found.waarde), found.verandering) == ("€ 100.000", side)
    assert plain(found.basis) == "kans op overschrijding 60 %"


def month(nr: int, binnen: int | None, verwacht: int | None) -> jaareinde.Verloop:
    nothing: dict[str, Any] = dict.fromkeys(jaareinde.Verloop.model_fields)
    said = {"maand": date(2026, nr, 1), "binnen": binnen, "verwacht": verwacht}
    return jaareinde.Verloop(**{**nothing, **said})


def test_a_month_that_was_says_how_much_of_it_is_in() -> None:
    rows = [month(6, 99, 100), month(7, 83, 100), month(8, 0, 100), month(10, None, 100)]

    assert [plain(one) for one in prognose.nog_binnen(kern(), [*rows, month(9, None, None)])] == [
        "Juli: 83 % van wat we verwachten is binnen.",
        "Augustus: aan het eind van die maand was er nog niets van binnen.",
    ]


def test_what_is_still_to_come_has_its_error() -> None:
    (said,) = prognose.nog_binnen(kern(komt=Decimal(22_800), komt_fout=Decimal(8_900)), [])

    assert "nog € 22.800 binnen, met een standaardfout van € 8.900." in plain(said)


def looked_back(
    nr: int, midden: int, uitkomst: int | None = 100, naief: int = 80
) -> jaareinde.Terugblik:
    return jaareinde.Terugblik(
        maand=date(2025, nr, 1),
        jaar=2025,
        clienten=90,
        laag=Decimal(midden - 5),
        midden=Decimal(midden),
        hoog=Decimal(midden + 5),
        naief=Decimal(naief),
        uitkomst=None if uitkomst is None else Decimal(uitkomst),
    )


def test_looking_back_counts_how_often_the_band_held_and_how_far_it_was() -> None:
    rows = [looked_back(6, 110), looked_back(8, 102), looked_back(9, 104, naief=90)]

    said = plain(prognose.nagerekend([*rows, looked_back(10, 50, None)]))

    assert said.startswith("Nagerekend over 3 momenten: de uitkomst lag in 67 % daarvan in de band")
    assert said.endswith("zat P50 er gemiddeld 3,0 % naast, en wie de maanden doortrekt 15,0 %.")


def test_without_a_year_that_is_over_nothing_is_claimed() -> None:
    assert "te weinig jaren" in prognose.nagerekend([looked_back(10, 50, None)])


def test_the_reserve_stands_beside_what_an_overrun_could_ask() -> None:
    rows = [
        geld.Reserve(
            reserve="Sociaal domein",
            jaar=jaar,
            stand=Decimal(stand),
            storting=Decimal(0),
            onttrekking=Decimal(0),
            klopt=None,
        )
        for jaar, stand in ((2024, 9_000_000), (2025, 400_000), (2027, 1))
    ]

    ((_, short),) = prognose.reserve(kern(), rows, 2026)
    ((_, under),) = prognose.reserve(kern(begroot=Decimal(20_000_000)), rows, 2026)

    assert plain(short.waarde) == "€ 400.000"
    assert plain(short.basis) == "eind 2025; te weinig voor een overschrijding tot P90, € 500.000"
    assert under.basis == "eind 2025; P90 blijft onder de begroting"
    assert prognose.reserve(kern(), [], 2026) == []


@pytest.mark.parametrize(
    ("toestand", "said"),
    [
        (Toestand(), "wordt berekend"),
        (Toestand(versie=(1, 1), gedaan=12, van=36), "bijgewerkt: 12 van 36 maanden"),
        (Toestand(versie=(1, 1), mislukt=3.0), "over een minuut proberen we het opnieuw"),
        (Toestand(versie=(1, 1)), "Waarom hier iets ontbreekt: te kort."),
    ],
)
def test_a_page_says_how_the_forecast_is_doing(
    monkeypatch: pytest.MonkeyPatch, toestand: Toestand, said: str
) -> None:
    monkeypatch.setattr(bijhouden, "toestand", lambda _per: toestand)
    monkeypatch.setattr(viewer, "per", viewer.Per)

    assert said in plain(prognose.melding(kern(reden="te kort")))


def test_what_is_not_known_yet_is_not_called_hidden() -> None:
    nothing = jaareinde.Kern(**NOTHING)
    hidden = jaareinde.Kern(**{**NOTHING, "maand": date(2026, 9, 1)})

    for kop in (prognose.verwacht, prognose.doorgetrokken):
        assert kop(nothing).basis == "nog niet te zeggen"
        assert kop(hidden).basis == fmt.HIDDEN
