import csv
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

from sdash.simulate.casussen import casussen
from sdash.simulate.catalogus import AANBIEDERS, PRODUCTEN
from sdash.simulate.huishoudens import huishoudens
from sdash.simulate.naast import naast
from sdash.simulate.personen import lees_postcodes
from sdash.simulate.plaats import plaats
from sdash.simulate.stroom import LAATSTE_MAAND
from sdash.simulate.teams import teams
from sdash.simulate.wachten import wachten

VOORBEELD = Path(__file__).parents[2] / "sample_data"
EINDE = "2026-10-31"
WIJKEN = 25


def _rijen(naam: str) -> list[dict[str, str]]:
    with (VOORBEELD / naam).open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand, delimiter=";"))


def _wijken() -> set[str]:
    return {r["regio_code"] for r in _rijen("kerncijfers.csv") if r["regio_soort"] == "wijk"}


def _lopend(rijen: list[dict[str, str]]) -> list[dict[str, str]]:
    return [r for r in rijen if r["begindatum"] <= EINDE and not r["einddatum"]]


def test_every_aanbieder_is_named_and_says_that_it_is_fictitious() -> None:
    namen = {rij["agb_code"]: rij["naam"] for rij in _rijen("aanbieders.csv")}

    assert set(namen) == {aanbieder.agb for aanbieder in AANBIEDERS}
    assert [naam for naam in namen.values() if not naam.endswith("(fictief)")] == []


def test_every_product_is_delivered_by_someone() -> None:
    geleverd = {code for aanbieder in AANBIEDERS for code in aanbieder.codes}

    assert geleverd == {product.code for product in PRODUCTEN}


def test_there_are_twenty_five_wijken_everywhere() -> None:
    wijken = _wijken()

    assert len(wijken) == WIJKEN
    assert {rij["wijk_code"] for rij in _rijen("postcodes.csv")} == wijken
    assert {rij["regio_code"] for rij in _rijen("kaart.csv")} == wijken
    assert {rij["wijk_code"] for rij in _rijen("teams.csv")} == wijken


def test_a_wijk_has_one_team_at_a_time() -> None:
    dagen = ("2016-01-01", "2017-12-31", "2018-01-01", EINDE)
    per_dag = [
        Counter(
            rij["wijk_code"]
            for rij in _rijen("teams.csv")
            if rij["van"] <= dag <= (rij["tot"] or "9999")
        )
        for dag in dagen
    ]

    assert per_dag == [Counter(_wijken())] * len(dagen)


def test_every_team_works_for_at_least_four_thousand_inhabitants() -> None:
    inwoners = {
        rij["regio_code"]: int(rij["waarde"])
        for rij in _rijen("kerncijfers.csv")
        if rij["indicator"] == "Inwoners" and rij["jaar"] == "2024"
    }
    per_team: Counter[str] = Counter()
    for rij in _rijen("teams.csv"):
        per_team[rij["team"]] += 0 if rij["tot"] else inwoners[rij["wijk_code"]]

    assert len(per_team) == 4
    assert min(per_team.values()) >= 4000


def test_four_digits_of_a_postcode_belong_to_one_wijk() -> None:
    paren = {(rij["postcode"][:4], rij["wijk_code"]) for rij in _rijen("postcodes.csv")}

    assert len({code for code, _ in paren}) == len(paren) == WIJKEN
    assert len(lees_postcodes(plaats())) > 1000


def test_the_budget_of_2025_is_the_published_one() -> None:
    lasten = {
        rij["taakveld"]: int(rij["lasten"])
        for rij in _rijen("begroting.csv")
        if rij["jaar"] == "2025" and rij["stand"] == "primitief"
    }

    assert (
        sum(lasten[veld] for veld in lasten if veld.startswith(("6.75", "6.76", "6.82")))
        == 7_275_000
    )
    assert sum(lasten[veld] for veld in lasten if veld.startswith(("6.60", "6.71"))) == 8_213_000


def test_only_the_budget_of_2026_is_fictitious() -> None:
    jaren = {(rij["jaar"], rij["fictief"]) for rij in _rijen("begroting.csv")}

    assert jaren == {("2023", "nee"), ("2024", "nee"), ("2025", "nee"), ("2026", "ja")}


def test_every_figure_names_its_source() -> None:
    bronnen = {rij["bron"] for rij in _rijen("kerncijfers.csv")}

    assert [bron for bron in bronnen if not bron.startswith(("Bron: CBS", "Bron: RIVM/GGD"))] == []


def test_wijken_on_the_map_touch_without_overlapping() -> None:
    hoeken: dict[str, list[tuple[str, str]]] = {}
    for rij in _rijen("kaart.csv"):
        hoeken.setdefault(rij["regio_code"], []).append((rij["x"], rij["y"]))
    zijden = Counter(
        frozenset(zijde) for ring in hoeken.values() for zijde in pairwise([*ring, ring[0]])
    )

    assert max(zijden.values()) == 2
    assert list(zijden.values()).count(2) > 2 * WIJKEN


def test_the_casussen_are_those_of_the_simulator() -> None:
    assert (VOORBEELD / "casussen.csv").read_bytes() == casussen(1, 1610, 34, LAATSTE_MAAND)


def test_what_the_teams_do_is_that_of_the_simulator() -> None:
    verwacht = teams(1, 1610, 34, LAATSTE_MAAND)

    assert {naam: (VOORBEELD / naam).read_bytes() for naam in verwacht} == verwacht


def test_a_casus_is_now_in_the_taak_that_its_own_file_says() -> None:
    open_taak = {r["casusnummer"]: r["taak"] for r in _rijen("casustaken.csv") if not r["tot"]}
    lopend = {r["casusnummer"]: r["taak"] for r in _lopend(_rijen("casussen.csv"))}

    assert len(lopend.items() & open_taak.items()) > 0.99 * len(lopend)
    assert open_taak.items() <= lopend.items()


def test_every_team_has_formatie_in_every_month() -> None:
    maanden = Counter(r["team"] for r in _rijen("formatie.csv") if not r["taak"])

    assert maanden == dict.fromkeys({r["team"] for r in _rijen("teams.csv")}, 34)


def test_what_comes_beside_the_messages_is_that_of_the_simulator() -> None:
    assert {naam: (VOORBEELD / naam).read_bytes() for naam in naast(1)} == naast(1)


def test_the_files_about_waiting_are_those_of_the_generator() -> None:
    assert {naam: (VOORBEELD / naam).read_bytes() for naam in wachten(1)} == wachten(1)


def test_the_files_about_households_are_those_of_the_generator() -> None:
    made = huishoudens(1)

    assert {naam: (VOORBEELD / naam).read_bytes() for naam in made} == made


def test_what_comes_beside_the_messages_is_booked_on_taakvelden_of_its_year() -> None:
    begroot = {(rij["jaar"], rij["taakveld"]) for rij in _rijen("begroting.csv")}
    geboekt = {
        (rij.get("jaar") or rij["maand"][:4], rij["taakveld"])
        for naam in ("taakgericht.csv", "subsidies.csv", "eigen_bijdragen.csv")
        for rij in _rijen(naam)
    }

    assert {jaar for jaar, _ in geboekt} == {"2024", "2025", "2026"}
    assert geboekt - begroot == set()


def test_about_a_thousand_casussen_are_open() -> None:
    assert 950 <= len(_lopend(_rijen("casussen.csv"))) <= 1050


def test_more_than_forty_percent_of_new_casussen_was_known() -> None:
    nieuw = [rij for rij in _rijen("casussen.csv") if rij["begindatum"] >= "2025"]
    bekend = [rij for rij in nieuw if rij["eerder_bekend"] == "ja"]

    assert 0.40 < len(bekend) / len(nieuw) < 0.46


def test_a_casus_is_with_the_team_of_its_wijk() -> None:
    teams = {(rij["team"], rij["wijk_code"]) for rij in _rijen("teams.csv") if not rij["tot"]}

    assert {(rij["team"], rij["wijk_code"]) for rij in _rijen("casussen.csv")} <= teams


def test_another_end_gives_another_file() -> None:
    assert casussen(1, 50, 3, date(2024, 5, 1)) != casussen(1, 50, 3, date(2024, 6, 1))


def test_the_tarieven_are_those_of_the_simulated_lines() -> None:
    tarieven = {
        (rij["productcode"], rij["eenheid"], int(rij["van"][:4])): rij["tarief"]
        for rij in _rijen("tarieven.csv")
    }

    assert tarieven == {
        (product.code, product.eenheid, jaar): f"{product.tarief_in(jaar) / 100:.2f}"
        for product in PRODUCTEN
        for jaar in (2024, 2025, 2026, 2027)
    }


def test_every_contract_is_of_an_aanbieder_that_delivers_under_its_wet() -> None:
    wetten = {(aanbieder.agb, wet) for aanbieder in AANBIEDERS for wet in aanbieder.wetten()}

    assert {(rij["agb_code"], rij["wet"]) for rij in _rijen("contracten.csv")} == wetten
