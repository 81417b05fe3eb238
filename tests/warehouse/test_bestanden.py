"""Of each key of a file the row that came last counts."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from sdash.warehouse import Wijze
from tests.warehouse.boek import Boek

BEGROTING = "jaar;taakveld;omschrijving;lasten;baten;stand;vastgesteld_op;fictief\n"
PRIMITIEF = "2026;6.22;Toegang;100;10;primitief;2025-11-06;nee\n"
GEWIJZIGD = "2026;6.22;Toegang;120;10;gewijzigd;2026-06-04;nee\n"
REKENING = "2026;6.22;Toegang;999;10;rekening;2027-06-04;nee\n"


@pytest.mark.parametrize(
    ("head", "old", "new", "mart"),
    [
        pytest.param(
            "agb_code;naam", "42420001;Oud", "42420001;Nieuw", "aanbieder", id="aanbieders"
        ),
        pytest.param(
            "team;wijk_code;van;tot",
            "Noord;WK168100;2025-01-01;",
            "Noord;WK168100;2025-01-01;2025-12-31",
            "team",
            id="teams",
        ),
        pytest.param(
            "casusnummer;team;wijk_code;begindatum;einddatum;eerder_bekend;taak",
            "1;Noord;WK168100;2026-01-01;;nee;signalering",
            "1;Zuid;WK168101;2026-01-01;2026-02-01;ja;regievoering",
            "casus",
            id="casussen",
        ),
        pytest.param(
            "casusnummer;taak;van;tot",
            "1;activering;2026-01-01;",
            "1;activering;2026-01-01;2026-02-01",
            "casustaak",
            id="casustaken",
        ),
        pytest.param(
            "postcode;wijk_code", "9531AA;WK168100", "9531 aa;WK168101", "postcode", id="postcodes"
        ),
        pytest.param(
            "jaar;regio_code;regio_naam;regio_soort;indicator;waarde;eenheid;bron",
            "2024;WK168100;Valthe;wijk;Inwoners;1;aantal;CBS",
            "2024;WK168100;Valthe;wijk;Inwoners;2;aantal;CBS",
            "kerncijfer",
            id="kerncijfers",
        ),
        pytest.param(
            "regio_code;volgnr;x;y", "WK168100;1;0;0", "WK168100;1;5;-5", "kaart", id="kaart"
        ),
    ],
)
def test_a_key_that_comes_again_replaces_what_it_said(
    head: str, old: str, new: str, mart: str, boek: Boek
) -> None:
    boek.deliver(f"{head}\n{new}\n")
    alone = boek.tables(mart)

    boek.empty()
    boek.deliver(f"{head}\n{old}\n")
    before = boek.tables(mart)
    boek.deliver(f"{head}\n{new}\n")

    assert len(before[mart]) == len(alone[mart]) == 1
    assert boek.tables(mart) == alone != before


def test_of_a_key_twice_in_one_file_the_last_row_counts(boek: Boek) -> None:
    boek.deliver("agb_code;naam\n42420001;Oud\n42420001;Nieuw\n")

    assert boek.ask("SELECT agb_code, naam FROM aanbieder") == [("42420001", "Nieuw")]


def test_a_file_that_is_said_to_have_come_earlier_replaces_nothing(boek: Boek) -> None:
    before = datetime(2026, 9, 1, 12, tzinfo=UTC)
    boek.deliver("agb_code;naam\n42420001;Nieuw\n", wijze=Wijze.DATUM)

    boek.deliver("agb_code;naam\n42420001;Oud\n", op=before, wijze=Wijze.DATUM)

    assert boek.ask("SELECT naam FROM aanbieder") == [("Nieuw",)]


@pytest.mark.parametrize(
    ("rows", "lasten"),
    [
        pytest.param([PRIMITIEF], 100, id="one version"),
        pytest.param([PRIMITIEF, GEWIJZIGD], 120, id="the changed budget"),
        pytest.param([GEWIJZIGD, PRIMITIEF], 120, id="also when it came first"),
        pytest.param([PRIMITIEF, REKENING], 100, id="the accounts are no budget"),
        pytest.param([PRIMITIEF, PRIMITIEF.replace(";100;", ";90;")], 90, id="a correction"),
    ],
)
def test_the_budget_is_the_latest_that_was_adopted(
    rows: list[str], lasten: int, boek: Boek
) -> None:
    for row in rows:
        boek.deliver(BEGROTING + row)

    assert boek.ask("SELECT jaar, taakveld, wet, lasten FROM begroting") == [
        (2026, "6.22", "jw", Decimal(lasten))
    ]


WET_OF = {
    "6.1": None,
    "6.21": "wmo",
    "6.22": "jw",
    "6.23": None,
    "6.3": "pw",
    "6.60": "wmo",
    "6.71a": "wmo",
    "6.72a": "jw",
    "6.791": "wmo",
    "6.792": "jw",
    "6.811": "wmo",
    "6.82b": "jw",
    "6.91": "wmo",
    "6.92": "jw",
}


def test_a_budget_row_counts_for_the_wet_of_its_taakveld(boek: Boek) -> None:
    rows = [PRIMITIEF.replace("6.22", taakveld) for taakveld in WET_OF]

    boek.deliver(BEGROTING + "".join(rows))

    assert dict(boek.ask("SELECT taakveld, wet FROM begroting")) == WET_OF


def test_a_wijk_is_of_the_newest_year_that_has_inhabitants(boek: Boek) -> None:
    head = "jaar;regio_code;regio_naam;regio_soort;indicator;waarde;eenheid;bron\n"
    rows = (
        "2023;WK168100;Valthe;wijk;Inwoners;1000;aantal;CBS\n"
        "2024;WK168100;Valthe;wijk;Inwoners;1200;aantal;CBS\n"
        "2025;WK168100;Valthe;wijk;Eenoudergezinnen;50;aantal;CBS\n"
        "2024;GM1681;Borger-Odoorn;gemeente;Inwoners;25600;aantal;CBS\n"
    )

    boek.deliver(head + rows)

    assert boek.ask("SELECT wijk_code, naam, inwoners, jaar FROM wijk") == [
        ("WK168100", "Valthe", 1200, 2024)
    ]
