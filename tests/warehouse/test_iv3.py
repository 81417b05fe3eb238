"""Iv3 in the warehouse: the second placement counts, and totals only where nothing finer is."""

from decimal import Decimal

from tests.warehouse.boek import Boek

HEAD = "jaar;stand;plaatsing;gemeenten;taakveld;lasten;baten;inwonertal;stedelijkheid\n"
TOTALEN = (
    "jaar;stand;gemeente;jeugd_maatwerk;jeugd_gedwongen;wmo;opvang;participatie;samenkracht;"
    "toegang;beleid\n"
)
KENMERKEN = (
    "jaar;gemeente;provincie;inwoners;jongeren;gemeentegrootte;stedelijkheid;sociale_structuur;"
    "centrumfunctie;centrumgemeente;bron\n"
)
POSTEN = {
    "6.1": "samenkracht",
    "6.2": "toegang",
    "6.23": "toegang",
    "6.3": "participatie",
    "6.6": "wmo",
    "6.60": "wmo",
    "6.71": "wmo",
    "6.71a": "wmo",
    "6.714": "wmo",
    "6.791": "wmo",
    "6.72": "jeugd_maatwerk",
    "6.74c": "jeugd_maatwerk",
    "6.763": "jeugd_maatwerk",
    "6.792": "jeugd_maatwerk",
    "6.81b": "opvang",
    "6.811": "opvang",
    "6.82": "jeugd_gedwongen",
    "6.821": "jeugd_gedwongen",
    "6.92": "beleid",
}


def test_a_taakveld_of_any_generation_is_compared_with_its_own_kind(boek: Boek) -> None:
    rows = "".join(f"2025;begroting;;Assen;{taakveld};1;0;70395;\n" for taakveld in POSTEN)

    boek.deliver(HEAD + rows + "2025;begroting;;Assen;0.4;9;0;70395;\n")

    assert dict(boek.ask("SELECT taakveld, post FROM iv3")) == POSTEN


def test_amounts_are_euros(boek: Boek) -> None:
    boek.deliver(f"{HEAD}2025;begroting;;Assen;6.1;12,5;-3;70395;\n")

    assert boek.ask("SELECT lasten, baten FROM iv3") == [(Decimal(12_500), Decimal(-3_000))]


def test_the_second_placement_counts_also_when_it_came_first(boek: Boek) -> None:
    boek.deliver(f"{HEAD}2025;begroting;2;Assen;6.1;20;0;70395;\n")
    boek.deliver(f"{HEAD}2025;begroting;1;Assen;6.1;10;0;70395;\n")

    assert boek.ask("SELECT lasten FROM iv3") == [(Decimal(20_000),)]


def test_who_reported_nothing_did_not_deliver(boek: Boek) -> None:
    boek.deliver(
        f"{HEAD}2025;begroting;;De Bilt;6.1;0;0;43890;\n2025;begroting;;Assen;6.1;1;0;70395;\n"
        "2025;begroting;;Assen;6.2;0;0;70395;\n"
    )

    found = boek.ask("SELECT regio_code, taakveld FROM iv3 ORDER BY taakveld")
    assert found == [("GM0106", "6.1"), ("GM0106", "6.2")]


def test_a_total_counts_only_where_nothing_finer_is(boek: Boek) -> None:
    boek.deliver(
        f"{TOTALEN}2025;begroting;Assen;9;9;9;9;9;9;9;9\n2025;begroting;Hoorn;1;2;3;4;5;6;7;8\n"
    )
    boek.deliver(f"{HEAD}2025;begroting;;Assen;6.1;5;0;70395;\n")

    found = boek.ask("SELECT regio_code, sum(lasten) FROM iv3 GROUP BY regio_code ORDER BY 1")
    assert found == [("GM0106", Decimal(5_000)), ("GM0405", Decimal(36_000))]


def test_the_file_of_a_gemeente_goes_before_what_iv3_says_of_it(boek: Boek) -> None:
    boek.deliver(f"{HEAD}2025;begroting;;Assen;6.1;5;0;70395;sterk stedelijk\n")
    boek.deliver(f"{KENMERKEN}2025;Assen;;70400;18958;;;matig;;ja;CBS\n")

    found = boek.ask(
        "SELECT naam, inwoners, jongeren, stedelijkheid, sociale_structuur, centrumgemeente "
        "FROM gemeente"
    )
    assert found == [("Assen", 70_400, 18_958, "sterk stedelijk", "matig", True)]
